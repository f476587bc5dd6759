// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See WeightQuantizer.h.

#include "passes/Compress/WeightQuantizer.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/InOrder.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Compress/WeightRows.h"
#include "weft/Version.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;
using namespace weft;

/// Rows of a weight, and what they become.
struct WeightQuantizer::Piece {
  int64_t first = 0, rows = 0;
  std::vector<float> values;
  std::vector<int8_t> codes, zeros;
  std::vector<char> packed;
  std::vector<uint16_t> scales;
  QuantizeError error;
  RowStatus status = RowStatus::Done;
  /// The row that the status is about.
  int64_t row = 0;
};

/// Quantizes the bytes of one weight.
class WeightQuantizer::Run {
public:
  Run(WeightQuantizer &quantizer, size_t number, WeightUses &uses,
      const WeightPlan &plan)
      : quantizer(quantizer), parameters(quantizer.parameters), number(number),
        parameter(uses.parameter), isTransposed(uses.isTransposed), plan(plan),
        format(plan.format),
        draft(uses.parameter.getValueAttr() || !parameters.getStore()
                  ? nullptr
                  : quantizer.draft) {}

  /// Fails with a diagnostic.
  FailureOr<QuantizedWeight> run();

private:
  /// Chooses the format, and sets the types of the parts.
  void decide();
  LogicalResult begin();
  /// What the codes depend on.
  FailureOr<std::string> makeKey();
  /// Whether the parts have the types of ours.
  bool isOf(const ModelFileDraft::Entry &entry) const;
  FailureOr<QuantizedWeight> adopt(const ModelFileDraft::Entry &entry);
  LogicalResult quantizeAll(const WeightRows &rows);
  void quantize(const WeightRows &rows, Piece &piece) const;
  void quantizeRows(int64_t begin, ArrayRef<float> values, Piece &piece) const;
  void feedBack(const WeightRows &rows, Piece &piece) const;
  void write(const Piece &piece);
  LogicalResult report(int64_t row, RowStatus status);
  LogicalResult finish(StringRef key, QuantizedWeight &weight);
  void describe(QuantizedWeight &weight, double relative);

  WeightQuantizer &quantizer;
  ParameterTable &parameters;
  size_t number;
  ParameterOp parameter;
  bool isTransposed;
  const WeightPlan &plan;
  GroupFormat format;
  ModelFileDraft *draft;
  int64_t width = 0;
  RankedTensorType codesType, scalesType, zerosType;
  std::unique_ptr<ParameterWriter> codes, scales, zeros;
  QuantizeError error;
};

void WeightQuantizer::Run::decide() {
  auto type = cast<RankedTensorType>(parameter.getType());
  int64_t rows = type.getDimSize(isTransposed ? 1 : 0);
  width = type.getDimSize(isTransposed ? 0 : 1);
  if (format.group == 0 || format.group > width)
    format.group = width;
  Builder builder(parameter.getContext());
  int64_t groups = format.countGroups(width);
  codesType =
      RankedTensorType::get({rows, width}, builder.getIntegerType(format.bits));
  scalesType = RankedTensorType::get({rows, groups}, builder.getF16Type());
  if (!format.isSymmetric)
    zerosType = RankedTensorType::get({rows, groups}, builder.getI8Type());
}

static std::string nameCodes(StringRef weight) {
  return (weight + ".codes").str();
}
static std::string nameScales(StringRef weight) {
  return (weight + ".scales").str();
}
static std::string nameZeros(StringRef weight) {
  return (weight + ".zeros").str();
}

LogicalResult WeightQuantizer::Run::begin() {
  auto make = [&](const std::string &name, RankedTensorType type,
                  std::unique_ptr<ParameterWriter> &writer) {
    FailureOr<std::unique_ptr<ParameterWriter>> begun =
        ParameterWriter::begin(parameters, parameter, name, type, draft);
    if (succeeded(begun))
      writer = std::move(*begun);
    return LogicalResult(begun);
  };
  StringRef name = parameter.getSymName();
  // Declared behind the weight, the last one first.
  if (zerosType && failed(make(nameZeros(name), zerosType, zeros)))
    return failure();
  if (failed(make(nameScales(name), scalesType, scales)))
    return failure();
  return make(nameCodes(name), codesType, codes);
}

