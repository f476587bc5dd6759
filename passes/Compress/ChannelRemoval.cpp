// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types change last, since everything else is found by the old ones.

#include "passes/Compress/ChannelRemoval.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace weft;

ChannelRemoval::ChannelRemoval(ModuleOp module,
                               const ChannelDependencies &dependencies,
                               ParameterTable &parameters)
    : module(module), dependencies(dependencies), parameters(parameters),
      gone(dependencies.getNumAxes()), kept(dependencies.getNumAxes()) {}

void ChannelRemoval::remove(ArrayRef<ChannelPlace> places) {
  for (ChannelPlace place : places) {
    std::vector<bool> &axis = gone[place.axis];
    axis.resize(static_cast<size_t>(dependencies.getSize(place.axis)));
    axis[static_cast<size_t>(place.position)] = true;
  }
}

void ChannelRemoval::findAllKept() {
  for (auto [axis, positions] : llvm::enumerate(gone))
    for (auto [i, isGone] : llvm::enumerate(positions))
      if (!isGone)
        kept[axis].push_back(static_cast<int64_t>(i));
}

const ChannelRemoval::Positions *ChannelRemoval::findKept(Value value,
                                                          int64_t dim) const {
  std::optional<unsigned> axis = dependencies.findAxis(value, dim);
  return axis && !gone[*axis].empty() ? &kept[*axis] : nullptr;
}

SmallVector<const ChannelRemoval::Positions *>
ChannelRemoval::findKept(Value value) const {
  SmallVector<const Positions *> dims;
  auto type = dyn_cast<RankedTensorType>(value.getType());
  for (int64_t i = 0; type && i < type.getRank(); ++i)
    dims.push_back(findKept(value, i));
  if (llvm::all_of(dims, [](const Positions *each) { return !each; }))
    dims.clear();
  return dims;
}

static RankedTensorType cutType(RankedTensorType type,
                                ArrayRef<const SmallVector<int64_t> *> kept) {
  SmallVector<int64_t> shape(type.getShape());
  for (auto [size, positions] : llvm::zip(shape, kept))
    if (positions)
      size = static_cast<int64_t>(positions->size());
  return type.clone(shape);
}

/// Visits the bytes of a tensor at the positions that stay, in order, in pieces as long as they lie together.
static void visitKept(const Tensor &tensor,
                      ArrayRef<const SmallVector<int64_t> *> kept,
                      function_ref<void(ArrayRef<char>)> visit) {
  // Dimensions behind the last that is cut lie together.
  size_t last = kept.size();
  while (last > 0 && !kept[last - 1])
    --last;
  SmallVector<int64_t> strides(kept.size() + 1);
  strides[kept.size()] = getSizeBytes(tensor.getElement());
  for (size_t i = kept.size(); i-- > 0;)
    strides[i] = strides[i + 1] * tensor.getDim(static_cast<int64_t>(i));
  std::function<void(size_t, int64_t)> descend = [&](size_t dim, int64_t at) {
    int64_t step = strides[dim + 1];
    if (dim + 1 < last) {
      int64_t size = kept[dim] ? static_cast<int64_t>(kept[dim]->size())
                               : tensor.getDim(static_cast<int64_t>(dim));
      for (int64_t i = 0; i < size; ++i)
        descend(dim + 1,
                at + (kept[dim] ? (*kept[dim])[static_cast<size_t>(i)] : i) *
                         step);
      return;
    }
    ArrayRef<int64_t> positions = *kept[dim];
    while (!positions.empty()) {
      size_t run = 1;
      while (run < positions.size() &&
             positions[run] == positions[0] + static_cast<int64_t>(run))
        ++run;
      visit({tensor.getData() + at + positions[0] * step,
             run * static_cast<size_t>(step)});
      positions = positions.drop_front(run);
    }
  };
  descend(0, 0);
}

