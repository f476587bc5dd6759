// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/ModelFile.h"
#include "lib/Support/ContainerFrame.h"
#include "lib/Support/ModelFileFormat.h"
#include "test/unit/support/TemporaryFolder.h"
#include "llvm/Support/xxhash.h"
#include <csignal>
#include <cstring>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace weft;

namespace {

const WeightType kFourBytes{"i8", {4}};

llvm::Error writeText(llvm::raw_ostream &stream) {
  stream << "bytecode";
  return llvm::Error::success();
}

ModelFileContents makeContents() { return {writeText, {}, {}, {}}; }

std::unique_ptr<WeightStore> makeWeights() {
  auto weights = llvm::cantFail(WeightStore::create());
  llvm::cantFail(weights->append("first", kFourBytes, asBytes("abcd")));
  llvm::cantFail(
      weights->append("second/w:0", {"f32", {2, 1}}, asBytes("01234567")));
  return weights;
}

/// A small file that is complete.
std::string writeSample(const TemporaryFolder &folder) {
  llvm::cantFail(
      writeModelFile(folder / "m.ir", makeContents(), *makeWeights()));
  return folder / "m.ir";
}

/// Replaces the index of the complete file \p bytes, with a footer that fits.
std::string replaceIndex(llvm::StringRef bytes, llvm::StringRef index) {
  size_t begin = bytes.rfind("{\"format\"");
  ContainerFrame footer;
  footer.magic = kModelFooterMagic;
  footer.numbers = {begin + index.size() + ContainerFrame::kSizeBytes, begin,
                    index.size(), llvm::xxh3_64bits(index)};
  auto frame = footer.encode();
  return (bytes.take_front(begin) + index + asText(frame)).str();
}

std::string readMessage(llvm::StringRef path) {
  return getMessage(ModelFile::read(path));
}

} // namespace

TEST(ModelFile, RoundTrip) {
  TemporaryFolder folder;
  auto weights = makeWeights();
  ModelFileContents contents = makeContents();
  contents.assets = {{"labels.txt", asBytes("cat\ndog\n")}, {"empty", {}}};
  contents.metadata =
      llvm::json::Object{{"source", "model.onnx"}, {"opset", 17}};
  llvm::json::Object metadata = contents.metadata;
  EXPECT_EQ(getMessage(writeModelFile(folder / "m.ir", contents, *weights)),
            "success");

  EXPECT_TRUE(isModelFile(folder / "m.ir"));
  auto model = llvm::cantFail(ModelFile::read(folder / "m.ir"));
  EXPECT_EQ(asText(model->getBytecode()), "bytecode");
  ASSERT_EQ(model->getAssets().size(), 2u);
  EXPECT_EQ(model->getAssets()[0].name, "labels.txt");
  EXPECT_EQ(asText(model->getAssets()[0].bytes), "cat\ndog\n");
  EXPECT_EQ(asText(model->getAssets()[1].bytes), "");
  EXPECT_EQ(model->getMetadata(), metadata);

  // The weights outlive the model that they came with.
  std::unique_ptr<WeightStore> store = std::move(model->weights);
  model.reset();
  EXPECT_EQ(store->size(), 2u);
  EXPECT_EQ(store->getSegments()[1]->key, "second/w:0");
  EXPECT_EQ(store->find("second/w:0")->type, (WeightType{"f32", {2, 1}}));
  auto bytes = llvm::cantFail(store->map("second/w:0"));
  EXPECT_EQ(asText(bytes), "01234567");
  EXPECT_EQ(reinterpret_cast<uintptr_t>(bytes.data()) % 4096, 0u);
  EXPECT_EQ(getMessage(store->verify()), "success");
}

TEST(ModelFile, AssetsAreFilesOfOneFolder) {
  TemporaryFolder folder;
  std::string path = folder / "m.ir";
  ModelFileContents contents = makeContents();
  for (const char *name : {"", ".", "..", "a/b", "../b", "/b", "a\\b"}) {
    contents.assets = {{name, asBytes("cat")}};
    EXPECT_EQ(getMessage(writeModelFile(path, contents, *makeWeights())),
              std::string("asset '") + name +
                  "': expected the name of a file without folders");
  }
  contents.assets = {{"....label", asBytes("cat")}};
  llvm::cantFail(writeModelFile(path, contents, *makeWeights()));
  std::string bytes = folder.read("m.ir");
  std::string index = bytes.substr(bytes.rfind("{\"format\""));
  index.resize(index.size() - ContainerFrame::kSizeBytes);
  size_t at = index.find("....label");
  ASSERT_NE(at, std::string::npos);
  for (const char *name : {"../alabel", "/tmplabel"}) {
    std::string hostile = folder.write(
        "hostile.ir", replaceIndex(bytes, index.replace(at, 9, name)));
    EXPECT_EQ(readMessage(hostile),
              "'" + hostile + "' has an asset '" + name +
                  "': expected the name of a file without folders; convert the "
                  "model again from its source");
  }
}

