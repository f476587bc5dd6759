// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See TensorBuilder.h.

#include "lib/Import/TensorBuilder.h"
#include "lib/Import/ConstantFolding.h"
#include "mlir/IR/Verifier.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;

Value TensorBuilder::fail(const Twine &message) {
  if (!hasFailed)
    emitError(loc) << message;
  hasFailed = true;
  return {};
}

RankedTensorType TensorBuilder::typeOf(Value value) {
  if (auto type = value ? dyn_cast<RankedTensorType>(value.getType()) : nullptr)
    return type;
  return RankedTensorType::get({}, builder.getF32Type());
}

//===----------------------------------------------------------------------===//
// Any op
//===----------------------------------------------------------------------===//

/// Whether every dimension is a size and all elements can be counted: sizes
/// that a model computes may be anything.
bool TensorBuilder::hasUsableTypes(Operation *op) {
  for (Type type : op->getResultTypes()) {
    int64_t elements = 1;
    for (int64_t size : mlir::cast<RankedTensorType>(type).getShape()) {
      if (ShapedType::isDynamic(size))
        continue;
      if (size < 0 ||
          llvm::MulOverflow(elements, std::max<int64_t>(size, 1), elements) ||
          elements > (int64_t(1) << 58)) {
        fail("a result with impossible dimensions, " + llvm::Twine(size) +
             " among them");
        return false;
      }
    }
  }
  return true;
}

SmallVector<Value> TensorBuilder::finish(Operation *op) {
  if (!hasUsableTypes(op) ||
      mlir::failed(verify(op, /*verifyRecursively=*/false))) {
    hasFailed = true;
    op->erase();
    return {};
  }
  SmallVector<Value> results;
  // Folding in place succeeds without results.
  if ((succeeded(builder.tryFold(op, results)) && !results.empty()) ||
      succeeded(foldSmallConstants(builder, op, results))) {
    op->erase();
    return results;
  }
  return llvm::to_vector_of<Value>(op->getResults());
}

/// Null, with the error reported, if an operand is missing.
Operation *TensorBuilder::makeOp(StringRef name, TypeRange types,
                                 ValueRange operands,
                                 ArrayRef<NamedAttribute> attributes) {
  if (hasFailed)
    return nullptr;
  if (llvm::is_contained(operands, Value())) {
    fail("an operand of " + name + " is missing");
    return nullptr;
  }
  return builder.create(OperationState(loc, name, operands, types, attributes));
}

SmallVector<Value>
TensorBuilder::createNamed(StringRef name, TypeRange types, ValueRange operands,
                           ArrayRef<NamedAttribute> attributes) {
  Operation *op = makeOp(name, types, operands, attributes);
  return op ? finish(op) : SmallVector<Value>();
}

