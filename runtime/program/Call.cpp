// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A run: bind the inputs, execute on the device, hand out the outputs, move the
// state on.
#include "runtime/program/Call.h"
#include "runtime/program/Dtype.h"

#include <cstring>

using namespace weft::runtime;

template <typename... Parts> static Status bad(const Parts &...parts) {
  return weft::runtime::failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
}

Call::Call(std::shared_ptr<Session> session, uint32_t functionIndex)
    : session(std::move(session)), functionIndex(functionIndex),
      function(this->session->getManifest().functions[functionIndex]),
      inputs(function.inputs.size()), outputs(function.outputs.size()),
      slots(function.inputs.size()), slotDims(function.inputs.size()),
      symbols(this->session->getManifest()) {
  for (const Argument &argument : function.inputs)
    hasState |= argument.state >= 0;
  for (const Argument &argument : function.outputs)
    hasState |= argument.state >= 0;
}

Status Call::create(std::shared_ptr<Session> session, uint32_t function,
                    std::unique_ptr<Call> &call) {
  std::unique_ptr<Call> created(new Call(std::move(session), function));
  const Executable &executable =
      created->session->getProgram()->getExecutable();
  if (Status status = executable.createWorkspace(function, created->workspace);
      !status.ok())
    return status;
  call = std::move(created);
  return Status();
}

TensorName Call::describeInput(size_t index) const {
  return {"input", function.inputs[index].name};
}

TensorName Call::describeOutput(size_t index) const {
  return {"output", function.outputs[index].name};
}

static Status findByName(std::string_view kind, const Function &function,
                         const std::vector<Argument> &arguments,
                         std::string_view name, int32_t &index) {
  std::string names;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].name == name) {
      index = int32_t(i);
      return Status();
    }
    // State is the session's, so it is not offered; and the message stays
    // short.
    if (arguments[i].state < 0 && names.size() < 1000)
      names += concat(names.empty() ? "" : ", ", "'", arguments[i].name, "'");
  }
  return bad("function '", function.name, "' has no ", kind, " '", name,
             "', expected one of: ", names.empty() ? "(none)" : names);
}

Status Call::findInput(std::string_view name, int32_t &index) const {
  return findByName("input", function, function.inputs, name, index);
}

Status Call::findOutput(std::string_view name, int32_t &index) const {
  return findByName("output", function, function.outputs, name, index);
}

static Status checkIndex(std::string_view kind, const Function &function,
                         int32_t index, size_t count) {
  if (index >= 0 && size_t(index) < count)
    return Status();
  return bad("function '", function.name, "': expected an index of ", kind,
             " below ", count, ", found ", index);
}

Status Call::setInput(int32_t index, const WeftTensor *tensor) {
  if (Status status = checkIndex("input", function, index, inputs.size());
      !status.ok())
    return status;
  const Argument &argument = function.inputs[size_t(index)];
  TensorName what = describeInput(size_t(index));
  if (argument.state >= 0)
    return bad(what, " is state '",
               session->getManifest().states[size_t(argument.state)].name,
               "', which the session keeps: set it there");
  TensorView view;
  if (Status status = TensorView::create(what, tensor, view); !status.ok())
    return status;
  if (view.getDtype() != argument.dtype)
    return bad(
        what, ": expected ",
        describeType(argument.dtype, argument.dims, session->getManifest()),
        ", found ", describeType(view.getDtype(), view.getDims()));
  // Symbols are compared when all inputs are there.
  SymbolSizes own(session->getManifest());
  if (Status status = own.check(what, argument, view.getDims(), true);
      !status.ok())
    return status;
  inputs[size_t(index)].view = std::move(view);
  inputs[size_t(index)].set = true;
  return Status();
}

Status Call::setOutput(int32_t index, const WeftTensor *tensor) {
  if (Status status = checkIndex("output", function, index, outputs.size());
      !status.ok())
    return status;
  const Argument &argument = function.outputs[size_t(index)];
  TensorName what = describeOutput(size_t(index));
  if (argument.state >= 0)
    return bad(what, " is state '",
               session->getManifest().states[size_t(argument.state)].name,
               "', which the session keeps: get it there");
  Output &output = outputs[size_t(index)];
  if (!tensor) {
    output.hasBuffer = false;
    return Status();
  }
  WeftTensor buffer;
  if (Status status = readTensorStruct(what, tensor, buffer); !status.ok())
    return status;
  if (buffer.dtype != WEFT_DTYPE_INVALID && buffer.dtype != argument.dtype)
    return bad(what, ": expected a buffer of ", getDtypeName(argument.dtype),
               ", found ", getDtypeName(buffer.dtype));
  if (!buffer.data)
    return bad(what, ": expected a buffer, found null");
  auto *data = static_cast<uint8_t *>(buffer.data) + buffer.byteOffset;
  if (Status status = checkAlignment(what, data, argument.dtype); !status.ok())
    return status;
  output.hasBuffer = true;
  output.buffer = data;
  output.capacity = buffer.sizeBytes;
  return Status();
}

