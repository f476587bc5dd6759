// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quotas of control groups, read from folders made for the purpose.
#include "runtime/device/cpu/GrantedCores.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>

using namespace weft::runtime;

namespace {

class GrantedCores : public testing::Test {
protected:
  void SetUp() override {
    char name[] = "/tmp/weft-test-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    root = name;
  }
  void TearDown() override {
    std::error_code error;
    std::filesystem::remove_all(root, error);
  }
  void write(const std::string &path, const char *text) {
    std::error_code error;
    std::filesystem::create_directories(
        std::filesystem::path(root + path).parent_path(), error);
    std::ofstream(root + path) << text;
  }
  std::string root;
};

} // namespace

TEST_F(GrantedCores, Version2) {
  write("/cpu.max", "150000 100000\n");
  EXPECT_EQ(readGroupQuota("0::/\n", root), 1.5);
  write("/cpu.max", "max 100000\n");
  EXPECT_EQ(readGroupQuota("0::/\n", root), 0);
}

TEST_F(GrantedCores, Version2Nested) {
  write("/a/cpu.max", "400000 100000\n");
  write("/a/b/cpu.max", "max 100000\n");
  write("/a/b/c/cpu.max", "600000 100000\n");
  EXPECT_EQ(readGroupQuota("0::/a/b/c\n", root), 4);
  EXPECT_EQ(readGroupQuota("0::/elsewhere\n", root), 0);
}

TEST_F(GrantedCores, Version1) {
  write("/cpu,cpuacct/pod/cpu.cfs_quota_us", "50000\n");
  write("/cpu,cpuacct/pod/cpu.cfs_period_us", "100000\n");
  const char *membership = "5:memory:/pod\n4:cpu,cpuacct:/pod\n1:name=x:/pod\n";
  EXPECT_EQ(readGroupQuota(membership, root), 0.5);
  write("/cpu,cpuacct/pod/cpu.cfs_quota_us", "-1\n");
  EXPECT_EQ(readGroupQuota(membership, root), 0);
  // cpuset is not cpu.
  EXPECT_EQ(readGroupQuota("3:cpuset:/pod\n", root), 0);
}

TEST_F(GrantedCores, OddTextsAreNoQuota) {
  write("/cpu.max", "");
  for (const char *text : {"", "\n", "x", "0:", "0::", "::::", "0::/\n0::/\n"})
    EXPECT_EQ(readGroupQuota(text, root), 0) << text;
  write("/cpu.max", "100000");
  EXPECT_EQ(readGroupQuota("0::/", root), 0);
}

TEST(GrantedCoresHere, FollowsAffinity) {
  cpu_set_t before;
  ASSERT_EQ(sched_getaffinity(0, sizeof(before), &before), 0);
  int cores = countGrantedCores();
  EXPECT_GE(cores, 1);
  EXPECT_LE(cores, CPU_COUNT(&before));
  cpu_set_t one;
  CPU_ZERO(&one);
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
    if (CPU_ISSET(cpu, &before)) {
      CPU_SET(cpu, &one);
      break;
    }
  ASSERT_EQ(sched_setaffinity(0, sizeof(one), &one), 0);
  EXPECT_EQ(countGrantedCores(), 1);
  sched_setaffinity(0, sizeof(before), &before);
}
