// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Syntax, checks and folding of functions, control flow, parameters and constants.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/FunctionImplementation.h"

using namespace mlir;
using namespace weft;

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void FuncOp::build(OpBuilder &builder, OperationState &state, StringRef name,
                   FunctionType type) {
  state.addAttribute(getSymNameAttrName(state.name),
                     builder.getStringAttr(name));
  state.addAttribute(getFunctionTypeAttrName(state.name), TypeAttr::get(type));
  state.addRegion();
}

ParseResult FuncOp::parse(OpAsmParser &parser, OperationState &result) {
  auto type = [](Builder &builder, ArrayRef<Type> arguments,
                 ArrayRef<Type> results, function_interface_impl::VariadicFlag,
                 std::string &) {
    return builder.getFunctionType(arguments, results);
  };
  return function_interface_impl::parseFunctionOp(
      parser, result, /*allowVariadic=*/false,
      getFunctionTypeAttrName(result.name), type,
      getArgAttrsAttrName(result.name), getResAttrsAttrName(result.name));
}

void FuncOp::print(OpAsmPrinter &printer) {
  function_interface_impl::printFunctionOp(
      printer, *this, /*isVariadic=*/false, getFunctionTypeAttrName(),
      getArgAttrsAttrName(), getResAttrsAttrName());
}

/// Checks `weft.dims` of one argument or result against its type.
static LogicalResult verifyDims(FuncOp func, DictionaryAttr attributes,
                                Type type, const Twine &what) {
  Attribute dims = attributes ? attributes.get("weft.dims") : Attribute();
  if (!dims)
    return success();
  auto names = dyn_cast<ArrayAttr>(dims);
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!names || !tensor ||
      static_cast<int64_t>(names.size()) != tensor.getRank() ||
      !llvm::all_of(names, llvm::IsaPred<StringAttr>))
    return func.emitOpError("expected weft.dims of ")
           << what << " to name each dimension of " << type << ", found "
           << dims;
  return success();
}

/// Checks that `weft.dim_ranges` has the least and the largest size of each
/// name.
static LogicalResult verifyDimRanges(FuncOp func) {
  Attribute attribute = func->getAttr("weft.dim_ranges");
  if (!attribute)
    return success();
  auto ranges = dyn_cast<DictionaryAttr>(attribute);
  auto isRange = [](NamedAttribute each) {
    auto range = dyn_cast<DenseI64ArrayAttr>(each.getValue());
    return range && range.size() == 2 && range[0] >= 0 && range[0] <= range[1];
  };
  if (!ranges || !llvm::all_of(ranges, isRange))
    return func.emitOpError("expected weft.dim_ranges to be a dictionary of "
                            "array<i64: LO, HI>, found ")
           << attribute;
  return success();
}

LogicalResult FuncOp::verify() {
  if (failed(verifyDimRanges(*this)))
    return failure();
  for (auto [i, type] : llvm::enumerate(getArgumentTypes())) {
    if (!isa<RankedTensorType>(type))
      return emitOpError("expected ranked tensors as arguments, found ")
             << type;
    if (failed(
            verifyDims(*this, getArgAttrDict(i), type, "argument " + Twine(i))))
      return failure();
  }
  for (auto [i, type] : llvm::enumerate(getResultTypes()))
    if (failed(verifyDims(*this, getResultAttrDict(i), type,
                          "result " + Twine(i))))
      return failure();
  return success();
}

LogicalResult ReturnOp::verify() {
  auto func = cast<FuncOp>((*this)->getParentOp());
  if (!areCompatibleTypes(func.getResultTypes(), getOperandTypes()))
    return emitOpError("expected the results of @")
           << func.getName() << ", " << func.getResultTypes() << ", found "
           << getOperandTypes();
  return success();
}