TEST(ModelFile, WritesOnlyWhatIsWanted) {
  TemporaryFolder folder;
  ModelFileContents contents = makeContents();
  contents.isWanted = [](const WeightSegment &segment) {
    return segment.key != "first";
  };
  llvm::cantFail(writeModelFile(folder / "m.ir", contents, *makeWeights()));
  auto model = llvm::cantFail(ModelFile::read(folder / "m.ir"));
  EXPECT_EQ(model->weights->size(), 1u);
  EXPECT_NE(model->weights->find("second/w:0"), nullptr);
}

TEST(ModelFile, ReplacesTheFileThatItIsReadFrom) {
  TemporaryFolder folder;
  std::string path = writeSample(folder);
  auto model = llvm::cantFail(ModelFile::read(path));
  llvm::cantFail(model->weights->remove("first"));
  EXPECT_EQ(getMessage(writeModelFile(path, makeContents(), *model->weights,
                                      WeightPlacement::ReferToFiles)),
            "success");
  auto again = llvm::cantFail(ModelFile::read(path));
  EXPECT_EQ(again->weights->size(), 1u);
  EXPECT_EQ(asText(llvm::cantFail(again->weights->map("second/w:0"))),
            "01234567");
  EXPECT_EQ(folder.count(), 1u);
}

TEST(ModelFile, RefersToFilesBesideIt) {
  TemporaryFolder folder, elsewhere;
  ASSERT_FALSE(llvm::sys::fs::create_directory(folder / "data"));
  auto weights = llvm::cantFail(WeightStore::create());
  llvm::cantFail(weights->addFileRange(
      "near", folder.write("data/w.bin", "__abcd__"), 2, 4, kFourBytes));
  llvm::cantFail(weights->addFileRange("far", elsewhere.write("w.bin", "efgh"),
                                       0, 4, kFourBytes));
  EXPECT_EQ(getMessage(writeModelFile(folder / "m.ir", makeContents(), *weights,
                                      WeightPlacement::ReferToFiles)),
            "success");
  auto model = llvm::cantFail(ModelFile::read(folder / "m.ir"));
  EXPECT_EQ(asText(llvm::cantFail(model->weights->map("near"))), "abcd");
  EXPECT_EQ(model->weights->find("near")->file->getPath(),
            folder / "data/w.bin");
  EXPECT_EQ(asText(llvm::cantFail(model->weights->map("far"))), "efgh");
  EXPECT_EQ(model->weights->find("far")->file->getPath(), folder / "m.ir");

  folder.write("data/w.bin", "__xbcd__");
  auto changed = llvm::cantFail(ModelFile::read(folder / "m.ir"));
  EXPECT_NE(
      getMessage(changed->weights->verify()).find("weight 'near' is damaged"),
      std::string::npos);
  folder.write("data/w.bin", "__abcd");
  EXPECT_EQ(readMessage(folder / "m.ir"),
            "cannot read '" + (folder / "m.ir") + "': '" +
                (folder / "data/w.bin") +
                "' has 6 bytes, expected 8: it is not the file that the model "
                "was made with");
  llvm::sys::fs::remove(folder / "data/w.bin");
  EXPECT_EQ(readMessage(folder / "m.ir"),
            "cannot read '" + (folder / "m.ir") + "': cannot open '" +
                (folder / "data/w.bin") + "': No such file or directory");
}

TEST(ModelFile, NewerVersion) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  bytes[8] = 2;
  std::string path = folder.write("newer.ir", bytes);
  EXPECT_EQ(readMessage(path),
            "'" + path +
                "' was written by a newer Weft (format 2, this one reads up "
                "to 1): update Weft");
}

