// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of types, and the way from a type to its family.

#include "lib/Import/Gguf/BlockTypes.h"
#include "lib/Import/Gguf/BlockCodec.h"
#include "llvm/Support/ErrorHandling.h"

using namespace weft;
using namespace weft::gguf;

namespace {
struct TypeName {
  uint32_t id;
  const char *name;
  /// Null for blocks and for what cannot be decoded.
  const char *element = nullptr;
};
} // namespace

/// Every id that ever had a name.
static constexpr TypeName kTypeNames[] = {
    {0, "F32", "f32"},    {1, "F16", "f16"},  {2, "Q4_0"},
    {3, "Q4_1"},          {4, "Q4_2"},        {5, "Q4_3"},
    {6, "Q5_0"},          {7, "Q5_1"},        {8, "Q8_0"},
    {9, "Q8_1"},          {10, "Q2_K"},       {11, "Q3_K"},
    {12, "Q4_K"},         {13, "Q5_K"},       {14, "Q6_K"},
    {15, "Q8_K"},         {16, "IQ2_XXS"},    {17, "IQ2_XS"},
    {18, "IQ3_XXS"},      {19, "IQ1_S"},      {20, "IQ4_NL"},
    {21, "IQ3_S"},        {22, "IQ2_S"},      {23, "IQ4_XS"},
    {24, "I8", "i8"},     {25, "I16", "i16"}, {26, "I32", "i32"},
    {27, "I64", "i64"},   {28, "F64", "f64"}, {29, "IQ1_M"},
    {30, "BF16", "bf16"}, {31, "Q4_0_4_4"},   {32, "Q4_0_4_8"},
    {33, "Q4_0_8_8"},     {34, "TQ1_0"},      {35, "TQ2_0"},
    {36, "IQ4_NL_4_4"},   {37, "IQ4_NL_4_8"}, {38, "IQ4_NL_8_8"},
    {39, "MXFP4"},        {40, "NVFP4"},      {41, "Q1_0"},
    {42, "Q2_0"},
};

static const TypeName *findName(uint32_t id) {
  return id < std::size(kTypeNames) ? &kTypeNames[id] : nullptr;
}

static const BlockCodec *findCodec(GgufType type) {
  for (auto *find :
       {findPlainCodec, findLegacyCodec, findSuperCodec, findTableCodec})
    if (const BlockCodec *codec = find(type))
      return codec;
  return nullptr;
}

static const BlockCodec &getCodec(GgufType type) {
  if (const BlockCodec *codec = findCodec(type))
    return *codec;
  llvm_unreachable("a GgufType without codec");
}

std::optional<GgufType> weft::findGgufType(uint32_t id) {
  GgufType type = static_cast<GgufType>(id);
  return findCodec(type) ? std::optional(type) : std::nullopt;
}

std::string weft::findGgufTypeName(uint32_t id) {
  if (const TypeName *type = findName(id))
    return type->name;
  return std::to_string(id);
}

llvm::StringRef weft::getGgufTypeName(GgufType type) {
  return findName(static_cast<uint32_t>(type))->name;
}

std::string weft::listGgufTypes() {
  std::string list;
  for (const TypeName &type : kTypeNames)
    if (findGgufType(type.id))
      list += (list.empty() ? "" : ", ") + std::string(type.name);
  return list;
}

int64_t weft::getBlockSize(GgufType type) {
  return getCodec(type).valuesPerBlock;
}

int64_t weft::getBlockSizeBytes(GgufType type) {
  return getCodec(type).bytesPerBlock;
}

std::optional<llvm::StringRef> weft::findElementType(GgufType type) {
  if (const char *element = findName(static_cast<uint32_t>(type))->element)
    return llvm::StringRef(element);
  return std::nullopt;
}

void weft::dequantize(GgufType type, const uint8_t *blocks, float *values,
                      int64_t count) {
  getCodec(type).dequantize(blocks, values, count);
}

std::optional<IntegerForm> weft::findIntegerForm(GgufType type) {
  const BlockCodec &codec = getCodec(type);
  return codec.split ? std::optional(codec.form) : std::nullopt;
}

void weft::splitBlocks(GgufType type, const uint8_t *blocks, int8_t *codes,
                       float *scales, float *minimums, int64_t count) {
  getCodec(type).split(blocks, codes, scales, minimums, count);
}
