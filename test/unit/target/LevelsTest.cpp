// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `--cpu` accepts, and what code of a level asks of a processor.

#include "lib/Target/CPU/Backend/Levels.h"
#include "llvm/TargetParser/Host.h"
#include <gtest/gtest.h>

using namespace weft::cpu;

TEST(LevelsTest, FixedLevels) {
  Level avx2 = llvm::cantFail(getLevel("avx2"));
  EXPECT_EQ(avx2.vectorBits, 256u);
  EXPECT_EQ(avx2.vectorRegisters, 16u);
  EXPECT_TRUE(avx2.has("fma") && avx2.has("f16c"));
  EXPECT_FALSE(avx2.has("avx512f"));
  Level avx512 = llvm::cantFail(getLevel("avx512"));
  EXPECT_EQ(avx512.vectorBits, 512u);
  EXPECT_TRUE(avx512.has("avx512vnni") && avx512.has("avx2"));
  EXPECT_FALSE(avx512.has("avx512bf16"));
  EXPECT_TRUE(
      llvm::StringRef(avx512.getFeatureString()).contains("-prefer-256-bit"));
  Level amx = llvm::cantFail(getLevel("amx"));
  EXPECT_EQ(amx.vectorBits, 512u);
  for (const char *feature :
       {"amx-tile", "amx-int8", "amx-bf16", "avx512bf16", "avx512vnni"})
    EXPECT_TRUE(amx.has(feature)) << feature;
  EXPECT_FALSE(amx.has("amx-fp16"));
}

TEST(LevelsTest, TilesWithoutWideVectorsForEmulators) {
  Level level = llvm::cantFail(getLevel("avx2+amx"));
  EXPECT_EQ(level.vectorBits, 256u);
  EXPECT_TRUE(level.has("amx-tile") && level.has("amx-bf16"));
  EXPECT_FALSE(level.has("avx512bf16"));
  for (const LevelDescription &listed : describeLevels())
    EXPECT_NE(listed.name, level.name);
}

TEST(LevelsTest, HostHasWhatItsLevelNeeds) {
  auto bits = llvm::sys::getHostCPUFeatures();
  if (!bits.lookup("avx2"))
    GTEST_SKIP() << "this processor has no AVX2";
  Level host = llvm::cantFail(getLevel("host"));
  EXPECT_EQ(host.name, !bits.lookup("avx512vnni") ? "avx2"
                       : bits.lookup("amx-tile")  ? "amx"
                                                  : "avx512");
  for (const std::string &feature : host.features)
    EXPECT_TRUE(bits.lookup(feature)) << feature;
}

TEST(LevelsTest, ProcessorsByName) {
  Level zen = llvm::cantFail(getLevel("znver4"));
  EXPECT_EQ(zen.name, "znver4");
  EXPECT_EQ(zen.vectorBits, 512u);
  EXPECT_TRUE(zen.has("avx512bf16"));
  EXPECT_FALSE(zen.has("amx-tile"));
  EXPECT_TRUE(llvm::cantFail(getLevel("sapphirerapids")).has("amx-int8"));
  EXPECT_EQ(llvm::cantFail(getLevel("haswell")).vectorBits, 256u);
  EXPECT_TRUE(llvm::StringRef(llvm::toString(getLevel("nehalem").takeError()))
                  .contains("avx2"));
  EXPECT_TRUE(llvm::StringRef(llvm::toString(getLevel("pentium9").takeError()))
                  .contains("found 'pentium9'"));
}

TEST(LevelsTest, Flag) {
  auto names = [](llvm::StringRef flag) {
    std::vector<std::string> names;
    for (const Level &level : llvm::cantFail(parseLevels(flag)))
      names.push_back(level.name);
    return names;
  };
  EXPECT_EQ(names("all"), (std::vector<std::string>{"avx2", "avx512", "amx"}));
  EXPECT_EQ(names("avx512,avx2,avx512"),
            (std::vector<std::string>{"avx512", "avx2"}));
  EXPECT_TRUE(bool(parseLevels("avx2,").takeError()));
}
