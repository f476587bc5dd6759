// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See GraphWriter.h.

#include "lib/Export/Onnx/GraphWriter.h"
#include "dialects/Weft/WeftOps.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace weft;
using onnx::AttributeType;
using onnx::DataType;

Layout weft::getPlainLayout(int64_t rank) {
  return llvm::to_vector<6>(llvm::seq<int64_t>(0, rank));
}

bool weft::isPlain(ArrayRef<int64_t> layout) {
  return llvm::equal(layout, llvm::seq<int64_t>(0, layout.size()));
}

Layout weft::getChannelsFirst(int64_t rank) {
  Layout layout = getPlainLayout(rank);
  std::rotate(layout.begin() + 1, layout.end() - 1, layout.end());
  return layout;
}

int64_t weft::findPlace(ArrayRef<int64_t> layout, int64_t dim) {
  return llvm::find(layout, dim) - layout.begin();
}

//===----------------------------------------------------------------------===//
// Attributes. Numbers of fields are those of onnx.proto.
//===----------------------------------------------------------------------===//

static std::string finish(StringRef name, AttributeType type,
                          const ProtoWriter &value) {
  ProtoWriter attribute;
  attribute.addBytes(1, name);
  attribute.addEncoded(value.getBytes());
  attribute.addInteger(20, int64_t(type));
  return attribute.getBytes().str();
}

NodeAttributes &NodeAttributes::integer(StringRef name, int64_t value) {
  ProtoWriter field;
  field.addInteger(3, value);
  encoded.push_back(finish(name, AttributeType::Int, field));
  return *this;
}

NodeAttributes &NodeAttributes::integers(StringRef name,
                                         ArrayRef<int64_t> values) {
  ProtoWriter field;
  for (int64_t value : values)
    field.addInteger(8, value);
  encoded.push_back(finish(name, AttributeType::Ints, field));
  return *this;
}

NodeAttributes &NodeAttributes::real(StringRef name, float value) {
  ProtoWriter field;
  field.addFloat(2, value);
  encoded.push_back(finish(name, AttributeType::Float, field));
  return *this;
}

NodeAttributes &NodeAttributes::text(StringRef name, StringRef value) {
  ProtoWriter field;
  field.addBytes(4, value);
  encoded.push_back(finish(name, AttributeType::String, field));
  return *this;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

std::string GraphWriter::makeName(const Twine &wanted) {
  std::string base = wanted.str(), name = base;
  while (!names.insert(name).second)
    name = base + "_" + std::to_string(++counters[base]);
  return name;
}

bool GraphWriter::isConstant(Value value) {
  return isa_and_nonnull<GetOp, ConstantOp>(value.getDefiningOp());
}

bool GraphWriter::isWeight(Value value) {
  while (Operation *op = value.getDefiningOp()) {
    if (isConstant(value))
      return true;
    auto dequantize = dyn_cast<DequantizeOp>(op);
    if (dequantize &&
        (!isConstant(dequantize.getScale()) ||
         (dequantize.getZeroPoint() && !isConstant(dequantize.getZeroPoint()))))
      return false;
    if (!dequantize && !isa<TransposeOp>(op))
      return false;
    value = op->getOperand(0);
  }
  return false;
}

Tensor GraphWriter::read(Value value) {
  Operation *op = value.getDefiningOp();
  FailureOr<Tensor> tensor = failure();
  if (auto get = dyn_cast<GetOp>(op)) {
    if (ParameterOp parameter = parameters.find(get.getParameter()))
      tensor = parameters.read(parameter);
  } else {
    tensor = Tensor::fromElements(cast<ConstantOp>(op).getValue());
  }
  if (succeeded(tensor))
    return *tensor;
  refuse(op, "without a value");
  return Tensor();
}

Layout GraphWriter::getLayout(Value value) const {
  auto it = places.find(value);
  return it != places.end() ? it->second.layout
                            : getPlainLayout(tensorType(value).getRank());
}

void GraphWriter::set(Value value, StringRef name, ArrayRef<int64_t> layout) {
  Layout order(layout);
  if (order.empty())
    order = getPlainLayout(tensorType(value).getRank());
  places[value] = {name.str(), order};
}

std::string GraphWriter::addInitializer(Initializer initializer,
                                        StringRef name) {
  initializer.name = makeName(name);
  StringRef key = names.find(initializer.name)->first();
  initializers.insert({key, std::move(initializer)});
  return key.str();
}

/// A weight as it is stored, in an order of its dimensions behind others of
/// size 1 (where `layout` has more), or of sizes `shape` unless that is empty.
std::string GraphWriter::addWeight(Value value, ArrayRef<int64_t> layout,
                                   ArrayRef<int64_t> shape) {
  RankedTensorType type = tensorType(value);
  Initializer made;
  made.type = findDataType(type.getElementType());
  std::string name = "constant";
  if (auto get = value.getDefiningOp<GetOp>()) {
    made.parameter = parameters.find(get.getParameter());
    name = get.getParameter().str();
  } else {
    made.value = read(value);
  }
  std::optional<Element> element = findElement(type.getElementType());
  std::optional<int64_t> count = computeNumElements(type.getShape());
  if (!element || !count || (!made.parameter && made.value.isNull())) {
    refuse(value.getDefiningOp(), "without a value");
    return "";
  }
  made.sizeBytes = uint64_t(*count) * getSizeBytes(*element);
  made.from.assign(layout.size() -
                       std::min<size_t>(layout.size(), size_t(type.getRank())),
                   1);
  llvm::append_range(made.from, type.getShape());
  for (int64_t dim : layout)
    made.dims.push_back(made.from[size_t(dim)]);
  if (!shape.empty())
    made.dims.assign(shape.begin(), shape.end());
  if (!isPlain(layout))
    made.layout.assign(layout.begin(), layout.end());
  return addInitializer(std::move(made), name);
}

std::string GraphWriter::makeWeight(Value value, ArrayRef<int64_t> layout) {
  Operation *op = value.getDefiningOp();
  if (auto dequantize = dyn_cast<DequantizeOp>(op))
    return exportDequantize(*this, dequantize, layout);
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    Layout composed;
    for (int64_t dim : layout)
      composed.push_back(transpose.getPermutation()[size_t(dim)]);
    return get(transpose.getOperand(), composed);
  }
  return addWeight(value, layout, {});
}

