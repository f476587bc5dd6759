// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Evaluates what depends on constants and parameters only, with the interpreter. Results of a few elements become constants,
// others new parameters, named after the one that they come from and with its source; parameters that nothing reads any
// more are dropped with their bytes. Nothing is evaluated whose result is larger than 1 MiB and than its largest operand, or
// than all operands that only it reads and that vanish with it (the weights of a layer's gates, joined), so that broadcasts
// and the like do not blow the model up; and nothing that takes long. An op that would fail at run time stays, and fails then.
//
//   weft.parameter @w : tensor<8x4xf32>
//   %w = weft.get @w : tensor<8x4xf32>
//   %t = weft.transpose %w {permutation = array<i64: 1, 0>} : (tensor<8x4xf32>) -> tensor<4x8xf32>
//   %y = weft.add %x, %t : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
//
// becomes
//
//   weft.parameter @w.transpose : tensor<4x8xf32> {source = "w"}
//   %t = weft.get @w.transpose : tensor<4x8xf32>
//   %y = weft.add %x, %t : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>

#include "lib/Analysis/ConstantExpression.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/IR/Remarks.h"
#include "passes/Simplify/ParameterTable.h"
#include "passes/Simplify/Simplify.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MathExtras.h"

namespace weft {
#define GEN_PASS_DEF_FOLDCONSTANTS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Results without a parameter among their sources up to this size are constants.
constexpr int64_t kMaxConstantBytes = 64 << 10;
/// Of numbers that a model multiplies with (floats, and bytes that are quantized ones) and that come from a parameter, constants are
/// those with as many elements.
constexpr int64_t kMaxConstantElements = 16;
/// Products and sums that an op may take to evaluate.
constexpr int64_t kMaxWork = int64_t(1) << 28;
/// What is joined from several operands is in memory beside them.
constexpr int64_t kMaxJoinedBytes = 64 << 20;

/// What is known of a value that does not depend on inputs.
struct ConstantInfo {
  int64_t sizeBytes;
  /// The largest parameter that it comes from, null where it comes from none.
  ParameterOp origin;
  int64_t originBytes = 0;
};

std::optional<int64_t> computeBytes(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  auto element = findElement(tensor.getElementType());
  if (!tensor.hasStaticShape() || !element)
    return std::nullopt;
  auto count = computeNumElements(tensor.getShape());
  int64_t bytes;
  if (!count ||
      llvm::MulOverflow<int64_t>(*count, getSizeBytes(*element), bytes))
    return std::nullopt;
  return bytes;
}

/// Whether all that reads `op` are products of activations that widen their weight by it.
bool isWidenedByProducts(Operation *op) {
  return isa<CastOp>(op) && llvm::all_of(op->getUses(), [&](OpOperand &use) {
           auto contract = dyn_cast<ContractOp>(use.getOwner());
           unsigned number = use.getOperandNumber();
           return contract && findWeightWidening(contract, number) == op &&
                  !isConstantExpression(contract->getOperand(1 - number));
         });
}

/// Whether evaluating `op` takes more than kMaxWork.
bool takesLong(Operation *op) {
  auto contract = dyn_cast<ContractOp>(op);
  if (!contract)
    return isa<ConvOp, AttentionOp, RecurrenceOp>(op);
  int64_t work = 1;
  auto multiply = [&](int64_t size) {
    work =
        std::min(kMaxWork + 1, work * std::clamp<int64_t>(size, 1, kMaxWork));
  };
  for (int64_t size : cast<RankedTensorType>(contract.getType()).getShape())
    multiply(size);
  for (auto [letter, size] : llvm::zip(
           contract.getLhsDims(),
           cast<RankedTensorType>(contract.getLhs().getType()).getShape()))
    if (!contract.getResultDims().contains(letter))
      multiply(size);
  return work > kMaxWork;
}

void reportNotFolded(Operation *op, StringRef why) {
  remark::missed(op->getLoc(),
                 remark::RemarkOpts::name("NotFolded").category("simplify"))
      << op->getName().stripDialect()
      << " of constants is computed in every call: " << why;
}

/// What was evaluated already, by the text of `Folder::describe`: functions that share weights share what is made of them.
using Evaluated = llvm::StringMap<SmallVector<ParameterOp>>;

class Folder {
public:
  Folder(ModuleOp module, int64_t sizeLimit, bool keepCodes,
         Evaluated &evaluated)
      : parameters(module), sizeLimit(sizeLimit), keepCodes(keepCodes),
        evaluated(evaluated) {
    module.walk([&](GetOp get) { ++reads[get.getParameterAttr().getAttr()]; });
  }

