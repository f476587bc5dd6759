// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Positioned writes: streams into one file need no common file position.

#include "lib/Support/SectionStream.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>
#include <cerrno>
#include <unistd.h>

using namespace weft;

static std::error_code writeFully(int descriptor, uint64_t offset,
                                  llvm::ArrayRef<char> bytes) {
  // Linux writes at most 2^31 bytes a call.
  constexpr size_t kMaximum = size_t(1) << 30;
  while (!bytes.empty()) {
    ssize_t done =
        ::pwrite(descriptor, bytes.data(), std::min(bytes.size(), kMaximum),
                 static_cast<off_t>(offset));
    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return {errno, std::generic_category()};
    offset += static_cast<uint64_t>(done);
    bytes = bytes.drop_front(static_cast<size_t>(done));
  }
  return {};
}

static llvm::Error describe(std::error_code code, llvm::StringRef name) {
  return llvm::createStringError(code, llvm::Twine("cannot write '") + name +
                                           "': " + code.message());
}

llvm::Error weft::writeAt(int descriptor, uint64_t offset,
                          llvm::ArrayRef<char> bytes, llvm::StringRef name) {
  if (std::error_code code = writeFully(descriptor, offset, bytes))
    return describe(code, name);
  return llvm::Error::success();
}

SectionStream::SectionStream(int descriptor, uint64_t offset,
                             llvm::StringRef name)
    : descriptor(descriptor), offset(offset), name(name) {
  SetBufferSize(64 * 1024);
}

SectionStream::~SectionStream() { flush(); }

llvm::Error SectionStream::finish() {
  flush();
  return failure ? describe(failure, name) : llvm::Error::success();
}

void SectionStream::write_impl(const char *data, size_t size) {
  if (!failure)
    failure = writeFully(descriptor, offset + written, {data, size});
  checksum.update({data, size});
  written += size;
}
