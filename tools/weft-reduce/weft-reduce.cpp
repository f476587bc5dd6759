// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes a file that shows a fault smaller, as mlir-reduce does: weft-reduce FILE.mlir --reduction-tree='test=SCRIPT'.

#include "lib/Pipelines/Stages.h"
#include "lib/Support/ForeignFlags.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Tools/mlir-reduce/MlirReduceMain.h"
#include "mlir/Transforms/Passes.h"

int main(int argc, char **argv) {
  weft::hideForeignFlags();
  mlir::DialectRegistry registry;
  weft::registerCompilerDialects(registry);
  mlir::registerTransformsPasses();
  weft::registerCompilerPasses();
  mlir::MLIRContext context(registry);
  return mlir::failed(mlir::mlirReduceMain(argc, argv, context));
}
