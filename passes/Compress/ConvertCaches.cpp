// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stores the keys and values that a decoder remembers in fewer bits; what reads them widens them again.
//
//   weft.func @decode(%past: tensor<?x3x64xf32> {weft.state = "key.0"}, ...)
//     %all = weft.concat %past, %new {dim = 0 : i64}
//     ... %all ...
//     weft.return %all
//
// becomes
//
//   weft.func @decode(%past: tensor<?x3x64xbf16> {weft.state = "key.0"}, ...)
//     %narrow = weft.cast %new
//     %all = weft.concat %past, %narrow {dim = 0 : i64}
//     %wide = weft.cast %all
//     ... %wide ...
//     weft.return %all
//
// In 8 bits each token has a scale for each head, the largest magnitude over 127, in a state beside: `key.0.scale`. Keys differ between tokens
// and heads far more than within a head of one, so that one scale is enough for it.

#include "lib/Analysis/StateAppend.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "passes/Compress/Compress.h"

namespace weft {
#define GEN_PASS_DEF_CONVERTCACHES
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Where a function keeps a state that grows.
struct Cache {
  FuncOp function;
  unsigned argument, result;
  ConcatOp append;
};

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

StringAttr getState(FuncOp function, unsigned argument) {
  return function.getArgAttrOfType<StringAttr>(argument, "weft.state");
}

/// The cache of vectors of f32 that `argument` is, [tokens, heads, width], if nothing but its size is read elsewhere.
std::optional<Cache> findCache(FuncOp function, unsigned argument) {
  BlockArgument past = function.getArgument(argument);
  auto type = dyn_cast<RankedTensorType>(past.getType());
  if (!type || type.getRank() != 3 || !type.getElementType().isF32() ||
      type.isDynamicDim(1) || type.isDynamicDim(2))
    return std::nullopt;
  Cache cache{function, argument, 0, ConcatOp()};
  for (Operation *user : past.getUsers()) {
    if (isa<DimOp>(user))
      continue;
    if (cache.append || !isStateAppend(user) || user->getOperand(0) != past ||
        user->getOperand(1) == past)
      return std::nullopt;
    cache.append = cast<ConcatOp>(user);
  }
  if (!cache.append)
    return std::nullopt;
  StringAttr state = getState(function, argument);
  while (function.getResultAttr(cache.result, "weft.state") != state)
    ++cache.result;
  return cache;
}

class CacheConverter {
public:
  CacheConverter(Cache cache, Type narrow)
      : cache(cache), narrow(narrow), b(cache.append.getLoc(), cache.append) {}

  LogicalResult convert();

private:
  /// Behind the past ones.
  ConcatOp append(Value past, Value added) {
    return ConcatOp::create(b, past.getType(), ValueRange{past, added},
                            b.getI64IntegerAttr(0));
  }
  Value number(double value) {
    return ConstantOp::create(
        b, DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                  static_cast<float>(value)));
  }
  /// The largest magnitude of each vector.
  Value findMagnitude(Value added);
  FailureOr<BlockArgument> addScales();

  Cache cache;
  Type narrow;
  ImplicitLocOpBuilder b;
};

Value CacheConverter::findMagnitude(Value added) {
  RankedTensorType type = typeOf(added);
  SmallVector<int64_t> shape(type.getShape());
  shape.back() = 1;
  return ReduceOp::create(b, type.clone(shape), ReductionKind::max,
                          AbsOp::create(b, added), ArrayRef<int64_t>{2},
                          /*keep_dims=*/true);
}

/// An argument and a result of the function for the state of scales, which has no value yet.
FailureOr<BlockArgument> CacheConverter::addScales() {
  FuncOp function = cache.function;
  auto rename = [&](Attribute name) -> Attribute {
    return b.getStringAttr(cast<StringAttr>(name).getValue() + ".scale");
  };
  auto describe = [&](DictionaryAttr of) {
    NamedAttrList attributes(of);
    for (StringRef key : {"weft.name", "weft.state"})
      if (Attribute name = attributes.get(key))
        attributes.set(key, rename(name));
    return attributes.getDictionary(b.getContext());
  };
  BlockArgument past = function.getArgument(cache.argument);
  auto type = RankedTensorType::get(
      {typeOf(past).getDimSize(0), typeOf(past).getDimSize(1), 1},
      b.getF32Type());
  unsigned argument = function.getNumArguments(),
           result = function.getNumResults();
  if (failed(function.insertArgument(
          argument, type, describe(function.getArgAttrDict(cache.argument)),
          past.getLoc())) ||
      failed(function.insertResult(
          result, type, describe(function.getResultAttrDict(cache.result)))))
    return failure();
  return function.getArgument(argument);
}

