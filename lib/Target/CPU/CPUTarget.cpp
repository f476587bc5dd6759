// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The CPU as a target: levels, lowering, code, weights.

#include "lib/Target/CPU/CPUTarget.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/Tensor.h"
#include "lib/Support/CodePacking.h"
#include "lib/Support/OutputFile.h"
#include "lib/Support/SpillFile.h"
#include "lib/Target/CPU/Backend/DataObject.h"
#include "lib/Target/CPU/Backend/EmitObject.h"
#include "lib/Target/CPU/Backend/Link.h"
#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "lib/Target/CPU/GenerateCode.h"
#include "lib/Target/CPU/Kernel/QuantizedRows.h"
#include "lib/Target/CPU/LibraryHeader.h"
#include "lib/Target/CPU/PackWeights.h"
#include "lib/Target/CPU/Tuning/ScheduleSearch.h"
#include "passes/Lower/Lower.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class CPUTarget : public Target {
public:
  StringRef getName() const override { return "cpu"; }
  StringRef getSummary() const override {
    return "x86-64 processors from AVX2 on";
  }
  std::vector<TargetLevel> getLevels() const override;
  ArrayRef<StringRef> getPrecisions() const override {
    static constexpr StringRef precisions[] = {"f32", "f32-strict", "f32x3",
                                               "bf16", "f16"};
    return precisions;
  }
  void registerDialects(DialectRegistry &registry) const override {
    registerCodeEmission(registry);
  }
  void registerPasses() const override { registerBackendPasses(); }
  void addLoweringPasses(OpPassManager &manager) const override {
    buildLowerPipeline(manager);
  }
  bool skipsZeros(const SparseProduct &product,
                  const TargetOptions &options) const override;
  int64_t getNearBytes(const TargetOptions &options) const override;
  LogicalResult generate(ModuleOp module, const TargetOptions &options,
                         ModuleWriter &writer,
                         std::vector<FunctionMemory> *memory) const override;
  LogicalResult emitLibrary(ModuleOp module, const TargetOptions &options,
                            StringRef path) const override;
  LogicalResult tune(ModuleOp module, const TargetOptions &options,
                     const TuneOptions &tuning) const override;
  FailureOr<std::string> emit(ModuleOp module, const TargetOptions &options,
                              EmitKind kind) const override;
};

KernelTarget describeTarget(const Level &level, StringRef precision) {
  KernelTarget target;
  target.lanes = level.vectorBits / 32;
  target.hasByteProducts = level.has("avx512vnni") || level.has("avxvnni");
  target.hasTiles = level.has("amx-int8") && level.has("amx-bf16");
  target.f32Terms = precision == "f32" ? 3 : precision == "f32x3" ? 2 : 0;
  return target;
}

/// Kernels choose the layouts of weights for all levels, so what decides about them is said once for the module.
void markModule(ModuleOp module, ArrayRef<Level> levels, StringRef precision) {
  Builder builder(module.getContext());
  if (precision == "f32-strict")
    module->setAttr(kStrictAttribute, builder.getUnitAttr());
  int64_t bits = 0;
  for (const Level &level : levels)
    bits = std::max<int64_t>(bits, level.vectorBits);
  module->setAttr(kLanesAttribute, builder.getI64IntegerAttr(bits / 32));
}

std::string nameOf(Type element) {
  std::string text;
  llvm::raw_string_ostream(text) << element;
  return text;
}

ModuleArgument describeArgument(Type type, DictionaryAttr attributes,
                                StringRef fallback) {
  auto tensor = cast<RankedTensorType>(type);
  ModuleArgument argument;
  auto text = [&](StringRef key) {
    return attributes ? attributes.getAs<StringAttr>(key) : StringAttr();
  };
  argument.name = text("weft.name") ? text("weft.name").str() : fallback.str();
  argument.state = text("weft.state") ? text("weft.state").str() : "";
  argument.dtype = nameOf(tensor.getElementType());
  auto names =
      attributes ? attributes.getAs<ArrayAttr>("weft.dims") : ArrayAttr();
  for (auto [i, size] : llvm::enumerate(tensor.getShape())) {
    if (!ShapedType::isDynamic(size))
      argument.dims.emplace_back(size);
    else
      argument.dims.emplace_back(names ? cast<StringAttr>(names[i]).getValue()
                                       : StringRef());
  }
  return argument;
}

