// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/ModelFileDraft.h"
#include "lib/Support/ModelFile.h"
#include "test/unit/support/TemporaryFolder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <csignal>
#include <functional>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace weft;

/// What another process does between a draft's open and its lock, once.
static std::function<void()> beforeLock;

/// In place of the C library's.
extern "C" __attribute__((visibility("default"))) int
flock(int descriptor, int operation) noexcept {
  if (auto action = std::exchange(beforeLock, nullptr))
    action();
  return static_cast<int>(syscall(SYS_flock, descriptor, operation));
}

namespace {

/// Makes a weight of four bytes, or takes it over; says which.
bool make(ModelFileDraft &draft, llvm::StringRef key, llvm::StringRef text,
          WeightStore *store = nullptr) {
  std::optional<ModelFileDraft::Entry> entry = draft.takeNext(key);
  bool isTaken = entry.has_value();
  if (!isTaken) {
    auto section = llvm::cantFail(draft.begin(text.size()));
    *section << text;
    llvm::cantFail(section->finish());
    auto size = static_cast<int64_t>(text.size());
    entry = {
        key.str(),
        {{{"i8", {size}},
          {section->getOffset(), section->tell(), section->getChecksum()}}},
        0.5};
    llvm::cantFail(draft.record(*entry));
  }
  EXPECT_EQ(entry->error, 0.5);
  const ModelFileDraft::Part &part = entry->parts.front();
  auto file = llvm::cantFail(draft.map(part.range));
  EXPECT_EQ(asText(file->getBytes()), text);
  if (store)
    llvm::cantFail(store->addFileRange(key, file, 0, part.range.sizeBytes,
                                       part.type, part.range.checksum));
  return isTaken;
}

/// A process that makes weights and is killed.
void makeAndDie(const std::string &path,
                llvm::ArrayRef<std::pair<const char *, const char *>> weights) {
  pid_t child = fork();
  if (child == 0) {
    auto draft = llvm::cantFail(ModelFileDraft::open(path));
    for (auto [key, text] : weights)
      make(*draft, key, text);
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
}

llvm::Error writeNothing(llvm::raw_ostream &) { return llvm::Error::success(); }

void appendTo(const std::string &path, llvm::StringRef text) {
  std::error_code code;
  llvm::raw_fd_ostream stream(path, code, llvm::sys::fs::OF_Append);
  stream << text;
}

} // namespace

TEST(ModelFileDraft, BecomesTheFile) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  auto store = llvm::cantFail(WeightStore::create());
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_FALSE(make(*draft, "a", "aaaa", store.get()));
  llvm::cantFail(store->append("small", {"i8", {2}}, asBytes("ss")));
  EXPECT_FALSE(make(*draft, "b", "bbbb", store.get()));
  EXPECT_FALSE(llvm::sys::fs::exists(path));
  llvm::cantFail(writeModelFile(path, {writeNothing, {}, {}, {}}, *store,
                                WeightPlacement::Embed, draft.get()));
  draft.reset();
  // Nothing else stays.
  EXPECT_EQ(folder.count(), 1U);
  auto read = llvm::cantFail(ModelFile::read(path));
  EXPECT_EQ(getMessage(read->weights->verify()), "success");
  EXPECT_EQ(asText(llvm::cantFail(read->weights->map("a"))), "aaaa");
  EXPECT_EQ(asText(llvm::cantFail(read->weights->map("b"))), "bbbb");
  EXPECT_EQ(asText(llvm::cantFail(read->weights->map("small"))), "ss");
}

TEST(ModelFileDraft, LeavesNothingWhereItFails) {
  TemporaryFolder folder;
  make(*llvm::cantFail(ModelFileDraft::open(folder / "m.ir")), "a", "aaaa");
  EXPECT_EQ(folder.count(), 0U);
}

TEST(ModelFileDraft, GoesOnAfterAKill) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  makeAndDie(path, {{"a", "aaaa"}, {"b", "bbbb"}, {"c", "cccc"}});
  EXPECT_EQ(folder.count(), 2U);
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_TRUE(make(*draft, "a", "aaaa"));
  EXPECT_TRUE(make(*draft, "b", "bbbb"));
  EXPECT_EQ(draft->getNumTaken(), 2U);
  EXPECT_EQ(draft->getBytesTaken(), 8U);
  // What follows is something else from here on.
  EXPECT_FALSE(make(*draft, "other", "oooo"));
  EXPECT_FALSE(make(*draft, "c", "cccc"));
}

