// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "passes/Compress/Statistics.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/OutputFile.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

static constexpr llvm::StringLiteral kMagic = "WEFTSTAT";
static constexpr uint32_t kFormat = 1;
static constexpr size_t kFrame = 16;

std::vector<float> SiteStatistics::computeImportance() const {
  double total = 0;
  for (double each : squares)
    total += each;
  if (!(total > 0))
    return {};
  double scale = static_cast<double>(squares.size()) / total;
  std::vector<float> importance;
  importance.reserve(squares.size());
  for (double each : squares)
    importance.push_back(static_cast<float>(each * scale));
  return importance;
}

SiteStatistics
SiteStatistics::divideInputs(llvm::ArrayRef<float> factors) const {
  SiteStatistics divided = *this;
  size_t width = getWidth();
  for (size_t i = 0; i < width; ++i) {
    divided.sums[i] /= factors[i];
    divided.squares[i] /= static_cast<double>(factors[i]) * factors[i];
    divided.magnitudes[i] /= factors[i];
  }
  for (size_t at = 0; at < products.size(); ++at)
    divided.products[at] /= factors[at / width] * factors[at % width];
  for (size_t at = 0; at < vectors.size(); ++at)
    divided.vectors[at] /= factors[at % width];
  return divided;
}

const SiteStatistics *Statistics::find(StringRef weight) const {
  return byWeight.lookup(weight);
}

static bool isFinite(const SiteStatistics &site) {
  auto finite = [](double each) { return std::isfinite(each); };
  return finite(site.count) && site.count >= 0 &&
         llvm::all_of(site.sums, finite) &&
         llvm::all_of(site.squares, finite) &&
         llvm::all_of(site.magnitudes, finite) &&
         llvm::all_of(site.products, finite) &&
         llvm::all_of(site.vectors, finite);
}

static void limitVectors(SiteStatistics &site) {
  site.vectors.resize(
      std::min(site.vectors.size(), kMostVectors * site.getWidth()));
}

llvm::Error Statistics::add(const SiteStatistics &site) {
  if (site.weights.empty())
    return llvm::createStringError("statistics of no weight");
  const std::string &name = site.weights.front();
  if (!isFinite(site))
    return llvm::createStringError(
        "the inputs of weight '" + name +
        "' are NaN or infinite with the calibration data");
  size_t width = site.getWidth();
  if (site.squares.size() != width || site.magnitudes.size() != width ||
      (!site.products.empty() && site.products.size() != width * width) ||
      site.vectors.size() % std::max<size_t>(width, 1) != 0)
    return llvm::createStringError("statistics of weight '" + name +
                                   "' have lists of different lengths");
  auto refuse = [](const std::string &weight) {
    return llvm::createStringError(
        "statistics of weight '" + weight +
        "' were collected beside other weights than before: collect them anew, "
        "all with one model");
  };
  SiteStatistics *known = byWeight.lookup(name);
  if (!known) {
    for (const std::string &weight : site.weights)
      if (byWeight.contains(weight))
        return refuse(weight);
    sites.push_back(std::make_unique<SiteStatistics>(site));
    limitVectors(*sites.back());
    for (const std::string &weight : site.weights)
      byWeight[weight] = sites.back().get();
    return llvm::Error::success();
  }
  if (known->weights != site.weights)
    return refuse(name);
  if (known->getWidth() != width)
    return llvm::createStringError(
        "statistics of weight '" + name + "' are of " + Twine(width) +
        " inputs, expected " + Twine(known->getWidth()) +
        " beside the same weights: they come from another model");
  known->count += site.count;
  for (size_t k = 0; k < width; ++k) {
    known->sums[k] += site.sums[k];
    known->squares[k] += site.squares[k];
    known->magnitudes[k] = std::max(known->magnitudes[k], site.magnitudes[k]);
  }
  // Products of a part of the data only would not go with the sums.
  if (known->products.size() != site.products.size())
    known->products.clear();
  for (size_t k = 0; k < known->products.size(); ++k)
    known->products[k] += site.products[k];
  llvm::append_range(known->vectors, site.vectors);
  limitVectors(*known);
  return llvm::Error::success();
}

const ActivationStatistics *Statistics::findActivation(StringRef name) const {
  auto it = activations.find(std::string_view(name));
  return it == activations.end() ? nullptr : &it->second;
}

