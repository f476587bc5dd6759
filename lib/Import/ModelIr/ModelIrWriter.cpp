// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Streams a module as bytecode into a model.ir, beside its weights.

#include "dialects/Weft/WeftOps.h"
#include "lib/Import/ModelIr/ModelIr.h"
#include "lib/Import/ModelIr/ParameterCheck.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "weft/Version.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace weft;

LogicalResult weft::exportModelIr(ModuleOp module, StringRef path,
                                  const ModelIrExtras &extras,
                                  WeightPlacement placement,
                                  ModelFileDraft *draft) {
  auto *dialect = module.getContext()->getOrLoadDialect<WeftDialect>();
  if (failed(verifyPortable(module)) ||
      failed(verifyParameters(module, dialect->getWeights())))
    return failure();

  // The store may hold weights that passes have replaced by others.
  llvm::StringSet<> names;
  for (auto parameter : module.getOps<ParameterOp>())
    if (!parameter.getValue())
      names.insert(parameter.getSymName());

  auto writeBytecode = [&](llvm::raw_ostream &stream) -> llvm::Error {
    BytecodeWriterConfig config("weft " WEFT_VERSION_STRING);
    if (failed(writeBytecodeToFile(module, stream, config)))
      return llvm::createStringError("cannot write the program as bytecode");
    return llvm::Error::success();
  };
  ModelFileContents contents{writeBytecode, extras.assets, extras.metadata,
                             [&](const WeightSegment &segment) {
                               return names.contains(segment.key);
                             }};
  std::unique_ptr<WeightStore> none;
  WeightStore *weights = dialect->getWeights();
  if (!weights) {
    none = llvm::cantFail(WeightStore::create());
    weights = none.get();
  }
  if (llvm::Error error =
          writeModelFile(path, contents, *weights, placement, draft))
    return module.emitError() << llvm::toString(std::move(error));
  return success();
}