TEST(ModelFile, ForeignFiles) {
  TemporaryFolder folder;
  EXPECT_EQ(readMessage(folder.write("f", "")),
            "'" + (folder / "f") + "' is not a model.ir or is truncated");
  EXPECT_EQ(readMessage(folder.write("f", std::string(1000, 'x'))),
            "'" + (folder / "f") + "' is not a model.ir or is truncated");
  EXPECT_FALSE(isModelFile(folder / "f"));
  EXPECT_FALSE(isModelFile(folder / "none"));
}

TEST(ModelFile, TruncatedAnywhere) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  for (size_t size = 0; size < bytes.size();
       size += size + 300 < bytes.size() && size > 100 ? 397 : 1) {
    std::string path = folder.write("cut.ir", bytes.substr(0, size));
    std::string message = readMessage(path);
    ASSERT_EQ(message.find('\n'), std::string::npos) << message;
    ASSERT_NE(message.find(size < 64 ? "is not a model.ir or is truncated"
                                     : "is not complete"),
              std::string::npos)
        << size << " of " << bytes.size() << " bytes: " << message;
  }
}

TEST(ModelFile, EveryByteThatIsReadAtOnceIsChecked) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  size_t index = bytes.rfind("{\"format\"");
  ASSERT_NE(index, std::string::npos);
  for (size_t i = 0; i < bytes.size(); ++i) {
    bool isRead = i < 64 || (i >= 4096 && i < 4096 + 8) || i >= index;
    if (!isRead)
      continue;
    std::string damaged = bytes;
    damaged[i] ^= 0x20;
    EXPECT_NE(readMessage(folder.write("damaged.ir", damaged)), "success")
        << "byte " << i;
  }
}

TEST(ModelFile, IndexThatLies) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  auto tryIndex = [&](llvm::StringRef index) {
    return readMessage(folder.write("lie.ir", replaceIndex(bytes, index)));
  };
  std::string where = "'" + (folder / "lie.ir") + "'";
  std::string deep = "{\"format\": " + std::string(100000, '[');
  EXPECT_EQ(tryIndex(deep),
            "index of " + where + " nests deeper than 64 levels");
  EXPECT_NE(tryIndex("{").find("is not valid JSON"), std::string::npos);
  EXPECT_EQ(tryIndex("[]"), "index of " + where + " is not a JSON object");
  EXPECT_EQ(tryIndex("{}"),
            "index of " + where +
                ": field 'format' is missing, expected a whole number of at "
                "least 0");
  EXPECT_EQ(tryIndex("{\"format\": 7}"),
            where + " was written by a newer Weft (format 7, this one reads "
                    "up to 1): update Weft");
  EXPECT_EQ(tryIndex("{\"format\": 1}"),
            "index of " + where +
                ": field 'bytecode' is missing, expected an object");

  // One weight, with whatever fields.
  auto tryWeight = [&](llvm::StringRef fields) {
    std::string index =
        R"({"format":1,"bytecode":{"offset":0,"size":0,"xxh3":")" +
        formatChecksum(llvm::xxh3_64bits("")) +
        R"("},"weights":[{"name":"w",)" + fields.str() + "}]}";
    return tryIndex(index);
  };
  std::string cannot = "cannot read " + where + ": ";
  std::string entry = "index of " + where + ", weights[0]: ";
  std::string checksum = ",\"xxh3\":\"0000000000000000\"";
  EXPECT_EQ(tryWeight("\"dtype\":\"f32\""),
            cannot + entry +
                "field 'dims' is missing, expected a list of "
                "numbers");
  EXPECT_EQ(tryWeight("\"dtype\":\"f32\",\"dims\":[1.5]"),
            cannot + entry + "field 'dims' is not a list of numbers");
  EXPECT_EQ(tryWeight("\"dtype\":\"f32\",\"dims\":[2],\"offset\":-1"),
            cannot + entry +
                "field 'offset' is not a whole number of at least 0");
  EXPECT_EQ(tryWeight("\"dtype\":\"f32\",\"dims\":[2],\"offset\":0,\"size\":4" +
                      checksum),
            cannot + "weight 'w' of type 2xf32 needs 8 bytes, found 4");
  EXPECT_EQ(
      tryWeight("\"dtype\":\"f32\",\"dims\":[-2],\"offset\":0,\"size\":4" +
                checksum),
      cannot + "weight 'w': a weight of type -2xf32 has a negative "
               "dimension");
  EXPECT_NE(tryWeight("\"dtype\":\"i8\",\"dims\":[9223372036854775807],"
                      "\"offset\":9223372036854775807,"
                      "\"size\":9223372036854775807" +
                      checksum)
                .find("the file is short or damaged"),
            std::string::npos);
  for (const char *file :
       {"/etc/passwd", "../w", "a/../../w", "", "..", "w\\u0000"})
    EXPECT_NE(tryWeight("\"dtype\":\"i8\",\"dims\":[1],\"offset\":0,\"size\":1,"
                        "\"fileSize\":1,\"file\":\"" +
                        std::string(file) + "\"" + checksum)
                  .find("which is not in the model's folder"),
              std::string::npos)
        << file;
}

