// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The elementwise family. An op is a function of wide values; one driver
// broadcasts the operands, widens them, applies the function and rounds.

#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Movement.h"

#include <cmath>

using namespace mlir;
using namespace weft;

//===----------------------------------------------------------------------===//
// The driver
//===----------------------------------------------------------------------===//

/// Elements that are computed at a time, in buffers on the stack.
static constexpr int64_t kChunk = 512;

/// The sizes that the operands have together; nothing, with an error said,
/// where they do not broadcast.
static FailureOr<SmallVector<int64_t>> broadcastDims(Evaluation &evaluation) {
  SmallVector<int64_t> dims;
  int64_t rank = 0;
  for (const Tensor &operand : evaluation.getOperands())
    rank = std::max(rank, operand.getRank());
  for (const Tensor &operand : evaluation.getOperands()) {
    auto joined = computeBroadcastShape(dims, operand.getDims());
    if (failed(joined))
      return evaluation.failBroadcast(dims, operand.getDims(), rank);
    dims = std::move(*joined);
  }
  return dims;
}

namespace {
/// Reads an operand in the order of the broadcast result, some elements at a
/// time.
template <typename W> class Reader {
public:
  Reader(const Tensor &tensor, ArrayRef<int64_t> dims)
      : tensor(tensor), size(getSizeBytes(tensor.getElement())) {
    if (ArrayRef<int64_t>(tensor.getDims()) == dims ||
        tensor.getNumElements() == 1) {
      isScalar = tensor.getNumElements() == 1;
      return;
    }
    // Where an element is read more than once or elsewhere, the operand is laid
    // out first.
    laidOut.resize(multiplyDims(dims));
    loadStrided(tensor, StridedView::broadcast(tensor.getDims(), dims),
                laidOut.data());
  }

  const W *read(int64_t begin, int64_t count, W *buffer) const {
    if (!laidOut.empty())
      return laidOut.data() + begin;
    if (isScalar)
      std::fill(buffer, buffer + count, tensor.at<W>(0));
    else
      load(tensor.getElement(), tensor.getData() + begin * size, count, buffer);
    return buffer;
  }

private:
  const Tensor &tensor;
  int64_t size;
  bool isScalar = false;
  std::vector<W> laidOut;
};
} // namespace

/// Computes `function` of each element of the one operand.
template <typename W, typename Function>
static LogicalResult mapUnary(Evaluation &evaluation, Function function) {
  const Tensor &operand = evaluation.getOperands()[0];
  Tensor *out = evaluation.allocate(operand.getDims());
  if (!out)
    return failure();
  int64_t count = operand.getNumElements();
  unsigned fromSize = getSizeBytes(operand.getElement()),
           toSize = getSizeBytes(out->getElement());
  W buffer[kChunk];
  for (int64_t begin = 0; begin < count; begin += kChunk) {
    int64_t some = std::min(kChunk, count - begin);
    load(operand.getElement(), operand.getData() + begin * fromSize, some,
         buffer);
    for (int64_t i = 0; i < some; ++i)
      buffer[i] = function(buffer[i]);
    store(out->getElement(), buffer, some,
          out->getMutableData() + begin * toSize);
  }
  return success();
}

/// Computes `function` of each pair of elements of the two operands, which are
/// read as W; it returns an R.
template <typename W, typename R = W, typename Function>
static LogicalResult mapBinary(Evaluation &evaluation, Function function) {
  FailureOr<SmallVector<int64_t>> dims = broadcastDims(evaluation);
  Tensor *out = succeeded(dims) ? evaluation.allocate(*dims) : nullptr;
  if (!out)
    return failure();
  Reader<W> lhs(evaluation.getOperands()[0], *dims),
      rhs(evaluation.getOperands()[1], *dims);
  unsigned size = getSizeBytes(out->getElement());
  W left[kChunk], right[kChunk];
  R result[kChunk];
  for (int64_t begin = 0; begin < out->getNumElements(); begin += kChunk) {
    int64_t some = std::min(kChunk, out->getNumElements() - begin);
    const W *a = lhs.read(begin, some, left), *b = rhs.read(begin, some, right);
    for (int64_t i = 0; i < some; ++i)
      result[i] = function(a[i], b[i]);
    store(out->getElement(), result, some,
          out->getMutableData() + begin * size);
  }
  return success();
}

