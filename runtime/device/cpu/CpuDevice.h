// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The processor of this machine as a device.
#ifndef WEFT_RUNTIME_DEVICE_CPU_CPUDEVICE_H
#define WEFT_RUNTIME_DEVICE_CPU_CPUDEVICE_H

#include "runtime/device/Device.h"
#include "runtime/device/cpu/Processor.h"

namespace weft::runtime {

const Device &getCpuDevice();

/// What the device does, for a processor that may be another than this one.
Status loadForProcessor(const Processor &processor, const LoadRequest &request,
                        std::unique_ptr<Executable> &executable);

} // namespace weft::runtime

#endif
