// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions, control flow, parameters, and what the interpreter says when
// something is wrong.

#include "lib/Support/WeightStore.h"
#include "test/unit/interpreter/InterpretText.h"

using namespace mlir;
using namespace weft;

namespace {
class Interpreter : public InterpretText {};

TEST_F(Interpreter, Adds) {
  EXPECT_EQ(print(R"(weft.func @main() -> tensor<2xf32> {
    %a = weft.constant dense<[1.0, 2.5]> : tensor<2xf32>
    %b = weft.constant dense<0.5> : tensor<f32>
    %c = weft.add %a, %b : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    weft.return %c : tensor<2xf32>
  })"),
            "dense<[1.500000e+00, 3.000000e+00]> : tensor<2xf32>");
}

TEST_F(Interpreter, Calls) {
  EXPECT_EQ(print(R"(
  weft.func private @twice(%x: tensor<i32>) -> tensor<i32> {
    %y = weft.add %x, %x : (tensor<i32>, tensor<i32>) -> tensor<i32>
    weft.return %y : tensor<i32>
  }
  weft.func @main() -> (tensor<i32>, tensor<i32>) {
    %a = weft.constant dense<21> : tensor<i32>
    %b = weft.call @twice(%a) : (tensor<i32>) -> tensor<i32>
    %c = weft.dispatch @twice(%b) : (tensor<i32>) -> tensor<i32>
    weft.return %b, %c : tensor<i32>, tensor<i32>
  })"),
            "dense<42> : tensor<i32>; dense<84> : tensor<i32>");
}

TEST_F(Interpreter, RecursionIsAnError) {
  EXPECT_EQ(print(R"(
  weft.func private @again(%x: tensor<i32>) -> tensor<i32> {
    %y = weft.call @again(%x) : (tensor<i32>) -> tensor<i32>
    weft.return %y : tensor<i32>
  }
  weft.func @main() -> tensor<i32> {
    %a = weft.constant dense<1> : tensor<i32>
    %b = weft.call @again(%a) : (tensor<i32>) -> tensor<i32>
    weft.return %b : tensor<i32>
  })"),
            "'weft.call' op @again calls itself\n");
}

TEST_F(Interpreter, DeepCallsAreAnError) {
  std::string source;
  for (int i = 0; i < 400; ++i)
    source += llvm::formatv(
        "weft.func private @f{0}(%x: tensor<i32>) -> tensor<i32> {{\n"
        "  %y = weft.call @f{1}(%x) : (tensor<i32>) -> tensor<i32>\n"
        "  weft.return %y : tensor<i32>\n}\n",
        i, i + 1);
  source += R"(
  weft.func private @f400(%x: tensor<i32>) -> tensor<i32> { weft.return %x : tensor<i32> }
  weft.func @main() -> tensor<i32> {
    %a = weft.constant dense<1> : tensor<i32>
    %b = weft.call @f0(%a) : (tensor<i32>) -> tensor<i32>
    weft.return %b : tensor<i32>
  })";
  EXPECT_EQ(print(source),
            "'weft.call' op expected calls to nest at most 256 deep\n");
}

TEST_F(Interpreter, IfTakesOneBranch) {
  for (bool condition : {true, false})
    EXPECT_EQ(print(llvm::formatv(R"(weft.func @main() -> tensor<?xi32> {{
    %c = weft.constant dense<{0}> : tensor<i1>
    %a = weft.constant dense<[1, 2]> : tensor<2xi32>
    %r = weft.if %c : tensor<i1> -> (tensor<?xi32>) {{
      weft.yield %a : tensor<2xi32>
    } else {{
      %b = weft.constant dense<[3, 4, 5]> : tensor<3xi32>
      weft.yield %b : tensor<3xi32>
    }
    weft.return %r : tensor<?xi32>
  })",
                                  condition ? "true" : "false")
                        .str()),
              condition ? "dense<[1, 2]> : tensor<2xi32>"
                        : "dense<[3, 4, 5]> : tensor<3xi32>");
}

