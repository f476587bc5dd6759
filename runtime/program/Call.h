// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs one function of a program, again and again.
#ifndef WEFT_RUNTIME_PROGRAM_CALL_H
#define WEFT_RUNTIME_PROGRAM_CALL_H

#include "runtime/device/Invocation.h"
#include "runtime/program/Profile.h"
#include "runtime/program/Session.h"
#include "runtime/program/TensorType.h"
#include "runtime/program/TensorView.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace weft::runtime {

/// Owns the temporaries of its runs, so that repeated runs of the same sizes
/// allocate nothing. One thread at a time, except cancel.
class Call final : private Invocation {
public:
  static Status create(std::shared_ptr<Session> session, uint32_t function,
                       std::unique_ptr<Call> &call);

  const Function &getFunction() const { return function; }

  /// Index of an input or output, or an error that lists the names there are.
  Status findInput(std::string_view name, int32_t &index) const;
  Status findOutput(std::string_view name, int32_t &index) const;

  Status setInput(int32_t index, const WeftTensor *tensor);
  Status setOutput(int32_t index, const WeftTensor *tensor);
  void setAllocator(WeftOutputFn allocate, void *user);
  void setCancel(WeftCancelFn cancel, void *user);
  /// Null = none.
  Status setProfile(std::shared_ptr<Profile> profile);

  Status run();
  void cancel() { cancelled.store(true, std::memory_order_relaxed); }

  Status getOutput(int32_t index, WeftTensor &tensor) const;

private:
  struct Input {
    bool set = false;
    TensorView view;
    Buffer packed; // of a tensor with gaps
  };
  struct Output {
    bool hasBuffer = false;
    uint8_t *buffer = nullptr;
    uint64_t capacity = 0; // 0 = unknown
    Buffer own;
    // Of the last run:
    bool fixed = false;
    uint8_t *data = nullptr;
    uint64_t sizeBytes = 0;
    std::vector<int64_t> dims;
  };

  Call(std::shared_ptr<Session> session, uint32_t function);

  Status runLocked();
  Status bindInputs();
  Status bindState(size_t index);
  Status execute();
  Status explain(WeftStatus status);
  /// `continues` is the input whose state an output appends to, or -1.
  Status placeOutput(size_t index, std::span<const int64_t> dims,
                     int32_t continues, uint8_t *&data);
  void *provideOutput(int32_t index, const int64_t *dims, int32_t rank,
                      int32_t continues);
  Status checkOverlap(const TensorName &what, const uint8_t *data,
                      uint64_t bytes) const;
  TensorName describeInput(size_t index) const;
  TensorName describeOutput(size_t index) const;

  std::span<const WeftTensorSlot> getInputs() const override { return slots; }
  std::span<const int64_t> getSymbolSizes() const override {
    return symbols.getSizes();
  }
  void *output(int32_t index, const int64_t *dims, int32_t rank) override;
  void *append(int32_t index, int32_t input, const int64_t *dims,
               int32_t rank) override;
  WeftStatus fail(int32_t message, int64_t value0, int64_t value1) override;
  WeftStatus external(int32_t index, const WeftTensorSlot *operands,
                      int32_t count) override;
  bool pollCancelled() override;
  const std::atomic<bool> *getCancelFlag() const override { return &cancelled; }
  Profile *getProfile() const override { return profile.get(); }

  std::shared_ptr<Session> session;
  const uint32_t functionIndex;
  const Function &function;
  bool hasState = false;
  std::vector<Input> inputs;
  std::vector<Output> outputs;
  std::vector<WeftTensorSlot> slots;
  std::vector<std::vector<int64_t>> slotDims;
  SymbolSizes symbols;
  std::unique_ptr<Workspace> workspace;
  WeftOutputFn allocate = nullptr;
  void *allocateUser = nullptr;
  WeftCancelFn askCancel = nullptr;
  void *askCancelUser = nullptr;
  std::shared_ptr<Profile> profile;
  bool ran = false;

  std::atomic<bool> cancelled{false};
  /// The first failure of a run that the code or a callback reported.
  std::atomic<bool> failed{false};
  Status failure;
};

} // namespace weft::runtime

#endif
