// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft analyze: what a model consists of, costs and needs; of a module, what is in it and whether it is undamaged.

#include "dialects/Weft/WeftOps.h"
#include "tools/weft/AnalysisText.h"
#include "tools/weft/Ceilings.h"
#include "tools/weft/Execution.h"
#include "tools/weft/FusionTable.h"
#include "tools/weft/ModelAnalysis.h"
#include "tools/weft/Progress.h"
#include "tools/weft/ReportPage.h"
#include "tools/weft/Sensitivity.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using namespace mlir;
using namespace weft;

using llvm::json::Array;
using llvm::json::Object;

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
           "  weft analyze bert.onnx --measure --size seq=128 --html "
           "bert.html\n"
           "                                      (also what each kernel takes "
           "and could take)\n"
           "  weft analyze model.gguf --sensitivity\n"
           "                                      (what fewer bits cost each "
           "weight)\n"
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
    set.addText(
        "--html", "FILE", html,
        "also write a page with tables, the graph and memory over time");
    set.beginGroup("measuring");
    set.addSwitch(
        "--measure", "SECONDS", measures, seconds,
        "run each function, for 1 second by default, and compare each "
        "dispatch with what the processor can do");
    set.addText("--svg", "FILE", svg,
                "write the roofline of what --measure finds");
    set.addSwitch("--sensitivity", isSensitivityWanted,
                  "measure what 8 and 4 bits cost each weight, and products of "
                  "integers each layer");
    set.addText("--data", "FILE", data,
                "the text that --sensitivity has a language model read");
    set.addNumber("--threads", "N", threads, 1,
                  "by default as many as affinity and control groups grant");
    set.addList("--size", "NAME=N", sizeFlags,
                "count and measure with that size of an open dimension, 1 by "
                "default; may be repeated",
                checkPair);
    flags.addTo(set);
  }
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus checkFlags(StringRef path);
  ExitStatus checkSizes(const std::set<std::string> &known) const;
  ExitStatus analyzeModel(StringRef path);
  ExitStatus analyzeModule(StringRef path);
  /// Fills in what the manifest of the module says.
  ExitStatus describeModule(Execution &execution, Object &facts);
  ExitStatus describeSensitivityOf(StringRef path, Object &facts);
  ExitStatus print(StringRef path, Object facts,
                   ArrayRef<RooflinePoint> points = {});

  ModelFlags flags;
  std::string html, svg, data;
  std::vector<std::string> sizeFlags;
  NamedSizes sizes;
  double seconds = 1;
  int threads = 0;
  bool verify = false, all = false, json = false, measures = false,
       isSensitivityWanted = false;
  Ceilings ceilings;
  /// Of a model; a module does not say which ops its kernels had.
  std::vector<DispatchTraffic> traffic;
};

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

} // namespace

ExitStatus AnalyzeVerb::checkFlags(StringRef path) {
  for (StringRef flag : sizeFlags) {
    auto [name, text] = flag.split('=');
    int64_t size = 0;
    if (text.getAsInteger(10, size) || size < 0)
      return reportError(ExitStatus::WrongUsage,
                         "--size expects NAME=N with a whole number, found '" +
                             flag + "'");
    sizes[name.str()] = size;
  }
  if (!svg.empty() && !measures)
    return reportError(ExitStatus::WrongUsage,
                       "--svg draws what --measure finds: give both");
  if (!data.empty() && !isSensitivityWanted)
    return reportError(ExitStatus::WrongUsage,
                       "--data is what --sensitivity reads: give both");
  if (threads != 0 && !measures && !isSensitivityWanted)
    return reportError(ExitStatus::WrongUsage,
                       "--threads is for what runs the model, --measure and "
                       "--sensitivity: give one of them");
  for (StringRef file : {html, svg})
    if (ExitStatus status = checkOutput(path, file); status != ExitStatus::Done)
      return status;
  return ExitStatus::Done;
}

