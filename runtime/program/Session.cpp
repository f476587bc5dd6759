// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// State buffers, and their form as bytes.
#include "runtime/program/Session.h"
#include "runtime/program/Checksum.h"
#include "runtime/program/Dtype.h"
#include "runtime/program/TensorType.h"

#include <cstring>

using namespace weft::runtime;

static constexpr char savedMagic[9] = "WEFTSTAT";
static constexpr uint32_t savedVersion = 1;

void State::reset() {
  set = false;
  dims.clear();
  sizeBytes = 0;
}

bool State::provideZeros(uint64_t bytes) {
  if (!front.reserve(bytes))
    return false;
  memset(front.getData(), 0, bytes);
  return true;
}

/// Room for a value that may grow by a little in every call, as caches of keys
/// and values do.
static bool reserveGrowing(Buffer &buffer, uint64_t bytes) {
  if (bytes <= buffer.getSizeBytes() && buffer.getData())
    return true;
  uint64_t generous = buffer.getData() ? bytes + bytes / 2 : bytes;
  return buffer.allocate(generous) || buffer.allocate(bytes);
}

uint8_t *State::prepareNext(std::span<const int64_t> newDims, uint64_t bytes) {
  if (!reserveGrowing(back, bytes))
    return nullptr;
  nextDims.assign(newDims.begin(), newDims.end());
  nextBytes = bytes;
  isNextInFront = false;
  return back.getData();
}

uint8_t *State::prepareAppend(std::span<const int64_t> newDims,
                              uint64_t bytes) {
  isNextInFront = front.getData() && bytes <= front.getSizeBytes();
  if (!isNextInFront) {
    if (!reserveGrowing(back, bytes + bytes / 2) && !reserveGrowing(back, bytes))
      return nullptr;
    if (sizeBytes > 0)
      memcpy(back.getData(), front.getData(), sizeBytes);
  }
  nextDims.assign(newDims.begin(), newDims.end());
  nextBytes = bytes;
  return isNextInFront ? front.getData() : back.getData();
}

void State::commit() {
  if (!isNextInFront)
    std::swap(front, back);
  std::swap(dims, nextDims);
  sizeBytes = nextBytes;
  set = true;
}

bool State::assign(std::span<const int64_t> newDims, const void *bytes,
                   uint64_t count) {
  uint8_t *next = prepareNext(newDims, count);
  if (!next)
    return false;
  if (count > 0)
    memcpy(next, bytes, count);
  commit();
  return true;
}

Session::Session(std::shared_ptr<const Program> program)
    : program(std::move(program)),
      states(this->program->getManifest().states.size()) {}

void Session::setThreads(int threads) {
  std::shared_ptr<Queue> created;
  if (threads > 0)
    created = program->getDevice().createQueue(threads);
  std::lock_guard lock(mutex);
  queue = std::move(created);
}

std::shared_ptr<Queue> Session::getQueue() {
  {
    std::lock_guard lock(mutex);
    if (queue)
      return queue;
  }
  return program->getQueue();
}

void Session::registerExtern(const std::string &name, ExternKernel kernel) {
  std::lock_guard lock(mutex);
  if (kernel.function)
    externs[name] = kernel;
  else
    externs.erase(name);
}

ExternKernel Session::findExtern(const std::string &name) const {
  {
    std::lock_guard lock(mutex);
    if (auto found = externs.find(name); found != externs.end())
      return found->second;
  }
  auto found = program->getExterns().find(name);
  return found == program->getExterns().end() ? ExternKernel() : found->second;
}

void Session::reset() {
  for (State &state : states)
    state.reset();
}

/// Checks a value against the declaration and computes its size.
static Status checkValue(const Manifest &manifest, const StateInfo &info,
                         WeftDtype dtype, std::span<const int64_t> dims,
                         uint64_t &bytes) {
  TensorName what{"state", info.name};
  if (dtype != info.dtype)
    return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": expected ",
                   getDtypeName(info.dtype), ", found ", getDtypeName(dtype));
  Argument declared{info.name, info.dtype, info.dims, -1};
  SymbolSizes symbols(manifest);
  if (Status status = symbols.check(what, declared, dims, true); !status.ok())
    return status;
  if (!computeSizeBytes(dtype, dims, bytes))
    return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": size of ",
                   describeType(dtype, dims), " overflows");
  return Status();
}

Status Session::setState(int32_t index, WeftDtype dtype,
                         std::span<const int64_t> dims, const void *data) {
  const StateInfo &info = getManifest().states[size_t(index)];
  uint64_t bytes;
  if (Status status = checkValue(getManifest(), info, dtype, dims, bytes);
      !status.ok())
    return status;
  if (!getState(index).assign(dims, data, bytes))
    return failure(WEFT_STATUS_OUT_OF_MEMORY, "state '", info.name,
                   "': cannot allocate ", bytes, " bytes");
  return Status();
}

