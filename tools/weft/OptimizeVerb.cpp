// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft optimize: a model with smaller weights.

#include "lib/Import/ModelIr/ModelIr.h"
#include "lib/Support/WeightStore.h"
#include "passes/Compress/Compress.h"
#include "passes/Simplify/ParameterTable.h"
#include "tools/weft/Calibration.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Regex.h"

using namespace mlir;
using namespace weft;

namespace {
/// A weight before and after.
struct WeightChange {
  std::string name;
  /// Of the codes or floats that are stored.
  std::string type;
  unsigned bits = 0;
  /// Weights that share a scale; 0 where there are no scales.
  int64_t group = 0;
  uint64_t before = 0, after = 0;
  /// The norm of the difference over that of the weight.
  std::optional<double> error;
};

uint64_t computeBytes(RankedTensorType type) {
  return llvm::cantFail(computeSizeBytes(makeWeightType(type)));
}

class OptimizeVerb : public Verb {
public:
  StringRef getName() const override { return "optimize"; }
  StringRef getSummary() const override {
    return "Makes the weights of a model smaller.";
  }
  StringRef getUsage() const override { return "MODEL -o FILE.ir"; }
  StringRef getExamples() const override {
    return "  weft optimize model.gguf -o model-int8.ir\n"
           "  weft optimize model.gguf -o model-int4.ir --precision int4 "
           "--group-size 64 --method search\n"
           "  weft optimize model.onnx -o model-bf16.ir --precision bf16\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addText("--output", "FILE.ir", output, "the same");
    set.addChoice("--precision", precision,
                  {"int8", "int6", "int5", "int4", "int3", "bf16", "f16"},
                  "what weights are stored in; int8 by default");
    set.add({"--group-size",
             "N|channel",
             "weights of a row that share a scale; 128 by default, channel for "
             "all of a row",
             {},
             [this](StringRef text) { return parseGroup(text); }});
    set.addChoice("--method", method, {"rtn", "search", "gptq"},
                  "how weights are rounded: rtn by the largest ones, search by "
                  "the least error, gptq so that others make up for it (with "
                  "--calibrate); by default search for 5 bits and fewer");
    set.addText("--calibrate", "FILE.npy", data,
                "token ids, or a model's only input: errors count by how strong "
                "the inputs are");
    set.addNumber("--calibrate-samples", "N", samples, 1,
                  "so many texts of 512 tokens, or inputs; 128 by default");
    set.addText("--statistics", "FILE", statisticsFile,
                "keep what --calibrate found, added to what the file has; "
                "without --calibrate, use it");
    set.addSwitch("--asymmetric", isAsymmetric, "with zero points");
    set.addSwitch("--clip", clips,
                  "with rtn: also scales that the largest weights fall out of");
    set.addChoice("--activations", activations, {"bf16", "f32"},
                  "what quantized weights are multiplied with; bf16 by default");
    set.addText("--skip", "REGEX", skip, "weights that stay as they are");
    set.addSwitch("--requantize", requantize,
                  "also where weights were quantized to more bits before");
    set.addSwitch("--explain", explains, "every weight, and why others stay");
    set.addSwitch("--json", json, "the table for machines");
    flags.addImportFlags(set);
  }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  llvm::Error parseGroup(StringRef text) {
    if (text == "channel") {
      group = 0;
      return llvm::Error::success();
    }
    if (text.getAsInteger(10, group) || group <= 0)
      return llvm::createStringError(
          "--group-size expects a whole number of at least 1, or channel, "
          "found '" +
          text + "'");
    return llvm::Error::success();
  }

  bool isInteger() const { return StringRef(precision).starts_with("int"); }
  ExitStatus checkFlags(StringRef path);
  ExitStatus findStatistics(StringRef path);
  void buildPasses(OpPassManager &manager);
  llvm::StringMap<uint64_t> measure(ModuleOp module);
  std::vector<WeightChange> compare(ModuleOp module,
                                    const llvm::StringMap<uint64_t> &before);
  void print(ArrayRef<WeightChange> changes, uint64_t before, uint64_t after);
  void printJson(ArrayRef<WeightChange> changes, uint64_t before,
                 uint64_t after);

  ModelFlags flags;
  std::string output, precision = "int8", method, activations = "bf16", skip,
                     data, statisticsFile;
  int samples = 128;
  std::shared_ptr<Statistics> statistics;
  int64_t group = 128;
  bool isAsymmetric = false, clips = false, requantize = false,
       explains = false, json = false;
};
} // namespace

