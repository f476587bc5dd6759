// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Damage that checksums do not show, as a faulty or hostile writer would make
// it: opening must end, with success or an error, and touch nothing outside.
// Nothing of such a module is run.
#include "test/unit/runtime/Handles.h"

#include <random>

using namespace weft::test;

/// Counts what opening came to, so that a test can see that both happen.
struct Outcomes {
  int opened = 0;
  int refused = 0;

  void add(const std::string &bytes) {
    OpenModule module(bytes);
    if (module.status == WEFT_STATUS_OK) {
      ++opened;
      return;
    }
    ++refused;
    EXPECT_FALSE(module.error().empty());
  }
};

TEST(Damage, CodeWithTrueChecksum) {
  const std::string good = readCode("good");
  std::mt19937 random(1);
  Outcomes outcomes;
  for (int round = 0; round < 3000; ++round) {
    std::string elf = good;
    // Headers and tables lie in the first pages and at the end of the data.
    size_t limit = round % 2 ? 1200 : elf.size();
    for (unsigned i = random() % 4 + 1; i > 0; --i)
      elf[random() % limit] = char(random() % 3 == 0 ? 0xff : random());
    if (round % 10 == 0)
      elf.resize(random() % elf.size());
    FakeModule module;
    module.setCode(elf);
    outcomes.add(module.build());
  }
  EXPECT_GT(outcomes.opened, 100);
  EXPECT_GT(outcomes.refused, 100);
}

TEST(Damage, ManifestWithTrueChecksum) {
  FakeModule module;
  const std::string good = module.manifest.dump();
  std::mt19937 random(2);
  Outcomes outcomes;
  const char interesting[] = "0123456789-{}[]\",:.eE\\ntrue";
  for (int round = 0; round < 3000; ++round) {
    std::string text = good;
    for (unsigned i = random() % 3 + 1; i > 0; --i) {
      size_t at = random() % text.size();
      switch (random() % 3) {
      case 0:
        text[at] = interesting[random() % (sizeof(interesting) - 1)];
        break;
      case 1:
        text.erase(at, random() % 20);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 40));
      }
    }
    outcomes.add(module.build(text));
  }
  EXPECT_GT(outcomes.opened, 20);
  EXPECT_GT(outcomes.refused, 1000);
}

TEST(Damage, HeaderWithTrueChecksum) {
  const std::string good = FakeModule().build();
  std::mt19937_64 random(3);
  Outcomes outcomes;
  const uint64_t numbers[] = {
      0, 1, 63, 64, 4096, good.size(), 1ull << 31, 1ull << 63, UINT64_MAX};
  for (size_t field = 8; field < HeaderChecksumOffset; field += 4)
    for (uint64_t number : numbers) {
      std::string bytes = good;
      setValue(bytes, field, uint32_t(number));
      setValue(bytes, field + 4 < 44 ? field + 4 : field,
               uint32_t(number >> 32));
      sealHeader(bytes);
      outcomes.add(bytes);
    }
  EXPECT_GT(outcomes.refused, 80);
}
