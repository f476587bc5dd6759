// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random numbers by counter: Philox 4x32-10, Salmon et al., "Parallel Random
// Numbers: As Easy as 1, 2, 3", SC'11.

#include "lib/Interpreter/Evaluation.h"

#include <array>
#include <cmath>

using namespace mlir;
using namespace weft;

/// The four words for a counter (its upper half is 0) and a key.
static std::array<uint32_t, 4> computePhilox(uint64_t counter, uint64_t key) {
  std::array<uint32_t, 4> words = {static_cast<uint32_t>(counter),
                                   static_cast<uint32_t>(counter >> 32), 0, 0};
  uint32_t low = key, high = key >> 32;
  for (int round = 0; round < 10; ++round) {
    uint64_t a = uint64_t(0xD2511F53) * words[0],
             b = uint64_t(0xCD9E8D57) * words[2];
    words = {static_cast<uint32_t>(b >> 32) ^ words[1] ^ low,
             static_cast<uint32_t>(b),
             static_cast<uint32_t>(a >> 32) ^ words[3] ^ high,
             static_cast<uint32_t>(a)};
    low += 0x9E3779B9;
    high += 0xBB67AE85;
  }
  return words;
}

/// The upper 24 bits of a word as a number in [0, 1).
static double toUniform(uint32_t word) { return (word >> 8) * 0x1p-24; }

/// Two normal numbers from two words (Box and Muller, 1958); the first is moved
/// to (0, 1].
static std::pair<double, double> toNormal(uint32_t first, uint32_t second) {
  double radius = std::sqrt(-2 * std::log(toUniform(first) + 0x1p-24)),
         angle = 2 * M_PI * toUniform(second);
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

template <> LogicalResult weft::evaluate(RandomOp op, Evaluation &evaluation) {
  Tensor *out = evaluation.allocate(readInts(evaluation[op.getShape()]));
  if (!out)
    return failure();
  uint64_t key = evaluation[op.getKey()].at<uint64_t>(0),
           counter = evaluation[op.getCounter()].at<uint64_t>(0);
  for (int64_t begin = 0; begin < out->getNumElements();
       begin += 4, ++counter) {
    std::array<uint32_t, 4> words = computePhilox(counter, key);
    std::array<double, 4> numbers;
    if (op.getKind() == RandomKind::uniform) {
      llvm::transform(words, numbers.begin(), toUniform);
    } else {
      std::tie(numbers[0], numbers[1]) = toNormal(words[0], words[1]);
      std::tie(numbers[2], numbers[3]) = toNormal(words[2], words[3]);
    }
    store(Element::F32, numbers.data(),
          std::min<int64_t>(4, out->getNumElements() - begin),
          out->getMutableData() + begin * 4);
  }
  return success();
}

/// Outside training nothing is dropped.
template <> LogicalResult weft::evaluate(DropoutOp op, Evaluation &evaluation) {
  return evaluation.set(evaluation[op.getOperand()]);
}
