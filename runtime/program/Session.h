// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a model remembers between calls.
#ifndef WEFT_RUNTIME_PROGRAM_SESSION_H
#define WEFT_RUNTIME_PROGRAM_SESSION_H

#include "runtime/program/Buffer.h"
#include "runtime/program/Program.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace weft::runtime {

/// One state. A run reads the front buffer and writes the back buffer; they
/// change places only when the run succeeds, so generated code never aliases
/// them and a failed run leaves the state as it was. A state that grows is
/// written behind its present elements, in place while there is room: before
/// the run succeeds they do not count.
class State {
public:
  /// Whether a run or the user has given it a value; without one it is zeros.
  bool isSet() const { return set; }
  std::span<const int64_t> getDims() const { return dims; }
  uint8_t *getData() const { return front.getData(); }
  uint64_t getSizeBytes() const { return sizeBytes; }

  void reset();

  /// Makes the front buffer `bytes` zeros for a run of a state that is not set.
  [[nodiscard]] bool provideZeros(uint64_t bytes);

  /// Room for the next value; null when memory is out.
  uint8_t *prepareNext(std::span<const int64_t> nextDims, uint64_t bytes);

  /// Room for a next value that begins with the current one, which stays where
  /// it is while there is room behind it; null when memory is out.
  uint8_t *prepareAppend(std::span<const int64_t> nextDims, uint64_t bytes);

  /// The next value becomes the current one.
  void commit();

  /// Sets the value to a copy of `bytes`.
  [[nodiscard]] bool assign(std::span<const int64_t> newDims, const void *bytes,
                            uint64_t count);

private:
  bool set = false;
  std::vector<int64_t> dims;
  uint64_t sizeBytes = 0;
  Buffer front;
  std::vector<int64_t> nextDims;
  uint64_t nextBytes = 0;
  bool isNextInFront = false;
  Buffer back;
};

/// State of its own over a shared program. One thread at a time, except for
/// what is said otherwise.
class Session {
public:
  explicit Session(std::shared_ptr<const Program> program);

  const std::shared_ptr<const Program> &getProgram() const { return program; }
  const Manifest &getManifest() const { return program->getManifest(); }

  /// 0 = the program's queue.
  void setThreads(int threads);
  /// Any thread.
  std::shared_ptr<Queue> getQueue();

  void registerExtern(const std::string &name, ExternKernel kernel);
  /// The session's kernel, or the program's; a null function when there is
  /// none. Any thread.
  ExternKernel findExtern(const std::string &name) const;

  /// Claims the state for one run or one of the functions below; false when
  /// another holds it. Any thread.
  [[nodiscard]] bool tryLock() {
    return !locked.exchange(true, std::memory_order_acquire);
  }
  void unlock() { locked.store(false, std::memory_order_release); }

  /// Needs the lock, as everything that follows.
  State &getState(int32_t index) { return states[size_t(index)]; }
  void reset();

  /// Checks a value against the declaration of the state and copies it.
  Status setState(int32_t index, WeftDtype dtype, std::span<const int64_t> dims,
                  const void *data);

  /// All states that are set, with names and a checksum; docs/ModuleFormat.md
  /// has the layout.
  std::string save() const;
  /// On failure nothing changes.
  Status restore(std::string_view bytes);

  Status fork(std::shared_ptr<Session> &copy) const;

private:
  std::shared_ptr<const Program> program;
  std::vector<State> states; // in the manifest's order
  std::atomic<bool> locked{false};
  mutable std::mutex mutex; // of what follows
  std::shared_ptr<Queue> queue;
  ExternTable externs;
};

} // namespace weft::runtime

#endif