llvm::Error Statistics::add(const ActivationStatistics &activation) {
  auto [it, isNew] = activations.try_emplace(activation.name, activation);
  if (isNew)
    return llvm::Error::success();
  ActivationStatistics &known = it->second;
  if (known.sums.size() != activation.sums.size())
    return llvm::createStringError(
        "statistics of the input of '" + activation.name + "' are of " +
        Twine(activation.sums.size()) + " channels, expected " +
        Twine(known.sums.size()) + ": they come from another model");
  known.count += activation.count;
  for (size_t k = 0; k < known.sums.size(); ++k) {
    known.sums[k] += activation.sums[k];
    known.minima[k] = std::min(known.minima[k], activation.minima[k]);
    known.maxima[k] = std::max(known.maxima[k], activation.maxima[k]);
  }
  known.histogram.merge(activation.histogram);
  return llvm::Error::success();
}

bool Statistics::hasProducts() const {
  return llvm::any_of(sites,
                      [](const auto &site) { return !site->products.empty(); });
}

bool Statistics::hasVectors() const {
  return llvm::any_of(sites,
                      [](const auto &site) { return !site->vectors.empty(); });
}

llvm::Error Statistics::merge(const Statistics &other) {
  for (const auto &site : other.sites)
    if (llvm::Error error = add(*site))
      return error;
  for (const auto &[name, activation] : other.activations)
    if (llvm::Error error = add(activation))
      return error;
  return llvm::Error::success();
}

void Statistics::select(StringRef weight, llvm::ArrayRef<int64_t> channels) {
  SiteStatistics *site = byWeight.lookup(weight);
  if (!site)
    return;
  size_t width = site->getWidth();
  for (std::vector<double> *list :
       {&site->sums, &site->squares, &site->magnitudes}) {
    std::vector<double> kept;
    for (int64_t channel : channels)
      kept.push_back((*list)[static_cast<size_t>(channel)]);
    *list = std::move(kept);
  }
  std::vector<float> vectors;
  for (size_t first = 0; first < site->vectors.size(); first += width)
    for (int64_t channel : channels)
      vectors.push_back(site->vectors[first + static_cast<size_t>(channel)]);
  site->vectors = std::move(vectors);
  if (site->products.empty())
    return;
  std::vector<float> kept;
  for (int64_t row : channels)
    for (int64_t column : channels)
      kept.push_back(site->products[static_cast<size_t>(row) * width +
                                    static_cast<size_t>(column)]);
  site->products = std::move(kept);
}

bool Statistics::addName(StringRef weight, StringRef name) {
  SiteStatistics *site = byWeight.lookup(weight);
  if (!site)
    return false;
  site->weights.push_back(name.str());
  byWeight[name] = site;
  return true;
}

/// With `floats` f32 behind the three lists.
static uint64_t computeBytes(uint64_t width, uint64_t floats) {
  return width * 3 * sizeof(double) + llvm::alignTo(floats * sizeof(float), 8);
}

llvm::Error Statistics::write(StringRef path) const {
  std::string header;
  uint64_t offset = 0;
  {
    llvm::raw_string_ostream stream(header);
    llvm::json::OStream json(stream);
    json.object([&] {
      json.attributeArray("sites", [&] {
        for (const auto &site : sites)
          json.object([&] {
            json.attributeArray("weights", [&] {
              for (const std::string &weight : site->weights)
                json.value(weight);
            });
            json.attribute("width", static_cast<int64_t>(site->getWidth()));
            json.attribute("count", static_cast<int64_t>(site->count));
            json.attribute("offset", static_cast<int64_t>(offset));
            json.attribute("products", !site->products.empty());
            json.attribute(
                "vectors",
                static_cast<int64_t>(site->vectors.size() / site->getWidth()));
            offset += computeBytes(site->getWidth(), site->products.size() +
                                                         site->vectors.size());
          });
      });
      json.attributeArray("activations", [&] {
        for (const auto &[name, activation] : activations) {
          const Histogram &histogram = activation.histogram;
          json.object([&] {
            json.attribute("name", name);
            json.attribute("width",
                           static_cast<int64_t>(activation.sums.size()));
            json.attribute("count", static_cast<int64_t>(activation.count));
            json.attribute("offset", static_cast<int64_t>(offset));
            json.attribute("exponent", histogram.getExponent());
            json.attribute("first", histogram.getFirst());
            json.attribute("bins",
                           static_cast<int64_t>(histogram.getCounts().size()));
            json.attribute("least", histogram.getLeast());
            json.attribute("most", histogram.getMost());
          });
          offset += computeBytes(activation.sums.size(), /*floats=*/0) +
                    histogram.getCounts().size() * sizeof(uint64_t);
        }
      });
    });
  }
  return writeWholeFile(path, [&](llvm::raw_ostream &stream) {
    auto put = [&](const auto &values) {
      stream.write(reinterpret_cast<const char *>(values.data()),
                   values.size() * sizeof(values[0]));
    };
    char frame[8];
    llvm::support::endian::write32le(frame, kFormat);
    llvm::support::endian::write32le(frame + 4,
                                     static_cast<uint32_t>(header.size()));
    stream << kMagic;
    stream.write(frame, sizeof(frame));
    stream << header;
    stream.write_zeros(
        static_cast<unsigned>(llvm::alignTo(header.size(), 8) - header.size()));
    for (const auto &site : sites) {
      put(site->sums);
      put(site->squares);
      put(site->magnitudes);
      put(site->products);
      put(site->vectors);
      if ((site->products.size() + site->vectors.size()) % 2)
        stream.write_zeros(4);
    }
    for (const auto &[name, activation] : activations) {
      put(activation.sums);
      put(activation.minima);
      put(activation.maxima);
      put(activation.histogram.getCounts());
    }
    return llvm::Error::success();
  });
}

