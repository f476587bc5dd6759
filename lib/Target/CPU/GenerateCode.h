// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a module of dispatches to a module of llvm.funcs, for one level.

#ifndef WEFT_LIB_TARGET_CPU_GENERATECODE_H
#define WEFT_LIB_TARGET_CPU_GENERATECODE_H

#include "lib/Target/CPU/Host/ModuleTables.h"
#include "lib/Target/Target.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft::cpu {

/// Emits every kernel that is dispatched and an entry for each public function, for `target`. Fails when a kernel or an op of
/// the host cannot be compiled, having said so for all of them.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>>
generateCode(mlir::ModuleOp module, const KernelTarget &target,
             ModuleTables &tables, std::vector<FunctionMemory> &memory,
             const ScheduleSource &schedules = {});

/// The entry of a function in the code object.
std::string getEntrySymbol(llvm::StringRef function);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_GENERATECODE_H
