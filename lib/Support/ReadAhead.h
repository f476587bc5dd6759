// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A window that moves over ranges of mapped files: a thread of its own brings in what comes next and gives back what was read, so that those who
// compute do not wait for the disk and little of the files is resident.
//
//   ranges   |........aaaaaaaa|bbbbbbbbbbbbbbb|cccccccc
//             given   ^ here         to here ^
//             back    moveTo(0, 8)           kWindow further

#ifndef WEFT_LIB_SUPPORT_READAHEAD_H
#define WEFT_LIB_SUPPORT_READAHEAD_H

#include "lib/Support/MappedFile.h"
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace weft {

/// moveTo() may be called from any thread.
class ReadAhead {
public:
  struct Range {
    std::shared_ptr<MappedFile> file;
    /// Of the file; may be empty.
    llvm::ArrayRef<char> bytes;
  };

  /// Bytes that are resident ahead of where the reader is.
  static constexpr uint64_t kWindow = uint64_t(64) << 20;

  /// \p ranges are in the order in which they will be read. Nothing is read before the first moveTo().
  explicit ReadAhead(std::vector<Range> ranges);

  /// Waits for what is being read.
  ~ReadAhead();
  ReadAhead(const ReadAhead &) = delete;
  ReadAhead &operator=(const ReadAhead &) = delete;

  /// Says that the reader is at \p offset of range number \p range, and needs nothing before any more. Does not wait. A place before that of an
  /// earlier call changes nothing.
  void moveTo(size_t range, uint64_t offset);

private:
  void run();
  /// The bytes from a place on, to the end of their huge page or range; none at the end of all. Huge pages that are cut have to be mapped again.
  Range getStep(uint64_t begin) const;

  std::vector<Range> ranges;
  /// Where ranges begin if they follow each other, and the end of all.
  std::vector<uint64_t> starts;
  std::mutex mutex;
  std::condition_variable moved;
  /// Guarded by the mutex.
  uint64_t place = 0;
  bool isEnding = false;
  std::thread thread;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_READAHEAD_H
