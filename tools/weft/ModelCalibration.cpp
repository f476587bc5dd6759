// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ModelCalibration.h.

#include "tools/weft/ModelCalibration.h"
#include "tools/weft/CallSamples.h"
#include "tools/weft/Progress.h"
#include "tools/weft/TextTokens.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;
using namespace weft;

ExitStatus ModelCalibration::run(StringRef path) {
  llvm::Expected<std::shared_ptr<Statistics>> known =
      readStatistics(options, "--");
  if (!known)
    return reportError(ExitStatus::BadInput, known.takeError());
  statistics = std::move(*known);
  if (options.calibration.empty())
    return options.statistics.empty() ? ExitStatus::Done : fit(path);
  for (int number = 0; number < options.countCalibrations(); ++number)
    if (ExitStatus status = calibrate(path, number); status != ExitStatus::Done)
      return status;
  if (options.statistics.empty())
    return ExitStatus::Done;
  if (llvm::Error error = statistics->write(options.statistics))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

ExitStatus ModelCalibration::fit(StringRef path) {
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (llvm::Error error =
          fitStatistics(model.getModule(), options, statistics.get()))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

/// Samples of random values, as `weft run` has them for inputs that nobody gave.
static llvm::Expected<SampleMaker> makeRandomSamples(Model &model) {
  FuncOp function = model.findEntry("");
  if (!function)
    return llvm::createStringError(
        "--calibrate random expects a model with a function main; language "
        "models take token ids from a .npy file");
  Signature signature = describeFunction(function);
  llvm::Expected<std::vector<Tensor>> first =
      makeInputs(signature, InputFlags(), model.getContext());
  if (!first)
    return first.takeError();
  return [signature, first = std::move(*first)](
             int64_t number) -> llvm::Expected<CalibrationSample> {
    CalibrationSample sample = first;
    llvm::Expected<size_t> numRandom = randomizeInputs(
        signature, InputFlags(), static_cast<int>(number), sample);
    if (!numRandom)
      return numRandom.takeError();
    return sample;
  };
}

ExitStatus ModelCalibration::readData(Model &model, Calibrator &calibrator) {
  StringRef file = options.calibration;
  if (file == "random") {
    llvm::Expected<SampleMaker> maker = makeRandomSamples(model);
    if (!maker)
      return reportError(ExitStatus::WrongUsage, maker.takeError());
    calibrator.setMaker(std::move(*maker));
    return ExitStatus::Done;
  }
  if (isSampleData(file)) {
    if (llvm::Error error = calibrator.readData(file, model.getContext()))
      return reportError(ExitStatus::BadInput, std::move(error));
    return ExitStatus::Done;
  }
  if (!model.getModule().lookupSymbol<FuncOp>("evaluate"))
    return reportError(ExitStatus::BadInput,
                       "'" + file +
                           "' is read as text, which calibrates language "
                           "models; other models take a .npy or .npz file of "
                           "inputs, a folder of images, or random");
  return readText(model, calibrator);
}

ExitStatus ModelCalibration::readText(Model &model, Calibrator &calibrator) {
  StringRef file = options.calibration;
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  if (ExitStatus status = readTextFile(file, buffer);
      status != ExitStatus::Done)
    return status;
  // A token of more than 16 bytes is rare.
  auto numTokens = static_cast<size_t>(options.samples) *
                   static_cast<size_t>(kCalibrationContext);
  std::vector<int32_t> ids;
  if (!buffer->getBuffer().empty())
    if (ExitStatus status =
            encodeText(model.getAssets(),
                       buffer->getBuffer().take_front(numTokens * 16), ids);
        status != ExitStatus::Done)
      return status;
  llvm::Expected<CalibrationData> data =
      CalibrationData::fromTokens(file, ids, model.getContext());
  if (!data)
    return reportError(ExitStatus::BadInput, data.takeError());
  calibrator.setData(std::move(*data));
  return ExitStatus::Done;
}

ExitStatus ModelCalibration::calibrate(StringRef path, int number) {
  Model model(flags);
  Calibrator calibrator(options, statistics, number);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (llvm::Error error = adaptOptions(model.getModule(), options, "--"))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  if (ExitStatus status = readData(model, calibrator);
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = model.runPasses(
          [&](OpPassManager &manager) { calibrator.addPasses(manager); });
      status != ExitStatus::Done)
    return status;
  calibrator.begin(model.getModule());
  std::shared_ptr<MappedFile> module;
  if (ExitStatus status = model.compileToMemory(module);
      status != ExitStatus::Done)
    return status;
  if (llvm::Error error =
          calibrator.run(module, [](double part, StringRef what) {
            progress::show(part, what);
          }))
    return reportError(ExitStatus::BadInput, std::move(error));
  progress::clear();
  return ExitStatus::Done;
}
