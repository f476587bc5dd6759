// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Joins relocatable objects in memory.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_LINK_H
#define WEFT_LIB_TARGET_CPU_BACKEND_LINK_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace weft::cpu {

enum class LinkKind {
  /// One relocatable object out of several.
  Relocatable,
  /// A shared object that the runtime loads, with an error for each undefined
  /// symbol.
  Shared,
};

/// Links ELF \p objects. With \p kernelNames hidden functions stay in the
/// symbol table. lld has one state a process: calls from several threads take
/// turns.
llvm::Expected<std::string> linkObjects(llvm::ArrayRef<std::string> objects,
                                        LinkKind kind, bool kernelNames);

/// Another name for a symbol of a library.
struct SymbolAlias {
  std::string alias, symbol;
};

/// Links the relocatable object \p code and the object in the file \p data
/// into a shared library at \p output, which the system's loader loads.
llvm::Error linkLibrary(const std::string &code, llvm::StringRef data,
                        llvm::ArrayRef<SymbolAlias> aliases,
                        llvm::StringRef soname, llvm::StringRef output);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_LINK_H
