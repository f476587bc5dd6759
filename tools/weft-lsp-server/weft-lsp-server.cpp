// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The language server for .mlir files with our dialects: diagnostics, definitions and hover in editors.

#include "lib/Pipelines/Stages.h"
#include "lib/Support/ForeignFlags.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/mlir-lsp-server/MlirLspServerMain.h"

int main(int argc, char **argv) {
  weft::hideForeignFlags();
  mlir::DialectRegistry registry;
  weft::registerCompilerDialects(registry);
  return mlir::failed(mlir::MlirLspServerMain(argc, argv, registry));
}
