// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft convert: a model of any format into a model.ir.

#include "lib/Import/ModelIr/ModelIr.h"
#include "tools/weft/Model.h"

using namespace weft;
using llvm::StringRef;

namespace {
class ConvertVerb : public Verb {
public:
  StringRef getName() const override { return "convert"; }
  StringRef getSummary() const override { return "Imports a model into the IR."; }
  StringRef getUsage() const override { return "MODEL -o model.ir"; }
  StringRef getExamples() const override {
    return "  weft convert resnet50.onnx -o resnet50.ir\n"
           "  weft convert bert.onnx -o bert.ir --dim sequence=128\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addSwitch("--refer", refer, "leave the weights where they are and refer to the source's file");
    set.addChoice("--target", target, {"cpu", "gpu", "npu"}, "recorded in the file for those who compile it");
    set.addList("--dim", "NAME=SIZE", flags.import.dims, "fix a named dimension");
    set.addList("--state", "INPUT=OUTPUT", flags.import.states, "the input is what the output was in the call before");
  }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override {
    if (output.empty())
      return reportError(ExitStatus::WrongUsage, "expected -o FILE.ir");
    Model model(flags);
    if (ExitStatus status = model.import(arguments.front()); status != ExitStatus::Done)
      return status;
    ModelIrExtras extras;
    if (!target.empty())
      extras.metadata["target"] = target;
    WeightPlacement placement = refer ? WeightPlacement::ReferToFiles : WeightPlacement::Embed;
    return succeeded(exportModelIr(model.getModule(), output, extras, placement)) ? ExitStatus::Done : ExitStatus::BadInput;
  }

private:
  ModelFlags flags;
  std::string output, target;
  bool refer = false;
};
} // namespace

std::unique_ptr<Verb> weft::createConvertVerb() { return std::make_unique<ConvertVerb>(); }
