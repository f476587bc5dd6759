// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The runtime's C API with tensors of the tools.

#include "tools/weft/Execution.h"
#include "tools/weft/Crash.h"
#include "tools/weft/Model.h"
#include "llvm/Support/DynamicLibrary.h"

using namespace mlir;
using namespace weft;

/// Prints the text of a failure; a fault of ours among them has its own status.
static ExitStatus check(WeftStatus status, const char *text) {
  if (status == WEFT_STATUS_OK)
    return ExitStatus::Done;
  reportError(ExitStatus::BadInput, text);
  if (status != WEFT_STATUS_INTERNAL)
    return ExitStatus::BadInput;
  writeReproducer();
  return ExitStatus::Internal;
}

static WeftTensor describe(const Tensor &tensor) {
  WeftTensor described = WEFT_TENSOR_INIT;
  described.data = const_cast<char *>(tensor.getData());
  described.sizeBytes = tensor.getSizeBytes();
  described.dims = tensor.getDims().data();
  described.dtype = getDtype(tensor.getElementType());
  described.rank = tensor.getRank();
  return described;
}

Execution::~Execution() {
  weft_profile_destroy(profile);
  weft_call_destroy(call);
  weft_session_destroy(session);
  weft_program_destroy(program);
}

ExitStatus Execution::loadKernels(StringRef library) {
  std::string message;
  llvm::sys::DynamicLibrary loaded =
      llvm::sys::DynamicLibrary::getPermanentLibrary(library.str().c_str(),
                                                     &message);
  if (!loaded.isValid())
    return reportError(ExitStatus::BadInput,
                       "cannot load '" + library + "': " + message);
  auto list = reinterpret_cast<const WeftExtern *(*)(int32_t *)>(
      loaded.getAddressOfSymbol("weft_plugin_kernels"));
  if (!list)
    return reportError(ExitStatus::BadInput,
                       "'" + library +
                           "' has no kernels: it does not export "
                           "weft_plugin_kernels, see weft/Plugin.h");
  int32_t count = 0;
  const WeftExtern *first = list(&count);
  externs.insert(externs.end(), first, first + count);
  return ExitStatus::Done;
}

WeftProgramOptions Execution::getOptions(int threads) const {
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.threads = threads;
  options.externs = externs.data();
  options.externCount = static_cast<int32_t>(externs.size());
  options.codeDirectory =
      codeDirectory.empty() ? nullptr : codeDirectory.c_str();
  return options;
}

ExitStatus Execution::openFile(StringRef path, int threads) {
  WeftProgramOptions options = getOptions(threads);
  return finishOpening(
      weft_program_open(path.str().c_str(), &options, &program));
}

ExitStatus Execution::openMemory(std::shared_ptr<MappedFile> module,
                                 int threads) {
  memory = std::move(module);
  WeftProgramOptions options = getOptions(threads);
  return finishOpening(weft_program_open_memory(
      memory->getBytes().data(), memory->getSizeBytes(), &options, &program));
}

ExitStatus Execution::openModel(Model &model, int threads) {
  std::shared_ptr<MappedFile> module;
  if (ExitStatus status = model.compileToMemory(module);
      status != ExitStatus::Done)
    return status;
  return openMemory(std::move(module), threads);
}

ExitStatus Execution::finishOpening(WeftStatus status) {
  if (status != WEFT_STATUS_OK)
    return check(status, weft_program_error(program));
  if (WeftStatus status = weft_session_create(program, &session);
      status != WEFT_STATUS_OK)
    return check(status, weft_session_error(session));
  WeftFunctionInfo first = WEFT_FUNCTION_INFO_INIT;
  if (isAnyFunction && function.empty() &&
      weft_program_find_function(program, "main") < 0 &&
      weft_program_function(program, 0, &first) == WEFT_STATUS_OK)
    function = first.name;
  int32_t number = weft_program_find_function(
      program, function.empty() ? "main" : function.c_str());
  if (WeftStatus status = weft_call_create(
          session, function.empty() ? nullptr : function.c_str(), &call);
      status != WEFT_STATUS_OK)
    return check(status, weft_call_error(call));
  signature = describeFunction(program, std::max(0, number), context);
  return ExitStatus::Done;
}

ExitStatus Execution::setInputs(ArrayRef<Tensor> tensors) {
  inputs = tensors.vec();
  for (auto [i, tensor] : llvm::enumerate(inputs)) {
    if (tensor.isNull())
      continue;
    const Argument &argument = signature.inputs[i];
    WeftTensor described = describe(tensor);
    ExitStatus status =
        argument.state.empty()
            ? check(weft_call_set_input_at(call, i, &described),
                    weft_call_error(call))
            : check(weft_session_set_state(session, argument.state.c_str(),
                                           &described),
                    weft_session_error(session));
    if (status != ExitStatus::Done)
      return status;
  }
  return ExitStatus::Done;
}

ExitStatus Execution::run() {
  return check(weft_call_run(call), weft_call_error(call));
}

ExitStatus Execution::getOutputs(std::vector<Tensor> &outputs) {
  for (size_t i = 0; i < signature.outputs.size(); ++i) {
    WeftTensor found = WEFT_TENSOR_INIT;
    if (ExitStatus status = check(weft_call_get_output_at(call, i, &found),
                                  weft_call_error(call));
        status != ExitStatus::Done)
      return status;
    FailureOr<Tensor> tensor = Tensor::allocate(
        getElementType(found.dtype, context), ArrayRef(found.dims, found.rank));
    if (failed(tensor))
      return reportError(ExitStatus::BadInput, "no memory for output '" +
                                                   signature.outputs[i].name +
                                                   "'");
    if (tensor->getSizeBytes())
      memcpy(tensor->getMutableData(),
             static_cast<const char *>(found.data) + found.byteOffset,
             tensor->getSizeBytes());
    outputs.push_back(*tensor);
  }
  return ExitStatus::Done;
}

ExitStatus Execution::run(ArrayRef<Tensor> tensors,
                          std::vector<Tensor> &outputs) {
  if (ExitStatus status = setInputs(tensors); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = run(); status != ExitStatus::Done)
    return status;
  return getOutputs(outputs);
}

ExitStatus Execution::startProfile() {
  if (ExitStatus status = check(weft_profile_create(program, &profile),
                                "cannot create a profile");
      status != ExitStatus::Done)
    return status;
  return check(weft_call_set_profile(call, profile), weft_call_error(call));
}

ExitStatus Execution::writeProfile(StringRef path) {
  return check(weft_profile_write(profile, path.str().c_str()),
               weft_profile_error(profile));
}

void Execution::visitProfile(
    llvm::function_ref<void(const WeftProfileEvent &)> visit) {
  for (int64_t i = 0; i < weft_profile_event_count(profile); ++i) {
    WeftProfileEvent event = WEFT_PROFILE_EVENT_INIT;
    if (weft_profile_event(profile, i, &event) == WEFT_STATUS_OK)
      visit(event);
  }
  weft_profile_clear(profile);
}
