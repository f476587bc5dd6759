// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft compile: a model into a module, or into whatever is on the way there.

#include "lib/Support/OutputFile.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "tools/weft/Verb.h"

using namespace weft;
using llvm::StringRef;

namespace {
class CompileVerb : public Verb {
public:
  StringRef getName() const override { return "compile"; }
  StringRef getSummary() const override {
    return "Compiles a model ahead of time.";
  }
  StringRef getUsage() const override { return "MODEL -o FILE.wm"; }
  StringRef getExamples() const override {
    return "  weft compile resnet50.onnx -o resnet50.wm\n"
           "  weft compile bert.onnx -o bert.wm --dim batch=1 --cpu all\n"
           "  weft compile vad.onnx -o vad.wm --state h=hn --state c=cn\n"
           "  weft compile resnet50.onnx -o resnet50.wm --tune=120\n"
           "  weft compile resnet50.onnx --compile-to=simplify        (the IR, "
           "on stdout)\n"
           "  weft compile resnet50.onnx --emit=asm -o resnet50.s\n"
           "  weft compile resnet50.onnx --emit=so -o libresnet50.so (and "
           "libresnet50.h)\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE", output,
                "where the result goes; - is stdout, the default for IR");
    set.addChoice("--compile-to", stage, getStageNames(),
                  "stop after this stage and print the IR");
    set.addChoice("--emit", emit,
                  {"module", "mlir", "llvm", "asm", "object", "so"},
                  "what to write: a module that the runtime loads (default), "
                  "the generated code by itself, or a plain shared library "
                  "with the weights in it and a C header beside it");
    set.addSwitch("--tune", "SECONDS", isTuned, tuneSeconds,
                  "search for schedules that are faster on this processor, 60 "
                  "seconds by default, and keep them for --tune-file");
    flags.addTo(set);
  }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus writeText(StringRef text);

  ModelFlags flags;
  std::string output, stage = "module", emit = "module";
  bool isTuned = false;
  double tuneSeconds = 60;
};
} // namespace

ExitStatus CompileVerb::writeText(StringRef text) {
  if (output.empty() || output == "-") {
    llvm::outs() << text;
    return ExitStatus::Done;
  }
  if (llvm::Error error = writeWholeFile(output, text))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

static EmitKind parseKind(StringRef emit) {
  static const StringRef names[] = {"module", "mlir", "llvm", "asm", "object"};
  return static_cast<EmitKind>(llvm::find(names, emit) - std::begin(names));
}

ExitStatus CompileVerb::run(llvm::ArrayRef<std::string> arguments) {
  Stage last = *parseStage(stage);
  EmitKind kind = last == Stage::Kernels ? EmitKind::MLIR
                  : emit == "so"         ? EmitKind::Module
                                         : parseKind(emit);
  bool text = last < Stage::Kernels || kind == EmitKind::MLIR ||
              kind == EmitKind::LLVM || kind == EmitKind::Assembly;
  if (output.empty() && !text)
    return reportError(ExitStatus::WrongUsage,
                       "expected -o FILE: what --emit=" + emit +
                           " writes is not for a terminal");
  if (isTuned && (last < Stage::Kernels || kind != EmitKind::Module))
    return reportError(ExitStatus::WrongUsage,
                       "--tune makes a module or a library faster; it does not "
                       "go with --emit=" +
                           emit + " --compile-to=" + stage);
  if (ExitStatus status = checkOutput(arguments.front(), output);
      status != ExitStatus::Done)
    return status;
  Model model(flags);
  if (ExitStatus status = model.import(arguments.front());
      status != ExitStatus::Done)
    return status;
  if (last < Stage::Kernels) {
    if (ExitStatus status = model.runStages(last); status != ExitStatus::Done)
      return status;
    std::string ir;
    llvm::raw_string_ostream stream(ir);
    model.getModule()->print(stream);
    return writeText(ir);
  }
  if (isTuned)
    if (ExitStatus status = model.tune(tuneSeconds); status != ExitStatus::Done)
      return status;
  if (emit == "so")
    return model.emitLibrary(output);
  if (kind != EmitKind::Module) {
    std::string code;
    if (ExitStatus status = model.emit(kind, code); status != ExitStatus::Done)
      return status;
    return writeText(code);
  }
  if (ExitStatus status = model.compile(); status != ExitStatus::Done)
    return status;
  progress::show("writing " + output);
  if (llvm::Error error = model.getWriter().write(output))
    return reportError(ExitStatus::BadInput, std::move(error));
  progress::clear();
  return ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createCompileVerb() {
  return std::make_unique<CompileVerb>();
}
