// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// mmap and madvise, with messages.

#include "lib/Support/MappedFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

using namespace weft;

static llvm::Error describeErrno(const llvm::Twine &what) {
  std::error_code code(errno, std::generic_category());
  return llvm::createStringError(code, what + ": " + code.message());
}

llvm::Expected<std::shared_ptr<MappedFile>>
MappedFile::open(llvm::StringRef path) {
  std::string name = path.str();
  // Without O_NONBLOCK a named pipe would wait here for its writer.
  int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    return describeErrno("cannot open '" + path + "'");
  llvm::scope_exit closeIt([&] { ::close(descriptor); });
  struct stat status;
  if (::fstat(descriptor, &status) != 0)
    return describeErrno("cannot inspect '" + path + "'");
  if (!S_ISREG(status.st_mode))
    return llvm::createStringError(
        std::make_error_code(std::errc::invalid_argument),
        llvm::Twine("cannot read '") + path + "': it is " +
            (S_ISDIR(status.st_mode) ? "a folder" : "not a regular file"));
  return map(descriptor, 0, static_cast<uint64_t>(status.st_size), path);
}

llvm::Expected<std::shared_ptr<MappedFile>>
MappedFile::map(int descriptor, uint64_t offset, uint64_t sizeBytes,
                llvm::StringRef name) {
  // mmap refuses to map nothing.
  if (sizeBytes == 0)
    return std::shared_ptr<MappedFile>(new MappedFile(name, "", 0));
  void *address = ::mmap(nullptr, sizeBytes, PROT_READ, MAP_SHARED, descriptor,
                         static_cast<off_t>(offset));
  if (address == MAP_FAILED)
    return describeErrno("cannot map " + llvm::Twine(sizeBytes) +
                         " bytes at offset " + llvm::Twine(offset) + " of '" +
                         name + "'");
  return std::shared_ptr<MappedFile>(
      new MappedFile(name, static_cast<const char *>(address), sizeBytes));
}

MappedFile::~MappedFile() {
  if (size != 0)
    ::munmap(const_cast<char *>(data), size);
}

llvm::Expected<llvm::ArrayRef<char>>
MappedFile::getRange(uint64_t offset, uint64_t sizeBytes) const {
  if (offset > size || sizeBytes > size - offset)
    return llvm::createStringError(
        std::make_error_code(std::errc::result_out_of_range),
        llvm::Twine("'") + path + "' has " + llvm::Twine(size) +
            " bytes, expected " + llvm::Twine(sizeBytes) + " bytes at offset " +
            llvm::Twine(offset) + ": the file is short or damaged");
  return llvm::ArrayRef<char>(data + offset, sizeBytes);
}

/// Advises about all pages that the range touches; false where that fails.
static bool advise(llvm::ArrayRef<char> range, int advice) {
  if (range.empty())
    return true;
  uint64_t pageSize = static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
  uint64_t begin = reinterpret_cast<uint64_t>(range.data());
  uint64_t end = llvm::alignTo(begin + range.size(), pageSize);
  begin = llvm::alignDown(begin, pageSize);
  return ::madvise(reinterpret_cast<void *>(begin), end - begin, advice) == 0;
}

void MappedFile::prefetch(llvm::ArrayRef<char> range) const {
  // Reads as sequential access does, into large pages where the file system has them.
  if (advise(range, MADV_POPULATE_READ))
    return;
  // Linux reads no more than its usual window for one call.
  constexpr size_t kWindow = size_t(128) << 10;
  for (; !range.empty();
       range = range.drop_front(std::min(kWindow, range.size())))
    advise(range.take_front(kWindow), MADV_WILLNEED);
}

void MappedFile::release(llvm::ArrayRef<char> range) const {
  advise(range, MADV_DONTNEED);
}
