// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights as a relocatable ELF object, for a library that carries them.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_DATAOBJECT_H
#define WEFT_LIB_TARGET_CPU_BACKEND_DATAOBJECT_H

#include "lib/Support/FileSections.h"

namespace weft::cpu {

/// Writes an object whose one section is read-only data with a global symbol at
/// its beginning. Pieces are streamed, so that none of them is ever in memory
/// as a whole. One thread at a time.
class DataObject {
public:
  /// Begins the object in \p sections, which must be empty.
  static llvm::Expected<DataObject> begin(FileSections &sections);

  /// Appends a piece; returns its offset from the symbol.
  llvm::Expected<int64_t>
  add(llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write);

  /// Writes what makes it an object that defines \p symbol.
  llvm::Error finish(llvm::StringRef symbol);

private:
  explicit DataObject(FileSections &sections) : sections(sections) {}

  FileSections &sections;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_DATAOBJECT_H
