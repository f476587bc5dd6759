// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Any bytes as a safetensors file; of what opens, every byte is read.

#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "test/fuzz/MappedInput.h"
#include <cstdlib>

using namespace weft;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::shared_ptr<MappedFile> bytes = mapInput(data, size);
  if (!bytes)
    return 0;
  llvm::Expected<std::unique_ptr<SafetensorsFile>> file =
      SafetensorsFile::read(bytes);
  if (!file) {
    llvm::consumeError(file.takeError());
    return 0;
  }
  uint64_t sum = 0, total = 0;
  for (const SafetensorsTensor &tensor : (*file)->getTensors()) {
    for (uint8_t byte : tensor.getBytes())
      sum += byte;
    total += tensor.getBytes().size();
    if ((*file)->findTensor(tensor.name) != &tensor)
      std::abort();
  }
  // A file is its header and its tensors, nothing else.
  if (total > size || sum > 255 * total)
    std::abort();
  return 0;
}
