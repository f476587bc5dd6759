// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder for files that other processes read.

#ifndef WEFT_TOOLS_WEFT_TEMPORARYFOLDER_H
#define WEFT_TOOLS_WEFT_TEMPORARYFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Signals.h"

namespace weft {

/// A folder that goes with everything in it.
class TemporaryFolder {
public:
  TemporaryFolder() {
    failed = static_cast<bool>(
        llvm::sys::fs::createUniqueDirectory("weft-bench", path));
  }
  ~TemporaryFolder() {
    if (!failed)
      (void)llvm::sys::fs::remove_directories(path);
  }
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  /// The path of a file in it, which also goes where a signal ends the process.
  std::string getPath(const llvm::Twine &name) const {
    std::string file = (path + "/" + name).str();
    llvm::sys::RemoveFileOnSignal(file);
    return file;
  }
  bool hasFailed() const { return failed; }

private:
  llvm::SmallString<64> path;
  bool failed;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_TEMPORARYFOLDER_H
