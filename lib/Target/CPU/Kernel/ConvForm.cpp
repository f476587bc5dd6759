// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Analysis of a convolution's attributes.

#include "lib/Target/CPU/Kernel/ConvForm.h"
#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/IntegerOperand.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Fewer channels than these do not fill the rounds of the innermost loop.
static constexpr int64_t kFewChannels = 16;
/// Shorter runs of f32, which can be read where they lie, gain less from copying than its code costs.
static constexpr int64_t kLeastRun = 16;

/// Output lines of a task that copies lines of its image: neighbours share what their taps reach.
static constexpr int64_t kLinesTogether = 4;

/// The product of two sizes, of which either may be unknown.
static int64_t times(int64_t a, int64_t b) {
  return ShapedType::isDynamic(a) || ShapedType::isDynamic(b)
             ? ShapedType::kDynamic
             : a * b;
}

void ConvForm::joinRuns() {
  copiesRuns = true;
  innerTaps = taps.back();
  outerTaps = 1;
  for (int64_t size : ArrayRef(taps).drop_back())
    outerTaps = times(outerTaps, size);
  sizes.outer = outerTaps;
  sizes.inner *= innerTaps;
}

/// Input pixels between the first and the last tap of a row.
static int64_t getReach(const ConvForm &form, ConvOp op, int64_t dim) {
  return (form.taps[dim] - 1) * op.getDilations()[dim];
}

bool ConvForm::canLayBorder(ConvOp op) const {
  // A line, and the most that a worker's part of an image may have: taps further apart are better copied one by one.
  constexpr int64_t kLine = 64, kMostBytes = 4 << 20;
  auto input = cast<RankedTensorType>(op.getInput().getType());
  Type element = getElementTypeOrSelf(this->input.getType());
  auto isOne = [](int64_t step) { return step == 1; };
  if (!isWeight || groups != 1 || isMatrix || taps.size() != 2 ||
      !llvm::all_of(op.getStrides(), isOne) ||
      !llvm::all_of(op.getInputDilations(), isOne) ||
      llvm::any_of(input.getShape().drop_front(), ShapedType::isDynamic) ||
      llvm::any_of(taps, ShapedType::isDynamic) ||
      !(element.isBF16() || element.isUnsignedInteger(8)))
    return false;
  auto result = cast<RankedTensorType>(op.getType());
  int64_t pixelBytes =
              input.getDimSize(3) * element.getIntOrFloatBitWidth() / 8,
          height = getReach(*this, op, 0) + 1, width = result.getDimSize(2),
          reach = getReach(*this, op, 1);
  // At most half of the rows are computed for nothing.
  return pixelBytes > 0 && pixelBytes % kLine == 0 && width > 0 &&
         reach <= width && height <= kMostBytes / pixelBytes / (width + reach);
}

void ConvForm::layBorder(ConvOp op) {
  hasBorder = true;
  auto result = cast<RankedTensorType>(op.getType());
  sizes.batches = result.getDimSize(0);
  borderedWidth = result.getDimSize(2) + getReach(*this, op, 1);
  borderedRows = getReach(*this, op, 0);
  sizes.rows = result.getDimSize(1) * borderedWidth;
}

bool ConvForm::canLayLines(ConvOp op, int64_t mostBlockRows) const {
  // The most that a worker's lines may have.
  constexpr int64_t kMostElements = 64 << 10;
  auto input = cast<RankedTensorType>(op.getInput().getType()),
       result = cast<RankedTensorType>(op.getType());
  if (!isWeight || isInteger || !isPadded || taps.size() != 2 ||
      !input.getElementType().isF32() || op.getDilations()[1] != 1 ||
      llvm::any_of(op.getInputDilations(),
                   [](int64_t gap) { return gap != 1; }) ||
      llvm::any_of(op.getPadding(), [](int64_t size) { return size < 0; }) ||
      llvm::any_of(taps, ShapedType::isDynamic) || taps[1] < 2 ||
      llvm::any_of(input.getShape().drop_front(), ShapedType::isDynamic) ||
      llvm::any_of(result.getShape().drop_front(), ShapedType::isDynamic))
    return false;
  int64_t channels = input.getDimSize(3);
  if (channels < 1 || channels >= kFewChannels || result.getDimSize(1) < 1 ||
      result.getDimSize(2) < 1)
    return false;
  ConvForm laid = *this;
  laid.layLines(op);
  int64_t lines =
      laid.countLines(std::max(mostBlockRows, laid.sizes.leastBlockRows));
  return lines <= kMostElements / channels / laid.borderedWidth;
}

void ConvForm::layLines(ConvOp op) {
  hasLines = true;
  auto result = cast<RankedTensorType>(op.getType());
  borderedWidth = (result.getDimSize(2) - 1) * op.getStrides()[1] +
                  getReach(*this, op, 1) + 1;
  borderedRows = getReach(*this, op, 0);
  innerTaps = taps[1];
  outerTaps = taps[0];
  sizes.batches = result.getDimSize(0);
  sizes.rows = result.getDimSize(1) * result.getDimSize(2);
  sizes.outer = outerTaps;
  sizes.inner *= innerTaps;
  lineWidth = result.getDimSize(2);
  lineStep = op.getStrides()[0];
  sizes.leastBlockRows = kLinesTogether * lineWidth;
}

