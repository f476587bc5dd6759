// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C ABI over the classes of runtime/program: handles, error texts, struct
// versions. Nothing is decided here.
#include "weft/Runtime.h"
#include "runtime/device/cpu/GrantedCores.h"
#include "runtime/program/Call.h"
#include "runtime/program/Dtype.h"
#include "runtime/program/Profile.h"
#include "runtime/program/Program.h"
#include "runtime/program/Session.h"
#include "weft/Version.h"

#include <algorithm>
#include <cstring>
#include <new>

using namespace weft::runtime;

namespace {

/// What introspection returns, in the form that C wants.
struct ArgumentInfo {
  const Argument *argument;
  const char *state;
  std::vector<int64_t> dims;
  std::vector<const char *> symbols;
};

struct FunctionInfo {
  std::vector<ArgumentInfo> inputs;
  std::vector<ArgumentInfo> outputs;
};

} // namespace

struct WeftProgram {
  Status status;
  std::shared_ptr<const Program> program; // null after a failure
  std::vector<FunctionInfo> functions;
  std::vector<Argument> stateArguments;
  std::vector<ArgumentInfo> states;
};

struct WeftSession {
  Status status;
  std::shared_ptr<Session> session;
};

struct WeftCall {
  Status status;
  std::unique_ptr<Call> call;
};

struct WeftProfile {
  Status status;
  std::shared_ptr<Profile> profile;
};

/// Keeps the text of a failure in its object.
template <typename Object>
static WeftStatus record(Object *object, Status status) {
  WeftStatus code = status.getCode();
  if (!status.ok())
    object->status = std::move(status);
  return code;
}

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
}