/// Doubles a carried value and stacks what it was; `head` says how often.
std::string loop(StringRef head) {
  return llvm::formatv(
             R"(weft.func @main() -> (tensor<i32>, tensor<?xi32>, tensor<?xi64>) {{
    %z = weft.constant dense<1> : tensor<i32>
    %bound = weft.constant dense<8> : tensor<i32>
    %three = weft.constant dense<3> : tensor<i64>
    %zero = weft.constant dense<0> : tensor<i64>
    %below = weft.constant dense<-5> : tensor<i64>
    %true = weft.constant dense<true> : tensor<i1>
    %false = weft.constant dense<false> : tensor<i1>
    %s, %all, %numbers = weft.loop {0} init(%z : tensor<i32>) -> (tensor<i32>, tensor<?xi32>, tensor<?xi64>) {{
    ^bb0(%i: tensor<i64>, %a: tensor<i32>):
      %b = weft.add %a, %a : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %t = weft.compare lt %b, %bound : (tensor<i32>, tensor<i32>) -> tensor<i1>
      weft.yield %t, %b, %a, %i : tensor<i1>, tensor<i32>, tensor<i32>, tensor<i64>
    }
    weft.return %s, %all, %numbers : tensor<i32>, tensor<?xi32>, tensor<?xi64>
  })",
             head)
      .str();
}

TEST_F(Interpreter, LoopEndsByConditionOrCount) {
  StringRef byCondition = "dense<8> : tensor<i32>; dense<[1, 2, 4]> : "
                          "tensor<3xi32>; dense<[0, 1, 2]> : tensor<3xi64>";
  StringRef none = "dense<1> : tensor<i32>; dense<> : tensor<0xi32>; dense<> : "
                   "tensor<0xi64>";
  EXPECT_EQ(print(loop("")), byCondition);
  EXPECT_EQ(print(loop("while(%true : tensor<i1>)")), byCondition);
  EXPECT_EQ(print(loop("trips(%three : tensor<i64>)")), byCondition);
  EXPECT_EQ(print(loop("while(%false : tensor<i1>)")), none);
  EXPECT_EQ(print(loop("trips(%zero : tensor<i64>)")), none);
  EXPECT_EQ(print(loop("trips(%below : tensor<i64>)")), none);
  EXPECT_EQ(print(loop("trips(%zero : tensor<i64>) while(%true : tensor<i1>)")),
            none);
}

TEST_F(Interpreter, StacksAreOfOneShape) {
  EXPECT_EQ(print(R"(weft.func @main() -> tensor<?x?xi64> {
    %n = weft.constant dense<2> : tensor<i64>
    %t = weft.constant dense<true> : tensor<i1>
    %all = weft.loop trips(%n : tensor<i64>) -> (tensor<?x?xi64>) {
    ^bb0(%i: tensor<i64>):
      %b = weft.iota %i : (tensor<i64>) -> tensor<?xi64>
      weft.yield %t, %b : tensor<i1>, tensor<?xi64>
    }
    weft.return %all : tensor<?x?xi64>
  })"),
            "'weft.loop' op expected to stack values of one shape for result "
            "0, found [0] and [1]\n");
}

TEST_F(Interpreter, ParametersComeFromTheirValue) {
  EXPECT_EQ(print(R"(
  weft.parameter @bias = dense<[1.0, 2.0]> : tensor<2xf32>
  weft.func @main() -> tensor<2xf32> {
    %w = weft.get @bias : tensor<2xf32>
    weft.return %w : tensor<2xf32>
  })"),
            "dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>");
}

const char *const kWeight = R"(
  weft.parameter @w : tensor<3xf32>
  weft.func @main() -> tensor<3xf32> {
    %w = weft.get @w : tensor<3xf32>
    %y = weft.add %w, %w : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
    weft.return %y : tensor<3xf32>
  })";

