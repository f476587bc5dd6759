// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A `weft.map` as one dispatch: its body is a function that is launched like a kernel and has one task for each slice.
//
//   int32_t map_0(const int64_t *args, int64_t begin, int64_t end, void *scratch) {
//     for (part = begin; part < end; ++part)
//       for each dispatch of the body: host->share(kernel, its args, all its tasks, scratch + arena of the body)
//   }
//
// While all threads have slices, share() is a call of the kernel; towards the end those without one help.
//
// What a slice computes on the way lies in the scratch of the worker, at the same addresses for each slice, and so in its near cache.

#include "lib/Target/CPU/Host/HostEmitter.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SaveAndRestore.h"

#include <limits>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

struct HostEmitter::MapBody {
  MemoryPlan plan;
  /// Sums over one slice, and over all of the body's kernels.
  PlacedDispatch record;
  uint64_t costNs = 0;
  /// The most that a kernel needs.
  int64_t kernelScratchBytes = 0;
  /// Whether all kernels say what they need when code is generated.
  bool isKnown = true;
  /// In the function of the body: the worker's memory, and the slices of the results.
  Value scratch;
  SmallVector<Value> results;

  explicit MapBody(MapOp op) : plan(op.getBody().front()) {}

  int64_t arenaBytes() const {
    return llvm::alignTo(plan.getArenaBytes(), WEFT_ABI_ALIGNMENT);
  }
};

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

void HostEmitter::addToMap(const PlacedDispatch &dispatch) {
  PlacedDispatch &record = mapBody->record;
  record.flops += dispatch.flops;
  if (record.node.empty())
    record.node = dispatch.node;
  // From the first to the last node; what follows the first is replaced each time.
  std::string first = StringRef(record.node).split(" ... ").first.str();
  if (!dispatch.node.empty() && dispatch.node != first)
    record.node = first + " ... " + dispatch.node;
}

Value HostEmitter::callKernel(Value kernel, const Launch &launch) {
  auto note = [&](Value value) -> int64_t {
    std::optional<int64_t> known = KernelBuilder::known(value);
    mapBody->isKnown &= known.has_value();
    return known.value_or(0);
  };
  mapBody->costNs =
      llvm::SaturatingAdd<uint64_t>(mapBody->costNs, note(launch.costNs));
  mapBody->kernelScratchBytes =
      std::max(mapBody->kernelScratchBytes, note(launch.scratchBytes));
  Value scratch = b.address(mapBody->scratch, b.getI8Type(),
                            b.index(mapBody->arenaBytes()));
  return callHost(abi::kHostShare, b.getI32Type(),
                  {kernel, args, launch.tasks, scratch, launch.costNs});
}

Value HostEmitter::placeInMap(Place where) {
  return where.kind == Place::Output
             ? mapBody->results[where.where]
             : b.address(mapBody->scratch, b.getI8Type(), b.index(where.where));
}

/// Workers may do less than the entry: neither allocate nor call what is not generated.
static LogicalResult verifyBody(MapOp op, const ModuleTables &tables) {
  auto isStatic = [](Type type) {
    return cast<RankedTensorType>(type).hasStaticShape();
  };
  Block &body = op.getBody().front();
  bool isKnown = llvm::all_of(body.getArgumentTypes(), isStatic);
  for (Operation &each : body.without_terminator()) {
    auto dispatch = dyn_cast<DispatchOp>(each);
    isKnown &=
        (dispatch && !tables.kernels.at(dispatch.getKernel()).countsFirst) ||
        isa<ReshapeOp, GetOp, ConstantOp>(each);
    isKnown &= llvm::all_of(each.getResultTypes(), isStatic);
  }
  if (!isKnown)
    return op.emitOpError("cannot be compiled for the CPU: expected a body of "
                          "dispatches with static sizes");
  return success();
}