SmallVector<Value>
TensorBuilder::createInferred(StringRef name, unsigned results,
                              ValueRange operands,
                              ArrayRef<NamedAttribute> attributes) {
  // The generated builders end the process where inference fails. So the op is
  // made with placeholders, because inference reads the attributes from it.
  SmallVector<Type> placeholders(
      results, RankedTensorType::get({}, builder.getI1Type()));
  Operation *op = makeOp(name, placeholders, operands, attributes);
  if (!op)
    return {};
  SmallVector<Type> types;
  auto inference = mlir::cast<InferTypeOpInterface>(op);
  if (mlir::failed(inference.inferReturnTypes(
          builder.getContext(), loc, op->getOperands(), op->getAttrDictionary(),
          op->getPropertiesStorage(), op->getRegions(), types))) {
    fail("the operands of " + name + " do not fit together");
    op->erase();
    return {};
  }
  for (auto [result, type] : llvm::zip_equal(op->getResults(), types))
    result.setType(type);
  return finish(op);
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

Value TensorBuilder::constant(ElementsAttr value) {
  if (hasFailed)
    return {};
  return ConstantOp::create(builder, loc, value);
}

Value TensorBuilder::scalar(double value, Type element) {
  auto type = RankedTensorType::get({}, element);
  if (auto floatType = dyn_cast<FloatType>(element)) {
    APFloat rounded(value);
    bool losesInfo = false;
    rounded.convert(floatType.getFloatSemantics(), APFloat::rmNearestTiesToEven,
                    &losesInfo);
    return constant(DenseElementsAttr::get(type, rounded));
  }
  // One is not a value of a signed integer of one bit.
  if (element.isInteger(1))
    return constant(DenseElementsAttr::get(type, value != 0));
  auto integer = mlir::cast<IntegerType>(element);
  APSInt whole(integer.getWidth(), integer.isUnsigned());
  bool isExact = false;
  APFloat(value).convertToInteger(whole, APFloat::rmTowardZero, &isExact);
  return constant(DenseElementsAttr::get(type, APInt(whole)));
}

Value TensorBuilder::list(ArrayRef<int64_t> values) {
  auto type =
      RankedTensorType::get({int64_t(values.size())}, builder.getI64Type());
  return constant(DenseIntElementsAttr::get(type, values));
}

Value TensorBuilder::count(int64_t value) {
  auto type = RankedTensorType::get({}, builder.getI64Type());
  return constant(DenseIntElementsAttr::get(type, value));
}

//===----------------------------------------------------------------------===//
// Elementwise
//===----------------------------------------------------------------------===//

Value TensorBuilder::compare(Predicate predicate, Value a, Value b) {
  return create<CompareOp>(
      {a, b}, {attribute("predicate",
                         PredicateAttr::get(builder.getContext(), predicate))});
}

Value TensorBuilder::cast(Value x, Type element) {
  if (!x || elementOf(x) == element)
    return x;
  auto results = createTyped<CastOp>({typeOf(x).clone(element)}, {x});
  return results.empty() ? Value() : results.front();
}

//===----------------------------------------------------------------------===//
// Shapes and movement
//===----------------------------------------------------------------------===//

Value TensorBuilder::reshape(Value x, Value shape) {
  if (hasFailed || !x || !shape)
    return fail("an operand of weft.reshape is missing");
  auto known = matchPartialShape(shape);
  RankedTensorType list = typeOf(shape);
  if (!known && list.isDynamicDim(0))
    return fail("the rank of the result is not known: its shape is " +
                llvm::Twine("a list of unknown length"));
  if (known) {
    unsigned inferred = 0;
    for (int64_t size : *known)
      inferred += size == -1;
    if (inferred > 1 || llvm::any_of(*known, [](int64_t size) {
          return size < -1 && !ShapedType::isDynamic(size);
        }))
      return fail("a shape with sizes below -1 or several of -1");
  }
  auto results = finish(ReshapeOp::create(builder, loc, x, shape));
  return results.empty() ? Value() : results.front();
}

Value TensorBuilder::reshape(Value x, ArrayRef<int64_t> sizes) {
  if (hasFailed || !x)
    return fail("an operand of weft.reshape is missing");
  SmallVector<int64_t> wanted;
  unsigned unknown = 0;
  bool hasZero = false;
  for (int64_t size : sizes) {
    // A written ~i stands for dimension i of the operand.
    if (size < 0 && ~size >= rankOf(x))
      return fail("an operand of rank " + llvm::Twine(rankOf(x)) +
                  ", expected at least " + llvm::Twine(~size + 1));
    int64_t known = size < 0 ? sizesOf(x)[~size] : size;
    unknown += ShapedType::isDynamic(known);
    hasZero |= known == 0;
    wanted.push_back(known);
  }
  if (unknown == 0) {
    auto type = RankedTensorType::get(wanted, elementOf(x));
    auto results = createTyped<ReshapeOp>({type}, {x});
    return results.empty() ? Value() : results.front();
  }
  // One unknown size follows from the others, unless they leave no elements.
  auto type = RankedTensorType::get(wanted, elementOf(x));
  Value shape;
  if (unknown == 1 && !hasZero) {
    SmallVector<int64_t> given(wanted);
    for (int64_t &size : given)
      if (ShapedType::isDynamic(size))
        size = -1;
    shape = list(given);
  } else {
    SmallVector<Value> parts;
    for (auto [size, known] : llvm::zip_equal(sizes, wanted))
      parts.push_back(ShapedType::isDynamic(known)
                          ? gather(this->shape(x), list({~size}), 0)
                          : list({known}));
    shape = concat(parts, 0);
  }
  auto results = createTyped<ReshapeOp>({type}, {x, shape});
  return results.empty() ? Value() : results.front();
}

Value TensorBuilder::unsqueeze(Value x, ArrayRef<int64_t> dims) {
  SmallVector<int64_t> sizes;
  int64_t rank = rankOf(x) + int64_t(dims.size()), from = 0;
  for (int64_t i = 0; i < rank; ++i)
    sizes.push_back(llvm::is_contained(dims, i) ? 1 : ~from++);
  return reshape(x, sizes);
}

Value TensorBuilder::squeeze(Value x, ArrayRef<int64_t> dims) {
  SmallVector<int64_t> kept;
  bool isCertain = true;
  for (int64_t i = 0; i < rankOf(x); ++i) {
    int64_t size = sizesOf(x)[i];
    if (!llvm::is_contained(dims, i))
      kept.push_back(i);
    else if (size != 1 && !ShapedType::isDynamic(size))
      return fail("dimension " + llvm::Twine(i) + " has size " +
                  llvm::Twine(size) + ", expected 1");
    else
      isCertain &= size == 1;
  }
  if (isCertain) {
    SmallVector<int64_t> sizes;
    for (int64_t i : kept)
      sizes.push_back(~i);
    return reshape(x, sizes);
  }
  // All sizes are given, so that another size than 1 is a run-time error and
  // does not go into another dimension.
  return reshape(x, gather(shape(x), list(kept), 0));
}

Value TensorBuilder::transpose(Value x, ArrayRef<int64_t> permutation) {
  return create<TransposeOp>({x}, {ints("permutation", permutation)});
}

Value TensorBuilder::slice(Value x, ArrayRef<int64_t> dims,
                           ArrayRef<int64_t> starts, ArrayRef<int64_t> ends,
                           ArrayRef<int64_t> steps) {
  SmallVector<int64_t> ones(dims.size(), 1);
  return create<SliceOp>(
      {x, list(starts), list(ends), list(steps.empty() ? ones : steps)},
      {ints("dims", dims)});
}

//===----------------------------------------------------------------------===//
// Reductions and contractions
//===----------------------------------------------------------------------===//

Value TensorBuilder::reduce(ReductionKind kind, Value x, ArrayRef<int64_t> dims,
                            bool keepDims) {
  SmallVector<NamedAttribute> attributes = {
      attribute("kind", ReductionKindAttr::get(builder.getContext(), kind)),
      ints("dims", dims)};
  if (keepDims)
    attributes.push_back(flag("keep_dims"));
  return create<ReduceOp>({x}, attributes);
}

Value TensorBuilder::contract(StringRef equation, Value a, Value b) {
  if (hasFailed || !a || !b)
    return fail("an operand of weft.contract is missing");
  auto results = finish(ContractOp::create(builder, loc, equation, a, b));
  return results.empty() ? Value() : results.front();
}
