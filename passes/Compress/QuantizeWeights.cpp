// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of linear layers and of embedding tables become codes of few bits, with a scale for each group along the inputs.
//
//   weft.parameter @w : tensor<64x320xf16>
//   %w = weft.get @w : tensor<64x320xf16>
//   %f = weft.cast %w : (tensor<64x320xf16>) -> tensor<64x320xf32>
//   %y = weft.contract "mk,nk->mn" %x, %f : (tensor<?x320xf32>, tensor<64x320xf32>) -> tensor<?x64xf32>
//   %r = weft.gather %w, %i {dim = 0 : i64} : (tensor<64x320xf16>, tensor<?xi64>) -> tensor<?x320xf16>
//
// becomes
//
//   weft.parameter @w.codes : tensor<64x320xi4>
//   weft.parameter @w.scales : tensor<64x3xf16>
//   %c = weft.get @w.codes : tensor<64x320xi4>
//   %s = weft.get @w.scales : tensor<64x3xf16>
//   %f = weft.dequantize %c, %s {block = 128 : i64, dim = 1 : i64} : (tensor<64x320xi4>, tensor<64x3xf16>) -> tensor<64x320xbf16>
//   %b = weft.cast %x : (tensor<?x320xf32>) -> tensor<?x320xbf16>
//   %y = weft.contract "mk,nk->mn" %b, %f : (tensor<?x320xbf16>, tensor<64x320xbf16>) -> tensor<?x64xf32>
//   %d = weft.gather %c, %i {dim = 0 : i64} : (tensor<64x320xi4>, tensor<?xi64>) -> tensor<?x320xi4>
//   %t = weft.gather %s, %i {dim = 0 : i64} : (tensor<64x3xf16>, tensor<?xi64>) -> tensor<?x3xf16>
//   %r = weft.dequantize %d, %t {block = 128 : i64, dim = 1 : i64} : (tensor<?x320xi4>, tensor<?x3xf16>) -> tensor<?x320xf16>
//
// Rows are read from the mapped weight, quantized, packed and written to the weight store, or to the draft of the model.ir, while others compute the next ones and what
// comes then is read from the disk; the old weight is dropped before the next one is begun.

#include "dialects/Weft/RoundedProducts.h"
#include "lib/Support/ReadAhead.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/ErrorFeedback.h"
#include "passes/Compress/GroupQuantizer.h"
#include "passes/Compress/InOrder.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Compress/WeightUses.h"
#include "weft/Version.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/xxhash.h"

namespace weft {
#define GEN_PASS_DEF_QUANTIZEWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The parameters that stand for a weight.
struct QuantizedWeight {
  ParameterOp codes, scales, zeros;
  int64_t group = 0;
};

void reportKept(ParameterOp parameter, StringRef why) {
  remark::missed(parameter->getLoc(),
                 remark::RemarkOpts::name("NotQuantized").category("compress"))
      << "weight '" << parameter.getSymName() << "' stays as it is: " << why;
}

/// The number of that name among facts that anyone may have written; nothing where 64 bits hold none.
std::optional<int64_t> readNumber(DictionaryAttr facts, StringRef name) {
  auto number = facts ? facts.getAs<IntegerAttr>(name) : IntegerAttr();
  return number
             ? APSInt(number.getValue(), number.getType().isUnsignedInteger())
                   .tryExtValue()
             : std::nullopt;
}

/// How a weight is quantized.
struct WeightPlan {
  GroupFormat format;
  ScaleChoice choice = ScaleChoice::Extremes;
  /// Of each input; empty where nothing is known.
  std::vector<float> importance;
  /// Null: every weight is rounded alone.
  std::shared_ptr<const ErrorFeedback> feedback;
  /// Of what the feedback comes from.
  uint64_t feedbackChecksum = 0;
  /// Of a pruned weight.
  bool keepsZeros = false;
};

/// Rows of a weight, and what they become.
struct Piece {
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

/// What all weights use, one after the other.
struct Workshop {
  ParameterTable &parameters;
  /// Null where weights go to the store.
  ModelFileDraft *draft;
  ReadAhead &readAhead;
  /// Memory that is touched once: new pages cost as much as rounding does.
  std::vector<Piece> pieces;
};

/// Quantizes the bytes of one weight.
class WeightQuantizer {
public:
  /// The weight is range number `number` of those that are read ahead.
  WeightQuantizer(Workshop &workshop, size_t number, WeightUses &uses,
                  const WeightPlan &plan)
      : workshop(workshop), parameters(workshop.parameters), number(number),
        parameter(uses.parameter), isTransposed(uses.isTransposed), plan(plan),
        format(plan.format),
        draft(uses.parameter.getValueAttr() || !parameters.getStore()
                  ? nullptr
                  : workshop.draft) {}

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

