// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Memory of tensors, and constants that become tensors and come back.

#include "lib/Interpreter/Tensor.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/BuiltinDialect.h"
#include "mlir/IR/MLIRContext.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace weft;

namespace {
class TensorTest : public ::testing::Test {
protected:
  MLIRContext context;
  Type f32 = Float32Type::get(&context), i1 = IntegerType::get(&context, 1);
};

TEST_F(TensorTest, ConstantsComeBack) {
  for (StringRef text :
       {"dense<[1.0, -0.0, 0x7FC00000]> : tensor<3xf32>",
        "dense<[[true, false], [false, true]]> : tensor<2x2xi1>",
        "dense<true> : tensor<9xi1>", "dense<7> : tensor<4xui8>",
        "dense<[255, 0]> : tensor<2xui8>",
        "dense<[-1, 9223372036854775807]> : tensor<2xi64>",
        "dense<18446744073709551615> : tensor<ui64>",
        "dense<[1.5, -2.0]> : tensor<2xbf16>",
        "dense<[1.5, 65504.0]> : tensor<2xf16>", "dense<> : tensor<0x3xf64>",
        "dense<0.1> : tensor<2x3xf64>", "dense<-3> : tensor<i16>"}) {
    auto elements = cast<ElementsAttr>(parseAttribute(text, &context));
    auto tensor = Tensor::fromElements(elements);
    ASSERT_TRUE(succeeded(tensor)) << text.str();
    EXPECT_EQ(Attribute(tensor->toElements()), Attribute(elements))
        << text.str();
  }
}

TEST_F(TensorTest, ResourcesAreNotCopied) {
  auto type = RankedTensorType::get(2, f32);
  float values[2] = {1, 2};
  auto resource = DenseResourceElementsAttr::get(
      type, "two",
      HeapAsmResourceBlob::allocateAndCopyInferAlign(ArrayRef<float>(values)));
  auto tensor = Tensor::fromElements(resource);
  ASSERT_TRUE(succeeded(tensor));
  EXPECT_EQ(tensor->getData(),
            resource.getRawHandle().getBlob()->getData().data());
  EXPECT_EQ(tensor->at<double>(1), 2);
}

TEST_F(TensorTest, BytesOfEqualElementsAreASplat) {
  Tensor tensor = *Tensor::allocate(f32, {2, 3});
  EXPECT_TRUE(tensor.toElements().isSplat());
  double one = 1;
  store(Element::F32, &one, 1, tensor.getMutableData() + 4);
  EXPECT_FALSE(tensor.toElements().isSplat());
}

TEST_F(TensorTest, Refused) {
  EXPECT_TRUE(failed(Tensor::allocate(f32, {-1})));
  EXPECT_TRUE(failed(Tensor::allocate(f32, {INT64_MAX / 2, 4})));
  EXPECT_TRUE(failed(Tensor::allocate(f32, {INT64_MAX / 2})));
  EXPECT_TRUE(failed(Tensor::allocate(IntegerType::get(&context, 7), {1})));
  EXPECT_TRUE(failed(Tensor::allocate(
      IntegerType::get(&context, 8, IntegerType::Signed), {1})));
  EXPECT_TRUE(failed(Tensor::allocate(IndexType::get(&context), {1})));
  EXPECT_TRUE(failed(Tensor::borrow(f32, {2}, ArrayRef<char>("1234567", 7))));
  EXPECT_TRUE(succeeded(Tensor::allocate(f32, {INT64_MAX, 0, 7})));
}

TEST_F(TensorTest, BorrowsAndReshapesWithoutACopy) {
  float values[2] = {1, 2};
  ArrayRef<char> bytes(reinterpret_cast<const char *>(values), 8);
  auto owner = std::make_shared<int>(0);
  Tensor tensor = *Tensor::borrow(f32, {2}, bytes, owner);
  EXPECT_EQ(tensor.getData(), bytes.data());
  EXPECT_EQ(tensor.reshaped({2, 1}).getData(), bytes.data());
  EXPECT_EQ(tensor.reshaped({2, 1}).getType(),
            RankedTensorType::get({2, 1}, f32));
  EXPECT_EQ(owner.use_count(), 2);
  tensor = Tensor();
  EXPECT_EQ(owner.use_count(), 1);
}
} // namespace
