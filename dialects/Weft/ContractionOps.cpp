// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types and checks of contraction, convolution and attention.

#include "dialects/Weft/WeftOps.h"
#include "dialects/Weft/WindowPlaces.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/TypeUtilities.h"

#include <bitset>

using namespace mlir;
using namespace weft;

//===----------------------------------------------------------------------===//
// Contraction
//===----------------------------------------------------------------------===//

/// The three terms of "lhs,rhs->result"; empty terms where the text has another form.
static std::array<StringRef, 3> splitEquation(StringRef equation) {
  auto [operands, result] = equation.split("->");
  auto [lhs, rhs] = operands.split(',');
  return {lhs, rhs, result};
}

StringRef ContractOp::getLhsDims() { return splitEquation(getEquation())[0]; }
StringRef ContractOp::getRhsDims() { return splitEquation(getEquation())[1]; }
StringRef ContractOp::getResultDims() {
  return splitEquation(getEquation())[2];
}

/// The size of each dimension by its letter, as both operands tell it; kDynamic where neither does.
static FailureOr<llvm::SmallDenseMap<char, int64_t>>
computeSizes(function_ref<InFlightDiagnostic()> emitError, StringRef equation,
             RankedTensorType lhs, RankedTensorType rhs) {
  auto [left, right, result] = splitEquation(equation);
  llvm::SmallDenseMap<char, int64_t> sizes;
  for (auto [term, type, what] :
       {std::tuple(left, lhs, "left"), std::tuple(right, rhs, "right")}) {
    if (static_cast<int64_t>(term.size()) != type.getRank()) {
      emitError() << "expected the " << what << " operand of \"" << equation
                  << "\" to have rank " << term.size() << ", found " << type;
      return failure();
    }
    for (auto [letter, size] : llvm::zip(term, type.getShape())) {
      auto [it, isNew] = sizes.try_emplace(letter, size);
      if (isNew || it->second == size)
        continue;
      if (ShapedType::isDynamic(it->second)) {
        it->second = size;
      } else if (!ShapedType::isDynamic(size)) {
        emitError() << "expected dimension '" << letter << "' of \"" << equation
                    << "\" to have one size, found " << it->second << " and "
                    << size;
        return failure();
      }
    }
  }
  return sizes;
}

void ContractOp::build(OpBuilder &builder, OperationState &state,
                       StringRef equation, Value lhs, Value rhs) {
  auto left = cast<RankedTensorType>(lhs.getType()),
       right = cast<RankedTensorType>(rhs.getType());
  auto sizes = computeSizes([&] { return mlir::emitError(state.location); },
                            equation, left, right);
  SmallVector<int64_t> shape;
  StringRef result = splitEquation(equation)[2];
  for (char letter : result)
    shape.push_back(succeeded(sizes) && sizes->count(letter)
                        ? sizes->lookup(letter)
                        : ShapedType::kDynamic);
  build(builder, state, RankedTensorType::get(shape, left.getElementType()),
        equation, lhs, rhs);
}

LogicalResult ContractOp::verify() {
  auto terms = splitEquation(getEquation());
  if (getEquation() != (terms[0] + "," + terms[1] + "->" + terms[2]).str())
    return emitOpError(
               "expected an equation of the form \"bmk,kn->bmn\", found \"")
           << getEquation() << '"';
  for (StringRef term : terms) {
    std::bitset<128> seen;
    for (char letter : term)
      if (!llvm::isAlpha(letter) || seen.test(letter))
        return emitOpError("expected letters that do not repeat within a term, "
                           "found \"")
               << getEquation() << '"';
      else
        seen.set(letter);
  }
  for (char letter : terms[2])
    if (!terms[0].contains(letter) && !terms[1].contains(letter))
      return emitOpError("expected every dimension of the result in an "
                         "operand, found '")
             << letter << "' in \"" << getEquation() << '"';
  auto lhs = cast<RankedTensorType>(getLhs().getType()),
       rhs = cast<RankedTensorType>(getRhs().getType());
  auto sizes =
      computeSizes([&] { return emitOpError(); }, getEquation(), lhs, rhs);
  if (failed(sizes))
    return failure();
  auto type = cast<RankedTensorType>(getType());
  if (type.getRank() != static_cast<int64_t>(terms[2].size()))
    return emitOpError("expected a result of rank ")
           << terms[2].size() << ", found " << type;
  for (auto [letter, size] : llvm::zip(terms[2], type.getShape())) {
    int64_t known = sizes->lookup(letter);
    if (!ShapedType::isDynamic(size) && !ShapedType::isDynamic(known) &&
        size != known)
      return emitOpError("expected dimension '")
             << letter << "' of the result of size " << known << ", found "
             << size;
  }
  bool isFloat = isa<FloatType>(type.getElementType());
  if (isFloat != isa<FloatType>(lhs.getElementType()) ||
      isFloat != isa<FloatType>(rhs.getElementType()))
    return emitOpError("expected all floats or all integers, found ")
           << lhs << ", " << rhs << " and " << type;
  return success();
}

