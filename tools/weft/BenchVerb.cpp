// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft bench: what is measured, of which models, and in which forms it is told.

#include "tools/weft/BenchText.h"
#include "tools/weft/CallBench.h"
#include "tools/weft/LanguageBench.h"
#include "tools/weft/ModelList.h"
#include "tools/weft/PeerProcess.h"
#include "tools/weft/Progress.h"
#include "tools/weft/ReportPage.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;
using llvm::json::Array;
using llvm::json::Object;

namespace {
class BenchVerb : public Verb {
public:
  StringRef getName() const override { return "bench"; }
  StringRef getSummary() const override {
    return "Measures latency, throughput, cold start, memory and energy.";
  }
  StringRef getUsage() const override {
    return "MODEL|FOLDER [--input NAME=VALUE]... | --ceilings";
  }
  StringRef getExamples() const override {
    return "  weft bench resnet50.wm --threads 1\n"
           "  weft bench bert.onnx --input ids=random:1x128 --seconds 5 "
           "--json\n"
           "  weft bench resnet50.onnx --batch 1,4,16 --threads 1,2 --html "
           "resnet50.html\n"
           "  weft bench resnet50.onnx --against onnxruntime,openvino --python "
           "venv/bin/python\n"
           "  weft bench smollm2.gguf --prompt-tokens 128 --generate 64\n"
           "  weft bench models --csv models.csv  (every model of a folder)\n"
           "  weft bench --ceilings               (what the processor can do "
           "at most)\n";
  }
  unsigned getMinArguments() const override { return 0; }

  void addFlags(FlagSet &set) override;
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus checkFlags(StringRef path);
  ExitStatus measure(StringRef path, Object &facts);
  void addPoints(StringRef path, ArrayRef<RooflinePoint> more);
  ExitStatus write(StringRef path);
  ExitStatus checkLanguageFlags(StringRef path) const;
  ExitStatus printProcessor();

  ModelFlags flags;
  BenchOptions options;
  CeilingTable ceilings;
  std::vector<Object> models;
  std::vector<RooflinePoint> points;
  std::string html, svg, csv;
  bool json = false, wantsCeilings = false, isFolder = false;
};

/// A flag with whole numbers of at least 1, commas between.
void addNumbers(FlagSet &set, StringRef name, std::vector<int> &values,
                StringRef help) {
  Flag flag;
  flag.name = name.str();
  flag.value = "N,N...";
  flag.help = help.str();
  flag.set = [name = flag.name, &values](StringRef text) -> llvm::Error {
    values.clear();
    for (StringRef part : llvm::split(text, ',')) {
      int value = 0;
      if (part.getAsInteger(10, value) || value < 1)
        return llvm::createStringError(
            name +
            " expects whole numbers of at least 1, with commas between "
            "them, found '" +
            text + "'");
      values.push_back(value);
    }
    return llvm::Error::success();
  };
  set.add(std::move(flag));
}

/// A flag with names of programs.
void addPeers(FlagSet &set, std::vector<std::string> &peers) {
  Flag flag;
  flag.name = "--against";
  flag.value = "NAME,NAME...";
  flag.help = "run these programs in turns with weft on the same model: " +
              llvm::join(getPeerNames(), ", ") + ", or all";
  flag.set = [&peers](StringRef text) -> llvm::Error {
    peers.clear();
    for (StringRef part : llvm::split(text, ',')) {
      if (part == "all") {
        for (StringRef name : getPeerNames())
          peers.push_back(name.str());
        continue;
      }
      if (!llvm::is_contained(getPeerNames(), part))
        return llvm::createStringError("--against expects " +
                                       llvm::join(getPeerNames(), ", ") +
                                       " or all, found '" + part + "'");
      peers.push_back(part.str());
    }
    return llvm::Error::success();
  };
  set.add(std::move(flag));
}
} // namespace