ModuleFunction describeFunction(FuncOp function, int64_t arenaBytes) {
  ModuleFunction described;
  described.name = function.getName().str();
  described.symbol = getEntrySymbol(function.getName());
  described.arenaBytes = arenaBytes;
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes()))
    described.inputs.push_back(describeArgument(
        type, function.getArgAttrDict(i), ("input" + Twine(i)).str()));
  for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
    described.outputs.push_back(describeArgument(
        type, function.getResultAttrDict(i), ("output" + Twine(i)).str()));
  return described;
}

std::vector<ModuleDimRange> collectDimRanges(ModuleOp module) {
  std::vector<ModuleDimRange> collected;
  for (FuncOp function : module.getOps<FuncOp>())
    if (auto ranges =
            function->getAttrOfType<DictionaryAttr>("weft.dim_ranges"))
      for (NamedAttribute each : ranges) {
        auto range = cast<DenseI64ArrayAttr>(each.getValue());
        collected.push_back({each.getName().str(), range[0], range[1]});
      }
  return collected;
}

/// "f32[1, ?, 64], i64[1]": what a dispatch writes.
std::string describeResults(ArrayRef<Type> results) {
  std::string text;
  for (Type type : results) {
    auto tensor = cast<RankedTensorType>(type);
    auto sizes = llvm::map_range(tensor.getShape(), [](int64_t size) {
      return ShapedType::isDynamic(size) ? "?" : std::to_string(size);
    });
    text += (text.empty() ? "" : ", ") + nameOf(tensor.getElementType()) + "[" +
            llvm::join(sizes, ", ") + "]";
  }
  return text;
}

/// Says which weight an error is about.
llvm::Error nameWeight(const PlacedWeight &weight, llvm::Error error) {
  if (!error)
    return error;
  return llvm::createStringError("parameter @" + weight.parameter + ": " +
                                 llvm::toString(std::move(error)));
}

/// Writes the bytes of a parameter as kernels read them; the source's pages are
/// given back afterwards.
llvm::Error produceWeight(ModuleOp module, const PlacedWeight &weight,
                          raw_ostream &stream) {
  auto parameter =
      cast<ParameterOp>(SymbolTable::lookupSymbolIn(module, weight.parameter));
  if (parameter.getValueAttr()) {
    FailureOr<Tensor> value = Tensor::fromElements(parameter.getValueAttr());
    if (failed(value))
      return llvm::createStringError("cannot read the value of parameter @" +
                                     weight.parameter);
    return nameWeight(weight, packWeight(value->getBytes(), weight.type,
                                         weight.layout, stream));
  }
  WeightStore *store =
      module.getContext()->getLoadedDialect<WeftDialect>()->getWeights();
  if (!store || !store->find(weight.parameter))
    return llvm::createStringError("parameter @" + weight.parameter +
                                   " has no value: its bytes are neither in "
                                   "the module nor in a weight store");
  llvm::Expected<ArrayRef<char>> bytes = store->map(weight.parameter);
  if (!bytes)
    return bytes.takeError();
  llvm::Error packed = llvm::Error::success();
  if (unsigned bits = getPackedBits(nameOf(weight.type.getElementType()))) {
    auto count = static_cast<uint64_t>(weight.type.getNumElements());
    std::vector<int8_t> codes(count);
    unpackCodes(bits, *bytes, 0, count, codes.data());
    packed =
        packWeight({reinterpret_cast<const char *>(codes.data()), codes.size()},
                   weight.type, weight.layout, stream);
  } else {
    packed = packWeight(*bytes, weight.type, weight.layout, stream);
  }
  store->release(weight.parameter);
  return nameWeight(weight, std::move(packed));
}

std::vector<TargetLevel> CPUTarget::getLevels() const {
  std::vector<TargetLevel> levels;
  for (const LevelDescription &level : describeLevels())
    levels.push_back({level.name, level.summary, level.runsHere});
  return levels;
}

/// The share of the steps up to which leaving out the others is faster. A few rows wait for memory, or for codes to become floats, which whole
/// panels multiply as integers; many keep the units of a level busy, with tiles ones that see no zeros. Measured with layers of 768 x 768 to
/// 3072 x 3072 and 1 to 197 rows.
double getMostKeptShare(const KernelTarget &target,
                        const SparseProduct &product) {
  constexpr int64_t kFewRows = 32;
  bool areMany =
      ShapedType::isDynamic(product.rows) || product.rows >= kFewRows;
  if (areMany && target.hasTiles && product.element.isBF16())
    return 0.1;
  if (areMany && target.hasTiles && product.element.isF32() && target.f32Terms)
    return target.f32Terms == 3 ? 0.45 : 0.25;
  if (areMany)
    return target.lanes == 16 ? 0.6 : 0.8;
  if (product.rows <= kMostQuantizedRows)
    return product.weightBytes == 1 ? 0.375 : 0.8;
  return target.lanes == 16 ? 0.7 : 0.8;
}

