// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sizes as a key, and the choice.

#include "lib/Target/CPU/Kernel/ScheduleChoice.h"
#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

bool ProductKey::operator<(const ProductKey &other) const {
  auto tie = [](const ProductKey &key) {
    const ProductSizes &s = key.sizes;
    return std::tie(s.batches, s.rows, s.columns, s.outer, s.inner, s.parts,
                    key.elements, key.lanes);
  };
  return tie(*this) < tie(other);
}

bool ProductKey::isKnown() const {
  return llvm::none_of(ArrayRef<int64_t>{sizes.batches, sizes.rows,
                                         sizes.columns, sizes.outer,
                                         sizes.inner},
                       ShapedType::isDynamic);
}

static std::string describeSize(int64_t size) {
  return ShapedType::isDynamic(size) ? "?" : std::to_string(size);
}

std::string ProductKey::describe() const {
  std::string text = elements + ", " + describeSize(sizes.batches) + " x " +
                     describeSize(sizes.rows) + " x ";
  if (sizes.parts != 1)
    text += describeSize(sizes.parts) + " * ";
  text += describeSize(sizes.columns) + " x ";
  if (sizes.outer != 1)
    text += describeSize(sizes.outer) + " * ";
  return text + describeSize(sizes.inner);
}

static std::string nameOf(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

Schedule cpu::scheduleProduct(Operation *op, const ProductRows &rows, Type rhs,
                              const ProductSizes &sizes,
                              const TilePacking *tiles,
                              const KernelContext &context) {
  ProductKey key{sizes, nameOf(rows.element) + " x " + nameOf(rhs),
                 context.lanes};
  key.sizes.packsRows = needsPacking(context, rows, sizes.inner);
  std::optional<Schedule> measured;
  if (context.schedules.find && key.isKnown())
    measured = context.schedules.find(op, key);
  Schedule schedule =
      measured ? *measured : chooseSchedule(key.sizes, context.lanes);
  // Sums of integers do not wait in memory.
  if (isa<IntegerType>(rhs))
    schedule.isSplit = false;
  if (!tiles || !tiles->takesAll(context, sizes.rows))
    reportSchedule(op, key, schedule, measured.has_value());
  return schedule;
}