  Workshop &workshop;
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
} // namespace

void WeightQuantizer::decide() {
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

LogicalResult WeightQuantizer::begin() {
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

FailureOr<std::string> WeightQuantizer::makeKey() {
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

bool WeightQuantizer::isOf(const ModelFileDraft::Entry &entry) const {
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
WeightQuantizer::adopt(const ModelFileDraft::Entry &entry) {
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

LogicalResult WeightQuantizer::report(int64_t row, RowStatus status) {
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
void WeightQuantizer::feedBack(const WeightRows &rows, Piece &piece) const {
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
void WeightQuantizer::quantizeRows(int64_t begin, ArrayRef<float> values,
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

void WeightQuantizer::quantize(const WeightRows &rows, Piece &piece) const {
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

LogicalResult WeightQuantizer::finish(StringRef key, QuantizedWeight &weight) {
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

void WeightQuantizer::describe(QuantizedWeight &weight, double relative) {
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

void WeightQuantizer::write(const Piece &piece) {
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

LogicalResult WeightQuantizer::quantizeAll(const WeightRows &rows) {
  std::vector<std::pair<int64_t, int64_t>> split = splitRows(rows);
  MLIRContext *context = parameter.getContext();
  // Rows of any width are in few pieces at a time, whatever the number of processors.
  constexpr int64_t kMostElements = int64_t(1) << 25;
  size_t slots = std::clamp<size_t>(
      static_cast<size_t>(kMostElements / (split.front().second * width)), 1,
      countSlots(context));
  workshop.pieces.resize(std::max(workshop.pieces.size(), slots));
  auto moveTo = [&](int64_t row) {
    workshop.readAhead.moveTo(number, rows.getOffset(row));
  };
  moveTo(0);
  int64_t row = 0;
  RowStatus status = RowStatus::Done;
  LogicalResult result = forEachInOrder(
      context, split.size(), slots,
      [&](size_t at, size_t slot) {
        Piece &piece = workshop.pieces[slot];
        std::tie(piece.first, piece.rows) = split[at];
        quantize(rows, piece);
      },
      [&](size_t slot) {
        const Piece &piece = workshop.pieces[slot];
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

FailureOr<QuantizedWeight> WeightQuantizer::run() {
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

namespace {
/// Lets readers of a weight read its codes.
class UseRewriter {
public:
  UseRewriter(WeightUses &uses, const QuantizedWeight &weight, bool isBrain)
      : uses(uses), weight(weight), isBrain(isBrain),
        rewriter(uses.parameter.getContext()) {}

  void run() {
    for (ContractOp contract : uses.contractions)
      rewrite(contract);
    for (GatherOp gather : uses.gathers)
      rewrite(gather);
    for (CastOp cast : llvm::reverse(uses.casts))
      rewriter.eraseOp(cast);
    for (GetOp get : uses.gets)
      rewriter.eraseOp(get);
  }

private:
  Value get(Location loc, ParameterOp parameter) {
    return GetOp::create(rewriter, loc, parameter.getType(),
                         parameter.getSymName());
  }

  /// Codes, scales and zero points as floats: of the whole weight, or of rows.
  Value dequantize(Location loc, ArrayRef<Value> parts, Type element) {
    auto type = cast<RankedTensorType>(parts[0].getType());
    return DequantizeOp::create(rewriter, loc, type.clone(element), parts[0],
                                parts[1], parts.size() > 2 ? parts[2] : Value(),
                                rewriter.getI64IntegerAttr(type.getRank() - 1),
                                rewriter.getI64IntegerAttr(weight.group));
  }

  SmallVector<Value> getParts(Location loc) {
    SmallVector<Value> parts{get(loc, weight.codes), get(loc, weight.scales)};
    if (weight.zeros)
      parts.push_back(get(loc, weight.zeros));
    return parts;
  }

  void rewrite(ContractOp contract) {
    rewriter.setInsertionPoint(contract);
    Location loc = contract.getLoc();
    Value left = contract.getLhs();
    auto type = cast<RankedTensorType>(left.getType());
    Type element = type.getElementType();
    if (isBrain && element.isF32()) {
      element = rewriter.getBF16Type();
      left = CastOp::create(rewriter, loc, type.clone(element), left);
    }
    Value right = dequantize(loc, getParts(loc), element);
    std::string equation = contract.getEquation().str();
    if (uses.isTransposed)
      std::swap(equation[contract.getLhsDims().size() + 1],
                equation[contract.getLhsDims().size() + 2]);
    auto replaced = ContractOp::create(rewriter, loc, contract.getType(),
                                       equation, left, right);
    rewriter.replaceOp(contract, replaced);
  }

  void rewrite(GatherOp gather) {
    rewriter.setInsertionPoint(gather);
    Location loc = gather.getLoc();
    SmallVector<Value> rows;
    for (Value part : getParts(loc))
      rows.push_back(GatherOp::create(rewriter, loc, part, gather.getIndices(),
                                      gather.getDimAttr()));
    // What is cast to one type anyway is rounded once.
    Type element = getElementTypeOrSelf(gather.getType());
    SmallVector<CastOp> casts;
    for (Operation *user : gather->getUsers())
      if (auto cast = dyn_cast<CastOp>(user);
          cast && isa<FloatType>(getElementTypeOrSelf(cast.getType())) &&
          (casts.empty() || cast.getType() == casts.front().getType()))
        casts.push_back(cast);
    bool isCast =
        !casts.empty() &&
        static_cast<size_t>(std::distance(gather->user_begin(),
                                          gather->user_end())) == casts.size();
    if (isCast)
      element = getElementTypeOrSelf(casts.front().getType());
    Value floats = dequantize(loc, rows, element);
    for (CastOp cast : casts)
      if (isCast)
        rewriter.replaceOp(cast, floats);
    if (!isCast)
      rewriter.replaceAllUsesWith(gather.getResult(), floats);
    rewriter.eraseOp(gather);
  }

  WeightUses &uses;
  QuantizedWeight weight;
  bool isBrain;
  IRRewriter rewriter;
};

struct QuantizeWeightsPass
    : weft::impl::QuantizeWeightsBase<QuantizeWeightsPass> {
  using Base::Base;
  QuantizeWeightsPass(QuantizeWeightsOptions options,
                      std::shared_ptr<const Statistics> known,
                      CompressProgress progress, ModelFileDraft *draft)
      : Base(std::move(options)), known(std::move(known)),
        progress(std::move(progress)), draft(draft) {}

  void runOnOperation() override {
    if (failed(checkOptions()) || failed(readStatistics()) ||
        failed(quantizeAll()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-quantize-weights: " + text);
  }

  static bool isWidth(unsigned each) {
    return each == 8 || (each >= 3 && each <= 6);
  }

  LogicalResult checkOptions() {
    if (!isWidth(bits))
      return fail("expected bits of 3, 4, 5, 6 or 8, found " + Twine(bits));
    if (tableBits != 0 && !isWidth(tableBits))
      return fail("expected table-bits of 0, 3, 4, 5, 6 or 8, found " +
                  Twine(tableBits));
    if (group < 0)
      return fail("expected a group of 1 or more, or 0 for whole rows, found " +
                  Twine(group));
    if (clip != "none" && clip != "mse")
      return fail("expected clip to be none or mse, found '" + clip + "'");
    if (method != "rtn" && method != "search" && method != "gptq")
      return fail("expected method to be rtn, search or gptq, found '" +
                  method + "'");
    if (activations != "bf16" && activations != "f32")
      return fail("expected activations to be bf16 or f32, found '" +
                  activations + "'");
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  LogicalResult readStatistics() {
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (method == "gptq" && (!known || !known->hasProducts()))
      return fail("method gptq needs statistics with products of inputs");
    return success();
  }

  LogicalResult makePlan(WeightUses &uses, WeightPlan &plan) {
    StringRef name = uses.parameter.getSymName();
    const SiteStatistics *site = known ? known->find(name) : nullptr;
    if (!site) {
      if (method == "gptq")
        reportSearched(uses.parameter, "there are no statistics of it");
      return success();
    }
    auto type = cast<RankedTensorType>(uses.parameter.getType());
    int64_t width = type.getDimSize(uses.isTransposed ? 0 : 1);
    if (failed(checkInputs(uses.parameter, *site, static_cast<size_t>(width))))
      return failure();
    std::optional<SiteStatistics> divided;
    const SiteStatistics *source = site;
    if (auto factors = uses.parameter->getAttrOfType<DenseFPElementsAttr>(
            kInputFactorsAttribute)) {
      if (!factors.getElementType().isF32() ||
          factors.getNumElements() != width)
        return uses.parameter.emitError()
               << "weight '" << name << "': expected " << width
               << " numbers of f32 in " << kInputFactorsAttribute << ", found "
               << factors.getType();
      site = &divided.emplace(
          site->divideInputs(llvm::to_vector(factors.getValues<float>())));
    }
    plan.importance = site->computeImportance();
    if (method != "gptq")
      return success();
    // Weights that share their inputs come one after the other.
    if (source != lastSite) {
      lastSite = source;
      lastFeedback.reset();
      if (std::optional<ErrorFeedback> feedback =
              site->products.empty()
                  ? std::nullopt
                  : ErrorFeedback::create(site->products, site->getWidth()))
        lastFeedback = std::make_shared<ErrorFeedback>(std::move(*feedback));
      lastChecksum = llvm::xxh3_64bits(
          StringRef(reinterpret_cast<const char *>(site->products.data()),
                    site->products.size() * sizeof(float)));
    }
    plan.feedback = lastFeedback;
    plan.feedbackChecksum = lastChecksum;
    if (!plan.feedback)
      reportSearched(uses.parameter,
                     "the products of its inputs are not positive definite");
    return success();
  }

  static void reportSearched(ParameterOp parameter, StringRef why) {
    remark::missed(
        parameter->getLoc(),
        remark::RemarkOpts::name("NoErrorFeedback").category("compress"))
        << "weight '" << parameter.getSymName()
        << "' is quantized by search instead of gptq: " << why;
  }

  /// The format of a weight's codes: its own, or that of the options. 0 bits leave it as it is.
  GroupFormat chooseFormat(const WeightUses &uses) const {
    GroupFormat format{bits, group, isSymmetric};
    if (tableBits != 0 && !uses.gathers.empty())
      format.bits = tableBits;
    auto own =
        uses.parameter->getAttrOfType<DictionaryAttr>(kPrecisionAttribute);
    if (std::optional<int64_t> ownBits = readNumber(own, "bits"))
      format.bits = llvm::isUInt<32>(*ownBits) ? static_cast<unsigned>(*ownBits)
                                               : UINT32_MAX;
    if (std::optional<int64_t> ownGroup = readNumber(own, "group"))
      format.group = *ownGroup;
    if (auto ownSymmetry = own ? own.getAs<BoolAttr>("symmetric") : BoolAttr())
      format.isSymmetric = ownSymmetry.getValue();
    return format;
  }

  /// Whether the values have been quantized before, and may be again.
  LogicalResult checkEarlier(const WeightUses &uses, unsigned &numEarlier) {
    ParameterOp parameter = uses.parameter;
    GroupFormat format = chooseFormat(uses);
    auto earlier =
        parameter->getAttrOfType<DictionaryAttr>(kQuantizedAttribute);
    std::optional<int64_t> oldBits = readNumber(earlier, "bits"),
                           oldGroup = readNumber(earlier, "group");
    if (!oldBits || !oldGroup)
      return success();
    auto width = [](int64_t size) { return size == 0 ? INT64_MAX : size; };
    bool isCoarser =
        format.bits < *oldBits ||
        (format.bits == *oldBits && width(format.group) > width(*oldGroup));
    if (!isCoarser) {
      ++numEarlier;
      return success();
    }
    if (requantize)
      return success();
    return parameter.emitError()
           << "weight '" << parameter.getSymName() << "' has been quantized to "
           << *oldBits << " bits in groups of " << *oldGroup
           << ": fewer bits or larger groups lose accuracy twice; start from "
              "the model that it was made from, or allow it by requantize";
  }

  /// Where the bytes of weights lie in mapped files; nowhere for those that are in memory, and for what reading will refuse.
  static std::vector<ReadAhead::Range>
  findRanges(ParameterTable &parameters, ArrayRef<WeightUses> weights) {
    std::vector<ReadAhead::Range> ranges(weights.size());
    WeightStore *store = parameters.getStore();
    for (auto [range, uses] : llvm::zip_equal(ranges, weights)) {
      ParameterOp parameter = uses.parameter;
      if (!store || parameter.getValueAttr())
        continue;
      llvm::Expected<ArrayRef<char>> bytes = store->map(parameter.getSymName());
      if (!bytes) {
        llvm::consumeError(bytes.takeError());
        continue;
      }
      if (std::shared_ptr<MappedFile> file =
              store->find(parameter.getSymName())->file)
        range = {std::move(file), *bytes};
    }
    return ranges;
  }

  LogicalResult quantizeAll() {
    ParameterTable parameters(getOperation());
    std::vector<WeightUses> weights;
    unsigned numEarlier = 0;
    llvm::Regex skipped(skip);
    double total = 0, done = 0;
    for (WeightUses &uses : findWeightUses(getOperation())) {
      if (!uses.isLinear()) {
        reportKept(uses.parameter, uses.obstacle);
        continue;
      }
      auto type = cast<RankedTensorType>(uses.parameter.getType());
      if (type.getNumElements() == 0 ||
          (!skip.empty() && skipped.match(uses.parameter.getSymName()))) {
        reportKept(uses.parameter, "it is to be skipped");
        continue;
      }
      GroupFormat format = chooseFormat(uses);
      if (format.bits == 0) {
        reportKept(uses.parameter, "its own precision says so");
        continue;
      }
      if (!isWidth(format.bits) || format.group < 0)
        return uses.parameter.emitError()
               << "weight '" << uses.parameter.getSymName()
               << "': expected a precision of 0, 3, 4, 5, 6 or 8 bits and "
                  "groups of at least 0, found "
               << format.bits << " bits and groups of " << format.group;
      if (failed(checkEarlier(uses, numEarlier)))
        return failure();
      total += static_cast<double>(type.getNumElements());
      weights.push_back(std::move(uses));
    }
    if (numEarlier)
      getOperation().emitWarning()
          << numEarlier
          << " weights have been quantized before, to as many bits or fewer: "
             "they become no more accurate";
    ReadAhead readAhead(findRanges(parameters, weights));
    Workshop workshop{parameters, draft, readAhead, {}};
    for (auto [number, uses] : llvm::enumerate(weights)) {
      if (progress)
        progress(done / total,
                 ("quantizing " + uses.parameter.getSymName()).str());
      done += static_cast<double>(
          cast<RankedTensorType>(uses.parameter.getType()).getNumElements());
      WeightPlan plan;
      plan.keepsZeros = uses.parameter->hasAttr(kPrunedAttribute);
      plan.format = chooseFormat(uses);
      plan.choice = method != "rtn" ? ScaleChoice::Search
                    : clip == "mse" ? ScaleChoice::Clipped
                                    : ScaleChoice::Extremes;
      if (failed(makePlan(uses, plan)))
        return failure();
      FailureOr<QuantizedWeight> weight =
          WeightQuantizer(workshop, number, uses, plan).run();
      if (failed(weight))
        return failure();
      UseRewriter(uses, *weight, activations == "bf16").run();
      parameters.drop(uses.parameter);
    }
    // What contractions with these weights round, attention between them may.
    if (activations == "bf16" && !weights.empty())
      getOperation().walk([](AttentionOp op) {
        op->setAttr(kBF16ProductsAttribute,
                    UnitAttr::get(op.getContext()));
      });
    // Weights that stay floats have no more to do with these statistics, and those of another run will be of inputs as they are now.
    for (ParameterOp parameter : getOperation().getOps<ParameterOp>())
      parameter->removeAttr(kInputFactorsAttribute);
    return success();
  }

  std::shared_ptr<const Statistics> known;
  CompressProgress progress;
  const SiteStatistics *lastSite = nullptr;
  std::shared_ptr<const ErrorFeedback> lastFeedback;
  uint64_t lastChecksum = 0;
  ModelFileDraft *draft = nullptr;
};
} // namespace

std::unique_ptr<Pass>
weft::createQuantizeWeights(QuantizeWeightsOptions options,
                            std::shared_ptr<const Statistics> statistics,
                            CompressProgress progress, ModelFileDraft *draft) {
  return std::make_unique<QuantizeWeightsPass>(
      std::move(options), std::move(statistics), std::move(progress), draft);
}
