// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The four classes of a device, each as short as it can be.
#include "runtime/device/null/NullDevice.h"

using namespace weft::runtime;

namespace {

class NullQueue final : public Queue {
public:
  int getThreads() const override { return 1; }
};

class NullWorkspace final : public Workspace {};

class NullExecutable final : public Executable {
public:
  explicit NullExecutable(const Manifest &manifest) : manifest(manifest) {}

  std::string_view getLevel() const override { return "null"; }

  Status createWorkspace(uint32_t function,
                         std::unique_ptr<Workspace> &workspace) const override {
    workspace = std::make_unique<NullWorkspace>();
    return Status();
  }

  WeftStatus run(uint32_t function, Invocation &invocation, Workspace &,
                 Queue &) const override {
    const std::vector<Argument> &outputs = manifest.functions[function].outputs;
    std::span<const int64_t> symbols = invocation.getSymbolSizes();
    for (size_t i = 0; i < outputs.size(); ++i) {
      int64_t dims[WEFT_MAX_RANK];
      size_t rank = outputs[i].dims.size();
      for (size_t d = 0; d < rank; ++d) {
        const Dim &dim = outputs[i].dims[d];
        int64_t bound = dim.symbol >= 0 ? symbols[dim.symbol] : -1;
        // What the data would decide is empty.
        dims[d] = dim.size >= 0 ? dim.size : bound >= 0 ? bound : 0;
      }
      if (!invocation.output(int32_t(i), dims, int32_t(rank)))
        return WEFT_STATUS_INVALID_ARGUMENT;
    }
    return WEFT_STATUS_OK;
  }

private:
  const Manifest &manifest;
};

class NullDevice final : public Device {
public:
  std::string_view getName() const override { return "null"; }

  Status load(const LoadRequest &request,
              std::unique_ptr<Executable> &executable) const override {
    executable = std::make_unique<NullExecutable>(request.file.getManifest());
    return Status();
  }

  std::unique_ptr<Queue> createQueue(int threads) const override {
    return std::make_unique<NullQueue>();
  }
};

} // namespace

const Device &weft::runtime::getNullDevice() {
  static const NullDevice device;
  return device;
}
