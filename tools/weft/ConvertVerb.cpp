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
  StringRef getSummary() const override {
    return "Imports a model into the IR.";
  }
  StringRef getUsage() const override { return "MODEL -o model.ir"; }
  StringRef getExamples() const override {
    return "  weft convert resnet50.onnx -o resnet50.ir\n"
           "  weft convert bert.onnx -o bert.ir --dim sequence=128\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addText("--output", "FILE.ir", output, "the same");
    set.addText("--input", "MODEL", input,
                "the model, in place of the argument");
    set.addSwitch(
        "--refer", refer,
        "leave the weights where they are and refer to the source's file");
    llvm::SmallVector<StringRef> targets;
    for (const Target *each : getTargets())
      targets.push_back(each->getName());
    llvm::append_range(targets, getOtherTargetNames());
    set.addChoice("--target", target, targets,
                  "recorded in the file: what it will be compiled for unless "
                  "--target says otherwise; need not be available here");
    flags.addImportFlags(set);
  }

  unsigned getMinArguments() const override { return 0; }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override {
    if (arguments.empty() == input.empty())
      return reportError(ExitStatus::WrongUsage,
                         "expected one model, as an argument or by --input");
    StringRef path = input.empty() ? StringRef(arguments.front()) : input;
    if (output.empty())
      return reportError(ExitStatus::WrongUsage, "expected -o FILE.ir");
    if (ExitStatus status = checkOutput(path, output);
        status != ExitStatus::Done)
      return status;
    Model model(flags);
    if (ExitStatus status = model.import(path); status != ExitStatus::Done)
      return status;
    if (!target.empty())
      model.getModule()->setAttr(
          kTargetAttribute, mlir::StringAttr::get(&model.getContext(), target));
    WeightPlacement placement =
        refer ? WeightPlacement::ReferToFiles : WeightPlacement::Embed;
    ModelIrExtras extras;
    for (const auto &[name, bytes] : model.getAssets())
      extras.assets.push_back({name, {bytes.data(), bytes.size()}});
    return succeeded(
               exportModelIr(model.getModule(), output, extras, placement))
               ? ExitStatus::Done
               : ExitStatus::BadInput;
  }

private:
  ModelFlags flags;
  std::string input, output, target;
  bool refer = false;
};
} // namespace

std::unique_ptr<Verb> weft::createConvertVerb() {
  return std::make_unique<ConvertVerb>();
}
