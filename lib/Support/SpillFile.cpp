// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The temporary file loses its name right after it was made.

#include "lib/Support/SpillFile.h"
#include "lib/Support/FileSections.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace weft;

llvm::Expected<std::unique_ptr<SpillFile>>
SpillFile::create(llvm::StringRef folder) {
  llvm::SmallString<128> path(folder);
  if (path.empty())
    llvm::sys::path::system_temp_directory(/*ErasedOnReboot=*/true, path);
  std::string name = ("temporary file in " + path).str();
  llvm::sys::path::append(path, "weft-weights-%%%%%%%%");

  int descriptor = -1;
  llvm::SmallString<128> created;
  if (std::error_code code =
          llvm::sys::fs::createUniqueFile(path, descriptor, created))
    return llvm::createStringError(code,
                                   llvm::Twine("cannot create a ") + name +
                                       " for weights: " + code.message() +
                                       "; set TMPDIR to a folder with space");
  ::unlink(created.c_str());
  return std::unique_ptr<SpillFile>(new SpillFile(descriptor, std::move(name)));
}

SpillFile::~SpillFile() { ::close(descriptor); }

llvm::Expected<uint64_t> SpillFile::reserve(uint64_t sizeBytes) {
  uint64_t offset = end;
  uint64_t newEnd = llvm::alignTo(offset + sizeBytes, kSectionAlignment);
  if (newEnd < sizeBytes || newEnd > INT64_MAX ||
      ::ftruncate(descriptor, static_cast<off_t>(newEnd)) != 0)
    return llvm::createStringError(
        std::make_error_code(std::errc::file_too_large),
        llvm::Twine("cannot extend the ") + name + " by " +
            llvm::Twine(sizeBytes) +
            " bytes for a weight; set TMPDIR to a folder with space");
  end = newEnd;
  return offset;
}

void SpillFile::punch(uint64_t offset, uint64_t sizeBytes) {
  // A file system that cannot do this keeps the space until the store ends.
  if (sizeBytes != 0)
    (void)::fallocate(
        descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
        static_cast<off_t>(offset),
        static_cast<off_t>(llvm::alignTo(sizeBytes, kSectionAlignment)));
}
