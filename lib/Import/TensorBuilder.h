// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every importer builds the weft dialect with. Foreign models are user
// input, so nothing here asserts: an op whose operands do not fit together is
// an error at the current location, and from then on every function gives a
// null value, also when it is handed one. An importer function is therefore a
// plain expression, and the caller looks at failed() once.
//
// Ops are folded as they are made, so that shapes that a model computes are
// known when they are used.

#ifndef WEFT_IMPORT_TENSORBUILDER_H
#define WEFT_IMPORT_TENSORBUILDER_H

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

namespace weft {

class TensorBuilder {
public:
  explicit TensorBuilder(mlir::OpBuilder &builder)
      : builder(builder), loc(builder.getUnknownLoc()) {}

  mlir::OpBuilder &builder;
  /// Where ops come from; errors are reported there.
  mlir::Location loc;

  /// Reports an error, unless there was one already. Gives null.
  mlir::Value fail(const llvm::Twine &message);
  bool failed() const { return hasFailed; }

  //===--------------------------------------------------------------------===//
  // Any op
  //===--------------------------------------------------------------------===//

  /// Makes an op with one result whose type it infers.
  template <typename OpTy>
  mlir::Value create(mlir::ValueRange operands,
                     llvm::ArrayRef<mlir::NamedAttribute> attributes = {}) {
    auto results = createAll<OpTy>(operands, attributes);
    return results.empty() ? mlir::Value() : results.front();
  }

  /// Makes an op that infers its result types; no values after an error.
  template <typename OpTy>
  llvm::SmallVector<mlir::Value>
  createAll(mlir::ValueRange operands,
            llvm::ArrayRef<mlir::NamedAttribute> attributes = {}) {
    constexpr unsigned results =
        OpTy::template hasTrait<mlir::OpTrait::OneResult>() ? 1 : 2;
    return createInferred(OpTy::getOperationName(), results, operands,
                          attributes);
  }

  /// Makes an op with the given result types.
  template <typename OpTy>
  llvm::SmallVector<mlir::Value>
  createTyped(mlir::TypeRange types, mlir::ValueRange operands,
              llvm::ArrayRef<mlir::NamedAttribute> attributes = {}) {
    return createNamed(OpTy::getOperationName(), types, operands, attributes);
  }

  /// Checks an op that was made with one of its own builders (ops with optional
  /// operands) and folds it. Gives its results, none after an error.
  llvm::SmallVector<mlir::Value> finish(mlir::Operation *op);

  mlir::NamedAttribute attribute(llvm::StringRef name, mlir::Attribute value) {
    return builder.getNamedAttr(name, value);
  }
  mlir::NamedAttribute ints(llvm::StringRef name,
                            llvm::ArrayRef<int64_t> values) {
    return attribute(name, builder.getDenseI64ArrayAttr(values));
  }
  mlir::NamedAttribute integer(llvm::StringRef name, int64_t value) {
    return attribute(name, builder.getI64IntegerAttr(value));
  }
  mlir::NamedAttribute real(llvm::StringRef name, double value) {
    return attribute(name, builder.getF32FloatAttr(static_cast<float>(value)));
  }
  mlir::NamedAttribute flag(llvm::StringRef name) {
    return attribute(name, builder.getUnitAttr());
  }

  //===--------------------------------------------------------------------===//
  // Types
  //===--------------------------------------------------------------------===//

  /// The type of a value; a scalar f32 for null, so that code after an error
  /// needs no checks.
  mlir::RankedTensorType typeOf(mlir::Value value);
  mlir::Type elementOf(mlir::Value value) {
    return typeOf(value).getElementType();
  }
  int64_t rankOf(mlir::Value value) { return typeOf(value).getRank(); }
  llvm::ArrayRef<int64_t> sizesOf(mlir::Value value) {
    return typeOf(value).getShape();
  }
  bool isFloat(mlir::Value value) {
    return llvm::isa<mlir::FloatType>(elementOf(value));
  }

  //===--------------------------------------------------------------------===//
  // Constants
  //===--------------------------------------------------------------------===//

  mlir::Value constant(mlir::ElementsAttr value);
  /// A 0-D constant, rounded to the element type.
  mlir::Value scalar(double value, mlir::Type element);
  /// A 0-D constant of the element type of `like`.
  mlir::Value like(mlir::Value like, double value) {
    return scalar(value, elementOf(like));
  }
  /// A 1-D i64 constant: a shape.
  mlir::Value list(llvm::ArrayRef<int64_t> values);
  /// A 0-D i64 constant.
  mlir::Value count(int64_t value);

  //===--------------------------------------------------------------------===//
  // Elementwise
  //===--------------------------------------------------------------------===//

