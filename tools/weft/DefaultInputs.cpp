// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values for inputs that nobody gave: the same in every run and on every machine, so the library's distributions, which
// differ between implementations, are not used.

#include "tools/weft/InputFlags.h"
#include <cmath>
#include <random>

using namespace mlir;
using namespace weft;

Tensor weft::makeRandom(const Argument &argument, ArrayRef<int64_t> dims,
                        unsigned number) {
  FailureOr<Tensor> tensor = Tensor::allocate(argument.elementType, dims);
  if (failed(tensor))
    return Tensor();
  std::mt19937_64 random(number + 1);
  auto uniform = [&] {
    return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;
  };
  int64_t count = tensor->getNumElements();
  if (isFloat(tensor->getElement())) {
    std::vector<double> values(count);
    for (double &value : values)
      value = std::sqrt(-2 * std::log(uniform())) *
              std::cos(6.283185307179586 * uniform());
    store(tensor->getElement(), values.data(), count, tensor->getMutableData());
    return *tensor;
  }
  bool isMask = argument.elementType.isInteger(1) ||
                StringRef(argument.name).contains_insensitive("mask");
  int64_t limit = std::max<int64_t>(argument.indexLimit.value_or(2), 1);
  if (argument.elementType.isInteger(8))
    limit = std::min<int64_t>(limit, 127);
  std::vector<int64_t> values(count);
  for (int64_t &value : values)
    value = isMask
                ? 1
                : static_cast<int64_t>(random() % static_cast<uint64_t>(limit));
  store(tensor->getElement(), values.data(), count, tensor->getMutableData());
  return *tensor;
}
