// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A device that computes nothing: it needs no code for this processor, checks
// the inputs of a call, fixes the outputs as far as the inputs decide their
// dims, and writes nothing. It measures what the runtime itself costs, checks
// input without running it, and is the example of a device.
#ifndef WEFT_RUNTIME_DEVICE_NULL_NULLDEVICE_H
#define WEFT_RUNTIME_DEVICE_NULL_NULLDEVICE_H

#include "runtime/device/Device.h"

namespace weft::runtime {

const Device &getNullDevice();

} // namespace weft::runtime

#endif
