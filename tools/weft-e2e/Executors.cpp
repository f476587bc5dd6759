// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of executors. A target joins it with one line.

#include "tools/weft-e2e/Executors.h"
#include "lib/Pipelines/Stages.h"
#include "weft/Runtime.h"
#include "llvm/ADT/ScopeExit.h"

#include <cstring>

using namespace mlir;
using namespace weft;

static FailureOr<SmallVector<Tensor>>
runInterpreter(FuncOp func, ArrayRef<Tensor> inputs, const TargetOptions &) {
  return interpret(func, inputs);
}

/// The runtime's number of an element type.
static WeftDtype dtypeOf(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return weft_dtype_from_name(name.c_str());
}

/// The result of a run as a tensor of its own.
static FailureOr<Tensor> copyOutput(const WeftTensor &output, Type element) {
  FailureOr<Tensor> tensor =
      Tensor::allocate(element, ArrayRef<int64_t>(output.dims, output.rank));
  if (succeeded(tensor))
    std::memcpy(tensor->getMutableData(),
                static_cast<const char *>(output.data) + output.byteOffset,
                tensor->getSizeBytes());
  return tensor;
}

/// Runs the function \p name of a module in memory.
static FailureOr<SmallVector<Tensor>> runProgram(FuncOp func,
                                                 ArrayRef<char> module,
                                                 StringRef name,
                                                 ArrayRef<Tensor> inputs) {
  WeftProgram *program = nullptr;
  WeftSession *session = nullptr;
  WeftCall *call = nullptr;
  llvm::scope_exit destroy([&] {
    weft_call_destroy(call);
    weft_session_destroy(session);
    weft_program_destroy(program);
  });
  if (weft_program_open_memory(module.data(), module.size(), nullptr,
                               &program) != WEFT_STATUS_OK)
    return func.emitError(weft_program_error(program));
  if (weft_session_create(program, &session) != WEFT_STATUS_OK)
    return func.emitError(weft_session_error(session));
  if (weft_call_create(session, name.str().c_str(), &call) != WEFT_STATUS_OK)
    return func.emitError(weft_call_error(call));
  for (auto [i, input] : llvm::enumerate(inputs)) {
    WeftTensor tensor = WEFT_TENSOR_INIT;
    tensor.data = const_cast<char *>(input.getData());
    tensor.sizeBytes = input.getSizeBytes();
    tensor.dims = input.getDims().data();
    tensor.rank = input.getRank();
    tensor.dtype = dtypeOf(input.getElementType());
    if (weft_call_set_input_at(call, i, &tensor) != WEFT_STATUS_OK)
      return func.emitError(weft_call_error(call));
  }
  if (weft_call_run(call) != WEFT_STATUS_OK)
    return func.emitError(weft_call_error(call));
  SmallVector<Tensor> results;
  for (auto [i, type] : llvm::enumerate(func.getResultTypes())) {
    WeftTensor output = WEFT_TENSOR_INIT;
    if (weft_call_get_output_at(call, i, &output) != WEFT_STATUS_OK)
      return func.emitError(weft_call_error(call));
    FailureOr<Tensor> tensor =
        copyOutput(output, cast<RankedTensorType>(type).getElementType());
    if (failed(tensor))
      return failure();
    results.push_back(*tensor);
  }
  return results;
}

/// Compiles the module of \p func for a level of this processor and runs it.
static FailureOr<SmallVector<Tensor>>
runCompiled(FuncOp func, ArrayRef<Tensor> inputs,
            const TargetOptions &targetOptions) {
  auto module = func->getParentOfType<ModuleOp>();
  std::string name = func.getName().str();
  ModuleWriter writer{ModuleOrigin()};
  PipelineOptions options;
  options.targetOptions = targetOptions;
  if (failed(compileModule(module, options, writer)))
    return failure();
  // Passes may have replaced the function.
  func = module.lookupSymbol<FuncOp>(name);
  llvm::Expected<std::shared_ptr<MappedFile>> mapped = writer.writeToMemory();
  if (!mapped)
    return func.emitError(llvm::toString(mapped.takeError()));
  return runProgram(func, (*mapped)->getBytes(), name, inputs);
}

static const std::pair<StringRef,
                       FailureOr<SmallVector<Tensor>> (*)(
                           FuncOp, ArrayRef<Tensor>, const TargetOptions &)>
    kExecutors[] = {
        {"interpreter", runInterpreter},
        {"cpu", runCompiled},
};

std::optional<Executor> weft::findExecutor(StringRef name,
                                           const TargetOptions &options) {
  for (auto [each, run] : kExecutors)
    if (each == name)
      return [run = run, options](FuncOp func, ArrayRef<Tensor> inputs) {
        return run(func, inputs, options);
      };
  return std::nullopt;
}

std::string weft::listExecutors() {
  return llvm::join(
      llvm::map_range(kExecutors, [](auto entry) { return entry.first; }),
      ", ");
}

void weft::registerExecutorDialects(DialectRegistry &registry) {
  registerCompilerDialects(registry);
}
