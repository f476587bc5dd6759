// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types of one value a block: floats and integers.

#include "lib/Import/Gguf/BlockCodec.h"
#include "lib/Import/Gguf/LittleEndianFloat.h"

using namespace weft;
using namespace weft::gguf;

template <typename T>
static void convertValues(const uint8_t *bytes, float *values, int64_t count) {
  for (int64_t i = 0; i < count; ++i)
    values[i] = static_cast<float>(readUnaligned<T>(bytes + i * sizeof(T)));
}

static void copyValues(const uint8_t *bytes, float *values, int64_t count) {
  if (count > 0)
    std::memcpy(values, bytes, static_cast<size_t>(count) * sizeof(float));
}

static void convertHalves(const uint8_t *bytes, float *values, int64_t count) {
  for (int64_t i = 0; i < count; ++i)
    values[i] = readHalf(bytes + i * 2);
}

static void convertBrainFloats(const uint8_t *bytes, float *values,
                               int64_t count) {
  for (int64_t i = 0; i < count; ++i) {
    uint32_t bits = readUnaligned<uint16_t>(bytes + i * 2);
    values[i] = llvm::bit_cast<float>(bits << 16);
  }
}

template <int64_t sizeBytes, void (*convert)(const uint8_t *, float *, int64_t)>
static constexpr BlockCodec kPlain{1, sizeBytes, convert, nullptr, {}};

const BlockCodec *gguf::findPlainCodec(GgufType type) {
  switch (type) {
  case GgufType::F32:
    return &kPlain<4, copyValues>;
  case GgufType::F16:
    return &kPlain<2, convertHalves>;
  case GgufType::BF16:
    return &kPlain<2, convertBrainFloats>;
  case GgufType::F64:
    return &kPlain<8, convertValues<double>>;
  case GgufType::I8:
    return &kPlain<1, convertValues<int8_t>>;
  case GgufType::I16:
    return &kPlain<2, convertValues<int16_t>>;
  case GgufType::I32:
    return &kPlain<4, convertValues<int32_t>>;
  case GgufType::I64:
    return &kPlain<8, convertValues<int64_t>>;
  default:
    return nullptr;
  }
}