/// Checks that `callee` is a function whose type fits the call's.
static LogicalResult verifyCallee(Operation *op, FlatSymbolRefAttr callee,
                                  SymbolTableCollection &symbols) {
  auto func = symbols.lookupNearestSymbolFrom<FuncOp>(op, callee);
  if (!func)
    return op->emitOpError("expected @")
           << callee.getValue() << " to be a weft.func of this module";
  if (!areCompatibleTypes(func.getArgumentTypes(), op->getOperandTypes()) ||
      !areCompatibleTypes(func.getResultTypes(), op->getResultTypes()))
    return op->emitOpError("expected the type of @")
           << callee.getValue() << ", " << func.getFunctionType();
  return success();
}

LogicalResult CallOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyCallee(*this, getCalleeAttr(), symbols);
}
LogicalResult DispatchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyCallee(*this, getKernelAttr(), symbols);
}

//===----------------------------------------------------------------------===//
// Control flow
//===----------------------------------------------------------------------===//

LogicalResult IfOp::verify() {
  for (Region *region : {&getThenRegion(), &getElseRegion()}) {
    TypeRange yielded = region->front().getTerminator()->getOperandTypes();
    if (!areCompatibleTypes(getResultTypes(), yielded))
      return emitOpError("expected both regions to yield ")
             << getResultTypes() << ", found " << yielded;
  }
  return success();
}

namespace {
/// An `if` on a constant is the region that it takes.
struct TakeKnownBranch : OpRewritePattern<IfOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IfOp op,
                                PatternRewriter &rewriter) const override {
    auto condition = matchConstantInts(op.getCondition());
    if (!condition)
      return rewriter.notifyMatchFailure(op, "the condition is not constant");
    Block &taken = condition->front() ? op.getThenRegion().front()
                                      : op.getElseRegion().front();
    auto yield = cast<YieldOp>(taken.getTerminator());
    if (yield.getOperandTypes() != op.getResultTypes())
      return rewriter.notifyMatchFailure(op, "the branch yields other types");
    SmallVector<Value> values(yield.getOperands());
    rewriter.eraseOp(yield);
    rewriter.inlineBlockBefore(&taken, op);
    rewriter.replaceOp(op, values);
    return success();
  }
};
} // namespace

void IfOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                       MLIRContext *context) {
  patterns.add<TakeKnownBranch>(context);
}

LogicalResult LoopOp::verify() {
  Block &body = getBody().front();
  Operation *yield = body.getTerminator();
  unsigned carried = getInits().size();
  if (body.getNumArguments() != carried + 1)
    return emitOpError("expected the body to take the repetition's number and ")
           << carried << " carried values, found " << body.getNumArguments()
           << " arguments";
  if (body.getArgument(0).getType() !=
      RankedTensorType::get({}, IntegerType::get(getContext(), 64)))
    return emitOpError(
               "expected the body's first argument of type tensor<i64>, found ")
           << body.getArgument(0).getType();
  if (yield->getNumOperands() < carried + 1 ||
      yield->getNumOperands() - 1 != getNumResults())
    return emitOpError("expected the body to yield a condition and ")
           << getNumResults() << " values, found " << yield->getNumOperands();
  TypeRange yielded = TypeRange(yield->getOperands()).drop_front();
  TypeRange carriedTypes = body.getArgumentTypes();
  carriedTypes = carriedTypes.drop_front();
  if (yield->getOperand(0).getType() !=
      RankedTensorType::get({}, IntegerType::get(getContext(), 1)))
    return emitOpError("expected the first value yielded to be the condition, "
                       "tensor<i1>, found ")
           << yield->getOperand(0).getType();
  if (!areCompatibleTypes(carriedTypes, TypeRange(getInits())) ||
      !areCompatibleTypes(carriedTypes, yielded.take_front(carried)) ||
      !areCompatibleTypes(TypeRange(getResultTypes()).take_front(carried),
                          carriedTypes))
    return emitOpError("expected carried values of types ")
           << carriedTypes << " on entry, when yielded and as results";
  for (unsigned i = carried; i < getNumResults(); ++i) {
    auto stack = cast<RankedTensorType>(getResult(i).getType());
    auto each = cast<RankedTensorType>(yielded[i]);
    if (stack.getRank() != each.getRank() + 1 ||
        stack.getElementType() != each.getElementType() ||
        failed(verifyCompatibleShape(stack.getShape().drop_front(),
                                     each.getShape())))
      return emitOpError("expected result ")
             << i << " to stack values of type " << each << ", found " << stack;
  }
  return success();
}

