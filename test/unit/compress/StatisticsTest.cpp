// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "passes/Compress/Statistics.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <limits>

using namespace weft;

namespace {
SiteStatistics makeSite(std::string name, bool hasProducts = true) {
  SiteStatistics site;
  site.weights = {name, name + "2"};
  site.count = 5;
  site.sums = {1, -2, 3};
  site.squares = {4, 8, 0};
  site.magnitudes = {1.5, 2.5, 0};
  if (hasProducts)
    site.products = {4, 1, 0, 1, 8, 0, 0, 0, 0};
  if (hasProducts)
    site.vectors = {1, 2, 3, 4, 5, 6};
  return site;
}

class StatisticsTest : public ::testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("statistics", "bin", path));
  }
  void TearDown() override { llvm::sys::fs::remove(path); }

  std::string readBytes() {
    return (*llvm::MemoryBuffer::getFile(path))->getBuffer().str();
  }
  void writeBytes(llvm::StringRef bytes) {
    std::error_code error;
    llvm::raw_fd_ostream stream(path, error);
    stream << bytes;
  }
  std::string getMessage() {
    llvm::Expected<Statistics> read = Statistics::read(path);
    return read ? "" : llvm::toString(read.takeError());
  }

  llvm::SmallString<64> path;
};

TEST(HistogramTest, ZerosLeaveBinsNarrow) {
  Histogram zeros, small;
  zeros.add({0, 0});
  small.add({1e-6F, -2e-6F});
  double width = small.getBinWidth();
  EXPECT_LT(width, 1e-8);
  zeros.add({1e-6F, -2e-6F});
  EXPECT_EQ(zeros.getBinWidth(), width);
  EXPECT_EQ(zeros.getCount(), 4u);
  small.add({0, 0});
  EXPECT_EQ(small.getBinWidth(), width);
}

TEST(HistogramTest, WidensAtOnce) {
  // What lies beside zero ends up in the two bins around it.
  Histogram histogram, wide;
  ASSERT_TRUE(histogram.assign(-120, -2, {1, 2, 4, 8}, -1, 1));
  ASSERT_TRUE(wide.assign(128, 0, {16}, 0, 1));
  wide.merge(histogram);
  EXPECT_EQ(wide.getExponent(), 128);
  EXPECT_EQ(wide.getFirst(), -1);
  EXPECT_EQ(wide.getCounts().vec(), (std::vector<uint64_t>{3, 28}));
}

TEST_F(StatisticsTest, SmallFilesDoNotStandForMuchMemory) {
  auto write = [&](std::string header) {
    header.resize((header.size() + 7) / 8 * 8, ' ');
    std::string frame = {1,
                         0,
                         0,
                         0,
                         char(header.size()),
                         char(header.size() >> 8),
                         char(header.size() >> 16),
                         0};
    writeBytes("WEFTSTAT" + frame + header + std::string(24, '\0'));
  };
  std::string site =
      R"(, "width": 1, "count": 1, "offset": 0, "products": false})";
  write(R"({"sites": [{"weights": ["a"])" + site + "]}");
  EXPECT_EQ(getMessage(), "");
  write(R"({"sites": [{"weights": ["a"])" + site + R"(, {"weights": ["b"])" +
        site + "]}");
  EXPECT_NE(getMessage().find("expected the statistics of 'b' behind those "
                              "before them, from byte 24"),
            std::string::npos)
      << getMessage();
  std::string many = R"({"activations": [0)";
  for (int i = 0; i < 1 << 16; ++i)
    many += ",0";
  write(many + "]}");
  EXPECT_NE(getMessage().find("at most 65536 activations"), std::string::npos)
      << getMessage();
  write(R"({"activations": [{"name": "a", "width": 0, "count": 1, "offset": 0,
      "exponent": -9223372036854775808, "first": 0, "bins": 0, "least": 0,
      "most": 0}]})");
  EXPECT_NE(getMessage().find("is damaged"), std::string::npos);
}

TEST_F(StatisticsTest, SelectsChannels) {
  Statistics statistics;
  llvm::cantFail(statistics.add(makeSite("a")));
  llvm::cantFail(statistics.add(makeSite("b", false)));
  // All weights of a site have its inputs.
  statistics.select("a2", {1, 2});
  statistics.select("b", {0});
  statistics.select("unknown", {0});
  const SiteStatistics *a = statistics.find("a"), *b = statistics.find("b2");
  EXPECT_EQ(a->sums, (std::vector<double>{-2, 3}));
  EXPECT_EQ(a->squares, (std::vector<double>{8, 0}));
  EXPECT_EQ(a->magnitudes, (std::vector<double>{2.5, 0}));
  EXPECT_EQ(a->products, (std::vector<float>{8, 0, 0, 0}));
  EXPECT_EQ(a->vectors, (std::vector<float>{2, 3, 5, 6}));
  EXPECT_EQ(a->count, 5);
  EXPECT_EQ(b->sums, (std::vector<double>{1}));
  EXPECT_TRUE(b->products.empty());
}

