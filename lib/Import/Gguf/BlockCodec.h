// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the families of types provide. A block type is one struct:
//
//   struct Q8_0 {
//     static constexpr int64_t kValues = 32, kBytes = 34;
//     static constexpr IntegerForm kForm{/*groupSize=*/32, /*bits=*/8, true};
//     static void unpack(const uint8_t *block, int8_t *codes, float *scales,
//                        float *minimums);
//   };
//
// Both what dequantize() and what splitBlocks() do follow from it. All loops
// have constant bounds and no branches, so that compilers vectorize them.

#ifndef WEFT_LIB_IMPORT_GGUF_BLOCKCODEC_H
#define WEFT_LIB_IMPORT_GGUF_BLOCKCODEC_H

#include "lib/Import/Gguf/BlockTypes.h"

namespace weft::gguf {

/// The functions of one type; see BlockTypes.h for what they do. split is null
/// where there is no integer form.
struct BlockCodec {
  int64_t valuesPerBlock;
  int64_t bytesPerBlock;
  void (*dequantize)(const uint8_t *blocks, float *values, int64_t count);
  void (*split)(const uint8_t *blocks, int8_t *codes, float *scales,
                float *minimums, int64_t count);
  IntegerForm form;
};

template <typename Block>
void dequantizeBlocks(const uint8_t *blocks, float *values, int64_t count) {
  constexpr int64_t kGroup = Block::kForm.groupSize;
  constexpr int64_t kGroups = Block::kValues / kGroup;
  for (int64_t done = 0; done < count; done += Block::kValues) {
    int8_t codes[Block::kValues];
    float scales[kGroups];
    float minimums[kGroups];
    Block::unpack(blocks, codes, scales, minimums);
    for (int64_t g = 0; g < kGroups; ++g)
      for (int64_t i = 0; i < kGroup; ++i) {
        float value = scales[g] * static_cast<float>(codes[g * kGroup + i]);
        if constexpr (!Block::kForm.isSymmetric)
          value += minimums[g];
        values[g * kGroup + i] = value;
      }
    blocks += Block::kBytes;
    values += Block::kValues;
  }
}

template <typename Block>
void splitBlocksOf(const uint8_t *blocks, int8_t *codes, float *scales,
                   float *minimums, int64_t count) {
  constexpr int64_t kGroups = Block::kValues / Block::kForm.groupSize;
  for (int64_t done = 0; done < count; done += Block::kValues) {
    Block::unpack(blocks, codes, scales, minimums);
    blocks += Block::kBytes;
    codes += Block::kValues;
    scales += kGroups;
    if constexpr (!Block::kForm.isSymmetric)
      minimums += kGroups;
  }
}

template <typename Block>
inline constexpr BlockCodec kBlockCodec{Block::kValues, Block::kBytes,
                                        dequantizeBlocks<Block>,
                                        splitBlocksOf<Block>, Block::kForm};

/// Each returns the codec of a type of its family, else null.
const BlockCodec *findPlainCodec(GgufType type);
const BlockCodec *findLegacyCodec(GgufType type);
const BlockCodec *findSuperCodec(GgufType type);
const BlockCodec *findTableCodec(GgufType type);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_BLOCKCODEC_H
