// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The contract between programs and devices. A device turns the code that a
// module holds for it into an Executable; a Queue is what runs (threads, a
// stream); a Workspace is the device memory that one call at a time uses.
//
// To add a device: a folder with these four classes, and a line in findDevice.
// runtime/device/null is there to copy.
#ifndef WEFT_RUNTIME_DEVICE_DEVICE_H
#define WEFT_RUNTIME_DEVICE_DEVICE_H

#include "runtime/device/Invocation.h"
#include "runtime/program/Log.h"
#include "runtime/program/ModuleFile.h"
#include "runtime/program/Status.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace weft::runtime {

/// What runs the work of calls. Calls on several threads may share one.
class Queue {
public:
  virtual ~Queue() = default;
  /// Including the thread that runs the call.
  virtual int getThreads() const = 0;
};

/// Device memory for the temporaries of a call; one call at a time uses it and
/// keeps it from run to run.
class Workspace {
public:
  virtual ~Workspace() = default;
};

/// Code that is ready to run. Read-only; any thread may use it.
class Executable {
public:
  virtual ~Executable() = default;

  /// The level of the code that was chosen, such as "avx2".
  virtual std::string_view getLevel() const = 0;

  /// Memory for runs of function number `function`.
  virtual Status
  createWorkspace(uint32_t function,
                  std::unique_ptr<Workspace> &workspace) const = 0;

  /// Runs function number `function` to its end. On success every output has
  /// been fixed.
  virtual WeftStatus run(uint32_t function, Invocation &invocation,
                         Workspace &workspace, Queue &queue) const = 0;
};

struct LoadRequest {
  /// Outlives the executable.
  const ModuleFile &file;
  /// Empty = the best that this processor can run.
  std::string level;
  /// When not empty, code objects are also written to this folder, for perf and
  /// gdb.
  std::string codeDirectory;
  Log log;
};

/// Stateless; any thread may use it.
class Device {
public:
  virtual ~Device() = default;
  virtual std::string_view getName() const = 0;

  /// Chooses, checks and loads code of the module. Nothing of the module has
  /// run when it returns.
  virtual Status load(const LoadRequest &request,
                      std::unique_ptr<Executable> &executable) const = 0;

  /// `threads` = 0: as many as are granted to this process.
  virtual std::unique_ptr<Queue> createQueue(int threads) const = 0;
};

/// The device of this name, or null. getDeviceNames lists them for messages.
const Device *findDevice(std::string_view name);
std::string_view getDeviceNames();

} // namespace weft::runtime

#endif