void BenchVerb::addFlags(FlagSet &set) {
  options.inputs.addTo(set);
  set.beginGroup("measuring");
  addNumbers(set, "--threads", options.threads,
             "by default as many as affinity and control groups grant; of "
             "several the first counts, and throughput is measured for all");
  set.addNumber("--seconds", "S", options.seconds,
                "how long each latency is measured, 3 by default");
  addNumbers(set, "--batch", options.batches,
             "also measure throughput for these sizes of the batch");
  set.addText("--batch-dim", "NAME", options.batchDim,
              "the dimension that --batch sets; by default the open first one "
              "of the inputs");
  set.addSwitch("--ceilings", wantsCeilings,
                "measure what this processor can do at most, and no model");
  set.addText("--powercap", "DIR", options.powercap,
              "where the kernel shows the processor's counters of energy, "
              "/sys/class/powercap by default");
  set.addText("--code-dir", "DIR", options.codeDirectory,
              "also write the code there, where perf and gdb find its names");
  set.beginGroup("reports");
  set.addSwitch("--json", json, "the same facts for machines");
  set.addText("--csv", "FILE", csv, "write a table");
  set.addText("--html", "FILE", html, "write a page");
  set.addText("--svg", "FILE", svg, "write the roofline as a picture");
  set.beginGroup("other programs");
  addPeers(set, options.peers);
  set.addText("--python", "PROGRAM", options.python,
              "the Python that has them, python3 by default");
  set.addText("--peer-model", "FILE", options.peerModel,
              "the same model in a file that they read, if not MODEL");
  set.beginGroup("language models");
  set.addNumber("--prompt-tokens", "N", options.promptTokens, 1,
                "tokens of the prompt, 128 by default");
  set.addNumber("--generate", "N", options.generate, 1,
                "tokens that are generated behind it, 64 by default");
  flags.addTo(set);
}

ExitStatus BenchVerb::checkFlags(StringRef path) {
  if (!options.peerModel.empty() && (options.peers.empty() || isFolder))
    return reportError(ExitStatus::WrongUsage,
                       "--peer-model is for --against and one model");
  if (options.python.empty())
    options.python = "python3";
  for (StringRef file : {csv, html, svg})
    if (file == "-")
      return reportError(ExitStatus::WrongUsage,
                         "expected files for --csv, --html and --svg, found "
                         "'-'; --json is for stdout");
  for (StringRef file : {csv, html, svg})
    if (ExitStatus status = checkOutput(path, file); status != ExitStatus::Done)
      return status;
  return ExitStatus::Done;
}

/// Of several models each takes the flags that are for it.
ExitStatus BenchVerb::checkLanguageFlags(StringRef path) const {
  for (auto [flag, isGiven] :
       {std::pair("--input", !options.inputs.inputs.empty()),
        std::pair("--batch-dim", !options.batchDim.empty())})
    if (isGiven && !isFolder)
      return reportError(ExitStatus::WrongUsage,
                         Twine(flag) + " is for other models; '" + path +
                             "' is a language model, which --prompt-tokens, "
                             "--generate and --batch say what to do with");
  return ExitStatus::Done;
}

ExitStatus BenchVerb::measure(StringRef path, Object &facts) {
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  bool isCompiled = *format == ModelFormat::Module;
  bool isLanguage = *format == ModelFormat::Gguf ||
                    *format == ModelFormat::HuggingFace ||
                    (isCompiled && isLanguageModule(path));
  std::optional<Model> model;
  if (!isCompiled && !isLanguage) {
    model.emplace(flags);
    if (ExitStatus status = model->import(path); status != ExitStatus::Done)
      return status;
    isLanguage = isLanguageModel(model->getModule());
  }
  if (isLanguage) {
    if (ExitStatus status = checkLanguageFlags(path);
        status != ExitStatus::Done)
      return status;
    // It is imported again by what runs it.
    model.reset();
    LanguageBench bench(options, ceilings);
    ExitStatus status = bench.run(flags, path, facts);
    addPoints(path, bench.getPoints());
    return status;
  }
  CallBench bench(options, ceilings);
  ExitStatus status = bench.run(path, model ? &*model : nullptr, facts);
  addPoints(path, bench.getPoints());
  return status;
}

