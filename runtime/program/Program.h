// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A module that is open, checked and loaded for a device.
#ifndef WEFT_RUNTIME_PROGRAM_PROGRAM_H
#define WEFT_RUNTIME_PROGRAM_PROGRAM_H

#include "runtime/device/Device.h"
#include "runtime/program/ModuleFile.h"
#include "runtime/program/Status.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace weft::runtime {

/// A custom kernel and its user's pointer.
struct ExternKernel {
  WeftExternFn function = nullptr;
  void *user = nullptr;
};
using ExternTable = std::unordered_map<std::string, ExternKernel>;

struct ProgramOptions {
  std::string level;
  int threads = 0;
  ExternTable externs;
  Log log;
  std::string codeDirectory;
};

/// Read-only; any thread may use it.
class Program {
public:
  /// Loads `file` for `device`.
  static Status create(std::unique_ptr<ModuleFile> file, const Device &device,
                       ProgramOptions options,
                       std::shared_ptr<const Program> &program);

  const ModuleFile &getFile() const { return *file; }
  const Manifest &getManifest() const { return file->getManifest(); }
  const Device &getDevice() const { return *device; }
  const Executable &getExecutable() const { return *executable; }
  const ExternTable &getExterns() const { return options.externs; }

  /// The queue that sessions share; made when it is first asked for, so that
  /// introspection starts no thread.
  std::shared_ptr<Queue> getQueue() const;

  /// Compares every weight and asset with its checksum.
  Status verify() const;

private:
  Program() = default;

  // The executable refers to the file.
  std::unique_ptr<ModuleFile> file;
  std::unique_ptr<Executable> executable;
  const Device *device = nullptr;
  ProgramOptions options;
  mutable std::mutex mutex;
  mutable std::shared_ptr<Queue> queue;
};

} // namespace weft::runtime

#endif
