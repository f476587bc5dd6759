// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one formula for the size that a sliding window leaves.

#ifndef WEFT_DIALECTS_WEFT_WINDOWPLACES_H
#define WEFT_DIALECTS_WEFT_WINDOWPLACES_H

#include <algorithm>
#include <cstdint>
#include <limits>

namespace weft {

/// The number of places for a window of `taps` elements, `dilation` apart, that
/// moves by `stride` over `size` elements, `inputDilation` apart, with padding;
/// the greatest integer where there are more. Attributes may be any integers,
/// so that sums and products need more bits.
inline int64_t computeWindowPlaces(int64_t size, int64_t taps, int64_t stride,
                                   int64_t dilation, int64_t inputDilation,
                                   int64_t low, int64_t high) {
  using Wide = __int128;
  Wide dilated = size == 0 ? 0 : Wide(size - 1) * inputDilation + 1;
  Wide room = dilated + low + high - (Wide(taps - 1) * dilation + 1);
  Wide places = room < 0 ? 0 : room / stride + 1;
  return static_cast<int64_t>(
      std::min<Wide>(places, std::numeric_limits<int64_t>::max()));
}

} // namespace weft

#endif // WEFT_DIALECTS_WEFT_WINDOWPLACES_H
