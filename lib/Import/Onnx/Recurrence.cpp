// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LSTM, GRU and RNN: one weft.recurrence a direction.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// What differs between the three ops.
struct Cell {
  RecurrenceKind kind;
  int64_t gates;
  /// Default activations, by Weft's names.
  SmallVector<StringRef> activations;
  bool hasCellState() const { return kind == RecurrenceKind::lstm; }
};

/// A node, taken apart into its directions.
class Layer {
public:
  Layer(NodeContext &node, const Cell &cell)
      : node(node), b(node.b), cell(cell) {}
  void import();

private:
  bool read();
  bool readActivations();
  std::optional<SmallVector<Value>> importDirection(int64_t index);
  Value part(unsigned operand, int64_t direction);

  NodeContext &node;
  TensorBuilder &b;
  const Cell &cell;
  Value input;
  int64_t directions = 1;
  bool isBatchFirst = false;
  StringRef direction;
  SmallVector<StringRef> activations;
};
} // namespace

static StringRef translateActivation(StringRef name) {
  if (name.equals_insensitive("Sigmoid"))
    return "logistic";
  if (name.equals_insensitive("Tanh"))
    return "tanh";
  if (name.equals_insensitive("Relu"))
    return "relu";
  return {};
}

bool Layer::readActivations() {
  std::vector<StringRef> names = node.strings("activations");
  for (int64_t i = 0; i < directions; ++i)
    activations.append(cell.activations);
  if (names.empty())
    return true;
  if (names.size() != activations.size()) {
    node.fail(Twine(names.size()) + " activations, expected " +
              Twine(activations.size()));
    return false;
  }
  for (auto [i, name] : llvm::enumerate(names)) {
    activations[i] = translateActivation(name);
    if (activations[i].empty()) {
      node.fail("activation '" + name +
                "' is not supported; expected Sigmoid, Tanh or Relu");
      return false;
    }
  }
  return true;
}

bool Layer::read() {
  input = node.operand(0);
  if (!input || !node.operand(1) || !node.operand(2))
    return false;
  direction = node.string("direction", "forward");
  if (direction != "forward" && direction != "reverse" &&
      direction != "bidirectional") {
    node.fail("direction '" + direction +
              "', expected forward, reverse or bidirectional");
    return false;
  }
  directions = direction == "bidirectional" ? 2 : 1;
  for (unsigned i : {0, 1, 2})
    if (b.rankOf(node.operand(i)) != 3) {
      node.fail("operand " + Twine(i) + " has rank " +
                Twine(b.rankOf(node.operand(i))) + ", expected 3");
      return false;
    }
  int64_t hidden = b.sizesOf(node.operand(2))[2];
  if (node.has("hidden_size") && !ShapedType::isDynamic(hidden) &&
      node.integer("hidden_size", 0) != hidden)
    node.fail("hidden_size " + Twine(node.integer("hidden_size", 0)) +
              ", but the recurrent weights have " + Twine(hidden));
  if (ShapedType::isDynamic(hidden))
    node.fail("recurrent weights of unknown size are not supported");
  for (unsigned i : {1, 2}) {
    int64_t rows = b.sizesOf(node.operand(i))[1];
    int64_t found = b.sizesOf(node.operand(i))[0];
    if (!b.failed() && (rows != cell.gates * hidden || found != directions))
      node.fail("operand " + Twine(i) + " has " + Twine(found) +
                " directions of " + Twine(rows) + " rows, expected " +
                Twine(directions) + " of " + Twine(cell.gates * hidden));
  }
  if (node.flag("input_forget"))
    node.fail("coupled input and forget gates (input_forget) are not "
              "supported");
  isBatchFirst = node.flag("layout");
  if (!b.failed() && isBatchFirst)
    input = b.transpose(input, {1, 0, 2});
  return !b.failed() && readActivations();
}

/// One direction's slice of an operand with directions first; null if absent.
Value Layer::part(unsigned operand, int64_t direction) {
  Value all = node.optional(operand);
  if (!all)
    return {};
  if (b.rankOf(all) < 1 || b.sizesOf(all)[0] != directions)
    return b.fail("operand " + Twine(operand) + ", expected " +
                  Twine(directions) + " directions first");
  return b.squeeze(b.slice(all, {0}, {direction}, {direction + 1}), {0});
}

/// Initial states are [batch, directions, hidden] with layout 1.
static Value directionFirst(TensorBuilder &b, Value states) {
  return states && b.rankOf(states) == 3 ? b.transpose(states, {1, 0, 2})
                                         : states;
}

