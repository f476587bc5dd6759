// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What convolutions and pools share: the order of dimensions and the windows.

#ifndef WEFT_IMPORT_ONNX_SPATIAL_H
#define WEFT_IMPORT_ONNX_SPATIAL_H

#include "lib/Import/Onnx/NodeContext.h"

namespace weft::onnx {

/// [batch, channels, spatial...] to [batch, spatial..., channels].
mlir::Value toChannelsLast(TensorBuilder &b, mlir::Value x);
/// And back.
mlir::Value toChannelsFirst(TensorBuilder &b, mlir::Value x);

/// The windows of a convolution or pool, one value for each spatial dimension.
struct Windows {
  llvm::SmallVector<int64_t> sizes, strides, dilations;
  /// Paddings before and after.
  llvm::SmallVector<int64_t> low, high;
  /// Further padding after that ceil_mode asks for; it never counts in means.
  llvm::SmallVector<int64_t> extra;

  size_t rank() const { return sizes.size(); }
  /// Elements that a window spans in dimension `i`.
  int64_t span(size_t i) const { return (sizes[i] - 1) * dilations[i] + 1; }
  /// All lows and then all highs, the extra included.
  llvm::SmallVector<int64_t> padding() const;
};

/// Reads strides, dilations, pads, auto_pad and ceil_mode for windows of
/// `sizes` over `inputSizes`. After an error the lists still have the right
/// lengths.
Windows readWindows(NodeContext &node, llvm::ArrayRef<int64_t> sizes,
                    llvm::ArrayRef<int64_t> inputSizes);

/// One positive value for each of `rank` dimensions.
llvm::SmallVector<int64_t> readPositive(NodeContext &node, llvm::StringRef name,
                                        size_t rank);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_SPATIAL_H