int64_t ConvForm::countLines(int64_t rows) const {
  // The first and the last may begin and end anywhere in a line.
  int64_t ofOutput = (rows + lineWidth - 2) / lineWidth + 1;
  return (ofOutput - 1) * lineStep + borderedRows + 1;
}

/// Whether sums of integers are computed without error in f32: products of a difference of bytes and a byte, 2^16 at most, so that 2^8 of them
/// stay within its 24 bits.
static bool isExactInF32(ConvOp op) {
  constexpr int64_t kMostTaps = 256;
  int64_t taps = 1;
  for (int64_t size : cast<RankedTensorType>(op.getFilter().getType())
                          .getShape()
                          .drop_back(2)) {
    if (ShapedType::isDynamic(size) || size > kMostTaps)
      return false;
    taps *= size;
    if (taps > kMostTaps)
      return false;
  }
  return matchIntegerOperand(op.getInput()) &&
         getElementTypeOrSelf(op.getFilter().getType()).isInteger(8);
}

bool cpu::isDepthwise(ConvOp op) {
  auto input = cast<RankedTensorType>(op.getInput().getType()),
       filter = cast<RankedTensorType>(op.getFilter().getType());
  int64_t channels = input.getShape().back();
  bool hasGaps = llvm::any_of(op.getInputDilations(),
                              [](int64_t gap) { return gap != 1; });
  return static_cast<int64_t>(op.getGroups()) == channels &&
         filter.getShape().back() == channels && channels > 1 && !hasGaps &&
         (isa<FloatType>(filter.getElementType()) || isExactInF32(op));
}

ConvForm cpu::analyzeConv(ConvOp op) {
  ConvForm form;
  auto input = cast<RankedTensorType>(op.getInput().getType()),
       filter = cast<RankedTensorType>(op.getFilter().getType());
  auto result = cast<RankedTensorType>(op.getType());
  int64_t spatial = input.getRank() - 2;
  form.groups = op.getGroups();
  form.taps.assign(filter.getShape().begin(),
                   filter.getShape().begin() + spatial);
  bool isWholeStep = true;
  for (int64_t i = 0; i < spatial; ++i) {
    bool hasGaps = op.getInputDilations()[i] != 1;
    form.clipped.push_back(hasGaps || op.getPadding()[i] > 0 ||
                           op.getPadding()[spatial + i] > 0);
    form.isPadded = form.isPadded || form.clipped[i];
    isWholeStep = isWholeStep && !hasGaps && op.getStrides()[i] == 1 &&
                  form.taps[i] == 1 && op.getPadding()[i] == 0 &&
                  op.getPadding()[spatial + i] == 0;
    form.outerTaps = times(form.outerTaps, form.taps[i]);
  }
  form.isMatrix = isWholeStep;
  int64_t last = spatial - 1;
  if (form.groups == 1 && !form.clipped[last] &&
      (op.getDilations()[last] == 1 || form.taps[last] == 1) &&
      form.taps[last] > 0) {
    form.innerTaps = form.taps[last];
    form.outerTaps = 1;
    for (int64_t taps : ArrayRef(form.taps).drop_back())
      form.outerTaps = times(form.outerTaps, taps);
  }
  form.input = op.getInput();
  if (auto operand = matchIntegerOperand(op.getInput());
      operand && form.groups == 1 &&
      isIntegerWeight(op.getFilter(), result.getElementType())) {
    form.isInteger = true;
    form.input = operand->values;
    form.zeroPoint = operand->zeroPoint;
  }
  form.isTiled = form.isInteger ||
                 (isF32Product(input.getElementType(), filter.getElementType(),
                               result.getElementType()) &&
                  isa<BlockArgument>(op.getInput()));
  form.isWeight =
      form.isTiled && form.groups == 1 && isPackedWeight(op.getFilter());

  int64_t rows = 1, channels = filter.getDimSize(spatial),
          outputs = filter.getDimSize(spatial + 1);
  for (int64_t size : result.getShape().drop_back())
    rows = times(rows, size);
  form.sizes = {form.groups, rows,
                ShapedType::isDynamic(outputs) ? outputs
                                               : outputs / form.groups,
                form.outerTaps, times(channels, form.innerTaps)};
  for (int64_t size : result.getShape().drop_back())
    if (!ShapedType::isDynamic(size))
      form.sizes.leastRows *= size;
  form.hasShortRuns =
      form.isTiled && form.groups == 1 && form.clipped[last] &&
      op.getDilations()[last] == 1 && op.getInputDilations()[last] == 1 &&
      form.taps[last] > 1 && channels > 0 && channels < kFewChannels &&
      (!getElementTypeOrSelf(form.input.getType()).isF32() ||
       form.taps[last] * channels >= kLeastRun);
  return form;
}
