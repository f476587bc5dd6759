// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ModelImporter.h.

#include "lib/Import/Onnx/ModelImporter.h"
#include "lib/Import/Onnx/GraphOrder.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Calls of functions that are open at a time.
static constexpr unsigned maxCallDepth = 64;
/// Nodes after the expansion of functions: these can double at every level, so
/// that a small file would fill any memory.
static constexpr size_t maxNodes = size_t(1) << 20;

ModelImporter::ModelImporter(const Model &model, const OpTable &table,
                             const FunctionTable &functions, ModuleOp module,
                             ParameterImporter &parameters,
                             const OnnxImportOptions &options)
    : model(model), table(table), functions(functions), module(module),
      parameters(parameters), options(options), builder(module.getContext()),
      b(builder) {
  b.loc = module.getLoc();
}

//===----------------------------------------------------------------------===//
// The function
//===----------------------------------------------------------------------===//

RankedTensorType ModelImporter::inputType(const ValueInfo &input) {
  auto refuse = [&](const Twine &why) {
    b.fail("input '" + input.name + "': " + why);
    return RankedTensorType();
  };
  if (input.kind != ValueInfo::Kind::Tensor)
    return refuse("not a tensor; sequences, maps and optional values are not "
                  "supported");
  Type element = elementTypeOf(input.type, *builder.getContext());
  if (!element || isNarrowType(input.type))
    return refuse("element type " + nameOf(input.type) + " is not supported");
  if (!input.hasShape)
    return refuse("its rank is not known; give the model a shape, with unknown "
                  "dimensions where they vary");
  SmallVector<int64_t> sizes;
  int64_t elements = 1;
  for (const Dim &dim : input.dims) {
    int64_t size = dim.kind == Dim::Kind::Value ? dim.value : 0;
    if (dim.kind == Dim::Kind::Name)
      size = options.dims.lookup(dim.name);
    // Exporters write 0 for a dimension that they do not know.
    sizes.push_back(size == 0 ? ShapedType::kDynamic : size);
    if (size < 0 ||
        llvm::MulOverflow(elements, std::max<int64_t>(size, 1), elements) ||
        elements > (int64_t(1) << 58))
      return refuse("impossible dimension " + Twine(size));
  }
  return RankedTensorType::get(sizes, element);
}

static DictionaryAttr describe(OpBuilder &builder, StringRef name,
                               ArrayRef<Dim> dims, RankedTensorType type,
                               StringRef state) {
  SmallVector<NamedAttribute> attributes = {
      builder.getNamedAttr("weft.name", builder.getStringAttr(name))};
  SmallVector<StringRef> names(type.getRank());
  for (auto [i, dim] : llvm::enumerate(dims.take_front(names.size())))
    if (type.isDynamicDim(i) && dim.kind == Dim::Kind::Name)
      names[i] = dim.name;
  if (llvm::any_of(names, [](StringRef n) { return !n.empty(); }))
    attributes.push_back(
        builder.getNamedAttr("weft.dims", builder.getStrArrayAttr(names)));
  if (!state.empty())
    attributes.push_back(
        builder.getNamedAttr("weft.state", builder.getStringAttr(state)));
  return builder.getDictionaryAttr(attributes);
}

DictionaryAttr ModelImporter::describeInput(const ValueInfo &input) {
  StringRef state;
  for (const OnnxState &candidate : options.states)
    if (candidate.input == input.name)
      state = candidate.name;
  return ::describe(builder, input.name, input.dims, inputType(input), state);
}

DictionaryAttr ModelImporter::describeOutput(const ValueInfo &output,
                                             RankedTensorType type) {
  StringRef state;
  for (const OnnxState &candidate : options.states)
    if (candidate.output == output.name)
      state = candidate.name;
  return ::describe(builder, output.name, output.dims, type, state);
}

LogicalResult ModelImporter::checkStates() {
  auto has = [](ArrayRef<ValueInfo> infos, StringRef name) {
    return llvm::any_of(infos,
                        [&](const ValueInfo &i) { return i.name == name; });
  };
  for (const OnnxState &state : options.states) {
    if (!has(model.graph.inputs, state.input))
      b.fail("state '" + state.name + "' names input '" + state.input +
             "', which the model does not have");
    if (!has(model.graph.outputs, state.output))
      b.fail("state '" + state.name + "' names output '" + state.output +
             "', which the model does not have");
  }
  return failure(b.failed());
}