std::string GraphWriter::get(Value value) {
  return get(value, getPlainLayout(tensorType(value).getRank()));
}

static std::string spell(ArrayRef<int64_t> layout) {
  std::string text;
  for (int64_t dim : layout)
    text += std::to_string(dim) + ' ';
  return text;
}

std::string GraphWriter::get(Value value, ArrayRef<int64_t> layout) {
  auto it = places.find(value);
  if (it != places.end() && ArrayRef<int64_t>(it->second.layout) == layout)
    return it->second.name;
  std::string key = spell(layout);
  if (std::string &known = others[value][key]; !known.empty())
    return known;
  std::string name;
  if (isWeight(value)) {
    name = makeWeight(value, layout);
  } else if (it != places.end()) {
    Place place = it->second;
    Layout permutation;
    for (int64_t dim : layout)
      permutation.push_back(findPlace(place.layout, dim));
    name = add("Transpose", {place.name},
               NodeAttributes().integers("perm", permutation));
  }
  others[value][key] = name;
  return name;
}

std::string GraphWriter::getBroadcast(Value value, ArrayRef<int64_t> layout) {
  RankedTensorType type = tensorType(value);
  int64_t rank = layout.size(), missing = rank - type.getRank();
  bool isOne = type.hasStaticShape() && type.getNumElements() == 1;
  if (missing == 0)
    return get(value, layout);
  if (isOne || isPlain(layout))
    return get(value);
  std::string key = "broadcast " + spell(layout);
  if (std::string &known = others[value][key]; !known.empty())
    return known;
  std::string name;
  if (isConstant(value)) {
    name = addWeight(value, layout, {});
  } else {
    std::string wide =
        add("Unsqueeze", {get(value), addIntegers(getPlainLayout(missing))});
    name = add("Transpose", {wide}, NodeAttributes().integers("perm", layout));
  }
  others[value][key] = name;
  return name;
}

