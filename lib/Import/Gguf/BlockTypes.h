// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How GGUF stores weights: element types of one value, and block types, in
// which 32 or 256 neighbouring values of a row share scales. A value of every
// decodable block type is
//
//   weight = scale * code + minimum
//
// with an integer code, so quantized weights can also be taken apart without
// loss (splitBlocks).

#ifndef WEFT_LIB_IMPORT_GGUF_BLOCKTYPES_H
#define WEFT_LIB_IMPORT_GGUF_BLOCKTYPES_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace weft {

/// The type ids of the format that can be decoded. Ids that are known by name
/// only are not listed; see findGgufTypeName.
enum class GgufType : uint32_t {
  F32 = 0,
  F16 = 1,
  Q4_0 = 2,
  Q4_1 = 3,
  Q5_0 = 6,
  Q5_1 = 7,
  Q8_0 = 8,
  Q8_1 = 9,
  Q2_K = 10,
  Q3_K = 11,
  Q4_K = 12,
  Q5_K = 13,
  Q6_K = 14,
  Q8_K = 15,
  IQ4_NL = 20,
  IQ4_XS = 23,
  I8 = 24,
  I16 = 25,
  I32 = 26,
  I64 = 27,
  F64 = 28,
  BF16 = 30,
  MXFP4 = 39,
};

/// Returns the type with this id, or nothing where it cannot be decoded.
std::optional<GgufType> findGgufType(uint32_t id);

/// Returns the name of a type id, also of one that cannot be decoded or is
/// retired ("IQ2_XS"); the number for an id that nobody gave a name.
std::string findGgufTypeName(uint32_t id);

/// Returns the name as the format spells it: "Q4_K".
llvm::StringRef getGgufTypeName(GgufType type);

/// Returns the names of all decodable types, separated by commas, for messages.
std::string listGgufTypes();

/// Returns how many values one block holds; 1 for types without blocks.
int64_t getBlockSize(GgufType type);

/// Returns the size of one block in bytes.
int64_t getBlockSizeBytes(GgufType type);

/// Returns the element type as WeightType spells it (f32, bf16, i8, ...), or
/// nothing for block types.
std::optional<llvm::StringRef> findElementType(GgufType type);

/// Writes \p count values, a multiple of the block size, as f32: the same bits
/// as ggml's reference (dequantize_row_*) gives. Integers and f64 are
/// converted. \p blocks may be unaligned. Any thread.
void dequantize(GgufType type, const uint8_t *blocks, float *values,
                int64_t count);

/// The integer form of a block type.
struct IntegerForm {
  /// Neighbouring values of a row that share a scale: 16, 32 or 256.
  int64_t groupSize;
  /// Bits of a code. Where codes come from a table (the IQ4 types and MXFP4),
  /// those of its entries: more than the file has.
  unsigned bits;
  /// True where codes are two's complement and there is no minimum; else they
  /// are unsigned and each group has a minimum.
  bool isSymmetric;
};

/// Returns the integer form of a block type, nothing for the others.
std::optional<IntegerForm> findIntegerForm(GgufType type);

/// Takes the blocks of \p count values apart: a code for each, and a scale (and
/// minimum, where the form is not symmetric) for each group. scale * code + minimum in f32 is exactly
/// what dequantize gives. Requires findIntegerForm(type); \p minimums may be
/// null where the form is symmetric. Any thread.
void splitBlocks(GgufType type, const uint8_t *blocks, int8_t *codes,
                 float *scales, float *minimums, int64_t count);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_BLOCKTYPES_H
