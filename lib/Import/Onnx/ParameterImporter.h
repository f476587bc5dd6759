// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Turns tensors of an ONNX file into constants and parameters.

#ifndef WEFT_IMPORT_ONNX_PARAMETERIMPORTER_H
#define WEFT_IMPORT_ONNX_PARAMETERIMPORTER_H

#include "lib/Import/Onnx/OnnxTensor.h"
#include "lib/Import/TensorBuilder.h"
#include "lib/Support/WeightStore.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringSet.h"

namespace weft::onnx {

class ParameterImporter {
public:
  ParameterImporter(TensorReader &reader, WeightStore &store,
                    mlir::ModuleOp module, mlir::Location fileLoc)
      : reader(reader), store(store), module(module), fileLoc(fileLoc) {}

  /// The value of `tensor` at the builder's insertion point: a constant if it
  /// is small, else a read of a parameter called `name` (made unique), which is
  /// made the first time. Null, with the error reported, on failure.
  mlir::Value import(TensorBuilder &b, const Tensor &tensor,
                     llvm::StringRef name);

private:
  ParameterOp declare(TensorBuilder &b, const Tensor &tensor,
                      llvm::StringRef name);
  llvm::Error storeBytes(llvm::StringRef key, TensorData data);

  TensorReader &reader;
  WeightStore &store;
  mlir::ModuleOp module;
  mlir::Location fileLoc;
  llvm::DenseMap<const Tensor *, mlir::ElementsAttr> constants;
  llvm::DenseMap<const Tensor *, ParameterOp> parameters;
  llvm::StringSet<> names;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_PARAMETERIMPORTER_H
