// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See GraphOrder.h. Kahn's algorithm; ready nodes are taken in the file's
// order.

#include "lib/Import/Onnx/GraphOrder.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <queue>

using namespace weft::onnx;
using llvm::StringRef;

using Names = llvm::SmallVector<StringRef>;

static void collectUses(const Node &node, Names &uses);

/// Names that a graph takes from around it.
static void collectFreeNames(const Graph &graph, Names &names) {
  llvm::StringSet<> own;
  for (const ValueInfo &input : graph.inputs)
    own.insert(input.name);
  for (const Tensor &initializer : graph.initializers)
    own.insert(initializer.name);
  for (const Node &node : graph.nodes)
    for (StringRef output : node.outputs)
      own.insert(output);
  Names uses;
  for (const Node &node : graph.nodes)
    collectUses(node, uses);
  for (const ValueInfo &output : graph.outputs)
    uses.push_back(output.name);
  for (StringRef name : uses)
    if (!own.contains(name))
      names.push_back(name);
}

static void collectUses(const Node &node, Names &uses) {
  for (StringRef input : node.inputs)
    if (!input.empty())
      uses.push_back(input);
  for (const NodeAttribute &attribute : node.attributes)
    if (attribute.g)
      collectFreeNames(*attribute.g, uses);
}

std::string weft::onnx::describe(const Node &node) {
  if (!node.name.empty())
    return ("node '" + node.name + "' (" + node.op + ")").str();
  for (StringRef output : node.outputs)
    if (!output.empty())
      return ("node of '" + output + "' (" + node.op + ")").str();
  return ("node without name (" + node.op + ")").str();
}

namespace {
/// The nodes of one graph with who waits for whom.
class Dependencies {
public:
  explicit Dependencies(llvm::ArrayRef<Node> nodes)
      : nodes(nodes), waitsFor(nodes.size()), neededBy(nodes.size()) {}

  /// False if a value is made twice or not at all.
  bool build(llvm::function_ref<bool(StringRef)> isDefined, NodeOrder &result);
  void sort(NodeOrder &result);

private:
  std::string describeCycle(llvm::ArrayRef<unsigned> cycle) const;

  llvm::ArrayRef<Node> nodes;
  /// For each node the others that make its operands, repeated as used.
  std::vector<llvm::SmallVector<unsigned, 2>> waitsFor, neededBy;
};
} // namespace

bool Dependencies::build(llvm::function_ref<bool(StringRef)> isDefined,
                         NodeOrder &result) {
  llvm::StringMap<unsigned> makers;
  for (auto [index, node] : llvm::enumerate(nodes))
    for (StringRef output : node.outputs)
      if (!output.empty() && !makers.try_emplace(output, index).second) {
        result.faultyNode = &node;
        result.fault = ("value '" + output + "' is made a second time; " +
                        describe(nodes[makers[output]]) + " makes it too")
                           .str();
        return false;
      }
  for (auto [index, node] : llvm::enumerate(nodes)) {
    Names uses;
    collectUses(node, uses);
    for (StringRef use : uses) {
      auto maker = makers.find(use);
      if (maker != makers.end()) {
        waitsFor[index].push_back(maker->second);
        neededBy[maker->second].push_back(index);
      } else if (!isDefined(use)) {
        result.faultyNode = &node;
        result.fault =
            ("value '" + use +
             "' is not defined: no input, initializer or node makes it")
                .str();
        return false;
      }
    }
  }
  return true;
}

void Dependencies::sort(NodeOrder &result) {
  std::vector<size_t> missing(nodes.size());
  std::priority_queue<unsigned, std::vector<unsigned>, std::greater<>> ready;
  for (unsigned index = 0; index < nodes.size(); ++index) {
    missing[index] = waitsFor[index].size();
    if (missing[index] == 0)
      ready.push(index);
  }
  while (!ready.empty()) {
    unsigned index = ready.top();
    ready.pop();
    result.nodes.push_back(&nodes[index]);
    for (unsigned user : neededBy[index])
      if (--missing[user] == 0)
        ready.push(user);
  }
  if (result.nodes.size() == nodes.size())
    return;
  // Every node that still waits, waits for another one: going back from any of
  // them leads into a cycle.
  unsigned at =
      llvm::find_if(missing, [](size_t n) { return n > 0; }) - missing.begin();
  llvm::SmallVector<unsigned> path;
  while (!llvm::is_contained(path, at)) {
    path.push_back(at);
    at = *llvm::find_if(waitsFor[at],
                        [&](unsigned maker) { return missing[maker] > 0; });
  }
  path.erase(path.begin(), llvm::find(path, at));
  result.faultyNode = &nodes[at];
  result.fault = describeCycle(path);
}

std::string Dependencies::describeCycle(llvm::ArrayRef<unsigned> cycle) const {
  constexpr size_t maxNamed = 16;
  std::string text = "the graph has a cycle:";
  for (unsigned index : cycle.take_front(maxNamed))
    text += " " + describe(nodes[index]) + " needs";
  if (cycle.size() > maxNamed)
    text += " " + std::to_string(cycle.size() - maxNamed) + " more, then";
  return text + " the first again";
}

NodeOrder
weft::onnx::orderNodes(llvm::ArrayRef<Node> nodes,
                       llvm::function_ref<bool(StringRef)> isDefined) {
  NodeOrder result;
  Dependencies dependencies(nodes);
  if (dependencies.build(isDefined, result))
    dependencies.sort(result);
  return result;
}
