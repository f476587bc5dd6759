// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// model.ir with any index. Random changes never meet a checksum, so the input
// is the index alone and the frames around it are made to fit.

#include "lib/Support/ContainerFrame.h"
#include "lib/Support/ModelFile.h"
#include "lib/Support/ModelFileFormat.h"
#include "llvm/Support/xxhash.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace weft;

static void append(std::string &file, const ContainerFrame &frame) {
  std::array<char, ContainerFrame::kSizeBytes> bytes = frame.encode();
  file.append(bytes.data(), bytes.size());
}

static std::string makeFile(llvm::StringRef index) {
  std::string file;
  ContainerFrame header;
  header.magic = kModelHeaderMagic;
  append(file, header);
  // The seeds expect these at offset 64.
  file += "bytecode";
  ContainerFrame footer;
  footer.magic = kModelFooterMagic;
  footer.numbers = {file.size() + index.size() + ContainerFrame::kSizeBytes,
                    file.size(), index.size(), llvm::xxh3_64bits(index)};
  file += index;
  append(file, footer);
  return file;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static int descriptor = ::memfd_create("model.ir", MFD_CLOEXEC);
  std::string file = makeFile({reinterpret_cast<const char *>(data), size});
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, file.data(), file.size(), 0) !=
          static_cast<ssize_t>(file.size()))
    return 0;
  auto model = ModelFile::read("/proc/self/fd/" + std::to_string(descriptor));
  if (!model) {
    llvm::consumeError(model.takeError());
    return 0;
  }
  for (const WeightSegment *segment : (*model)->weights->getSegments())
    (void)llvm::cantFail((*model)->weights->map(segment->key));
  llvm::consumeError((*model)->weights->verify());
  return 0;
}
