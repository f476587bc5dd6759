// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads a model.ir or a module from end to end and compares checksums: the
// bytes of weights are not looked at when a file is opened.

#ifndef WEFT_LIB_SUPPORT_VERIFYFILE_H
#define WEFT_LIB_SUPPORT_VERIFYFILE_H

#include "lib/Support/MappedFile.h"

namespace weft {

/// What was read without a complaint.
struct VerifiedFile {
  enum class Kind { Model, Module };

  Kind kind = Kind::Model;
  size_t segments = 0;
  uint64_t bytes = 0;
};

/// Verifies header, index and every segment of the model.ir or module \p path,
/// files that it refers to included. Fails with a message for each damaged
/// segment. Memory stays bounded.
llvm::Expected<VerifiedFile> verifyFile(llvm::StringRef path);

/// Returns XXH3-64 of all bytes, giving the pages back behind the reader.
uint64_t computeFileChecksum(const MappedFile &file);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_VERIFYFILE_H