void Call::setAllocator(WeftOutputFn function, void *user) {
  allocate = function;
  allocateUser = user;
}

void Call::setCancel(WeftCancelFn function, void *user) {
  askCancel = function;
  askCancelUser = user;
}

Status Call::setProfile(std::shared_ptr<Profile> newProfile) {
  if (newProfile && !newProfile->isAbout(session->getManifest()))
    return bad("expected a profile of this program, found one of another");
  profile = std::move(newProfile);
  return Status();
}

bool Call::pollCancelled() {
  if (!cancelled.load(std::memory_order_relaxed) && askCancel &&
      askCancel(askCancelUser) != 0)
    cancel();
  return cancelled.load(std::memory_order_relaxed);
}

Status Call::bindState(size_t index) {
  const Argument &argument = function.inputs[index];
  State &state = session->getState(argument.state);
  TensorName what{"state",
                  session->getManifest().states[size_t(argument.state)].name};
  std::vector<int64_t> &dims = slotDims[index];
  if (state.isSet()) {
    dims.assign(state.getDims().begin(), state.getDims().end());
  } else {
    dims.clear();
    for (const Dim &dim : argument.dims) {
      int64_t bound = dim.symbol >= 0 ? symbols.getSizes()[dim.symbol] : -1;
      dims.push_back(dim.size >= 0 ? dim.size : bound >= 0 ? bound : 0);
    }
    uint64_t bytes;
    if (!computeSizeBytes(argument.dtype, dims, bytes))
      return bad(what, ": size of ", describeType(argument.dtype, dims),
                 " overflows");
    if (!state.provideZeros(bytes))
      return weft::runtime::failure(WEFT_STATUS_OUT_OF_MEMORY, what,
                                    ": cannot allocate ", bytes, " bytes");
  }
  if (Status status = symbols.check(what, argument, dims, true); !status.ok())
    return status;
  slots[index].data = state.getData();
  return Status();
}

Status Call::bindInputs() {
  symbols.clear();
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Argument &argument = function.inputs[i];
    if (argument.state >= 0)
      continue;
    Input &input = inputs[i];
    if (!input.set)
      return bad(
          describeInput(i), " is not set, expected ",
          describeType(argument.dtype, argument.dims, session->getManifest()));
    if (Status status = symbols.check(describeInput(i), argument,
                                      input.view.getDims(), true);
        !status.ok())
      return status;
    slots[i].data = input.view.getData();
    slotDims[i].assign(input.view.getDims().begin(),
                       input.view.getDims().end());
    if (input.view.isContiguous())
      continue;
    if (!input.packed.reserve(input.view.getSizeBytes()))
      return weft::runtime::failure(
          WEFT_STATUS_OUT_OF_MEMORY, describeInput(i), ": cannot allocate ",
          input.view.getSizeBytes(), " bytes for a contiguous copy");
    input.view.copyTo(input.packed.getData());
    slots[i].data = input.packed.getData();
  }
  // State last: the inputs decide the dims of state that has no value yet.
  for (size_t i = 0; i < inputs.size(); ++i)
    if (function.inputs[i].state >= 0)
      if (Status status = bindState(i); !status.ok())
        return status;
  for (size_t i = 0; i < inputs.size(); ++i) {
    slots[i].dims = slotDims[i].data();
    slots[i].rank = int32_t(slotDims[i].size());
    slots[i].dtype = function.inputs[i].dtype;
  }
  return Status();
}

Status Call::checkOverlap(const TensorName &what, const uint8_t *data,
                          uint64_t bytes) const {
  for (size_t i = 0; i < inputs.size(); ++i) {
    if (function.inputs[i].state >= 0 || !inputs[i].view.isContiguous())
      continue;
    const uint8_t *input = inputs[i].view.getData();
    uint64_t inputBytes = inputs[i].view.getSizeBytes();
    if (bytes > 0 && inputBytes > 0 && data < input + inputBytes &&
        input < data + bytes)
      return bad(what,
                 ": expected memory apart from the inputs, found an "
                 "overlap with ",
                 describeInput(i));
  }
  return Status();
}