std::optional<SmallVector<Value>> Layer::importDirection(int64_t index) {
  Value weight = b.transpose(part(1, index), {1, 0});
  Value recurrent = b.transpose(part(2, index), {1, 0});
  Value bias, recurrentBias, state, cellState;
  if (b.failed())
    return std::nullopt;
  int64_t hidden = b.sizesOf(recurrent)[0], gates = cell.gates * hidden;
  if (Value both = part(3, index)) {
    if (b.rankOf(both) != 1 || b.sizesOf(both)[0] != 2 * gates)
      b.fail("a bias of another shape than [directions, " + Twine(2 * gates) +
             "]");
    bias = b.slice(both, {0}, {0}, {gates});
    recurrentBias = b.slice(both, {0}, {gates}, {2 * gates});
  }
  auto initial = [&](unsigned operand) {
    Value all = node.optional(operand);
    if (!isBatchFirst || !all)
      return part(operand, index);
    Value turned = directionFirst(b, all);
    return b.squeeze(b.slice(turned, {0}, {index}, {index + 1}), {0});
  };
  state = initial(5);
  Value peephole;
  if (cell.hasCellState()) {
    cellState = initial(6);
    peephole = part(7, index);
  }
  if (b.failed())
    return std::nullopt;

  Type element = b.elementOf(input);
  int64_t time = b.sizesOf(input)[0], batch = b.sizesOf(input)[1];
  auto sequence = RankedTensorType::get({time, batch, hidden}, element);
  auto last = RankedTensorType::get({batch, hidden}, element);
  SmallVector<NamedAttribute> attributes = {
      b.attribute("kind",
                  RecurrenceKindAttr::get(b.builder.getContext(), cell.kind)),
      b.attribute("activations", b.builder.getStrArrayAttr(
                                     ArrayRef<StringRef>(activations)
                                         .slice(index * cell.activations.size(),
                                                cell.activations.size()))),
      b.real("clip", node.real("clip", 0))};
  if (direction == "reverse" || index == 1)
    attributes.push_back(b.flag("reverse"));
  if (cell.kind == RecurrenceKind::gru && node.flag("linear_before_reset"))
    attributes.push_back(b.flag("linear_before_reset"));

  SmallVector<Value> operands;
  SmallVector<int32_t> segments;
  for (Value operand : {input, weight, recurrent, bias, recurrentBias, state,
                        cellState, peephole, node.optional(4)}) {
    segments.push_back(operand ? 1 : 0);
    if (operand)
      operands.push_back(operand);
  }
  attributes.push_back(b.attribute("operandSegmentSizes",
                                   b.builder.getDenseI32ArrayAttr(segments)));
  SmallVector<Type> types = {sequence, last};
  if (cell.hasCellState())
    types.push_back(last);
  auto results = b.createTyped<RecurrenceOp>(types, operands, attributes);
  if (results.empty())
    return std::nullopt;
  return results;
}

/// Y is [time, directions, batch, hidden], the states [directions, batch,
/// hidden]; with layout 1 the batch comes first.
void Layer::import() {
  if (!read())
    return;
  SmallVector<SmallVector<Value>> stacked(cell.hasCellState() ? 3 : 2);
  for (int64_t i = 0; i < directions; ++i) {
    auto results = importDirection(i);
    if (!results)
      return;
    for (auto [list, result] : llvm::zip_equal(stacked, *results))
      list.push_back(
          b.unsqueeze(result, {b.rankOf(result) == 3 ? int64_t(1) : 0}));
  }
  for (auto [i, list] : llvm::enumerate(stacked)) {
    if (!node.hasResult(i))
      continue;
    Value all = list.size() == 1 ? list[0] : b.concat(list, i == 0 ? 1 : 0);
    if (isBatchFirst)
      all =
          i == 0 ? b.transpose(all, {2, 0, 1, 3}) : b.transpose(all, {1, 0, 2});
    node.setResult(i, all);
  }
}

static void importLstm(NodeContext &node) {
  Layer(node, {RecurrenceKind::lstm, 4, {"logistic", "tanh", "tanh"}}).import();
}

static void importGru(NodeContext &node) {
  Layer(node, {RecurrenceKind::gru, 3, {"logistic", "tanh"}}).import();
}

static void importRnn(NodeContext &node) {
  Layer(node, {RecurrenceKind::rnn, 1, {"tanh"}}).import();
}

void weft::onnx::registerRecurrenceOps(OpTable &table) {
  table.add("GRU", importGru);
  table.add("LSTM", importLstm);
  table.add("RNN", importRnn);
}