void BenchVerb::addPoints(StringRef path, ArrayRef<RooflinePoint> more) {
  for (RooflinePoint point : more) {
    point.name = (llvm::sys::path::filename(path) + ": " + point.name).str();
    points.push_back(std::move(point));
  }
}

ExitStatus BenchVerb::printProcessor() {
  if (!csv.empty() || !html.empty() || !svg.empty())
    return reportError(ExitStatus::WrongUsage,
                       "--csv, --html and --svg are for models; what "
                       "--ceilings measures goes to stdout, with --json for "
                       "machines");
  int granted = weft_granted_threads(), threads = options.threads.front();
  if (threads > granted)
    return reportError(ExitStatus::WrongUsage,
                       "--ceilings expects at most the " + Twine(granted) +
                           " threads that this process may use, found " +
                           Twine(threads));
  Ceilings measured = measureCeilings(threads ? threads : granted);
  if (json)
    llvm::outs() << llvm::json::Value(describeCeilings(measured)) << '\n';
  else
    printCeilings(llvm::outs(), measured);
  return ExitStatus::Done;
}

ExitStatus BenchVerb::write(StringRef path) {
  int threads = options.threads.front();
  const Ceilings &here =
      ceilings.get(threads ? threads : weft_granted_threads());
  std::string picture;
  llvm::raw_string_ostream stream(picture);
  if (isFolder)
    llvm::erase_if(points,
                   [](const RooflinePoint &point) { return !point.isCall; });
  printRoofline(stream, here, points);
  Array list;
  for (const Object &model : models)
    list.push_back(Object(model));
  Object all{{"models", std::move(list)}, {"ceilings", describeCeilings(here)}};
  std::string table;
  llvm::raw_string_ostream rows(table);
  std::vector<const Object *> pointers;
  for (const Object &model : models)
    pointers.push_back(&model);
  printBenchTable(rows, pointers);
  progress::clear();
  // What was measured is not lost where a file cannot be written.
  if (json) {
    llvm::outs() << (isFolder ? llvm::json::Value(Object(all))
                              : llvm::json::Value(Object(models.front())))
                 << '\n';
  } else {
    for (const Object &model : models) {
      if (isFolder)
        llvm::outs() << *model.getString("model") << '\n';
      printBench(llvm::outs(), model);
    }
    printCeilings(llvm::outs(), here);
  }
  for (auto [file, make] :
       {std::pair<StringRef, std::function<std::string()>>(
            svg, [&] { return picture; }),
        {csv, [&] { return table; }},
        {html, [&] {
           return makeReportPage(
               ("Benchmark of " + llvm::sys::path::filename(path)).str(),
               llvm::json::Value(Object(all)), picture);
         }}})
    if (!file.empty())
      if (llvm::Error error = writeReport(file, make()))
        return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

ExitStatus BenchVerb::run(llvm::ArrayRef<std::string> arguments) {
  if (wantsCeilings && arguments.empty())
    return printProcessor();
  if (wantsCeilings || arguments.empty())
    return reportError(ExitStatus::WrongUsage,
                       "expected a model or --ceilings, found " +
                           Twine(arguments.empty() ? "neither" : "both"));
  llvm::Expected<ModelList> list = findModels(arguments.front());
  if (!list)
    return reportError(ExitStatus::BadInput, list.takeError());
  isFolder = list->isFolder;
  if (ExitStatus status = checkFlags(arguments.front());
      status != ExitStatus::Done)
    return status;
  ExitStatus worst = ExitStatus::Done;
  for (const std::string &path : list->paths) {
    Object facts;
    ExitStatus status = measure(path, facts);
    if (status != ExitStatus::Done && !isFolder)
      return status;
    if (status != ExitStatus::Done) {
      llvm::errs() << "note: that was " << path << '\n';
      facts = Object{{"error", "failed; stderr says why"}};
      worst = status;
    }
    facts["model"] = path;
    models.push_back(std::move(facts));
  }
  ExitStatus status = write(arguments.front());
  return status == ExitStatus::Done ? worst : status;
}

std::unique_ptr<Verb> weft::createBenchVerb() {
  return std::make_unique<BenchVerb>();
}
