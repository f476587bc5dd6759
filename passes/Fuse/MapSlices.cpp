// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs of dispatches over a batch that go through it some images at a time.
//
//   %b = weft.dispatch @conv_0(%a, %w)       %c = weft.if (weft.shares_evenly 8) {
//   %c = weft.dispatch @conv_1(%b, %v)         weft.map 8 (%a) { conv_0_slice, conv_1_slice: of an image each }
//                                        =>  } else {
//                                              the dispatches of the whole batch
//                                            }
//
// A batch computed layer by layer writes each layer's result where no near cache holds it, and its threads meet behind each layer. An image computed
// through several layers stays in the near cache of one thread, which meets nobody; but it reads the weights for itself alone. So early layers
// of a convolutional network, with large images and small filters, want few images at a time, late ones many or all. How many is
// the way through a graph with a node for each dispatch and number of images that costs the fewest bytes of far memory:
//
//   of a dispatch      its weights for each slice, and its images where those of a slice exceed the near cache
//   between two numbers  the images in between, written and read
//
// Where threads do not share the slices evenly, many threads and a small batch, the whole batch is computed as it was.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/LeadingSlices.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Remarks.h"
#include "passes/Fuse/Fuse.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

#include <limits>

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_MAPSLICES
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

namespace {
/// Fewer slices than these leave threads without work; more give them no less to wait for.
constexpr int64_t kLeastParts = 8, kMostParts = 1024;
/// Costs in bytes of far memory, of which a microsecond gives 20 to 30 thousand. What all threads do for a dispatch beside its own work, what the
/// end of a map does, where threads wait for the last slice, and what it takes to call a kernel for a slice.
constexpr double kDispatchBytes = 128 << 10, kMapBytes = 1 << 20,
                 kCallBytes = 8 << 10;

/// As a double: sizes that no memory holds are refused later.
double sizeBytes(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  double bytes = llvm::divideCeil(tensor.getElementTypeBitWidth(), 8);
  for (int64_t size : tensor.getShape())
    bytes *= static_cast<double>(size);
  return bytes;
}

bool isStatic(Type type) {
  return cast<RankedTensorType>(type).hasStaticShape();
}

/// An op of a run: a dispatch, or a view that costs nothing.
struct Step {
  Operation *op;
  /// Of all images, and of what every image reads.
  double imageBytes = 0, inputBytes = 0, sharedBytes = 0;
};

/// Ops that follow each other and compute image by image.
using Run = SmallVector<Step>;

/// Steps [begin, end) of a run, by `parts` slices; 0 for the whole batch.
struct Segment {
  size_t begin, end;
  int64_t parts;
};

class BatchMapper {
public:
  BatchMapper(FuncOp function, SymbolTable &symbols,
              llvm::StringMap<FuncOp> &sliceKernels, int64_t nearBytes)
      : function(function), symbols(symbols), sliceKernels(sliceKernels),
        nearBytes(nearBytes) {}

  void run() {
    batch = findBatch();
    if (batch < kLeastParts)
      return;
    for (const Run &each : findRuns())
      for (const Segment &segment : cutRun(each))
        if (segment.parts > 0)
          map(ArrayRef(each).slice(segment.begin, segment.end - segment.begin),
              segment.parts);
  }

private:
  /// The first dimension of the first input that has one, if it is known.
  int64_t findBatch();
  SmallVector<Run> findRuns();
  bool computesImages(Operation *op);
  /// Whether the body of `kernel` computes by slices of those arguments.
  bool computesImages(FuncOp kernel, ArrayRef<bool> isArgumentCut);
  Step describe(Operation *op);
  double countBytes(const Step &step, int64_t parts) const;
  SmallVector<Segment> cutRun(ArrayRef<Step> run) const;
  void map(ArrayRef<Step> steps, int64_t parts);
  void report(ArrayRef<Step> steps, int64_t parts) const;
  FuncOp getSliceKernel(DispatchOp dispatch, int64_t parts);

  FuncOp function;
  SymbolTable &symbols;
  /// By kernel, parts and which arguments are cut; of all functions.
  llvm::StringMap<FuncOp> &sliceKernels;
  int64_t nearBytes, batch = 0;
  /// What is computed image by image, on the host's side.
  llvm::DenseSet<Value> cut;
};

int64_t BatchMapper::findBatch() {
  for (BlockArgument argument : function.getArguments()) {
    auto type = cast<RankedTensorType>(argument.getType());
    if (type.getRank() > 0 && type.hasStaticShape())
      return type.getDimSize(0);
  }
  return 0;
}

bool BatchMapper::computesImages(FuncOp kernel, ArrayRef<bool> isArgumentCut) {
  llvm::DenseSet<Value> inner;
  for (auto [argument, isCut] : llvm::zip(kernel.getArguments(), isArgumentCut))
    if (isCut)
      inner.insert(argument);
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    if (llvm::none_of(op.getOperands(),
                      [&](Value each) { return inner.contains(each); }))
      continue;
    if (!computesBySlices(&op, inner, batch))
      return false;
    inner.insert(op.result_begin(), op.result_end());
  }
  return llvm::all_of(kernel.getBody().front().getTerminator()->getOperands(),
                      [&](Value each) { return inner.contains(each); });
}

