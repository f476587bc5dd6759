// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OnnxProgram.h.

#include "lib/Export/Onnx/OnnxProgram.h"
#include "lib/Export/Onnx/ExportTable.h"
#include "lib/Export/Onnx/OnnxFile.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Simplify/Simplify.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace weft;

/// All families, one line each.
static ExportTable makeTable() {
  ExportTable table;
  registerContractionExports(table);
  registerConvolutionExports(table);
  registerElementwiseExports(table);
  registerIndexingExports(table);
  registerQuantizationExports(table);
  registerReductionExports(table);
  registerShapeExports(table);
  return table;
}

static llvm::Expected<FuncOp> findFunction(ModuleOp module) {
  SmallVector<std::string> names;
  FuncOp found;
  for (FuncOp function : module.getOps<FuncOp>())
    if (function.isPublic() && !function.isExternal()) {
      names.push_back("'" + function.getSymName().str() + "'");
      found = function;
    }
  if (names.size() == 1)
    return found;
  return llvm::createStringError(
      "expected a module with one public function, which is what an ONNX file "
      "holds, found " +
      (names.empty() ? "none" : llvm::join(names, ", ")));
}

/// The name in the source, or one by the position.
static std::string findName(Attribute name, StringRef kind, size_t position) {
  auto text = dyn_cast_or_null<StringAttr>(name);
  return text && !text.empty() ? text.str() : (kind + Twine(position)).str();
}

llvm::Error weft::exportOnnxProgram(ModuleOp module, StringRef path,
                                    bool isExternal) {
  PassManager manager(module.getContext());
  SimplifyOptions options;
  options.formIntegers = false;
  buildSimplifyPipeline(manager, options);
  if (failed(manager.run(module)))
    return llvm::createStringError("the module could not be simplified");
  llvm::Expected<FuncOp> function = findFunction(module);
  if (!function)
    return function.takeError();

  GraphWriter graph(module);
  for (BlockArgument argument : function->getArguments())
    graph.addInput(argument, findName(function->getArgAttr(
                                          argument.getArgNumber(), "weft.name"),
                                      "input", argument.getArgNumber()));
  for (unsigned i = 0; i < function->getNumResults(); ++i)
    graph.reserveOutput(
        findName(function->getResultAttr(i, "weft.name"), "output", i));
  ExportTable table = makeTable();
  Block &body = function->getBody().front();
  for (Operation &op : body.without_terminator()) {
    if (isa<GetOp, ConstantOp>(op) ||
        (op.getNumResults() != 0 &&
         llvm::all_of(op.getResults(),
                      [&](Value value) { return graph.isSet(value); })))
      continue;
    if (const ExportFn *write = table.find(&op))
      (*write)(graph, &op);
    else
      graph.refuse(&op);
  }
  if (!graph.getRefused().empty())
    return llvm::createStringError(
        "ONNX files are not written with " +
        llvm::join(graph.getRefused(), ", ") +
        ": where only values of weights changed, --source with the ONNX file "
        "that the model was made from keeps its graph");
  graph.finish(body.getTerminator()->getOperands());
  if (!graph.getRefused().empty())
    return llvm::createStringError(llvm::join(graph.getRefused(), ", "));
  return writeOnnxFile(graph, *function, path, isExternal);
}
