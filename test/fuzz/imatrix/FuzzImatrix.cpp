// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Any bytes as an importance matrix, of either format.

#include "lib/Import/Imatrix/Imatrix.h"
#include "test/fuzz/MappedInput.h"
#include <cmath>
#include <cstdlib>

using namespace weft;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::shared_ptr<MappedFile> bytes = mapInput(data, size);
  if (!bytes)
    return 0;
  llvm::Expected<Statistics> statistics = readImatrix(bytes);
  if (!statistics) {
    llvm::consumeError(statistics.takeError());
    return 0;
  }
  for (const auto &site : statistics->getSites()) {
    if (!(site->count > 0))
      std::abort();
    for (float each : site->computeImportance())
      if (!(each >= 0))
        std::abort();
  }
  return 0;
}