TEST_F(Interpreter, ParametersComeFromTheWeightStore) {
  EXPECT_EQ(print(kWeight), "'weft.get' op parameter @w has no value and is "
                            "not in the weight store\n");
  messages.clear();
  std::shared_ptr<WeightStore> weights = llvm::cantFail(WeightStore::create());
  // A range of a foreign file begins anywhere.
  std::vector<char> bytes(13);
  float values[3] = {1, -2, 0.25f};
  std::memcpy(bytes.data() + 1, values, 12);
  llvm::cantFail(weights->addBorrowed("w", {"f32", {3}},
                                      ArrayRef<char>(bytes).drop_front()));
  context.getLoadedDialect<WeftDialect>()->setWeights(weights);
  EXPECT_EQ(
      print(kWeight),
      "dense<[2.000000e+00, -4.000000e+00, 5.000000e-01]> : tensor<3xf32>");
}

TEST_F(Interpreter, WeightsOfAnotherTypeAreAnError) {
  std::shared_ptr<WeightStore> weights = llvm::cantFail(WeightStore::create());
  std::vector<char> bytes(12);
  llvm::cantFail(weights->addBorrowed("w", {"i32", {3}}, bytes));
  context.getLoadedDialect<WeftDialect>()->setWeights(weights);
  EXPECT_EQ(print(kWeight), "'weft.get' op parameter @w has type "
                            "'tensor<3xf32>', but 3xi32 in the weight store\n");
}

TEST_F(Interpreter, ExternHasNoMeaning) {
  EXPECT_EQ(print(R"(weft.func @main() -> tensor<f32> {
    %x = weft.constant dense<1.0> : tensor<f32>
    %y = weft.extern "gelu"(%x) : (tensor<f32>) -> tensor<f32>
    weft.return %y : tensor<f32>
  })"),
            "'weft.extern' op \"gelu\" is a plugin's kernel and has no "
            "reference meaning\n");
}

const char *const kNamedDims =
    R"(weft.func @main(%a: tensor<?xf32> {weft.dims = ["n"]}, %b: tensor<?x2xf32> {weft.dims = ["n", ""]})
    -> tensor<?xf32> {
    weft.return %a : tensor<?xf32>
  })";

TEST_F(Interpreter, InputsAreChecked) {
  Type f32 = Float32Type::get(&context), i32 = IntegerType::get(&context, 32);
  auto zeros = [](Type type, ArrayRef<int64_t> dims) {
    return *Tensor::allocate(type, dims);
  };
  EXPECT_TRUE(
      succeeded(run(kNamedDims, {zeros(f32, {3}), zeros(f32, {3, 2})})));
  EXPECT_TRUE(failed(run(kNamedDims, {zeros(f32, {3})})));
  EXPECT_TRUE(failed(run(kNamedDims, {zeros(f32, {3}), zeros(f32, {4, 2})})));
  EXPECT_TRUE(failed(run(kNamedDims, {zeros(f32, {3}), zeros(f32, {3, 5})})));
  EXPECT_TRUE(failed(run(kNamedDims, {zeros(i32, {3}), zeros(f32, {3, 2})})));
  EXPECT_EQ(
      messages,
      "'weft.func' op @main takes 2 arguments, found 1\n"
      "'weft.func' op dimension 'n' of @main has size 3, and 4 in argument 1\n"
      "'weft.func' op argument 1 is of type 'tensor<3x5xf32>', expected "
      "'tensor<?x2xf32>'\n"
      "'weft.func' op argument 0 is of type 'tensor<3xi32>', expected "
      "'tensor<?xf32>'\n");
}

TEST_F(Interpreter, ResultsAreHeldAgainstTheirTypes) {
  EXPECT_EQ(print(R"(weft.func @main() -> tensor<4xi64> {
    %n = weft.constant dense<3> : tensor<1xi64>
    %m = weft.reshape %n : (tensor<1xi64>) -> tensor<i64>
    %k = weft.add %m, %m : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %y = weft.iota %k : (tensor<i64>) -> tensor<4xi64>
    weft.return %y : tensor<4xi64>
  })"),
            "'weft.iota' op expected dimension 0 of result 0 to have size 4, "
            "found 6\n");
}