/// The bits of the wide type of one operand, for messages and shifts.
static unsigned widthOf(const Tensor &tensor) {
  return getSizeBytes(tensor.getElement()) * 8;
}

/// Defines the meaning of a unary op on floats from an expression of `x`.
#define WEFT_FLOAT_UNARY(OP, EXPRESSION)                                       \
  template <> LogicalResult weft::evaluate(OP, Evaluation &evaluation) {       \
    return mapUnary<double>(evaluation,                                        \
                            [](double x) -> double { return EXPRESSION; });    \
  }

/// Defines the meaning of a unary op on all numbers from a generic function.
#define WEFT_UNARY(OP, FUNCTION)                                               \
  template <> LogicalResult weft::evaluate(OP, Evaluation &evaluation) {       \
    return visitWide(evaluation.getOperands()[0].getElement(),                 \
                     [&](auto wide) {                                          \
                       return mapUnary<decltype(wide)>(                        \
                           evaluation, FUNCTION<decltype(wide)>);              \
                     });                                                       \
  }

/// The same for a binary op.
#define WEFT_BINARY(OP, FUNCTION)                                              \
  template <> LogicalResult weft::evaluate(OP, Evaluation &evaluation) {       \
    return visitWide(evaluation.getOperands()[0].getElement(),                 \
                     [&](auto wide) {                                          \
                       return mapBinary<decltype(wide)>(                       \
                           evaluation, FUNCTION<decltype(wide)>);              \
                     });                                                       \
  }

/// Integer arithmetic that wraps is that of the unsigned type.
template <typename W>
static constexpr bool kIsFloat = std::is_same_v<W, double>;
template <typename W> static uint64_t bitsOf(W value) {
  return static_cast<uint64_t>(value);
}

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

template <typename W> static W negate(W x) {
  if constexpr (kIsFloat<W>)
    return -x;
  else
    return static_cast<W>(-bitsOf(x));
}

template <typename W> static W absolute(W x) {
  if constexpr (kIsFloat<W>)
    return std::fabs(x);
  else
    return x < 0 ? negate(x) : x;
}

template <typename W> static W sign(W x) {
  if constexpr (kIsFloat<W>)
    if (std::isnan(x))
      return x;
  return static_cast<W>(x > 0) - static_cast<W>(x < 0);
}

WEFT_UNARY(NegOp, negate)
WEFT_UNARY(AbsOp, absolute)
WEFT_UNARY(SignOp, sign)
WEFT_FLOAT_UNARY(CeilOp, std::ceil(x))
WEFT_FLOAT_UNARY(FloorOp, std::floor(x))
WEFT_FLOAT_UNARY(RoundOp, std::nearbyint(x))
WEFT_FLOAT_UNARY(SqrtOp, std::sqrt(x))
WEFT_FLOAT_UNARY(RsqrtOp, 1 / std::sqrt(x))
WEFT_FLOAT_UNARY(ExpOp, std::exp(x))
WEFT_FLOAT_UNARY(Expm1Op, std::expm1(x))
WEFT_FLOAT_UNARY(LogOp, std::log(x))
WEFT_FLOAT_UNARY(Log1pOp, std::log1p(x))
WEFT_FLOAT_UNARY(SinOp, std::sin(x))
WEFT_FLOAT_UNARY(CosOp, std::cos(x))
WEFT_FLOAT_UNARY(TanOp, std::tan(x))
WEFT_FLOAT_UNARY(AsinOp, std::asin(x))
WEFT_FLOAT_UNARY(AcosOp, std::acos(x))
WEFT_FLOAT_UNARY(AtanOp, std::atan(x))
WEFT_FLOAT_UNARY(SinhOp, std::sinh(x))
WEFT_FLOAT_UNARY(CoshOp, std::cosh(x))
WEFT_FLOAT_UNARY(TanhOp, std::tanh(x))
WEFT_FLOAT_UNARY(AsinhOp, std::asinh(x))
WEFT_FLOAT_UNARY(AcoshOp, std::acosh(x))
WEFT_FLOAT_UNARY(AtanhOp, std::atanh(x))
WEFT_FLOAT_UNARY(ErfOp, std::erf(x))
WEFT_FLOAT_UNARY(LogisticOp, 1 / (1 + std::exp(-x)))