  mlir::Value add(mlir::Value a, mlir::Value b) {
    return create<AddOp>({a, b});
  }
  mlir::Value sub(mlir::Value a, mlir::Value b) {
    return create<SubOp>({a, b});
  }
  mlir::Value mul(mlir::Value a, mlir::Value b) {
    return create<MulOp>({a, b});
  }
  mlir::Value div(mlir::Value a, mlir::Value b) {
    return create<DivOp>({a, b});
  }
  mlir::Value max(mlir::Value a, mlir::Value b) {
    return create<MaxOp>({a, b});
  }
  mlir::Value min(mlir::Value a, mlir::Value b) {
    return create<MinOp>({a, b});
  }
  mlir::Value neg(mlir::Value x) { return create<NegOp>({x}); }
  mlir::Value exp(mlir::Value x) { return create<ExpOp>({x}); }
  mlir::Value log(mlir::Value x) { return create<LogOp>({x}); }
  mlir::Value sqrt(mlir::Value x) { return create<SqrtOp>({x}); }
  mlir::Value tanh(mlir::Value x) { return create<TanhOp>({x}); }
  mlir::Value logistic(mlir::Value x) { return create<LogisticOp>({x}); }
  mlir::Value abs(mlir::Value x) { return create<AbsOp>({x}); }
  mlir::Value logicalNot(mlir::Value x) { return create<NotOp>({x}); }
  mlir::Value compare(Predicate predicate, mlir::Value a, mlir::Value b);
  mlir::Value select(mlir::Value condition, mlir::Value a, mlir::Value b) {
    return create<SelectOp>({condition, a, b});
  }
  mlir::Value cast(mlir::Value x, mlir::Type element);

  //===--------------------------------------------------------------------===//
  // Shapes and movement
  //===--------------------------------------------------------------------===//

  mlir::Value shape(mlir::Value x) { return create<ShapeOp>({x}); }
  /// The size of a dimension, 0-D.
  mlir::Value dim(mlir::Value x, int64_t dim) {
    return create<DimOp>({x}, {integer("dim", dim)});
  }
  /// To sizes that are data; one may be -1.
  mlir::Value reshape(mlir::Value x, mlir::Value shape);
  /// To sizes of which each is static, or, written as ~i, that of dimension i
  /// of `x`. The number of elements must stay.
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> sizes);
  /// Puts dimensions of size 1 where they are in the result, ascending.
  mlir::Value unsqueeze(mlir::Value x, llvm::ArrayRef<int64_t> dims);
  /// Takes out dimensions of size 1.
  mlir::Value squeeze(mlir::Value x, llvm::ArrayRef<int64_t> dims);
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> permutation);
  mlir::Value broadcast(mlir::Value x, mlir::Value shape) {
    return create<BroadcastOp>({x, shape});
  }
  mlir::Value slice(mlir::Value x, llvm::ArrayRef<int64_t> dims,
                    llvm::ArrayRef<int64_t> starts,
                    llvm::ArrayRef<int64_t> ends,
                    llvm::ArrayRef<int64_t> steps = {});
  mlir::Value concat(mlir::ValueRange values, int64_t dim) {
    return create<ConcatOp>(values, {integer("dim", dim)});
  }
  mlir::Value gather(mlir::Value x, mlir::Value indices, int64_t dim) {
    return create<GatherOp>({x, indices}, {integer("dim", dim)});
  }

  //===--------------------------------------------------------------------===//
  // Reductions and contractions
  //===--------------------------------------------------------------------===//

  mlir::Value reduce(ReductionKind kind, mlir::Value x,
                     llvm::ArrayRef<int64_t> dims, bool keepDims);
  mlir::Value contract(llvm::StringRef equation, mlir::Value a, mlir::Value b);

private:
  mlir::Operation *makeOp(llvm::StringRef name, mlir::TypeRange types,
                          mlir::ValueRange operands,
                          llvm::ArrayRef<mlir::NamedAttribute> attributes);
  llvm::SmallVector<mlir::Value>
  createNamed(llvm::StringRef name, mlir::TypeRange types,
              mlir::ValueRange operands,
              llvm::ArrayRef<mlir::NamedAttribute> attributes);
  llvm::SmallVector<mlir::Value>
  createInferred(llvm::StringRef name, unsigned results,
                 mlir::ValueRange operands,
                 llvm::ArrayRef<mlir::NamedAttribute> attributes);
  bool hasUsableTypes(mlir::Operation *op);

  bool hasFailed = false;
};

} // namespace weft

#endif // WEFT_IMPORT_TENSORBUILDER_H