  /// Returns whether anything changed.
  bool fold(FuncOp function) {
    function.walk<WalkOrder::PreOrder>([&](Operation *op) { classify(op); });
    SmallVector<Operation *> roots;
    function.walk<WalkOrder::PreOrder>([&](Operation *op) {
      if (isFoldable(op) && llvm::any_of(op->getUsers(), [&](Operation *user) {
            return !isFoldable(user);
          }))
        roots.push_back(op);
    });
    IRRewriter rewriter(function.getContext());
    bool changed = false;
    for (Operation *root : roots)
      changed |= replace(rewriter, root);
    SmallVector<Operation *> dead;
    function.walk<WalkOrder::PreOrder>(
        [&](Operation *op) { dead.push_back(op); });
    for (Operation *op : llvm::reverse(dead))
      if (op != function.getOperation() && isOpTriviallyDead(op))
        rewriter.eraseOp(op);
    return changed;
  }

private:
  bool isFoldable(Operation *op) { return foldable.contains(op); }

  /// Whether nothing is left of `operand` once its user has been evaluated.
  bool vanishes(Value operand) {
    auto get = operand.getDefiningOp<GetOp>();
    return operand.hasOneUse() &&
           (!get || reads.lookup(get.getParameterAttr().getAttr()) == 1);
  }

  void classify(Operation *op) {
    if (op->getNumResults() == 0)
      return;
    if (auto get = dyn_cast<GetOp>(op)) {
      ParameterOp parameter = parameters.find(get.getParameter());
      if (auto bytes = computeBytes(get.getType()); bytes && parameter)
        infos[get] = {*bytes, parameter, *bytes};
      return;
    }
    if (isa<ConstantOp>(op)) {
      if (auto bytes = computeBytes(op->getResult(0).getType()))
        infos[op->getResult(0)] = {*bytes, ParameterOp(), 0};
      return;
    }
    if (!isa<WeftDialect>(op->getDialect()) || op->getNumRegions() != 0 ||
        op->getNumOperands() == 0 || !isPure(op) ||
        isa<ExternOp, DispatchOp, RandomOp, CallOp, SharesEvenlyOp>(op))
      return;
    ConstantInfo info{0, ParameterOp(), 0};
    int64_t largest = sizeLimit, vanishing = 0;
    for (Value operand : op->getOperands()) {
      auto it = infos.find(operand);
      if (it == infos.end())
        return;
      largest = std::max(largest, it->second.sizeBytes);
      if (vanishes(operand))
        vanishing = std::min(
            kMaxJoinedBytes,
            vanishing + std::min(kMaxJoinedBytes, it->second.sizeBytes));
      if (it->second.originBytes > info.originBytes)
        info.origin = it->second.origin,
        info.originBytes = it->second.originBytes;
    }
    // Weights that are stored in groups of codes, or that products alone read as floats of 16 bits, are widened where they are read.
    if (auto dequantize = dyn_cast<DequantizeOp>(op);
        (dequantize &&
         (dequantize.getBlock() != 0 ||
          (keepCodes &&
           cast<RankedTensorType>(dequantize.getOperand().getType())
                   .getElementTypeBitWidth() <= 8))) ||
        isWidenedByProducts(op))
      return;
    if (takesLong(op)) {
      reportNotFolded(op, "evaluating it would take long");
      return;
    }
    for (Value result : op->getResults()) {
      // A size that is only known once the op ran is bounded then.
      auto bytes = computeBytes(result.getType());
      if (bytes ? *bytes > std::max(largest, vanishing) : largest > sizeLimit) {
        reportNotFolded(op, "its result is larger than its operands and the "
                            "limit of weft-fold-constants");
        return;
      }
      infos[result] = {bytes.value_or(largest), info.origin, info.originBytes};
    }
    foldable.insert(op);
  }

  /// The values of an op's results, and the parameters that were read for them.
  FailureOr<SmallVector<Tensor>>
  evaluate(Operation *op, llvm::SmallSetVector<Operation *, 4> &read) {
    if (auto it = small.find(op); it != small.end())
      return it->second;
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      FailureOr<Tensor> tensor = Tensor::fromElements(constant.getValue());
      if (failed(tensor))
        return failure();
      return SmallVector<Tensor>{*tensor};
    }
    if (auto get = dyn_cast<GetOp>(op)) {
      ParameterOp parameter = parameters.find(get.getParameter());
      FailureOr<Tensor> tensor =
          parameter ? parameters.read(parameter) : FailureOr<Tensor>(failure());
      if (failed(tensor))
        return failure();
      read.insert(parameter);
      return SmallVector<Tensor>{*tensor};
    }
    SmallVector<Tensor> operands;
    int64_t largest = sizeLimit;
    for (Value operand : op->getOperands()) {
      Operation *def = operand.getDefiningOp();
      FailureOr<SmallVector<Tensor>> values = evaluate(def, read);
      if (failed(values))
        return failure();
      operands.push_back((*values)[cast<OpResult>(operand).getResultNumber()]);
      largest = std::max(largest, operands.back().getSizeBytes());
    }
    for (Value result : op->getResults())
      largest = std::max(largest, computeBytes(result.getType()).value_or(0));
    InterpretOptions options;
    options.maxTensorBytes = largest;
    options.emitErrors = false;
    FailureOr<SmallVector<Tensor>> results = interpretOp(op, operands, options);
    // Small ones are kept, since an expression may be part of several; large ones are computed again, so that few are
    // in memory at a time.
    if (succeeded(results) && llvm::all_of(*results, [](const Tensor &each) {
          return each.getSizeBytes() <= 4096;
        }))
      small[op] = *results;
    return results;
  }

