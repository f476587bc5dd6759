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

static Value multiplyPairs(KernelBuilder &b, StringRef name, Value lhs,
                           Value rhs) {
  int64_t halves = cast<VectorType>(lhs.getType()).getNumElements();
  return LLVM::CallIntrinsicOp::create(
             b, VectorType::get({halves / 2}, b.getI32Type()),
             b.getStringAttr(name), ValueRange{lhs, rhs})
      .getResult(0);
}

Value cpu::addPairProducts(KernelBuilder &b, Value lhs, Value rhs, Value sum,
                           bool hasWideRegisters) {
  int64_t halves = b.getLanes() * 2;
  auto asHalves = [&](Value value) -> Value {
    return vector::BitCastOp::create(
        b, VectorType::get({halves}, b.getI16Type()), value);
  };
  constexpr int64_t kNarrow = 16;
  constexpr StringLiteral kWideName = "llvm.x86.avx512.pmaddw.d.512",
                          kNarrowName = "llvm.x86.avx2.pmadd.wd";
  Value x = asHalves(lhs), y = asHalves(rhs), products;
  if (halves == kNarrow || hasWideRegisters) {
    products =
        multiplyPairs(b, halves == kNarrow ? kNarrowName : kWideName, x, y);
  } else {
    auto part = [&](Value value, int64_t from) -> Value {
      return vector::ExtractStridedSliceOp::create(
          b, value, ArrayRef<int64_t>{from}, ArrayRef<int64_t>{kNarrow},
          ArrayRef<int64_t>{1});
    };
    Value low = multiplyPairs(b, kNarrowName, part(x, 0), part(y, 0)),
          high =
              multiplyPairs(b, kNarrowName, part(x, kNarrow), part(y, kNarrow));
    products = vector::ShuffleOp::create(
        b, low, high, llvm::to_vector(llvm::seq<int64_t>(0, kNarrow)));
  }
  return arith::AddIOp::create(b, sum, products);
}

Value cpu::makeByteOnes(KernelBuilder &b) {
  return b.constantInt(b.withLanes(b.getI32Type(), b.getLanes()), 0x01010101);
}
