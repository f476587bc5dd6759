// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Any bytes as a file of statistics. What opens is used, and written and read
// again it says the same.

#include "passes/Compress/Statistics.h"
#include "test/fuzz/InputFile.h"
#include <cstdlib>

using namespace weft;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const InputFile file;
  if (!file.write({reinterpret_cast<const char *>(data), size}))
    return 0;
  llvm::Expected<Statistics> statistics = Statistics::read(file.getPath());
  if (!statistics) {
    llvm::consumeError(statistics.takeError());
    return 0;
  }
  for (const auto &site : statistics->getSites()) {
    std::vector<float> ones(site->getWidth(), 1);
    if (statistics->find(site->weights.front()) != site.get() ||
        site->divideInputs(ones).squares != site->squares)
      std::abort();
    (void)site->computeImportance();
  }
  Statistics twice;
  for (int i = 0; i < 2; ++i)
    if (llvm::Error error = twice.merge(*statistics)) {
      llvm::consumeError(std::move(error));
      return 0;
    }
  if (twice.getSites().size() != statistics->getSites().size())
    std::abort();
  return 0;
}