bool BatchMapper::computesImages(Operation *op) {
  if (isa<ReshapeOp>(op))
    return computesBySlices(op, cut, batch);
  auto dispatch = dyn_cast<DispatchOp>(op);
  if (!dispatch || !llvm::all_of(op->getOperandTypes(), isStatic) ||
      !llvm::all_of(op->getResultTypes(), isStatic))
    return false;
  SmallVector<bool> isCut = llvm::map_to_vector(
      op->getOperands(), [&](Value each) { return cut.contains(each); });
  return llvm::is_contained(isCut, true) &&
         computesImages(symbols.lookup<FuncOp>(dispatch.getKernel()), isCut);
}

Step BatchMapper::describe(Operation *op) {
  Step step{op};
  if (isa<ReshapeOp>(op))
    return step;
  for (Value operand : op->getOperands())
    (cut.contains(operand) ? step.inputBytes : step.sharedBytes) +=
        sizeBytes(operand.getType());
  step.imageBytes = step.inputBytes;
  for (Type type : op->getResultTypes())
    step.imageBytes += sizeBytes(type);
  return step;
}

SmallVector<Run> BatchMapper::findRuns() {
  for (BlockArgument argument : function.getArguments())
    if (hasSlices(argument.getType(), batch) &&
        cast<RankedTensorType>(argument.getType()).getDimSize(0) == batch)
      cut.insert(argument);
  SmallVector<Run> runs(1);
  for (Operation &op : function.getBody().front().without_terminator()) {
    if (computesImages(&op)) {
      cut.insert(op.result_begin(), op.result_end());
      runs.back().push_back(describe(&op));
    } else if (!isa<GetOp, ConstantOp>(op)) {
      // Others stand between: what comes behind may need them, and they what came before.
      runs.emplace_back();
    }
  }
  return runs;
}

double BatchMapper::countBytes(const Step &step, int64_t parts) const {
  if (!isa<DispatchOp>(step.op))
    return 0;
  auto slices = static_cast<double>(std::max<int64_t>(parts, 1));
  bool isNear = step.imageBytes / slices <= static_cast<double>(nearBytes);
  return step.sharedBytes * slices + (isNear ? 0 : step.imageBytes) +
         (parts ? kCallBytes * slices : kDispatchBytes);
}

SmallVector<Segment> BatchMapper::cutRun(ArrayRef<Step> run) const {
  SmallVector<int64_t> choices{0};
  for (int64_t parts = kLeastParts; parts <= std::min(batch, kMostParts);
       ++parts)
    if (batch % parts == 0)
      choices.push_back(parts);
  // The least cost of all steps so far for each choice at the last one, and the choice before it.
  SmallVector<double> costs(choices.size(), 0);
  SmallVector<SmallVector<size_t>> from;
  for (const Step &step : run) {
    SmallVector<double> next;
    from.emplace_back();
    for (size_t to = 0; to < choices.size(); ++to) {
      double best = std::numeric_limits<double>::infinity();
      size_t before = to;
      for (size_t i = 0; i < choices.size(); ++i) {
        double change = i == to || &step == run.begin()
                            ? 0
                            : 2 * step.inputBytes + kMapBytes;
        // Of equal ways that which goes on as before.
        if (costs[i] + change < best ||
            (costs[i] + change == best && i == to)) {
          best = costs[i] + change;
          before = i;
        }
      }
      from.back().push_back(before);
      next.push_back(best + countBytes(step, choices[to]));
    }
    costs = std::move(next);
  }
  SmallVector<Segment> segments;
  size_t choice = std::min_element(costs.begin(), costs.end()) - costs.begin();
  for (size_t i = run.size(); i-- > 0;) {
    if (segments.empty() || segments.back().parts != choices[choice])
      segments.push_back({i, i + 1, choices[choice]});
    segments.back().begin = i;
    choice = from[i][choice];
  }
  // A single dispatch by slices gains nothing.
  llvm::erase_if(segments, [&](const Segment &segment) {
    return llvm::count_if(
               run.slice(segment.begin, segment.end - segment.begin),
               [](const Step &step) { return isa<DispatchOp>(step.op); }) < 2;
  });
  return segments;
}

