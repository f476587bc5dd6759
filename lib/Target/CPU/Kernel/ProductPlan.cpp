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
  if (unit == ProductUnit::BF16Pairs)
    return b.mul(b.ceilDiv(depth, 2), kPanel * 4);
  return unit == ProductUnit::F32
             ? b.mul(depth, kPanel * 4)
             : QuadPacker::computePanelBytes(b, unit, depth);
}

Value cpu::computePackedBytes(KernelBuilder &b, const ProductExtents &extents,
                              ProductUnit unit, const Schedule &schedule) {
  return roundUpBytes(b, b.mul(computePackedPanelBytes(b, unit, extents),
                               schedule.blockPanels));
}

PassDepth cpu::computePassDepth(KernelBuilder &b, const ProductExtents &extents,
                                const Schedule &schedule) {
  PassDepth depth{extents.outer, extents.inner};
  if (schedule.isSplit) {
    bool hasOuter = KernelBuilder::known(extents.outer) != 1;
    (hasOuter ? depth.outer : depth.inner) = b.index(schedule.chunk);
  }
  return depth;
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
    plan.tileSchedule =
        chooseTileSchedule(sizes, tiles->terms, schedule.panels);
  // A pair of bf16 would begin in one pass and end in the next.
  if (weight && weight.isBF16() && sizes.outer != 1 && sizes.inner % 2 != 0) {
    plan.schedule.chunk = sizes.outer;
    plan.schedule.isSplit = false;
  }
  if (tiles && tiles->needsFullRate(target)) {
    plan.slowTileSchedule = plan.schedule;
    plan.slowTileSchedule->blockRows = plan.tileSchedule.blockRows;
    plan.slowTileSchedule->blockPanels = plan.tileSchedule.blockPanels;
    plan.slowTileSchedule->panels =
        std::min(plan.schedule.panels, plan.tileSchedule.blockPanels);
  }
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

void ProductPlan::limitPackedPanels(int64_t depth) {
  constexpr int64_t kMostBytes = 512 << 10;
  auto limit = [&](Schedule &each, int64_t sizeBytes) {
    int64_t most =
        kMostBytes / std::max<int64_t>(1, depth * kPanel * sizeBytes);
    most = std::max(each.panels, most / each.panels * each.panels);
    each.blockPanels = std::min(each.blockPanels, most);
  };
  limit(schedule, 4);
  if (tiles && !tiles->sharedBytes)
    limit(tileSchedule, 4);
  if (slowTileSchedule)
    slowTileSchedule->blockPanels = tileSchedule.blockPanels;
}

Value cpu::computeWidenedBytes(KernelBuilder &b, const ProductExtents &extents,
                               const Schedule &schedule) {
  PassDepth depth = computePassDepth(b, extents, schedule);
  // Lines of bf16 come in pairs.
  return b.mul(b.ceilDiv(b.mul(depth.outer, depth.inner), 2), 2 * kPanel * 4);
}

Value cpu::computeProductScratch(KernelBuilder &b,
                                 const ProductExtents &extents,
                                 const ProductPlan &plan) {
  auto roundedSums = [](const Schedule &schedule, bool hasTiles) {
    return (countSumBytes(schedule, hasTiles) + 63) / 64 * 64;
  };
  auto packed = [&](const Schedule &schedule, bool packsPanels) {
    return packsPanels ? computePackedBytes(b, extents, plan.unit, schedule)
                       : b.index(0);
  };
  auto withoutTiles = [&](const Schedule &schedule) {
    Value bytes = b.add(b.index(roundedSums(schedule, false)),
                        packed(schedule, plan.packsPanels));
    if (plan.packsRows)
      bytes =
          b.add(bytes, RowPacking::computeBytes(
                           b, plan.unit, b.mul(extents.outer, extents.inner),
                           schedule.blockRows));
    if (plan.widensPanels)
      bytes = b.add(bytes, b.mul(computeWidenedBytes(b, extents, schedule),
                                 schedule.panels));
    return bytes;
  };
  return selectByRows(b, extents, plan.tiles, withoutTiles(plan.schedule), [&] {
    PassDepth depth = computePassDepth(b, extents, plan.tileSchedule);
    Value steps = plan.tiles->countSteps(b, depth.outer, depth.inner),
          bytes =
              b.add(packed(plan.tileSchedule,
                           plan.packsPanels && !plan.tiles->sharedBytes),
                    computeTileScratch(b, plan.tileSchedule, *plan.tiles, steps,
                                       countPanels(b, extents, plan.parts)));
    return plan.slowTileSchedule
               ? b.max(bytes, withoutTiles(*plan.slowTileSchedule))
               : bytes;
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
