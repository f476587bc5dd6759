// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CompiledModule.h.

#include "test/unit/target/CompiledModule.h"
#include "mlir/Parser/Parser.h"
#include <gtest/gtest.h>

using namespace mlir;

llvm::Expected<std::string>
weft::testing::compile(llvm::StringRef source,
                       const cpu::CodeOptions &options) {
  DialectRegistry registry;
  cpu::registerCodeEmission(registry);
  MLIRContext context(registry);
  std::string messages;
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    messages += diagnostic.str() + "\n";
  });
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(source, &context);
  if (!module)
    return llvm::createStringError("parsing: %s", messages.c_str());
  llvm::Expected<std::string> code = cpu::emitCode(*module, options);
  if (code || messages.empty())
    return code;
  return llvm::joinErrors(code.takeError(), llvm::createStringError(messages));
}

weft::cpu::CodeOptions weft::testing::avx2Options() {
  cpu::CodeOptions options;
  options.level = llvm::cantFail(cpu::getLevel("avx2"));
  return options;
}

weft::testing::CompiledModule::CompiledModule(llvm::StringRef source,
                                              const cpu::CodeOptions &options) {
  llvm::Expected<std::string> bytes = compile(source, options);
  if (!bytes) {
    ADD_FAILURE() << llvm::toString(bytes.takeError());
    return;
  }
  runtime::Status status = runtime::CodeObject::load(*bytes, -1, object);
  if (!status.ok())
    ADD_FAILURE() << status.getMessage();
}

void *weft::testing::CompiledModule::find(llvm::StringRef name) const {
  std::string symbol = (cpu::entryPrefix + name).str();
  void *function = object ? object->find(symbol) : nullptr;
  if (!function)
    ADD_FAILURE() << "no function " << symbol;
  return function;
}
