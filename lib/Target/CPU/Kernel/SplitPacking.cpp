// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the splitting loops.

#include "lib/Target/CPU/Kernel/SplitPacking.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/SplitToBF16.h"
#include "lib/Target/CPU/Kernel/TileKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Words of a line of a step, and elements of a step.
static constexpr int64_t kWords = kTileBytes / 4, kStep = 2 * kWords;

Value SplitPacking::countSteps(KernelBuilder &b, Value count) {
  return b.ceilDiv(count, kStep);
}

void SplitPacking::storeWords(Value first, Value second, Value to,
                              Value termStride) {
  auto orZeros = [&](Value value) {
    return value ? value
                 : b.constant(b.withLanes(b.getF32Type(), b.getLanes()), 0);
  };
  for (auto [term, words] :
       llvm::enumerate(splitToWords(b, orZeros(first), orZeros(second), terms)))
    b.store(words, b.address(to, b.getI8Type(), b.mul(termStride, term)),
            b.getI32Type(), b.index(0));
}

Value SplitPacking::loadPart(Value from, Value offset, Value left) {
  int64_t lanes = b.getLanes();
  if (std::optional<int64_t> known = KernelBuilder::known(left)) {
    if (*known <= 0)
      return {};
    if (*known >= lanes)
      return b.load(from, element, offset, lanes);
  }
  Type memory = b.withLanes(b.memoryType(element), lanes);
  Value lane = arith::ConstantOp::create(
      b, b.getI64VectorAttr(llvm::to_vector(llvm::seq<int64_t>(0, lanes))));
  Value exists = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, lane,
                                       b.splat(left, lanes));
  Value loaded = LLVM::MaskedLoadOp::create(
      b, memory, b.address(from, element, offset), exists,
      b.constant(memory, 0), /*alignment=*/KernelBuilder::sizeBytes(element));
  return element.isF32() ? loaded
                         : arith::ExtFOp::create(
                               b, b.withLanes(b.getF32Type(), lanes), loaded);
}

void SplitPacking::packRow(Value from, Value count, Value to, Value stepStride,
                           Value termStride) {
  int64_t lanes = b.getLanes();
  Value whole = b.mul(b.div(count, kStep), kStep);
  auto packStep = [&](Value start, function_ref<Value(int64_t)> load) {
    Value step =
        b.address(to, b.getI8Type(), b.mul(b.div(start, kStep), stepStride));
    for (int64_t v = 0; v < kWords; v += lanes)
      storeWords(load(v), load(v + kWords),
                 b.address(step, b.getI32Type(), b.index(v)), termStride);
  };
  b.loop(b.index(0), whole, kStep, [&](Value start) {
    packStep(start, [&](int64_t v) {
      return b.load(from, element, b.add(start, v), lanes);
    });
  });
  b.ifThen(b.compare(arith::CmpIPredicate::slt, whole, count), [&] {
    packStep(whole, [&](int64_t v) {
      return loadPart(from, b.add(whole, v), b.sub(b.sub(count, whole), v));
    });
  });
}

void SplitPacking::packLine(Value from, Value left, Value line, Value to,
                            Value termStride) {
  int64_t lanes = b.getLanes();
  Value words = b.address(to, b.getI32Type(), b.mul(line, kPanel));
  auto pack = [&](bool hasFirst, bool hasSecond) {
    for (int64_t v = 0; v < kPanel; v += lanes) {
      auto load = [&](int64_t ahead, bool exists) {
        Value at = b.add(b.mul(b.add(line, ahead), kPanel), v);
        return exists ? b.load(from, element, at, lanes) : Value();
      };
      storeWords(load(0, hasFirst), load(kWords, hasSecond),
                 b.address(words, b.getI32Type(), b.index(v)), termStride);
    }
  };
  if (KernelBuilder::known(left).value_or(0) >= kStep)
    return pack(true, true);
  auto exists = [&](int64_t ahead) {
    return b.compare(arith::CmpIPredicate::slt, b.add(line, ahead), left);
  };
  b.ifThen(
      exists(kWords), [&] { pack(true, true); },
      [&] {
        b.ifThen(
            exists(0), [&] { pack(true, false); }, [&] { pack(false, false); });
      });
}