//===----------------------------------------------------------------------===//
// Convolution
//===----------------------------------------------------------------------===//

LogicalResult ConvOp::inferReturnTypes(MLIRContext *,
                                       std::optional<Location> loc,
                                       Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  auto input = cast<RankedTensorType>(adaptor.getInput().getType()),
       filter = cast<RankedTensorType>(adaptor.getFilter().getType());
  int64_t rank = input.getRank(), spatial = rank - 2;
  if (rank < 3 || filter.getRank() != rank)
    return emitOptionalError(
        loc, "expected input and filter of one rank of at least 3, found ",
        input, " and ", filter);
  auto hasSize = [&](ArrayRef<int64_t> values, int64_t count) {
    return static_cast<int64_t>(values.size()) == count;
  };
  if (!hasSize(adaptor.getStrides(), spatial) ||
      !hasSize(adaptor.getDilations(), spatial) ||
      !hasSize(adaptor.getInputDilations(), spatial) ||
      !hasSize(adaptor.getPadding(), 2 * spatial))
    return emitOptionalError(loc, "expected ", spatial,
                             " strides, dilations and input_dilations, and ",
                             2 * spatial, " paddings");
  auto isPositive = [](int64_t v) { return v > 0; };
  if (!llvm::all_of(adaptor.getStrides(), isPositive) ||
      !llvm::all_of(adaptor.getDilations(), isPositive) ||
      !llvm::all_of(adaptor.getInputDilations(), isPositive) ||
      static_cast<int64_t>(adaptor.getGroups()) < 1)
    return emitOptionalError(
        loc,
        "expected positive strides, dilations, input_dilations and groups");
  int64_t channels = input.getDimSize(rank - 1),
          perGroup = filter.getDimSize(rank - 2),
          outputs = filter.getDimSize(rank - 1);
  if (!ShapedType::isDynamic(channels) && !ShapedType::isDynamic(perGroup) &&
      channels != perGroup * static_cast<int64_t>(adaptor.getGroups()))
    return emitOptionalError(loc, "expected ", channels,
                             " input channels to be the filter's ", perGroup,
                             " times ", adaptor.getGroups(), " groups");
  if (!ShapedType::isDynamic(outputs) && outputs % adaptor.getGroups())
    return emitOptionalError(loc, "expected ", outputs,
                             " outputs to be a multiple of ",
                             adaptor.getGroups(), " groups");
  SmallVector<int64_t> shape{input.getDimSize(0)};
  for (int64_t i = 0; i < spatial; ++i) {
    int64_t size = input.getDimSize(i + 1), taps = filter.getDimSize(i);
    if (ShapedType::isDynamic(size) || ShapedType::isDynamic(taps)) {
      shape.push_back(ShapedType::kDynamic);
      continue;
    }
    shape.push_back(computeWindowPlaces(
        size, taps, adaptor.getStrides()[i], adaptor.getDilations()[i],
        adaptor.getInputDilations()[i], adaptor.getPadding()[i],
        adaptor.getPadding()[spatial + i]));
  }
  shape.push_back(outputs);
  types.push_back(RankedTensorType::get(shape, input.getElementType()));
  return success();
}

bool ConvOp::isCompatibleReturnTypes(TypeRange inferred, TypeRange actual) {
  auto type = cast<RankedTensorType>(actual[0]);
  return areCompatibleTypes(
      cast<RankedTensorType>(inferred[0]).clone(type.getElementType()), actual);
}

