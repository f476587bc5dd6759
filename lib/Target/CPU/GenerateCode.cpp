// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kernels first, then the entries that launch them.

#include "lib/Target/CPU/GenerateCode.h"
#include "lib/Target/CPU/Backend/EmitObject.h"
#include "lib/Target/CPU/Host/HostEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

std::string cpu::getEntrySymbol(StringRef function) {
  std::string symbol = entryPrefix.str();
  for (char c : function)
    symbol += llvm::isAlnum(c)
                  ? std::string(1, c)
                  : ("_" + llvm::utohexstr(static_cast<unsigned char>(c)));
  return symbol;
}

/// Whether all tensors of static shape can be somewhere: sizes in bytes are computed without overflow from here on.
static LogicalResult verifySizes(ModuleOp module) {
  constexpr int64_t mostBytes = int64_t(1) << 47;
  WalkResult result = module.walk([&](Operation *op) -> WalkResult {
    for (Type type : op->getResultTypes()) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      if (!tensor || !tensor.hasStaticShape())
        continue;
      int64_t bytes = KernelBuilder::sizeBytes(tensor.getElementType());
      for (int64_t size : tensor.getShape())
        if (llvm::MulOverflow(bytes, size, bytes) || bytes > mostBytes)
          return op->emitError() << type << " is more than any memory holds";
    }
    return WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

FailureOr<OwningOpRef<ModuleOp>>
cpu::generateCode(ModuleOp module, const KernelTarget &target,
                  ModuleTables &tables, std::vector<FunctionMemory> &memory,
                  const ScheduleSource &schedules) {
  module.getContext()
      ->loadDialect<arith::ArithDialect, LLVM::LLVMDialect, math::MathDialect,
                    scf::SCFDialect, vector::VectorDialect>();
  OwningOpRef<ModuleOp> code = ModuleOp::create(module.getLoc());
  OpBuilder builder(module.getContext());
  KernelContext context{target, tables.messages, schedules};
  if (failed(verifySizes(module)))
    return failure();
  bool isComplete = true;
  llvm::StringSet<> dispatched;
  module.walk([&](DispatchOp op) { dispatched.insert(op.getKernel()); });
  for (FuncOp kernel : module.getOps<FuncOp>()) {
    if (!dispatched.contains(kernel.getName()))
      continue;
    builder.setInsertionPointToEnd(code->getBody());
    FailureOr<EmittedKernel> emitted = emitKernel(builder, kernel, context);
    if (failed(emitted)) {
      isComplete = false;
      continue;
    }
    tables.kernels[kernel.getName()] = *emitted;
    tables.functions[kernel.getName()] = kernel;
  }
  if (!isComplete)
    return failure();
  module.walk([&](DispatchOp op) {
    tables.dispatchCount += isa<MapOp>(op->getParentOp()) ? 0 : 1;
  });
  for (FuncOp function : module.getOps<FuncOp>()) {
    if (function.isPrivate())
      continue;
    HostEmitter emitter(*code, function, tables);
    if (failed(emitter.emit(getEntrySymbol(function.getName())))) {
      isComplete = false;
      continue;
    }
    memory.push_back({function.getName().str(),
                      emitter.getPlan().getArenaBytes(),
                      emitter.getPlan().getLowerBoundBytes(),
                      emitter.getPlan().computeLives()});
  }
  if (!isComplete)
    return failure();
  llvm::append_range(tables.dispatches, tables.maps);
  return code;
}