TEST(ModelFile, MutatedIndexNeverCrashes) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  size_t begin = bytes.rfind("{\"format\"");
  std::string index =
      bytes.substr(begin, bytes.size() - ContainerFrame::kSizeBytes - begin);
  const char *pieces[] = {"-",   "9223372036854775807",
                          "\"",  "{",
                          "}",   "[",
                          "1e9", "null",
                          "0",   ",",
                          ":",   "]"};
  std::mt19937 random(5);
  for (int i = 0; i < 500; ++i) {
    std::string mutated = index;
    for (unsigned j = 0; j <= random() % 3; ++j) {
      size_t at = random() % mutated.size();
      mutated.replace(at, random() % 4, pieces[random() % 12]);
    }
    std::string message =
        readMessage(folder.write("m.ir", replaceIndex(bytes, mutated)));
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

TEST(ModelFile, DamagedWeightIsFoundByVerify) {
  TemporaryFolder folder;
  writeSample(folder);
  std::string bytes = folder.read("m.ir");
  bytes[bytes.find("01234567")] = 'x';
  auto model =
      llvm::cantFail(ModelFile::read(folder.write("damaged.ir", bytes)));
  EXPECT_NE(getMessage(model->weights->verify())
                .find("weight 'second/w:0' is damaged: 8 bytes at offset"),
            std::string::npos);
}

TEST(ModelFile, KilledWriterLeavesTheOldFile) {
  TemporaryFolder folder;
  for (bool hasOld : {false, true}) {
    if (hasOld)
      writeSample(folder);
    pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto weights = llvm::cantFail(WeightStore::create());
      llvm::cantFail(weights->append("w", kFourBytes, asBytes("wxyz")));
      // The writer dies after the header and half of the bytecode.
      auto die = [](llvm::raw_ostream &stream) {
        stream << std::string(100000, 'x');
        stream.flush();
        ::kill(::getpid(), SIGKILL);
        return llvm::Error::success();
      };
      llvm::consumeError(
          writeModelFile(folder / "m.ir", {die, {}, {}, {}}, *weights));
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    if (!hasOld) {
      EXPECT_EQ(readMessage(folder / "m.ir"),
                "cannot open '" + (folder / "m.ir") +
                    "': No such file or directory");
    } else {
      EXPECT_EQ(readMessage(folder / "m.ir"), "success");
    }
  }
  // What was left under a temporary name says what it is.
  std::error_code code;
  unsigned leftovers = 0;
  for (llvm::sys::fs::directory_iterator entry(folder / ".", code), end;
       entry != end && !code; entry.increment(code)) {
    if (!llvm::StringRef(entry->path()).contains(".tmp-"))
      continue;
    ++leftovers;
    EXPECT_NE(readMessage(entry->path()).find("is not complete"),
              std::string::npos);
  }
  EXPECT_EQ(leftovers, 2u);
}

TEST(ModelFile, FailingProducerLeavesNothing) {
  TemporaryFolder folder;
  auto fail = [](llvm::raw_ostream &) {
    return llvm::createStringError("no bytecode today");
  };
  EXPECT_EQ(getMessage(writeModelFile(folder / "m.ir", {fail, {}, {}, {}},
                                      *makeWeights())),
            "no bytecode today");
  EXPECT_EQ(folder.count(), 0u);
}

TEST(ModelFile, WriterRefusesPlaces) {
  TemporaryFolder folder;
  EXPECT_EQ(getMessage(writeModelFile(folder / "no/m.ir", makeContents(),
                                      *makeWeights())),
            "cannot write '" + (folder / "no/m.ir") +
                "': No such file or directory");
  EXPECT_EQ(
      getMessage(writeModelFile("/dev/null", makeContents(), *makeWeights())),
      "cannot write '/dev/null': it is there and not a regular file");
}
