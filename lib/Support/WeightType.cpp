// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sizes of weights, with every product checked: dimensions come from files.

#include "lib/Support/WeightType.h"
#include "lib/Support/CodePacking.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MathExtras.h"

using namespace weft;

std::optional<unsigned> weft::findElementBits(llvm::StringRef dtype) {
  if (unsigned bits = getPackedBits(dtype))
    return bits;
  return llvm::StringSwitch<std::optional<unsigned>>(dtype)
      .Cases({"f64", "i64", "ui64"}, 64)
      .Cases({"f32", "i32", "ui32"}, 32)
      .Cases({"f16", "bf16", "i16", "ui16"}, 16)
      .Cases({"i8", "ui8", "i1"}, 8)
      .Default(std::nullopt);
}

llvm::Expected<uint64_t> weft::computeSizeBytes(const WeightType &type) {
  std::optional<unsigned> bits = findElementBits(type.dtype);
  if (!bits)
    return llvm::createStringError(llvm::Twine("element type '") + type.dtype +
                                   "' is none that weights can have");
  // Elements, for codes, and bytes for all others.
  bool isPacked = getPackedBits(type.dtype) != 0;
  int64_t size = isPacked ? 1 : *bits / 8;
  bool isEmpty = llvm::is_contained(type.dims, 0);
  for (int64_t dim : type.dims) {
    if (dim < 0)
      return llvm::createStringError(llvm::Twine("a weight of type ") +
                                     formatType(type) +
                                     " has a negative dimension");
    if (!isEmpty && llvm::MulOverflow(size, dim, size))
      return llvm::createStringError(llvm::Twine("a weight of type ") +
                                     formatType(type) +
                                     " is larger than any file");
  }
  if (isEmpty)
    return 0;
  return isPacked ? computePackedBytes(*bits, static_cast<uint64_t>(size))
                  : static_cast<uint64_t>(size);
}

std::string weft::formatType(const WeightType &type) {
  std::string text;
  for (int64_t dim : type.dims)
    text += std::to_string(dim) + "x";
  return text + type.dtype;
}
