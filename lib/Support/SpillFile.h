// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A temporary file without a name: nothing of it stays behind however the
// process ends. The weight store appends to one, a module in memory lies in
// one.

#ifndef WEFT_LIB_SUPPORT_SPILLFILE_H
#define WEFT_LIB_SUPPORT_SPILLFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>

namespace weft {

/// A temporary file that has no name any more. Not thread-safe.
class SpillFile {
public:
  /// Makes the file in \p folder, or in TMPDIR's folder if that is empty.
  static llvm::Expected<std::unique_ptr<SpillFile>>
  create(llvm::StringRef folder);

  ~SpillFile();
  SpillFile(const SpillFile &) = delete;
  SpillFile &operator=(const SpillFile &) = delete;

  int getDescriptor() const { return descriptor; }

  /// Says which folder the file is in; it has no path.
  llvm::StringRef getName() const { return name; }

  /// Extends the file by \p sizeBytes at an aligned offset, which is returned.
  llvm::Expected<uint64_t> reserve(uint64_t sizeBytes);

  /// Gives the disk space of a section back; it reads as zeros from now on.
  void punch(uint64_t offset, uint64_t sizeBytes);

private:
  SpillFile(int descriptor, std::string name)
      : descriptor(descriptor), name(std::move(name)) {}

  int descriptor;
  std::string name;
  uint64_t end = 0;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_SPILLFILE_H
