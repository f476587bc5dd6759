// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From kernels in the dialects of arithmetic to the bytes of a code object: the
// end of the CPU target.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_EMITOBJECT_H
#define WEFT_LIB_TARGET_CPU_BACKEND_EMITOBJECT_H

#include "lib/Target/CPU/Backend/Levels.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"
#include <string>

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace weft {
class ContentCache;
} // namespace weft

namespace weft::cpu {

/// Functions of this prefix are the entries of a code object and its only
/// exported symbols; the manifest names them.
inline constexpr llvm::StringLiteral entryPrefix = "weft_fn_";

/// What emitCode makes.
enum class CodeKind {
  /// Optimized LLVM IR as text.
  LLVMText,
  /// Assembly.
  Assembly,
  /// A relocatable ELF object with everything in it.
  Object,
  /// The ELF shared object that modules carry: no undefined symbol, no
  /// constructor, relative relocations only.
  SharedObject,
};

struct CodeOptions {
  Level level;
  CodeKind kind = CodeKind::SharedObject;
  /// Line tables from the locations of operations.
  bool debugInfo = false;
  /// Names of kernels in the symbol table, for perf and gdb. They cost some
  /// bytes of file and none of memory.
  bool kernelNames = true;
  /// Threads to compile with; 0 = one for each core that the process may use.
  unsigned threads = 0;
  /// Where objects are kept, and taken from; none if null. Code with line tables
  /// and text are not.
  ContentCache *cache = nullptr;
};

/// Adds to \p registry the dialects that emitCode takes and their translation.
/// Must be done before the context has loaded the LLVM dialect.
void registerCodeEmission(mlir::DialectRegistry &registry);

/// Compiles \p module, which holds `llvm.func`s and what addLowerToLLVMPasses
/// takes, and is consumed: its functions are gone afterwards.
/// The result depends on the module and options but not on the number of
/// threads nor on the cache. A module that needs a symbol which it does not define is a fault of
/// the compiler; the error names the symbol.
llvm::Expected<std::string> emitCode(mlir::ModuleOp module,
                                     const CodeOptions &options);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_EMITOBJECT_H
