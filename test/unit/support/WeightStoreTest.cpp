// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/WeightStore.h"
#include "test/unit/support/TemporaryFolder.h"
#include "llvm/Support/xxhash.h"
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace weft;

namespace {

const WeightType kFourBytes{"i8", {4}};

std::unique_ptr<WeightStore> makeStore() {
  return llvm::cantFail(WeightStore::create());
}

std::string read(WeightStore &store, llvm::StringRef key) {
  return asText(llvm::cantFail(store.map(key))).str();
}

/// The store's own pages and those of mapped files that are in memory now.
uint64_t getResidentBytes() {
  std::ifstream status("/proc/self/statm");
  uint64_t total = 0, resident = 0;
  status >> total >> resident;
  return resident * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

TEST(WeightStore, AppendAndMap) {
  auto store = makeStore();
  EXPECT_EQ(getMessage(store->append("a", kFourBytes, asBytes("abcd"))),
            "success");
  EXPECT_EQ(getMessage(store->append("b", {"f32", {2}}, asBytes("01234567"))),
            "success");
  EXPECT_EQ(getMessage(store->append("none", {"f32", {0, 3}}, {})), "success");
  EXPECT_EQ(read(*store, "a"), "abcd");
  EXPECT_EQ(read(*store, "b"), "01234567");
  EXPECT_EQ(read(*store, "none"), "");
  const WeightSegment *segment = store->find("b");
  ASSERT_NE(segment, nullptr);
  EXPECT_EQ(segment->type, (WeightType{"f32", {2}}));
  EXPECT_EQ(segment->sizeBytes, 8u);
  EXPECT_EQ(segment->offset % 4096, 0u);
  EXPECT_EQ(store->find("c"), nullptr);
  EXPECT_EQ(store->size(), 3u);
  EXPECT_EQ(store->computeTotalBytes(), 12u);
}

TEST(WeightStore, AppendedSegmentsAreAlignedInMemory) {
  auto store = makeStore();
  for (const char *key : {"a", "b", "c"}) {
    llvm::cantFail(store->append(key, kFourBytes, asBytes("abcd")));
    auto bytes = llvm::cantFail(store->map(key));
    EXPECT_EQ(reinterpret_cast<uintptr_t>(bytes.data()) % 64, 0u);
    // The same mapping serves every caller.
    EXPECT_EQ(llvm::cantFail(store->map(key)).data(), bytes.data());
  }
}

TEST(WeightStore, Order) {
  auto store = makeStore();
  for (const char *key : {"z", "a", "m"})
    llvm::cantFail(store->append(key, kFourBytes, asBytes("abcd")));
  llvm::cantFail(store->remove("a"));
  llvm::cantFail(store->append("a", kFourBytes, asBytes("abcd")));
  std::string order;
  for (const WeightSegment *segment : store->getSegments())
    order += segment->key;
  EXPECT_EQ(order, "zma");
}

TEST(WeightStore, WriterInPieces) {
  auto store = makeStore();
  auto writer = llvm::cantFail(store->begin("w", {"i8", {300000}}));
  std::string expected;
  for (int i = 0; i < 100000; ++i) {
    std::string piece = {char(i), char(i >> 8), 'x'};
    writer.write(asBytes(piece));
    expected += piece;
  }
  EXPECT_EQ(store->find("w"), nullptr);
  EXPECT_EQ(getMessage(writer.commit()), "success");
  EXPECT_EQ(read(*store, "w"), expected);
  EXPECT_EQ(store->find("w")->checksum, llvm::xxh3_64bits(expected));
}

TEST(WeightStore, WritersSideBySide) {
  auto store = makeStore();
  auto write = [&](std::string key, char byte) {
    for (int i = 0; i < 50; ++i) {
      std::string bytes(10000, byte);
      auto writer = llvm::cantFail(
          store->begin(key + std::to_string(i), {"i8", {10000}}));
      writer.write(asBytes(bytes));
      llvm::cantFail(writer.commit());
      EXPECT_EQ(read(*store, key + std::to_string(i)), bytes);
    }
  };
  std::thread other(write, "a", 'a');
  write("b", 'b');
  other.join();
  EXPECT_EQ(store->size(), 100u);
  EXPECT_EQ(getMessage(store->verify()), "success");
}

TEST(WeightStore, WriterWithoutCommitLeavesNothing) {
  auto store = makeStore();
  {
    auto writer = llvm::cantFail(store->begin("w", kFourBytes));
    writer.write(asBytes("ab"));
    EXPECT_EQ(getMessage(writer.commit()),
              "weight 'w' of type 4xi8 needs 4 bytes, found 2");
  }
  EXPECT_EQ(store->find("w"), nullptr);
  llvm::cantFail(store->append("w", kFourBytes, asBytes("abcd")));
  EXPECT_EQ(read(*store, "w"), "abcd");
}

TEST(WeightStore, ReplaceWhileTheOldOneIsRead) {
  auto store = makeStore();
  llvm::cantFail(store->append("w", kFourBytes, asBytes("abcd")));
  llvm::cantFail(store->append("x", kFourBytes, asBytes("----")));
  auto writer = llvm::cantFail(store->begin("w", kFourBytes));
  std::string old = read(*store, "w");
  std::reverse(old.begin(), old.end());
  writer.write(asBytes(old));
  EXPECT_EQ(getMessage(writer.commit(WeightWriter::IfPresent::Replace)),
            "success");
  EXPECT_EQ(read(*store, "w"), "dcba");
  EXPECT_EQ(store->getSegments().front()->key, "w");
  EXPECT_EQ(read(*store, "x"), "----");
}

TEST(WeightStore, FileRange) {
  TemporaryFolder folder;
  std::string path = folder.write("model", "____abcdefgh____");
  auto store = makeStore();
  EXPECT_EQ(getMessage(store->addFileRange("a", path, 4, 4, kFourBytes)),
            "success");
  EXPECT_EQ(getMessage(store->addFileRange("b", path, 8, 4, kFourBytes)),
            "success");
  EXPECT_EQ(read(*store, "a"), "abcd");
  EXPECT_EQ(read(*store, "b"), "efgh");
  // One mapping, however many ranges.
  EXPECT_EQ(store->find("a")->file, store->find("b")->file);
  EXPECT_EQ(llvm::cantFail(store->map("a")).data() + 4,
            llvm::cantFail(store->map("b")).data());
  // The store survives the file.
  llvm::sys::fs::remove(path);
  EXPECT_EQ(read(*store, "a"), "abcd");
}

TEST(WeightStore, FileRangeRefused) {
  TemporaryFolder folder;
  std::string path = folder.write("model", "0123456789");
  auto store = makeStore();
  EXPECT_EQ(getMessage(store->addFileRange("w", path, 8, 4, kFourBytes)),
            "weight 'w': '" + path +
                "' has 10 bytes, expected 4 bytes at offset 8: the file is "
                "short or damaged");
  EXPECT_EQ(
      getMessage(store->addFileRange("w", path, UINT64_MAX - 1, 4, kFourBytes)),
      "weight 'w': '" + path +
          "' has 10 bytes, expected 4 bytes at offset "
          "18446744073709551614: the file is short or damaged");
  EXPECT_EQ(
      getMessage(store->addFileRange("w", folder / "none", 0, 4, kFourBytes)),
      "weight 'w': cannot open '" + (folder / "none") +
          "': No such file or directory");
  EXPECT_EQ(getMessage(store->addFileRange("w", path, 0, 5, kFourBytes)),
            "weight 'w' of type 4xi8 needs 4 bytes, found 5");
  EXPECT_EQ(store->size(), 0u);
}

TEST(WeightStore, FileBeyondFourGigabytes) {
  TemporaryFolder folder;
  std::string path = folder.write("large", "");
  constexpr uint64_t kOffset = (uint64_t(5) << 30) + 12345;
  int descriptor = ::open(path.c_str(), O_RDWR);
  ASSERT_GE(descriptor, 0);
  ASSERT_EQ(::pwrite(descriptor, "abcd", 4, kOffset), 4);
  ::close(descriptor);
  auto store = makeStore();
  EXPECT_EQ(getMessage(store->addFileRange("w", path, kOffset, 4, kFourBytes)),
            "success");
  EXPECT_EQ(read(*store, "w"), "abcd");
  EXPECT_EQ(getMessage(store->addFileRange("all", path, 0, kOffset + 4,
                                           {"i8", {int64_t(kOffset + 4)}})),
            "success");
  EXPECT_EQ(asText(llvm::cantFail(store->map("all")).take_back(4)), "abcd");
}

TEST(WeightStore, Borrowed) {
  auto store = makeStore();
  std::string bytes = "abcd";
  EXPECT_EQ(getMessage(store->addBorrowed("w", kFourBytes, asBytes(bytes))),
            "success");
  EXPECT_EQ(llvm::cantFail(store->map("w")).data(), bytes.data());
  store->release("w");
  EXPECT_EQ(read(*store, "w"), "abcd");
  EXPECT_EQ(getMessage(store->addBorrowed("x", {"f32", {2}}, asBytes(bytes))),
            "weight 'x' of type 2xf32 needs 8 bytes, found 4");
}

TEST(WeightStore, KeysRefused) {
  auto store = makeStore();
  llvm::cantFail(store->append("w", kFourBytes, asBytes("abcd")));
  EXPECT_EQ(getMessage(store->append("w", kFourBytes, asBytes("efgh"))),
            "there is a weight 'w' in the weight store already");
  EXPECT_EQ(read(*store, "w"), "abcd");
  EXPECT_NE(getMessage(store->append("\xff\xfe", kFourBytes, asBytes("abcd")))
                .find("the name is not valid UTF-8"),
            std::string::npos);
  EXPECT_EQ(getMessage(store->map("none")),
            "there is no weight 'none' in the weight store");
  EXPECT_EQ(getMessage(store->remove("none")),
            "there is no weight 'none' in the weight store");
  EXPECT_EQ(getMessage(store->begin("w", {"f32", {INT64_MAX, 3}})),
            "weight 'w': a weight of type 9223372036854775807x3xf32 is larger "
            "than any file");
}

TEST(WeightStore, AbsurdSizeIsRefusedByTheDisk) {
  auto store = makeStore();
  std::string message =
      getMessage(store->begin("w", {"i8", {INT64_MAX - 5000}}));
  EXPECT_NE(message.find("for a weight; set TMPDIR to a folder with space"),
            std::string::npos)
      << message;
  llvm::cantFail(store->append("w", kFourBytes, asBytes("abcd")));
  EXPECT_EQ(read(*store, "w"), "abcd");
}

TEST(WeightStore, Checksums) {
  TemporaryFolder folder;
  std::string bytes(100000, 'x');
  std::string path = folder.write("model", bytes);
  auto store = makeStore();
  llvm::cantFail(store->addFileRange("w", path, 0, 100000, {"i8", {100000}}));
  EXPECT_FALSE(store->find("w")->checksum);
  EXPECT_EQ(llvm::cantFail(store->computeChecksum("w")),
            llvm::xxh3_64bits(bytes));
  EXPECT_EQ(store->find("w")->checksum, llvm::xxh3_64bits(bytes));
  EXPECT_EQ(getMessage(store->verify()), "success");
}

TEST(WeightStore, VerifyNamesDamagedWeights) {
  TemporaryFolder folder;
  std::string path = folder.write("model", "abcdefgh");
  auto file = llvm::cantFail(MappedFile::open(path));
  auto store = makeStore();
  llvm::cantFail(store->addFileRange("good", file, 0, 4, kFourBytes,
                                     llvm::xxh3_64bits("abcd")));
  llvm::cantFail(store->addFileRange("bad", file, 4, 4, kFourBytes,
                                     llvm::xxh3_64bits("abcd")));
  EXPECT_EQ(getMessage(store->verify()),
            "weight 'bad' is damaged: 4 bytes at offset 4 of '" + path +
                "' have checksum " + formatChecksum(llvm::xxh3_64bits("efgh")) +
                ", expected " + formatChecksum(llvm::xxh3_64bits("abcd")));
}

TEST(WeightStore, VisitingKeepsMemoryBounded) {
  constexpr uint64_t kSize = uint64_t(256) << 20;
  constexpr uint64_t kLimit = uint64_t(32) << 20;
  auto store = makeStore();
  auto writer = llvm::cantFail(store->begin("w", {"i8", {int64_t(kSize)}}));
  std::string piece(1 << 20, 'x');
  uint64_t before = getResidentBytes();
  for (uint64_t i = 0; i < kSize; i += piece.size())
    writer.write(asBytes(piece));
  llvm::cantFail(writer.commit());
  EXPECT_LT(getResidentBytes(), before + kLimit);

  uint64_t most = 0, seen = 0;
  llvm::cantFail(store->visitBytes("w", [&](llvm::ArrayRef<char> bytes) {
    seen += llvm::count(bytes, 'x');
    most = std::max(most, getResidentBytes());
    return llvm::Error::success();
  }));
  EXPECT_EQ(seen, kSize);
  EXPECT_LT(most, before + kLimit);

  auto bytes = llvm::cantFail(store->map("w"));
  EXPECT_EQ(uint64_t(llvm::count(bytes, 'x')), kSize);
  EXPECT_GT(getResidentBytes(), before + kSize / 2);
  store->release("w");
  EXPECT_LT(getResidentBytes(), before + kLimit);
  EXPECT_EQ(bytes.back(), 'x');
}

TEST(WeightStore, SpillFileLeavesNothingBehind) {
  TemporaryFolder folder;
  auto store = llvm::cantFail(WeightStore::create(folder / "."));
  llvm::cantFail(store->append("w", kFourBytes, asBytes("abcd")));
  EXPECT_EQ(folder.count(), 0u);
  auto lost = llvm::cantFail(WeightStore::create(folder / "none"));
  std::string message =
      getMessage(lost->append("w", kFourBytes, asBytes("abcd")));
  EXPECT_NE(
      message.find("cannot create a temporary file in " + (folder / "none")),
      std::string::npos)
      << message;
}

TEST(WeightStore, FullDiskIsReported) {
  // A limit on file sizes fails like a full disk, without one.
  struct rlimit old;
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old), 0);
  struct rlimit small = old;
  small.rlim_cur = 1 << 20;
  auto handler = ::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  auto store = makeStore();
  std::string first = getMessage(store->append(
      "w", {"i8", {1 << 21}}, asBytes(std::string(1 << 21, 'x'))));
  ::setrlimit(RLIMIT_FSIZE, &old);
  ::signal(SIGXFSZ, handler);
  EXPECT_NE(first, "success");
  EXPECT_EQ(store->find("w"), nullptr);
}
