// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// If, Loop and Scan. Subgraphs become regions; a branch that is known while
// importing is imported alone, because the other one may not even have a type.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// The most that two types have in common: dimensions that differ are dynamic.
/// Null if element type or rank differ.
static RankedTensorType joinTypes(RankedTensorType a, RankedTensorType b) {
  if (a.getElementType() != b.getElementType() || a.getRank() != b.getRank())
    return {};
  SmallVector<int64_t> sizes(a.getShape());
  for (auto [size, other] : llvm::zip_equal(sizes, b.getShape()))
    if (size != other)
      size = ShapedType::kDynamic;
  return RankedTensorType::get(sizes, a.getElementType());
}

/// Truth values and counts may come as lists of one.
static Value asScalar(TensorBuilder &b, Value value) {
  return value && b.rankOf(value) != 0 ? b.reshape(value, ArrayRef<int64_t>())
                                       : value;
}

static std::string textOf(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

namespace {
/// Regions that are imported before the types of their op are known. An op in
/// place holds them meanwhile: what is inside is verified against what is
/// around it.
class PendingRegions {
public:
  PendingRegions(TensorBuilder &b, StringRef op, unsigned count) {
    OperationState state(b.loc, op);
    for (unsigned i = 0; i < count; ++i)
      state.addRegion();
    holder = b.builder.create(state);
  }
  PendingRegions(const PendingRegions &) = delete;
  ~PendingRegions() { holder->erase(); }

  Region &operator[](unsigned index) { return holder->getRegion(index); }

private:
  Operation *holder;
};
} // namespace

//===----------------------------------------------------------------------===//
// If
//===----------------------------------------------------------------------===//

/// Imports a branch into a region of its own.
static FailureOr<SmallVector<Value>>
importBranch(NodeContext &node, const Graph &graph, Region &region) {
  OpBuilder::InsertionGuard guard(node.b.builder);
  node.b.builder.createBlock(&region);
  auto values = node.importer.importSubgraph(graph, {});
  if (succeeded(values))
    YieldOp::create(node.b.builder, node.b.loc, *values);
  return values;
}

static void importKnownIf(NodeContext &node, const Graph &taken) {
  auto values = node.importer.importSubgraph(taken, {});
  if (failed(values))
    return;
  if (values->size() != node.node.outputs.size())
    return (void)node.fail("the branch has " + Twine(values->size()) +
                           " outputs, expected " +
                           Twine(node.node.outputs.size()));
  for (auto [i, value] : llvm::enumerate(*values))
    node.setResult(i, value);
}

/// Whether a branch does nothing but squeeze, as exporters write a squeeze of a
/// dimension that may or may not have size 1.
static bool isSqueeze(const Graph &graph) {
  return llvm::any_of(graph.nodes,
                      [](const Node &n) { return n.op == "Squeeze"; }) &&
         llvm::all_of(graph.nodes, [](const Node &n) {
           return n.op == "Squeeze" || n.op == "Constant";
         });
}

/// The other half of that idiom.
static bool isIdentity(const Graph &graph) {
  return graph.nodes.size() == 1 && graph.nodes.front().op == "Identity";
}

static void importIf(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value condition = asScalar(b, node.operand(0));
  const Graph *thenGraph = node.graph("then_branch");
  const Graph *elseGraph = node.graph("else_branch");
  if (b.failed())
    return;
  if (auto known = matchConstantInts(condition))
    return importKnownIf(node, known->front() ? *thenGraph : *elseGraph);

  // The rank of the result would depend on the inputs. What follows is made for
  // the squeezed value; a size other than 1 is a run-time error of the squeeze.
  if (isSqueeze(*thenGraph) && isIdentity(*elseGraph))
    return importKnownIf(node, *thenGraph);

  PendingRegions regions(b, IfOp::getOperationName(), 2);
  auto thenValues = importBranch(node, *thenGraph, regions[0]);
  if (failed(thenValues))
    return;
  auto elseValues = importBranch(node, *elseGraph, regions[1]);
  if (failed(elseValues))
    return;
  size_t count = node.node.outputs.size();
  if (thenValues->size() != count || elseValues->size() != count)
    return (void)node.fail("the branches have " + Twine(thenValues->size()) +
                           " and " + Twine(elseValues->size()) +
                           " outputs, expected " + Twine(count));
  SmallVector<Type> types;
  for (auto [one, other] : llvm::zip_equal(*thenValues, *elseValues)) {
    types.push_back(joinTypes(b.typeOf(one), b.typeOf(other)));
    if (!types.back())
      return (void)node.fail(
          "the branches give " + textOf(one.getType()) + " and " +
          textOf(other.getType()) +
          "; one rank and element type are expected, or a condition that does "
          "not depend on the inputs");
  }
  OperationState state(b.loc, IfOp::getOperationName());
  state.addOperands(condition);
  state.addTypes(types);
  state.addRegion()->takeBody(regions[0]);
  state.addRegion()->takeBody(regions[1]);
  for (auto [i, value] : llvm::enumerate(b.finish(b.builder.create(state))))
    node.setResult(i, value);
}

//===----------------------------------------------------------------------===//
// Loop
//===----------------------------------------------------------------------===//

namespace {
/// A weft.loop whose body is imported until the types of its carried values are
/// those that they have after any number of repetitions.
class LoopImport {
public:
  using Body = llvm::function_ref<FailureOr<SmallVector<Value>>(
      Value index, ValueRange carried)>;

  LoopImport(NodeContext &node, Value trips, Value condition,
             ArrayRef<Value> inits)
      : node(node), b(node.b), trips(trips), condition(condition),
        inits(inits) {}

  /// `body` gives the condition, the carried values and the values to stack.
  /// Gives the op's results, none after an error.
  SmallVector<Value> run(Body body);

private:
  /// Whether the carried types stayed; else they have been widened.
  FailureOr<bool> importBody(Body body, SmallVectorImpl<Type> &types,
                             Region &region, SmallVectorImpl<Value> &yielded);
  SmallVector<Value> make(ArrayRef<Type> types, Region &region,
                          ArrayRef<Value> yielded);

  NodeContext &node;
  TensorBuilder &b;
  Value trips, condition;
  ArrayRef<Value> inits;
};
} // namespace

FailureOr<bool> LoopImport::importBody(Body body, SmallVectorImpl<Type> &types,
                                       Region &region,
                                       SmallVectorImpl<Value> &yielded) {
  OpBuilder::InsertionGuard guard(b.builder);
  SmallVector<Type> arguments = {
      RankedTensorType::get({}, b.builder.getI64Type())};
  arguments.append(types.begin(), types.end());
  SmallVector<Location> locs(arguments.size(), b.loc);
  Block *block = b.builder.createBlock(&region, {}, arguments, locs);
  auto values = body(block->getArgument(0), block->getArguments().drop_front());
  if (failed(values))
    return failure();
  if (values->size() < types.size() + 1) {
    node.fail("the body gives " + Twine(values->size()) +
              " values, expected a condition and " + Twine(types.size()) +
              " carried values");
    return failure();
  }
  yielded.assign(values->begin(), values->end());
  YieldOp::create(b.builder, b.loc, yielded);

  bool isStable = true;
  for (auto [type, value] :
       llvm::zip(types, ArrayRef<Value>(yielded).drop_front())) {
    auto joined = joinTypes(cast<RankedTensorType>(type), b.typeOf(value));
    if (!joined) {
      node.fail("a carried value of type " + textOf(type) + " becomes " +
                textOf(value.getType()) +
                "; its rank and element type must stay");
      return failure();
    }
    isStable &= joined == type;
    type = joined;
  }
  return isStable;
}

SmallVector<Value> LoopImport::run(Body body) {
  if (b.failed())
    return {};
  SmallVector<Type> types(ValueRange(inits).getTypes());
  // Each round makes a static dimension dynamic, so this ends.
  while (true) {
    PendingRegions regions(b, LoopOp::getOperationName(), 1);
    SmallVector<Value> yielded;
    FailureOr<bool> isStable = importBody(body, types, regions[0], yielded);
    if (failed(isStable))
      return {};
    if (*isStable)
      return make(types, regions[0], yielded);
  }
}

SmallVector<Value> LoopImport::make(ArrayRef<Type> types, Region &region,
                                    ArrayRef<Value> yielded) {
  // The number of repetitions is known where nothing can end the loop early.
  auto goesOn = [](Value value) {
    auto known = matchConstantInts(value);
    return known && known->front() != 0;
  };
  int64_t repetitions = ShapedType::kDynamic;
  if ((!condition || goesOn(condition)) && goesOn(yielded.front()))
    if (auto known = matchConstantInts(trips))
      repetitions = std::max<int64_t>(known->front(), 0);

  SmallVector<Type> results(types);
  for (Value each : yielded.drop_front(types.size() + 1)) {
    SmallVector<int64_t> sizes = {repetitions};
    sizes.append(b.sizesOf(each).begin(), b.sizesOf(each).end());
    results.push_back(RankedTensorType::get(sizes, b.elementOf(each)));
  }
  OperationState state(b.loc, LoopOp::getOperationName());
  for (Value operand : {trips, condition})
    if (operand)
      state.addOperands(operand);
  state.addOperands(inits);
  state.addTypes(results);
  state.getOrAddProperties<LoopOp::Properties>().operandSegmentSizes = {
      trips ? 1 : 0, condition ? 1 : 0, int32_t(inits.size())};
  state.addRegion()->takeBody(region);
  return b.finish(b.builder.create(state));
}

/// Without a condition operand the loop runs all its trips, whatever the body
/// says about going on.
static void importLoop(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value trips = asScalar(b, node.optional(0));
  Value condition = asScalar(b, node.optional(1));
  const Graph *graph = node.graph("body");
  SmallVector<Value> inits;
  for (unsigned i = 2; i < node.operandCount(); ++i)
    inits.push_back(node.operand(i));
  if (b.failed())
    return;

  LoopImport loop(node, trips, condition, inits);
  auto body = [&](Value index,
                  ValueRange carried) -> FailureOr<SmallVector<Value>> {
    Value goesOn = b.scalar(1, b.builder.getI1Type());
    SmallVector<Value> inputs = {index, goesOn};
    inputs.append(carried.begin(), carried.end());
    auto values = node.importer.importSubgraph(*graph, inputs);
    if (succeeded(values) && !values->empty())
      values->front() = condition ? asScalar(b, values->front()) : goesOn;
    return values;
  };
  for (auto [i, value] : llvm::enumerate(loop.run(body)))
    node.setResult(i, value);
}

//===----------------------------------------------------------------------===//
// Scan
//===----------------------------------------------------------------------===//

/// One value of a list attribute that is all zeros where absent.
static int64_t entryOf(NodeContext &node, ArrayRef<int64_t> list, size_t index,
                       StringRef name) {
  if (list.empty())
    return 0;
  if (index < list.size())
    return list[index];
  node.fail("attribute '" + name + "' has " + Twine(list.size()) +
            " values, expected one for each scanned value");
  return 0;
}

/// Stacked values to the axis and direction that the node asks for.
static Value arrangeStack(NodeContext &node, Value stack, int64_t axis,
                          bool isReversed) {
  TensorBuilder &b = node.b;
  if (isReversed)
    stack =
        b.slice(stack, {0}, {-1}, {std::numeric_limits<int64_t>::min()}, {-1});
  int64_t rank = b.rankOf(stack);
  SmallVector<int64_t> permutation;
  for (int64_t i = 1; i < rank; ++i)
    permutation.push_back(i);
  permutation.insert(permutation.begin() + node.dimension(axis, rank), 0);
  return b.transpose(stack, permutation);
}

/// A loop over the slices of the scanned operands.
static void importScan(NodeContext &node) {
  TensorBuilder &b = node.b;
  if (node.opset < 9)
    return (void)node.fail("Scan of opset 8 is not supported; convert the "
                           "model to opset 9 or newer");
  const Graph *graph = node.graph("body");
  int64_t scanned = node.requiredInteger("num_scan_inputs");
  int64_t operands = node.operandCount();
  if (scanned < 1 || scanned > operands)
    node.fail("num_scan_inputs " + Twine(scanned) + ", expected 1 to " +
              Twine(operands));
  if (b.failed() || node.variadic().empty())
    return;
  ArrayRef<Value> inits = node.variadic().drop_back(scanned);
  ArrayRef<Value> sources = node.variadic().take_back(scanned);
  auto axes = node.ints("scan_input_axes");
  auto reversed = node.ints("scan_input_directions");
  SmallVector<int64_t> dims;
  for (auto [i, source] : llvm::enumerate(sources))
    dims.push_back(node.dimension(entryOf(node, axes, i, "scan_input_axes"),
                                  b.rankOf(source)));
  Value trips = b.failed() ? Value() : b.dim(sources[0], dims[0]);

  LoopImport loop(node, trips, {}, inits);
  auto body = [&](Value index,
                  ValueRange carried) -> FailureOr<SmallVector<Value>> {
    SmallVector<Value> inputs(carried);
    Value back = b.sub(b.sub(trips, b.count(1)), index);
    for (auto [i, source] : llvm::enumerate(sources)) {
      bool isBack = entryOf(node, reversed, i, "scan_input_directions") != 0;
      inputs.push_back(b.gather(source, isBack ? back : index, dims[i]));
    }
    if (b.failed())
      return failure();
    auto values = node.importer.importSubgraph(*graph, inputs);
    if (succeeded(values))
      values->insert(values->begin(), b.scalar(1, b.builder.getI1Type()));
    return values;
  };
  SmallVector<Value> results = loop.run(body);
  auto outAxes = node.ints("scan_output_axes");
  auto outReversed = node.ints("scan_output_directions");
  for (auto [i, value] : llvm::enumerate(results)) {
    if (i < inits.size()) {
      node.setResult(i, value);
      continue;
    }
    size_t at = i - inits.size();
    node.setResult(
        i, arrangeStack(
               node, value, entryOf(node, outAxes, at, "scan_output_axes"),
               entryOf(node, outReversed, at, "scan_output_directions") != 0));
  }
}

void weft::onnx::registerControlFlowOps(OpTable &table) {
  table.add("If", importIf);
  table.add("Loop", importLoop);
  table.add("Scan", importScan);
}