/// Where in which file, and when that was written: to know bytes of a file better they would all have to be read once more.
static std::string describePlace(const WeightSegment &segment) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  llvm::sys::fs::file_status status;
  stream << segment.file->getPath() << ' ' << segment.offset;
  if (!llvm::sys::fs::status(segment.file->getPath(), status))
    stream << ' ' << status.getSize() << ' '
           << status.getLastModificationTime().time_since_epoch().count();
  return text;
}

FailureOr<std::string> WeightQuantizer::Run::makeKey() {
  const WeightSegment *segment =
      parameters.getStore()->find(parameter.getSymName());
  std::string bytes;
  if (segment && !segment->checksum &&
      segment->place == WeightSegment::Place::FileRange) {
    bytes = describePlace(*segment);
  } else {
    llvm::Expected<uint64_t> checksum =
        parameters.getStore()->computeChecksum(parameter.getSymName());
    if (!checksum)
      return parameter->emitError() << llvm::toString(checksum.takeError());
    bytes = formatChecksum(*checksum);
  }
  uint64_t importance = llvm::xxh3_64bits(
      StringRef(reinterpret_cast<const char *>(plan.importance.data()),
                plan.importance.size() * sizeof(float)));
  std::string key;
  llvm::raw_string_ostream stream(key);
  stream << "weft " WEFT_VERSION_STRING " " << parameter.getSymName() << ' '
         << parameter.getType() << ' ' << bytes << ' ' << format.bits << ' '
         << format.group << ' ' << format.isSymmetric << ' ' << isTransposed
         << ' ' << plan.keepsZeros << ' ' << static_cast<int>(plan.choice)
         << ' ' << formatChecksum(importance);
  if (plan.feedback)
    stream << ' ' << formatChecksum(plan.feedbackChecksum);
  return key;
}

bool WeightQuantizer::Run::isOf(const ModelFileDraft::Entry &entry) const {
  SmallVector<RankedTensorType> types{codesType, scalesType};
  if (zerosType)
    types.push_back(zerosType);
  return llvm::equal(
      entry.parts, types,
      [](const ModelFileDraft::Part &part, RankedTensorType type) {
        return part.type == makeWeightType(type);
      });
}

FailureOr<QuantizedWeight>
WeightQuantizer::Run::adopt(const ModelFileDraft::Entry &entry) {
  QuantizedWeight weight;
  StringRef name = parameter.getSymName();
  auto take = [&](const std::string &part, RankedTensorType type,
                  const ModelFileDraft::Part &found, ParameterOp &into) {
    FailureOr<ParameterOp> adopted = ParameterWriter::adopt(
        parameters, parameter, part, type, *draft, found);
    if (succeeded(adopted))
      into = *adopted;
    return LogicalResult(adopted);
  };
  if (zerosType &&
      failed(take(nameZeros(name), zerosType, entry.parts[2], weight.zeros)))
    return failure();
  if (failed(
          take(nameScales(name), scalesType, entry.parts[1], weight.scales)) ||
      failed(take(nameCodes(name), codesType, entry.parts[0], weight.codes)))
    return failure();
  describe(weight, entry.error);
  return weight;
}

LogicalResult WeightQuantizer::Run::report(int64_t row, RowStatus status) {
  StringRef name = parameter.getSymName();
  if (status == RowStatus::TooLarge)
    return parameter.emitError()
           << "weight '" << name << "' cannot be quantized: output " << row
           << " has weights too large for scales of f16";
  return parameter.emitError()
         << "weight '" << name << "' cannot be quantized: output " << row
         << " has a weight that is NaN or infinite";
}

