// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A stream into one section of an open file that checksums what goes by. The
// spill file, model.ir and the module are all written through it.

#ifndef WEFT_LIB_SUPPORT_SECTIONSTREAM_H
#define WEFT_LIB_SUPPORT_SECTIONSTREAM_H

#include "lib/Support/Xxh3.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <system_error>

namespace weft {

/// Writes all of \p bytes at \p offset of the open file \p descriptor; \p name
/// stands in the message.
llvm::Error writeAt(int descriptor, uint64_t offset, llvm::ArrayRef<char> bytes,
                    llvm::StringRef name);

/// A stream over the bytes from \p offset of an open file on. Several may write
/// to disjoint parts of one file at a time, each from one thread.
class SectionStream : public llvm::raw_ostream {
public:
  /// \p descriptor stays open and belongs to the caller; \p name stands in
  /// messages.
  SectionStream(int descriptor, uint64_t offset, llvm::StringRef name);
  ~SectionStream() override;

  uint64_t getOffset() const { return offset; }

  /// Writes what is buffered and returns the first failure of all writes. The
  /// section's size is tell(), its checksum is getChecksum().
  llvm::Error finish();

  uint64_t getChecksum() const { return checksum.getValue(); }

private:
  void write_impl(const char *data, size_t size) override;
  uint64_t current_pos() const override { return written; }

  int descriptor;
  uint64_t offset;
  uint64_t written = 0;
  std::string name;
  Xxh3 checksum;
  std::error_code failure;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_SECTIONSTREAM_H
