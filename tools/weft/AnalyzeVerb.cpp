// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft analyze: what a model consists of, costs and needs; of a module, what is in it and whether it is undamaged.

#include "dialects/Weft/WeftOps.h"
#include "tools/weft/Execution.h"
#include "tools/weft/FusionTable.h"
#include "tools/weft/Model.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace mlir;
using namespace weft;

namespace {
class AnalyzeVerb : public Verb {
public:
  StringRef getName() const override { return "analyze"; }
  StringRef getSummary() const override {
    return "Says what a model consists of, costs and needs.";
  }
  StringRef getUsage() const override { return "MODEL"; }
  StringRef getExamples() const override {
    return "  weft analyze resnet50.onnx          (ops, shapes, cost of each "
           "kernel, memory)\n"
           "  weft analyze resnet50.wm --verify   (are all bytes what was "
           "written?)\n";
  }

  void addFlags(FlagSet &set) override {
    set.addSwitch("--verify", verify,
                  "compare every weight of a module with its checksum");
    set.addSwitch("--all", all,
                  "every dispatch with what is fused in it, not only the "
                  "kernels that save most");
    set.addSwitch("--json", json, "for machines");
    flags.addTo(set);
  }
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus analyzeModel(StringRef path);
  ExitStatus analyzeModule(Execution &execution, StringRef path,
                           llvm::json::Object facts);

  ModelFlags flags;
  bool verify = false, all = false, json = false;
  /// Of a model; a module does not say which ops its kernels had.
  std::vector<DispatchTraffic> traffic;
};

using llvm::json::Array;
using llvm::json::Object;

Array describeArguments(llvm::ArrayRef<Argument> arguments) {
  Array list;
  for (const Argument &argument : arguments) {
    Object facts{{"name", argument.name}, {"type", argument.describe()}};
    if (!argument.state.empty())
      facts["state"] = argument.state;
    list.push_back(std::move(facts));
  }
  return list;
}

Object describeRanges(const Signature &signature) {
  Object ranges;
  for (const auto &[name, range] : signature.ranges)
    ranges[name] = Array{range.least, range.most};
  return ranges;
}

Object countOps(ModuleOp module) {
  std::map<std::string, int64_t> counts;
  module->walk([&](Operation *op) {
    if (!isa<ModuleOp, FuncOp, ParameterOp>(op) &&
        !op->hasTrait<OpTrait::IsTerminator>())
      ++counts[op->getName().getStringRef().str()];
  });
  Object ops;
  for (auto &[name, count] : counts)
    ops[name] = count;
  return ops;
}

void printArguments(StringRef heading, const Object &facts) {
  llvm::outs() << heading << '\n';
  for (const llvm::json::Value &each : *facts.getArray(heading)) {
    const Object &argument = *each.getAsObject();
    llvm::outs() << "  " << *argument.getString("name") << ": "
                 << *argument.getString("type");
    if (auto state = argument.getString("state"))
      llvm::outs() << " state '" << *state << "'";
    llvm::outs() << '\n';
  }
}

void printText(const Object &facts, ArrayRef<DispatchTraffic> traffic,
               bool isWhole) {
  printArguments("inputs", facts);
  printArguments("outputs", facts);
  if (const Object *ranges = facts.getObject("dim_ranges"); !ranges->empty()) {
    llvm::outs() << "sizes that dimensions may have\n";
    for (const auto &[name, range] : *ranges)
      llvm::outs() << "  " << StringRef(name) << ": "
                   << (*range.getAsArray())[0] << ".."
                   << (*range.getAsArray())[1] << '\n';
  }
  if (const Object *ops = facts.getObject("ops")) {
    llvm::outs() << "ops, as imported\n";
    for (const auto &[name, count] : *ops)
      llvm::outs() << llvm::format("  %6lld  ", static_cast<long long>(
                                                    *count.getAsInteger()))
                   << StringRef(name) << '\n';
  }
  llvm::outs() << "dispatches, in order\n         MFLOP          MB  kernel, "
                  "what it writes, and the node that it is of\n";
  double flops = 0, bytes = 0;
  for (const llvm::json::Value &each : *facts.getArray("dispatches")) {
    const Object &dispatch = *each.getAsObject();
    flops += *dispatch.getNumber("flops");
    bytes += *dispatch.getNumber("bytes");
    llvm::outs() << llvm::format("  %12.3f%12.3f  ",
                                 *dispatch.getNumber("flops") / 1e6,
                                 *dispatch.getNumber("bytes") / 1e6)
                 << *dispatch.getString("name") << "  "
                 << *dispatch.getString("results");
    if (StringRef node = *dispatch.getString("node"); !node.empty())
      llvm::outs() << "  '" << node << "'";
    llvm::outs() << '\n';
  }
  llvm::outs() << llvm::format(
      "total %.3f GFLOP, %.1f MB read and written, by static shapes\n",
      flops / 1e9, bytes / 1e6);
  if (!traffic.empty())
    printFusionTable(llvm::outs(), traffic, isWhole);
  for (const llvm::json::Value &each : *facts.getArray("memory")) {
    const Object &memory = *each.getAsObject();
    llvm::outs() << "function " << *memory.getString("function")
                 << llvm::format(": arena %.2f MB",
                                 *memory.getNumber("arena_bytes") / 1e6);
    if (auto bound = memory.getNumber("lower_bound_bytes")) {
      llvm::outs() << llvm::format(", at least %.2f MB are alive at once",
                                   *bound / 1e6);
      if (*bound > 0)
        llvm::outs() << llvm::format(": %.3f times that",
                                     *memory.getNumber("arena_bytes") / *bound);
    }
    llvm::outs() << '\n';
  }
  llvm::outs() << llvm::format("weights %.2f MB\n",
                               *facts.getNumber("weight_bytes") / 1e6);
}
} // namespace

