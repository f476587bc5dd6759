// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Choice of units and sizes of scratch.

#include "lib/Target/CPU/Kernel/ProductPlan.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/QuadPacking.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Rows that widening a panel once, and not for each tile of rows, is worth.
static constexpr int64_t kLeastWideningRows = 32;

/// Products (multiply and add) in a nanosecond that a thread is expected to do.
static constexpr int64_t kProductsPerNs = 32;

static Value roundUpBytes(KernelBuilder &b, Value bytes) {
  return b.mul(b.ceilDiv(bytes, 64), 64);
}

int64_t cpu::countSumBytes(const Schedule &schedule, bool hasTiles) {
  if (!schedule.isSplit || hasTiles)
    return 0;
  int64_t tiles = (schedule.blockRows + schedule.rows - 1) / schedule.rows,
          columns =
              (schedule.blockPanels + schedule.panels - 1) / schedule.panels;
  return tiles * schedule.rows * columns * schedule.panels * kPanel * 4;
}

Value cpu::computePackedPanelBytes(KernelBuilder &b, ProductUnit unit,
                                   const ProductExtents &extents) {
  Value depth = b.mul(extents.outer, extents.inner);
  return unit == ProductUnit::F32
             ? b.mul(depth, kPanel * 4)
             : QuadPacker::computePanelBytes(b, unit, depth);
}

Value cpu::computePackedBytes(KernelBuilder &b, const ProductExtents &extents,
                              ProductUnit unit, const Schedule &schedule) {
  return roundUpBytes(b, b.mul(computePackedPanelBytes(b, unit, extents),
                               schedule.blockPanels));
}

Value cpu::countDepth(KernelBuilder &b, const ProductExtents &extents,
                      const Schedule &schedule) {
  if (!schedule.isSplit)
    return b.mul(extents.outer, extents.inner);
  bool hasOuter = KernelBuilder::known(extents.outer) != 1;
  return b.mul(hasOuter ? extents.inner : b.index(1), schedule.chunk);
}

Value cpu::isForTiles(KernelBuilder &b, const TilePacking &tiles, Value rows) {
  return b.compare(P::sge, rows, b.index(tiles.leastRows));
}

/// `onTiles` where tiles compute the product, else `otherwise`.
static Value selectByRows(KernelBuilder &b, const ProductExtents &extents,
                          const std::optional<TilePacking> &tiles,
                          Value otherwise, function_ref<Value()> onTiles) {
  return tiles ? b.select(isForTiles(b, *tiles, extents.rows), onTiles(),
                          otherwise)
               : otherwise;
}

ProductPlan ProductPlan::choose(const KernelTarget &target,
                                const Schedule &schedule,
                                const ProductSizes &sizes,
                                std::optional<TilePacking> tiles,
                                const ProductRows &rows, Type weight) {
  ProductPlan plan;
  plan.schedule = schedule;
  plan.parts = sizes.parts;
  plan.tiles = tiles;
  plan.packsPanels = !weight;
  plan.packsRows = needsPacking(target, rows, sizes.inner);
  if (tiles)
    plan.tileSchedule = chooseTileSchedule(sizes, tiles->terms);
  if (isa<IntegerType>(rows.element)) {
    plan.unit = chooseIntegerUnit(target, tiles.has_value());
    plan.schedule.isSplit = plan.tileSchedule.isSplit = false;
  }
  plan.widensPanels =
      isa_and_present<FloatType>(weight) && !weight.isF32() &&
      sizes.parts == 1 &&
      (ShapedType::isDynamic(sizes.rows) || sizes.rows >= kLeastWideningRows);
  return plan;
}

Value cpu::computeWidenedBytes(KernelBuilder &b, const ProductExtents &extents,
                               const Schedule &schedule) {
  return b.mul(countDepth(b, extents, schedule), kPanel * 4);
}

Value cpu::computeProductScratch(KernelBuilder &b,
                                 const ProductExtents &extents,
                                 const ProductPlan &plan) {
  auto roundedSums = [](const Schedule &schedule, bool hasTiles) {
    return (countSumBytes(schedule, hasTiles) + 63) / 64 * 64;
  };
  auto packed = [&](const Schedule &schedule) {
    return plan.packsPanels
               ? computePackedBytes(b, extents, plan.unit, schedule)
               : b.index(0);
  };
  Value bytes =
      b.add(b.index(roundedSums(plan.schedule, false)), packed(plan.schedule));
  if (plan.packsRows)
    bytes = b.add(bytes, RowPacking::computeBytes(
                             b, plan.unit, b.mul(extents.outer, extents.inner),
                             plan.schedule.blockRows));
  if (plan.widensPanels)
    bytes = b.add(bytes, b.mul(computeWidenedBytes(b, extents, plan.schedule),
                               plan.schedule.panels));
  return selectByRows(b, extents, plan.tiles, bytes, [&] {
    return b.add(packed(plan.tileSchedule),
                 computeTileScratch(b, plan.tileSchedule, *plan.tiles,
                                    countDepth(b, extents, plan.tileSchedule)));
  });
}

Value cpu::countPanels(KernelBuilder &b, const ProductExtents &extents,
                       int64_t parts) {
  return b.ceilDiv(extents.columns, kPanel * parts);
}

Value cpu::computeProductTasks(KernelBuilder &b, const ProductExtents &extents,
                               const ProductPlan &plan) {
  auto tasks = [&](const Schedule &schedule) {
    Value panels = countPanels(b, extents, plan.parts);
    return b.mul(
        b.mul(extents.batches, b.ceilDiv(extents.rows, schedule.blockRows)),
        b.ceilDiv(panels, schedule.blockPanels));
  };
  return selectByRows(b, extents, plan.tiles, tasks(plan.schedule),
                      [&] { return tasks(plan.tileSchedule); });
}

Value cpu::computeProductCost(KernelBuilder &b, const ProductExtents &extents) {
  Value products =
      b.product({extents.batches, b.max(extents.rows, b.index(kLeastRows)),
                 extents.columns, extents.outer, extents.inner});
  return b.add(b.div(products, kProductsPerNs), 1);
}
