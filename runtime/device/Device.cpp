// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The list of devices.
#include "runtime/device/Device.h"
#include "runtime/device/cpu/CpuDevice.h"
#include "runtime/device/null/NullDevice.h"

using namespace weft::runtime;

const Device *weft::runtime::findDevice(std::string_view name) {
  if (name == "cpu")
    return &getCpuDevice();
  if (name == "null")
    return &getNullDevice();
  return nullptr;
}

std::string_view weft::runtime::getDeviceNames() { return "cpu, null"; }
