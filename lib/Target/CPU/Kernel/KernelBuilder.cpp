// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Folding i64 arithmetic, typed memory and loops for kernel emitters.

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft::cpu;

//===----------------------------------------------------------------------===//
// i64 arithmetic
//===----------------------------------------------------------------------===//

std::optional<int64_t> KernelBuilder::known(Value value) {
  APInt constant;
  if (matchPattern(value, m_ConstantInt(&constant)))
    return constant.getSExtValue();
  return std::nullopt;
}

Value KernelBuilder::index(int64_t value) {
  return arith::ConstantIntOp::create(*this, value, 64);
}
Value KernelBuilder::add(Value lhs, Value rhs) {
  return createOrFold<arith::AddIOp>(lhs, rhs);
}
Value KernelBuilder::sub(Value lhs, Value rhs) {
  return createOrFold<arith::SubIOp>(lhs, rhs);
}

Value KernelBuilder::mul(Value lhs, Value rhs) {
  if (known(lhs) == 0 || known(rhs) == 0)
    return index(0);
  if (known(lhs) == 1)
    return rhs;
  return createOrFold<arith::MulIOp>(lhs, rhs);
}

Value KernelBuilder::mulSaturated(Value lhs, Value rhs) {
  if (known(lhs) == 0 || known(rhs) == 0)
    return index(0);
  if (known(lhs) == 1 || known(rhs) == 1)
    return known(lhs) == 1 ? rhs : lhs;
  if (known(lhs) && known(rhs)) {
    int64_t product;
    return index(llvm::MulOverflow(*known(lhs), *known(rhs), product)
                     ? INT64_MAX
                     : product);
  }
  auto product = arith::MulSIExtendedOp::create(*this, lhs, rhs);
  Value zero = index(0),
        isLow = compare(arith::CmpIPredicate::eq, product.getHigh(), zero);
  Value fits = logicalAnd(
      isLow, compare(arith::CmpIPredicate::sge, product.getLow(), zero));
  return select(fits, product.getLow(), index(INT64_MAX));
}

Value KernelBuilder::div(Value lhs, Value rhs) {
  if (known(rhs) == 1)
    return lhs;
  return createOrFold<arith::DivUIOp>(lhs, rhs);
}

Value KernelBuilder::rem(Value lhs, Value rhs) {
  if (known(rhs) == 1)
    return index(0);
  return createOrFold<arith::RemUIOp>(lhs, rhs);
}

Value KernelBuilder::min(Value lhs, Value rhs) {
  return createOrFold<arith::MinSIOp>(lhs, rhs);
}
Value KernelBuilder::max(Value lhs, Value rhs) {
  return createOrFold<arith::MaxSIOp>(lhs, rhs);
}
Value KernelBuilder::compare(arith::CmpIPredicate predicate, Value lhs,
                             Value rhs) {
  return createOrFold<arith::CmpIOp>(predicate, lhs, rhs);
}
Value KernelBuilder::select(Value condition, Value onTrue, Value onFalse) {
  return createOrFold<arith::SelectOp>(condition, onTrue, onFalse);
}
Value KernelBuilder::logicalAnd(Value lhs, Value rhs) {
  return createOrFold<arith::AndIOp>(lhs, rhs);
}

Value KernelBuilder::product(ValueRange values) {
  Value result = index(1);
  for (Value value : values)
    result = mul(result, value);
  return result;
}

Value KernelBuilder::linearize(ValueRange position, ValueRange dims) {
  Value linear = index(0);
  for (auto [at, size] : llvm::zip_equal(position, dims))
    linear = add(mul(linear, size), at);
  return linear;
}

