// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Ranges are one line of bytes; the thread gives back what the reader has left behind, and reads on, a huge page at a time.

#include "lib/Support/ReadAhead.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>

using namespace weft;

ReadAhead::ReadAhead(std::vector<Range> ranges) : ranges(std::move(ranges)) {
  starts.push_back(0);
  for (const Range &range : this->ranges)
    starts.push_back(starts.back() + range.bytes.size());
}

ReadAhead::~ReadAhead() {
  {
    std::lock_guard<std::mutex> lock(mutex);
    isEnding = true;
  }
  moved.notify_one();
  if (thread.joinable())
    thread.join();
}

void ReadAhead::moveTo(size_t range, uint64_t offset) {
  {
    std::lock_guard<std::mutex> lock(mutex);
    place = std::max(place, std::min(starts[range] + offset, starts.back()));
    if (!thread.joinable())
      thread = std::thread([this] { run(); });
  }
  moved.notify_one();
}

ReadAhead::Range ReadAhead::getStep(uint64_t begin) const {
  constexpr uint64_t kHugePage = uint64_t(2) << 20;
  if (begin == starts.back())
    return {};
  auto after = std::upper_bound(starts.begin(), starts.end(), begin);
  size_t i = static_cast<size_t>(after - starts.begin()) - 1;
  llvm::ArrayRef<char> rest = ranges[i].bytes.drop_front(begin - starts[i]);
  uint64_t address = reinterpret_cast<uint64_t>(rest.data());
  return {ranges[i].file,
          rest.take_front(llvm::alignTo(address + 1, kHugePage) - address)};
}

void ReadAhead::run() {
  std::unique_lock<std::mutex> lock(mutex);
  // Up to where bytes were given back, and read.
  uint64_t given = place, read = place;
  while (!isEnding) {
    read = std::max(read, place);
    Range behind = getStep(given), ahead = getStep(read);
    bool isUsed = behind.file && given + behind.bytes.size() <= place,
         isWanted = ahead.file && read < place + kWindow;
    if (!isUsed && !isWanted) {
      moved.wait(lock);
      continue;
    }
    lock.unlock();
    if (isUsed) {
      behind.file->release(behind.bytes);
      given += behind.bytes.size();
    }
    if (isWanted) {
      ahead.file->prefetch(ahead.bytes);
      read += ahead.bytes.size();
    }
    lock.lock();
  }
}
