// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes on disk by the hash of what they were made from, for work that the next
// process would do again.
//
// An entry is a file "llvmcache-KEY", a name that LLVM's pruning knows: a
// header with a checksum, then the bytes. It is written beside its place and
// renamed, so that readers see all of it or nothing; two that make the same
// entry at once write the same bytes. What cannot be read or written is
// computed again: a cache never makes anything fail.

#ifndef WEFT_LIB_SUPPORT_CONTENTCACHE_H
#define WEFT_LIB_SUPPORT_CONTENTCACHE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <atomic>
#include <mutex>
#include <optional>
#include <string>

namespace weft {

/// Any thread may call any member.
class ContentCache {
public:
  static constexpr uint64_t kDefaultLimitBytes = uint64_t(1) << 30;

  /// Uses \p folder, which is made when the first entry is. Of more than
  /// \p limitBytes the entries that were not used for longest go.
  explicit ContentCache(llvm::StringRef folder,
                        uint64_t limitBytes = kDefaultLimitBytes);

  /// Prunes the folder if entries were added; looks at it once a minute at the
  /// most.
  ~ContentCache();
  ContentCache(const ContentCache &) = delete;
  ContentCache &operator=(const ContentCache &) = delete;

  /// Returns what was added under \p key, a word of letters and digits; nothing
  /// if there is none. A damaged entry is deleted.
  std::optional<std::string> find(llvm::StringRef key);

  /// Keeps \p bytes under \p key.
  void add(llvm::StringRef key, llvm::StringRef bytes);

  llvm::StringRef getFolder() const { return folder; }
  /// Calls of find that returned something, and that did not.
  unsigned getHits() const { return hits; }
  unsigned getMisses() const { return misses; }
  /// Why an entry could not be kept; "" while all were.
  std::string getFailure() const;

private:
  std::string getPath(llvm::StringRef key) const;

  std::string folder;
  uint64_t limitBytes;
  std::atomic<unsigned> hits = 0, misses = 0, added = 0;
  mutable std::mutex mutex;
  std::string failure;
};

/// The folder of the code cache where nothing else is asked for:
/// $WEFT_CODE_CACHE, or weft/code in the user's folder of caches
/// ($XDG_CACHE_HOME, else ~/.cache). "" for none: the variable is "off", or
/// there is no such folder.
std::string findCodeCacheFolder();

/// The file of schedules where no other is named: beside that folder, "" where
/// there is none.
std::string findScheduleFile();

/// The size that $WEFT_CODE_CACHE_MIB sets, or the default.
uint64_t findCodeCacheLimit();

} // namespace weft

#endif // WEFT_LIB_SUPPORT_CONTENTCACHE_H
