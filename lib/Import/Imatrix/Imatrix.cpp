// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Imatrix.h.

#include "lib/Import/Imatrix/Imatrix.h"
#include "lib/Import/Gguf/GgufFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

#include <cmath>

using namespace mlir;
using namespace weft;

static constexpr llvm::StringLiteral kSums = ".in_sum2", kCounts = ".counts";

static llvm::Error fail(const MappedFile &file, const Twine &text) {
  return llvm::createStringError("'" + file.getPath() + "' " + text);
}

namespace {
/// What a file says of one weight.
struct Entry {
  std::string name;
  double count;
  /// f32 of a file, aligned to nothing in particular.
  llvm::ArrayRef<char> sums;
};
} // namespace

static float readFloat(const char *bytes) {
  return llvm::bit_cast<float>(llvm::support::endian::read32le(bytes));
}

static llvm::Error addEntry(const MappedFile &file, const Entry &entry,
                            Statistics &into) {
  // Of inputs that were never seen nothing is known.
  if (entry.count == 0)
    return llvm::Error::success();
  size_t width = entry.sums.size() / sizeof(float);
  SiteStatistics site;
  site.weights.push_back(entry.name);
  site.count = entry.count;
  site.squares.resize(width);
  for (auto [k, sum] : llvm::enumerate(site.squares)) {
    sum = readFloat(entry.sums.data() + k * sizeof(float));
    if (!(sum >= 0) || std::isinf(sum))
      return fail(file, "is damaged: expected sums of squares for '" +
                            entry.name + "', found one of input " + Twine(k) +
                            " that " +
                            (sum < 0 ? "is negative" : "is not finite"));
  }
  site.sums.resize(width);
  site.magnitudes.resize(width);
  if (llvm::Error error = into.add(site))
    return fail(file, "is damaged: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

static llvm::Error addTensor(const MappedFile &path, const GgufFile &file,
                             const GgufTensor &sums, Statistics &into) {
  StringRef name = StringRef(sums.name).drop_back(kSums.size());
  const GgufTensor *counts = file.findTensor((name + kCounts).str());
  if (!counts)
    return fail(path, "is damaged: expected a tensor '" + name + kCounts +
                          "' beside '" + sums.name + "', found none");
  int64_t parts = counts->getNumElements(), all = sums.getNumElements();
  // No model has as many experts; each takes more memory than its sums.
  constexpr int64_t kMostParts = 1 << 16;
  if (sums.type != GgufType::F32 || counts->type != GgufType::F32 ||
      parts < 1 || parts > kMostParts || all < 1 || all % parts != 0)
    return fail(path, "is damaged: expected f32 sums of '" + name +
                          "' for each of its counts, found " + Twine(all) +
                          " sums and " + Twine(parts) + " counts");
  auto bytesOf = [](const GgufTensor &tensor) {
    llvm::ArrayRef<uint8_t> bytes = tensor.getBlocks();
    return llvm::ArrayRef<char>(reinterpret_cast<const char *>(bytes.data()),
                                bytes.size());
  };
  size_t sizeBytes = size_t(all / parts) * sizeof(float);
  for (int64_t part = 0; part < parts; ++part) {
    Entry entry;
    entry.name = parts == 1 ? name.str() : (name + "#" + Twine(part)).str();
    entry.count = readFloat(bytesOf(*counts).data() + part * sizeof(float));
    entry.sums = bytesOf(sums).slice(size_t(part) * sizeBytes, sizeBytes);
    if (llvm::Error error = addEntry(path, entry, into))
      return error;
  }
  return llvm::Error::success();
}

static llvm::Expected<Statistics> readGguf(std::shared_ptr<MappedFile> file) {
  llvm::Expected<std::unique_ptr<GgufFile>> gguf = GgufFile::read(file);
  if (!gguf)
    return gguf.takeError();
  auto type = (*gguf)->findString("general.type");
  if (!type)
    return type.takeError();
  if (*type != StringRef("imatrix"))
    return fail(*file, "is no file of statistics: expected a GGUF file of the "
                       "general.type imatrix, found " +
                           type->value_or("a model"));
  Statistics statistics;
  for (const GgufTensor &tensor : (*gguf)->getTensors())
    if (StringRef(tensor.name).ends_with(kSums))
      if (llvm::Error error = addTensor(*file, **gguf, tensor, statistics))
        return std::move(error);
  return std::move(statistics);
}

namespace {
/// Takes fields off the front of the older format.
struct ListReader {
  llvm::ArrayRef<char> rest;

  bool take(size_t size, llvm::ArrayRef<char> &bytes) {
    if (size > rest.size())
      return false;
    bytes = rest.take_front(size);
    rest = rest.drop_front(size);
    return true;
  }
  /// Numbers of things, which are never negative.
  bool take(int32_t &value) {
    llvm::ArrayRef<char> bytes;
    if (!take(sizeof(value), bytes))
      return false;
    value = int32_t(llvm::support::endian::read32le(bytes.data()));
    return value >= 0;
  }
};
} // namespace

static llvm::Expected<Statistics> readList(const MappedFile &file) {
  ListReader reader{file.getBytes()};
  int32_t entries = 0;
  bool isList = reader.take(entries) && entries > 0;
  Statistics statistics;
  for (int32_t number = 0; isList && number < entries; ++number) {
    int32_t length = 0, count = 0, width = 0;
    llvm::ArrayRef<char> name;
    Entry entry;
    if (!reader.take(length) || length == 0 ||
        !reader.take(size_t(length), name) ||
        !llvm::all_of(name, llvm::isPrint) || !reader.take(count) ||
        !reader.take(width) || width == 0 ||
        !reader.take(size_t(width) * sizeof(float), entry.sums)) {
      if (number > 0)
        return fail(file, "is truncated or damaged: expected " +
                              Twine(entries) + " entries, found " +
                              Twine(number));
      isList = false;
      break;
    }
    entry.name.assign(name.begin(), name.end());
    entry.count = count;
    if (!StringRef(entry.name).contains("_exps."))
      if (llvm::Error error = addEntry(file, entry, statistics))
        return std::move(error);
  }
  if (!isList)
    return fail(file, "is no file of statistics: expected what --calibrate "
                      "makes, or llama.cpp's imatrix");
  return std::move(statistics);
}

llvm::Expected<Statistics> weft::readImatrix(std::shared_ptr<MappedFile> file) {
  StringRef bytes(file->getBytes().data(), file->getBytes().size());
  return bytes.starts_with("GGUF") ? readGguf(file) : readList(*file);
}