/// Chooses the codes of rows again, by what they do to the layer's outputs.
void WeightQuantizer::Run::feedBack(const WeightRows &rows,
                                    Piece &piece) const {
  size_t groups = static_cast<size_t>(format.countGroups(width));
  ArrayRef<int8_t> zeroPoints;
  if (zeros)
    zeroPoints = piece.zeros;
  plan.feedback->quantize(format, piece.values, piece.codes, piece.scales,
                          zeroPoints, plan.keepsZeros);
  // The weights themselves are gone.
  rows.read(piece.first, piece.rows, piece.values.data());
  piece.error = QuantizeError();
  for (auto [i, value] : llvm::enumerate(piece.values)) {
    size_t at =
        i / static_cast<size_t>(width) * groups +
        i % static_cast<size_t>(width) / static_cast<size_t>(format.group);
    double difference =
        value - dequantizeCode(piece.codes[i],
                               zeros ? zeroPoints[at] : int8_t(0),
                               piece.scales[at]);
    piece.error.squared += difference * difference;
    piece.error.norm += static_cast<double>(value) * static_cast<double>(value);
  }
}

/// The rows of the piece from number `begin` on, up to one that cannot be quantized.
void WeightQuantizer::Run::quantizeRows(int64_t begin, ArrayRef<float> values,
                                        Piece &piece) const {
  int64_t groups = format.countGroups(width);
  for (int64_t row = begin; !values.empty(); ++row) {
    auto slice = [&](auto &results, int64_t columns) {
      return MutableArrayRef(results).slice(static_cast<size_t>(row * columns),
                                            static_cast<size_t>(columns));
    };
    QuantizedRow result{
        slice(piece.codes, width), slice(piece.scales, groups), {}};
    if (zeros)
      result.zeros = slice(piece.zeros, groups);
    piece.status = quantizeRow(format, plan.choice, values.take_front(width),
                               plan.importance, result, piece.error);
    piece.row = piece.first + row;
    if (piece.status != RowStatus::Done)
      return;
    values = values.drop_front(width);
  }
}

void WeightQuantizer::Run::quantize(const WeightRows &rows,
                                    Piece &piece) const {
  auto count = [](int64_t rows, int64_t columns) {
    return static_cast<size_t>(rows * columns);
  };
  int64_t groups = format.countGroups(width);
  piece.codes.resize(count(piece.rows, width));
  piece.scales.resize(count(piece.rows, groups));
  piece.zeros.resize(zeros ? piece.scales.size() : 0);
  piece.error = QuantizeError();
  piece.status = RowStatus::Done;
  // A row stays in the first cache from reading to packing; columns and feedback take all rows at once.
  int64_t step = plan.feedback || isTransposed ? piece.rows : 1;
  piece.values.resize(count(step, width));
  for (int64_t row = 0; row < piece.rows && piece.status == RowStatus::Done;
       row += step) {
    rows.read(piece.first + row, step, piece.values.data());
    quantizeRows(row, piece.values, piece);
  }
  if (piece.status != RowStatus::Done)
    return;
  if (plan.feedback)
    feedBack(rows, piece);
  if (unsigned bits = codes->getPackedBits()) {
    piece.packed.resize(computePackedBytes(bits, piece.codes.size()));
    packCodes(bits, piece.codes, piece.packed.data());
  }
}

template <typename T>
static ArrayRef<char> getBytes(const std::vector<T> &values) {
  return {reinterpret_cast<const char *>(values.data()),
          values.size() * sizeof(T)};
}

LogicalResult WeightQuantizer::Run::finish(StringRef key,
                                           QuantizedWeight &weight) {
  // In the order that adopt() has too, for the file is to be the same.
  if ((zeros && failed(zeros->finish())) || failed(scales->finish()) ||
      failed(codes->finish()))
    return failure();
  weight.codes = codes->getParameter();
  weight.scales = scales->getParameter();
  weight.zeros = zeros ? zeros->getParameter() : ParameterOp();
  double relative = error.norm > 0 ? std::sqrt(error.squared / error.norm) : 0;
  describe(weight, relative);
  if (!draft)
    return success();
  ModelFileDraft::Entry entry{
      key.str(), {*codes->getPart(), *scales->getPart()}, relative};
  if (zeros)
    entry.parts.push_back(*zeros->getPart());
  if (llvm::Error failure = draft->record(entry))
    return parameter.emitError() << llvm::toString(std::move(failure));
  return success();
}

