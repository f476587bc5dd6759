// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the sum: a register of quads at a time, then those that are left in the first lane.

#include "lib/Target/CPU/Kernel/RowSum.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

Value cpu::emitRowSum(KernelBuilder &b, Value row, Value quads, Value sum) {
  int64_t lanes = b.getLanes();
  Type i32 = b.getI32Type();
  Value ones = makeByteOnes(b), zeros = b.constantInt(ones.getType(), 0),
        whole = b.mul(b.div(quads, lanes), lanes);
  auto add = [&](int64_t count) {
    return [&b, row, ones, zeros, i32, count](Value quad, ValueRange carried) {
      // A quad may begin anywhere.
      Value loaded = LLVM::LoadOp::create(b, b.withLanes(i32, count),
                                          b.address(row, i32, quad),
                                          /*alignment=*/1);
      if (count == 1)
        loaded = vector::InsertOp::create(b, loaded, zeros, 0);
      return SmallVector<Value>{addByteProducts(b, loaded, ones, carried[0])};
    };
  };
  Value sums = b.loop(b.index(0), whole, lanes, zeros, add(lanes))[0];
  sums = b.loop(whole, quads, 1, sums, add(1))[0];
  return vector::ReductionOp::create(b, vector::CombiningKind::ADD, sums, sum);
}