template <typename Value> static void put(std::string &text, Value value) {
  text.append(reinterpret_cast<const char *>(&value), sizeof(value));
}

std::string Session::save() const {
  std::string text(savedMagic, 8);
  put(text, savedVersion);
  uint32_t count = 0;
  for (const State &state : states)
    count += state.isSet();
  put(text, count);
  for (size_t i = 0; i < states.size(); ++i) {
    const State &state = states[i];
    if (!state.isSet())
      continue;
    const StateInfo &info = getManifest().states[i];
    put(text, uint32_t(info.name.size()));
    text += info.name;
    put(text, uint32_t(info.dtype));
    put(text, uint32_t(state.getDims().size()));
    for (int64_t dim : state.getDims())
      put(text, dim);
    text.append(reinterpret_cast<const char *>(state.getData()),
                state.getSizeBytes());
  }
  put(text, computeChecksum(text.data(), text.size()));
  return text;
}

namespace {

/// Takes values from the front of saved bytes.
struct Reader {
  std::string_view rest;

  template <typename Value> bool take(Value &value) {
    std::string_view bytes;
    if (!takeBytes(sizeof(value), bytes))
      return false;
    memcpy(&value, bytes.data(), sizeof(value));
    return true;
  }
  bool takeBytes(uint64_t count, std::string_view &bytes) {
    if (count > rest.size())
      return false;
    bytes = rest.substr(0, count);
    rest.remove_prefix(count);
    return true;
  }
};

struct SavedState {
  size_t index;
  WeftDtype dtype;
  std::vector<int64_t> dims;
  std::string_view bytes;
};

} // namespace

static Status readSaved(Reader &reader, const Manifest &manifest,
                        SavedState &saved) {
  Status truncated =
      failure(WEFT_STATUS_INVALID_ARGUMENT, "saved state is truncated");
  uint32_t nameBytes, dtype, rank;
  std::string_view name;
  if (!reader.take(nameBytes) || !reader.takeBytes(nameBytes, name) ||
      !reader.take(dtype) || !reader.take(rank))
    return truncated;
  if (rank > WEFT_MAX_RANK)
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "saved state '", name,
                   "': expected a rank of at most ", WEFT_MAX_RANK, ", found ",
                   rank);
  saved.dims.resize(rank);
  for (int64_t &dim : saved.dims)
    if (!reader.take(dim))
      return truncated;
  saved.dtype = WeftDtype(dtype);
  saved.index = 0;
  while (saved.index < manifest.states.size() &&
         manifest.states[saved.index].name != name)
    ++saved.index;
  if (saved.index == manifest.states.size())
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "the module has no state '",
                   name, "' that the saved state has");
  uint64_t bytes;
  if (Status status = checkValue(manifest, manifest.states[saved.index],
                                 saved.dtype, saved.dims, bytes);
      !status.ok())
    return status;
  return reader.takeBytes(bytes, saved.bytes) ? Status() : truncated;
}

Status Session::restore(std::string_view bytes) {
  uint64_t checksum;
  if (bytes.size() < 16 + sizeof(checksum) || bytes.substr(0, 8) != savedMagic)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected saved state that begins with '", savedMagic,
                   "', found ", bytes.size(), " other bytes");
  Reader reader{bytes.substr(8)};
  uint32_t version = 0, count = 0;
  (void)(reader.take(version) && reader.take(count));
  if (version != savedVersion)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected saved state of version ", savedVersion, ", found ",
                   version);
  memcpy(&checksum, bytes.data() + bytes.size() - sizeof(checksum),
         sizeof(checksum));
  uint64_t found =
      computeChecksum(bytes.data(), bytes.size() - sizeof(checksum));
  if (checksum != found)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "damaged saved state: expected checksum ", toHex(checksum),
                   ", found ", toHex(found));
  reader.rest.remove_suffix(sizeof(checksum));
  std::vector<State> restored(states.size());
  for (uint32_t i = 0; i < count; ++i) {
    SavedState saved;
    if (Status status = readSaved(reader, getManifest(), saved); !status.ok())
      return status;
    if (!restored[saved.index].assign(saved.dims, saved.bytes.data(),
                                      saved.bytes.size()))
      return failure(WEFT_STATUS_OUT_OF_MEMORY, "cannot allocate ",
                     saved.bytes.size(), " bytes of state");
  }
  states = std::move(restored);
  return Status();
}

Status Session::fork(std::shared_ptr<Session> &copy) const {
  auto created = std::make_shared<Session>(program);
  for (size_t i = 0; i < states.size(); ++i)
    if (states[i].isSet() &&
        !created->states[i].assign(states[i].getDims(), states[i].getData(),
                                   states[i].getSizeBytes()))
      return failure(WEFT_STATUS_OUT_OF_MEMORY, "cannot allocate ",
                     states[i].getSizeBytes(), " bytes of state");
  std::lock_guard lock(mutex);
  created->queue = queue;
  created->externs = externs;
  copy = std::move(created);
  return Status();
}
