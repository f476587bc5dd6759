// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//   %y = weft.contract "mk,nk->mn" %x, %w
//
// becomes, with a factor that the function computes once,
//
//   %y = weft.contract "mk,nk->mn" %x, %w
//   %a = weft.get @w.lora_a.NAME
//   %inner = weft.contract "mk,rk->mr" %x, %a
//   %scaled = weft.mul %inner, %factor
//   %b = weft.get @w.lora_b.NAME
//   %outer = weft.contract "mr,nr->mn" %scaled, %b
//   %sum = weft.add %y, %outer
//
// The factor stands between the two because there are fewest numbers there, and
// is no constant, so that no pass multiplies it into the matrices.

#include "lib/Import/Lora/AttachLora.h"
#include "dialects/Weft/DecoderAttributes.h"
#include "lib/Import/Lora/LoraTargets.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <cmath>

using namespace mlir;
using namespace weft;

namespace {
class LoraAttacher {
public:
  LoraAttacher(ModuleOp module, const LoraAdapter &adapter, double scale)
      : module(module), adapter(adapter), scale(scale), parameters(module) {}

  llvm::Error run();

private:
  /// 1 + s and its products in one function.
  struct Strength {
    Value whole;
    llvm::DenseMap<uint32_t, Value> scaled;
  };

  std::string chooseName();
  llvm::Error checkFinite(const LoraPair &pair,
                          llvm::ArrayRef<int64_t> places) const;
  /// Declares a matrix; \p places, if any, has the row of each row.
  llvm::Expected<ParameterOp> declare(const LoraPair &pair, ParameterOp weight,
                                      bool isA, llvm::ArrayRef<int64_t> places);
  llvm::Error store(StringRef key, const WeightType &type,
                    const LoraMatrix &matrix, llvm::ArrayRef<int64_t> places);
  llvm::Error attach(const LoraTargets &targets, const LoraPair &pair);
  /// The products that multiply with a weight, widened or not.
  llvm::Error collectProducts(const LoraPair &pair, Value value,
                              SmallVectorImpl<ContractOp> &products) const;
  llvm::Error addTo(ContractOp product, const LoraPair &pair, ParameterOp a,
                    ParameterOp b);
  llvm::Expected<Value> getFactor(FuncOp function, const LoraPair &pair);
  /// Gives a function the state; null where it cannot have one.
  Value addState(FuncOp function);

  ModuleOp module;
  const LoraAdapter &adapter;
  double scale;
  ParameterTable parameters;
  std::string name;
  llvm::StringMap<SmallVector<GetOp>> gets;
  llvm::DenseMap<Operation *, Strength> strengths;
};
} // namespace

std::string LoraAttacher::chooseName() {
  llvm::StringSet<> taken;
  for (ParameterOp parameter : module.getOps<ParameterOp>())
    if (auto other = parameter->getAttrOfType<StringAttr>(kAdapterAttribute))
      taken.insert(other.getValue());
  StringRef path = StringRef(adapter.path).rtrim('/');
  std::string stem =
      (llvm::sys::fs::is_directory(path) ? llvm::sys::path::filename(path)
                                         : llvm::sys::path::stem(path))
          .str();
  std::string chosen = stem;
  for (unsigned number = 2; taken.contains(chosen); ++number)
    chosen = stem + "." + std::to_string(number);
  return chosen;
}

llvm::Error LoraAttacher::checkFinite(const LoraPair &pair,
                                      llvm::ArrayRef<int64_t> places) const {
  auto isFinite = [](float value) { return std::isfinite(value); };
  auto fail = [&](int64_t output) {
    return adapter.makeError("weight '" + pair.weight +
                             "' becomes NaN or infinite in output " +
                             Twine(output));
  };
  if (!isFinite(float(scale * pair.scale)) ||
      !llvm::all_of(readLoraMatrix(pair.a), isFinite))
    return fail(0);
  std::vector<float> b = readLoraMatrix(pair.b);
  for (auto [output, place] : llvm::enumerate(places))
    if (!llvm::all_of(llvm::ArrayRef(b).slice(size_t(place * pair.b.width),
                                              size_t(pair.b.width)),
                      isFinite))
      return fail(int64_t(output));
  return llvm::Error::success();
}