LogicalResult ChannelRemoval::cutParameters() {
  // Readers that keep the same positions share a parameter. The first ones keep the name, which comes last since others read the old bytes.
  using Shares =
      llvm::MapVector<ArrayRef<const Positions *>, SmallVector<GetOp>>;
  std::vector<std::pair<GetOp, SmallVector<const Positions *>>> readers;
  module.walk([&](GetOp get) {
    auto type = tensorType(get.getResult());
    SmallVector<const Positions *> dims;
    for (int64_t i = 0; i < type.getRank(); ++i)
      dims.push_back(findKept(get.getResult(), i));
    readers.push_back({get, std::move(dims)});
  });
  llvm::MapVector<StringAttr, Shares> byParameter;
  for (auto &[get, dims] : readers)
    byParameter[get.getParameterAttr().getAttr()][dims].push_back(get);
  for (auto &[name, shares] : byParameter) {
    ParameterOp parameter = parameters.find(name);
    if (!parameter)
      continue;
    for (auto &[dims, gets] : llvm::reverse(shares)) {
      bool isCut = llvm::any_of(dims, [](auto *each) { return each; }),
           isFirst = dims == shares.front().first;
      if (!isCut && isFirst)
        continue;
      FailureOr<Tensor> tensor = parameters.read(parameter);
      if (failed(tensor))
        return parameter.emitError()
               << "weight '" << name.getValue()
               << "' has bytes neither in the module nor in the weight store";
      RankedTensorType type =
          cutType(cast<RankedTensorType>(parameter.getType()), dims);
      auto writer =
          isFirst ? ParameterWriter::replace(parameters, parameter, type)
                  : ParameterWriter::begin(parameters, parameter, name, type);
      if (failed(writer))
        return failure();
      if (isCut)
        visitKept(*tensor, dims,
                  [&](ArrayRef<char> bytes) { (*writer)->write(bytes); });
      else
        (*writer)->write(tensor->getBytes());
      if (failed((*writer)->finish()))
        return failure();
      // They were one for each of the inputs, and statistics are no longer of these either.
      (*writer)->getParameter()->removeAttr(kInputFactorsAttribute);
      for (GetOp get : gets)
        get.setParameterAttr(
            FlatSymbolRefAttr::get((*writer)->getParameter().getSymNameAttr()));
    }
  }
  return success();
}

LogicalResult ChannelRemoval::cutConstant(ConstantOp op) {
  SmallVector<const Positions *> dims = findKept(op.getResult());
  if (dims.empty())
    return success();
  FailureOr<Tensor> tensor = Tensor::fromElements(op.getValue());
  RankedTensorType type = cutType(tensorType(op.getResult()), dims);
  std::vector<char> bytes;
  if (succeeded(tensor))
    visitKept(*tensor, dims,
              [&](ArrayRef<char> piece) { llvm::append_range(bytes, piece); });
  FailureOr<Tensor> cut =
      failed(tensor)
          ? FailureOr<Tensor>(failure())
          : Tensor::borrow(type.getElementType(), type.getShape(), bytes);
  if (failed(cut))
    return op.emitError("the elements of the constant cannot be read");
  op.setValueAttr(cut->toElements());
  return success();
}

/// The numbers of a list that the dependencies know to be constant.
static SmallVector<int64_t> readList(Value list) {
  return matchConstantInts(list).value_or(SmallVector<int64_t>());
}

static Value makeList(OpBuilder &builder, Location loc,
                      ArrayRef<int64_t> numbers) {
  return ConstantOp::create(builder, loc, builder.getI64TensorAttr(numbers));
}

void ChannelRemoval::cutSlice(SliceOp op) {
  Value operand = op.getOperand();
  if (llvm::none_of(op.getDims(),
                    [&](int64_t dim) { return findKept(operand, dim); }))
    return;
  SmallVector<int64_t> starts = readList(op.getStarts()),
                       ends = readList(op.getEnds());
  for (auto [i, dim] : llvm::enumerate(op.getDims())) {
    const Positions *positions = findKept(operand, dim);
    if (!positions)
      continue;
    int64_t size = tensorType(operand).getDimSize(static_cast<unsigned>(dim)),
            count = tensorType(op.getResult())
                        .getDimSize(static_cast<unsigned>(dim)),
            start = starts[i] < 0 ? starts[i] + size : starts[i];
    start = std::clamp<int64_t>(start, 0, size - count);
    auto before = [&](int64_t limit) {
      return static_cast<int64_t>(llvm::count_if(
          *positions, [&](int64_t each) { return each < limit; }));
    };
    starts[i] = before(start);
    ends[i] = before(start + count);
  }
  OpBuilder builder(op);
  op.getStartsMutable().assign(makeList(builder, op.getLoc(), starts));
  op.getEndsMutable().assign(makeList(builder, op.getLoc(), ends));
}

