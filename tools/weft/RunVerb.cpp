// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft run: a model once, compiled or interpreted.

#include "lib/Interpreter/NpyFile.h"
#include "tools/weft/Check.h"
#include "tools/weft/Execution.h"
#include "tools/weft/Generation.h"
#include "tools/weft/InputFlags.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

namespace {
class RunVerb : public Verb {
public:
  StringRef getName() const override { return "run"; }
  StringRef getSummary() const override { return "Runs a model once."; }
  StringRef getUsage() const override {
    return "MODEL [--input NAME=VALUE]...";
  }
  StringRef getExamples() const override {
    return "  weft run resnet50.onnx --check                          "
           "(compiled against interpreted)\n"
           "  weft run resnet50.wm --input x=image.npy --output-dir out\n"
           "  weft run bert.onnx --input ids=random:1x128 --profile "
           "trace.json\n"
           "  weft run resnet50.wm --check --against model.ir\n"
           "  weft run smollm2.gguf --prompt 'What is a loom?'\n"
           "  weft run Qwen3-0.6B --prompt Hello                     "
           "(a folder with config.json and safetensors)\n";
  }
  void addFlags(FlagSet &set) override;
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus runModel(StringRef path);
  ExitStatus runModule(StringRef path);
  /// Refuses flags that a compiled model does not take any more.
  ExitStatus checkModuleFlags(StringRef path) const;
  /// Refuses what says how a single call goes.
  ExitStatus checkPromptFlags() const;
  ExitStatus generate(StringRef path);
  /// The function to run, of the model in `path`.
  ExitStatus findFunction(Model &model, StringRef path, FuncOp &function);
  ExitStatus prepare(Execution &execution);
  ExitStatus computeExpected(FuncOp reference, llvm::ArrayRef<Tensor> inputs);
  ExitStatus execute(Execution &execution, llvm::ArrayRef<Tensor> inputs);
  ExitStatus compare(const Signature &signature, llvm::ArrayRef<Tensor> outputs,
                     bool isOnTiles);
  ExitStatus interpretFunction(FuncOp function);
  ExitStatus finish(const Signature &signature, llvm::ArrayRef<Tensor> outputs);

  ModelFlags flags;
  InputFlags inputFlags;
  GenerationFlags generation;
  std::string outputDirectory, profile, against, codeDirectory, functionName;
  std::vector<std::string> outputNames, kernelLibraries;
  int threads = 0;
  bool interpretOnly = false, check = false;
  /// With --check.
  std::vector<Expectation> expected;
};
} // namespace

void RunVerb::addFlags(FlagSet &set) {
  inputFlags.addTo(set);
  set.beginGroup("running");
  set.addText("--function", "NAME", functionName,
              "run this function; by default main, or the only one");
  set.addText("--output-dir", "DIR", outputDirectory,
              "write each output to DIR/NAME.npy");
  set.addList("--output-node", "NAME", outputNames, "only this output");
  set.addNumber("--threads", "N", threads, 1,
                "by default as many as affinity and control groups grant");
  set.addSwitch(
      "--interpret", interpretOnly,
      "run in the interpreter, which is slow and defines what is right");
  set.addSwitch(
      "--check", check,
      "run compiled and interpreted and compare; exit status 4 if they differ");
  set.addText(
      "--against", "MODEL", against,
      "the model that a .wm was compiled from, for --check and --interpret");
  set.addList("--load-kernels", "FILE", kernelLibraries,
              "load a library with kernels of custom ops, see weft/Plugin.h");
  set.addText("--profile", "FILE.json", profile,
              "record each dispatch; opens in Perfetto and chrome://tracing");
  set.addText("--code-dir", "DIR", codeDirectory,
              "also write the code there, where perf and gdb find its names");
  generation.addTo(set);
  flags.addTo(set);
}

/// The name of an output's file: characters that a shell or file system may not like become '_', and the same name again
/// gets a number.
static std::string chooseFileName(StringRef output, llvm::StringSet<> &taken) {
  std::string base;
  for (char c : output)
    base += llvm::isAlnum(c) || c == '.' || c == '_' || c == '-' ? c : '_';
  std::string name = base;
  for (unsigned number = 1; !taken.insert(name).second; ++number)
    name = base + "_" + std::to_string(number);
  return name + ".npy";
}

/// One line that tells an output apart from a wrong one at a glance.
static void printOutput(const Argument &argument, const Tensor &tensor) {
  llvm::outs() << argument.name << ": " << tensor.getType();
  std::vector<double> values = tensor.widen<double>();
  if (!values.empty()) {
    double sum = 0;
    for (double value : values)
      sum += value;
    auto [least, most] = std::minmax_element(values.begin(), values.end());
    llvm::outs() << "  min " << llvm::format("%g", *least) << "  max "
                 << llvm::format("%g", *most) << "  mean "
                 << llvm::format("%g",
                                 sum / static_cast<double>(values.size()));
  }
  llvm::outs() << '\n';
}

