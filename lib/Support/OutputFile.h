// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file that appears under its name only once it is complete. model.ir and the
// module are written so.

#ifndef WEFT_LIB_SUPPORT_OUTPUTFILE_H
#define WEFT_LIB_SUPPORT_OUTPUTFILE_H

#include "lib/Support/FileSections.h"
#include "llvm/Support/FileSystem.h"
#include <memory>

namespace weft {

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

  /// What is in the file so far, to append to.
  FileSections &getSections() { return sections; }

  /// Gives the file its name. \p durable waits until the bytes are on the disk.
  llvm::Error commit(bool durable);

private:
  OutputFile(llvm::StringRef path, llvm::sys::fs::TempFile file)
      : path(path), file(std::move(file)), sections(this->file.FD, path) {}

  std::string path;
  llvm::sys::fs::TempFile file;
  FileSections sections;
  bool committed = false;
};

/// Makes the rename of a file durable, where the file system can; its bytes are safe all the same.
void syncFolder(llvm::StringRef path);

/// Refuses what is there and no regular file, such as a device: a rename would
/// replace it.
llvm::Error checkReplaceable(llvm::StringRef path);

/// Refuses an output that is the input itself, a folder, or in no folder, before
/// anything long is done.
llvm::Error checkOutputPath(llvm::StringRef input, llvm::StringRef output);

/// Writes a file that appears under its name only once it is complete; a device
/// or pipe is written to as it is.
llvm::Error
writeWholeFile(llvm::StringRef path,
               llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write);
llvm::Error writeWholeFile(llvm::StringRef path, llvm::StringRef bytes);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_OUTPUTFILE_H