ExitStatus AnalyzeVerb::checkSizes(const std::set<std::string> &known) const {
  for (const auto &[name, size] : sizes)
    if (!known.count(name))
      return reportError(
          ExitStatus::WrongUsage,
          "--size: the model has no open dimension '" + name + "'; " +
              (known.empty() ? "it has none with a name"
                             : "it has " + llvm::join(known, ", ")));
  return ExitStatus::Done;
}

/// Names of open dimensions of the functions' inputs.
static std::set<std::string> findInputSizes(ModuleOp module) {
  std::set<std::string> names;
  for (FuncOp function : module.getOps<FuncOp>())
    for (const Argument &argument : describeFunction(function).inputs)
      for (auto [dim, symbol] : llvm::zip(argument.dims, argument.symbols))
        if (dim < 0 && !symbol.empty())
          names.insert(symbol);
  return names;
}

ExitStatus AnalyzeVerb::describeModule(Execution &execution, Object &facts) {
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
  size_t size = 0;
  const char *text = weft_program_manifest(program, &size);
  llvm::Expected<llvm::json::Value> manifest =
      llvm::json::parse(StringRef(text, size));
  if (!manifest)
    return reportError(ExitStatus::BadInput, manifest.takeError());
  Array dispatches;
  if (Array *list = manifest->getAsObject()->getArray("dispatches"))
    for (llvm::json::Value &each : *list) {
      Object *dispatch = each.getAsObject();
      // The manifest goes before the facts do.
      auto getText = [&](StringRef name) {
        return dispatch->getString(name).value_or("").str();
      };
      dispatches.push_back(
          Object{{"name", getText("name")},
                 {"op", getText("op")},
                 {"node", getText("node")},
                 {"results", getText("results")},
                 {"flops", dispatch->getNumber("flops").value_or(0)},
                 {"bytes", dispatch->getNumber("bytes").value_or(0)}});
    }
  facts["dispatches"] = std::move(dispatches);
  return ExitStatus::Done;
}

