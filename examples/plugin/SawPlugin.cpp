// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A plugin with one op, one pass, one lowering and one ONNX op:
//
//   ONNX op example/Saw -> saw.saw -> (saw-simplify) -> (saw-lower) -> weft.extern "saw_f32"
//
// The op is written without TableGen, to have all of it in one file.

#include "dialects/Weft/WeftOps.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "weft/Plugin.h"
#include "weft/Version.h"

using namespace mlir;

namespace {
/// saw.saw %x : tensor<4xf32>, the part of each element behind the point.
class SawOp : public Op<SawOp, OpTrait::OneOperand, OpTrait::OneResult,
                        OpTrait::ZeroRegions, OpTrait::ZeroSuccessors,
                        OpTrait::SameOperandsAndResultType> {
public:
  using Op::Op;
  static StringRef getOperationName() { return "saw.saw"; }
  static ArrayRef<StringRef> getAttributeNames() { return {}; }
  static void build(OpBuilder &, OperationState &state, Value x) {
    state.addOperands(x);
    state.addTypes(x.getType());
  }
  static ParseResult parse(OpAsmParser &parser, OperationState &state) {
    OpAsmParser::UnresolvedOperand x;
    Type type;
    if (parser.parseOperand(x) || parser.parseColonType(type) ||
        parser.resolveOperand(x, type, state.operands))
      return failure();
    state.addTypes(type);
    return success();
  }
  void print(OpAsmPrinter &printer) {
    printer << ' ' << getOperand() << " : " << getOperand().getType();
  }
  LogicalResult verify() {
    if (!getElementTypeOrSelf(getOperand().getType()).isF32())
      return emitOpError("expected elements of type f32, found ")
             << getOperand().getType();
    return success();
  }
};

/// saw(saw(x)) is saw(x), since what is behind the point is below 1.
struct SawOfSaw : OpRewritePattern<SawOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SawOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getOperand().getDefiningOp<SawOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(op, "the operand is not a saw");
    rewriter.replaceOp(op, inner->getResults());
    return success();
  }
};

struct SawToExtern : OpRewritePattern<SawOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SawOp op,
                                PatternRewriter &rewriter) const override {
    OperationState state(op.getLoc(), weft::ExternOp::getOperationName(),
                         op->getOperands(), op->getResultTypes());
    state.addAttribute("symbol", rewriter.getStringAttr("saw_f32"));
    rewriter.replaceOp(op, rewriter.create(state));
    return success();
  }
};

template <typename Pattern> void rewriteAll(Operation *root) {
  RewritePatternSet patterns(root->getContext());
  patterns.add<Pattern>(root->getContext());
  walkAndApplyPatterns(root, std::move(patterns));
}

struct SimplifyPass : PassWrapper<SimplifyPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(SimplifyPass)
  StringRef getArgument() const override { return "saw-simplify"; }
  StringRef getDescription() const override { return "removes saws of saws"; }
  void runOnOperation() override { rewriteAll<SawOfSaw>(getOperation()); }
};

struct LowerPass : PassWrapper<LowerPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(LowerPass)
  StringRef getArgument() const override { return "saw-lower"; }
  StringRef getDescription() const override {
    return "calls the kernel saw_f32 for saws";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    registry.insert<weft::WeftDialect>();
  }
  void runOnOperation() override { rewriteAll<SawToExtern>(getOperation()); }
};

void importSaw(weft::onnx::NodeContext &node) {
  Value x = node.operand(0);
  if (!x)
    return;
  if (!getElementTypeOrSelf(x.getType()).isF32()) {
    node.fail("expected f32");
    return;
  }
  OperationState state(node.b.loc, SawOp::getOperationName());
  SawOp::build(node.b.builder, state, x);
  node.setResult(0, node.b.builder.create(state)->getResult(0));
}

struct SawOnnxOps : weft::onnx::OnnxOps {
  using OnnxOps::OnnxOps;
  void registerOps(weft::onnx::OpTable &table) const override {
    table.add("example", "Saw", importSaw);
  }
};

struct SawLowering : weft::PluginLowering {
  using PluginLowering::PluginLowering;
  void addPasses(OpPassManager &manager) const override {
    manager.addPass(std::make_unique<SimplifyPass>());
    manager.addPass(std::make_unique<LowerPass>());
  }
};

class SawDialect : public Dialect {
public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(SawDialect)
  explicit SawDialect(MLIRContext *context)
      : Dialect(getDialectNamespace(), context, TypeID::get<SawDialect>()) {
    addOperations<SawOp>();
    addInterfaces<SawOnnxOps, SawLowering>();
  }
  static StringRef getDialectNamespace() { return "saw"; }
};
} // namespace

extern "C" LLVM_ATTRIBUTE_WEAK DialectPluginLibraryInfo
mlirGetDialectPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, "Saw", WEFT_VERSION_STRING,
          [](DialectRegistry *registry) { registry->insert<SawDialect>(); }};
}

extern "C" LLVM_ATTRIBUTE_WEAK PassPluginLibraryInfo mlirGetPassPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, "Saw", WEFT_VERSION_STRING, [] {
            PassRegistration<SimplifyPass>();
            PassRegistration<LowerPass>();
          }};
}
