// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What runs spend their time on, dispatch by dispatch and thread by thread.
#ifndef WEFT_RUNTIME_PROGRAM_PROFILE_H
#define WEFT_RUNTIME_PROGRAM_PROFILE_H

#include "runtime/program/Clock.h"
#include "runtime/program/Manifest.h"
#include "runtime/program/Status.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace weft::runtime {

/// Any thread may use it at any time.
class Profile {
public:
  /// A run, or a dispatch within it. Times are those of readClockNs.
  struct Event {
    int64_t beginNs;
    int64_t endNs;
    int32_t
        dispatch; // -1 = a run, or a dispatch that the module does not describe
    int32_t function; // -1 = a dispatch
    uint32_t firstSpan;
    uint32_t spanCount;
  };

  /// `manifest` names what events refer to.
  explicit Profile(std::shared_ptr<const Manifest> manifest);

  /// Whether it is about calls of the program with this manifest.
  bool isAbout(const Manifest &other) const { return manifest.get() == &other; }

  void addDispatch(int32_t dispatch, std::span<const WorkerSpan> spans);
  void addRun(int32_t function, int64_t beginNs, int64_t endNs);
  void clear();

  int64_t getEventCount() const;
  /// False when out of range. Times are relative to the creation of the
  /// profile.
  bool getEvent(int64_t index, Event &event) const;
  const DispatchInfo &getInfo(const Event &event) const;

  /// The events in Chrome's trace format.
  std::string toTrace() const;
  Status write(const std::string &path) const;

private:
  struct ThreadSpan {
    WorkerSpan span;
    int32_t thread;
  };

  std::shared_ptr<const Manifest> manifest;
  const DispatchInfo unknown{"dispatch", "", "", 0, 0};
  std::vector<DispatchInfo> runs; // one a function
  int64_t startNs;
  mutable std::mutex mutex;
  std::vector<Event> events;
  std::vector<ThreadSpan> spans;
};

} // namespace weft::runtime

#endif