/// Whether all levels that code is wanted for are so; not where they are named wrongly, which generate() says.
bool holdsForAllLevels(
    const TargetOptions &options,
    llvm::function_ref<bool(const KernelTarget &)> predicate) {
  llvm::Expected<std::vector<Level>> levels = parseLevels(options.level);
  if (!levels) {
    llvm::consumeError(levels.takeError());
    return false;
  }
  return llvm::all_of(*levels, [&](const Level &level) {
    return predicate(describeTarget(level, options.precision));
  });
}

int64_t CPUTarget::getNearBytes(const TargetOptions &options) const {
  // About half of a core's second-level cache: weights and packed rows lie there too. Processors with AVX-512 have 1 to 2 MiB of it.
  bool isWide = holdsForAllLevels(
      options, [](const KernelTarget &target) { return target.lanes == 16; });
  return isWide ? 1 << 20 : 256 << 10;
}

bool CPUTarget::skipsZeros(const SparseProduct &product,
                           const TargetOptions &options) const {
  return holdsForAllLevels(options, [&](const KernelTarget &target) {
    return product.getByteShare() <= kMostByteShare &&
           product.getShare() <= getMostKeptShare(target, product);
  });
}

/// Code of several levels, with what each is told of schedules, and all else of
/// a module.
LogicalResult
generateLevels(ModuleOp module, ArrayRef<Level> levels,
               const TargetOptions &options,
               llvm::function_ref<ScheduleSource(const Level &)> findSchedules,
               ModuleWriter &writer, std::vector<FunctionMemory> *memory);

/// Reads the schedules that the options name.
FailureOr<ScheduleFile> readTuneFile(ModuleOp module,
                                     const TargetOptions &options) {
  if (options.tuneFile.empty())
    return ScheduleFile();
  llvm::Expected<ScheduleFile> file = ScheduleFile::read(options.tuneFile);
  if (!file)
    return module.emitError(llvm::toString(file.takeError()));
  return std::move(*file);
}

/// The schedules of `file` for this machine's code of a level.
ScheduleSource findSchedules(const ScheduleFile &file, const Level &level) {
  return file.getEntries().empty() ? ScheduleSource()
                                   : makeSource(file, describeProcessor(level));
}

LogicalResult CPUTarget::generate(ModuleOp module, const TargetOptions &options,
                                  ModuleWriter &writer,
                                  std::vector<FunctionMemory> *memory) const {
  llvm::Expected<std::vector<Level>> levels = parseLevels(options.level);
  if (!levels)
    return module.emitError(llvm::toString(levels.takeError()));
  FailureOr<ScheduleFile> schedules = readTuneFile(module, options);
  if (failed(schedules))
    return failure();
  return generateLevels(
      module, *levels, options,
      [&](const Level &level) { return findSchedules(*schedules, level); },
      writer, memory);
}

