// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file, or a part of one, in memory without a copy: mapped shared and read
// only, so that its pages can be given back at any time and come again.

#ifndef WEFT_LIB_SUPPORT_MAPPEDFILE_H
#define WEFT_LIB_SUPPORT_MAPPEDFILE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>

namespace weft {

/// A read-only mapping. Any thread may read it and release parts of it. A file
/// that someone shortens while it is mapped raises SIGBUS, as with every mapped
/// file; writers of ours replace files and never shorten them.
class MappedFile {
public:
  /// Maps all of the regular file \p path as it is now. Fails if it is missing,
  /// unreadable or no regular file.
  static llvm::Expected<std::shared_ptr<MappedFile>> open(llvm::StringRef path);

  /// Maps \p sizeBytes at \p offset, a multiple of the page size, of an open
  /// file that is at least so large. \p name stands in messages.
  static llvm::Expected<std::shared_ptr<MappedFile>> map(int descriptor,
                                                         uint64_t offset,
                                                         uint64_t sizeBytes,
                                                         llvm::StringRef name);

  ~MappedFile();
  MappedFile(const MappedFile &) = delete;
  MappedFile &operator=(const MappedFile &) = delete;

  llvm::StringRef getPath() const { return path; }
  llvm::ArrayRef<char> getBytes() const { return {data, size}; }
  uint64_t getSizeBytes() const { return size; }

  /// Returns the range, or an error that names file, offset and size where it
  /// does not lie in the file.
  llvm::Expected<llvm::ArrayRef<char>> getRange(uint64_t offset,
                                                uint64_t sizeBytes) const;

  /// Reads the range into memory and waits for it, so that nobody has to at the
  /// next access; before Linux 5.14 it only asks for that.
  void prefetch(llvm::ArrayRef<char> range) const;

  /// Gives the pages that the range touches back to the system. They are read
  /// again at the next access: releasing too much is slow but never wrong.
  void release(llvm::ArrayRef<char> range) const;

private:
  MappedFile(llvm::StringRef path, const char *data, uint64_t size)
      : path(path), data(data), size(size) {}

  std::string path;
  const char *data;
  uint64_t size;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MAPPEDFILE_H