/// `list` gives the last sizes of the op's result, of which static ones change.
void ChannelRemoval::cutSizes(Operation *op, OpOperand &list) {
  Value result = op->getResult(0);
  if (findKept(result).empty())
    return;
  RankedTensorType type = cutType(tensorType(result), findKept(result));
  int64_t count = tensorType(list.get()).getDimSize(0);
  ArrayRef<int64_t> sizes =
      type.getShape().take_back(static_cast<size_t>(count));
  OpBuilder builder(op);
  Location loc = op->getLoc();
  SmallVector<Value> parts;
  for (auto [i, size] : llvm::enumerate(sizes)) {
    auto at = static_cast<int64_t>(i);
    if (!ShapedType::isDynamic(size)) {
      parts.push_back(makeList(builder, loc, {size}));
      continue;
    }
    // As it was, -1 included.
    parts.push_back(SliceOp::create(
        builder, loc, RankedTensorType::get({1}, builder.getI64Type()),
        list.get(), makeList(builder, loc, {at}),
        makeList(builder, loc, {at + 1}), makeList(builder, loc, {1}),
        builder.getDenseI64ArrayAttr({0})));
  }
  SmallVector<int64_t> constant = readList(list.get());
  if (static_cast<int64_t>(constant.size()) == count) {
    for (auto [old, size] : llvm::zip(constant, sizes))
      if (!ShapedType::isDynamic(size))
        old = size;
    list.set(makeList(builder, loc, constant));
  } else {
    list.set(ConcatOp::create(builder, loc, ValueRange(parts),
                              builder.getI64IntegerAttr(0)));
  }
}

void ChannelRemoval::changeTypes() {
  auto change = [&](Value value) {
    if (SmallVector<const Positions *> dims = findKept(value); !dims.empty())
      value.setType(cutType(tensorType(value), dims));
  };
  module.walk([&](Operation *op) {
    for (Value result : op->getResults())
      change(result);
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (Value argument : block.getArguments())
          change(argument);
  });
  Builder builder(module.getContext());
  for (FuncOp function : module.getOps<FuncOp>())
    if (!function.isExternal()) {
      Block &body = function.getBody().front();
      function.setFunctionType(builder.getFunctionType(
          body.getArgumentTypes(), body.getTerminator()->getOperandTypes()));
    }
}

LogicalResult ChannelRemoval::apply() {
  findAllKept();
  if (failed(cutParameters()))
    return failure();
  SmallVector<Operation *> ops;
  module.walk([&](Operation *op) { ops.push_back(op); });
  for (Operation *op : ops) {
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      if (failed(cutConstant(constant)))
        return failure();
    } else if (auto slice = dyn_cast<SliceOp>(op)) {
      cutSlice(slice);
    } else if (auto reshape = dyn_cast<ReshapeOp>(op)) {
      if (reshape.getShape())
        cutSizes(op, op->getOpOperand(1));
    } else if (isa<BroadcastOp>(op)) {
      cutSizes(op, op->getOpOperand(1));
    } else if (auto conv = dyn_cast<ConvOp>(op)) {
      // Groups go as a whole, so that each of the others has as many channels as before.
      int64_t last = tensorType(conv.getInput()).getRank() - 1;
      if (const Positions *inputs = findKept(conv.getInput(), last);
          inputs && conv.getGroups() > 1)
        conv.setGroups(inputs->size() /
                       static_cast<uint64_t>(
                           tensorType(conv.getFilter()).getDimSize(last - 1)));
    }
  }
  changeTypes();
  return success();
}