std::string GraphWriter::getFlat(Value value, int64_t rank) {
  RankedTensorType type = tensorType(value);
  if (type.getRank() == rank && rank == 1)
    return get(value);
  std::string key = "flat " + std::to_string(rank);
  if (std::string &known = others[value][key]; !known.empty())
    return known;
  Layout shape(size_t(rank), 1);
  shape.back() = type.getNumElements();
  std::string name = addWeight(value, getPlainLayout(type.getRank()), shape);
  others[value][key] = name;
  return name;
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

std::vector<std::string> GraphWriter::add(StringRef op,
                                          std::vector<std::string> inputs,
                                          const NodeAttributes &attributes,
                                          unsigned outputs) {
  std::vector<std::string> made;
  for (unsigned i = 0; i < outputs; ++i)
    made.push_back(makeName(op));
  nodes.push_back({op.str(), std::move(inputs), made, attributes});
  return made;
}

std::string GraphWriter::add(StringRef op, std::vector<std::string> inputs,
                             const NodeAttributes &attributes) {
  return add(op, std::move(inputs), attributes, 1).front();
}

std::string GraphWriter::addCast(StringRef name, Type from, Type to) {
  DataType type = findDataType(to);
  if (type == findDataType(from))
    return name.str();
  return add("Cast", {name.str()},
             NodeAttributes().integer("to", int64_t(type)));
}

std::string GraphWriter::addConstant(StringRef name, const Tensor &tensor) {
  Initializer made;
  made.type = findDataType(tensor.getElementType());
  made.dims.assign(tensor.getDims().begin(), tensor.getDims().end());
  made.sizeBytes = uint64_t(tensor.getSizeBytes());
  made.value = tensor;
  return addInitializer(std::move(made), name);
}

std::string GraphWriter::addIntegers(ArrayRef<int64_t> values) {
  std::string &known = integers[spell(values)];
  if (known.empty())
    known = addVector("integers", IntegerType::get(context, 64),
                      std::vector<int64_t>(values.begin(), values.end()));
  return known;
}

std::string GraphWriter::addScalar(Type type, double value) {
  Tensor tensor = *Tensor::allocate(type, {});
  visitWide(tensor.getElement(), [&](auto wide) {
    wide = decltype(wide)(value);
    store(tensor.getElement(), &wide, 1, tensor.getMutableData());
  });
  return addConstant("constant", tensor);
}

void GraphWriter::refuse(Operation *op, const Twine &why) {
  std::string text = op->getName().getStringRef().str(), reason = why.str();
  refused.insert(reason.empty() ? text : text + " " + reason);
}

//===----------------------------------------------------------------------===//
// The graph
//===----------------------------------------------------------------------===//

void GraphWriter::addInput(Value value, StringRef name) {
  std::string made = makeName(name);
  set(value, made);
  inputs.push_back({value, made});
}

void GraphWriter::reserveOutput(StringRef name) {
  outputs.push_back({Value(), makeName(name)});
}

void GraphWriter::finish(ValueRange results) {
  llvm::StringMap<std::string> renamed;
  for (auto [output, value] : llvm::zip(outputs, results)) {
    output.value = value;
    std::string name = get(value);
    bool isMade = !initializers.contains(name) &&
                  llvm::none_of(inputs, [&](const GraphValue &input) {
                    return input.name == name;
                  });
    if (isMade && renamed.try_emplace(name, output.name).second)
      continue;
    // An output that is an input, a weight, or another output.
    nodes.push_back({"Identity", {name}, {output.name}, {}});
  }
  for (GraphNode &node : nodes)
    for (std::vector<std::string> *list : {&node.inputs, &node.outputs})
      for (std::string &name : *list)
        if (auto it = renamed.find(name); it != renamed.end())
          name = it->second;
  dropUnused();
}

void GraphWriter::dropUnused() {
  llvm::StringSet<> needed;
  for (const GraphValue &output : outputs)
    needed.insert(output.name);
  std::vector<GraphNode> kept;
  for (GraphNode &node : llvm::reverse(nodes))
    if (llvm::any_of(node.outputs, [&](const std::string &name) {
          return needed.contains(name);
        })) {
      needed.insert(node.inputs.begin(), node.inputs.end());
      kept.push_back(std::move(node));
    }
  nodes.assign(std::make_move_iterator(kept.rbegin()),
               std::make_move_iterator(kept.rend()));
  initializers.remove_if(
      [&](const auto &each) { return !needed.contains(each.first); });
}