LogicalResult HostEmitter::emitMapBody(MapOp op, StringRef symbol,
                                       MapBody &body) {
  auto i32 = b.getI32Type(), i64 = b.getI64Type(), i8 = b.getI8Type();
  auto pointer = frame.getType();
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(code.getBody());
  auto function = LLVM::LLVMFuncOp::create(
      b, symbol, LLVM::LLVMFunctionType::get(i32, {pointer, i64, i64, pointer}),
      LLVM::Linkage::Internal);
  Block *first = function.addEntryBlock(b);
  Region &region = function.getBody();
  Block *header = b.createBlock(&region, region.end(), {i64}, {op.getLoc()});
  Block *slice = b.createBlock(&region, region.end());
  Block *leave = b.createBlock(&region, region.end(), {i32}, {op.getLoc()});
  LLVM::ReturnOp::create(b, leave->getArgument(0));

  b.setInsertionPointToStart(first);
  Value given = first->getArgument(0);
  llvm::SaveAndRestore inFrame(frame, loadPointer(given, 0));
  llvm::SaveAndRestore inHost(host, loadPointer(frame, abi::kFrameHost));
  llvm::SaveAndRestore inContext(context,
                                 loadPointer(frame, abi::kFrameContext));
  llvm::SaveAndRestore inArgs(args, b.allocateStack(i64, argSlots));
  llvm::SaveAndRestore inRound(round, b.index(0));
  llvm::SaveAndRestore inExit(exit, leave);
  llvm::SaveAndRestore inPlan(plan, &body.plan);
  llvm::SaveAndRestore inBody(mapBody, &body);
  body.scratch = first->getArgument(3);
  SmallVector<Value> bases;
  for (unsigned i = 0; i < op.getNumOperands() + op.getNumResults(); ++i)
    bases.push_back(loadPointer(given, static_cast<int64_t>(sizeof(int64_t)) *
                                           (kFirstTensorSlot + i)));
  LLVM::BrOp::create(b, ValueRange{first->getArgument(1)}, header);

  b.setInsertionPointToStart(header);
  Value part = header->getArgument(0);
  LLVM::CondBrOp::create(
      b, b.compare(arith::CmpIPredicate::slt, part, first->getArgument(2)),
      slice, ValueRange(), leave, ValueRange{b.constantInt(i32, 0)});

  b.setInsertionPointToStart(slice);
  auto sliceOf = [&](Value base, RankedTensorType type) {
    return b.address(base, i8, b.mul(part, computeSizeBytes(type)));
  };
  Block &inner = op.getBody().front();
  for (auto [i, argument] : llvm::enumerate(inner.getArguments())) {
    HostTensor &tensor = tensors[argument];
    for (int64_t size : typeOf(argument).getShape())
      tensor.dims.push_back(b.index(size));
    tensor.pointer =
        op.isCut(i) ? sliceOf(bases[i], typeOf(argument)) : bases[i];
  }
  ValueRange yielded = inner.getTerminator()->getOperands();
  for (auto [i, value] : llvm::enumerate(yielded))
    body.results.push_back(
        sliceOf(bases[op.getNumOperands() + i], typeOf(value)));
  if (failed(emitBlock(inner)))
    return failure();
  // What is no result of a dispatch of the body, or a second name of one, is copied.
  for (auto [value, result] : llvm::zip(yielded, body.results)) {
    HostTensor tensor = inMemory(value);
    if (tensor.pointer != result)
      copy(result, tensor.pointer,
           sizeBytes(tensor.dims, typeOf(value).getElementType()));
  }
  LLVM::BrOp::create(b, ValueRange{b.add(part, 1)}, header);
  return success();
}

LogicalResult HostEmitter::emitMap(MapOp op) {
  if (failed(verifyBody(op, tables)))
    return failure();
  SmallVector<Value> pointers;
  PlacedDispatch record;
  for (Value operand : op.getOperands()) {
    pointers.push_back(inMemory(operand).pointer);
    record.bytes += computeSizeBytes(typeOf(operand));
  }
  for (Value result : op.getResults()) {
    HostTensor &tensor = tensors[result];
    for (int64_t size : typeOf(result).getShape())
      tensor.dims.push_back(b.index(size));
    tensor.pointer = place(result, tensor.dims);
    pointers.push_back(tensor.pointer);
    record.bytes += computeSizeBytes(typeOf(result));
  }
  int32_t place = tables.maps.size(), number = tables.dispatchCount + place;
  std::string name = "map_" + std::to_string(place), symbol = "weft_" + name;
  MapBody body(op);
  if (failed(emitMapBody(op, symbol, body)))
    return failure();
  if (!body.isKnown)
    return op.emitOpError("expected kernels whose tasks and scratch are known "
                          "when code is generated");
  double parts = static_cast<double>(op.getParts());
  tables.maps.push_back({name, "map", body.record.node,
                         llvm::to_vector<1>(op.getResultTypes()),
                         body.record.flops * parts, record.bytes});
  auto push = [&](int64_t slot, Value value) {
    LLVM::StoreOp::create(b, value,
                          b.address(args, b.getI64Type(), b.index(slot)), 8);
  };
  push(0, frame);
  push(1, round);
  for (auto [i, pointer] : llvm::enumerate(pointers))
    push(kFirstTensorSlot + i, pointer);
  int64_t scratch = body.arenaBytes() + body.kernelScratchBytes;
  auto address = LLVM::AddressOfOp::create(b, args.getType(), symbol);
  auto costNs = std::min<uint64_t>(
      llvm::SaturatingMultiply<uint64_t>(body.costNs, op.getParts()),
      std::numeric_limits<int64_t>::max());
  auto i32 = b.getI32Type();
  returnIfFailed(
      callHost(abi::kHostParallelSlices, i32,
               {b.constantInt(i32, number), address, args,
                b.index(op.getParts()), b.index(scratch), b.index(costNs)}));
  return success();
}

void HostEmitter::emitSharesEvenly(SharesEvenlyOp op) {
  auto i1 = b.getI1Type(), i32 = b.getI32Type(), i64 = b.getI64Type();
  Value parts = b.index(op.getParts());
  Value size = LLVM::LoadOp::create(
      b, i32, b.address(host, b.getI8Type(), b.index(abi::kHostSize)));
  // A host from before there were slices computes the whole batch.
  Value slot = b.allocateStack(i1, 1);
  LLVM::StoreOp::create(b, b.constantInt(i1, 0), slot);
  Value knowsSlices = b.compare(arith::CmpIPredicate::sgt, size,
                                b.constantInt(i32, abi::kHostShare));
  ifThen(knowsSlices, [&] {
    Value threads = arith::ExtSIOp::create(
        b, i64, callHost(abi::kHostCountThreads, i32, {}));
    Value rounds = b.div(b.add(b.add(threads, parts), -1), threads);
    LLVM::StoreOp::create(b,
                          b.compare(arith::CmpIPredicate::sge,
                                    b.mulSaturated(parts, b.index(4)),
                                    b.mul(b.mul(threads, rounds), 3)),
                          slot);
  });
  setElements(op.getResult(), {LLVM::LoadOp::create(b, i1, slot)});
}