LogicalResult CacheConverter::convert() {
  FuncOp function = cache.function;
  BlockArgument past = function.getArgument(cache.argument);
  Value added = cache.append.getOperands()[1];
  RankedTensorType wide = typeOf(cache.append.getResult());
  Operation *terminator = function.getBody().front().getTerminator();
  past.setType(typeOf(past).clone(narrow));
  ConcatOp scales;
  if (narrow.isInteger()) {
    FailureOr<BlockArgument> pastScales = addScales();
    if (failed(pastScales))
      return failure();
    Value magnitude = findMagnitude(added),
          // Of zeros alone every code is 0.
        most = MaxOp::create(b, magnitude, number(0x1p-100));
    scales =
        append(*pastScales, MulOp::create(b, magnitude, number(1.0 / 127)));
    added = RoundOp::create(
        b, MulOp::create(b, added, DivOp::create(b, number(127), most)));
    terminator->insertOperands(terminator->getNumOperands(),
                               scales.getResult());
  }
  ConcatOp joined =
      append(past, CastOp::create(b, typeOf(added).clone(narrow), added));
  for (OpOperand &use :
       llvm::make_early_inc_range(cache.append->getResult(0).getUses())) {
    if (use.getOwner() == terminator) {
      use.set(joined.getResult());
      continue;
    }
    // Each reader has its own, to be computed where it reads.
    b.setInsertionPoint(use.getOwner());
    Value widened = CastOp::create(b, wide, joined.getResult());
    if (scales)
      widened = MulOp::create(b, widened, scales.getResult());
    use.set(widened);
  }
  cache.append->erase();
  function.setFunctionType(
      b.getFunctionType(function.getBody().front().getArgumentTypes(),
                        TypeRange(terminator->getOperandTypes())));
  return success();
}

struct ConvertCachesPass : weft::impl::ConvertCachesBase<ConvertCachesPass> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    Builder builder(module.getContext());
    Type narrow = llvm::StringSwitch<Type>(type)
                      .Case("bf16", builder.getBF16Type())
                      .Case("int8", builder.getI8Type())
                      .Default(Type());
    if (!narrow) {
      module.emitError("weft-convert-caches: expected type to be bf16 or int8, "
                       "found '")
          << type << "'";
      return signalPassFailure();
    }
    // Functions share their states: a state is of one type in all of them.
    SmallVector<Cache> caches;
    llvm::DenseSet<StringAttr> kept;
    for (FuncOp function : module.getOps<FuncOp>()) {
      llvm::DenseSet<StringAttr> read;
      for (unsigned i = 0; i < function.getNumArguments(); ++i) {
        StringAttr state = getState(function, i);
        read.insert(state);
        if (!state || function.isExternal())
          continue;
        if (std::optional<Cache> cache = findCache(function, i))
          caches.push_back(*cache);
        else
          kept.insert(state);
      }
      // What a function begins, others go on with.
      for (unsigned i = 0; i < function.getNumResults(); ++i)
        if (auto state = dyn_cast_or_null<StringAttr>(
                function.getResultAttr(i, "weft.state"));
            state && !read.contains(state))
          kept.insert(state);
    }
    llvm::erase_if(caches, [&](const Cache &cache) {
      return kept.contains(getState(cache.function, cache.argument));
    });
    if (caches.empty()) {
      module.emitError("weft-convert-caches: expected states of f32 "
                       "[tokens, heads, width] that grow, found none; only "
                       "language models with a cache in f32 that each function "
                       "reads and appends to have one to convert");
      return signalPassFailure();
    }
    for (const Cache &cache : caches)
      if (failed(CacheConverter(cache, narrow).convert()))
        return signalPassFailure();
  }
};
} // namespace