ExitStatus RunVerb::finish(const Signature &signature,
                           llvm::ArrayRef<Tensor> outputs) {
  for (const std::string &name : outputNames)
    if (llvm::none_of(signature.outputs,
                      [&](const Argument &each) { return each.name == name; }))
      return reportError(
          ExitStatus::BadInput,
          "the model has no output '" + name + "'; it has " +
              llvm::join(llvm::map_range(signature.outputs,
                                         [](const Argument &each) {
                                           return "'" + each.name + "'";
                                         }),
                         ", "));
  if (!outputDirectory.empty())
    if (std::error_code error =
            llvm::sys::fs::create_directories(outputDirectory))
      return reportError(ExitStatus::BadInput, "cannot make the folder '" +
                                                   outputDirectory +
                                                   "': " + error.message());
  llvm::StringSet<> taken;
  for (auto [argument, tensor] : llvm::zip(signature.outputs, outputs)) {
    if (!outputNames.empty() && !llvm::is_contained(outputNames, argument.name))
      continue;
    printOutput(argument, tensor);
    if (outputDirectory.empty())
      continue;
    SmallString<128> path(outputDirectory);
    llvm::sys::path::append(path, chooseFileName(argument.name, taken));
    if (llvm::Error error = writeNpy(path, tensor))
      return reportError(ExitStatus::BadInput, std::move(error));
  }
  return ExitStatus::Done;
}

ExitStatus RunVerb::interpretFunction(FuncOp function) {
  Signature signature = describeFunction(function);
  llvm::Expected<std::vector<Tensor>> inputs =
      makeInputs(signature, inputFlags, *function.getContext());
  if (!inputs)
    return reportError(ExitStatus::BadInput, inputs.takeError());
  progress::show("interpreting");
  FailureOr<SmallVector<Tensor>> outputs = runInterpreter(function, *inputs);
  progress::clear();
  return failed(outputs) ? ExitStatus::BadInput : finish(signature, *outputs);
}

ExitStatus RunVerb::prepare(Execution &execution) {
  execution.setCodeDirectory(codeDirectory);
  execution.setFunction(functionName);
  for (const std::string &library : kernelLibraries)
    if (ExitStatus status = execution.loadKernels(library);
        status != ExitStatus::Done)
      return status;
  return ExitStatus::Done;
}

ExitStatus RunVerb::computeExpected(FuncOp reference,
                                    llvm::ArrayRef<Tensor> inputs) {
  progress::show("interpreting");
  FailureOr<std::vector<Expectation>> results =
      computeExpectations(reference, inputs);
  progress::clear();
  if (failed(results))
    return ExitStatus::BadInput;
  expected = std::move(*results);
  return ExitStatus::Done;
}

ExitStatus RunVerb::compare(const Signature &signature,
                            llvm::ArrayRef<Tensor> outputs, bool isOnTiles) {
  if (expected.size() != outputs.size())
    return reportError(ExitStatus::CheckFailed,
                       "the module has " + Twine(outputs.size()) +
                           " outputs, the model " + Twine(expected.size()));
  bool agrees = true;
  for (size_t i = 0; i < outputs.size(); ++i)
    agrees &= compareOutput(signature.outputs[i], outputs[i], expected[i],
                            flags.precision, isOnTiles, llvm::errs());
  return agrees ? ExitStatus::Done : ExitStatus::CheckFailed;
}

ExitStatus RunVerb::execute(Execution &execution,
                            llvm::ArrayRef<Tensor> inputs) {
  if (ExitStatus status = execution.setInputs(inputs);
      status != ExitStatus::Done)
    return status;
  if (!profile.empty())
    if (ExitStatus status = execution.startProfile();
        status != ExitStatus::Done)
      return status;
  if (ExitStatus status = execution.run(); status != ExitStatus::Done)
    return status;
  if (!profile.empty())
    if (ExitStatus status = execution.writeProfile(profile);
        status != ExitStatus::Done)
      return status;
  std::vector<Tensor> outputs;
  if (ExitStatus status = execution.getOutputs(outputs);
      status != ExitStatus::Done)
    return status;
  const Signature &signature = execution.getSignature();
  ExitStatus status = finish(signature, outputs);
  bool isOnTiles =
      StringRef(weft_program_level(execution.getProgram())).contains("amx");
  return status == ExitStatus::Done && check
             ? compare(signature, outputs, isOnTiles)
             : status;
}

ExitStatus RunVerb::findFunction(Model &model, StringRef path,
                                 FuncOp &function) {
  function = model.findEntry(functionName);
  if (function)
    return ExitStatus::Done;
  auto names =
      llvm::map_range(model.getModule().getOps<FuncOp>(), [](FuncOp each) {
        return "'" + each.getName().str() + "'";
      });
  return reportError(
      ExitStatus::BadInput,
      path + ": expected " +
          (functionName.empty() ? "a function 'main' or one public function"
                                : "a function '" + functionName + "'") +
          ", found " + llvm::join(names, ", ") +
          (functionName.empty() ? ": choose one with --function" : ""));
}

