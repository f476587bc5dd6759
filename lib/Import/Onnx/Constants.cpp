// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values that stand in the model itself.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "lib/Import/Onnx/OnnxTensor.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

template <typename T>
static Value makeList(TensorBuilder &b, ArrayRef<T> values, Type element) {
  auto type = RankedTensorType::get({int64_t(values.size())}, element);
  return b.constant(DenseElementsAttr::get(type, values));
}

static void importConstant(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value value;
  if (const Tensor *tensor = node.tensor("value"))
    value = node.importer.importTensor(
        *tensor, node.node.outputs.empty() ? "" : node.node.outputs[0]);
  else if (node.has("value_int"))
    value = b.count(node.integer("value_int", 0));
  else if (node.has("value_ints"))
    value = b.list(node.ints("value_ints"));
  else if (node.has("value_float"))
    value = b.scalar(node.real("value_float", 0), b.builder.getF32Type());
  else if (node.has("value_floats"))
    value =
        makeList<float>(b, node.reals("value_floats"), b.builder.getF32Type());
  else
    node.fail("no value of a supported kind: expected value, value_int, "
              "value_ints, value_float or value_floats");
  node.setResult(0, value);
}

static void importConstantOfShape(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value fill = b.scalar(0, b.builder.getF32Type());
  if (const Tensor *tensor = node.tensor("value")) {
    fill = node.importer.importTensor(*tensor, "");
    if (b.typeOf(fill).getNumElements() != 1)
      return (void)node.fail("a value of " +
                             Twine(b.typeOf(fill).getNumElements()) +
                             " elements, expected one");
    fill = b.reshape(fill, ArrayRef<int64_t>());
  }
  node.setResult(0, b.broadcast(fill, node.operand(0)));
}

/// Ones where the column is the row plus k.
static void importEyeLike(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  if (b.rankOf(x) != 2)
    return (void)node.fail("rank " + Twine(b.rankOf(x)) + ", expected 2");
  Type element = node.has("dtype") ? node.elementType("dtype", DataType::Float)
                                   : b.elementOf(x);
  Value rows = b.unsqueeze(b.create<IotaOp>({b.dim(x, 0)}), {1});
  Value columns = b.unsqueeze(b.create<IotaOp>({b.dim(x, 1)}), {0});
  Value diagonal = b.add(rows, b.count(node.integer("k", 0)));
  node.setResult(0,
                 b.cast(b.compare(Predicate::eq, diagonal, columns), element));
}

void weft::onnx::registerConstantOps(OpTable &table) {
  table.add("Constant", importConstant);
  table.add("ConstantOfShape", importConstantOfShape);
  table.add("EyeLike", importEyeLike);
}
