// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Winograd convolution with filters of 3 x 3: a tile of m x n output pixels comes from (m + 2) x (n + 2) products instead of 9 m n.
//
//   y = At [ (G g Gt) . (Bt d B) ] A      g: filter, d: input pixels of the tile, ".": element by element, summed over channels
//
// Each dimension takes m = 2 or m = 4. The points of m = 4 are 0, +-5/8, +-3/2 and infinity: with the usual 0, +-1, +-2 and infinity the
// error is three to five times that of a chain of multiply-adds over the whole reduction, with these it is below two, and lower still
// where the sum over channels is split (see WinogradKernel.cpp). All coefficients are exact in f32.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_WINOGRAD_H
#define WEFT_LIB_TARGET_CPU_KERNEL_WINOGRAD_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"

#include <array>
#include <optional>

namespace weft::cpu {

/// How a convolution is tiled: output pixels of a tile in each dimension of the image, 2 or 4.
struct WinogradTile {
  int64_t height, width;

  /// Elements of a transformed filter or input tile.
  int64_t count() const { return (height + 2) * (width + 2); }
  bool operator==(const WinogradTile &other) const = default;
};

/// On a module whose sums are to be chains of multiply-adds and nothing else (--precision f32-strict).
inline constexpr llvm::StringLiteral kStrictAttribute = "weft.f32_strict";
/// On a module: lanes of f32 in the widest registers that it gets code for. Filters lie in one layout for all levels, and the wider the registers,
/// the less products cost beside the reading of larger filters.
inline constexpr llvm::StringLiteral kLanesAttribute = "weft.most_lanes";

/// The tile for `op`, or nothing where plain products are expected to be as fast, or it is no such convolution.
std::optional<WinogradTile> chooseWinogradTile(ConvOp op);

/// G g Gt of filters of 3 x 3.
class FilterTransform {
public:
  explicit FilterTransform(const WinogradTile &tile);

  /// Transforms the filters of 16 outputs, which stand side by side: a tap of them in row-major order is `tapStride` numbers behind the one before,
  /// an element of the results (there are tile.count()) `elementStride`.
  void apply(const float *filters, int64_t tapStride, float *results,
             int64_t elementStride) const;

private:
  llvm::SmallVector<std::array<double, 3>> vertical, horizontal;
};

/// Bt d in one dimension: m + 2 values to as many.
llvm::SmallVector<mlir::Value> transformInput(KernelBuilder &builder,
                                              llvm::ArrayRef<mlir::Value> d);
/// At s in one dimension: m + 2 values to m.
llvm::SmallVector<mlir::Value> transformOutput(KernelBuilder &builder,
                                               llvm::ArrayRef<mlir::Value> s);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_WINOGRAD_H
