// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Collects events and writes them in Chrome's trace event format ("Trace Event
// Format", complete events), which ui.perfetto.dev and chrome://tracing open.
#include "runtime/program/Profile.h"

#include <algorithm>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstring>

using namespace weft::runtime;

// A forgotten profile of a server shall not eat its memory.
static constexpr size_t maxEvents = 1 << 22;

Profile::Profile(std::shared_ptr<const Manifest> named)
    : manifest(std::move(named)), startNs(readClockNs()) {
  for (const Function &function : manifest->functions)
    runs.push_back({function.name, "run", "", 0, 0});
}

void Profile::addDispatch(int32_t dispatch, std::span<const WorkerSpan> busy) {
  std::lock_guard lock(mutex);
  if (events.size() >= maxEvents)
    return;
  Event event{INT64_MAX, 0, dispatch, -1, uint32_t(spans.size()), 0};
  for (size_t thread = 0; thread < busy.size(); ++thread) {
    if (busy[thread].endNs == 0)
      continue;
    spans.push_back({busy[thread], int32_t(thread)});
    ++event.spanCount;
    event.beginNs = std::min(event.beginNs, busy[thread].beginNs);
    event.endNs = std::max(event.endNs, busy[thread].endNs);
  }
  if (event.spanCount > 0)
    events.push_back(event);
}

void Profile::addRun(int32_t function, int64_t beginNs, int64_t endNs) {
  std::lock_guard lock(mutex);
  if (events.size() >= maxEvents)
    return;
  spans.push_back({{beginNs, endNs}, 0});
  events.push_back(
      {beginNs, endNs, -1, function, uint32_t(spans.size() - 1), 1});
}

void Profile::clear() {
  std::lock_guard lock(mutex);
  events.clear();
  spans.clear();
}

int64_t Profile::getEventCount() const {
  std::lock_guard lock(mutex);
  return int64_t(events.size());
}

bool Profile::getEvent(int64_t index, Event &event) const {
  std::lock_guard lock(mutex);
  if (index < 0 || size_t(index) >= events.size())
    return false;
  event = events[size_t(index)];
  event.beginNs -= startNs;
  event.endNs -= startNs;
  return true;
}

const DispatchInfo &Profile::getInfo(const Event &event) const {
  if (event.function >= 0)
    return runs[size_t(event.function)];
  if (event.dispatch >= 0 &&
      size_t(event.dispatch) < manifest->dispatches.size())
    return manifest->dispatches[size_t(event.dispatch)];
  return unknown;
}

static void appendQuoted(std::string &text, std::string_view value) {
  text += '"';
  for (char character : value) {
    if (character == '"' || character == '\\')
      text += '\\';
    if (static_cast<unsigned char>(character) < 0x20)
      text += ' ';
    else
      text += character;
  }
  text += '"';
}

static void appendFormat(std::string &text, const char *format,
                         auto... values) {
  char buffer[256];
  int size = snprintf(buffer, sizeof(buffer), format, values...);
  text.append(buffer, size_t(std::clamp(size, 0, int(sizeof(buffer)) - 1)));
}

std::string Profile::toTrace() const {
  std::lock_guard lock(mutex);
  std::string text = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[";
  int32_t threads = 0;
  for (const ThreadSpan &span : spans)
    threads = std::max(threads, span.thread + 1);
  for (int32_t thread = 0; thread < threads; ++thread)
    appendFormat(text,
                 "%s\n{\"name\":\"thread_name\",\"ph\":\"M\",\"pid\":1,"
                 "\"tid\":%d,\"args\":{\"name\":\"%s %d\"}}",
                 thread == 0 ? "" : ",", thread,
                 thread == 0 ? "caller" : "worker", thread);
  for (const Event &event : events) {
    const DispatchInfo &info = getInfo(event);
    double microseconds = double(event.endNs - event.beginNs) * 1e-3;
    for (uint32_t i = 0; i < event.spanCount; ++i) {
      const ThreadSpan &span = spans[event.firstSpan + i];
      text += ",\n{\"name\":";
      appendQuoted(text, info.name);
      text += ",\"cat\":";
      appendQuoted(text, info.op);
      appendFormat(text,
                   ",\"ph\":\"X\",\"pid\":1,\"tid\":%d,\"ts\":%.3f,"
                   "\"dur\":%.3f,\"args\":{\"node\":",
                   span.thread, double(span.span.beginNs - startNs) * 1e-3,
                   double(span.span.endNs - span.span.beginNs) * 1e-3);
      appendQuoted(text, info.node);
      if (info.flops > 0 && microseconds > 0)
        appendFormat(text, ",\"flops\":%.0f,\"GFLOP/s\":%.3f", info.flops,
                     info.flops / microseconds * 1e-3);
      if (info.bytes > 0 && microseconds > 0)
        appendFormat(text, ",\"bytes\":%.0f,\"GB/s\":%.3f", info.bytes,
                     info.bytes / microseconds * 1e-3);
      text += "}}";
    }
  }
  text += "\n]}\n";
  return text;
}

Status Profile::write(const std::string &path) const {
  std::string text = toTrace();
  FILE *file = fopen(path.c_str(), "we");
  if (!file)
    return failure(WEFT_STATUS_INVALID_ARGUMENT, path,
                   ": cannot write: ", strerror(errno));
  bool written = fwrite(text.data(), 1, text.size(), file) == text.size();
  // Both must happen; buffered bytes may fail only now.
  written = fclose(file) == 0 && written;
  if (written)
    return Status();
  return failure(WEFT_STATUS_INVALID_ARGUMENT, path,
                 ": cannot write: ", strerror(errno));
}
