// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many cores this process may use.
#ifndef WEFT_RUNTIME_DEVICE_CPU_GRANTEDCORES_H
#define WEFT_RUNTIME_DEVICE_CPU_GRANTEDCORES_H

#include <string_view>

namespace weft::runtime {

/// The cores of the calling thread's affinity mask, but no more than the CPU
/// quota of its control groups (version 1 or 2) pays for, rounded up; at
/// least 1.
int countGrantedCores();

/// The quota in cores of the control group that `membership` (text of
/// /proc/self/cgroup) names, looked up under `root`
/// (/sys/fs/cgroup), with that of all groups above it; 0 = unlimited.
double readGroupQuota(std::string_view membership, std::string_view root);

} // namespace weft::runtime

#endif
