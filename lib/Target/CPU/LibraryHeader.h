// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C header of a plain shared library: one inline function for each function
// of the model, over weft/Host.h.

#ifndef WEFT_LIB_TARGET_CPU_LIBRARYHEADER_H
#define WEFT_LIB_TARGET_CPU_LIBRARYHEADER_H

#include "lib/Support/ModuleWriter.h"

namespace weft::cpu {

/// What the header says of the library.
struct LibraryDescription {
  /// What every name in C begins with.
  std::string prefix;
  /// LLVM's names of the processor features that the code uses.
  std::vector<std::string> features;
  std::vector<ModuleFunction> functions;
  std::vector<ModuleDimRange> dimRanges;
  std::vector<std::string> messages;
  /// Of each weight, from PREFIX_weights.
  std::vector<int64_t> weightOffsets;
};

/// `name` with other characters than C's as underscores.
std::string makeIdentifier(llvm::StringRef name);

/// The library's name for a function's entry.
std::string getLibraryEntry(const LibraryDescription &library,
                            const ModuleFunction &function);

/// Fails where a caller cannot know how large an output becomes.
llvm::Expected<std::string>
writeLibraryHeader(const LibraryDescription &library);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_LIBRARYHEADER_H