ExitStatus OptimizeVerb::checkFlags(StringRef path) {
  if (output.empty())
    return reportError(ExitStatus::WrongUsage, "expected -o FILE.ir");
  std::string error;
  if (!skip.empty() && !llvm::Regex(skip).isValid(error))
    return reportError(ExitStatus::WrongUsage,
                       "--skip expects a regular expression, found '" + skip +
                           "': " + error);
  if (!isInteger() && (isAsymmetric || clips || !method.empty()))
    return reportError(ExitStatus::WrongUsage,
                       "--asymmetric, --clip and --method are for integers; "
                       "--precision is " +
                           precision);
  if (clips && method == "search")
    return reportError(ExitStatus::WrongUsage,
                       "--clip is a part of --method search already");
  if (method == "gptq" && data.empty() && statisticsFile.empty())
    return reportError(ExitStatus::WrongUsage,
                       "--method gptq expects --calibrate FILE.npy");
  if (!isInteger() && !(data.empty() && statisticsFile.empty()))
    return reportError(ExitStatus::WrongUsage,
                       "--calibrate and --statistics are for integers; "
                       "--precision is " +
                           precision);
  return checkOutput(path, output);
}

ExitStatus OptimizeVerb::findStatistics(StringRef path) {
  if (data.empty() && statisticsFile.empty())
    return ExitStatus::Done;
  statistics = std::make_shared<Statistics>();
  if (!statisticsFile.empty() && llvm::sys::fs::exists(statisticsFile)) {
    llvm::Expected<Statistics> read = Statistics::read(statisticsFile);
    if (!read)
      return reportError(ExitStatus::BadInput, read.takeError());
    *statistics = std::move(*read);
  } else if (data.empty()) {
    return reportError(ExitStatus::BadInput,
                       "cannot read '" + statisticsFile +
                           "': there is no such file; --calibrate makes one");
  }
  if (data.empty())
    return ExitStatus::Done;
  CalibrationOptions options;
  options.samples = samples;
  options.hasProducts = method == "gptq";
  if (ExitStatus status = calibrate(flags, path, data, options, *statistics);
      status != ExitStatus::Done)
    return status;
  if (statisticsFile.empty())
    return ExitStatus::Done;
  if (llvm::Error error = statistics->write(statisticsFile))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

void OptimizeVerb::buildPasses(OpPassManager &manager) {
  manager.addPass(createDequantizeWeights());
  if (!isInteger()) {
    ConvertWeightsOptions options;
    options.type = precision;
    options.skip = skip;
    manager.addPass(createConvertWeights(options));
    return;
  }
  QuantizeWeightsOptions options;
  StringRef(precision).drop_front(3).getAsInteger(10, options.bits);
  options.group = group;
  options.isSymmetric = !isAsymmetric;
  options.clip = clips ? "mse" : "none";
  options.method = !method.empty()     ? method
                   : clips             ? "rtn"
                   : options.bits <= 5 ? "search"
                                       : "rtn";
  options.activations = activations;
  options.skip = skip;
  options.requantize = requantize;
  manager.addPass(createQuantizeWeights(
      options, statistics, [](double part, StringRef name) {
        progress::show(part, "quantizing " + name);
      }));
}

llvm::StringMap<uint64_t> OptimizeVerb::measure(ModuleOp module) {
  llvm::StringMap<uint64_t> sizes;
  for (ParameterOp parameter : module.getOps<ParameterOp>())
    // By the name of the source, which stays with the parts of a weight.
    sizes[parameter.getSource().value_or(parameter.getSymName())] +=
        computeBytes(cast<RankedTensorType>(parameter.getType()));
  return sizes;
}

std::vector<WeightChange>
OptimizeVerb::compare(ModuleOp module,
                      const llvm::StringMap<uint64_t> &before) {
  llvm::MapVector<StringRef, WeightChange> changes;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    StringRef name = parameter.getSource().value_or(parameter.getSymName());
    auto type = cast<RankedTensorType>(parameter.getType());
    WeightChange &change = changes[name];
    change.name = name.str();
    change.before = before.lookup(name);
    change.after += computeBytes(type);
    auto facts = parameter->getAttrOfType<DictionaryAttr>(kQuantizedAttribute);
    auto error = facts ? facts.getAs<FloatAttr>("error") : FloatAttr();
    if (error)
      change.error = error.getValueAsDouble();
    // Of the parts of a weight the codes say what it is.
    if (change.type.empty() || error) {
      change.type = makeWeightType(type).dtype;
      change.bits = type.getElementTypeBitWidth();
    }
  }
  module.walk([&](DequantizeOp op) {
    Operation *source = op.getOperand().getDefiningOp();
    if (auto gather = dyn_cast_or_null<GatherOp>(source))
      source = gather.getData().getDefiningOp();
    auto get = dyn_cast_or_null<GetOp>(source);
    auto parameter =
        get ? dyn_cast_or_null<ParameterOp>(SymbolTable::lookupSymbolIn(
                  module, get.getParameterAttr().getAttr()))
            : ParameterOp();
    if (parameter && op.getBlock())
      changes[parameter.getSource().value_or(parameter.getSymName())].group =
          op.getBlock();
  });
  std::vector<WeightChange> list;
  for (auto &[name, change] : changes)
    list.push_back(std::move(change));
  return list;
}