ExitStatus AnalyzeVerb::analyzeModule(Execution &execution, StringRef path,
                                      Object facts) {
  WeftProgram *program = execution.getProgram();
  facts["inputs"] = describeArguments(execution.getSignature().inputs);
  facts["outputs"] = describeArguments(execution.getSignature().outputs);
  facts["dim_ranges"] = describeRanges(execution.getSignature());
  int64_t weightBytes = 0;
  WeftWeightInfo weight = WEFT_WEIGHT_INFO_INIT;
  for (int32_t i = 0;
       weft_program_weight(program, i, &weight) == WEFT_STATUS_OK; ++i)
    weightBytes += weight.sizeBytes;
  facts["weight_bytes"] = weightBytes;
  if (!facts.getArray("memory")) {
    Array memory;
    WeftFunctionInfo function = WEFT_FUNCTION_INFO_INIT;
    for (int32_t i = 0;
         weft_program_function(program, i, &function) == WEFT_STATUS_OK; ++i)
      memory.push_back(
          Object{{"function", function.name},
                 {"arena_bytes", static_cast<int64_t>(function.arenaBytes)}});
    facts["memory"] = std::move(memory);
  }
  Array dispatches;
  size_t size = 0;
  const char *text = weft_program_manifest(program, &size);
  llvm::Expected<llvm::json::Value> manifest =
      llvm::json::parse(StringRef(text, size));
  if (!manifest)
    return reportError(ExitStatus::BadInput, manifest.takeError());
  if (Array *list = manifest->getAsObject()->getArray("dispatches"))
    for (llvm::json::Value &each : *list) {
      Object *dispatch = each.getAsObject();
      dispatches.push_back(
          Object{{"name", dispatch->getString("name").value_or("")},
                 {"op", dispatch->getString("op").value_or("")},
                 {"node", dispatch->getString("node").value_or("")},
                 {"results", dispatch->getString("results").value_or("")},
                 {"flops", dispatch->getNumber("flops").value_or(0)},
                 {"bytes", dispatch->getNumber("bytes").value_or(0)}});
    }
  facts["dispatches"] = std::move(dispatches);
  if (verify) {
    char message[512] = "";
    if (weft_program_verify(program, message, sizeof(message)) !=
        WEFT_STATUS_OK)
      return reportError(ExitStatus::BadInput, path + ": " + message);
    facts["verified"] = true;
  }
  if (json) {
    llvm::outs() << llvm::json::Value(std::move(facts)) << '\n';
    return ExitStatus::Done;
  }
  printText(facts, traffic, all);
  if (verify)
    llvm::outs() << "every weight and asset has its checksum\n";
  return ExitStatus::Done;
}

ExitStatus AnalyzeVerb::analyzeModel(StringRef path) {
  if (verify)
    return reportError(ExitStatus::WrongUsage,
                       "expected a module (.wm) for --verify, found a model");
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  Object facts;
  facts["ops"] = countOps(model.getModule());
  std::vector<FunctionMemory> memory;
  if (ExitStatus status = model.compile(&memory); status != ExitStatus::Done)
    return status;
  Array list;
  for (const FunctionMemory &each : memory) {
    Object facts{{"function", each.name},
                 {"arena_bytes", each.arenaBytes},
                 {"lower_bound_bytes", each.lowerBoundBytes}};
    if (each.lowerBoundBytes > 0)
      facts["ratio"] = static_cast<double>(each.arenaBytes) /
                       static_cast<double>(each.lowerBoundBytes);
    list.push_back(std::move(facts));
  }
  facts["memory"] = std::move(list);
  traffic = computeDispatchTraffic(model.getModule());
  facts["fusion"] = describeFusion(traffic);
  llvm::Expected<std::shared_ptr<MappedFile>> module =
      model.getWriter().writeToMemory();
  if (!module)
    return reportError(ExitStatus::BadInput, module.takeError());
  Execution execution(model.getContext());
  if (ExitStatus status = execution.openMemory(*module, 1);
      status != ExitStatus::Done)
    return status;
  return analyzeModule(execution, path, std::move(facts));
}

ExitStatus AnalyzeVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef path = arguments.front();
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  if (*format != ModelFormat::Module)
    return analyzeModel(path);
  MLIRContext context;
  Execution execution(context);
  if (ExitStatus status = execution.openFile(path, 1);
      status != ExitStatus::Done)
    return status;
  return analyzeModule(execution, path, {});
}

std::unique_ptr<Verb> weft::createAnalyzeVerb() {
  return std::make_unique<AnalyzeVerb>();
}