static const char *getError(const Status *status) {
  return status ? status->getMessage().c_str() : "null object";
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

const char *weft_runtime_version(void) { return WEFT_VERSION_STRING; }
const char *weft_status_name(WeftStatus status) {
  return getStatusName(status);
}
const char *weft_dtype_name(WeftDtype dtype) { return getDtypeName(dtype); }
size_t weft_dtype_size(WeftDtype dtype) {
  return size_t(getDtypeSizeBytes(dtype));
}
WeftDtype weft_dtype_from_name(const char *name) {
  return name ? findDtype(name) : WEFT_DTYPE_INVALID;
}
int32_t weft_granted_threads(void) { return countGrantedCores(); }

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

static ArgumentInfo makeInfo(const Argument &argument,
                             const Manifest &manifest) {
  ArgumentInfo info{&argument, nullptr, {}, {}};
  if (argument.state >= 0)
    info.state = manifest.states[size_t(argument.state)].name.c_str();
  for (const Dim &dim : argument.dims) {
    info.dims.push_back(dim.size);
    info.symbols.push_back(
        dim.symbol >= 0 ? manifest.symbols[size_t(dim.symbol)].c_str() : "");
  }
  return info;
}

static void describeProgram(WeftProgram &handle) {
  const Manifest &manifest = handle.program->getManifest();
  for (const Function &function : manifest.functions) {
    FunctionInfo &info = handle.functions.emplace_back();
    for (const Argument &argument : function.inputs)
      info.inputs.push_back(makeInfo(argument, manifest));
    for (const Argument &argument : function.outputs)
      info.outputs.push_back(makeInfo(argument, manifest));
  }
  for (size_t i = 0; i < manifest.states.size(); ++i)
    handle.stateArguments.push_back({manifest.states[i].name,
                                     manifest.states[i].dtype,
                                     manifest.states[i].dims, int32_t(i)});
  for (const Argument &argument : handle.stateArguments)
    handle.states.push_back(makeInfo(argument, manifest));
}

static Status readOptions(const WeftProgramOptions *given,
                          const Device *&device, ProgramOptions &options) {
  device = findDevice("cpu");
  if (!given)
    return Status();
  if (given->size < sizeof(WeftProgramOptions) ||
      given->version < WEFT_RUNTIME_API_VERSION)
    return bad("expected WeftProgramOptions of at least ",
               sizeof(WeftProgramOptions), " bytes and version ",
               WEFT_RUNTIME_API_VERSION, ", found size ", given->size,
               " and version ", given->version);
  if (given->threads < 0)
    return bad("expected a number of threads of at least 0, found ",
               given->threads);
  if (given->device)
    device = findDevice(given->device);
  if (!device)
    return bad("expected a device out of ", getDeviceNames(), ", found '",
               given->device, "'");
  if (given->level)
    options.level = given->level;
  if (given->codeDirectory)
    options.codeDirectory = given->codeDirectory;
  options.threads = given->threads;
  options.log = {given->log, given->logUser};
  for (int32_t i = 0; given->externs && i < given->externCount; ++i) {
    const WeftExtern &kernel = given->externs[i];
    if (!kernel.name || !kernel.function)
      return bad("custom kernel ", i, ": expected a name and a function");
    options.externs[kernel.name] = {kernel.function, kernel.user};
  }
  return Status();
}

template <typename Open>
static WeftStatus openProgram(const WeftProgramOptions *given,
                              WeftProgram **program, Open open) {
  if (!program)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftProgram *handle = *program = new (std::nothrow) WeftProgram;
  if (!handle)
    return WEFT_STATUS_OUT_OF_MEMORY;
  ProgramOptions options;
  std::unique_ptr<ModuleFile> file;
  const Device *device;
  Status status = readOptions(given, device, options);
  if (status.ok())
    status = open(file);
  if (status.ok())
    status = Program::create(std::move(file), *device, std::move(options),
                             handle->program);
  if (status.ok())
    describeProgram(*handle);
  return record(handle, std::move(status));
}

WeftStatus weft_program_open(const char *path,
                             const WeftProgramOptions *options,
                             WeftProgram **program) {
  return openProgram(options, program, [&](std::unique_ptr<ModuleFile> &file) {
    return path ? ModuleFile::open(path, file)
                : bad("expected a path, found null");
  });
}

WeftStatus weft_program_open_memory(const void *data, size_t size,
                                    const WeftProgramOptions *options,
                                    WeftProgram **program) {
  return openProgram(options, program, [&](std::unique_ptr<ModuleFile> &file) {
    return data ? ModuleFile::openMemory(
                      {static_cast<const char *>(data), size}, file)
                : bad("expected a module in memory, found null");
  });
}

void weft_program_destroy(WeftProgram *program) { delete program; }

const char *weft_program_error(const WeftProgram *program) {
  return getError(program ? &program->status : nullptr);
}

WeftStatus weft_program_verify(const WeftProgram *program, char *message,
                               size_t capacity) {
  Status status = !program            ? bad("null object")
                  : !program->program ? program->status
                                      : program->program->verify();
  if (message && capacity > 0) {
    size_t size = std::min(status.getMessage().size(), capacity - 1);
    memcpy(message, status.getMessage().data(), size);
    message[size] = '\0';
  }
  return status.getCode();
}

/// Null for a null or failed program.
static const Manifest *findManifest(const WeftProgram *program) {
  return program && program->program ? &program->program->getManifest()
                                     : nullptr;
}

/// Fills a caller's struct, whose version may be older than ours.
template <typename Info> static WeftStatus fill(Info *target, Info value) {
  if (!target || target->size < sizeof(Info) ||
      target->version < WEFT_RUNTIME_API_VERSION)
    return WEFT_STATUS_INVALID_ARGUMENT;
  value.size = target->size;
  value.version = target->version;
  *target = value;
  return WEFT_STATUS_OK;
}

static WeftStatus fillTensorInfo(const std::vector<ArgumentInfo> &list,
                                 int32_t index, WeftTensorInfo *info) {
  if (index < 0 || size_t(index) >= list.size())
    return WEFT_STATUS_INVALID_ARGUMENT;
  const ArgumentInfo &found = list[size_t(index)];
  WeftTensorInfo value = WEFT_TENSOR_INFO_INIT;
  value.name = found.argument->name.c_str();
  value.state = found.state;
  value.dims = found.dims.data();
  value.symbols = found.symbols.data();
  value.dtype = found.argument->dtype;
  value.rank = int32_t(found.dims.size());
  return fill(info, value);
}

int32_t weft_program_function_count(const WeftProgram *program) {
  return program ? int32_t(program->functions.size()) : 0;
}

WeftStatus weft_program_function(const WeftProgram *program, int32_t function,
                                 WeftFunctionInfo *info) {
  const Manifest *manifest = findManifest(program);
  if (!manifest || function < 0 ||
      size_t(function) >= manifest->functions.size())
    return WEFT_STATUS_INVALID_ARGUMENT;
  const Function &found = manifest->functions[size_t(function)];
  WeftFunctionInfo value = WEFT_FUNCTION_INFO_INIT;
  value.name = found.name.c_str();
  value.arenaBytes = found.arenaBytes;
  value.inputCount = int32_t(found.inputs.size());
  value.outputCount = int32_t(found.outputs.size());
  return fill(info, value);
}

int32_t weft_program_find_function(const WeftProgram *program,
                                   const char *name) {
  const Manifest *manifest = findManifest(program);
  return manifest && name ? manifest->findFunction(name) : -1;
}

WeftStatus weft_program_dim_range(const WeftProgram *program,
                                  const char *symbol, int64_t *least,
                                  int64_t *most) {
  const Manifest *manifest = findManifest(program);
  for (size_t i = 0; manifest && symbol && i < manifest->symbols.size(); ++i)
    if (const DimRange &range = manifest->ranges[i];
        manifest->symbols[i] == symbol && range.isBounded()) {
      *least = range.least;
      *most = range.most;
      return WEFT_STATUS_OK;
    }
  return WEFT_STATUS_INVALID_ARGUMENT;
}

WeftStatus weft_program_input(const WeftProgram *program, int32_t function,
                              int32_t index, WeftTensorInfo *info) {
  if (function < 0 || function >= weft_program_function_count(program))
    return WEFT_STATUS_INVALID_ARGUMENT;
  return fillTensorInfo(program->functions[size_t(function)].inputs, index,
                        info);
}

WeftStatus weft_program_output(const WeftProgram *program, int32_t function,
                               int32_t index, WeftTensorInfo *info) {
  if (function < 0 || function >= weft_program_function_count(program))
    return WEFT_STATUS_INVALID_ARGUMENT;
  return fillTensorInfo(program->functions[size_t(function)].outputs, index,
                        info);
}

int32_t weft_program_state_count(const WeftProgram *program) {
  return program ? int32_t(program->states.size()) : 0;
}

WeftStatus weft_program_state(const WeftProgram *program, int32_t index,
                              WeftTensorInfo *info) {
  return program ? fillTensorInfo(program->states, index, info)
                 : WEFT_STATUS_INVALID_ARGUMENT;
}

int32_t weft_program_weight_count(const WeftProgram *program) {
  const Manifest *manifest = findManifest(program);
  return manifest ? int32_t(manifest->weights.size()) : 0;
}

WeftStatus weft_program_weight(const WeftProgram *program, int32_t index,
                               WeftWeightInfo *info) {
  const Manifest *manifest = findManifest(program);
  if (!manifest || index < 0 || size_t(index) >= manifest->weights.size())
    return WEFT_STATUS_INVALID_ARGUMENT;
  const Weight &weight = manifest->weights[size_t(index)];
  WeftWeightInfo value = WEFT_WEIGHT_INFO_INIT;
  value.name = weight.name.c_str();
  value.layout = weight.layout.empty() ? "row-major" : weight.layout.c_str();
  value.dims = weight.dims.data();
  value.data = program->program->getFile().getData() + weight.segment.offset;
  value.sizeBytes = weight.segment.sizeBytes;
  value.dtype = weight.dtype;
  value.rank = int32_t(weight.dims.size());
  return fill(info, value);
}

int32_t weft_program_asset_count(const WeftProgram *program) {
  const Manifest *manifest = findManifest(program);
  return manifest ? int32_t(manifest->assets.size()) : 0;
}

const char *weft_program_asset_name(const WeftProgram *program, int32_t index) {
  const Manifest *manifest = findManifest(program);
  return manifest && index >= 0 && size_t(index) < manifest->assets.size()
             ? manifest->assets[size_t(index)].name.c_str()
             : nullptr;
}

const void *weft_program_asset(const WeftProgram *program, const char *name,
                               size_t *size) {
  const Manifest *manifest = findManifest(program);
  if (manifest && name)
    for (const Asset &asset : manifest->assets)
      if (asset.name == name) {
        std::string_view bytes =
            program->program->getFile().getBytes(asset.segment);
        if (size)
          *size = bytes.size();
        return bytes.data();
      }
  return nullptr;
}

int32_t weft_program_extern_count(const WeftProgram *program) {
  const Manifest *manifest = findManifest(program);
  return manifest ? int32_t(manifest->externs.size()) : 0;
}

const char *weft_program_extern(const WeftProgram *program, int32_t index) {
  const Manifest *manifest = findManifest(program);
  return manifest && index >= 0 && size_t(index) < manifest->externs.size()
             ? manifest->externs[size_t(index)].c_str()
             : nullptr;
}

const char *weft_program_manifest(const WeftProgram *program, size_t *size) {
  if (!findManifest(program))
    return nullptr;
  std::string_view text = program->program->getFile().getManifestText();
  if (size)
    *size = text.size();
  return text.data();
}

const char *weft_program_level(const WeftProgram *program) {
  // Levels are made from strings, so the view ends in a null character.
  return findManifest(program)
             ? program->program->getExecutable().getLevel().data()
             : "";
}

//===----------------------------------------------------------------------===//
// Sessions
//===----------------------------------------------------------------------===//

WeftStatus weft_session_create(WeftProgram *program, WeftSession **session) {
  if (!session)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftSession *handle = *session = new (std::nothrow) WeftSession;
  if (!handle)
    return WEFT_STATUS_OUT_OF_MEMORY;
  if (!program)
    return record(handle, bad("expected a program, found null"));
  if (!program->program)
    return record(handle, program->status);
  handle->session = std::make_shared<Session>(program->program);
  return WEFT_STATUS_OK;
}

void weft_session_destroy(WeftSession *session) { delete session; }

const char *weft_session_error(const WeftSession *session) {
  return getError(session ? &session->status : nullptr);
}

/// Runs `action` on a session that exists, holding its state.
template <typename Action>
static WeftStatus withState(WeftSession *session, Action action) {
  if (!session)
    return WEFT_STATUS_INVALID_ARGUMENT;
  if (!session->session)
    return session->status.getCode();
  if (!session->session->tryLock())
    return record(session,
                  bad("the session's state is in use by a call that runs"));
  Status status = action(*session->session);
  session->session->unlock();
  return record(session, std::move(status));
}

WeftStatus weft_session_set_threads(WeftSession *session, int32_t threads) {
  if (session && threads < 0)
    return record(
        session,
        bad("expected a number of threads of at least 0, found ", threads));
  return withState(session, [&](Session &session) {
    session.setThreads(threads);
    return Status();
  });
}

int32_t weft_session_get_threads(WeftSession *session) {
  return session && session->session
             ? session->session->getQueue()->getThreads()
             : 0;
}

WeftStatus weft_session_register_extern(WeftSession *session, const char *name,
                                        WeftExternFn function, void *user) {
  if (session && !name)
    return record(session,
                  bad("expected the name of a custom kernel, found null"));
  if (!session || !session->session)
    return session ? session->status.getCode() : WEFT_STATUS_INVALID_ARGUMENT;
  session->session->registerExtern(name, {function, user});
  return WEFT_STATUS_OK;
}

WeftStatus weft_session_reset(WeftSession *session) {
  return withState(session, [](Session &session) {
    session.reset();
    return Status();
  });
}

static Status findState(const Session &session, const char *name,
                        int32_t &index) {
  const std::vector<StateInfo> &states = session.getManifest().states;
  std::string names;
  for (size_t i = 0; i < states.size(); ++i) {
    if (name && states[i].name == name) {
      index = int32_t(i);
      return Status();
    }
    names += concat(names.empty() ? "" : ", ", "'", states[i].name, "'");
  }
  return bad("the module has no state '", name ? name : "(null)",
             "', expected one of: ", names.empty() ? "(none)" : names);
}

WeftStatus weft_session_get_state(WeftSession *session, const char *name,
                                  WeftTensor *tensor) {
  return withState(session, [&](Session &session) {
    int32_t index;
    if (Status status = findState(session, name, index); !status.ok())
      return status;
    const State &state = session.getState(index);
    if (!state.isSet())
      return bad("state '", name, "' has no value yet");
    WeftTensor value = WEFT_TENSOR_INIT;
    value.data = state.getData();
    value.sizeBytes = state.getSizeBytes();
    value.dims = state.getDims().data();
    value.dtype = session.getManifest().states[size_t(index)].dtype;
    value.rank = int32_t(state.getDims().size());
    return fill(tensor, value) == WEFT_STATUS_OK
               ? Status()
               : bad("expected a WeftTensor with size and version set");
  });
}

WeftStatus weft_session_set_state(WeftSession *session, const char *name,
                                  const WeftTensor *tensor) {
  return withState(session, [&](Session &session) {
    int32_t index;
    if (Status status = findState(session, name, index); !status.ok())
      return status;
    TensorName what{"state", name};
    TensorView view;
    if (Status status = TensorView::create(what, tensor, view); !status.ok())
      return status;
    if (view.isContiguous())
      return session.setState(index, view.getDtype(), view.getDims(),
                              view.getData());
    Buffer packed;
    if (!packed.allocate(view.getSizeBytes()))
      return failure(WEFT_STATUS_OUT_OF_MEMORY, what, ": cannot allocate ",
                     view.getSizeBytes(), " bytes");
    view.copyTo(packed.getData());
    return session.setState(index, view.getDtype(), view.getDims(),
                            packed.getData());
  });
}

WeftStatus weft_session_save(WeftSession *session, void *buffer, size_t *size) {
  return withState(session, [&](Session &session) {
    if (!size)
      return bad("expected a place for the size, found null");
    std::string text = session.save();
    size_t capacity = std::exchange(*size, text.size());
    if (!buffer)
      return Status();
    if (capacity < text.size())
      return bad("expected a buffer of at least ", text.size(),
                 " bytes for the state, found ", capacity);
    memcpy(buffer, text.data(), text.size());
    return Status();
  });
}

WeftStatus weft_session_restore(WeftSession *session, const void *data,
                                size_t size) {
  return withState(session, [&](Session &session) {
    return data ? session.restore({static_cast<const char *>(data), size})
                : bad("expected saved state, found null");
  });
}

WeftStatus weft_session_fork(WeftSession *session, WeftSession **copy) {
  if (!copy)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftSession *handle = *copy = new (std::nothrow) WeftSession;
  if (!handle)
    return WEFT_STATUS_OUT_OF_MEMORY;
  WeftStatus status = withState(
      session, [&](Session &session) { return session.fork(handle->session); });
  if (status != WEFT_STATUS_OK)
    handle->status =
        session ? session->status : bad("expected a session, found null");
  return status;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

static Status createCall(const WeftSession *session, const char *name,
                         std::unique_ptr<Call> &call) {
  if (!session)
    return bad("expected a session, found null");
  if (!session->session)
    return session->status;
  const Manifest &manifest = session->session->getManifest();
  int32_t function = manifest.findFunction(name ? name : "main");
  if (function < 0 && !name && manifest.functions.size() == 1)
    function = 0;
  if (function < 0) {
    std::string names;
    for (const Function &function : manifest.functions)
      names += concat(names.empty() ? "" : ", ", "'", function.name, "'");
    return bad("the module has no function '", name ? name : "main",
               "', expected one of: ", names);
  }
  return Call::create(session->session, uint32_t(function), call);
}

WeftStatus weft_call_create(WeftSession *session, const char *name,
                            WeftCall **call) {
  if (!call)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftCall *handle = *call = new (std::nothrow) WeftCall;
  if (!handle)
    return WEFT_STATUS_OUT_OF_MEMORY;
  return record(handle, createCall(session, name, handle->call));
}

void weft_call_destroy(WeftCall *call) { delete call; }

const char *weft_call_error(const WeftCall *call) {
  return getError(call ? &call->status : nullptr);
}

template <typename Action>
static WeftStatus withCall(WeftCall *call, Action action) {
  if (!call)
    return WEFT_STATUS_INVALID_ARGUMENT;
  if (!call->call)
    return call->status.getCode();
  return record(call, action(*call->call));
}

WeftStatus weft_call_set_input_at(WeftCall *call, int32_t index,
                                  const WeftTensor *tensor) {
  return withCall(call,
                  [&](Call &call) { return call.setInput(index, tensor); });
}

WeftStatus weft_call_set_input(WeftCall *call, const char *name,
                               const WeftTensor *tensor) {
  return withCall(call, [&](Call &call) {
    int32_t index;
    Status status = call.findInput(name ? name : "", index);
    return status.ok() ? call.setInput(index, tensor) : status;
  });
}

WeftStatus weft_call_set_output_at(WeftCall *call, int32_t index,
                                   const WeftTensor *tensor) {
  return withCall(call,
                  [&](Call &call) { return call.setOutput(index, tensor); });
}

WeftStatus weft_call_set_output(WeftCall *call, const char *name,
                                const WeftTensor *tensor) {
  return withCall(call, [&](Call &call) {
    int32_t index;
    Status status = call.findOutput(name ? name : "", index);
    return status.ok() ? call.setOutput(index, tensor) : status;
  });
}

WeftStatus weft_call_set_allocator(WeftCall *call, WeftOutputFn allocate,
                                   void *user) {
  return withCall(call, [&](Call &call) {
    call.setAllocator(allocate, user);
    return Status();
  });
}

WeftStatus weft_call_set_cancel(WeftCall *call, WeftCancelFn cancel,
                                void *user) {
  return withCall(call, [&](Call &call) {
    call.setCancel(cancel, user);
    return Status();
  });
}

WeftStatus weft_call_set_profile(WeftCall *call, WeftProfile *profile) {
  return withCall(call, [&](Call &call) {
    if (profile && !profile->profile)
      return profile->status;
    return call.setProfile(profile ? profile->profile : nullptr);
  });
}

WeftStatus weft_call_run(WeftCall *call) {
  return withCall(call, [](Call &call) { return call.run(); });
}

void weft_call_cancel(WeftCall *call) {
  if (call && call->call)
    call->call->cancel();
}

WeftStatus weft_call_get_output_at(WeftCall *call, int32_t index,
                                   WeftTensor *tensor) {
  return withCall(call, [&](Call &call) {
    WeftTensor value;
    if (Status status = call.getOutput(index, value); !status.ok())
      return status;
    return fill(tensor, value) == WEFT_STATUS_OK
               ? Status()
               : bad("expected a WeftTensor with size and version set");
  });
}

WeftStatus weft_call_get_output(WeftCall *call, const char *name,
                                WeftTensor *tensor) {
  int32_t index = 0;
  WeftStatus status = withCall(call, [&](Call &call) {
    return call.findOutput(name ? name : "", index);
  });
  return status == WEFT_STATUS_OK ? weft_call_get_output_at(call, index, tensor)
                                  : status;
}

//===----------------------------------------------------------------------===//
// Profiles
//===----------------------------------------------------------------------===//

WeftStatus weft_profile_create(WeftProgram *program, WeftProfile **profile) {
  if (!profile)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftProfile *handle = *profile = new (std::nothrow) WeftProfile;
  if (!handle)
    return WEFT_STATUS_OUT_OF_MEMORY;
  if (!program)
    return record(handle, bad("expected a program, found null"));
  if (!program->program)
    return record(handle, program->status);
  handle->profile = std::make_shared<Profile>(std::shared_ptr<const Manifest>(
      program->program, &program->program->getManifest()));
  return WEFT_STATUS_OK;
}

void weft_profile_destroy(WeftProfile *profile) { delete profile; }

const char *weft_profile_error(const WeftProfile *profile) {
  return getError(profile ? &profile->status : nullptr);
}

int64_t weft_profile_event_count(const WeftProfile *profile) {
  return profile && profile->profile ? profile->profile->getEventCount() : 0;
}

WeftStatus weft_profile_event(const WeftProfile *profile, int64_t index,
                              WeftProfileEvent *event) {
  Profile::Event found;
  if (!profile || !profile->profile ||
      !profile->profile->getEvent(index, found))
    return WEFT_STATUS_INVALID_ARGUMENT;
  const DispatchInfo &info = profile->profile->getInfo(found);
  WeftProfileEvent value = WEFT_PROFILE_EVENT_INIT;
  value.name = info.name.c_str();
  value.op = info.op.c_str();
  value.node = info.node.c_str();
  value.beginNs = found.beginNs;
  value.durationNs = found.endNs - found.beginNs;
  value.flops = info.flops;
  value.bytes = info.bytes;
  value.dispatch = found.dispatch;
  value.threads = int32_t(found.spanCount);
  return fill(event, value);
}

void weft_profile_clear(WeftProfile *profile) {
  if (profile && profile->profile)
    profile->profile->clear();
}

WeftStatus weft_profile_write(WeftProfile *profile, const char *path) {
  if (!profile)
    return WEFT_STATUS_INVALID_ARGUMENT;
  if (!profile->profile)
    return profile->status.getCode();
  return record(profile, path ? profile->profile->write(path)
                              : bad("expected a path, found null"));
}