Status Call::placeOutput(size_t index, std::span<const int64_t> dims,
                         int32_t continues, uint8_t *&data) {
  const Argument &argument = function.outputs[index];
  Output &output = outputs[index];
  TensorName what = describeOutput(index);
  if (Status status = symbols.check(what, argument, dims, false); !status.ok())
    return status;
  uint64_t bytes;
  if (!computeSizeBytes(argument.dtype, dims, bytes))
    return bad(what, ": size of ", describeType(argument.dtype, dims),
               " overflows");
  auto outOfMemory = [&] {
    return weft::runtime::failure(WEFT_STATUS_OUT_OF_MEMORY, what,
                                  ": cannot allocate ", bytes, " bytes for ",
                                  describeType(argument.dtype, dims));
  };
  if (argument.state >= 0) {
    State &state = session->getState(argument.state);
    data = continues >= 0 ? state.prepareAppend(dims, bytes)
                          : state.prepareNext(dims, bytes);
    if (!data)
      return outOfMemory();
  } else if (output.hasBuffer) {
    if (output.capacity != 0 && output.capacity < bytes)
      return bad(what, ": expected a buffer of at least ", bytes, " bytes for ",
                 describeType(argument.dtype, dims), ", found ",
                 output.capacity);
    data = output.buffer;
  } else if (allocate && bytes > 0) {
    data = static_cast<uint8_t *>(allocate(allocateUser, int32_t(index),
                                           argument.dtype, dims.data(),
                                           int32_t(dims.size()), bytes));
    if (!data)
      return weft::runtime::failure(
          WEFT_STATUS_OUT_OF_MEMORY, what, ": the allocator refused ", bytes,
          " bytes for ", describeType(argument.dtype, dims));
    if (Status status = checkAlignment(what, data, argument.dtype);
        !status.ok())
      return status;
  } else {
    if (!output.own.reserve(bytes))
      return outOfMemory();
    data = output.own.getData();
  }
  if (Status status = checkOverlap(what, data, bytes); !status.ok())
    return status;
  output.fixed = true;
  output.data = data;
  output.sizeBytes = bytes;
  output.dims.assign(dims.begin(), dims.end());
  return Status();
}

void *Call::output(int32_t index, const int64_t *dims, int32_t rank) {
  return provideOutput(index, dims, rank, /*continues=*/-1);
}

void *Call::append(int32_t index, int32_t input, const int64_t *dims,
                   int32_t rank) {
  return provideOutput(index, dims, rank, input);
}

void *Call::provideOutput(int32_t index, const int64_t *dims, int32_t rank,
                          int32_t continues) {
  auto refuse = [&](Status status) {
    if (!failed.exchange(true))
      failure = std::move(status);
    return nullptr;
  };
  if (index < 0 || size_t(index) >= outputs.size() || rank < 0 ||
      rank > WEFT_MAX_RANK || outputs[size_t(index)].fixed)
    return refuse(weft::runtime::failure(
        WEFT_STATUS_INTERNAL, "function '", function.name,
        "': the code fixed output ", index, " with rank ", rank,
        " twice or out of range"));
  if (continues >= 0 &&
      (size_t(continues) >= inputs.size() ||
       function.outputs[size_t(index)].state < 0 ||
       function.outputs[size_t(index)].state !=
           function.inputs[size_t(continues)].state))
    return refuse(weft::runtime::failure(
        WEFT_STATUS_INTERNAL, "function '", function.name,
        "': the code appends output ", index, " to input ", continues,
        ", which is not the same state"));
  uint8_t *data = nullptr;
  Status status =
      placeOutput(size_t(index), {dims, size_t(rank)}, continues, data);
  if (!status.ok())
    return refuse(std::move(status));
  return data;
}

