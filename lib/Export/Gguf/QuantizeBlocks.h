// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// f32 to GGUF's types, with the rounding of ggml's reference: the bytes are
// those that its converters write.

#ifndef WEFT_LIB_EXPORT_GGUF_QUANTIZEBLOCKS_H
#define WEFT_LIB_EXPORT_GGUF_QUANTIZEBLOCKS_H

#include "lib/Import/Gguf/BlockTypes.h"

namespace weft {

/// True for F32, F16, BF16, Q4_0, Q4_1, Q5_0, Q5_1 and Q8_0.
bool canQuantize(GgufType type);

/// Writes the blocks of \p count finite values, a multiple of the block size.
/// Requires canQuantize(type). Any thread.
void quantize(GgufType type, const float *values, uint8_t *blocks,
              int64_t count);

} // namespace weft

#endif // WEFT_LIB_EXPORT_GGUF_QUANTIZEBLOCKS_H
