// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Any bytes as an ONNX model: they are imported or refused, and a module that
// comes out verifies.

#include "dialects/Weft/WeftDialect.h"
#include "lib/Import/Onnx/OnnxImporter.h"
#include "mlir/IR/Verifier.h"
#include <cstdlib>

using namespace weft;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  // A context keeps all types and constants that it has seen.
  static std::unique_ptr<mlir::MLIRContext> context;
  static unsigned runs = 0;
  if (runs++ % 200 == 0) {
    context = std::make_unique<mlir::MLIRContext>(
        mlir::MLIRContext::Threading::DISABLED);
    context->loadDialect<WeftDialect>();
  }
  mlir::ScopedDiagnosticHandler silent(
      context.get(), [](mlir::Diagnostic &) { return mlir::success(); });
  llvm::ArrayRef<char> bytes(reinterpret_cast<const char *>(data), size);
  auto module = importOnnxBytes(bytes, "fuzz.onnx", *context);
  if (module && mlir::failed(mlir::verify(*module)))
    std::abort();
  return 0;
}
