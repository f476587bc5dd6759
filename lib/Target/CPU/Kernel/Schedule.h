// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one table of tile sizes for contractions and convolutions.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H

#include <cstdint>

namespace weft::cpu {

/// Sizes of a product of matrices; mlir::ShapedType::kDynamic where unknown.
struct ProductSizes {
  int64_t batches, rows, columns;
  /// The reduction as a nest of two loops.
  int64_t outer, inner;
  /// Products that are computed side by side, of `columns` each.
  int64_t parts = 1;
};

struct Schedule {
  /// The register tile: rows x panels of 16 columns.
  int64_t rows, panels;
  /// What one task computes: rows x panels. Not more than there are; blockPanels is a multiple of `panels` unless it is all.
  int64_t blockRows, blockPanels;
  /// Steps of the reduction in one pass over the block, so that the panel's part stays in the first cache and the rows' in the
  /// second: of the inner loop where there is no outer one, else of the outer one.
  int64_t chunk;
  /// Whether there is more than one pass; the sums lie in scratch between them.
  bool isSplit;
};

/// A product of fewer rows takes as long as one of so many, for it waits for its weights.
inline constexpr int64_t kLeastRows = 2;

/// The schedule for vectors of `lanes` f32 (8: 16 registers; 16: 32 registers).
Schedule chooseSchedule(const ProductSizes &sizes, int64_t lanes);

/// What runs in the tasks of `schedule`, which was chosen for an unknown number of rows, where there is a single row.
Schedule chooseForOneRow(const Schedule &schedule, int64_t lanes);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H
