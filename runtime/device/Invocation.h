// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One run of a function as a device sees it: checked inputs, and what the code
// may ask for.
#ifndef WEFT_RUNTIME_DEVICE_INVOCATION_H
#define WEFT_RUNTIME_DEVICE_INVOCATION_H

#include "weft/Tensor.h"

#include <atomic>
#include <cstdint>
#include <span>

namespace weft::runtime {

class Profile;

class Invocation {
public:
  /// In the manifest's order, state included; dims agree with the manifest.
  virtual std::span<const WeftTensorSlot> getInputs() const = 0;

  /// The size of each of the manifest's symbols in this run; -1 for one that no
  /// input binds.
  virtual std::span<const int64_t> getSymbolSizes() const = 0;

  /// Fixes the dims of an output and returns its memory; null = refused, the
  /// reason is recorded.
  virtual void *output(int32_t index, const int64_t *dims, int32_t rank) = 0;

  /// As output(), for a state that grows in its first dimension: the memory
  /// begins with the elements of `input` and may be the input's own.
  virtual void *append(int32_t index, int32_t input, const int64_t *dims,
                       int32_t rank) = 0;

  /// Records a failure of the model and returns the status to end with. Any
  /// thread may call it; the first wins.
  virtual WeftStatus fail(int32_t message, int64_t value0, int64_t value1) = 0;

  /// Calls a custom kernel of the manifest's "externs".
  virtual WeftStatus external(int32_t index, const WeftTensorSlot *operands,
                              int32_t count) = 0;

  /// Whether the run shall end; asks the embedder too, so only the thread that
  /// runs the call may ask.
  virtual bool pollCancelled() = 0;

  /// True from any thread's request to cancel on.
  virtual const std::atomic<bool> *getCancelFlag() const = 0;

  /// Null when nobody profiles.
  virtual Profile *getProfile() const = 0;

protected:
  ~Invocation() = default;
};

} // namespace weft::runtime

#endif