TEST_F(Interpreter, AbsurdSizesAreAnError) {
  EXPECT_EQ(print(R"(weft.func @main() -> tensor<?xi64> {
    %n = weft.constant dense<9000000000000000000> : tensor<i64>
    %z = weft.constant dense<0> : tensor<i64>
    %k = weft.add %n, %z : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %y = weft.iota %k : (tensor<i64>) -> tensor<?xi64>
    weft.return %y : tensor<?xi64>
  })"),
            "'weft.iota' op result 0 has sizes [9000000000000000000], more "
            "than the limit of 68719476736 bytes\n");
}

const char *const kChain = R"(weft.func @main(%x: tensor<f32>) -> tensor<f32> {
    %a = weft.neg %x : (tensor<f32>) -> tensor<f32>
    %b = weft.sub %a, %x : (tensor<f32>, tensor<f32>) -> tensor<f32>
    weft.return %b : tensor<f32>
  })";

TEST_F(Interpreter, StacksAreBounded) {
  InterpretOptions options;
  options.maxTensorBytes = 1 << 12;
  EXPECT_TRUE(failed(run(R"(
    weft.func @main() -> tensor<?x256xf32> {
      %n = weft.constant dense<1000000> : tensor<i64>
      %true = weft.constant dense<true> : tensor<i1>
      %x = weft.constant dense<1.0> : tensor<256xf32>
      %y = weft.loop trips(%n : tensor<i64>) -> (tensor<?x256xf32>) {
      ^bb0(%i: tensor<i64>):
        weft.yield %true, %x : tensor<i1>, tensor<256xf32>
      }
      weft.return %y : tensor<?x256xf32>
    })",
                         {}, options)));
  EXPECT_EQ(messages, "'weft.loop' op stacks more than the limit of 4096 bytes "
                      "by repetition 3\n");
}

TEST_F(Interpreter, ObserverSeesEveryOp) {
  Tensor x = *Tensor::allocate(Float32Type::get(&context), {});
  double two = 2;
  store(Element::F32, &two, 1, x.getMutableData());
  std::string seen;
  InterpretOptions options;
  options.observer = [&](Operation *op, ArrayRef<Tensor> operands,
                         ArrayRef<Tensor> results) {
    seen += (op->getName().getStringRef() + "(").str();
    for (const Tensor &operand : operands)
      seen += llvm::formatv("{0} ", operand.at<double>(0));
    seen += llvm::formatv(") -> {0}\n", results[0].at<double>(0));
    return success();
  };
  EXPECT_TRUE(succeeded(run(kChain, {x}, options)));
  EXPECT_EQ(seen, "weft.neg(2.00 ) -> -2.00\nweft.sub(-2.00 2.00 ) -> -4.00\n");
  options.observer = [](Operation *, ArrayRef<Tensor>, ArrayRef<Tensor>) {
    return failure();
  };
  EXPECT_TRUE(failed(run(kChain, {x}, options)));
}

TEST_F(Interpreter, OneOpAlone) {
  Tensor x = *Tensor::allocate(Float32Type::get(&context), {});
  module = parseSourceString<ModuleOp>(kChain, &context);
  Operation &neg =
      module->lookupSymbol<FuncOp>("main").getBody().front().front();
  auto results = interpretOp(&neg, {x});
  ASSERT_TRUE(succeeded(results));
  EXPECT_EQ(results->front().getType(), x.getType());
  InterpretOptions quiet;
  quiet.emitErrors = false;
  EXPECT_TRUE(failed(interpretOp(neg.getParentOp(), {}, quiet)));
  EXPECT_EQ(messages, "");
  EXPECT_TRUE(failed(interpretOp(*module, {})));
  EXPECT_EQ(messages, "'builtin.module' op is not an op of the weft dialect "
                      "and has no reference meaning\n");
  messages.clear();
  EXPECT_TRUE(failed(interpretOp(neg.getParentOp(), {})));
  EXPECT_EQ(messages, "'weft.func' op has no meaning on its own\n");
}
} // namespace
