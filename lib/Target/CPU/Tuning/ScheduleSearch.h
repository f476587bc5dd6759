// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The search for schedules that are faster than those of the table.
//
// The products of a model with the most work are each compiled alone, in
// variants around the table's choice: first other tiles, then other blocks, then
// another split of the reduction. A variant takes over where it is faster by a
// margin in two measurements that do not know of each other. In the end the
// whole model is timed with and without what was found, which stays only where
// it is faster.

#ifndef WEFT_LIB_TARGET_CPU_TUNING_SCHEDULESEARCH_H
#define WEFT_LIB_TARGET_CPU_TUNING_SCHEDULESEARCH_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Tuning/ScheduleFile.h"
#include "lib/Target/Target.h"

namespace weft::cpu {

/// Compiles a module of dispatches with schedules from a source; null with
/// diagnostics where that fails.
using CompileFn = std::function<std::shared_ptr<MappedFile>(
    mlir::ModuleOp module, const ScheduleSource &schedules)>;

/// Searches for the products of \p module that \p file does not know, and adds
/// what it finds. Fails with diagnostics.
mlir::LogicalResult searchSchedules(mlir::ModuleOp module,
                                    const Processor &processor,
                                    const TuneOptions &options,
                                    const CompileFn &compile,
                                    ScheduleFile &file);

/// The source of what \p file knows of \p processor.
ScheduleSource makeSource(const ScheduleFile &file, const Processor &processor);

/// Schedules that differ from \p around in tile, blocks and split, each in one
/// of them; \p around is the first.
std::vector<Schedule> varyTile(const Schedule &around,
                               const ProductSizes &sizes,
                               const Machine &machine);
std::vector<Schedule> varyBlocks(const Schedule &around,
                                 const ProductSizes &sizes,
                                 const Machine &machine);
std::vector<Schedule> varySplit(const Schedule &around,
                                const ProductSizes &sizes,
                                const Machine &machine);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_TUNING_SCHEDULESEARCH_H