  /// Appends what `op` is, down to constants and parameters.
  void describe(Operation *op, raw_ostream &stream) {
    if (auto get = dyn_cast<GetOp>(op)) {
      stream << '@' << get.getParameter();
      return;
    }
    // Attributes and types are unique in their context.
    stream << op->getName() << op->getAttrDictionary().getAsOpaquePointer();
    for (Type type : op->getResultTypes())
      stream << ' ' << type.getAsOpaquePointer();
    stream << '(';
    for (Value operand : op->getOperands()) {
      describe(operand.getDefiningOp(), stream);
      stream << '#' << cast<OpResult>(operand).getResultNumber() << ',';
    }
    stream << ')';
  }

  /// Replaces `root` by the parameters that an equal op became before.
  bool reuse(RewriterBase &rewriter, Operation *root,
             ArrayRef<ParameterOp> made) {
    rewriter.setInsertionPoint(root);
    for (auto [result, each] : llvm::zip(root->getResults(), made)) {
      ParameterOp parameter = each;
      rewriter.replaceAllUsesWith(
          result,
          GetOp::create(rewriter, root->getLoc(), parameter.getType(),
                        FlatSymbolRefAttr::get(parameter.getSymNameAttr())));
    }
    return true;
  }

  bool replace(RewriterBase &rewriter, Operation *root) {
    std::string key;
    llvm::raw_string_ostream stream(key);
    describe(root, stream);
    if (auto it = evaluated.find(key); it != evaluated.end())
      return reuse(rewriter, root, it->second);
    llvm::SmallSetVector<Operation *, 4> read;
    FailureOr<SmallVector<Tensor>> values = evaluate(root, read);
    bool changed = false;
    SmallVector<ParameterOp> made;
    if (succeeded(values)) {
      rewriter.setInsertionPoint(root);
      for (auto [result, tensor] : llvm::zip(root->getResults(), *values))
        if (Value value =
                result.use_empty()
                    ? Value()
                    : materialize(rewriter, root, infos.lookup(result).origin,
                                  tensor)) {
          // The users may be told more than before, never less.
          rewriter.replaceAllUsesWith(result, value);
          changed = true;
          if (auto get = value.getDefiningOp<GetOp>())
            made.push_back(parameters.find(get.getParameter()));
        }
    }
    if (made.size() == root->getNumResults())
      evaluated[key] = std::move(made);
    for (Operation *parameter : read)
      parameters.release(cast<ParameterOp>(parameter));
    return changed;
  }

  Value materialize(RewriterBase &rewriter, Operation *root, ParameterOp origin,
                    const Tensor &tensor) {
    Type element = tensor.getElementType();
    bool isNumberOfModel = origin &&
                           (isa<FloatType>(element) || element.isInteger(8)) &&
                           tensor.getNumElements() > kMaxConstantElements;
    if (!isNumberOfModel && tensor.getSizeBytes() <= kMaxConstantBytes)
      return ConstantOp::create(rewriter, root->getLoc(), tensor.toElements());
    if (!origin)
      return {};
    StringRef base = origin.getSymName();
    std::string suffix = ("." + root->getName().stripDialect()).str();
    // A chain of folds is named by its first step and its last.
    std::string name =
        base.ends_with(suffix) ? base.str() : base.str() + suffix;
    FailureOr<ParameterOp> parameter = parameters.append(origin, name, tensor);
    if (failed(parameter))
      return {};
    // In another order or type, or scaled; whoever makes use of zeros counts them.
    if (Attribute pruned = origin->getAttr(kPrunedAttribute))
      (*parameter)->setAttr(kPrunedAttribute, pruned);
    return GetOp::create(rewriter, root->getLoc(), tensor.getType(),
                         FlatSymbolRefAttr::get(parameter->getSymNameAttr()));
  }

  ParameterTable parameters;
  int64_t sizeLimit;
  bool keepCodes;
  Evaluated &evaluated;
  /// How often the module reads each parameter.
  llvm::DenseMap<StringAttr, int64_t> reads;
  llvm::DenseMap<Value, ConstantInfo> infos;
  llvm::DenseSet<Operation *> foldable;
  llvm::DenseMap<Operation *, SmallVector<Tensor>> small;
};

struct FoldConstantsPass : weft::impl::FoldConstantsBase<FoldConstantsPass> {
  using Base::Base;

  void runOnOperation() override {
    bool changed = false;
    Evaluated evaluated;
    for (FuncOp function :
         llvm::make_early_inc_range(getOperation().getOps<FuncOp>()))
      if (!function.isExternal())
        changed |= Folder(getOperation(), sizeLimitBytes, keepCodes, evaluated)
                       .fold(function);
    if (changed)
      ParameterTable(getOperation()).dropUnused();
  }
};
} // namespace