void WeightQuantizer::Run::describe(QuantizedWeight &weight, double relative) {
  weight.group = format.group;
  Builder builder(parameter->getContext());
  weight.codes->setAttr(
      kQuantizedAttribute,
      builder.getDictionaryAttr(
          {builder.getNamedAttr("error", builder.getF64FloatAttr(relative)),
           builder.getNamedAttr("from", TypeAttr::get(parameter.getType()))}));
  if (Attribute pruned = parameter->getAttr(kPrunedAttribute))
    weight.codes->setAttr(kPrunedAttribute, pruned);
}

void WeightQuantizer::Run::write(const Piece &piece) {
  if (codes->getPackedBits())
    codes->writePacked(piece.packed);
  else
    codes->write(getBytes(piece.codes));
  scales->write(getBytes(piece.scales));
  if (zeros)
    zeros->write(getBytes(piece.zeros));
  error += piece.error;
}

/// The rows of pieces: four to what is read at once with profit, each a multiple of eight, so that its codes end with a byte.
static std::vector<std::pair<int64_t, int64_t>>
splitRows(const WeightRows &rows) {
  constexpr int64_t kParts = 4;
  std::vector<std::pair<int64_t, int64_t>> pieces;
  for (int64_t first = 0; first < rows.getCount();) {
    int64_t end = std::min(first + rows.getPiece(), rows.getCount()),
            step = llvm::alignTo(llvm::divideCeil(end - first, kParts), 8);
    for (; first < end; first += pieces.back().second)
      pieces.emplace_back(first, std::min(step, end - first));
  }
  return pieces;
}

LogicalResult WeightQuantizer::Run::quantizeAll(const WeightRows &rows) {
  std::vector<std::pair<int64_t, int64_t>> split = splitRows(rows);
  MLIRContext *context = parameter.getContext();
  // Rows of any width are in few pieces at a time, whatever the number of processors.
  constexpr int64_t kMostElements = int64_t(1) << 25;
  size_t slots = std::clamp<size_t>(
      static_cast<size_t>(kMostElements / (split.front().second * width)), 1,
      countSlots(context));
  quantizer.pieces.resize(std::max(quantizer.pieces.size(), slots));
  auto moveTo = [&](int64_t row) {
    quantizer.readAhead.moveTo(number, rows.getOffset(row));
  };
  moveTo(0);
  int64_t row = 0;
  RowStatus status = RowStatus::Done;
  LogicalResult result = forEachInOrder(
      context, split.size(), slots,
      [&](size_t at, size_t slot) {
        Piece &piece = quantizer.pieces[slot];
        std::tie(piece.first, piece.rows) = split[at];
        quantize(rows, piece);
      },
      [&](size_t slot) {
        const Piece &piece = quantizer.pieces[slot];
        row = piece.row;
        status = piece.status;
        if (status != RowStatus::Done)
          return failure();
        moveTo(piece.first + piece.rows);
        write(piece);
        return success();
      });
  return succeeded(result) ? success() : report(row, status);
}

FailureOr<QuantizedWeight> WeightQuantizer::Run::run() {
  decide();
  std::string key;
  if (draft) {
    FailureOr<std::string> made = makeKey();
    if (failed(made))
      return failure();
    key = std::move(*made);
    if (std::optional<ModelFileDraft::Entry> earlier = draft->takeNext(key);
        earlier && isOf(*earlier))
      return adopt(*earlier);
  }
  FailureOr<WeightRows> rows =
      WeightRows::open(parameters, parameter, isTransposed);
  QuantizedWeight weight;
  if (failed(rows) || failed(begin()) || failed(quantizeAll(*rows)) ||
      failed(finish(key, weight)))
    return failure();
  return weight;
}

WeightQuantizer::WeightQuantizer(ParameterTable &parameters,
                                 ModelFileDraft *draft, ReadAhead &readAhead)
    : parameters(parameters), draft(draft), readAhead(readAhead) {}

WeightQuantizer::~WeightQuantizer() = default;

FailureOr<QuantizedWeight> WeightQuantizer::run(size_t number, WeightUses &uses,
                                                const WeightPlan &plan) {
  return Run(*this, number, uses, plan).run();
}
