// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Views through the ops that move data.

#include "lib/Target/CPU/Kernel/StridedView.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class ViewFinder {
public:
  ViewFinder(KernelBuilder &builder, KernelFrame &frame)
      : b(builder), frame(frame) {}

  std::optional<StridedView> find(Value tensor) {
    if (auto argument = dyn_cast<BlockArgument>(tensor))
      return ofArgument(frame.getArgument(argument.getArgNumber()));
    Operation *op = tensor.getDefiningOp();
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
  /// have to lie in each other without gaps.
  std::optional<StridedView> reshape(const StridedView &view, ReshapeOp op) {
    auto sizes = cast<RankedTensorType>(op.getType()).getShape();
    StridedView result{view.base, view.element, {}, {}};
    SmallVector<int64_t> strides(sizes.size(), 0);
    int64_t from = static_cast<int64_t>(view.sizes.size()) - 1;
    for (int64_t to = static_cast<int64_t>(sizes.size()) - 1; to >= 0; --to) {
      if (sizes[to] == 1)
        continue;
      while (from >= 0 && KernelBuilder::known(view.sizes[from]) == 1)
        --from;
      if (from < 0)
        return std::nullopt;
      auto have = KernelBuilder::known(view.sizes[from]),
           stride = KernelBuilder::known(view.strides[from]);
      int64_t step = stride.value_or(0), left = have.value_or(0);
      if (!have || !stride || left == 0 || ShapedType::isDynamic(sizes[to]))
        return std::nullopt;
      // The run: this dimension of the result, and those before it until the products are equal.
      int64_t need = sizes[to];
      strides[to] = step;
      --from;
      while (need != left) {
        if (need < left) {
          if (--to < 0 || ShapedType::isDynamic(sizes[to]) || sizes[to] == 0)
            return std::nullopt;
          strides[to] = step * need;
          need *= sizes[to];
          continue;
        }
        if (from < 0)
          return std::nullopt;
        auto more = KernelBuilder::known(view.sizes[from]),
             outer = KernelBuilder::known(view.strides[from]);
        if (!more || *more == 0 ||
            (*more != 1 && outer != std::optional<int64_t>(step * left)))
          return std::nullopt;
        left *= *more;
        --from;
      }
    }
    for (auto [size, stride] : llvm::zip_equal(sizes, strides)) {
      result.sizes.push_back(b.index(size));
      result.strides.push_back(b.index(stride));
    }
    return result;
  }

  KernelBuilder &b;
  KernelFrame &frame;
};
} // namespace

std::optional<StridedView>
cpu::findStridedView(KernelBuilder &builder, KernelFrame &frame, Value tensor) {
  return ViewFinder(builder, frame).find(tensor);
}