/// Whether `slice` is one of `parts` equal parts of `whole` along the first dimension.
static bool isSliceOf(Type slice, Type whole, int64_t parts) {
  auto part = cast<RankedTensorType>(slice),
       all = cast<RankedTensorType>(whole);
  return part.hasStaticShape() && all.hasStaticShape() && part.getRank() > 0 &&
         part.getRank() == all.getRank() &&
         part.getElementType() == all.getElementType() &&
         part.getDimSize(0) * parts == all.getDimSize(0) &&
         part.getShape().drop_front() == all.getShape().drop_front();
}

LogicalResult MapOp::verify() {
  int64_t parts = getParts();
  Block &body = getBody().front();
  if (body.getNumArguments() != getNumOperands())
    return emitOpError("expected the body to take ")
           << getNumOperands() << " values, found " << body.getNumArguments();
  for (auto [i, operand] : llvm::enumerate(getOperands())) {
    Type argument = body.getArgument(i).getType();
    if (argument != operand.getType() &&
        !isSliceOf(argument, operand.getType(), parts))
      return emitOpError("expected the body to take operand ")
             << i << ", " << operand.getType() << ", or one of " << parts
             << " slices of it, found " << argument;
  }
  TypeRange yielded = body.getTerminator()->getOperandTypes();
  if (yielded.size() != getNumResults())
    return emitOpError("expected the body to yield ")
           << getNumResults() << " values, found " << yielded.size();
  for (auto [i, type] : llvm::enumerate(getResultTypes()))
    if (!isSliceOf(yielded[i], type, parts))
      return emitOpError("expected the body to yield one of ")
             << parts << " slices of result " << i << ", " << type << ", found "
             << yielded[i];
  return success();
}

//===----------------------------------------------------------------------===//
// Parameters and constants
//===----------------------------------------------------------------------===//

// weft.parameter @name (= elements)? : type (attr-dict)?
ParseResult ParameterOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  Type type;
  if (parser.parseSymbolName(name, getSymNameAttrName(result.name),
                             result.attributes))
    return failure();
  if (succeeded(parser.parseOptionalEqual())) {
    ElementsAttr value;
    if (parser.parseAttribute(value))
      return failure();
    result.addAttribute(getValueAttrName(result.name), value);
    type = value.getShapedType();
  } else if (parser.parseColonType(type)) {
    return failure();
  }
  result.addAttribute(getTypeAttrName(result.name), TypeAttr::get(type));
  return parser.parseOptionalAttrDict(result.attributes);
}

void ParameterOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  if (getValueAttr())
    printer << " = " << getValueAttr();
  else
    printer << " : " << getType();
  printer.printOptionalAttrDict(
      (*this)->getAttrs(),
      {getSymNameAttrName(), getTypeAttrName(), getValueAttrName()});
}

LogicalResult ParameterOp::verify() {
  auto type = cast<RankedTensorType>(getType());
  if (!type.hasStaticShape())
    return emitOpError("expected static dimensions, found ") << type;
  if (getValueAttr() && getValueAttr().getShapedType() != type)
    return emitOpError("expected a value of type ")
           << type << ", found " << getValueAttr().getShapedType();
  return success();
}

LogicalResult GetOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto parameter =
      symbols.lookupNearestSymbolFrom<ParameterOp>(*this, getParameterAttr());
  if (!parameter)
    return emitOpError("expected @")
           << getParameter() << " to be a weft.parameter of this module";
  if (parameter.getType() != getType())
    return emitOpError("expected the type of @")
           << getParameter() << ", " << parameter.getType() << ", found "
           << getType();
  return success();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }
