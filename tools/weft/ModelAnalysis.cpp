// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Counts come from the analyses of the compiler, evaluated for the sizes that
// are asked for.

#include "tools/weft/ModelAnalysis.h"
#include "tools/weft/Remedies.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace mlir;
using namespace weft;
using llvm::json::Array;
using llvm::json::Object;

static std::string describeType(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

static std::string functionOf(const DispatchTraffic &each) {
  DispatchOp dispatch = each.dispatch;
  return dispatch->getParentOfType<FuncOp>().getName().str();
}

void weft::describeParameters(ModuleOp module, Object &facts) {
  struct Sum {
    int64_t count = 0, elements = 0;
    double bytes = 0;
  };
  std::map<std::string, Sum> byType;
  Array list;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    auto type = cast<RankedTensorType>(parameter.getType());
    double bytes = static_cast<double>(type.getNumElements()) *
                   type.getElementTypeBitWidth() / 8;
    Sum &sum = byType[describeType(type.getElementType())];
    ++sum.count;
    sum.elements += type.getNumElements();
    sum.bytes += bytes;
    list.push_back(Object{{"name", parameter.getSymName()},
                          {"type", describeType(type)},
                          {"bytes", bytes}});
  }
  facts["parameters"] = std::move(list);
  Object sums;
  for (const auto &[type, sum] : byType)
    sums[type] = Object{
        {"count", sum.count}, {"elements", sum.elements}, {"bytes", sum.bytes}};
  facts["parameters_by_type"] = std::move(sums);
}

Array weft::describeObstacles(ArrayRef<Model::Remark> remarks) {
  Array list;
  for (const Model::Remark &each : remarks)
    if (StringRef remedy = findRemedy(each.text); !remedy.empty())
      list.push_back(Object{
          {"where", each.place}, {"what", each.text}, {"remedy", remedy}});
  return list;
}

ModelAnalysis::ModelAnalysis(ModuleOp module,
                             std::vector<FunctionMemory> memory,
                             NamedSizes sizes)
    : memory(std::move(memory)), sizes(std::move(sizes)),
      traffic(computeDispatchTraffic(module)) {
  for (FuncOp function : module.getOps<FuncOp>())
    function.walk(
        [&](MapOp) { mapFunctions.push_back(function.getName().str()); });
  for (auto [index, each] : llvm::enumerate(traffic)) {
    weightBytes[functionOf(each)] += evaluate(each.weights);
    for (auto [number, result] : llvm::enumerate(each.dispatch->getResults()))
      origins[result] = {index, number};
  }
}

std::vector<std::string> ModelAnalysis::getFunctions() const {
  std::vector<std::string> names;
  for (const FunctionMemory &each : memory)
    names.push_back(each.name);
  return names;
}

std::vector<std::string> ModelAnalysis::findSizes() const {
  std::set<std::string> found;
  for (const DispatchTraffic &each : traffic)
    for (const SizedCount *count :
         {&each.operations, &each.read, &each.written})
      for (const auto &[names, number] : count->getTerms())
        found.insert(names.begin(), names.end());
  return {found.begin(), found.end()};
}

std::vector<std::string> ModelAnalysis::findOpenSizes() const {
  std::vector<std::string> open = findSizes();
  llvm::erase_if(open,
                 [&](const std::string &name) { return sizes.count(name); });
  return open;
}

void ModelAnalysis::setTimes(const Ceilings &ceilings,
                             const DispatchTimes &measured) {
  times = measured;
  for (const DispatchTraffic &each : traffic) {
    double weights = evaluate(each.weights);
    bounds.push_back(predictTime(
        ceilings, {evaluate(each.operations), each.arithmetic, weights,
                   evaluate(each.read) + evaluate(each.written) - weights,
                   weightBytes.lookup(functionOf(each))}));
  }
}