TEST_F(StatisticsTest, RoundTrip) {
  Statistics statistics;
  llvm::cantFail(statistics.add(makeSite("a")));
  llvm::cantFail(statistics.add(makeSite("b", false)));
  llvm::cantFail(statistics.write(path));
  Statistics read = llvm::cantFail(Statistics::read(path));
  ASSERT_EQ(read.getSites().size(), 2u);
  const SiteStatistics *a = read.find("a2");
  ASSERT_TRUE(a);
  EXPECT_EQ(a->weights, (std::vector<std::string>{"a", "a2"}));
  EXPECT_EQ(a->count, 5);
  EXPECT_EQ(a->sums, makeSite("a").sums);
  EXPECT_EQ(a->squares, makeSite("a").squares);
  EXPECT_EQ(a->magnitudes, makeSite("a").magnitudes);
  EXPECT_EQ(a->products, makeSite("a").products);
  EXPECT_EQ(a->vectors, makeSite("a").vectors);
  EXPECT_TRUE(read.find("b")->vectors.empty());
  EXPECT_TRUE(read.find("b")->products.empty());
  EXPECT_FALSE(read.find("c"));
  EXPECT_EQ(a->computeImportance(), (std::vector<float>{1, 2, 0}));
}

TEST_F(StatisticsTest, Merge) {
  Statistics one, two;
  llvm::cantFail(one.add(makeSite("a")));
  SiteStatistics more = makeSite("a");
  more.magnitudes = {1, 9, 0};
  llvm::cantFail(two.add(more));
  llvm::cantFail(one.merge(two));
  const SiteStatistics *a = one.find("a");
  EXPECT_EQ(a->count, 10);
  EXPECT_EQ(a->sums, (std::vector<double>{2, -4, 6}));
  EXPECT_EQ(a->magnitudes, (std::vector<double>{1.5, 9, 0}));
  EXPECT_EQ(a->products[4], 16);
  EXPECT_EQ(a->vectors,
            (std::vector<float>{1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6}));
  // Enough is enough: the first ones stay.
  more.vectors.assign(3 * kMostVectors, 7);
  llvm::cantFail(one.add(more));
  EXPECT_EQ(a->vectors.size(), 3 * kMostVectors);
  EXPECT_EQ(a->vectors[0], 1);
  EXPECT_EQ(a->divideInputs({2, 1, 3}).vectors[2], 1);
  // Products of half the data are none.
  llvm::cantFail(one.add(makeSite("a", false)));
  EXPECT_TRUE(one.find("a")->products.empty());
}

TEST_F(StatisticsTest, Refused) {
  Statistics statistics;
  llvm::cantFail(statistics.add(makeSite("a")));
  SiteStatistics other = makeSite("a");
  other.sums.push_back(0);
  other.squares.push_back(0);
  other.magnitudes.push_back(0);
  other.products.clear();
  other.vectors.clear();
  EXPECT_EQ(llvm::toString(statistics.add(other)),
            "statistics of weight 'a' are of 4 inputs, expected 3 beside the "
            "same weights: they come from another model");
  other = makeSite("a");
  other.weights.push_back("d");
  EXPECT_EQ(llvm::toString(statistics.add(other)),
            "statistics of weight 'a' were collected beside other weights than "
            "before: collect them anew, all with one model");
  other = makeSite("c");
  other.squares[1] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(llvm::toString(statistics.add(other)),
            "the inputs of weight 'c' are NaN or infinite with the calibration "
            "data");
}

TEST_F(StatisticsTest, DamagedFiles) {
  Statistics statistics;
  llvm::cantFail(statistics.add(makeSite("a")));
  llvm::cantFail(statistics.write(path));
  std::string bytes = readBytes();
  std::string name = ("'" + path + "' ").str();
  writeBytes("something else that is long enough");
  EXPECT_EQ(getMessage(), name + "is no file of statistics");
  writeBytes(llvm::StringRef(bytes).drop_back(8));
  EXPECT_EQ(getMessage(), name + "is truncated: the statistics of 'a' end "
                                 "behind the file");
  writeBytes(llvm::StringRef(bytes).take_front(40));
  EXPECT_EQ(getMessage(), name + "is truncated: its header ends behind the "
                                 "file");
  std::string newer = bytes;
  newer[8] = 2;
  writeBytes(newer);
  EXPECT_EQ(getMessage(), name + "was written by a newer Weft (format 2, this "
                                 "one reads up to 1)");
  // Every byte of the header may be anything.
  for (size_t i = 12; i < 150 && i < bytes.size(); ++i)
    for (char value : {'\0', '"', '9', '{', '\xff'}) {
      std::string changed = bytes;
      changed[i] = value;
      writeBytes(changed);
      (void)getMessage();
    }
}
} // namespace
