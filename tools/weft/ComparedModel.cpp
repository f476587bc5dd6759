// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ComparedModel.h.

#include "tools/weft/ComparedModel.h"

using namespace mlir;
using namespace weft;

ExitStatus ComparedModel::load() {
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  if (*format == ModelFormat::Module) {
    isLanguage = isLanguageModule(path);
    return ExitStatus::Done;
  }
  model.emplace(flags);
  if (ExitStatus status = model->import(path); status != ExitStatus::Done)
    return status;
  isLanguage = weft::isLanguageModel(model->getModule());
  // It is imported again where its text is needed too.
  if (isLanguage)
    model.reset();
  return ExitStatus::Done;
}

ExitStatus ComparedModel::open(int threads) {
  if (!isLanguage)
    return openExecution(threads);
  language.emplace(flags);
  return language->open(path, threads);
}

ExitStatus ComparedModel::openExecution(int threads) {
  execution.emplace(getContext());
  if (!model) {
    if (ExitStatus status = execution->openFile(path, threads);
        status != ExitStatus::Done)
      return status;
    signature = execution->getSignature();
    return ExitStatus::Done;
  }
  FuncOp entry = model->findEntry();
  if (!entry)
    return reportError(
        ExitStatus::BadInput,
        path + ": expected a function 'main' or one public function");
  signature = describeFunction(entry);
  execution->setFunction(entry.getName());
  return execution->openModel(*model, threads);
}