LogicalResult ModelImporter::checkDims() {
  std::set<std::string> known;
  for (const ValueInfo &input : model.graph.inputs)
    for (const Dim &dim : input.dims)
      if (dim.kind == Dim::Kind::Name)
        known.insert(dim.name.str());
  for (const auto &wanted : options.dims)
    if (!known.count(wanted.first().str()))
      b.fail("expected a dimension named '" + wanted.first() +
             "'; the model has " +
             (known.empty() ? "none" : "'" + llvm::join(known, "', '") + "'"));
  return failure(b.failed());
}

LogicalResult ModelImporter::run() {
  Frame frame;
  frame.opsets = model.opsets;
  Scope scope{frame};
  currentScope = &scope;
  if (failed(checkStates()) || failed(checkDims()) ||
      failed(declare(model.graph, scope)))
    return failure();

  // An input with an initializer is a constant that callers could replace.
  SmallVector<const ValueInfo *> inputs;
  SmallVector<Type> types;
  for (const ValueInfo &input : model.graph.inputs)
    if (!scope.initializers.count(input.name)) {
      inputs.push_back(&input);
      types.push_back(inputType(input));
      if (!types.back())
        return failure();
    }
  if (model.graph.outputs.empty()) {
    b.fail("the graph has no outputs");
    return failure();
  }

  builder.setInsertionPointToEnd(module.getBody());
  auto func = FuncOp::create(builder, module.getLoc(), options.functionName,
                             builder.getFunctionType(types, {}));
  SmallVector<Location> locs(types.size(), module.getLoc());
  Block *body = builder.createBlock(&func.getBody(), {}, types, locs);
  SmallVector<mlir::Attribute> argAttributes;
  for (auto [input, value] : llvm::zip_equal(inputs, body->getArguments())) {
    argAttributes.push_back(describeInput(*input));
    if (!scope.values.try_emplace(input->name, value).second) {
      b.fail("input '" + input->name + "' is there twice");
      return failure();
    }
  }
  if (failed(importNodes(model.graph.nodes, scope)))
    return failure();
  auto results = lookupOutputs(model.graph.outputs, scope);
  if (failed(results))
    return failure();

  ReturnOp::create(builder, module.getLoc(), *results);
  SmallVector<Type> resultTypes(ValueRange(*results).getTypes());
  SmallVector<mlir::Attribute> resultAttributes;
  for (auto [output, value] : llvm::zip_equal(model.graph.outputs, *results))
    resultAttributes.push_back(describeOutput(output, b.typeOf(value)));
  func.setFunctionType(builder.getFunctionType(types, resultTypes));
  func.setArgAttrsAttr(builder.getArrayAttr(argAttributes));
  func.setResAttrsAttr(builder.getArrayAttr(resultAttributes));
  // Parameters come first in the module.
  if (&module.getBody()->back() != func)
    func->moveAfter(&module.getBody()->back());
  return success();
}

//===----------------------------------------------------------------------===//
// Graphs
//===----------------------------------------------------------------------===//

LogicalResult ModelImporter::declare(const Graph &graph, Scope &scope) {
  if (graph.hasSparseInitializer)
    b.fail("graph '" + graph.name +
           "' has sparse initializers, which are not "
           "supported");
  for (const Tensor &initializer : graph.initializers)
    if (!scope.initializers.try_emplace(initializer.name, &initializer).second)
      b.fail("initializer '" + initializer.name + "' is there twice");
  for (const ValueInfo &info : graph.values)
    scope.declared[info.name] = &info;
  for (const ValueInfo &info : graph.outputs)
    scope.declared[info.name] = &info;
  return failure(b.failed());
}

LogicalResult ModelImporter::importNodes(ArrayRef<Node> nodes, Scope &scope) {
  NodeOrder order =
      orderNodes(nodes, [&](StringRef name) { return isDefined(name, scope); });
  Location outer = b.loc;
  if (order.faultyNode) {
    b.loc = locationOf(*order.faultyNode, scope.frame, outer);
    currentNode = order.faultyNode;
    b.fail(order.fault);
    return failure();
  }
  Scope *outerScope = std::exchange(currentScope, &scope);
  for (const Node *node : order.nodes) {
    const Node *outerNode = std::exchange(currentNode, node);
    b.loc = locationOf(*node, scope.frame, outer);
    importNode(*node, scope);
    if (b.failed())
      return failure();
    currentNode = outerNode;
    b.loc = outer;
  }
  currentScope = outerScope;
  return success();
}