llvm::Error LoraAttacher::store(StringRef key, const WeightType &type,
                                const LoraMatrix &matrix,
                                llvm::ArrayRef<int64_t> places) {
  WeightStore &store = *parameters.getStore();
  if (!places.empty()) {
    llvm::Expected<WeightWriter> writer = store.begin(key, type);
    if (!writer)
      return writer.takeError();
    size_t rowBytes = matrix.bytes.size() / size_t(matrix.rows);
    for (int64_t place : places)
      writer->write(matrix.bytes.slice(size_t(place) * rowBytes, rowBytes));
    return writer->commit();
  }
  for (const std::shared_ptr<MappedFile> &file : adapter.files) {
    llvm::ArrayRef<char> bytes = file->getBytes();
    if (matrix.bytes.begin() >= bytes.begin() &&
        matrix.bytes.end() <= bytes.end())
      return store.addFileRange(key, file,
                                uint64_t(matrix.bytes.begin() - bytes.begin()),
                                matrix.bytes.size(), type);
  }
  llvm_unreachable("an adapter keeps the files that its matrices lie in");
}

llvm::Expected<ParameterOp>
LoraAttacher::declare(const LoraPair &pair, ParameterOp weight, bool isA,
                      llvm::ArrayRef<int64_t> places) {
  const LoraMatrix &matrix = isA ? pair.a : pair.b;
  Builder builder(module.getContext());
  Type element = matrix.dtype == "f32"   ? Type(builder.getF32Type())
                 : matrix.dtype == "f16" ? Type(builder.getF16Type())
                                         : Type(builder.getBF16Type());
  auto type = RankedTensorType::get({matrix.rows, matrix.width}, element);
  StringRef of = weight.getSource().value_or(weight.getSymName());
  ParameterOp parameter = parameters.declare(
      weight, (of + (isA ? ".lora_a." : ".lora_b.") + name).str(), type);
  parameter.setSource(parameter.getSymName());
  parameter.setTrainable(true);
  parameter->setAttr(kAdapterAttribute, builder.getStringAttr(name));
  if (llvm::Error error =
          store(parameter.getSymName(), makeWeightType(type), matrix, places))
    return std::move(error);
  return parameter;
}

llvm::Error
LoraAttacher::collectProducts(const LoraPair &pair, Value value,
                              SmallVectorImpl<ContractOp> &products) const {
  for (OpOperand &use : value.getUses()) {
    Operation *user = use.getOwner();
    auto contract = dyn_cast<ContractOp>(user);
    if (contract && use.getOperandNumber() == 1) {
      products.push_back(contract);
    } else if (isa<CastOp>(user) ||
               (isa<DequantizeOp>(user) && use.getOperandNumber() == 0)) {
      if (llvm::Error error =
              collectProducts(pair, user->getResult(0), products))
        return error;
    } else {
      return adapter.makeError(
          "weight '" + pair.weight +
          "': expected only products that read it as their right operand, "
          "found " +
          user->getName().getStringRef() + ": merge the adapter by --lora");
    }
  }
  return llvm::Error::success();
}

Value LoraAttacher::addState(FuncOp function) {
  Builder builder(module.getContext());
  auto type = RankedTensorType::get({}, builder.getF32Type());
  std::string state = kLoraStatePrefix.str() + name;
  auto describe = [&](StringRef prefix) {
    return builder.getDictionaryAttr(
        {builder.getNamedAttr("weft.name",
                              builder.getStringAttr(prefix + state)),
         builder.getNamedAttr("weft.state", builder.getStringAttr(state))});
  };
  unsigned argument = function.getNumArguments();
  if (failed(function.insertArgument(argument, type, describe("past."),
                                     function.getLoc())) ||
      failed(function.insertResult(function.getNumResults(), type,
                                   describe("present."))))
    return {};
  Operation *terminator = function.getBody().front().getTerminator();
  terminator->insertOperands(terminator->getNumOperands(),
                             function.getArgument(argument));
  return function.getArgument(argument);
}

llvm::Expected<Value> LoraAttacher::getFactor(FuncOp function,
                                              const LoraPair &pair) {
  auto b = ImplicitLocOpBuilder::atBlockBegin(function.getLoc(),
                                              &function.getBody().front());
  auto number = [&](float value) -> Value {
    return ConstantOp::create(
        b, DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                  value));
  };
  Strength &strength = strengths[function];
  if (!strength.whole) {
    Value state = function.isPublic() ? addState(function) : Value();
    if (!state)
      return adapter.makeError("weight '" + pair.weight +
                               "' is read in the function '" +
                               function.getName() +
                               "', which cannot have a state: merge the "
                               "adapter by --lora");
    strength.whole = AddOp::create(b, state, number(1));
  }
  b.setInsertionPointAfterValue(strength.whole);
  auto factor = float(scale * pair.scale);
  Value &scaled = strength.scaled[llvm::bit_cast<uint32_t>(factor)];
  if (!scaled)
    scaled = MulOp::create(b, strength.whole, number(factor));
  return scaled;
}

