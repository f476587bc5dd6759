// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CalibrationRun.h.

#include "lib/Optimizer/CalibrationRun.h"
#include "mlir/AsmParser/AsmParser.h"

using namespace mlir;
using namespace weft;

static llvm::Error check(WeftStatus status, const char *text) {
  if (status == WEFT_STATUS_OK)
    return llvm::Error::success();
  return llvm::createStringError("calibrating: " + Twine(text));
}

static Type getElementType(WeftDtype dtype, MLIRContext &context) {
  return parseType(weft_dtype_name(dtype), &context);
}

static std::string nameOf(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

CalibrationRun::~CalibrationRun() {
  weft_call_destroy(call);
  weft_session_destroy(session);
  weft_program_destroy(program);
}

llvm::Error CalibrationRun::open(ArrayRef<char> module,
                                 const std::string &function) {
  if (llvm::Error error =
          check(weft_program_open_memory(module.data(), module.size(), nullptr,
                                         &program),
                weft_program_error(program)))
    return error;
  WeftStatus status = weft_session_create(program, &session);
  if (llvm::Error error = check(status, weft_session_error(session)))
    return error;
  status = weft_call_create(session, function.c_str(), &call);
  if (llvm::Error error = check(status, weft_call_error(call)))
    return error;
  int32_t number = weft_program_find_function(program, function.c_str());
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t i = 0;
       weft_program_input(program, number, i, &info) == WEFT_STATUS_OK; ++i)
    inputs.push_back({info.name ? info.name : "",
                      getElementType(info.dtype, context),
                      SmallVector<int64_t>(info.dims, info.dims + info.rank)});
  return llvm::Error::success();
}

llvm::Error CalibrationRun::setInput(size_t number, const Tensor &tensor) {
  WeftTensor described = WEFT_TENSOR_INIT;
  described.data = const_cast<char *>(tensor.getData());
  described.sizeBytes = static_cast<uint64_t>(tensor.getSizeBytes());
  described.dims = tensor.getDims().data();
  described.rank = static_cast<int32_t>(tensor.getRank());
  described.dtype =
      weft_dtype_from_name(nameOf(tensor.getElementType()).c_str());
  WeftStatus status =
      weft_call_set_input_at(call, static_cast<int32_t>(number), &described);
  return check(status, weft_call_error(call));
}

llvm::Error CalibrationRun::run(const CalibrationSample &sample) {
  // They are read by the run.
  std::vector<Tensor> values;
  for (auto [number, input] : llvm::enumerate(inputs)) {
    values.push_back(sample[number]);
    if (input.isState) {
      SmallVector<int64_t> dims;
      for (int64_t dim : input.dims)
        dims.push_back(std::max<int64_t>(dim, 0));
      FailureOr<Tensor> zeros = Tensor::allocate(input.element, dims);
      if (failed(zeros))
        return llvm::createStringError("calibrating: no memory for a state");
      values.back() = *zeros;
    }
    if (llvm::Error error = setInput(number, values.back()))
      return error;
  }
  WeftStatus status = weft_call_run(call);
  return check(status, weft_call_error(call));
}

llvm::Expected<Tensor> CalibrationRun::getOutput(size_t number) {
  WeftTensor found = WEFT_TENSOR_INIT;
  WeftStatus status =
      weft_call_get_output_at(call, static_cast<int32_t>(number), &found);
  if (llvm::Error error = check(status, weft_call_error(call)))
    return std::move(error);
  ArrayRef<int64_t> dims(found.dims, static_cast<size_t>(found.rank));
  size_t size = weft_dtype_size(found.dtype);
  for (int64_t dim : dims)
    size *= static_cast<size_t>(dim);
  FailureOr<Tensor> tensor = Tensor::borrow(
      getElementType(found.dtype, context), dims,
      {static_cast<const char *>(found.data) + found.byteOffset, size});
  if (failed(tensor))
    return llvm::createStringError("calibrating: output " + Twine(number) +
                                   " cannot be read");
  return *tensor;
}
