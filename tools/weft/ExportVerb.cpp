// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft export: a model as a file of another framework.

#include "lib/Export/Model/ExportModel.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

namespace {
class ExportVerb : public Verb {
public:
  StringRef getName() const override { return "export"; }
  StringRef getSummary() const override {
    return "Writes a model as a file of another framework.";
  }
  StringRef getUsage() const override { return "MODEL -o FILE"; }
  StringRef getExamples() const override {
    return "  weft export model-int8.ir -o model-int8.gguf\n"
           "  weft export model-int4.ir -o folder --format safetensors\n"
           "  weft export model.gguf -o smaller.gguf --type q4_0\n"
           "  weft export resnet50-int8.ir -o resnet50-int8.onnx\n"
           "  weft export model-int8.ir -o model-int8.onnx --source "
           "model.onnx\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE", output,
                "where the result goes; a folder for safetensors");
    set.addText("--output", "FILE", output, "the same");
    set.addChoice("--format", options.format, kExportFormats,
                  "by the ending of the output, unless this says otherwise");
    set.addChoice(
        "--type", options.type, kExportTypes,
        "what weights are rounded to, of safetensors one of floats; by "
        "default what has them as they are");
    set.addText("--source", "FILE.onnx", options.source,
                "of ONNX: the file that the model was made from, whose graph "
                "the result has, with other values of weights");
    set.addSwitch("--external-data", options.isExternal,
                  "of ONNX: weights go to FILE.data, as they do anyway where "
                  "they are too large for one file");
    set.addSwitch("--no-tokenizer", hasNoTokenizer, "leave the tokenizer out");
    flags.addImportFlags(set);
  }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override {
    StringRef path = arguments.front();
    if (output.empty() || output == "-")
      return reportError(ExitStatus::WrongUsage, "expected -o FILE");
    options.hasTokenizer = !hasNoTokenizer;
    if (llvm::Error error = checkExportOptions(options, output, "--"))
      return reportError(ExitStatus::WrongUsage, std::move(error));
    if (ExitStatus status = checkPaths(path); status != ExitStatus::Done)
      return status;
    Model model(flags);
    if (ExitStatus status = model.import(path); status != ExitStatus::Done)
      return status;
    progress::show("writing " + output);
    std::vector<std::string> warnings;
    llvm::Error error = exportModel(model.getModule(), model.getAssets(),
                                    output, options, warnings);
    progress::clear();
    for (const std::string &warning : warnings)
      llvm::errs() << "warning: " << warning << '\n';
    if (error)
      return reportError(ExitStatus::BadInput, std::move(error));
    return ExitStatus::Done;
  }

private:
  /// Refuses to write over what is read.
  ExitStatus checkPaths(StringRef path) const {
    namespace fs = llvm::sys::fs;
    if (!options.source.empty() && fs::equivalent(options.source, output))
      return reportError(ExitStatus::WrongUsage,
                         "the output '" + output +
                             "' is the file of --source: give another one");
    if (options.format != "safetensors")
      return checkOutput(path, output);
    StringRef folder = llvm::sys::path::parent_path(path);
    if (fs::equivalent(path, output) ||
        (!fs::is_directory(path) &&
         fs::equivalent(folder.empty() ? "." : folder, output)))
      return reportError(ExitStatus::WrongUsage,
                         "the output '" + output +
                             "' is the model itself or its folder: give an "
                             "empty or new folder");
    return ExitStatus::Done;
  }

  ModelFlags flags;
  ExportOptions options;
  std::string output;
  bool hasNoTokenizer = false;
};
} // namespace

std::unique_ptr<Verb> weft::createExportVerb() {
  return std::make_unique<ExportVerb>();
}
