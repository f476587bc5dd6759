// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder for the files of one test, removed with all that is in it.

#ifndef WEFT_TEST_UNIT_SUPPORT_TEMPORARYFOLDER_H
#define WEFT_TEST_UNIT_SUPPORT_TEMPORARYFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <string>

namespace weft {

class TemporaryFolder {
public:
  TemporaryFolder() {
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("weft-test", path));
  }
  ~TemporaryFolder() { llvm::sys::fs::remove_directories(path); }

  /// The path of \p name in the folder.
  std::string operator/(llvm::StringRef name) const {
    llvm::SmallString<128> file(path);
    llvm::sys::path::append(file, name);
    return file.str().str();
  }

  std::string write(llvm::StringRef name, llvm::StringRef bytes) const {
    std::error_code code;
    llvm::raw_fd_ostream stream(*this / name, code);
    EXPECT_FALSE(code);
    stream << bytes;
    return *this / name;
  }

  std::string read(llvm::StringRef name) const {
    auto buffer = llvm::MemoryBuffer::getFile(*this / name);
    EXPECT_TRUE(static_cast<bool>(buffer));
    return (*buffer)->getBuffer().str();
  }

  /// The number of files and folders in the folder.
  unsigned count() const {
    std::error_code code;
    unsigned entries = 0;
    for (llvm::sys::fs::directory_iterator entry(path, code), end;
         entry != end && !code; entry.increment(code))
      ++entries;
    return entries;
  }

private:
  llvm::SmallString<128> path;
};

/// The message of a failure; "success" if there was none.
inline std::string getMessage(llvm::Error error) {
  return error ? llvm::toString(std::move(error)) : "success";
}

template <typename T> std::string getMessage(llvm::Expected<T> value) {
  return getMessage(value.takeError());
}

inline llvm::ArrayRef<char> asBytes(llvm::StringRef text) {
  return {text.data(), text.size()};
}

inline llvm::StringRef asText(llvm::ArrayRef<char> bytes) {
  return {bytes.data(), bytes.size()};
}

} // namespace weft

#endif // WEFT_TEST_UNIT_SUPPORT_TEMPORARYFOLDER_H
