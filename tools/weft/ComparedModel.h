// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One side of a comparison: a language model, or a model with a function that runs.

#ifndef WEFT_TOOLS_WEFT_COMPAREDMODEL_H
#define WEFT_TOOLS_WEFT_COMPAREDMODEL_H

#include "tools/weft/Execution.h"
#include "tools/weft/LanguageModel.h"

namespace weft {

/// What fails is on stderr.
class ComparedModel {
public:
  ComparedModel(const ModelFlags &flags, llvm::StringRef path)
      : flags(flags), path(path.str()) {}

  /// Finds out what it is, and imports it if it is no language model.
  ExitStatus load();
  bool isLanguageModel() const { return isLanguage; }
  const std::string &getPath() const { return path; }

  /// Compiles it where it is not compiled yet, and opens it; after load().
  ExitStatus open(int threads);
  /// Only of a language model.
  LanguageModel &getLanguageModel() { return *language; }
  /// Only of another one.
  Execution &getExecution() { return *execution; }
  const Signature &getSignature() const { return signature; }
  mlir::MLIRContext &getContext() {
    return model ? model->getContext() : context;
  }

private:
  ExitStatus openExecution(int threads);

  const ModelFlags &flags;
  std::string path;
  bool isLanguage = false;
  std::optional<LanguageModel> language;
  /// Where it was not compiled.
  std::optional<Model> model;
  mlir::MLIRContext context;
  std::optional<Execution> execution;
  Signature signature;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_COMPAREDMODEL_H