double ModelAnalysis::sizeOf(Value tensor) const {
  if (auto it = origins.find(tensor); it != origins.end())
    return evaluate(traffic[it->second.first].results[it->second.second]);
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.hasStaticShape())
    return 0;
  return static_cast<double>(type.getNumElements()) *
         std::max(1u, type.getElementTypeBitWidth() / 8);
}

std::string ModelAnalysis::nameOf(Value tensor) const {
  auto it = origins.find(tensor);
  if (it == origins.end())
    return tensor.getDefiningOp()->getName().stripDialect().str();
  const DispatchTraffic &each = traffic[it->second.first];
  return each.node.empty() ? each.kernel : each.node;
}

/// What an operand is before reshapes.
static Value followViews(Value value) {
  while (auto reshape = value.getDefiningOp<ReshapeOp>())
    value = reshape.getOperand();
  return value;
}

Array ModelAnalysis::describeSources(const DispatchTraffic &each) const {
  Array list;
  DispatchOp dispatch = each.dispatch;
  for (Value operand : dispatch->getOperands()) {
    Value value = followViews(operand);
    Object source{{"type", describeType(operand.getType())}};
    if (auto it = origins.find(value); it != origins.end()) {
      source["dispatch"] = static_cast<int64_t>(it->second.first);
    } else if (auto get = value.getDefiningOp<GetOp>()) {
      source["parameter"] = get.getParameter();
    } else if (auto argument = dyn_cast<BlockArgument>(value)) {
      source["input"] = static_cast<int64_t>(argument.getArgNumber());
      if (auto function = dyn_cast<FuncOp>(argument.getOwner()->getParentOp()))
        if (auto name = function.getArgAttrOfType<StringAttr>(
                argument.getArgNumber(), "weft.name"))
          source["name"] = name.getValue();
    } else {
      source["op"] = value.getDefiningOp()->getName().stripDialect();
      // What control flow and states hand on is followed one op back.
      Array before;
      for (Value inner : value.getDefiningOp()->getOperands())
        if (auto it = origins.find(followViews(inner)); it != origins.end())
          before.push_back(static_cast<int64_t>(it->second.first));
      source["behind"] = std::move(before);
    }
    list.push_back(std::move(source));
  }
  return list;
}

Object ModelAnalysis::describeDispatch(size_t index) const {
  // Maps stand behind all dispatches of the IR; what the module says of them is all that is known.
  if (index >= traffic.size())
    return index < times.seconds.size()
               ? Object{{"measured_us", times.seconds[index] * 1e6}}
               : Object();
  const DispatchTraffic &each = traffic[index];
  Array ops;
  for (const KernelOp &op : each.ops)
    ops.push_back(Object{{"op", op.name},
                         {"result", op.results},
                         {"flops", evaluate(op.operations)}});
  StringRef kernel = each.kernel;
  DispatchOp dispatch = each.dispatch;
  std::string results;
  llvm::raw_string_ostream stream(results);
  llvm::interleaveComma(dispatch->getResultTypes(), stream);
  Object facts{{"name", kernel},
               {"function", functionOf(each)},
               {"op", kernel.rsplit('_').first},
               {"node", each.node},
               {"result_types", results},
               {"flops", evaluate(each.operations)},
               {"bytes", evaluate(each.read) + evaluate(each.written)},
               {"read_bytes", evaluate(each.read)},
               {"written_bytes", evaluate(each.written)},
               {"weight_bytes", evaluate(each.weights)},
               {"kept_bytes", evaluate(each.kept)},
               {"ops", std::move(ops)},
               {"sources", describeSources(each)}};
  if (each.arithmetic)
    facts["arithmetic"] = describeType(each.arithmetic);
  if (index < bounds.size()) {
    facts["limit_us"] = bounds[index].seconds * 1e6;
    facts["bound"] = bounds[index].isCompute ? "arithmetic" : "bytes";
  }
  if (index < times.seconds.size())
    facts["measured_us"] = times.seconds[index] * 1e6;
  return facts;
}

