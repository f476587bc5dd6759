// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every tensor streams on its own, so rows are read once for each.

#include "lib/Export/HuggingFace/PackedLayer.h"
#include <numeric>

using namespace mlir;
using namespace weft;

PackedScheme::PackedScheme(const DecoderTensor &tensor)
    : bits(tensor.getBits() <= 4 ? 4 : 8),
      group(tensor.group >= tensor.width
                ? 0
                : std::gcd(tensor.group, tensor.width)),
      isSymmetric(!tensor.zeros) {}

PackedScheme PackedScheme::join(int64_t width, const PackedScheme &other,
                                int64_t otherWidth) const {
  PackedScheme joined = *this;
  joined.bits = std::max(bits, other.bits);
  if (group || other.group)
    joined.group =
        std::gcd(group ? group : width, other.group ? other.group : otherWidth);
  return joined;
}

llvm::json::Value PackedScheme::describe() const {
  return llvm::json::Object{
      {"num_bits", bits},
      {"type", "int"},
      {"symmetric", isSymmetric},
      {"strategy", group ? "group" : "channel"},
      {"group_size", group ? llvm::json::Value(group) : nullptr},
      {"block_structure", nullptr},
      {"dynamic", false},
      {"actorder", nullptr},
      {"observer", "minmax"},
      {"observer_kwargs", llvm::json::Object()}};
}

template <typename T>
static void writeAll(llvm::raw_ostream &stream, const std::vector<T> &values) {
  stream.write(reinterpret_cast<const char *>(values.data()),
               values.size() * sizeof(T));
}

/// Puts a code among others of its width into words, lowest bits first.
static void place(std::vector<uint32_t> &words, size_t index, unsigned bits,
                  int code) {
  size_t perWord = 32 / bits;
  uint32_t raised = uint32_t(code + (1 << (bits - 1))) & ((1u << bits) - 1);
  words[index / perWord] |= raised << (index % perWord * bits);
}

namespace {
/// What the tensors of one layer have in common.
struct Layer {
  ParameterTable &parameters;
  const DecoderTensor &tensor;
  RowOrder order;
  PackedScheme scheme;

  /// Calls `visit` with the codes of each row, in the order of the result.
  template <typename Visitor> llvm::Error visit(Visitor visit) const {
    llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
    if (!rows)
      return rows.takeError();
    for (int64_t row = 0; row < tensor.rows; ++row)
      visit(row, rows->readCodes(order.getSource(row)));
    parameters.release(tensor.values);
    return llvm::Error::success();
  }

  int64_t countGroups() const {
    return scheme.group ? tensor.width / scheme.group : 1;
  }
  /// The group of the weight that a group of the result lies in.
  size_t getSource(int64_t group) const {
    return scheme.group ? size_t(group * scheme.group / tensor.group) : 0;
  }
  int64_t countWords(int64_t codes) const {
    return (codes * scheme.bits + 31) / 32;
  }
};
} // namespace

static llvm::Error writeCodes(const Layer &layer, llvm::raw_ostream &stream) {
  std::vector<uint32_t> words(size_t(layer.countWords(layer.tensor.width)));
  return layer.visit([&](int64_t, const CodeRow &line) {
    std::fill(words.begin(), words.end(), 0);
    for (auto [k, code] : llvm::enumerate(line.codes))
      place(words, k, layer.scheme.bits, code);
    writeAll(stream, words);
  });
}

/// As f32: the package rounds them to the type that the model is loaded in.
static llvm::Error writeScales(const Layer &layer, llvm::raw_ostream &stream) {
  std::vector<float> scales(size_t(layer.countGroups()));
  return layer.visit([&](int64_t, const CodeRow &line) {
    for (auto [group, scale] : llvm::enumerate(scales))
      scale = line.scales[layer.getSource(int64_t(group))];
    writeAll(stream, scales);
  });
}

/// Zero points are packed along the outputs.
static llvm::Error writeZeros(const Layer &layer, llvm::raw_ostream &stream) {
  auto groups = size_t(layer.countGroups()),
       words = size_t(layer.countWords(layer.tensor.rows));
  std::vector<std::vector<uint32_t>> columns(groups,
                                             std::vector<uint32_t>(words));
  llvm::Error error = layer.visit([&](int64_t row, const CodeRow &line) {
    for (size_t group = 0; group < groups; ++group)
      place(columns[group], size_t(row), layer.scheme.bits,
            line.zeros[layer.getSource(int64_t(group))]);
  });
  for (size_t word = 0; word < words; ++word)
    for (const std::vector<uint32_t> &column : columns)
      stream.write(reinterpret_cast<const char *>(&column[word]),
                   sizeof(uint32_t));
  return error;
}

void weft::addPackedLayer(SafetensorsWriter &writer, ParameterTable &parameters,
                          const DecoderTensor &tensor,
                          const PackedScheme &scheme, StringRef name,
                          RowOrder order) {
  Layer layer{parameters, tensor, order, scheme};
  auto add = [&](StringRef part, StringRef dtype, ArrayRef<int64_t> dims,
                 llvm::Error (*write)(const Layer &, llvm::raw_ostream &)) {
    writer.addTensor((name + ".weight_" + part).str(),
                     WeightType{dtype.str(), SmallVector<int64_t, 4>(dims)},
                     [layer, write](llvm::raw_ostream &stream) {
                       return write(layer, stream);
                     });
  };
  add("packed", "i32", {tensor.rows, layer.countWords(tensor.width)},
      writeCodes);
  add("scale", "f32", {tensor.rows, layer.countGroups()}, writeScales);
  if (tensor.zeros)
    add("zero_point", "i32",
        {layer.countWords(tensor.rows), layer.countGroups()}, writeZeros);
  add("shape", "i64", {2},
      [](const Layer &of, llvm::raw_ostream &stream) -> llvm::Error {
        writeAll(stream, std::vector<int64_t>{of.tensor.rows, of.tensor.width});
        return llvm::Error::success();
      });
}
