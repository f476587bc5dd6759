// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tasks and time of reductions.

#include "lib/Target/CPU/Kernel/ReductionLaunch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

LaunchFn cpu::makeReductionLaunch(FuncOp kernel, bool keepsLast,
                                  int64_t opsPerNs) {
  int64_t ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end());
  return [=](KernelBuilder &host, ArrayRef<SmallVector<Value>> argumentDims,
             ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    Value most = host.index(1);
    for (const SmallVector<Value> &dims : argumentDims)
      most = host.max(most, host.product(dims));
    return Launch{host.product(keepsLast ? all.drop_back() : all),
                  host.index(0), host.div(host.mul(most, ops), opsPerNs)};
  };
}
