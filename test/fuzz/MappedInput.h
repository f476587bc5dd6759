// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An input of a fuzzer as the mapped file that readers take.

#ifndef WEFT_TEST_FUZZ_MAPPEDINPUT_H
#define WEFT_TEST_FUZZ_MAPPEDINPUT_H

#include "lib/Support/MappedFile.h"
#include <sys/mman.h>
#include <unistd.h>

namespace weft {

/// Maps the bytes; null where the system has no memory for that. The mapping is
/// of the next call's bytes after that, so one is used at a time.
inline std::shared_ptr<MappedFile> mapInput(const uint8_t *data, size_t size) {
  static int descriptor = ::memfd_create("fuzz", MFD_CLOEXEC);
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, data, size, 0) != static_cast<ssize_t>(size))
    return nullptr;
  llvm::Expected<std::shared_ptr<MappedFile>> file =
      MappedFile::map(descriptor, 0, size, "fuzz");
  if (file)
    return *file;
  llvm::consumeError(file.takeError());
  return nullptr;
}

} // namespace weft

#endif // WEFT_TEST_FUZZ_MAPPEDINPUT_H
