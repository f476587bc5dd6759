// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs programs that a test has as text.

#ifndef WEFT_TEST_UNIT_INTERPRETER_INTERPRETTEXT_H
#define WEFT_TEST_UNIT_INTERPRETER_INTERPRETTEXT_H

#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

namespace weft {

class InterpretText : public ::testing::Test {
protected:
  InterpretText()
      : handler(&context, [this](mlir::Diagnostic &diagnostic) {
          messages += diagnostic.str() + "\n";
        }) {
    context.loadDialect<WeftDialect>();
  }

  /// Parses a module and runs its @main; what is said goes to `messages`.
  llvm::FailureOr<llvm::SmallVector<Tensor>>
  run(llvm::StringRef source, llvm::ArrayRef<Tensor> inputs = {},
      const InterpretOptions &options = {}) {
    module = mlir::parseSourceString<mlir::ModuleOp>(source, &context);
    if (!module)
      return llvm::failure();
    return interpret(module->lookupSymbol<FuncOp>("main"), inputs, options);
  }

  /// Runs a module whose @main takes nothing, and gives its results as
  /// constants are printed; or what was said.
  std::string print(llvm::StringRef source) {
    auto results = run(source);
    if (failed(results))
      return messages;
    std::string text;
    llvm::raw_string_ostream stream(text);
    llvm::interleave(
        *results, stream,
        [&](const Tensor &tensor) { stream << tensor.toElements(); }, "; ");
    return text;
  }

  mlir::MLIRContext context;
  std::string messages;
  mlir::ScopedDiagnosticHandler handler;
  mlir::OwningOpRef<mlir::ModuleOp> module;
};

} // namespace weft

#endif // WEFT_TEST_UNIT_INTERPRETER_INTERPRETTEXT_H