FailureOr<SmallVector<Value>> ModelImporter::importSubgraph(const Graph &graph,
                                                            ValueRange inputs) {
  Scope scope{currentScope->frame, currentScope};
  if (graph.inputs.size() != inputs.size()) {
    b.fail("subgraph '" + graph.name + "' has " + Twine(graph.inputs.size()) +
           " inputs, expected " + Twine(inputs.size()));
    return failure();
  }
  if (failed(declare(graph, scope)))
    return failure();
  for (auto [input, value] : llvm::zip_equal(graph.inputs, inputs)) {
    if (input.kind == ValueInfo::Kind::Tensor && !agrees(input, value))
      return failure();
    scope.values[input.name] = value;
  }
  if (failed(importNodes(graph.nodes, scope)))
    return failure();
  return lookupOutputs(graph.outputs, scope);
}

FailureOr<SmallVector<Value>>
ModelImporter::lookupOutputs(ArrayRef<ValueInfo> outputs, Scope &scope) {
  SmallVector<Value> values;
  for (const ValueInfo &output : outputs) {
    if (!isDefined(output.name, scope)) {
      b.fail("output '" + output.name + "' is not defined: no node makes it");
      return failure();
    }
    values.push_back(lookup(output.name, scope));
    if (b.failed())
      return failure();
  }
  return values;
}

bool ModelImporter::isDefined(StringRef name, const Scope &scope) const {
  for (const Scope *at = &scope; at; at = at->parent)
    if (at->values.count(name) || at->initializers.count(name))
      return true;
  return false;
}

