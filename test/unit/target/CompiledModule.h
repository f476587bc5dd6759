// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles IR in a test with the CPU back end and loads it with the runtime's
// own loader.

#ifndef WEFT_TEST_UNIT_TARGET_COMPILEDMODULE_H
#define WEFT_TEST_UNIT_TARGET_COMPILEDMODULE_H

#include "lib/Target/CPU/Backend/EmitObject.h"
#include "runtime/program/CodeObject.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>

namespace weft::testing {

/// Lowers \p source, a module of llvm.funcs, and emits it. Fails with the
/// diagnostics.
llvm::Expected<std::string> compile(llvm::StringRef source,
                                    const cpu::CodeOptions &options);

/// Options of this processor's AVX2 level.
cpu::CodeOptions avx2Options();

/// Code in memory. Null after a failure, which has been reported to the test.
class CompiledModule {
public:
  explicit CompiledModule(llvm::StringRef source,
                          const cpu::CodeOptions &options = avx2Options());

  /// The function weft_fn_<name>.
  template <typename Function> Function *get(llvm::StringRef name) const {
    return reinterpret_cast<Function *>(find(name));
  }

private:
  void *find(llvm::StringRef name) const;

  std::unique_ptr<runtime::CodeObject> object;
};

} // namespace weft::testing

#endif // WEFT_TEST_UNIT_TARGET_COMPILEDMODULE_H
