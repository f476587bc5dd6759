// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of vpdpbusd.

#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

Value cpu::addByteProducts(KernelBuilder &b, Value lhs, Value rhs, Value sum) {
  int64_t lanes = b.getLanes();
  Type bytes = VectorType::get({lanes * 4}, b.getI8Type());
  StringRef name = lanes == 16 ? "llvm.x86.avx512.vpdpbusd.512"
                               : "llvm.x86.avx512.vpdpbusd.256";
  return LLVM::CallIntrinsicOp::create(
             b, sum.getType(), b.getStringAttr(name),
             ValueRange{sum, vector::BitCastOp::create(b, bytes, lhs),
                        vector::BitCastOp::create(b, bytes, rhs)})
      .getResult(0);
}

Value cpu::makeByteOnes(KernelBuilder &b) {
  return b.constantInt(b.withLanes(b.getI32Type(), b.getLanes()), 0x01010101);
}