namespace {
class StatisticsReader {
public:
  StatisticsReader(StringRef path, llvm::ArrayRef<char> bytes)
      : path(path), bytes(bytes) {}

  llvm::Expected<Statistics> read();

private:
  llvm::Error fail(const Twine &text) const {
    return llvm::createStringError("'" + path + "' " + text);
  }
  llvm::Error readSite(const llvm::json::Object &object, Statistics &into);
  llvm::Error readActivation(const llvm::json::Object &object,
                             Statistics &into);
  /// Takes the next range of the data. Ranges do not overlap: a small file
  /// would stand for any amount of memory.
  llvm::Error claim(StringRef of, int64_t offset, uint64_t sizeBytes);

  StringRef path;
  llvm::ArrayRef<char> bytes, data;
  uint64_t claimed = 0;
};
} // namespace

llvm::Error StatisticsReader::claim(StringRef of, int64_t offset,
                                    uint64_t sizeBytes) {
  auto begin = static_cast<uint64_t>(offset);
  if (begin > data.size() || sizeBytes > data.size() - begin)
    return fail("is truncated: the statistics of '" + of +
                "' end behind the file");
  if (begin < claimed)
    return fail("is damaged: expected the statistics of '" + of +
                "' behind those before them, from byte " + Twine(claimed) +
                " of the data on, found them at byte " + Twine(begin));
  claimed = begin + sizeBytes;
  return llvm::Error::success();
}