llvm::Error LoraAttacher::addTo(ContractOp product, const LoraPair &pair,
                                ParameterOp a, ParameterOp b) {
  llvm::Expected<Value> factor =
      getFactor(product->getParentOfType<FuncOp>(), pair);
  if (!factor)
    return factor.takeError();
  ImplicitLocOpBuilder builder(product.getLoc(), product->getContext());
  builder.setInsertionPointAfter(product);
  auto convert = [&](Value value, Type element) -> Value {
    auto type = cast<RankedTensorType>(value.getType());
    return type.getElementType() == element
               ? value
               : CastOp::create(builder, type.clone(element), value);
  };
  auto read = [&](ParameterOp parameter) {
    Value value =
        GetOp::create(builder, parameter.getType(), parameter.getSymName());
    return convert(value, builder.getF32Type());
  };
  // What is rounded is so for the sake of a quantized weight.
  Value x = product.getLhs();
  if (auto cast = x.getDefiningOp<CastOp>();
      cast && getElementTypeOrSelf(cast.getOperand()).isF32())
    x = cast.getOperand();
  std::string left = product.getLhsDims().str(),
              right = product.getRhsDims().str(),
              result = product.getResultDims().str();
  bool isOutputFirst = StringRef(result).contains(right[0]);
  char input = right[isOutputFirst ? 1 : 0], output = right[!isOutputFirst];
  char rank = 'a';
  while (StringRef(left + right).contains(rank))
    ++rank;
  std::string inner = left;
  std::replace(inner.begin(), inner.end(), input, rank);
  Value y =
      ContractOp::create(builder, left + "," + rank + input + "->" + inner,
                         convert(x, builder.getF32Type()), read(a));
  y = MulOp::create(builder, y, *factor);
  y = ContractOp::create(builder, inner + "," + output + rank + "->" + result,
                         y, read(b));
  auto sum = AddOp::create(
      builder, product.getResult(),
      convert(y, getElementTypeOrSelf(product.getResult().getType())));
  product.getResult().replaceAllUsesExcept(sum, sum);
  return llvm::Error::success();
}

llvm::Error LoraAttacher::attach(const LoraTargets &targets,
                                 const LoraPair &pair) {
  ParameterOp weight = targets.get(pair).values;
  SmallVector<ContractOp> products;
  for (GetOp get : gets[weight.getSymName()])
    if (llvm::Error error = collectProducts(pair, get, products))
      return error;
  std::vector<int64_t> places = targets.computeRows(pair);
  if (llvm::Error error = checkFinite(pair, places))
    return error;
  // Bytes in the adapter's own order stay where they are.
  bool isInOrder = llvm::is_sorted(places);
  llvm::Expected<ParameterOp> b =
      declare(pair, weight, /*isA=*/false,
              isInOrder ? llvm::ArrayRef<int64_t>() : llvm::ArrayRef(places));
  if (!b)
    return b.takeError();
  llvm::Expected<ParameterOp> a = declare(pair, weight, /*isA=*/true, {});
  if (!a)
    return a.takeError();
  for (ContractOp product : products)
    if (llvm::Error error = addTo(product, pair, *a, *b))
      return error;
  return llvm::Error::success();
}

llvm::Error LoraAttacher::run() {
  llvm::Expected<LoraTargets> targets = LoraTargets::find(module, adapter);
  if (!targets)
    return targets.takeError();
  if (!parameters.getStore())
    return adapter.makeError("expected weights in a weight store, found them "
                             "in the IR: convert the model to model.ir first");
  name = chooseName();
  module.walk([&](GetOp get) { gets[get.getParameter()].push_back(get); });
  for (const LoraPair &pair : adapter.pairs)
    if (llvm::Error error = attach(*targets, pair))
      return error;
  return llvm::Error::success();
}

llvm::Error weft::attachLora(ModuleOp module, const LoraAdapter &adapter,
                             double scale) {
  return LoraAttacher(module, adapter, scale).run();
}
