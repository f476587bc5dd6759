// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order of the rows of queries and keys. Formats differ in which two
// dimensions of a head are rotated together: neighbours, or one of each half.
// Rows are moved whole, so that codes along them stay as they are.

#ifndef WEFT_LIB_EXPORT_DECODER_ROWORDER_H
#define WEFT_LIB_EXPORT_DECODER_ROWORDER_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Decoder/DecoderWeights.h"

namespace weft {

/// Where the rows of a weight are taken from, for another kind of rotation.
class RowOrder {
public:
  RowOrder(const DecoderConfig &config, const DecoderWeightId &id,
           bool isInterleaved)
      : isMoved(
            (id.role == DecoderRole::Query || id.role == DecoderRole::Key) &&
            config.rotary.dims > 0 &&
            isInterleaved != config.rotary.isInterleaved),
        toNeighbours(isInterleaved), dims(config.rotary.dims),
        headWidth(config.headWidth) {}

  bool isIdentity() const { return !isMoved; }

  /// The row of the source that is row \p row of the result.
  int64_t getSource(int64_t row) const {
    int64_t place = row % headWidth;
    if (!isMoved || place >= dims)
      return row;
    int64_t half = dims / 2;
    return row - place +
           (toNeighbours ? place % 2 * half + place / 2
                         : place % half * 2 + place / half);
  }

private:
  bool isMoved, toNeighbours;
  int64_t dims, headWidth;
};

/// Whether a weight is the gain of a normalization by the root mean square,
/// which formats have with and without 1 added.
inline bool isNormGain(const DecoderWeightId &id) {
  switch (id.role) {
  case DecoderRole::FinalNorm:
  case DecoderRole::AttentionNorm:
  case DecoderRole::QueryNorm:
  case DecoderRole::KeyNorm:
  case DecoderRole::AttentionPostNorm:
  case DecoderRole::FeedForwardNorm:
  case DecoderRole::FeedForwardPostNorm:
    return !id.isBias;
  default:
    return false;
  }
}

} // namespace weft

#endif // WEFT_LIB_EXPORT_DECODER_ROWORDER_H
