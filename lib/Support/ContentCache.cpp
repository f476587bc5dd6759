// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries go by the time of their last use, which is set by hand: many file
// systems are mounted so that reading does not note it.

#include "lib/Support/ContentCache.h"
#include "lib/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/xxhash.h"
#include <fcntl.h>
#include <sys/stat.h>

using namespace llvm;
using namespace weft;

namespace {
constexpr StringLiteral kMagic = "WEFTCC01";
/// Magic, checksum.
constexpr size_t kHeaderBytes = 16;
} // namespace

static std::string makeHeader(StringRef bytes) {
  std::string header = kMagic.str();
  header.resize(kHeaderBytes);
  support::endian::write64le(header.data() + kMagic.size(), xxh3_64bits(bytes));
  return header;
}

ContentCache::ContentCache(StringRef folder, uint64_t limitBytes)
    : folder(folder), limitBytes(limitBytes) {
  // The first temporary file of a process gives the thread that makes it a
  // signal stack, which outlives a thread of a pool. So this thread makes it.
  constexpr StringLiteral none = "weft-no-such-file";
  sys::RemoveFileOnSignal(none);
  sys::DontRemoveFileOnSignal(none);
}

std::string ContentCache::getPath(StringRef key) const {
  SmallString<128> path(folder);
  sys::path::append(path, "llvmcache-" + key);
  return path.str().str();
}

std::optional<std::string> ContentCache::find(StringRef key) {
  std::string path = getPath(key);
  // Read, not mapped: pruning by another process may come in between.
  auto file = MemoryBuffer::getFile(path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false,
                                    /*IsVolatile=*/true);
  if (!file) {
    ++misses;
    return std::nullopt;
  }
  StringRef content = (*file)->getBuffer(),
            bytes = content.drop_front(std::min(kHeaderBytes, content.size()));
  if (!content.starts_with(makeHeader(bytes))) {
    sys::fs::remove(path);
    ++misses;
    return std::nullopt;
  }
  timespec now[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
  utimensat(AT_FDCWD, path.c_str(), now, 0);
  ++hits;
  return bytes.str();
}

void ContentCache::add(StringRef key, StringRef bytes) {
  auto write = [&]() -> Error {
    if (std::error_code code = sys::fs::create_directories(folder))
      return createStringError(code, "cannot make the folder '" + folder +
                                         "': " + code.message());
    return writeWholeFile(getPath(key), makeHeader(bytes) + bytes.str());
  };
  if (Error error = write()) {
    std::string text = toString(std::move(error));
    std::lock_guard<std::mutex> guard(mutex);
    failure = std::move(text);
    return;
  }
  ++added;
}

std::string ContentCache::getFailure() const {
  std::lock_guard<std::mutex> guard(mutex);
  return failure;
}

ContentCache::~ContentCache() {
  if (added == 0)
    return;
  CachePruningPolicy policy;
  policy.Interval = std::chrono::minutes(1);
  policy.Expiration = std::chrono::seconds(0);
  policy.MaxSizeBytes = limitBytes;
  pruneCache(folder, policy);
}

std::string weft::findCodeCacheFolder() {
  if (std::optional<std::string> given =
          sys::Process::GetEnv("WEFT_CODE_CACHE");
      given && !given->empty())
    return *given == "off" ? "" : *given;
  SmallString<128> path;
  if (!sys::path::cache_directory(path))
    return "";
  sys::path::append(path, "weft", "code");
  return path.str().str();
}

std::string weft::findScheduleFile() {
  std::string folder = findCodeCacheFolder();
  if (folder.empty())
    return "";
  SmallString<128> path(sys::path::parent_path(folder));
  sys::path::append(path, "schedules.jsonl");
  return path.str().str();
}

uint64_t weft::findCodeCacheLimit() {
  std::optional<std::string> given =
      sys::Process::GetEnv("WEFT_CODE_CACHE_MIB");
  uint64_t mebibytes = 0;
  if (!given || StringRef(*given).getAsInteger(10, mebibytes) ||
      mebibytes == 0 || mebibytes > (uint64_t(1) << 40))
    return ContentCache::kDefaultLimitBytes;
  return mebibytes << 20;
}