LogicalResult ConvOp::verify() {
  auto input = getElementTypeOrSelf(getInput().getType()),
       filter = getElementTypeOrSelf(getFilter().getType()),
       result = getElementTypeOrSelf(getType());
  bool isFloat = isa<FloatType>(result);
  if (isFloat != isa<FloatType>(input) || isFloat != isa<FloatType>(filter))
    return emitOpError("expected all floats or all integers, found ")
           << input << ", " << filter << " and " << result;
  constexpr unsigned kMostBits = 16;
  if (!isFloat && (input.getIntOrFloatBitWidth() > kMostBits ||
                   filter.getIntOrFloatBitWidth() > kMostBits))
    return emitOpError("expected integer operands of at most ")
           << kMostBits << " bits, found " << input << " and " << filter;
  return success();
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

LogicalResult AttentionOp::verify() {
  auto q = cast<RankedTensorType>(getQuery().getType()),
       k = cast<RankedTensorType>(getKey().getType()),
       v = cast<RankedTensorType>(getValue().getType()),
       r = cast<RankedTensorType>(getResult().getType());
  for (RankedTensorType type : {q, k, v, r})
    if (type.getRank() != 4 || type.getElementType() != q.getElementType())
      return emitOpError("expected query, key, value and result of rank 4 and "
                         "one element type, found ")
             << type;
  auto differ = [](int64_t a, int64_t b) {
    return !ShapedType::isDynamic(a) && !ShapedType::isDynamic(b) && a != b;
  };
  if (differ(q.getDimSize(3), k.getDimSize(3)))
    return emitOpError("expected query and key of one width, found ")
           << q << " and " << k;
  for (int i : {0, 1, 2})
    if (differ(k.getDimSize(i), v.getDimSize(i)))
      return emitOpError("expected key and value to agree but in width, found ")
             << k << " and " << v;
  if (!q.isDynamicDim(1) && !k.isDynamicDim(1) &&
      (k.getDimSize(1) == 0 || q.getDimSize(1) % k.getDimSize(1)))
    return emitOpError("expected the key's ")
           << k.getDimSize(1) << " heads to divide the query's "
           << q.getDimSize(1);
  if (differ(r.getDimSize(0), q.getDimSize(0)) ||
      differ(r.getDimSize(1), q.getDimSize(1)) ||
      differ(r.getDimSize(2), q.getDimSize(2)) ||
      differ(r.getDimSize(3), v.getDimSize(3)))
    return emitOpError("expected a result of the query's shape with the "
                       "value's width, found ")
           << r;
  if (static_cast<int64_t>(getWindow()) < 0)
    return emitOpError("expected a window of at least 0, found ")
           << static_cast<int64_t>(getWindow());
  // Which of the two a single one is, nothing says.
  if (getNumResults() == 2)
    return emitOpError("expected both or none of the joined key and value");
  if (static_cast<bool>(getPastKey()) != static_cast<bool>(getPastValue()))
    return emitOpError("expected both or none of past key and value");
  for (auto [value, now, what] :
       {std::tuple(getPastKey(), k, "past key"),
        std::tuple(getPastValue(), v, "past value"),
        std::tuple(getPresentKey(), k, "joined key"),
        std::tuple(getPresentValue(), v, "joined value")}) {
    if (!value)
      continue;
    auto type = cast<RankedTensorType>(value.getType());
    if (type.getRank() != 4 || type.getElementType() != now.getElementType() ||
        differ(type.getDimSize(0), now.getDimSize(0)) ||
        differ(type.getDimSize(1), now.getDimSize(1)) ||
        differ(type.getDimSize(3), now.getDimSize(3)))
      return emitOpError("expected a ") << what << " that differs from " << now
                                        << " in length only, found " << type;
  }
  if (!getMask())
    return success();
  auto mask = cast<RankedTensorType>(getMask().getType());
  if (mask.getRank() > 4 || !(isa<FloatType>(mask.getElementType()) ||
                              mask.getElementType().isInteger(1)))
    return emitOpError("expected a mask of floats or truth values of rank at "
                       "most 4, found ")
           << mask;
  return success();
}
