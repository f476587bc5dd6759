// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Zones intel-rapl:N are packages, also of AMD's processors; intel-rapl:N:M are
// parts of them, which are counted already.

#include "tools/weft/EnergyMeter.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <fstream>

using namespace weft;
using llvm::StringRef;

static std::optional<uint64_t> readNumber(const std::string &file) {
  std::ifstream stream(file);
  uint64_t number;
  if (stream >> number)
    return number;
  return std::nullopt;
}

EnergyMeter::EnergyMeter(StringRef folder) {
  obstacle = ("no counters of RAPL in " + folder).str();
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       !error && it != end; it.increment(error)) {
    StringRef name = llvm::sys::path::filename(it->path());
    if (!name.consume_front("intel-rapl:") || name.contains(':'))
      continue;
    Package package{it->path() + "/energy_uj"};
    package.range = readNumber(it->path() + "/max_energy_range_uj").value_or(0);
    if (!readNumber(package.counter)) {
      obstacle = "cannot read " + package.counter + "; root may";
      packages.clear();
      return;
    }
    packages.push_back(std::move(package));
  }
  if (!packages.empty())
    obstacle.clear();
}

void EnergyMeter::start() {
  for (Package &package : packages)
    package.begin = readNumber(package.counter).value_or(0);
}

std::optional<double> EnergyMeter::stop() const {
  if (packages.empty())
    return std::nullopt;
  double sum = 0;
  for (const Package &package : packages) {
    std::optional<uint64_t> now = readNumber(package.counter);
    if (!now)
      return std::nullopt;
    uint64_t used = *now >= package.begin
                        ? *now - package.begin
                        : *now + package.range - package.begin;
    sum += static_cast<double>(used) * 1e-6;
  }
  return sum;
}