FuncOp BatchMapper::getSliceKernel(DispatchOp dispatch, int64_t parts) {
  auto kernel = symbols.lookup<FuncOp>(dispatch.getKernel());
  std::string key = (kernel.getName() + "/" + Twine(parts) + "/").str();
  for (Value operand : dispatch.getOperands())
    key += cut.contains(operand) ? 'c' : 's';
  FuncOp &slice = sliceKernels[key];
  if (slice)
    return slice;
  for (ConvOp conv : kernel.getBody().getOps<ConvOp>()) {
    // All that read the filter read one layout, however many images each takes.
    if (conv->hasAttr(kSliceImagesAttribute) ||
        !hasSlices(conv.getType(), parts))
      continue;
    int64_t images = getSliceType(conv.getType(), parts).getDimSize(0);
    conv->setAttr(kSliceImagesAttribute,
                  Builder(conv).getI64IntegerAttr(images));
  }
  slice = kernel.clone();
  slice.setName((kernel.getName() + "_slice").str());
  symbols.insert(slice);
  llvm::DenseSet<Value> inner;
  for (auto [argument, operand] :
       llvm::zip(slice.getArguments(), dispatch.getOperands()))
    if (cut.contains(operand)) {
      argument.setType(getSliceType(argument.getType(), parts));
      inner.insert(argument);
    }
  Block &body = slice.getBody().front();
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator()))
    if (llvm::any_of(op.getOperands(),
                     [&](Value each) { return inner.contains(each); })) {
      narrowToSlice(&op, parts);
      inner.insert(op.result_begin(), op.result_end());
    }
  slice.setFunctionType(
      FunctionType::get(function.getContext(), body.getArgumentTypes(),
                        TypeRange(body.getTerminator()->getOperands())));
  return slice;
}

void BatchMapper::report(ArrayRef<Step> steps, int64_t parts) const {
  int64_t count = llvm::count_if(
      steps, [](const Step &step) { return isa<DispatchOp>(step.op); });
  remark::analysis(steps.front().op->getLoc(),
                   remark::RemarkOpts::name("Slices").category("fuse"))
      << "a batch of " << std::to_string(batch) << " goes through "
      << std::to_string(count) << " dispatches from here on in "
      << std::to_string(parts)
      << " slices, each on one thread, where threads share them evenly";
}

void BatchMapper::map(ArrayRef<Step> steps, int64_t parts) {
  llvm::SmallPtrSet<Operation *, 16> inside;
  for (const Step &step : steps)
    inside.insert(step.op);
  llvm::SetVector<Value> inputs, results;
  auto isInside = [&](Operation *op) { return op && inside.contains(op); };
  for (const Step &step : steps) {
    for (Value operand : step.op->getOperands()) {
      Operation *definition = operand.getDefiningOp();
      if (!isInside(definition) &&
          !isa_and_present<GetOp, ConstantOp>(definition))
        inputs.insert(operand);
    }
    for (Value result : step.op->getResults())
      if (!llvm::all_of(result.getUsers(), isInside))
        results.insert(result);
  }
  report(steps, parts);
  OpBuilder builder(steps.back().op);
  Location loc = builder.getFusedLoc(llvm::map_to_vector(
      steps, [](const Step &step) { return step.op->getLoc(); }));
  TypeRange types(ValueRange(results.getArrayRef()));
  auto isEven = SharesEvenlyOp::create(
      builder, loc, RankedTensorType::get({}, builder.getI1Type()), parts);
  auto branch = IfOp::create(builder, loc, types, isEven);
  builder.createBlock(&branch.getThenRegion());
  auto map = MapOp::create(builder, loc, types, parts, inputs.getArrayRef());
  YieldOp::create(builder, loc, map.getResults());

  Block *body = builder.createBlock(&map.getBody());
  IRMapping mapping;
  for (Value input : inputs)
    mapping.map(input,
                body->addArgument(cut.contains(input)
                                      ? getSliceType(input.getType(), parts)
                                      : input.getType(),
                                  loc));
  for (const Step &step : steps) {
    for (Value operand : step.op->getOperands())
      if (!mapping.contains(operand))
        builder.clone(*operand.getDefiningOp(), mapping);
    Operation *clone = builder.clone(*step.op, mapping);
    narrowToSlice(clone, parts);
    if (auto dispatch = dyn_cast<DispatchOp>(step.op))
      cast<DispatchOp>(clone).setKernel(
          getSliceKernel(dispatch, parts).getName());
  }
  YieldOp::create(builder, loc, llvm::map_to_vector(results, [&](Value result) {
                    return mapping.lookup(result);
                  }));

  Block *whole = builder.createBlock(&branch.getElseRegion());
  for (auto [result, replacement] : llvm::zip(results, branch.getResults()))
    Value(result).replaceUsesWithIf(replacement, [&](OpOperand &use) {
      return !isInside(use.getOwner()) && !branch->isAncestor(use.getOwner());
    });
  for (const Step &step : steps)
    step.op->moveBefore(whole, whole->end());
  YieldOp::create(builder, loc, results.getArrayRef());
  // Later runs read them as slices too.
  cut.insert(branch.result_begin(), branch.result_end());
}

struct MapSlices : weft::impl::MapSlicesBase<MapSlices> {
  using Base::Base;

  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    llvm::StringMap<FuncOp> sliceKernels;
    for (FuncOp function : llvm::to_vector(getOperation().getOps<FuncOp>()))
      if (function.isPublic() && !function.isExternal() &&
          function.getBody().hasOneBlock())
        BatchMapper(function, symbols, sliceKernels, nearBytes).run();
  }
};
} // namespace
