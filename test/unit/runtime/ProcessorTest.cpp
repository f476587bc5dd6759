// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which code a processor gets.
#include "runtime/device/cpu/Processor.h"
#include "test/unit/runtime/Handles.h"

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace weft::test;
using weft::runtime::CodeEntry;
using weft::runtime::Processor;
using weft::runtime::Status;

static std::vector<CodeEntry> makeLevels() {
  return {{"cpu", "avx2", "x86_64-linux", {"avx2", "fma"}, {}},
          {"cpu", "avx512", "x86_64-linux", {"avx2", "fma", "avx512f"}, {}},
          {"gpu", "sm_90", "nvptx64", {}, {}}};
}

TEST(Processor, GetsTheBestLevelThatRuns) {
  size_t index = 9;
  EXPECT_TRUE(Processor({"avx2", "fma"}).choose(makeLevels(), "", index).ok());
  EXPECT_EQ(index, 0u);
  Processor large({"avx2", "avx512f", "fma"});
  EXPECT_TRUE(large.choose(makeLevels(), "", index).ok());
  EXPECT_EQ(index, 1u);
  EXPECT_TRUE(large.choose(makeLevels(), "avx2", index).ok());
  EXPECT_EQ(index, 0u);
}

TEST(Processor, MissingFeaturesAreListed) {
  size_t index;
  Status status = Processor({"avx2"}).choose(makeLevels(), "", index);
  EXPECT_EQ(status.getCode(), WEFT_STATUS_UNSUPPORTED_PROCESSOR);
  EXPECT_EQ(status.getMessage(),
            "no code in the module runs on this processor; level avx2 needs "
            "fma; level avx512 needs fma, avx512f; compile with --cpu=host "
            "here, or for a lower level");
  status = Processor({"avx2"}).choose(makeLevels(), "amx", index);
  EXPECT_EQ(status.getMessage(), "expected code for cpu level amx, found cpu "
                                 "avx2, cpu avx512, gpu sm_90");
  status = Processor({"avx2"}).choose({}, "", index);
  EXPECT_EQ(status.getMessage(), "expected code for cpu, found none");
}

TEST(Processor, OtherArchitecturesAreTold) {
  CodeEntry entry{"cpu", "sve", "aarch64-linux", {}, {}};
  EXPECT_EQ(Processor({"avx2"}).explainMissing(entry),
            "is code for aarch64-linux, this is x86_64-linux");
  entry.triple = "x86_64-windows";
  EXPECT_CONTAINS(Processor({"avx2"}).explainMissing(entry), "x86_64-windows");
  entry.triple = "x86_64-unknown-linux-gnu";
  EXPECT_EQ(Processor({"avx2"}).explainMissing(entry), "");
}

TEST(Processor, AgreesWithTheKernel) {
  // Linux lists what the processor has and the system enables.
  std::ifstream file("/proc/cpuinfo");
  std::string flags;
  for (std::string line; std::getline(file, line) && flags.empty();)
    if (line.starts_with("flags"))
      flags = line + " ";
  if (flags.empty())
    GTEST_SKIP() << "no flags in /proc/cpuinfo";
  struct {
    const char *ours;
    const char *theirs;
  } names[] = {{"avx2", " avx2 "},
               {"fma", " fma "},
               {"f16c", " f16c "},
               {"bmi2", " bmi2 "},
               {"sse4.2", " sse4_2 "},
               {"lzcnt", " abm "},
               {"popcnt", " popcnt "},
               {"movbe", " movbe "},
               {"adx", " adx "},
               {"sha", " sha_ni "},
               {"vaes", " vaes "},
               {"clzero", " clzero "},
               {"sse4a", " sse4a "},
               {"avx512f", " avx512f "},
               {"avx512bw", " avx512bw "},
               {"avx512vnni", " avx512_vnni "},
               {"avx512bf16", " avx512_bf16 "},
               {"avx512fp16", " avx512_fp16 "},
               {"avxvnni", " avx_vnni "},
               {"amx-tile", " amx_tile "},
               {"amx-int8", " amx_int8 "},
               {"amx-bf16", " amx_bf16 "}};
  Processor processor = Processor::detect();
  for (auto [ours, theirs] : names)
    EXPECT_EQ(processor.has(ours), flags.find(theirs) != std::string::npos)
        << ours;
}

TEST(Processor, ForeignModuleIsRefusedBeforeItsCodeIsRead) {
  // The code is no code at all: it must not come to that.
  FakeModule module({"avx9999"});
  module.setCode("not an ELF file");
  OpenModule opened(module);
  EXPECT_EQ(opened.status, WEFT_STATUS_UNSUPPORTED_PROCESSOR);
  EXPECT_EQ(opened.error(),
            "memory: no code in the module runs on this processor; level base "
            "needs avx9999; compile with --cpu=host here, or for a lower "
            "level");
}

TEST(Processor, FeaturesAreChangedForTests) {
  Processor processor({"avx2", "fma"});
  processor.change("-fma,+amx-tile,,+avx2,x");
  EXPECT_TRUE(processor.has("avx2") && processor.has("amx-tile"));
  EXPECT_FALSE(processor.has("fma") || processor.has("x"));
  EXPECT_FALSE(processor.withoutTiles().has("amx-tile"));
  EXPECT_TRUE(processor.withoutTiles().has("avx2"));
}

/// From now on this process is not granted the use of tiles.
static bool refuseTiles() {
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_arch_prctl, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  sock_fprog filter = {4, program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

TEST(Processor, RefusedTilesAreTheNextLevel) {
  FakeModule module;
  nlohmann::json tiles = module.manifest["code"][0];
  tiles["level"] = "tiles";
  tiles["features"] = {"amx-tile"};
  module.manifest["code"].push_back(tiles);
  std::string bytes = module.build();
  pid_t child = fork();
  if (child == 0) {
    setenv("WEFT_CPU_FEATURES", "+amx-tile", 1);
    if (!refuseTiles())
      _exit(2);
    OpenModule chosen(bytes);
    WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
    options.level = "tiles";
    OpenModule forced(bytes, &options);
    bool isNext = std::string(weft_program_level(chosen.program)) == "base",
         isTold = forced.error().find("does not let this process use AMX") !=
                  std::string::npos;
    _exit(isNext && isTold ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0) << "2 is a system without seccomp filters";
}