/// `text` with {0} and {1} replaced.
static std::string formatMessage(std::string_view text, int64_t value0,
                                 int64_t value1) {
  std::string result;
  while (!text.empty()) {
    if (text.starts_with("{0}") || text.starts_with("{1}")) {
      result += std::to_string(text[1] == '0' ? value0 : value1);
      text.remove_prefix(3);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

WeftStatus Call::fail(int32_t message, int64_t value0, int64_t value1) {
  if (failed.exchange(true))
    return WEFT_STATUS_MODEL_FAILURE;
  const std::vector<std::string> &messages = session->getManifest().messages;
  failure =
      Status(WEFT_STATUS_MODEL_FAILURE,
             message >= 0 && size_t(message) < messages.size()
                 ? formatMessage(messages[size_t(message)], value0, value1)
                 : concat("the model failed with message ", message, " (",
                          value0, ", ", value1, ")"));
  return WEFT_STATUS_MODEL_FAILURE;
}

WeftStatus Call::external(int32_t index, const WeftTensorSlot *operands,
                          int32_t count) {
  auto refuse = [&](Status status) {
    WeftStatus code = status.getCode();
    if (!failed.exchange(true))
      failure = std::move(status);
    return code;
  };
  const std::vector<std::string> &externs = session->getManifest().externs;
  if (index < 0 || size_t(index) >= externs.size())
    return refuse(weft::runtime::failure(WEFT_STATUS_INTERNAL,
                                         "the code called custom kernel ",
                                         index, " of ", externs.size()));
  const std::string &name = externs[size_t(index)];
  ExternKernel kernel = session->findExtern(name);
  if (!kernel.function)
    return refuse(bad("custom kernel '", name,
                      "' is not registered, which the module needs"));
  int32_t result = kernel.function(operands, count, kernel.user);
  if (result == 0)
    return WEFT_STATUS_OK;
  if (result < 0 || result > WEFT_STATUS_INTERNAL)
    return refuse(Status(
        WEFT_STATUS_MODEL_FAILURE,
        concat("custom kernel '", name, "' failed with number ", result)));
  auto status = static_cast<WeftStatus>(result);
  return refuse(Status(status, concat("custom kernel '", name,
                                      "' failed: ", getStatusName(status))));
}

Status Call::explain(WeftStatus status) {
  // What was recorded says more than the number that the code handed up.
  if (failed.load())
    return std::move(failure);
  std::string where = concat("function '", function.name, "': ");
  switch (status) {
  case WEFT_STATUS_CANCELLED:
    return Status(status, where + "cancelled");
  case WEFT_STATUS_OUT_OF_MEMORY:
    return Status(status, where + "out of memory for temporaries");
  default:
    return Status(WEFT_STATUS_INTERNAL,
                  concat(where, "the code ended with status ", int(status),
                         " (", getStatusName(status), ") and no message"));
  }
}

Status Call::execute() {
  failed.store(false);
  failure = Status();
  for (Output &output : outputs)
    output.fixed = false;
  const Executable &executable = session->getProgram()->getExecutable();
  std::shared_ptr<Queue> queue = session->getQueue();
  int64_t beginNs = profile ? readClockNs() : 0;
  WeftStatus status = pollCancelled() ? WEFT_STATUS_CANCELLED
                                      : executable.run(functionIndex, *this,
                                                       *workspace, *queue);
  if (profile)
    profile->addRun(int32_t(functionIndex), beginNs, readClockNs());
  cancelled.store(false, std::memory_order_relaxed);
  if (status != WEFT_STATUS_OK || failed.load())
    return explain(status);
  for (size_t i = 0; i < outputs.size(); ++i)
    if (!outputs[i].fixed)
      return weft::runtime::failure(WEFT_STATUS_INTERNAL, describeOutput(i),
                                    ": the code did not produce it");
  for (const Argument &argument : function.outputs)
    if (argument.state >= 0)
      session->getState(argument.state).commit();
  return Status();
}

Status Call::runLocked() {
  if (Status status = bindInputs(); !status.ok())
    return status;
  return execute();
}

Status Call::run() {
  ran = false;
  if (!hasState) {
    Status status = runLocked();
    ran = status.ok();
    return status;
  }
  if (!session->tryLock())
    return bad("function '", function.name,
               "' uses the state of a session that another call is using");
  Status status = runLocked();
  session->unlock();
  ran = status.ok();
  return status;
}

Status Call::getOutput(int32_t index, WeftTensor &tensor) const {
  if (Status status = checkIndex("output", function, index, outputs.size());
      !status.ok())
    return status;
  if (!ran)
    return bad(
        describeOutput(size_t(index)),
        " is not there: the last run did not succeed, or there was none");
  const Output &output = outputs[size_t(index)];
  tensor = WEFT_TENSOR_INIT;
  tensor.data = output.data;
  tensor.sizeBytes = output.sizeBytes;
  tensor.dims = output.dims.data();
  tensor.dtype = function.outputs[size_t(index)].dtype;
  tensor.rank = int32_t(output.dims.size());
  return Status();
}