TEST(ModelFileDraft, EndsWhereItsFooterDoes) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir", large(100000, 'x');
  makeAndDie(path, {{"a", "aaaa"}, {"b", large.c_str()}});
  auto store = llvm::cantFail(WeightStore::create());
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_TRUE(make(*draft, "a", "aaaa", store.get()));
  llvm::cantFail(writeModelFile(path, {writeNothing, {}, {}, {}}, *store,
                                WeightPlacement::Embed, draft.get()));
  EXPECT_EQ(getMessage(ModelFile::read(path)), "success");
}

TEST(ModelFileDraft, ForgetsWhatIsNotAskedFor) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  std::string large(100000, 'x');
  makeAndDie(path, {{"a", large.c_str()}});
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_FALSE(make(*draft, "b", "bbbb"));
  uint64_t size = 0;
  ASSERT_FALSE(llvm::sys::fs::file_size(path + ".partial", size));
  EXPECT_LT(size, 10000U);
}

TEST(ModelFileDraft, TrustsNoBytesThatChanged) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  makeAndDie(path, {{"a", "aaaa"}, {"b", "bbbb"}});
  {
    // The second weight lies at the third page.
    auto buffer = llvm::cantFail(llvm::errorOrToExpected(
        llvm::MemoryBuffer::getFile(path + ".partial")));
    std::string bytes = buffer->getBuffer().str();
    bytes[8192] ^= 1;
    std::error_code code;
    llvm::raw_fd_ostream(path + ".partial", code) << bytes;
  }
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_TRUE(make(*draft, "a", "aaaa"));
  EXPECT_FALSE(make(*draft, "b", "bbbb"));
}

TEST(ModelFileDraft, SurvivesABrokenIndex) {
  for (const char *text :
       {"{\"key\": \"b\", \"error\": 0.5, \"parts\": [{\"dtype\": \"i8\", "
        "\"dims\": [4], \"offset\": 8192, \"size\": 4, \"xxh3\": "
        "\"0000000000000000\"}]}\n",
        "{\"key\": \"b\", \"parts\": [{\"dtype\": \"i8\", \"dims\": [4], "
        "\"offset\": 18446744073709547520, \"size\": 4, \"xxh3\": "
        "\"0000000000000000\"}]}\n",
        "{\"key\": \"b\"", "[]\n", "\xff\xfe\n"}) {
    TemporaryFolder folder;
    std::string path = folder / "m.ir";
    makeAndDie(path, {{"a", "aaaa"}});
    appendTo(path + ".partial.index", text);
    auto draft = llvm::cantFail(ModelFileDraft::open(path));
    EXPECT_TRUE(make(*draft, "a", "aaaa"));
    EXPECT_FALSE(make(*draft, "b", "bbbb"));
  }
}

TEST(ModelFileDraft, HasOneProcess) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  make(*draft, "a", "aaaa");
  EXPECT_EQ(getMessage(ModelFileDraft::open(path)),
            "cannot write '" + path + ".partial': another process is making '" +
                path + "'");
  // The other one has lost nothing.
  EXPECT_FALSE(make(*draft, "b", "bbbb"));
  EXPECT_EQ(getMessage(ModelFileDraft::open(folder / "none" + "/m.ir")),
            "cannot write '" + (folder / "none") +
                "/m.ir.partial': No such file or directory");
}

TEST(ModelFileDraft, LeavesAFileThatWasFinishedMeanwhile) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir", partial = path + ".partial";
  beforeLock = [&] {
    folder.write("m.ir.partial", "finished");
    EXPECT_EQ(::rename(partial.c_str(), path.c_str()), 0);
  };
  auto draft = llvm::cantFail(ModelFileDraft::open(path));
  EXPECT_FALSE(beforeLock);
  EXPECT_FALSE(make(*draft, "a", "aaaa"));
  EXPECT_EQ(folder.read("m.ir"), "finished");
  EXPECT_TRUE(llvm::sys::fs::exists(partial));
  // The draft is a file of its own, which it can become the next output from.
  llvm::cantFail(draft->commit(path));
  EXPECT_NE(folder.read("m.ir"), "finished");
}
