// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ActivationSites.h.

#include "passes/Compress/ActivationSites.h"
#include "lib/Analysis/ConstantExpression.h"
#include "mlir/IR/Matchers.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace weft;

bool ActivationWeb::feedsConvolution() const {
  return llvm::any_of(activations, [](const Activation &activation) {
    return llvm::any_of(activation.products, [](const ConstantProduct &each) {
      return isa<ConvOp>(each.op);
    });
  });
}

FuncOp weft::findQuantizedFunction(ModuleOp module) {
  auto functions =
      llvm::make_filter_range(module.getOps<FuncOp>(), [](FuncOp function) {
        return function.isPublic() && !function.isExternal();
      });
  if (auto main = module.lookupSymbol<FuncOp>("main");
      main && !main.isExternal())
    return main;
  return llvm::hasSingleElement(functions) ? *functions.begin() : FuncOp();
}

static bool isReadable(Value value) {
  return isa_and_nonnull<GetOp, ConstantOp>(value.getDefiningOp());
}

FailureOr<Tensor> weft::readConstant(ParameterTable &parameters, Value value) {
  if (auto get = value.getDefiningOp<GetOp>()) {
    ParameterOp parameter = parameters.find(get.getParameter());
    return parameter ? parameters.read(parameter)
                     : FailureOr<Tensor>(failure());
  }
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return failure();
  return Tensor::fromElements(elements);
}

/// The only one of `letters` that `isWanted`.
static std::optional<int64_t>
findOnly(StringRef letters, llvm::function_ref<bool(char)> isWanted) {
  std::optional<int64_t> found;
  for (auto [i, letter] : llvm::enumerate(letters))
    if (isWanted(letter)) {
      if (found)
        return std::nullopt;
      found = static_cast<int64_t>(i);
    }
  return found;
}

static std::optional<ConstantProduct> matchContract(ContractOp op) {
  for (unsigned operand : {0u, 1u}) {
    Value activation = op->getOperand(operand),
          weights = op->getOperand(1 - operand);
    if (isConstantExpression(activation) || !isReadable(weights))
      continue;
    StringRef ours = operand ? op.getRhsDims() : op.getLhsDims(),
              theirs = operand ? op.getLhsDims() : op.getRhsDims(),
              result = op.getResultDims();
    ConstantProduct product{op, operand, std::nullopt, std::nullopt};
    product.outputDim = findOnly(theirs, [&](char letter) {
      return !ours.contains(letter) && result.contains(letter);
    });
    product.inputDim = findOnly(theirs, [&](char letter) {
      return ours.contains(letter) && !result.contains(letter);
    });
    return product;
  }
  return std::nullopt;
}

static std::optional<ConstantProduct> matchProduct(Operation &op) {
  if (op.getNumResults() != 1 || !isa<ContractOp, ConvOp>(op))
    return std::nullopt;
  auto isF32 = [](Value value) {
    return tensorType(value).getElementType().isF32();
  };
  if (!llvm::all_of(op.getOperands(), isF32) || !isF32(op.getResult(0)))
    return std::nullopt;
  if (auto contract = dyn_cast<ContractOp>(op))
    return matchContract(contract);
  if (isConstantExpression(op.getOperand(0)) || !isReadable(op.getOperand(1)))
    return std::nullopt;
  int64_t rank = tensorType(op.getOperand(1)).getRank();
  return ConstantProduct{&op, 0, rank - 1, rank - 2};
}

/// Where the channels of the activation lie, if they do along one dimension.
static std::optional<int64_t> findChannelDim(const ConstantProduct &product) {
  Value activation = product.getActivation();
  std::optional<int64_t> dim;
  if (isa<ConvOp>(product.op)) {
    dim = tensorType(activation).getRank() - 1;
  } else {
    auto op = cast<ContractOp>(product.op);
    StringRef ours = product.operand ? op.getRhsDims() : op.getLhsDims(),
              theirs = product.operand ? op.getLhsDims() : op.getRhsDims();
    if (product.inputDim)
      dim = static_cast<int64_t>(
          ours.find(theirs[static_cast<size_t>(*product.inputDim)]));
  }
  if (dim && tensorType(activation).isDynamicDim(static_cast<unsigned>(*dim)))
    return std::nullopt;
  return dim;
}

