// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Affinity and control groups. A container usually sees its own group as the
// root of the file system, a service on the host sees the whole hierarchy: both
// are covered by reading every group from its own up to the root.
#include "runtime/device/cpu/GrantedCores.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <unistd.h>

using namespace weft::runtime;

static std::string readSmallFile(const std::string &path) {
  char text[4096];
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return {};
  ssize_t size = read(descriptor, text, sizeof(text));
  close(descriptor);
  return size > 0 ? std::string(text, size_t(size)) : std::string();
}

static double toCores(double quota, double period) {
  return quota > 0 && period > 0 ? quota / period : 0;
}

/// The quota of one folder; 0 = unlimited or not a group.
static double readFolderQuota(const std::string &folder, bool isVersion2) {
  if (isVersion2) {
    std::string text = readSmallFile(folder + "/cpu.max");
    char *rest = nullptr;
    double quota = strtod(text.c_str(), &rest); // "max" gives 0
    return toCores(quota, strtod(rest, nullptr));
  }
  std::string quota = readSmallFile(folder + "/cpu.cfs_quota_us");
  std::string period = readSmallFile(folder + "/cpu.cfs_period_us");
  return toCores(strtod(quota.c_str(), nullptr),
                 strtod(period.c_str(), nullptr));
}

static double smallerQuota(double a, double b) {
  return a == 0 ? b : b == 0 ? a : std::fmin(a, b);
}

static double readPathQuota(const std::string &mount, std::string group,
                            bool isVersion2) {
  double smallest = readFolderQuota(mount, isVersion2);
  while (!group.empty() && group != "/") {
    smallest =
        smallerQuota(smallest, readFolderQuota(mount + group, isVersion2));
    group.resize(group.rfind('/') == std::string::npos ? 0 : group.rfind('/'));
  }
  return smallest;
}

double weft::runtime::readGroupQuota(std::string_view membership,
                                     std::string_view root) {
  double smallest = 0;
  // Lines are id:controllers:path; version 2 is 0::path.
  while (!membership.empty()) {
    size_t end = membership.find('\n');
    std::string_view line = membership.substr(0, end);
    membership.remove_prefix(end == std::string_view::npos ? membership.size()
                                                           : end + 1);
    size_t first = line.find(':');
    size_t second = line.find(':', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
      continue;
    std::string_view controllers = line.substr(first + 1, second - first - 1);
    std::string group(line.substr(second + 1));
    std::string base(root);
    if (controllers.empty()) {
      smallest = smallerQuota(smallest, readPathQuota(base, group, true));
      continue;
    }
    std::string list = "," + std::string(controllers) + ",";
    if (list.find(",cpu,") == std::string::npos)
      continue;
    for (const std::string &mount :
         {base + "/cpu", base + "/" + std::string(controllers)})
      smallest = smallerQuota(smallest, readPathQuota(mount, group, false));
  }
  return smallest;
}

int weft::runtime::countGrantedCores() {
  int cores = 0;
  // Machines with more than CPU_SETSIZE processors need a larger mask.
  for (int capacity = CPU_SETSIZE; cores == 0 && capacity <= (1 << 16);
       capacity *= 2) {
    cpu_set_t *mask = CPU_ALLOC(capacity);
    if (!mask)
      break;
    size_t bytes = CPU_ALLOC_SIZE(capacity);
    if (sched_getaffinity(0, bytes, mask) == 0)
      cores = CPU_COUNT_S(bytes, mask);
    CPU_FREE(mask);
  }
  double quota =
      readGroupQuota(readSmallFile("/proc/self/cgroup"), "/sys/fs/cgroup");
  if (quota > 0)
    cores = std::min(cores, int(std::ceil(std::fmin(quota, 1e6))));
  return std::max(cores, 1);
}