ExitStatus RunVerb::runModel(StringRef path) {
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  FuncOp entry;
  if (ExitStatus status = findFunction(model, path, entry);
      status != ExitStatus::Done)
    return status;
  if (interpretOnly)
    return interpretFunction(entry);
  llvm::Expected<std::vector<Tensor>> inputs =
      makeInputs(describeFunction(entry), inputFlags, model.getContext());
  if (!inputs)
    return reportError(ExitStatus::BadInput, inputs.takeError());
  // Before the compiler rewrites the module and lets weights go.
  if (check)
    if (ExitStatus status = computeExpected(entry, *inputs);
        status != ExitStatus::Done)
      return status;
  Execution execution(model.getContext());
  if (ExitStatus status = prepare(execution); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = execution.openModel(model, threads);
      status != ExitStatus::Done)
    return status;
  return execute(execution, *inputs);
}

ExitStatus RunVerb::checkModuleFlags(StringRef path) const {
  // The model of --against is imported, and takes those of importing.
  bool isImported = !against.empty();
  for (auto [flag, isGiven] :
       {std::pair("--dim", !isImported && !flags.import.dims.empty()),
        std::pair("--state", !isImported && !flags.import.states.empty()),
        std::pair("--lora", !isImported && !flags.import.adapters.empty()),
        std::pair("--lora-beside",
                  !isImported && !flags.import.adaptersBeside.empty()),
        std::pair("--kv-cache", flags.cacheType != "f32")})
    if (isGiven)
      return reportError(ExitStatus::WrongUsage,
                         path + " is compiled already, and " + flag +
                             " is for compiling: give it to `weft compile`");
  return ExitStatus::Done;
}

ExitStatus RunVerb::checkPromptFlags() const {
  for (auto [flag, isGiven] :
       {std::pair("--check", check), std::pair("--interpret", interpretOnly),
        std::pair("--against", !against.empty()),
        std::pair("--function", !functionName.empty()),
        std::pair("--input", !inputFlags.inputs.empty()),
        std::pair("--output-dir", !outputDirectory.empty()),
        std::pair("--output-node", !outputNames.empty()),
        std::pair("--load-kernels", !kernelLibraries.empty())})
    if (isGiven)
      return reportError(ExitStatus::WrongUsage,
                         Twine("expected ") + flag +
                             " or a prompt, found both: " + flag +
                             " is for one call of a function, as in "
                             "--function prefill --input tokens=random:16");
  return ExitStatus::Done;
}

ExitStatus RunVerb::generate(StringRef path) {
  if (ExitStatus status = checkPromptFlags(); status != ExitStatus::Done)
    return status;
  LanguageModel model(flags);
  model.setCodeDirectory(codeDirectory);
  if (ExitStatus status = model.open(path, threads); status != ExitStatus::Done)
    return status;
  if (!profile.empty())
    if (ExitStatus status = model.startProfile(); status != ExitStatus::Done)
      return status;
  ExitStatus status = generation.run(model);
  return status == ExitStatus::Done && !profile.empty()
             ? model.writeProfile(profile)
             : status;
}

ExitStatus RunVerb::runModule(StringRef path) {
  if ((check || interpretOnly) && against.empty())
    return reportError(
        ExitStatus::WrongUsage,
        path + " is compiled and has no IR: --check and --interpret need "
               "--against with the model that it was compiled from");
  Model model(flags);
  FuncOp reference;
  if (!against.empty()) {
    if (ExitStatus status = model.import(against); status != ExitStatus::Done)
      return status;
    if (ExitStatus status = findFunction(model, against, reference);
        status != ExitStatus::Done)
      return status;
    if (interpretOnly)
      return interpretFunction(reference);
  }
  Execution execution(model.getContext());
  if (ExitStatus status = prepare(execution); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = execution.openFile(path, threads);
      status != ExitStatus::Done)
    return status;
  Signature signature =
      reference ? describeFunction(reference) : execution.getSignature();
  llvm::Expected<std::vector<Tensor>> inputs =
      makeInputs(signature, inputFlags, model.getContext());
  if (!inputs)
    return reportError(ExitStatus::BadInput, inputs.takeError());
  if (check)
    if (ExitStatus status = computeExpected(reference, *inputs);
        status != ExitStatus::Done)
      return status;
  return execute(execution, *inputs);
}

ExitStatus RunVerb::run(llvm::ArrayRef<std::string> arguments) {
  if (interpretOnly && check)
    return reportError(ExitStatus::WrongUsage,
                       "expected --check or --interpret, found both: the "
                       "interpreter is what --check compares with");
  if (generation.hasAdapterScales() && !generation.isWanted())
    return reportError(ExitStatus::WrongUsage,
                       "--lora-scale is for text behind a --prompt; other "
                       "calls take what changes the strength by --input "
                       "past.lora.NAME=NUMBER, -1 without the adapter");
  llvm::Expected<ModelFormat> format = detectModelFormat(arguments.front());
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  if (*format == ModelFormat::Module)
    if (ExitStatus status = checkModuleFlags(arguments.front());
        status != ExitStatus::Done)
      return status;
  if (generation.isWanted())
    return generate(arguments.front());
  return *format == ModelFormat::Module ? runModule(arguments.front())
                                        : runModel(arguments.front());
}

std::unique_ptr<Verb> weft::createRunVerb() {
  return std::make_unique<RunVerb>();
}