llvm::Error StatisticsReader::readSite(const llvm::json::Object &object,
                                       Statistics &into) {
  SiteStatistics site;
  const llvm::json::Array *weights = object.getArray("weights");
  auto width = object.getInteger("width"), count = object.getInteger("count"),
       offset = object.getInteger("offset");
  auto hasProducts = object.getBoolean("products");
  // Older files have none.
  int64_t numVectors = object.getInteger("vectors").value_or(0);
  if (!weights || weights->empty() || !width || *width < 1 ||
      *width > (int64_t(1) << 24) || !count || *count < 0 || !offset ||
      *offset < 0 || *offset % 8 != 0 || !hasProducts || numVectors < 0 ||
      numVectors > static_cast<int64_t>(kMostVectors))
    return fail("is damaged: expected weights, width, count, offset, products "
                "and vectors of each site");
  for (const llvm::json::Value &weight : *weights) {
    auto name = weight.getAsString();
    if (!name)
      return fail("is damaged: expected names of weights");
    site.weights.push_back(name->str());
  }
  auto size = static_cast<uint64_t>(*width);
  uint64_t products = *hasProducts ? size * size : 0,
           vectors = static_cast<uint64_t>(numVectors) * size;
  if (llvm::Error error = claim(site.weights.front(), *offset,
                                computeBytes(size, products + vectors)))
    return error;
  site.count = static_cast<double>(*count);
  const char *at = data.data() + *offset;
  auto take = [&](auto &values, uint64_t number) {
    values.resize(number);
    if (number == 0)
      return;
    std::memcpy(values.data(), at, number * sizeof(values[0]));
    at += number * sizeof(values[0]);
  };
  take(site.sums, size);
  take(site.squares, size);
  take(site.magnitudes, size);
  take(site.products, products);
  take(site.vectors, vectors);
  if (llvm::Error error = into.add(site))
    return fail("is damaged: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

llvm::Error StatisticsReader::readActivation(const llvm::json::Object &object,
                                             Statistics &into) {
  constexpr int64_t maxWidth = int64_t(1) << 24;
  auto name = object.getString("name");
  auto width = object.getInteger("width"), count = object.getInteger("count"),
       offset = object.getInteger("offset"),
       exponent = object.getInteger("exponent"),
       first = object.getInteger("first"), bins = object.getInteger("bins");
  auto least = object.getNumber("least"), most = object.getNumber("most");
  if (!name || !width || *width < 0 || *width > maxWidth || !count ||
      *count < 0 || !offset || *offset < 0 || *offset % 8 != 0 || !exponent ||
      *exponent < -1024 || *exponent > 1024 || !first || !bins || *bins < 0 ||
      *bins > 2 * Histogram::kHalf || !least || !most)
    return fail("is damaged: expected name, width, count, offset, exponent, "
                "first, bins, least and most of each activation");
  auto size = static_cast<uint64_t>(*width),
       number = static_cast<uint64_t>(*bins);
  if (llvm::Error error = claim(*name, *offset,
                                computeBytes(size, /*floats=*/0) +
                                    number * sizeof(uint64_t)))
    return error;
  ActivationStatistics activation;
  activation.name = name->str();
  activation.count = static_cast<double>(*count);
  std::vector<uint64_t> counts;
  const char *from = data.data() + *offset;
  auto take = [&](auto &values, uint64_t elements) {
    values.resize(elements);
    if (elements == 0)
      return;
    std::memcpy(values.data(), from, elements * sizeof(values[0]));
    from += elements * sizeof(values[0]);
  };
  take(activation.sums, size);
  take(activation.minima, size);
  take(activation.maxima, size);
  take(counts, number);
  auto finite = [](double each) { return std::isfinite(each); };
  if (!activation.histogram.assign(static_cast<int>(*exponent), *first, counts,
                                   static_cast<float>(*least),
                                   static_cast<float>(*most)) ||
      !llvm::all_of(activation.sums, finite) ||
      !llvm::all_of(activation.minima, finite) ||
      !llvm::all_of(activation.maxima, finite))
    return fail("is damaged: the statistics of the input of '" + *name +
                "' are no finite numbers within the bins");
  if (llvm::Error error = into.add(activation))
    return fail("is damaged: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

llvm::Expected<Statistics> StatisticsReader::read() {
  if (bytes.size() < kFrame || StringRef(bytes.data(), kMagic.size()) != kMagic)
    return fail("is no file of statistics");
  uint32_t format = llvm::support::endian::read32le(bytes.data() + 8),
           size = llvm::support::endian::read32le(bytes.data() + 12);
  if (format != kFormat)
    return fail("was written by a newer Weft (format " + Twine(format) +
                ", this one reads up to " + Twine(kFormat) + ")");
  uint64_t begin = kFrame + llvm::alignTo(uint64_t(size), 8);
  if (begin > bytes.size())
    return fail("is truncated: its header ends behind the file");
  auto header =
      parseIndex(StringRef(bytes.data() + kFrame, size), "the header");
  if (!header)
    return fail("is damaged: " + llvm::toString(header.takeError()));
  data = bytes.drop_front(begin);
  Statistics statistics;
  // A histogram takes more memory than the text that asks for it.
  constexpr size_t maxEntries = 1 << 16;
  auto readAll = [&](StringRef list, auto readOne) -> llvm::Error {
    const llvm::json::Array *all = header->getArray(list);
    if (!all)
      return llvm::Error::success();
    if (all->size() > maxEntries)
      return fail("is damaged: expected at most " + Twine(maxEntries) + " " +
                  list + ", found " + Twine(all->size()));
    for (const llvm::json::Value &each : *all) {
      const llvm::json::Object *object = each.getAsObject();
      if (!object)
        return fail("is damaged: expected " + list + " that are objects");
      if (llvm::Error error = (this->*readOne)(*object, statistics))
        return error;
    }
    return llvm::Error::success();
  };
  if (llvm::Error error = readAll("sites", &StatisticsReader::readSite))
    return std::move(error);
  if (llvm::Error error =
          readAll("activations", &StatisticsReader::readActivation))
    return std::move(error);
  return std::move(statistics);
}

bool Statistics::isFile(const MappedFile &file) {
  return StringRef(file.getBytes().data(), file.getSizeBytes())
      .starts_with(kMagic);
}

llvm::Expected<Statistics> Statistics::read(StringRef path) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  return StatisticsReader(path, (*file)->getBytes()).read();
}