Value ModelImporter::lookup(StringRef name, Scope &scope) {
  for (Scope *at = &scope; at; at = at->parent) {
    if (auto value = at->values.find(name); value != at->values.end())
      return value->second;
    if (auto tensor = at->initializers.find(name);
        tensor != at->initializers.end())
      return parameters.import(b, *tensor->second, name);
  }
  return b.fail("value '" + name + "' is not defined");
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

Location ModelImporter::locationOf(const Node &node, const Frame &frame,
                                   Location outer) {
  StringRef name = node.name;
  for (StringRef output : node.outputs)
    if (name.empty())
      name = output;
  Location inner = NameLoc::get(
      builder.getStringAttr(name.empty() ? node.op : name), module.getLoc());
  return frame.call ? Location(CallSiteLoc::get(inner, outer)) : inner;
}

void ModelImporter::importNode(const Node &node, Scope &scope) {
  if (++importedNodes > maxNodes) {
    b.fail("the model's functions expand to more than " + Twine(maxNodes) +
           " nodes");
    return;
  }
  SmallVector<Value> operands;
  for (StringRef input : node.inputs) {
    operands.push_back(input.empty() ? Value() : lookup(input, scope));
    if (b.failed())
      return;
  }
  if (ImportFn import = table.find(node.domain, node.op))
    return importOp(node, import, operands, scope);
  if (const Function *function = functions.find(node))
    return importCall(node, *function, operands, scope);
  b.fail("unsupported op");
}

void ModelImporter::importOp(const Node &node, ImportFn import,
                             ArrayRef<Value> operands, Scope &scope) {
  int64_t opset = 0;
  for (const OpsetImport &candidate : scope.frame.opsets)
    if (candidate.domain == node.domain)
      opset = candidate.version;
  if (opset == 0) {
    b.fail("the model does not import an opset of domain '" +
           (node.domain.empty() ? "ai.onnx" : node.domain) + "'");
    return;
  }
  auto resolveHere = [&](const NodeAttribute &attribute) {
    return resolve(attribute, scope.frame);
  };
  NodeContext context(*this, b, node, operands, opset, resolveHere);
  import(context);
  if (!b.failed())
    setResults(node, context.getResults(), scope);
}

void ModelImporter::importCall(const Node &node, const Function &function,
                               ArrayRef<Value> operands, Scope &scope) {
  Frame frame{function.opsets, &function, &node, &scope.frame,
              scope.frame.depth + 1};
  for (const Frame *at = &scope.frame; at; at = at->caller)
    if (at->function == &function) {
      b.fail("function '" + function.name + "' calls itself");
      return;
    }
  if (frame.depth > maxCallDepth) {
    b.fail("functions call each other more than " + Twine(maxCallDepth) +
           " deep");
    return;
  }
  if (operands.size() > function.inputs.size()) {
    b.fail(Twine(operands.size()) + " operands, expected at most " +
           Twine(function.inputs.size()) + " as function '" + function.name +
           "' has");
    return;
  }
  Scope inner{frame};
  // Operands that the call leaves out are absent inside, too.
  for (auto [i, name] : llvm::enumerate(function.inputs))
    inner.values[name] = i < operands.size() ? operands[i] : Value();
  if (failed(importNodes(function.nodes, inner)))
    return;
  SmallVector<Value> results;
  for (StringRef output : function.outputs)
    results.push_back(lookup(output, inner));
  results.resize(node.outputs.size());
  if (!b.failed())
    setResults(node, results, scope);
}

void ModelImporter::setResults(const Node &node, ArrayRef<Value> results,
                               Scope &scope) {
  for (auto [name, value] : llvm::zip_equal(node.outputs, results)) {
    if (name.empty())
      continue;
    if (!value) {
      b.fail("result '" + name + "' is not supported");
      return;
    }
    if (const ValueInfo *declared = scope.declared.lookup(name))
      if (!agrees(*declared, value))
        return;
    if (scope.initializers.count(name) ||
        !scope.values.try_emplace(name, value).second) {
      b.fail("value '" + name +
             "' is there already, as an input or initializer");
      return;
    }
  }
}

/// Whether what the file says about a value fits what has been inferred.
bool ModelImporter::agrees(const ValueInfo &declared, Value value) {
  if (declared.kind != ValueInfo::Kind::Tensor)
    return true;
  RankedTensorType type = b.typeOf(value);
  Type element = elementTypeOf(declared.type, *builder.getContext());
  bool isContradiction = element && element != type.getElementType();
  if (declared.hasShape) {
    isContradiction |= int64_t(declared.dims.size()) != type.getRank();
    for (auto [i, dim] : llvm::enumerate(declared.dims))
      // A stated 0 is an unknown dimension, as in inputType.
      if (!isContradiction && dim.kind == Dim::Kind::Value && dim.value != 0 &&
          !type.isDynamicDim(i) && type.getDimSize(i) != dim.value)
        isContradiction = true;
  }
  if (!isContradiction)
    return true;
  std::string found, stated = nameOf(declared.type);
  llvm::raw_string_ostream(found) << type;
  if (declared.hasShape) {
    stated += " [";
    for (auto [i, dim] : llvm::enumerate(declared.dims)) {
      stated += i ? ", " : "";
      stated += dim.kind == Dim::Kind::Value  ? std::to_string(dim.value)
                : dim.kind == Dim::Kind::Name ? dim.name.str()
                                              : "?";
    }
    stated += "]";
  }
  b.fail("the model states that '" + declared.name + "' is " + stated +
         ", but it is " + found);
  return false;
}

const NodeAttribute *ModelImporter::resolve(const NodeAttribute &attribute,
                                            const Frame &frame) {
  if (attribute.reference.empty())
    return &attribute;
  if (!frame.call) {
    b.fail("attribute '" + attribute.name + "' refers to '" +
           attribute.reference + "' of a function, but the node is in none");
    return nullptr;
  }
  for (const NodeAttribute &given : frame.call->attributes)
    if (given.name == attribute.reference)
      return resolve(given, *frame.caller);
  for (const NodeAttribute &given : frame.function->attributeDefaults)
    if (given.name == attribute.reference && given.reference.empty())
      return &given;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

Value ModelImporter::importTensor(const Tensor &tensor, StringRef name) {
  return parameters.import(b, tensor, name);
}

DataType ModelImporter::dataTypeOf(StringRef value) const {
  for (const Scope *at = currentScope; at; at = at->parent) {
    if (const Tensor *tensor = at->initializers.lookup(value))
      return tensor->type;
    if (const ValueInfo *info = at->declared.lookup(value))
      return info->type;
  }
  return DataType::Undefined;
}

void ModelImporter::setNotTrainable(Value value) {
  if (auto get = value ? value.getDefiningOp<GetOp>() : nullptr)
    if (auto parameter = module.lookupSymbol<ParameterOp>(get.getParameter()))
      parameter.setTrainable(false);
}
