// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random numbers by counter: Philox 4x32-10 (Salmon et al., SC'11). A lane is a
// counter, whose four words are neighbours in the result; the last counters,
// whose words may lie past its end, go one by one.

#include "lib/Target/CPU/Kernel/Kernels.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

#include <array>
#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Counters of a task.
static constexpr int64_t kTaskCounters = 1024;

namespace {
using Words = std::array<Value, 4>;

class RandomEmitter {
public:
  RandomEmitter(KernelBuilder &builder, FuncOp kernel, RandomOp root,
                const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        lanes(context.lanes) {}

  void emit();

private:
  Type type(Type element) { return b.withLanes(element, width); }
  Value word(int64_t value) {
    return b.constantInt(type(b.getI32Type()), static_cast<int32_t>(value));
  }
  Value loadNumber(Value tensor);
  /// The halves of a 64-bit number, low one first.
  std::pair<Value, Value> split(Value number);
  Words emitPhilox(Value counter, Value key);
  Value toUniform(Value word, Type element);
  std::pair<Value, Value> toNormal(Value first, Value second);
  /// The numbers of the counters from `base` + `block` on, one for each lane.
  Words emitNumbers(Value base, Value block, Value key);

  KernelBuilder &b;
  RandomOp root;
  KernelFrame frame;
  int64_t lanes, width = 1;
};

/// A scalar operand as i64.
Value RandomEmitter::loadNumber(Value tensor) {
  if (auto constant = matchConstantInts(tensor))
    return b.index(constant->front());
  const KernelTensor &memory =
      frame.getArgument(cast<BlockArgument>(tensor).getArgNumber());
  return b.load(memory.pointer, memory.element, b.index(0));
}

std::pair<Value, Value> RandomEmitter::split(Value number) {
  Value upper =
      arith::ShRUIOp::create(b, number, b.constantInt(number.getType(), 32));
  return {arith::TruncIOp::create(b, type(b.getI32Type()), number),
          arith::TruncIOp::create(b, type(b.getI32Type()), upper)};
}

Words RandomEmitter::emitPhilox(Value counter, Value key) {
  auto multiply = [&](int64_t factor, Value each) {
    Type wide = type(b.getI64Type());
    return split(arith::MulIOp::create(b, b.constantInt(wide, factor),
                                       arith::ExtUIOp::create(b, wide, each)));
  };
  auto mix = [&](Value x, Value y, Value z) {
    return arith::XOrIOp::create(b, arith::XOrIOp::create(b, x, y), z);
  };
  auto [low, high] = split(b.splat(key, width));
  auto [counterLow, counterHigh] = split(counter);
  Words words{counterLow, counterHigh, word(0), word(0)};
  for (int round = 0; round < 10; ++round) {
    auto [lowA, highA] = multiply(0xD2511F53, words[0]);
    auto [lowB, highB] = multiply(0xCD9E8D57, words[2]);
    words = {mix(highB, words[1], low), lowB, mix(highA, words[3], high), lowA};
    low = arith::AddIOp::create(b, low, word(0x9E3779B9));
    high = arith::AddIOp::create(b, high, word(0xBB67AE85));
  }
  return words;
}

/// The upper 24 bits of a word as a number in [0, 1).
Value RandomEmitter::toUniform(Value each, Type element) {
  Value bits = arith::ShRUIOp::create(b, each, word(8));
  return arith::MulFOp::create(b,
                               arith::SIToFPOp::create(b, type(element), bits),
                               b.constant(type(element), 0x1p-24));
}

/// Box and Muller, 1958, in f64, so that rounding to f32 is all that is lost.
std::pair<Value, Value> RandomEmitter::toNormal(Value first, Value second) {
  Type f64 = type(b.getF64Type()), f32 = type(b.getF32Type());
  Value moved = arith::AddFOp::create(b, toUniform(first, b.getF64Type()),
                                      b.constant(f64, 0x1p-24));
  Value radius = math::SqrtOp::create(
      b, arith::MulFOp::create(b, math::LogOp::create(b, moved),
                               b.constant(f64, -2)));
  Value angle = arith::MulFOp::create(b, toUniform(second, b.getF64Type()),
                                      b.constant(f64, 2 * M_PI));
  auto project = [&](Value direction) {
    return arith::TruncFOp::create(b, f32,
                                   arith::MulFOp::create(b, radius, direction));
  };
  return {project(math::CosOp::create(b, angle)),
          project(math::SinOp::create(b, angle))};
}

Words RandomEmitter::emitNumbers(Value base, Value block, Value key) {
  Value counter = b.splat(b.add(base, block), width);
  if (width > 1) {
    SmallVector<int64_t> steps = llvm::to_vector(llvm::seq<int64_t>(0, width));
    auto i64s = cast<VectorType>(type(b.getI64Type()));
    counter = arith::AddIOp::create(
        b, counter,
        arith::ConstantOp::create(
            b, DenseElementsAttr::get(i64s, ArrayRef<int64_t>(steps))));
  }
  Words words = emitPhilox(counter, key);
  if (root.getKind() == RandomKind::uniform) {
    for (Value &each : words)
      each = toUniform(each, b.getF32Type());
    return words;
  }
  std::tie(words[0], words[1]) = toNormal(words[0], words[1]);
  std::tie(words[2], words[3]) = toNormal(words[2], words[3]);
  return words;
}

void RandomEmitter::emit() {
  const KernelTensor &result = frame.getResult(0);
  Value count = b.product(result.dims), key = loadNumber(root.getKey()),
        base = loadNumber(root.getCounter());
  Value from = b.mul(frame.getBegin(), kTaskCounters),
        to = b.min(b.mul(frame.getEnd(), kTaskCounters), b.ceilDiv(count, 4));
  // Whole vectors end where the result has all four words of each of their
  // counters.
  Value whole = b.max(from, b.min(to, b.div(count, 4))),
        middle = b.add(from, b.mul(b.div(b.sub(whole, from), lanes), lanes));
  width = lanes;
  b.loop(from, middle, lanes, [&](Value block) {
    Words numbers = emitNumbers(base, block, key);
    Value even = vector::InterleaveOp::create(b, numbers[0], numbers[2]),
          odd = vector::InterleaveOp::create(b, numbers[1], numbers[3]);
    b.store(vector::InterleaveOp::create(b, even, odd), result.pointer,
            result.element, b.mul(block, 4));
  });
  width = 1;
  b.loop(middle, to, 1, [&](Value block) {
    Words numbers = emitNumbers(base, block, key);
    for (auto [i, number] : llvm::enumerate(numbers)) {
      Value at = b.add(b.mul(block, 4), i);
      b.ifThen(b.compare(arith::CmpIPredicate::slt, at, count),
               [&] { b.store(number, result.pointer, result.element, at); });
    }
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitRandomKernel(KernelBuilder &b, FuncOp kernel,
                                               RandomOp root,
                                               const KernelContext &context) {
  RandomEmitter(b, kernel, root, context).emit();
  bool isNormal = root.getKind() == RandomKind::normal;
  return EmittedKernel{[=](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                           ArrayRef<SmallVector<Value>> resultDims) {
    Value count = host.product(resultDims[0]),
          counters = host.ceilDiv(count, 4);
    return Launch{host.ceilDiv(counters, kTaskCounters), host.index(0),
                  isNormal ? host.mul(count, 10) : count};
  }};
}
