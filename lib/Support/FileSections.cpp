// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/FileSections.h"
#include "llvm/Support/MathExtras.h"

using namespace weft;

llvm::Expected<SectionRange>
FileSections::add(llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write) {
  SectionStream stream(descriptor, llvm::alignTo(end, kSectionAlignment), name);
  if (llvm::Error error = write(stream)) {
    llvm::consumeError(stream.finish());
    return error;
  }
  if (llvm::Error error = stream.finish())
    return error;
  SectionRange range{stream.getOffset(), stream.tell(), stream.getChecksum()};
  end = range.offset + range.sizeBytes;
  return range;
}

llvm::Expected<SectionRange> FileSections::add(llvm::ArrayRef<char> bytes) {
  return add([&](llvm::raw_ostream &stream) {
    stream.write(bytes.data(), bytes.size());
    return llvm::Error::success();
  });
}

llvm::Error FileSections::writeAt(uint64_t offset, llvm::ArrayRef<char> bytes) {
  if (llvm::Error error = weft::writeAt(descriptor, offset, bytes, name))
    return error;
  reserve(offset + bytes.size());
  return llvm::Error::success();
}
