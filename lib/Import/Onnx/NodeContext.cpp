// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See NodeContext.h.

#include "lib/Import/Onnx/NodeContext.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

NodeContext::NodeContext(
    GraphImporter &importer, TensorBuilder &b, const Node &node,
    ArrayRef<Value> operands, int64_t opset,
    function_ref<const NodeAttribute *(const NodeAttribute &)> resolve)
    : importer(importer), b(b), node(node), opset(opset), operands(operands),
      resolve(resolve), results(node.outputs.size()) {}

//===----------------------------------------------------------------------===//
// Operands and results
//===----------------------------------------------------------------------===//

Value NodeContext::operand(unsigned index) {
  Value value = optional(index);
  if (!value)
    return fail("operand " + Twine(index) + " is missing");
  return value;
}

bool NodeContext::isNarrow(unsigned operand) const {
  return operand < node.inputs.size() &&
         isNarrowType(importer.dataTypeOf(node.inputs[operand]));
}

ArrayRef<Value> NodeContext::variadic() {
  for (unsigned i = 0; i < std::max<size_t>(operands.size(), 1); ++i)
    if (!operand(i))
      return {};
  return operands;
}

SmallVector<int64_t> NodeContext::requiredInts(unsigned index) {
  if (auto values = constantInts(index))
    return *values;
  fail("operand " + Twine(index) +
       (optional(index) ? " must be a constant, but depends on the inputs"
                        : " is missing"));
  return {};
}

std::optional<double> NodeContext::constantReal(unsigned index) const {
  DenseElementsAttr elements;
  if (!optional(index) || !matchPattern(optional(index), m_Constant(&elements)))
    return std::nullopt;
  if (elements.getNumElements() != 1)
    return std::nullopt;
  if (isa<FloatType>(elements.getElementType())) {
    APFloat value = *elements.getValues<APFloat>().begin();
    bool losesInfo = false;
    value.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven,
                  &losesInfo);
    return value.convertToDouble();
  }
  auto value = *elements.getValues<APInt>().begin();
  return elements.getElementType().isUnsignedInteger()
             ? double(value.getZExtValue())
             : double(value.getSExtValue());
}

void NodeContext::setResult(unsigned index, Value value) {
  if (index < results.size())
    results[index] = value;
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

const NodeAttribute *NodeContext::find(StringRef name) const {
  for (const NodeAttribute &attribute : node.attributes)
    if (attribute.name == name)
      return resolve(attribute);
  return nullptr;
}

const NodeAttribute *NodeContext::find(StringRef name, AttributeType type) {
  const NodeAttribute *attribute = find(name);
  if (attribute && attribute->type != type) {
    fail("attribute '" + name + "' has type " + nameOf(attribute->type) +
         ", expected " + nameOf(type));
    return nullptr;
  }
  return attribute;
}

int64_t NodeContext::integer(StringRef name, int64_t fallback) {
  const NodeAttribute *attribute = find(name, AttributeType::Int);
  return attribute ? attribute->i : fallback;
}

int64_t NodeContext::requiredInteger(StringRef name) {
  if (!has(name))
    fail("attribute '" + name + "' is missing");
  return integer(name, 0);
}

double NodeContext::real(StringRef name, double fallback) {
  const NodeAttribute *attribute = find(name, AttributeType::Float);
  return attribute ? attribute->f : fallback;
}

StringRef NodeContext::string(StringRef name, StringRef fallback) {
  const NodeAttribute *attribute = find(name, AttributeType::String);
  return attribute ? attribute->s : fallback;
}

SmallVector<int64_t> NodeContext::ints(StringRef name,
                                       ArrayRef<int64_t> fallback) {
  const NodeAttribute *attribute = find(name, AttributeType::Ints);
  return SmallVector<int64_t>(attribute ? ArrayRef<int64_t>(attribute->ints)
                                        : fallback);
}

SmallVector<float> NodeContext::reals(StringRef name) {
  const NodeAttribute *attribute = find(name, AttributeType::Floats);
  return attribute ? SmallVector<float>(ArrayRef<float>(attribute->floats))
                   : SmallVector<float>();
}

std::vector<StringRef> NodeContext::strings(StringRef name) {
  const NodeAttribute *attribute = find(name, AttributeType::Strings);
  return attribute ? attribute->strings : std::vector<StringRef>();
}

const Tensor *NodeContext::tensor(StringRef name) {
  const NodeAttribute *attribute = find(name, AttributeType::Tensor);
  return attribute ? attribute->t.get() : nullptr;
}

const Graph *NodeContext::graph(StringRef name) {
  const NodeAttribute *attribute = find(name, AttributeType::Graph);
  if (!attribute || !attribute->g) {
    fail("attribute '" + name + "' is missing");
    return nullptr;
  }
  return attribute->g.get();
}

Type NodeContext::elementType(StringRef name, DataType fallback) {
  auto type = static_cast<DataType>(integer(name, int64_t(fallback)));
  Type element = elementTypeOf(type, *b.builder.getContext());
  if (element && !isNarrowType(type))
    return element;
  fail("attribute '" + name + "' names element type " + nameOf(type) +
       ", which is not supported");
  return b.builder.getF32Type();
}

int64_t NodeContext::dimension(int64_t axis, int64_t rank) {
  if (axis < -rank || axis >= rank) {
    fail("axis " + Twine(axis) + ", expected one of a tensor of rank " +
         Twine(rank));
    return 0;
  }
  return axis < 0 ? axis + rank : axis;
}

SmallVector<int64_t> NodeContext::dimensions(ArrayRef<int64_t> axes,
                                             int64_t rank) {
  SmallVector<int64_t> dims;
  for (int64_t axis : axes) {
    int64_t dim = dimension(axis, rank);
    if (b.failed())
      return {};
    if (llvm::is_contained(dims, dim)) {
      fail("axis " + Twine(axis) + " is named twice");
      return {};
    }
    dims.push_back(dim);
  }
  return dims;
}
