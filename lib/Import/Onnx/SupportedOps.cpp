// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SupportedOps.h.

#include "lib/Import/Onnx/SupportedOps.h"
#include "lib/Import/Onnx/GraphOrder.h"
#include "lib/Import/Onnx/OnnxImporter.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using namespace weft::onnx;
using llvm::StringRef;
using llvm::Twine;

/// IR_VERSION of onnx 1.23; the format has been extended compatibly so far.
static constexpr int64_t newestIrVersion = 14;
static constexpr size_t maxNamesPerOp = 8;

static std::string functionKey(StringRef domain, StringRef name,
                               StringRef overload) {
  return (domain + "/" + name + "/" + overload).str();
}

FunctionTable::FunctionTable(const Model &model) {
  for (const Function &function : model.functions)
    functions[functionKey(function.domain, function.name, function.overload)] =
        &function;
}

const Function *FunctionTable::find(const Node &node) const {
  return functions.lookup(functionKey(node.domain, node.op, node.overload));
}

std::string weft::onnx::findVersionFault(const Model &model) {
  if (model.irVersion < 1 || model.irVersion > newestIrVersion)
    return ("IR version " + Twine(model.irVersion) + ", expected 1 to " +
            Twine(newestIrVersion))
        .str();
  auto check = [](llvm::ArrayRef<OpsetImport> opsets) -> std::string {
    for (const OpsetImport &opset : opsets)
      if (opset.domain.empty() &&
          (opset.version < oldestOnnxOpset || opset.version > newestOnnxOpset))
        return ("opset " + Twine(opset.version) + " of ONNX, expected " +
                Twine(oldestOnnxOpset) + " to " + Twine(newestOnnxOpset) +
                "; convert the model with onnx.version_converter")
            .str();
    return "";
  };
  if (model.opsets.empty())
    return "the model imports no opset";
  std::string fault = check(model.opsets);
  for (const Function &function : model.functions)
    if (fault.empty())
      fault = check(function.opsets);
  return fault;
}

namespace {
struct Missing {
  size_t count = 0;
  std::vector<std::string> names;
};

class OpWalk {
public:
  OpWalk(const OpTable &table, const FunctionTable &functions)
      : table(table), functions(functions) {}
  void visit(llvm::ArrayRef<Node> nodes);
  std::string describeMissing() const;

private:
  const OpTable &table;
  const FunctionTable &functions;
  llvm::SmallPtrSet<const Function *, 8> visited;
  /// In the order in which they are met.
  std::vector<std::pair<std::string, Missing>> missing;
  llvm::StringMap<size_t> places;
};
} // namespace

void OpWalk::visit(llvm::ArrayRef<Node> nodes) {
  // Functions are visited once each and in turn: calls may nest deeply.
  std::vector<llvm::ArrayRef<Node>> pending = {nodes};
  while (!pending.empty()) {
    llvm::ArrayRef<Node> current = pending.back();
    pending.pop_back();
    for (const Node &node : current) {
      for (const NodeAttribute &attribute : node.attributes)
        if (attribute.g)
          pending.push_back(attribute.g->nodes);
      if (table.find(node.domain, node.op))
        continue;
      if (const Function *function = functions.find(node)) {
        if (visited.insert(function).second)
          pending.push_back(function->nodes);
        continue;
      }
      std::string op = node.domain.empty()
                           ? node.op.str()
                           : (node.domain + "." + node.op).str();
      auto place = places.try_emplace(op, missing.size());
      if (place.second)
        missing.emplace_back(op, Missing());
      Missing &entry = missing[place.first->second].second;
      ++entry.count;
      if (entry.names.size() < maxNamesPerOp)
        entry.names.push_back(describe(node));
    }
  }
}

std::string OpWalk::describeMissing() const {
  if (missing.empty())
    return "";
  std::string text;
  llvm::raw_string_ostream out(text);
  out << missing.size() << " unsupported op" << (missing.size() > 1 ? "s" : "")
      << " in the model:";
  for (const auto &[op, entry] : missing) {
    out << "\n  " << op << ", " << entry.count
        << (entry.count > 1 ? " nodes: " : " node: ");
    llvm::interleaveComma(entry.names, out);
    if (entry.count > entry.names.size())
      out << ", and " << entry.count - entry.names.size() << " more";
  }
  return text;
}

std::string weft::onnx::listUnsupportedOps(const Model &model,
                                           const OpTable &table,
                                           const FunctionTable &functions) {
  OpWalk walk(table, functions);
  walk.visit(model.graph.nodes);
  return walk.describeMissing();
}
