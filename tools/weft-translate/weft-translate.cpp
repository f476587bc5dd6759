// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Imports foreign models and prints the IR, as mlir-translate does; weights are
// named but not printed. `weft convert` is what users want, this is for tests.

#include "dialects/Weft/WeftDialect.h"
#include "lib/Import/Onnx/OnnxImporter.h"
#include "lib/Support/ForeignFlags.h"
#include "mlir/Tools/mlir-translate/MlirTranslateMain.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/Support/SourceMgr.h"

static mlir::OwningOpRef<mlir::Operation *>
importOnnxFile(llvm::SourceMgr &sources, mlir::MLIRContext *context) {
  // The path, not the text, because external data lie beside the file.
  llvm::StringRef path =
      sources.getMemoryBuffer(sources.getMainFileID())->getBufferIdentifier();
  return weft::importOnnx(path, *context).release().getOperation();
}

int main(int argc, char **argv) {
  weft::hideForeignFlags();
  mlir::TranslateToMLIRRegistration onnx("import-onnx", "import an ONNX model",
                                         importOnnxFile,
                                         [](mlir::DialectRegistry &registry) {
                                           registry.insert<weft::WeftDialect>();
                                         });
  return mlir::failed(
      mlir::mlirTranslateMain(argc, argv, "Weft's translation driver\n"));
}