template <> LogicalResult weft::evaluate(NotOp op, Evaluation &evaluation) {
  if (evaluation.getOperands()[0].getElement() == Element::I1)
    return mapUnary<uint64_t>(evaluation, [](uint64_t x) { return x ^ 1; });
  return mapUnary<uint64_t>(evaluation, [](uint64_t x) { return ~x; });
}

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

template <typename W> static W add(W a, W b) {
  if constexpr (kIsFloat<W>)
    return a + b;
  else
    return static_cast<W>(bitsOf(a) + bitsOf(b));
}

template <typename W> static W subtract(W a, W b) {
  if constexpr (kIsFloat<W>)
    return a - b;
  else
    return static_cast<W>(bitsOf(a) - bitsOf(b));
}

template <typename W> static W multiply(W a, W b) {
  if constexpr (kIsFloat<W>)
    return a * b;
  else
    return static_cast<W>(bitsOf(a) * bitsOf(b));
}

template <typename W> static W divide(W a, W b) {
  if constexpr (kIsFloat<W>)
    return a / b;
  else if (b == 0)
    return 0;
  else if (std::is_signed_v<W> && b == static_cast<W>(-1))
    return negate(a);
  else
    return a / b;
}

template <typename W> static W remainder(W a, W b) {
  if constexpr (kIsFloat<W>)
    return std::fmod(a, b);
  else if (b == 0)
    return a;
  else if (std::is_signed_v<W> && b == static_cast<W>(-1))
    return 0;
  else
    return a % b;
}

/// Python's %: the remainder has the divisor's sign.
template <typename W> static W modulo(W a, W b) {
  W rest = remainder(a, b);
  if constexpr (kIsFloat<W>) {
    if (rest == 0)
      return std::copysign(0.0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
  } else {
    return b != 0 && rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
  }
}

template <typename W> static W power(W base, W exponent) {
  if constexpr (kIsFloat<W>) {
    return std::pow(base, exponent);
  } else {
    if (exponent < 0) {
      // The quotient 1 / base^n, truncated: only 1 and -1 leave something of
      // it.
      if (base == 1)
        return 1;
      if (base == static_cast<W>(-1))
        return exponent % 2 == 0 ? 1 : static_cast<W>(-1);
      return 0;
    }
    uint64_t result = 1, square = bitsOf(base);
    for (uint64_t rest = bitsOf(exponent); rest; rest >>= 1, square *= square)
      if (rest & 1)
        result *= square;
    return static_cast<W>(result);
  }
}

template <typename W> static W maximum(W a, W b) {
  if constexpr (kIsFloat<W>)
    if (std::isnan(a) || std::isnan(b))
      return std::isnan(a) ? a : b;
  return a < b ? b : a;
}

template <typename W> static W minimum(W a, W b) {
  if constexpr (kIsFloat<W>)
    if (std::isnan(a) || std::isnan(b))
      return std::isnan(a) ? a : b;
  return b < a ? b : a;
}

WEFT_BINARY(AddOp, add)
WEFT_BINARY(SubOp, subtract)
WEFT_BINARY(MulOp, multiply)
WEFT_BINARY(DivOp, divide)
WEFT_BINARY(RemOp, remainder)
WEFT_BINARY(ModOp, modulo)
WEFT_BINARY(PowOp, power)
WEFT_BINARY(MaxOp, maximum)
WEFT_BINARY(MinOp, minimum)

template <> LogicalResult weft::evaluate(AndOp, Evaluation &evaluation) {
  return mapBinary<uint64_t>(evaluation,
                             [](uint64_t a, uint64_t b) { return a & b; });
}

template <> LogicalResult weft::evaluate(OrOp, Evaluation &evaluation) {
  return mapBinary<uint64_t>(evaluation,
                             [](uint64_t a, uint64_t b) { return a | b; });
}

template <> LogicalResult weft::evaluate(XorOp, Evaluation &evaluation) {
  return mapBinary<uint64_t>(evaluation,
                             [](uint64_t a, uint64_t b) { return a ^ b; });
}

template <> LogicalResult weft::evaluate(ShlOp op, Evaluation &evaluation) {
  // A negative count is a large one when read as unsigned.
  uint64_t width = widthOf(evaluation.getOperands()[0]);
  return mapBinary<uint64_t>(evaluation, [width](uint64_t a, uint64_t b) {
    return b < width ? a << b : 0;
  });
}

template <> LogicalResult weft::evaluate(ShrOp op, Evaluation &evaluation) {
  uint64_t width = widthOf(evaluation.getOperands()[0]);
  if (isUnsigned(evaluation.getOperands()[0].getElement()))
    return mapBinary<uint64_t>(evaluation, [width](uint64_t a, uint64_t b) {
      return b < width ? a >> b : 0;
    });
  return mapBinary<int64_t>(evaluation, [width](int64_t a, int64_t b) {
    return a >> (bitsOf(b) < width ? b : 63);
  });
}

//===----------------------------------------------------------------------===//
// Comparison, choice, conversion
//===----------------------------------------------------------------------===//

template <typename W>
static LogicalResult compare(Predicate predicate, Evaluation &evaluation) {
  switch (predicate) {
  case Predicate::eq:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a == b; });
  case Predicate::ne:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a != b; });
  case Predicate::lt:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a < b; });
  case Predicate::le:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a <= b; });
  case Predicate::gt:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a > b; });
  case Predicate::ge:
    return mapBinary<W, uint64_t>(evaluation, [](W a, W b) { return a >= b; });
  }
  llvm_unreachable("all predicates are above");
}