double ModelAnalysis::getLimit(StringRef function) const {
  double sum = 0;
  for (auto [each, bound] : llvm::zip(traffic, bounds))
    if (functionOf(each) == function)
      sum += bound.seconds;
  return sum;
}

std::vector<RooflinePoint> ModelAnalysis::getPoints() const {
  std::vector<RooflinePoint> points;
  for (const auto &[name, seconds] : times.calls) {
    RooflinePoint call{name + ", a whole call", 0, 0, seconds, true};
    for (auto [index, each] : llvm::enumerate(traffic)) {
      if (functionOf(each) != name)
        continue;
      RooflinePoint point{each.node.empty() ? each.kernel : each.node,
                          evaluate(each.operations),
                          evaluate(each.read) + evaluate(each.written),
                          index < times.seconds.size() ? times.seconds[index]
                                                       : 0};
      call.operations += point.operations;
      call.bytes += point.bytes;
      points.push_back(std::move(point));
    }
    points.push_back(std::move(call));
  }
  return points;
}

Array ModelAnalysis::describeMemory() const {
  Array list;
  for (const FunctionMemory &each : memory) {
    int64_t dispatches =
        llvm::count_if(traffic, [&](const DispatchTraffic &other) {
          return functionOf(other) == each.name;
        });
    MemoryUse use = computeMemoryUse(
        each.tensors, dispatches, [&](Value value) { return sizeOf(value); });
    Object facts{{"function", each.name},
                 {"arena_bytes", each.arenaBytes},
                 {"lower_bound_bytes", each.lowerBoundBytes},
                 {"arena_over_time", Array(use.arena)},
                 {"outputs_over_time", Array(use.outputs)},
                 {"allocated_over_time", Array(use.allocated)},
                 {"peak_dispatch", use.peak},
                 {"peak_bytes", use.peakBytes}};
    if (each.lowerBoundBytes > 0)
      facts["ratio"] = static_cast<double>(each.arenaBytes) /
                       static_cast<double>(each.lowerBoundBytes);
    Array owners;
    static constexpr const char *places[] = {"arena", "output", "allocated"};
    for (const auto &[life, bytes] : use.owners)
      if (bytes > 0)
        owners.push_back(Object{{"name", nameOf(life.tensor)},
                                {"type", describeType(life.tensor.getType())},
                                {"place", places[life.place]},
                                {"bytes", bytes},
                                {"first_dispatch", life.first},
                                {"last_dispatch", life.last}});
    facts["peak_owners"] = std::move(owners);
    list.push_back(std::move(facts));
  }
  return list;
}

Array ModelAnalysis::describeFunctions() const {
  Array list;
  for (const FunctionMemory &each : memory) {
    double flops = 0, bytes = 0, measured = 0;
    int64_t dispatches = 0;
    for (auto [index, other] : llvm::enumerate(traffic)) {
      if (functionOf(other) != each.name)
        continue;
      ++dispatches;
      flops += evaluate(other.operations);
      bytes += evaluate(other.read) + evaluate(other.written);
      measured += index < times.seconds.size() ? times.seconds[index] : 0;
    }
    for (auto [index, name] : llvm::enumerate(mapFunctions))
      if (name == each.name && traffic.size() + index < times.seconds.size())
        measured += times.seconds[traffic.size() + index];
    Object facts{{"name", each.name},
                 {"dispatches", dispatches},
                 {"flops", flops},
                 {"bytes", bytes},
                 {"weight_bytes_read", weightBytes.lookup(each.name)}};
    if (!bounds.empty())
      facts["limit_us"] = getLimit(each.name) * 1e6;
    for (const auto &[name, seconds] : times.calls)
      if (name == each.name) {
        facts["call_us"] = seconds * 1e6;
        facts["dispatches_us"] = measured * 1e6;
      }
    list.push_back(std::move(facts));
  }
  return list;
}
