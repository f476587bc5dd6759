// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which pages are resident, as the system tells of them.

#include "lib/Support/ReadAhead.h"
#include "test/unit/support/TemporaryFolder.h"
#include <chrono>
#include <fcntl.h>
#include <functional>
#include <unistd.h>

using namespace weft;

namespace {
constexpr uint64_t kPage = 4096, kMiB = uint64_t(1) << 20;

/// Whether this process has the page of an address.
bool isResident(const char *address) {
  // An entry of 64 bits for each page; streams would read parts of one.
  int map = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  uint64_t entry = 0;
  ssize_t size =
      ::pread(map, &entry, sizeof(entry),
              static_cast<off_t>(reinterpret_cast<uint64_t>(address) / kPage *
                                 sizeof(entry)));
  ::close(map);
  EXPECT_EQ(size, static_cast<ssize_t>(sizeof(entry)));
  return entry >> 63;
}

/// Whether something comes true before long.
bool awaits(const std::function<bool()> &isTrue) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!isTrue() && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return isTrue();
}

class ReadAheadTest : public testing::Test {
protected:
  std::shared_ptr<MappedFile> makeFile(llvm::StringRef name, uint64_t size) {
    return llvm::cantFail(MappedFile::open(
        folder.write(name.str(), std::string(size, name.front()))));
  }

  TemporaryFolder folder;
};
} // namespace

TEST_F(ReadAheadTest, ReadsNothingUnasked) {
  auto file = makeFile("a", 8 * kMiB);
  file->release(file->getBytes());
  {
    ReadAhead readAhead({{file, file->getBytes()}});
  }
  EXPECT_FALSE(isResident(file->getBytes().data()));
}

TEST_F(ReadAheadTest, MovesAlong) {
  auto first = makeFile("a", 8 * kMiB), second = makeFile("b", 8 * kMiB);
  const char *a = first->getBytes().data(), *b = second->getBytes().data();
  // A range may be empty, and need not be all of a file.
  ReadAhead readAhead({{first, first->getBytes().drop_front(100)},
                       {},
                       {second, second->getBytes()}});
  readAhead.moveTo(0, 0);
  EXPECT_TRUE(awaits([&] { return isResident(b + 8 * kMiB - 1); }));
  EXPECT_TRUE(isResident(a + 100));
  // What is behind goes, what is not needed yet stays.
  readAhead.moveTo(0, 6 * kMiB);
  EXPECT_TRUE(awaits([&] { return !isResident(a + 100); }));
  EXPECT_TRUE(isResident(a + 7 * kMiB));
  readAhead.moveTo(2, 0);
  EXPECT_TRUE(awaits([&] { return !isResident(a + 7 * kMiB); }));
  EXPECT_TRUE(isResident(b));
  // Back is no way to go.
  readAhead.moveTo(0, 0);
  readAhead.moveTo(2, 8 * kMiB);
  EXPECT_TRUE(awaits([&] { return !isResident(b); }));
  EXPECT_EQ(a[100], 'a');
  EXPECT_EQ(b[8 * kMiB - 1], 'b');
}

TEST_F(ReadAheadTest, HasAWindow) {
  auto file = makeFile("a", ReadAhead::kWindow + 16 * kMiB);
  file->release(file->getBytes());
  const char *bytes = file->getBytes().data();
  ReadAhead readAhead({{file, file->getBytes()}});
  readAhead.moveTo(0, 0);
  EXPECT_TRUE(
      awaits([&] { return isResident(bytes + ReadAhead::kWindow - kPage); }));
  EXPECT_FALSE(isResident(bytes + ReadAhead::kWindow + 8 * kMiB));
  readAhead.moveTo(0, 10 * kMiB);
  EXPECT_TRUE(awaits(
      [&] { return isResident(bytes + ReadAhead::kWindow + 8 * kMiB); }));
}

TEST_F(ReadAheadTest, EndsWhileItReads) {
  auto file = makeFile("a", 32 * kMiB);
  for (int i = 0; i < 20; ++i) {
    ReadAhead readAhead({{file, file->getBytes()}});
    readAhead.moveTo(0, 0);
  }
  EXPECT_EQ(file->getBytes().front(), 'a');
}