SmallVector<Value> KernelBuilder::delinearize(Value linear, ValueRange dims) {
  SmallVector<Value> position(dims.size());
  for (size_t i = dims.size(); i-- > 0;) {
    if (i == 0) {
      position[i] = linear;
    } else {
      position[i] = rem(linear, dims[i]);
      linear = div(linear, dims[i]);
    }
  }
  return position;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

Type KernelBuilder::registerType(Type element) {
  if (element.isF16() || element.isBF16())
    return getF32Type();
  if (auto integer = dyn_cast<IntegerType>(element))
    return getIntegerType(
        integer.getWidth() == 1 ? 1 : std::max(8u, integer.getWidth()));
  return element;
}

Type KernelBuilder::memoryType(Type element) {
  if (auto integer = dyn_cast<IntegerType>(element))
    return getIntegerType(std::max(8u, integer.getWidth()));
  return element;
}

int64_t KernelBuilder::sizeBytes(Type element) {
  return std::max(1u, element.getIntOrFloatBitWidth() / 8);
}

Type KernelBuilder::withLanes(Type type, int64_t lanes) {
  return lanes == 1 ? type : VectorType::get({lanes}, type);
}

//===----------------------------------------------------------------------===//
// Values and memory
//===----------------------------------------------------------------------===//

Value KernelBuilder::constant(Type type, double value) {
  Type element = getElementTypeOrSelf(type);
  TypedAttr scalar;
  if (isa<FloatType>(element))
    scalar = getFloatAttr(element, value);
  else
    scalar = getIntegerAttr(element, static_cast<int64_t>(value));
  if (auto vector = dyn_cast<VectorType>(type))
    return arith::ConstantOp::create(
        *this, DenseElementsAttr::get(vector, ArrayRef<Attribute>(scalar)));
  return arith::ConstantOp::create(*this, scalar);
}

Value KernelBuilder::constantInt(Type type, int64_t value) {
  auto scalar = getIntegerAttr(getElementTypeOrSelf(type), value);
  if (auto vector = dyn_cast<VectorType>(type))
    return arith::ConstantOp::create(
        *this, DenseElementsAttr::get(vector, ArrayRef<Attribute>(scalar)));
  return arith::ConstantOp::create(*this, scalar);
}

Value KernelBuilder::splat(Value value, int64_t count) {
  if (count == 1 || isa<VectorType>(value.getType()))
    return value;
  Attribute constant;
  if (matchPattern(value, m_Constant(&constant)))
    return arith::ConstantOp::create(
        *this, DenseElementsAttr::get(VectorType::get({count}, value.getType()),
                                      constant));
  return vector::BroadcastOp::create(
      *this, VectorType::get({count}, value.getType()), value);
}

Value KernelBuilder::address(Value pointer, Type element, Value offset) {
  if (known(offset) == 0)
    return pointer;
  std::optional<int64_t> constant = known(offset);
  LLVM::GEPArg at = constant && llvm::isInt<31>(*constant)
                        ? LLVM::GEPArg(static_cast<int32_t>(*constant))
                        : LLVM::GEPArg(offset);
  return LLVM::GEPOp::create(*this, pointer.getType(), memoryType(element),
                             pointer, ArrayRef<LLVM::GEPArg>(at),
                             LLVM::GEPNoWrapFlags::inbounds);
}

Value KernelBuilder::load(Value pointer, Type element, Value offset,
                          int64_t count) {
  Type memory = withLanes(memoryType(element), count),
       reg = withLanes(registerType(element), count);
  Value loaded = LLVM::LoadOp::create(
      *this, memory, address(pointer, element, offset), sizeBytes(element));
  if (element.isF16() || element.isBF16())
    return arith::ExtFOp::create(*this, reg, loaded);
  if (element.isInteger(1))
    return arith::CmpIOp::create(*this, arith::CmpIPredicate::ne, loaded,
                                 constantInt(memory, 0));
  return loaded;
}

void KernelBuilder::store(Value value, Value pointer, Type element,
                          Value offset) {
  int64_t count = isa<VectorType>(value.getType())
                      ? cast<VectorType>(value.getType()).getNumElements()
                      : 1;
  Type memory = withLanes(memoryType(element), count);
  if (element.isF16() || element.isBF16())
    value = arith::TruncFOp::create(*this, memory, value);
  else if (element.isInteger(1))
    value = arith::ExtUIOp::create(*this, memory, value);
  LLVM::StoreOp::create(*this, value, address(pointer, element, offset),
                        sizeBytes(element));
}

Value KernelBuilder::allocateStack(Type memory, int64_t count) {
  OpBuilder::InsertionGuard guard(*this);
  Block *block = getInsertionBlock();
  while (!isa<LLVM::LLVMFuncOp>(block->getParentOp()))
    block = block->getParentOp()->getBlock();
  setInsertionPointToStart(&block->getParent()->front());
  auto pointer = LLVM::LLVMPointerType::get(getContext());
  return LLVM::AllocaOp::create(*this, pointer, memory, index(count), 64);
}

Value KernelBuilder::roundTo(Value value, Type element) {
  if (!element.isF16() && !element.isBF16())
    return value;
  int64_t count = isa<VectorType>(value.getType())
                      ? cast<VectorType>(value.getType()).getNumElements()
                      : 1;
  Value narrow =
      arith::TruncFOp::create(*this, withLanes(element, count), value);
  return arith::ExtFOp::create(*this, value.getType(), narrow);
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

void KernelBuilder::loop(Value from, Value to, int64_t step,
                         function_ref<void(Value)> body) {
  loop(from, to, step, {}, [&](Value i, ValueRange) -> SmallVector<Value> {
    body(i);
    return {};
  });
}

SmallVector<Value>
KernelBuilder::loop(Value from, Value to, int64_t step, ValueRange carried,
                    function_ref<SmallVector<Value>(Value, ValueRange)> body) {
  auto first = known(from), last = known(to);
  if (first && last && *first >= *last)
    return SmallVector<Value>(carried);
  // A single round needs no loop.
  if (first && last && *last - *first <= step)
    return body(from, carried);
  auto loop =
      scf::ForOp::create(*this, from, to, index(step), carried,
                         [](OpBuilder &, Location, Value, ValueRange) {});
  OpBuilder::InsertionGuard guard(*this);
  setInsertionPointToEnd(loop.getBody());
  SmallVector<Value> next =
      body(loop.getInductionVar(), loop.getRegionIterArgs());
  if (loop.getBody()->empty() ||
      !loop.getBody()->back().hasTrait<OpTrait::IsTerminator>())
    scf::YieldOp::create(*this, next);
  return SmallVector<Value>(loop.getResults());
}

SmallVector<Value>
KernelBuilder::loopWhile(ValueRange carried,
                         function_ref<Value(ValueRange)> condition,
                         function_ref<SmallVector<Value>(ValueRange)> body) {
  OpBuilder::InsertionGuard guard(*this);
  auto loop = scf::WhileOp::create(*this, carried.getTypes(), carried);
  SmallVector<Location> locations(carried.size(), getLoc());
  Block *before =
      createBlock(&loop.getBefore(), {}, carried.getTypes(), locations);
  Value goesOn = condition(before->getArguments());
  scf::ConditionOp::create(*this, goesOn, before->getArguments());
  Block *after =
      createBlock(&loop.getAfter(), {}, carried.getTypes(), locations);
  scf::YieldOp::create(*this, body(after->getArguments()));
  return SmallVector<Value>(loop.getResults());
}

void KernelBuilder::ifThen(Value condition, function_ref<void()> then,
                           function_ref<void()> otherwise) {
  if (auto constant = known(condition)) {
    if (*constant)
      then();
    else if (otherwise)
      otherwise();
    return;
  }
  auto branch = scf::IfOp::create(
      *this, condition, /*withElseRegion=*/static_cast<bool>(otherwise));
  OpBuilder::InsertionGuard guard(*this);
  setInsertionPointToStart(branch.thenBlock());
  then();
  if (otherwise) {
    setInsertionPointToStart(branch.elseBlock());
    otherwise();
  }
}

SmallVector<Value>
KernelBuilder::ifElse(Value condition, TypeRange types,
                      function_ref<SmallVector<Value>()> then,
                      function_ref<SmallVector<Value>()> otherwise) {
  if (auto constant = known(condition))
    return *constant ? then() : otherwise();
  auto branch =
      scf::IfOp::create(*this, types, condition, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(*this);
  setInsertionPointToStart(branch.thenBlock());
  scf::YieldOp::create(*this, then());
  setInsertionPointToStart(branch.elseBlock());
  scf::YieldOp::create(*this, otherwise());
  return SmallVector<Value>(branch.getResults());
}