void OptimizeVerb::print(ArrayRef<WeightChange> changes, uint64_t before,
                         uint64_t after) {
  llvm::raw_ostream &stream = llvm::outs();
  stream << "type  group   kB before    kB after    error  weight\n";
  size_t numChanged = 0;
  double worst = 0;
  std::string worstName;
  for (const WeightChange &change : changes) {
    bool isChanged = change.error || change.after != change.before;
    numChanged += isChanged;
    if (change.error && *change.error > worst) {
      worst = *change.error;
      worstName = change.name;
    }
    if (!isChanged && !explains)
      continue;
    stream << llvm::left_justify(change.type, 6);
    if (change.group)
      stream << llvm::format("%5lld", static_cast<long long>(change.group));
    else
      stream << "    -";
    stream << llvm::format("%12.1f%12.1f", change.before / 1e3,
                           change.after / 1e3);
    if (change.error)
      stream << llvm::format("%9.5f", *change.error);
    else
      stream << "        -";
    stream << "  " << change.name << '\n';
  }
  stream << numChanged << " of " << changes.size()
         << llvm::format(" weights changed: %.2f MB before, %.2f MB after "
                         "(%.3f times)\n",
                         before / 1e6, after / 1e6,
                         before ? double(after) / double(before) : 1.0);
  if (!worstName.empty())
    stream << "largest relative error " << llvm::format("%.5f", worst)
           << ", of " << worstName << '\n';
}

void OptimizeVerb::printJson(ArrayRef<WeightChange> changes, uint64_t before,
                             uint64_t after) {
  llvm::json::Array weights;
  for (const WeightChange &change : changes) {
    llvm::json::Object facts{
        {"name", change.name},
        {"type", change.type},
        {"bits", change.bits},
        {"bytes_before", static_cast<int64_t>(change.before)},
        {"bytes_after", static_cast<int64_t>(change.after)}};
    if (change.group)
      facts["group"] = change.group;
    if (change.error)
      facts["relative_error"] = *change.error;
    weights.push_back(std::move(facts));
  }
  llvm::json::Object facts{{"output", output},
                           {"precision", precision},
                           {"bytes_before", static_cast<int64_t>(before)},
                           {"bytes_after", static_cast<int64_t>(after)},
                           {"weights", std::move(weights)}};
  llvm::outs() << llvm::formatv("{0:2}\n", llvm::json::Value(std::move(facts)));
}

ExitStatus OptimizeVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef path = arguments.front();
  if (ExitStatus status = checkFlags(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = findStatistics(path); status != ExitStatus::Done)
    return status;
  flags.remarks |= explains;
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  llvm::StringMap<uint64_t> before = measure(model.getModule());
  if (ExitStatus status = model.runPasses(
          [&](OpPassManager &manager) { buildPasses(manager); });
      status != ExitStatus::Done)
    return status;
  std::vector<WeightChange> changes = compare(model.getModule(), before);
  progress::show("writing " + output);
  ModelIrExtras extras;
  for (const auto &[name, bytes] : model.getAssets())
    extras.assets.push_back({name, llvm::ArrayRef(bytes.data(), bytes.size())});
  extras.metadata = llvm::json::Object{
      {"source", path.str()},
      {"precision", precision},
      {"group", group}};
  LogicalResult written = exportModelIr(model.getModule(), output, extras);
  progress::clear();
  if (failed(written))
    return ExitStatus::BadInput;
  uint64_t total = 0, after = 0;
  for (const auto &entry : before)
    total += entry.second;
  for (const WeightChange &change : changes)
    after += change.after;
  if (json)
    printJson(changes, total, after);
  else
    print(changes, total, after);
  return ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createOptimizeVerb() {
  return std::make_unique<OptimizeVerb>();
}