OperandRange weft::findMovedOperands(Value value) {
  Operation *op = value.getDefiningOp();
  OperandRange none({}, 0);
  if (!op || op->getNumResults() != 1)
    return none;
  auto pool = dyn_cast<ReduceWindowOp>(op);
  OperandRange moved = none;
  if (isa<ConcatOp>(op))
    moved = op->getOperands();
  else if (movesElements(op) || (pool && pool.getKind() == ReductionKind::max))
    moved = op->getOperands().take_front(1);
  return llvm::any_of(moved,
                      [](Value each) { return isConstantExpression(each); })
             ? none
             : moved;
}

static void collectSources(Value value, llvm::SetVector<Value> &sources) {
  llvm::SetVector<Value> ways;
  ways.insert(value);
  for (size_t i = 0; i < ways.size(); ++i) {
    OperandRange moved = findMovedOperands(ways[i]);
    if (moved.empty())
      sources.insert(ways[i]);
    ways.insert_range(moved);
  }
}

/// The name that a location has for people; empty if it has none.
static StringRef findName(Location loc) {
  if (auto name = dyn_cast<NameLoc>(loc))
    return name.getName();
  if (auto call = dyn_cast<CallSiteLoc>(loc))
    return findName(call.getCallee());
  if (auto fused = dyn_cast<FusedLoc>(loc))
    for (Location each : fused.getLocations())
      if (StringRef name = findName(each); !name.empty())
        return name;
  return "";
}

static std::string nameActivation(const ConstantProduct &product,
                                  llvm::StringSet<> &taken) {
  std::string base;
  if (auto get = product.getWeights().getDefiningOp<GetOp>())
    base = get.getParameter().str();
  else if (StringRef name = findName(product.op->getLoc()); !name.empty())
    base = name.str();
  else
    base = product.op->getName().stripDialect().str();
  std::string name = base;
  for (unsigned number = 2; !taken.insert(name).second; ++number)
    name = base + "#" + std::to_string(number);
  return name;
}

static std::vector<Activation> findActivations(FuncOp function) {
  std::vector<Activation> activations;
  llvm::DenseMap<Value, size_t> numbers;
  llvm::StringSet<> names;
  for (Operation &op : function.getBody().front()) {
    std::optional<ConstantProduct> product = matchProduct(op);
    if (!product)
      continue;
    std::optional<int64_t> dim = findChannelDim(*product);
    auto [it, isNew] =
        numbers.try_emplace(product->getActivation(), activations.size());
    if (isNew) {
      activations.push_back({product->getActivation(),
                             nameActivation(*product, names),
                             dim,
                             {*product}});
      continue;
    }
    Activation &known = activations[it->second];
    if (known.channelDim != dim)
      known.channelDim = std::nullopt;
    known.products.push_back(*product);
  }
  return activations;
}

std::vector<ActivationWeb> weft::findActivationWebs(FuncOp function) {
  std::vector<Activation> activations = findActivations(function);
  std::vector<llvm::SetVector<Value>> sources(activations.size());
  llvm::EquivalenceClasses<Value> classes;
  for (auto [activation, found] : llvm::zip(activations, sources)) {
    collectSources(activation.value, found);
    for (Value source : found)
      classes.unionSets(found.front(), source);
  }
  llvm::MapVector<Value, ActivationWeb> webs;
  for (auto [activation, found] : llvm::zip(activations, sources)) {
    ActivationWeb &web = webs[classes.getLeaderValue(found.front())];
    for (Value source : found)
      if (!llvm::is_contained(web.sources, source))
        web.sources.push_back(source);
    web.activations.push_back(std::move(activation));
  }
  std::vector<ActivationWeb> all;
  for (auto &[leader, web] : webs)
    all.push_back(std::move(web));
  return all;
}