LogicalResult
generateLevels(ModuleOp module, ArrayRef<Level> levels,
               const TargetOptions &options,
               llvm::function_ref<ScheduleSource(const Level &)> findSchedules,
               ModuleWriter &writer, std::vector<FunctionMemory> *memory) {
  markModule(module, levels, options.precision);
  ModuleTables tables;
  std::vector<FunctionMemory> functionMemory;
  for (const Level &level : levels) {
    // Every level numbers the same dispatches and functions in the same order.
    tables.forgetDispatches();
    functionMemory.clear();
    if (options.progress)
      options.progress("kernels for " + level.name);
    FailureOr<OwningOpRef<ModuleOp>> code =
        generateCode(module, describeTarget(level, options.precision), tables,
                     functionMemory, findSchedules(level));
    if (failed(code))
      return failure();
    if (options.progress)
      options.progress("code for " + level.name);
    CodeOptions codeOptions{level,
                            CodeKind::SharedObject,
                            options.debugInfo,
                            /*kernelNames=*/true,
                            options.threads,
                            options.cache};
    llvm::Expected<std::string> bytes = emitCode(**code, codeOptions);
    if (!bytes)
      return module.emitError(llvm::toString(bytes.takeError()));
    writer.addCode(ModuleCode{"cpu", level.name, Level::triple, level.features,
                              std::move(*bytes)});
  }
  for (const FunctionMemory &each : functionMemory)
    writer.addFunction(describeFunction(
        cast<FuncOp>(SymbolTable::lookupSymbolIn(module, each.name)),
        each.arenaBytes));
  for (ModuleDimRange &range : collectDimRanges(module))
    writer.addDimRange(std::move(range));
  for (const PlacedWeight &weight : tables.weights) {
    // The runtime knows bytes; how many bits of one a code has is the layout's.
    Type element = weight.type.getElementType();
    bool isCode = isa<IntegerType>(element) && !element.isInteger(1) &&
                  element.getIntOrFloatBitWidth() < 8;
    ModuleWeight described{
        weight.parameter,
        WeightType{isCode ? "i8" : nameOf(element),
                   SmallVector<int64_t, 4>(weight.type.getShape())},
        describeLayout(weight.layout)};
    writer.addWeight(described, [module, weight](raw_ostream &stream) {
      return produceWeight(module, weight, stream);
    });
  }
  for (const PlacedDispatch &dispatch : tables.dispatches)
    writer.addDispatch(ModuleDispatch{dispatch.name, dispatch.op, dispatch.node,
                                      dispatch.flops, dispatch.bytes,
                                      describeResults(dispatch.results)});
  for (const std::string &message : tables.messages.getTexts())
    writer.addMessage(message);
  for (const std::string &symbol : tables.externs)
    writer.addExtern(symbol);
  if (memory)
    *memory = functionMemory;
  return success();
}

/// The one level of an output that has code for one only.
FailureOr<Level> parseOneLevel(ModuleOp module, StringRef flag) {
  llvm::Expected<std::vector<Level>> levels = parseLevels(flag);
  if (!levels)
    return module.emitError(llvm::toString(levels.takeError()));
  if (levels->size() != 1)
    return module.emitError(
               "expected one level for this kind of output, found ")
           << levels->size() << " by " << flag;
  return levels->front();
}

FailureOr<std::string> CPUTarget::emit(ModuleOp module,
                                       const TargetOptions &options,
                                       EmitKind kind) const {
  FailureOr<Level> level = parseOneLevel(module, options.level);
  if (failed(level))
    return failure();
  markModule(module, *level, options.precision);
  FailureOr<ScheduleFile> schedules = readTuneFile(module, options);
  if (failed(schedules))
    return failure();
  ModuleTables tables;
  std::vector<FunctionMemory> memory;
  FailureOr<OwningOpRef<ModuleOp>> code =
      generateCode(module, describeTarget(*level, options.precision), tables,
                   memory, findSchedules(*schedules, *level));
  if (failed(code))
    return failure();
  if (kind == EmitKind::MLIR) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    (*code)->print(stream);
    return text;
  }
  CodeKind codeKind = kind == EmitKind::LLVM       ? CodeKind::LLVMText
                      : kind == EmitKind::Assembly ? CodeKind::Assembly
                                                   : CodeKind::Object;
  llvm::Expected<std::string> bytes =
      emitCode(**code, CodeOptions{*level, codeKind, options.debugInfo, true,
                                   options.threads, options.cache});
  if (!bytes)
    return module.emitError(llvm::toString(bytes.takeError()));
  return std::move(*bytes);
}

LogicalResult CPUTarget::tune(ModuleOp module, const TargetOptions &options,
                              const TuneOptions &tuning) const {
  FailureOr<Level> level = parseOneLevel(module, options.level);
  if (failed(level))
    return failure();
  llvm::Expected<ScheduleFile> file = ScheduleFile::readIfThere(tuning.file);
  if (!file)
    return module.emitError(llvm::toString(file.takeError()));
  auto compile =
      [&](ModuleOp each,
          const ScheduleSource &schedules) -> std::shared_ptr<MappedFile> {
    ModuleWriter writer{ModuleOrigin()};
    TargetOptions quiet = options;
    quiet.progress = nullptr;
    if (failed(generateLevels(
            each, *level, quiet, [&](const Level &) { return schedules; },
            writer, nullptr)))
      return nullptr;
    llvm::Expected<std::shared_ptr<MappedFile>> written =
        writer.writeToMemory();
    if (written)
      return *written;
    module.emitError(llvm::toString(written.takeError()));
    return nullptr;
  };
  if (failed(searchSchedules(module, describeProcessor(*level), tuning, compile,
                             *file)))
    return failure();
  if (llvm::Error error = file->write(tuning.file))
    return module.emitError(llvm::toString(std::move(error)));
  return success();
}

