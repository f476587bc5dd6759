// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Views through the ops that move data.

#include "lib/Target/CPU/Kernel/StridedView.h"
#include "lib/Analysis/SizeOrigin.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class ViewFinder {
public:
  ViewFinder(KernelBuilder &builder, KernelFrame &frame, bool isWidened)
      : b(builder), frame(frame), isWidened(isWidened) {}

  std::optional<StridedView> find(Value tensor) {
    if (auto argument = dyn_cast<BlockArgument>(tensor))
      return ofArgument(frame.getArgument(argument.getArgNumber()));
    Operation *op = tensor.getDefiningOp();
    if (isWidened && isWidening(op))
      return find(op->getOperand(0));
    if (!isa<TransposeOp, SliceOp, GatherOp, ReshapeOp>(op))
      return std::nullopt;
    std::optional<StridedView> view = find(op->getOperand(0));
    if (!view)
      return std::nullopt;
    return llvm::TypeSwitch<Operation *, std::optional<StridedView>>(op)
        .Case([&](TransposeOp each) { return transpose(*view, each); })
        .Case([&](SliceOp each) { return slice(*view, each); })
        .Case([&](GatherOp each) { return gather(*view, each); })
        .Case([&](ReshapeOp each) { return reshape(*view, each); });
  }

private:
  static bool isWidening(Operation *op) {
    auto elementOf = [](Value value) { return getElementTypeOrSelf(value); };
    return isa<CastOp>(op) && elementOf(op->getResult(0)).isF32() &&
           isa<BFloat16Type, Float16Type>(elementOf(op->getOperand(0)));
  }

  StridedView ofArgument(const KernelTensor &memory) {
    StridedView view{memory.pointer, memory.element, memory.dims, {}};
    for (size_t i = 0; i < memory.dims.size(); ++i)
      view.strides.push_back(
          b.product(ArrayRef<Value>(memory.dims).drop_front(i + 1)));
    return view;
  }

  void advance(StridedView &view, int64_t dim, int64_t count) {
    view.base =
        b.address(view.base, view.element, b.mul(view.strides[dim], count));
  }

  static std::optional<StridedView> transpose(const StridedView &view,
                                              TransposeOp op) {
    StridedView result{view.base, view.element, {}, {}};
    for (int64_t from : op.getPermutation()) {
      result.sizes.push_back(view.sizes[from]);
      result.strides.push_back(view.strides[from]);
    }
    return result;
  }

  std::optional<StridedView> slice(StridedView view, SliceOp op) {
    auto starts = matchConstantInts(op.getStarts()),
         steps = matchConstantInts(op.getSteps());
    if (!starts || !steps)
      return std::nullopt;
    for (auto [dim, start, step] :
         llvm::zip_equal(op.getDims(), *starts, *steps)) {
      // What is counted from the end, or cut there, depends on the size.
      std::optional<int64_t> size = KernelBuilder::known(view.sizes[dim]);
      if (step != 1 || start < 0 || !size || start > *size)
        return std::nullopt;
      advance(view, dim, start);
    }
    view.sizes.assign(frame.getDims(op.getResult()));
    return view;
  }

  std::optional<StridedView> gather(StridedView view, GatherOp op) {
    auto index = matchConstantInts(op.getIndices());
    int64_t dim = op.getDim();
    std::optional<int64_t> size = KernelBuilder::known(view.sizes[dim]);
    if (!index || !frame.getDims(op.getIndices()).empty() || !size ||
        index->front() < 0 || index->front() >= *size)
      return std::nullopt;
    advance(view, dim, index->front());
    view.sizes.erase(view.sizes.begin() + dim);
    view.strides.erase(view.strides.begin() + dim);
    return view;
  }

  /// Dimensions of the operand and of the result fall into runs of equal products, from the last one on. Those of a run of the operand
  /// have to lie in each other without gaps. An unknown size is a run by itself: it stays.
  std::optional<StridedView> reshape(const StridedView &view, ReshapeOp op) {
    auto type = cast<RankedTensorType>(op.getType());
    ArrayRef<int64_t> sizes = type.getShape();
    auto from = cast<RankedTensorType>(op.getOperand().getType()).getShape();
    SmallVector<Value> strides(sizes.size(), b.index(0));
    int64_t i = static_cast<int64_t>(from.size()) - 1;
    for (int64_t to = static_cast<int64_t>(sizes.size()) - 1; to >= 0; --to) {
      if (sizes[to] == 1)
        continue;
      while (i >= 0 && from[i] == 1)
        --i;
      if (i < 0 || sizes[to] == 0)
        return std::nullopt;
      Value step = view.strides[i];
      strides[to] = step;
      if (ShapedType::isDynamic(sizes[to]) || ShapedType::isDynamic(from[i])) {
        if (sizes[to] != from[i] || !staysUnknown(op, to, i))
          return std::nullopt;
        --i;
        continue;
      }
      // The run: this dimension of the result, and those before it until the products are equal.
      int64_t need = sizes[to], have = from[i--];
      while (need != have) {
        if (need < have) {
          if (--to < 0 || ShapedType::isDynamic(sizes[to]) || sizes[to] == 0)
            return std::nullopt;
          strides[to] = b.mul(step, need);
          need *= sizes[to];
          continue;
        }
        if (i < 0 || ShapedType::isDynamic(from[i]) || from[i] == 0)
          return std::nullopt;
        auto inner = KernelBuilder::known(step),
             outer = KernelBuilder::known(view.strides[i]);
        if (from[i] != 1 && (!inner || !outer || *outer != *inner * have))
          return std::nullopt;
        have *= from[i--];
      }
    }
    return StridedView{view.base, view.element,
                       SmallVector<Value>(frame.getDims(op.getResult())),
                       strides};
  }

  /// Whether an unknown size of the result is that of the operand's dimension.
  static bool staysUnknown(ReshapeOp op, int64_t to, int64_t from) {
    return findSizeOrigin(op.getResult(), to) ==
           findSizeOrigin(op.getOperand(), from);
  }

  KernelBuilder &b;
  KernelFrame &frame;
  bool isWidened;
};
} // namespace

std::optional<StridedView> cpu::findStridedView(KernelBuilder &builder,
                                                KernelFrame &frame,
                                                Value tensor, bool isWidened) {
  return ViewFinder(builder, frame, isWidened).find(tensor);
}