ExitStatus AnalyzeVerb::print(StringRef path, Object facts,
                              ArrayRef<RooflinePoint> points) {
  std::string picture;
  llvm::raw_string_ostream stream(picture);
  if (measures)
    printRoofline(stream, ceilings, points);
  progress::clear();
  // What was found is not lost where a file cannot be written.
  if (json) {
    llvm::outs() << llvm::json::Value(Object(facts)) << '\n';
  } else {
    printDispatches(llvm::outs(), facts);
    if (!traffic.empty())
      printFusionTable(llvm::outs(), traffic, all);
    printCosts(llvm::outs(), facts);
    if (measures)
      printCeilings(llvm::outs(), ceilings);
    if (verify)
      llvm::outs() << "every weight and asset has its checksum\n";
  }
  if (!svg.empty())
    if (llvm::Error error = writeReport(svg, picture))
      return reportError(ExitStatus::BadInput, std::move(error));
  if (!html.empty())
    if (llvm::Error error = writeReport(
            html, makeReportPage(llvm::sys::path::filename(path),
                                 llvm::json::Value(std::move(facts)), picture)))
      return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

ExitStatus AnalyzeVerb::describeSensitivityOf(StringRef path, Object &facts) {
  InputFlags inputs;
  inputs.sizes = sizes;
  Object sensitivity;
  ExitStatus status =
      describeSensitivity(flags, path, data, inputs, threads, sensitivity);
  facts["sensitivity"] = std::move(sensitivity);
  return status;
}

ExitStatus AnalyzeVerb::analyzeModel(StringRef path) {
  if (verify)
    return reportError(ExitStatus::WrongUsage,
                       "expected a module (.wm) for --verify, found a model");
  Object facts;
  std::vector<Model::Remark> remarks;
  Model model(flags);
  model.keepRemarks(remarks);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  facts["ops"] = countOps(model.getModule());
  describeParameters(model.getModule(), facts);
  std::set<std::string> names = findInputSizes(model.getModule());
  std::vector<FunctionMemory> memory;
  std::shared_ptr<MappedFile> module;
  if (ExitStatus status = model.compileToMemory(module, &memory);
      status != ExitStatus::Done)
    return status;
  Execution execution(model.getContext());
  execution.setAnyFunction();
  if (ExitStatus status = execution.openMemory(module, 1);
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = describeModule(execution, facts);
      status != ExitStatus::Done)
    return status;
  ModelAnalysis analysis(model.getModule(), std::move(memory), sizes);
  for (const std::string &name : analysis.findSizes())
    if (name != "?")
      names.insert(name);
  if (ExitStatus status = checkSizes(names); status != ExitStatus::Done)
    return status;
  if (measures) {
    DispatchTimes times;
    if (ExitStatus status =
            timeDispatches(module, analysis.getFunctions(), sizes, threads,
                           seconds, model.getContext(), times);
        status != ExitStatus::Done)
      return status;
    progress::show("measuring what the processor can do");
    ceilings = measureCeilings(times.threads);
    facts["ceilings"] = describeCeilings(ceilings);
    analysis.setTimes(ceilings, times);
  }
  for (auto [index, each] : llvm::enumerate(*facts.getArray("dispatches")))
    for (auto &[name, value] : analysis.describeDispatch(index))
      (*each.getAsObject())[name] = std::move(value);
  Object known;
  for (const auto &[name, size] : sizes)
    known[name] = size;
  facts["sizes"] = std::move(known);
  facts["open_sizes"] = Array(analysis.findOpenSizes());
  facts["functions"] = analysis.describeFunctions();
  facts["memory"] = analysis.describeMemory();
  facts["obstacles"] = describeObstacles(remarks);
  traffic = analysis.getTraffic();
  facts["fusion"] = describeFusion(traffic);
  if (isSensitivityWanted)
    if (ExitStatus status = describeSensitivityOf(path, facts);
        status != ExitStatus::Done)
      return status;
  return print(path, std::move(facts), analysis.getPoints());
}

ExitStatus AnalyzeVerb::analyzeModule(StringRef path) {
  if (measures || isSensitivityWanted || !sizes.empty())
    return reportError(ExitStatus::WrongUsage,
                       "expected a model for --measure, --sensitivity and "
                       "--size, found the module '" +
                           path + "'; `weft run --profile` times what it runs");
  MLIRContext context;
  Execution execution(context);
  execution.setAnyFunction();
  if (ExitStatus status = execution.openFile(path, 1);
      status != ExitStatus::Done)
    return status;
  Object facts;
  if (ExitStatus status = describeModule(execution, facts);
      status != ExitStatus::Done)
    return status;
  Array memory;
  WeftFunctionInfo function = WEFT_FUNCTION_INFO_INIT;
  for (int32_t i = 0; weft_program_function(execution.getProgram(), i,
                                            &function) == WEFT_STATUS_OK;
       ++i)
    memory.push_back(
        Object{{"function", function.name},
               {"arena_bytes", static_cast<int64_t>(function.arenaBytes)}});
  facts["memory"] = std::move(memory);
  if (verify) {
    char message[512] = "";
    if (weft_program_verify(execution.getProgram(), message, sizeof(message)) !=
        WEFT_STATUS_OK)
      return reportError(ExitStatus::BadInput, path + ": " + message);
    facts["verified"] = true;
  }
  return print(path, std::move(facts));
}

ExitStatus AnalyzeVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef path = arguments.front();
  if (ExitStatus status = checkFlags(path); status != ExitStatus::Done)
    return status;
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  return *format == ModelFormat::Module ? analyzeModule(path)
                                        : analyzeModel(path);
}

std::unique_ptr<Verb> weft::createAnalyzeVerb() {
  return std::make_unique<AnalyzeVerb>();
}
