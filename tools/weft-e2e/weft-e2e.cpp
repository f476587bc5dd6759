// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a file of test/e2e: every function @test_NAME or @test_NAME.VARIANT on
// the values that @inputs_NAME returns, and compares with those of
// @expected_NAME, or, where there is none, with what the interpreter makes of
// the test. The attribute `weft.tolerance` of a test is the largest
// difference allowed, relative to the larger of 1 and the expected value;
// `weft.error` says that it must fail at run time, and with which words. Inputs
// and expected values are computed by the interpreter; who runs the test is chosen by --executor.

#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "tools/weft-e2e/Compare.h"
#include "tools/weft-e2e/Executors.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

using namespace mlir;
using namespace weft;

static llvm::cl::OptionCategory category("weft-e2e");
static llvm::cl::opt<std::string> inputFile(llvm::cl::Positional,
                                            llvm::cl::desc("FILE.mlir"),
                                            llvm::cl::cat(category),
                                            llvm::cl::Required);
static llvm::cl::opt<std::string>
    executorName("executor", llvm::cl::desc("who runs the tests"),
                 llvm::cl::cat(category), llvm::cl::init("interpreter"));
static llvm::cl::opt<std::string>
    level("level", llvm::cl::desc("what a target compiles for"),
          llvm::cl::cat(category), llvm::cl::init("host"));
static llvm::cl::opt<std::string>
    precision("precision", llvm::cl::desc("what a target's products may round"),
              llvm::cl::cat(category), llvm::cl::init("f32"));
static llvm::cl::opt<std::string>
    onlyTest("test", llvm::cl::desc("run this test alone, without its test_"),
             llvm::cl::cat(category));
static llvm::cl::opt<double> looser("looser",
                                    llvm::cl::desc("factor for all tolerances"),
                                    llvm::cl::cat(category), llvm::cl::init(1));

namespace {
/// One test with what belongs to it.
struct Case {
  FuncOp test, inputs, expected;

  /// Runs the test; returns what is wrong with it.
  std::string run(const Executor &execute);
};

/// Keeps what is said while it lives.
class Listener {
public:
  explicit Listener(MLIRContext *context)
      : handler(context, [this](Diagnostic &diagnostic) {
          messages += diagnostic.str() + "\n";
        }) {}
  std::string messages;

private:
  ScopedDiagnosticHandler handler;
};
} // namespace

/// What a function without arguments returns.
static FailureOr<SmallVector<Tensor>> evaluateConstants(FuncOp func) {
  return func ? interpret(func, {})
              : FailureOr<SmallVector<Tensor>>(SmallVector<Tensor>());
}

std::string Case::run(const Executor &execute) {
  // The executor sees a module without the expected values, and may change it.
  OwningOpRef<ModuleOp> module =
      ModuleOp::create(UnknownLoc::get(test->getContext()));
  for (Operation &op : *test->getParentOfType<ModuleOp>().getBody()) {
    auto func = dyn_cast<FuncOp>(op);
    if (func && func.isPublic() && func != test)
      continue;
    module->push_back(op.clone());
  }
  Listener listener(test->getContext());
  FailureOr<SmallVector<Tensor>> values = evaluateConstants(inputs),
                                 should = evaluateConstants(expected);
  if (!expected && succeeded(values) && !test->hasAttr("weft.error"))
    should = interpret(test, *values);
  if (failed(values) || failed(should))
    return "inputs or expected values fail:\n" + listener.messages;
  FailureOr<SmallVector<Tensor>> found =
      execute(module->lookupSymbol<FuncOp>(test.getName()), *values);
  if (auto error = test->getAttrOfType<StringAttr>("weft.error")) {
    if (succeeded(found))
      return ("succeeds, expected the error: " + error.getValue()).str();
    return StringRef(listener.messages).contains(error.getValue())
               ? ""
               : ("expected the error: " + error.getValue() + "\n").str() +
                     listener.messages;
  }
  if (failed(found))
    return "fails:\n" + listener.messages;
  if (found->size() != should->size())
    return llvm::formatv("has {0} results, expected {1}", found->size(),
                         should->size());
  auto tolerance = test->getAttrOfType<FloatAttr>("weft.tolerance");
  for (auto [i, is, expected] : llvm::enumerate(*found, *should)) {
    double allowed = tolerance ? tolerance.getValueAsDouble()
                               : getDefaultTolerance(expected.getElement());
    std::string difference = findDifference(is, expected, allowed * looser);
    if (!difference.empty())
      return llvm::formatv("result {0} {1}", i, difference);
  }
  return "";
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::cl::HideUnrelatedOptions(category);
  llvm::cl::ParseCommandLineOptions(argc, argv,
                                    "Runs a file of end-to-end tests\n");
  TargetOptions options;
  options.level = level;
  options.precision = precision;
  std::optional<Executor> executor = findExecutor(executorName, options);
  if (!executor) {
    llvm::errs() << "expected an executor among " << listExecutors()
                 << ", found " << executorName << '\n';
    return 2;
  }
  DialectRegistry registry;
  registerExecutorDialects(registry);
  MLIRContext context(registry);
  context.loadDialect<WeftDialect>();
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(inputFile, &context);
  if (!module)
    return 1;
  int run = 0, wrong = 0;
  for (FuncOp func : module->getOps<FuncOp>()) {
    StringRef name = func.getName();
    if (!name.consume_front("test_") || (!onlyTest.empty() && name != onlyTest))
      continue;
    StringRef base = name.split('.').first;
    Case one = {func, module->lookupSymbol<FuncOp>(("inputs_" + base).str()),
                module->lookupSymbol<FuncOp>(("expected_" + base).str())};
    std::string problem = one.run(*executor);
    ++run;
    wrong += !problem.empty();
    if (!problem.empty())
      llvm::errs() << "test_" << name << ' ' << problem << '\n';
  }
  if (run == 0) {
    llvm::errs() << inputFile << " has no test"
                 << (onlyTest.empty() ? "" : " of that name") << '\n';
    return 1;
  }
  llvm::outs() << run - wrong << " of " << run << " tests passed\n";
  return wrong ? 1 : 0;
}