/// Streams all weights into an object that defines `symbol`.
llvm::Error writeWeightObject(ModuleOp module, ArrayRef<PlacedWeight> weights,
                              FileSections &sections, StringRef symbol,
                              std::vector<int64_t> &offsets) {
  llvm::Expected<DataObject> object = DataObject::begin(sections);
  if (!object)
    return object.takeError();
  for (const PlacedWeight &weight : weights) {
    llvm::Expected<int64_t> offset = object->add([&](raw_ostream &stream) {
      return produceWeight(module, weight, stream);
    });
    if (!offset)
      return offset.takeError();
    offsets.push_back(*offset);
  }
  // Code and its constants lie on both sides of the weights.
  constexpr uint64_t kMostBytes = uint64_t(1) << 30;
  if (sections.getSizeBytes() > kMostBytes)
    return llvm::createStringError(
        "a plain library holds weights of up to 1 GiB, found " +
        Twine(sections.getSizeBytes() >> 20) + " MiB; compile a module (.wm)");
  return object->finish(symbol);
}

LogicalResult CPUTarget::emitLibrary(ModuleOp module,
                                     const TargetOptions &options,
                                     StringRef path) const {
  FailureOr<Level> level = parseOneLevel(module, options.level);
  if (failed(level))
    return failure();
  markModule(module, *level, options.precision);
  FailureOr<ScheduleFile> schedules = readTuneFile(module, options);
  if (failed(schedules))
    return failure();
  ModuleTables tables;
  std::vector<FunctionMemory> memory;
  FailureOr<OwningOpRef<ModuleOp>> code =
      generateCode(module, describeTarget(*level, options.precision), tables,
                   memory, findSchedules(*schedules, *level));
  if (failed(code))
    return failure();
  if (!tables.externs.empty())
    return module.emitError("a plain library has nobody to register custom "
                            "kernels with, found '")
           << tables.externs.front() << "'; compile a module (.wm)";
  StringRef stem = llvm::sys::path::stem(path);
  stem.consume_front("lib");
  LibraryDescription library{makeIdentifier(stem),
                             level->features,
                             {},
                             collectDimRanges(module),
                             tables.messages.getTexts(),
                             {}};
  std::vector<SymbolAlias> aliases;
  for (const FunctionMemory &each : memory) {
    library.functions.push_back(describeFunction(
        cast<FuncOp>(SymbolTable::lookupSymbolIn(module, each.name)),
        each.arenaBytes));
    aliases.push_back({getLibraryEntry(library, library.functions.back()),
                       library.functions.back().symbol});
  }
  auto fail = [&](llvm::Error error) {
    return module.emitError(llvm::toString(std::move(error)));
  };
  llvm::Expected<std::unique_ptr<SpillFile>> data = SpillFile::create("");
  if (!data)
    return fail(data.takeError());
  FileSections sections((*data)->getDescriptor(), (*data)->getName());
  if (llvm::Error error =
          writeWeightObject(module, tables.weights, sections,
                            library.prefix + "_weights", library.weightOffsets))
    return fail(std::move(error));
  // Refuses before anything is written.
  llvm::Expected<std::string> header = writeLibraryHeader(library);
  if (!header)
    return fail(header.takeError());
  llvm::Expected<std::string> object =
      emitCode(**code, CodeOptions{*level, CodeKind::Object, options.debugInfo,
                                   true, options.threads, options.cache});
  if (!object)
    return fail(object.takeError());
  std::string dataPath =
      "/proc/self/fd/" + std::to_string((*data)->getDescriptor());
  if (llvm::Error error = linkLibrary(*object, dataPath, aliases,
                                      llvm::sys::path::filename(path), path))
    return fail(std::move(error));
  SmallString<128> headerPath(path);
  llvm::sys::path::replace_extension(headerPath, "h");
  if (llvm::Error error = writeWholeFile(headerPath, *header))
    return fail(std::move(error));
  return success();
}
} // namespace

const Target &cpu::getCPUTarget() {
  static const CPUTarget target;
  return target;
}
