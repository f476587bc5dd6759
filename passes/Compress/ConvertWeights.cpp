// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stores weights as floats of 16 bits; what reads them reads a cast.
//
//   weft.parameter @w : tensor<64x320xf32>
//   %w = weft.get @w : tensor<64x320xf32>
//
// becomes
//
//   weft.parameter @w.bf16 : tensor<64x320xbf16>
//   %h = weft.get @w.bf16 : tensor<64x320xbf16>
//   %w = weft.cast %h : (tensor<64x320xbf16>) -> tensor<64x320xf32>

#include "dialects/Weft/DecoderAttributes.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightRows.h"
#include "llvm/Support/Regex.h"

namespace weft {
#define GEN_PASS_DEF_CONVERTWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// What a weight would lose.
enum class Fit { Holds, TooLarge, NotFinite };

struct ConvertWeightsPass : weft::impl::ConvertWeightsBase<ConvertWeightsPass> {
  using Base::Base;

  void runOnOperation() override {
    if (failed(convertAll()))
      signalPassFailure();
  }

private:
  LogicalResult convertAll() {
    ModuleOp module = getOperation();
    if (type != "bf16" && type != "f16")
      return module.emitError("weft-convert-weights: expected type to be bf16 "
                              "or f16, found '")
             << type << "'";
    if (llvm::Error error = checkSkip(skip))
      return module.emitError("weft-convert-weights: ")
             << llvm::toString(std::move(error));
    llvm::Regex skipped(skip);
    llvm::DenseMap<StringAttr, SmallVector<GetOp>> gets;
    module.walk([&](GetOp get) {
      gets[get.getParameterAttr().getAttr()].push_back(get);
    });
    ParameterTable parameters(module);
    for (ParameterOp parameter :
         llvm::to_vector(module.getOps<ParameterOp>())) {
      auto tensor = cast<RankedTensorType>(parameter.getType());
      auto element = dyn_cast<FloatType>(tensor.getElementType());
      if (!element || tensor.getRank() < 2 || element.getWidth() <= 16 ||
          parameter->hasAttr(kAdapterAttribute) ||
          (!skip.empty() && skipped.match(parameter.getSymName())))
        continue;
      if (failed(
              convert(parameters, parameter, gets[parameter.getSymNameAttr()])))
        return failure();
    }
    return success();
  }

  LogicalResult convert(ParameterTable &parameters, ParameterOp parameter,
                        ArrayRef<GetOp> gets) {
    FailureOr<Tensor> tensor = parameters.read(parameter);
    if (failed(tensor))
      return parameter.emitError()
             << "weight '" << parameter.getSymName()
             << "' has bytes neither in the module nor in the weight store";
    OpBuilder builder(&getContext());
    Type element = type == "bf16" ? Type(builder.getBF16Type())
                                  : Type(builder.getF16Type());
    switch (findFit(*tensor, *findElement(element))) {
    case Fit::NotFinite:
      return parameter.emitError() << "weight '" << parameter.getSymName()
                                   << "' has a value that is NaN or infinite";
    case Fit::TooLarge:
      remark::missed(
          parameter->getLoc(),
          remark::RemarkOpts::name("NotConverted").category("compress"))
          << "weight '" << parameter.getSymName()
          << "' stays as it is: it has values that " << type
          << " does not hold";
      return success();
    case Fit::Holds:
      break;
    }
    auto old = cast<RankedTensorType>(parameter.getType());
    auto writer = ParameterWriter::begin(
        parameters, parameter, (parameter.getSymName() + "." + type).str(),
        old.clone(element));
    if (failed(writer))
      return failure();
    visitPieces(*tensor, *findElement(element),
                [&](ArrayRef<double>, ArrayRef<char> bytes) {
                  (*writer)->write(bytes);
                });
    if (failed((*writer)->finish()))
      return failure();
    (*writer)->getParameter().setTrainable(parameter.getTrainable());
    if (Attribute pruned = parameter->getAttr(kPrunedAttribute))
      (*writer)->getParameter()->setAttr(kPrunedAttribute, pruned);
    for (GetOp get : gets) {
      builder.setInsertionPoint(get);
      Value value = GetOp::create(builder, get.getLoc(), old.clone(element),
                                  (*writer)->getParameter().getSymName());
      get.replaceAllUsesWith(
          CastOp::create(builder, get.getLoc(), old, value).getResult());
      get.erase();
    }
    parameters.drop(parameter);
    return success();
  }

  /// Calls `visit` with pieces of the values, and with their bytes rounded.
  static void
  visitPieces(const Tensor &tensor, Element element,
              function_ref<void(ArrayRef<double>, ArrayRef<char>)> visit) {
    constexpr int64_t kPiece = 16384;
    std::vector<double> values(kPiece);
    std::vector<char> bytes(kPiece * 2);
    unsigned size = getSizeBytes(tensor.getElement());
    for (int64_t at = 0; at < tensor.getNumElements(); at += kPiece) {
      auto count =
          static_cast<size_t>(std::min(kPiece, tensor.getNumElements() - at));
      load(tensor.getElement(), tensor.getData() + at * size, count,
           values.data());
      store(element, values.data(), count, bytes.data());
      visit(ArrayRef(values).take_front(count),
            ArrayRef(bytes).take_front(2 * count));
    }
  }

  static Fit findFit(const Tensor &tensor, Element element) {
    Fit fit = Fit::Holds;
    std::vector<double> rounded(16384);
    visitPieces(tensor, element,
                [&](ArrayRef<double> values, ArrayRef<char> bytes) {
                  load(element, bytes.data(), values.size(), rounded.data());
                  for (auto [before, after] : llvm::zip(values, rounded))
                    if (!std::isfinite(before))
                      fit = Fit::NotFinite;
                    else if (!std::isfinite(after) && fit == Fit::Holds)
                      fit = Fit::TooLarge;
                });
    return fit;
  }
};
} // namespace
