// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Activations of i8 become ui8, with a zero point that is 128 more, where products take them: the processors multiply unsigned
// activations by signed weights. All values that the integers move through change together:
//
//   %q = weft.quantize %x, %s, %z : (tensor<4x8xf32>, tensor<f32>, tensor<i8>) -> tensor<4x8xi8>        // z = -3
//   %y = weft.dequantize %q, %s, %z : (tensor<4x8xi8>, tensor<f32>, tensor<i8>) -> tensor<4x8xf32>
//   %p = weft.contract "mk,kn->mn" %y, %v : ...
//
// becomes
//
//   %q = weft.quantize %x, %s, %z : (tensor<4x8xf32>, tensor<f32>, tensor<i8>) -> tensor<4x8xi8>
//   %t = weft.xor %q, %m : (tensor<4x8xi8>, tensor<i8>) -> tensor<4x8xi8>                               // m = -128
//   %u = weft.bitcast %t : (tensor<4x8xi8>) -> tensor<4x8xui8>
//   %y = weft.dequantize %u, %s, %v : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>    // v = 125
//   %p = weft.contract "mk,kn->mn" %y, %v : ...
//
// A quantization to ui8 instead would give another number for a NaN.

#include "lib/Analysis/ScalingConstants.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/SetVector.h"

namespace weft {
#define GEN_PASS_DEF_UNSIGNACTIVATIONS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The operands whose elements `op` moves to its result, or takes maxima of; none for another op.
OperandRange findMovedOperands(Operation *op) {
  if (isa<ConcatOp>(op))
    return op->getOperands();
  auto pool = dyn_cast<ReduceWindowOp>(op);
  bool moves =
      movesElements(op) || (pool && pool.getKind() == ReductionKind::max);
  return op->getOperands().take_front(moves ? 1 : 0);
}

/// Values of i8 that change together, with what makes and what reads them.
class Web {
public:
  /// Everything that is connected with the result of `source`; fails where something else than movement and dequantization reads it.
  static std::optional<Web> collect(QuantizeOp source) {
    Web web;
    web.values.insert(source.getResult());
    for (size_t i = 0; i < web.values.size(); ++i)
      if (!web.addNeighbours(web.values[i]))
        return std::nullopt;
    return web;
  }

  bool feedsProduct() const {
    return llvm::any_of(sinks, [](DequantizeOp sink) {
      return llvm::any_of(sink->getUsers(), [](Operation *user) {
        return isa<ContractOp, ConvOp>(user);
      });
    });
  }

  void makeUnsigned(RewriterBase &rewriter) {
    Type ui8 = rewriter.getIntegerType(8, /*isSigned=*/false);
    for (Value value : values) {
      Operation *op = value.getDefiningOp();
      if (!isa<QuantizeOp>(op))
        rewriter.modifyOpInPlace(
            op, [&] { value.setType(tensorType(value).clone(ui8)); });
    }
    for (QuantizeOp source : sources) {
      Location loc = source.getLoc();
      rewriter.setInsertionPointAfter(source);
      Value turned =
          XorOp::create(rewriter, loc, source.getResult(),
                        makeScalar(rewriter, loc, rewriter.getI8Type(), -128));
      Value result = BitcastOp::create(rewriter, loc,
                                       tensorType(turned).clone(ui8), turned);
      rewriter.replaceAllUsesExcept(source.getResult(), result,
                                    turned.getDefiningOp());
    }
    for (DequantizeOp sink : sinks) {
      rewriter.setInsertionPoint(sink);
      int64_t zeroPoint = *matchUniformZeroPoint(sink.getZeroPoint());
      Value shifted = makeScalar(rewriter, sink.getLoc(), ui8, zeroPoint + 128);
      rewriter.modifyOpInPlace(
          sink, [&] { sink.getZeroPointMutable().assign(shifted); });
    }
  }

private:
  bool addNeighbours(Value value) {
    Operation *op = value.getDefiningOp();
    if (auto source = dyn_cast_if_present<QuantizeOp>(op)) {
      sources.push_back(source);
    } else {
      OperandRange moved = op ? findMovedOperands(op) : OperandRange({}, 0);
      if (moved.empty())
        return false;
      values.insert_range(moved);
    }
    for (OpOperand &use : value.getUses()) {
      Operation *user = use.getOwner();
      if (auto sink = dyn_cast<DequantizeOp>(user)) {
        if (!scalesWholeTensor(sink) ||
            !matchUniformZeroPoint(sink.getZeroPoint()))
          return false;
        sinks.insert(sink);
        continue;
      }
      if (use.getOperandNumber() >= findMovedOperands(user).size())
        return false;
      values.insert(user->getResult(0));
    }
    return true;
  }

  llvm::SetVector<Value> values;
  SmallVector<QuantizeOp> sources;
  llvm::SetVector<DequantizeOp> sinks;
};

struct UnsignActivationsPass
    : weft::impl::UnsignActivationsBase<UnsignActivationsPass> {
  void runOnOperation() override {
    SmallVector<QuantizeOp> signedOnes;
    getOperation().walk([&](QuantizeOp op) {
      if (tensorType(op).getElementType().isSignlessInteger(8))
        signedOnes.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    for (QuantizeOp op : signedOnes)
      // Of several in one web the first changes all.
      if (auto web = Web::collect(op); web && web->feedsProduct())
        web->makeUnsigned(rewriter);
  }
};
} // namespace
