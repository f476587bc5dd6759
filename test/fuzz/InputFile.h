// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An input of a fuzzer, or a part of it, as a file for readers that take a path.
// It is in memory and stays open, so that a run costs no more than writing.

#ifndef WEFT_TEST_FUZZ_INPUTFILE_H
#define WEFT_TEST_FUZZ_INPUTFILE_H

#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace weft {

class InputFile {
public:
  /// A file without a name, or one of a folder.
  InputFile()
      : descriptor(::memfd_create("fuzz", MFD_CLOEXEC)),
        path("/proc/self/fd/" + std::to_string(descriptor)) {}
  explicit InputFile(const std::string &path)
      : descriptor(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)),
        path(path) {}

  /// Replaces the contents. Whether the system has the memory.
  bool write(std::string_view bytes) const {
    return ::ftruncate(descriptor, 0) == 0 &&
           ::pwrite(descriptor, bytes.data(), bytes.size(), 0) ==
               static_cast<ssize_t>(bytes.size());
  }
  const std::string &getPath() const { return path; }

private:
  int descriptor;
  std::string path;
};

/// A new folder in memory; it stays when the fuzzer ends, as does its last
/// input.
inline std::string makeInputFolder() {
  char path[] = "/dev/shm/weft-fuzz-XXXXXX";
  return ::mkdtemp(path) ? path : "/dev/shm";
}

} // namespace weft

#endif // WEFT_TEST_FUZZ_INPUTFILE_H