template <> LogicalResult weft::evaluate(CompareOp op, Evaluation &evaluation) {
  return visitWide(evaluation.getOperands()[0].getElement(), [&](auto wide) {
    return compare<decltype(wide)>(op.getPredicate(), evaluation);
  });
}

template <> LogicalResult weft::evaluate(SelectOp op, Evaluation &evaluation) {
  FailureOr<SmallVector<int64_t>> dims = broadcastDims(evaluation);
  Tensor *out = succeeded(dims) ? evaluation.allocate(*dims) : nullptr;
  if (!out)
    return failure();
  Reader<uint64_t> condition(evaluation[op.getCondition()], *dims);
  // The values move as bits, so that a NaN stays the NaN that it is.
  visitBits(getSizeBytes(out->getElement()), [&](auto tag) {
    using T = decltype(tag);
    std::vector<T> onTrue(out->getNumElements()),
        onFalse(out->getNumElements());
    auto lay = [&](const Tensor &from, std::vector<T> &to) {
      copyStrided(from.getData(), StridedView::broadcast(from.getDims(), *dims),
                  sizeof(T), reinterpret_cast<char *>(to.data()));
    };
    lay(evaluation[op.getOnTrue()], onTrue);
    lay(evaluation[op.getOnFalse()], onFalse);
    uint64_t buffer[kChunk];
    for (int64_t begin = 0; begin < out->getNumElements(); begin += kChunk) {
      int64_t some = std::min(kChunk, out->getNumElements() - begin);
      const uint64_t *holds = condition.read(begin, some, buffer);
      for (int64_t i = 0; i < some; ++i)
        if (!holds[i])
          onTrue[begin + i] = onFalse[begin + i];
    }
    if (!onTrue.empty())
      std::memcpy(out->getMutableData(), onTrue.data(),
                  onTrue.size() * sizeof(T));
  });
  return success();
}

template <> LogicalResult weft::evaluate(CastOp op, Evaluation &evaluation) {
  return visitWide(evaluation[op.getOperand()].getElement(), [&](auto wide) {
    return mapUnary<decltype(wide)>(evaluation, [](auto x) { return x; });
  });
}

template <> LogicalResult weft::evaluate(BitcastOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  Tensor *out = evaluation.allocate(operand.getDims());
  if (!out)
    return failure();
  std::memcpy(out->getMutableData(), operand.getData(), operand.getSizeBytes());
  return success();
}
