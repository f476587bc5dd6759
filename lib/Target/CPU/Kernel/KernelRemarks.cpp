// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The sentences.

#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace weft;

static remark::detail::InFlightRemark missed(Operation *op, StringRef name) {
  return remark::missed(op->getLoc(),
                        remark::RemarkOpts::name(name).category("kernel"));
}

void cpu::reportNotVectorized(Operation *op, StringRef why) {
  missed(op, "NotVectorized")
      << op->getName().stripDialect() << " is not vectorized: " << why;
}

void cpu::reportNotTiled(Operation *op) {
  missed(op, "NotTiled")
      << op->getName().stripDialect()
      << " runs without the register tile: it takes floats, or bytes into "
         "i32, the first operand from memory, and columns that end both the "
         "second operand and the result";
}

void cpu::reportUnknownSizes(Operation *op, const ProductSizes &sizes) {
  auto isUnknown = ShapedType::isDynamic;
  SmallVector<StringRef> unknown;
  if (isUnknown(sizes.batches))
    unknown.push_back("batches");
  if (isUnknown(sizes.rows))
    unknown.push_back("rows");
  if (isUnknown(sizes.columns))
    unknown.push_back("columns");
  if (isUnknown(sizes.outer) || isUnknown(sizes.inner))
    unknown.push_back("reduction");
  if (!unknown.empty())
    missed(op, "UnknownSizes")
        << op->getName().stripDialect()
        << " is scheduled for typical sizes, because a call decides its "
        << llvm::join(unknown, ", ") << "; --dim fixes named dimensions";
}

/// "6 rows", "1 row".
static std::string count(int64_t number, StringRef what) {
  return (Twine(number) + " " + what + (number == 1 ? "" : "s")).str();
}

void cpu::reportSchedule(Operation *op, const ProductKey &product,
                         const Schedule &schedule, bool isMeasured) {
  if (!op->getContext()->getRemarkEngine())
    return;
  const ProductSizes &sizes = product.sizes;
  std::string blocks = count(schedule.blockRows, "row") + " x " +
                       count(schedule.blockPanels * kPanel, "column");
  std::string passes = "in one pass";
  if (schedule.isSplit)
    passes = "in passes of " + std::to_string(schedule.chunk) +
             (sizes.outer != 1 ? " taps" : " steps") +
             ", whose part of the rows stays in the second-level cache";
  StringRef why = "by the sizes of registers and caches";
  if (isMeasured)
    why = "measured";
  else if (!product.isKnown())
    why = "for typical sizes";
  else if (sizes.rows <= schedule.rows)
    why = "so that few rows wait for weights only, in several streams";
  remark::analysis(op->getLoc(),
                   remark::RemarkOpts::name("Schedule").category("kernel"))
      << op->getName().stripDialect() << " (" << product.describe()
      << ") runs in tiles of " << count(schedule.rows, "row") << " x "
      << std::to_string(schedule.panels * kPanel) << " columns, tasks of "
      << blocks << ", the reduction " << passes << ": " << why;
}

void cpu::reportSparse(Operation *op, const ProductSizes &sizes, int64_t kept,
                       const Schedule &schedule) {
  if (!op->getContext()->getRemarkEngine())
    return;
  remark::analysis(op->getLoc(),
                   remark::RemarkOpts::name("ZerosLeftOut").category("kernel"))
      << op->getName().stripDialect() << " leaves out zeros of its weights: "
      << "for each " << std::to_string(kPanel) << " columns "
      << std::to_string(kept) << " of " << std::to_string(sizes.inner)
      << " steps stay, in tiles of " << count(schedule.rows, "row")
      << ", tasks of " << count(schedule.blockRows, "row") << " x "
      << count(schedule.blockPanels * kPanel, "column");
}

void cpu::reportTiles(Operation *op, const ProductPlan &plan) {
  if (!plan.tiles || !op->getContext()->getRemarkEngine())
    return;
  const TilePacking &tiles = *plan.tiles;
  const Schedule &schedule = plan.tileSchedule;
  std::string form = tiles.element == TileElement::BF16 ? "bf16" : "bytes";
  if (tiles.terms > 1)
    form = std::to_string(tiles.terms) + " terms of bf16 for each f32";
  std::string rows = tiles.readsRows ? "rows are read where they lie"
                                     : "each task packs its rows";
  std::string otherwise;
  if (tiles.leastRows > 1)
    otherwise += "; fewer than " + count(tiles.leastRows, "row") +
                 " go to multiply-adds";
  if (plan.slowTileSchedule)
    otherwise += "; multiply-adds take over while another program keeps the "
                 "tiles slow";
  remark::analysis(op->getLoc(),
                   remark::RemarkOpts::name("Tiles").category("kernel"))
      << op->getName().stripDialect() << " runs on tiles of AMX as " << form
      << ", in blocks of " << count(schedule.rows, "row") << " x "
      << count(schedule.panels * kPanel, "column") << ", tasks of "
      << count(schedule.blockRows, "row") << " x "
      << count(schedule.blockPanels * kPanel, "column") << "; " << rows
      << otherwise;
}
