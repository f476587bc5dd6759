// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Onnx/GraphOrder.h"
#include "gtest/gtest.h"

using namespace weft::onnx;

static Node makeNode(llvm::StringRef name,
                     std::initializer_list<llvm::StringRef> inputs,
                     std::initializer_list<llvm::StringRef> outputs) {
  Node node;
  node.name = name;
  node.op = "Op";
  node.inputs = inputs;
  node.outputs = outputs;
  return node;
}

static bool isInput(llvm::StringRef name) { return name == "x"; }

static std::vector<llvm::StringRef> namesOf(const NodeOrder &order) {
  std::vector<llvm::StringRef> names;
  for (const Node *node : order.nodes)
    names.push_back(node->name);
  return names;
}

TEST(GraphOrder, KeepsAnOrderThatHolds) {
  std::vector<Node> nodes;
  nodes.push_back(makeNode("a", {"x"}, {"1"}));
  nodes.push_back(makeNode("b", {"x", ""}, {"2"}));
  nodes.push_back(makeNode("c", {"1", "2", "1"}, {"3"}));
  EXPECT_EQ(namesOf(orderNodes(nodes, isInput)),
            (std::vector<llvm::StringRef>{"a", "b", "c"}));
}

TEST(GraphOrder, SortsAlsoByWhatSubgraphsUse) {
  std::vector<Node> nodes;
  nodes.push_back(makeNode("if", {"x"}, {"2"}));
  NodeAttribute &branch = nodes.back().attributes.emplace_back();
  branch.g = std::make_unique<Graph>();
  branch.g->nodes.push_back(makeNode("inner", {"1"}, {"own"}));
  branch.g->nodes.push_back(makeNode("next", {"own"}, {"result"}));
  nodes.push_back(makeNode("maker", {"x"}, {"1"}));
  EXPECT_EQ(namesOf(orderNodes(nodes, isInput)),
            (std::vector<llvm::StringRef>{"maker", "if"}));
}

TEST(GraphOrder, NamesTheNodesOfACycle) {
  std::vector<Node> nodes;
  nodes.push_back(makeNode("after", {"2"}, {"4"}));
  nodes.push_back(makeNode("a", {"x", "3"}, {"1"}));
  nodes.push_back(makeNode("b", {"1"}, {"2"}));
  nodes.push_back(makeNode("c", {"2"}, {"3"}));
  NodeOrder order = orderNodes(nodes, isInput);
  ASSERT_NE(order.faultyNode, nullptr);
  for (llvm::StringRef name : {"'a'", "'b'", "'c'"})
    EXPECT_NE(order.fault.find(name), std::string::npos) << order.fault;
  EXPECT_EQ(order.fault.find("'after'"), std::string::npos) << order.fault;
}

TEST(GraphOrder, ReportsUndefinedAndDoubleValues) {
  std::vector<Node> undefined, twice;
  undefined.push_back(makeNode("a", {"nothing"}, {"1"}));
  EXPECT_EQ(orderNodes(undefined, isInput).faultyNode, &undefined[0]);
  twice.push_back(makeNode("a", {"x"}, {"1"}));
  twice.push_back(makeNode("b", {"x"}, {"1"}));
  EXPECT_EQ(orderNodes(twice, isInput).faultyNode, &twice[1]);
}
