// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file that appears under its name only once it is complete. model.ir and the
// module are written through it, section by section.

#ifndef WEFT_LIB_SUPPORT_OUTPUTFILE_H
#define WEFT_LIB_SUPPORT_OUTPUTFILE_H

#include "lib/Support/SectionStream.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/FileSystem.h"
#include <memory>

namespace weft {

/// Where a section came to lie, as indices and manifests say it.
struct SectionRange {
  uint64_t offset = 0;
  uint64_t sizeBytes = 0;
  uint64_t checksum = 0;
};

/// A new file beside its final path, renamed by commit() and deleted without
/// it. One thread at a time.
class OutputFile {
public:
  /// Begins \p path, which may exist as a regular file; what is there stays
  /// untouched until commit().
  static llvm::Expected<std::unique_ptr<OutputFile>>
  create(llvm::StringRef path);

  ~OutputFile();
  OutputFile(const OutputFile &) = delete;
  OutputFile &operator=(const OutputFile &) = delete;

  /// Appends a section at the next multiple of \p alignment, as long as what
  /// \p write streams. \p sizeBytes need not be known before.
  llvm::Expected<SectionRange>
  addSection(llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write,
             uint64_t alignment);

  /// Writes at an offset of the file; for headers, whose values come last.
  llvm::Error writeAt(uint64_t offset, llvm::ArrayRef<char> bytes);

  /// The size of the file so far.
  uint64_t getSizeBytes() const { return end; }

  /// Gives the file its name. \p durable waits until the bytes are on the disk.
  llvm::Error commit(bool durable);

private:
  OutputFile(llvm::StringRef path, llvm::sys::fs::TempFile file)
      : path(path), file(std::move(file)) {}

  std::string path;
  llvm::sys::fs::TempFile file;
  uint64_t end = 0;
  bool committed = false;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_OUTPUTFILE_H
