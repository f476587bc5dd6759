// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The CPU as a target: levels, lowering, code, weights.

#include "lib/Target/CPU/CPUTarget.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/Tensor.h"
#include "lib/Target/CPU/Backend/EmitObject.h"
#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "lib/Target/CPU/GenerateCode.h"
#include "lib/Target/CPU/PackWeights.h"
#include "passes/Lower/Lower.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class CPUTarget : public Target {
public:
  StringRef getName() const override { return "cpu"; }
  StringRef getSummary() const override { return "x86-64 processors from AVX2 on"; }
  std::vector<TargetLevel> getLevels() const override;
  void registerDialects(DialectRegistry &registry) const override { registerCodeEmission(registry); }
  void registerPasses() const override { registerBackendPasses(); }
  void addLoweringPasses(OpPassManager &manager) const override { buildLowerPipeline(manager); }
  LogicalResult generate(ModuleOp module, const TargetOptions &options, ModuleWriter &writer, std::vector<FunctionMemory> *memory) const override;
  FailureOr<std::string> emit(ModuleOp module, const TargetOptions &options, EmitKind kind) const override;
};

std::string nameOf(Type element) {
  std::string text;
  llvm::raw_string_ostream(text) << element;
  return text;
}

ModuleArgument describeArgument(Type type, DictionaryAttr attributes, StringRef fallback) {
  auto tensor = cast<RankedTensorType>(type);
  ModuleArgument argument;
  auto text = [&](StringRef key) { return attributes ? attributes.getAs<StringAttr>(key) : StringAttr(); };
  argument.name = text("weft.name") ? text("weft.name").str() : fallback.str();
  argument.state = text("weft.state") ? text("weft.state").str() : "";
  argument.dtype = nameOf(tensor.getElementType());
  auto names = attributes ? attributes.getAs<ArrayAttr>("weft.dims") : ArrayAttr();
  for (auto [i, size] : llvm::enumerate(tensor.getShape())) {
    if (!ShapedType::isDynamic(size))
      argument.dims.emplace_back(size);
    else
      argument.dims.emplace_back(names ? cast<StringAttr>(names[i]).getValue() : StringRef());
  }
  return argument;
}

ModuleFunction describeFunction(FuncOp function, int64_t arenaBytes) {
  ModuleFunction described;
  described.name = function.getName().str();
  described.symbol = getEntrySymbol(function.getName());
  described.arenaBytes = arenaBytes;
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes()))
    described.inputs.push_back(describeArgument(type, function.getArgAttrDict(i), ("input" + Twine(i)).str()));
  for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
    described.outputs.push_back(describeArgument(type, function.getResultAttrDict(i), ("output" + Twine(i)).str()));
  return described;
}

/// Writes the bytes of a parameter as kernels read them; the source's pages are given back afterwards.
llvm::Error produceWeight(ModuleOp module, const PlacedWeight &weight, raw_ostream &stream) {
  auto parameter = cast<ParameterOp>(SymbolTable::lookupSymbolIn(module, weight.parameter));
  if (parameter.getValueAttr()) {
    FailureOr<Tensor> value = Tensor::fromElements(parameter.getValueAttr());
    if (failed(value))
      return llvm::createStringError("cannot read the value of parameter @" + weight.parameter);
    packWeight(value->getBytes(), weight.type, weight.layout, stream);
    return llvm::Error::success();
  }
  WeightStore *store = module.getContext()->getLoadedDialect<WeftDialect>()->getWeights();
  if (!store || !store->find(weight.parameter))
    return llvm::createStringError("parameter @" + weight.parameter + " has no value: its bytes are neither in the module nor in a weight store");
  llvm::Expected<ArrayRef<char>> bytes = store->map(weight.parameter);
  if (!bytes)
    return bytes.takeError();
  packWeight(*bytes, weight.type, weight.layout, stream);
  store->release(weight.parameter);
  return llvm::Error::success();
}

std::vector<TargetLevel> CPUTarget::getLevels() const {
  std::vector<TargetLevel> levels;
  for (const LevelDescription &level : describeLevels())
    levels.push_back({level.name, level.summary, level.runsHere});
  return levels;
}

LogicalResult CPUTarget::generate(ModuleOp module, const TargetOptions &options, ModuleWriter &writer, std::vector<FunctionMemory> *memory) const {
  llvm::Expected<std::vector<Level>> levels = parseLevels(options.level);
  if (!levels)
    return module.emitError(llvm::toString(levels.takeError()));
  ModuleTables tables;
  std::vector<FunctionMemory> functionMemory;
  for (const Level &level : *levels) {
    // Every level numbers the same dispatches and functions in the same order.
    tables.dispatches.clear();
    functionMemory.clear();
    if (options.progress)
      options.progress("kernels for " + level.name);
    FailureOr<OwningOpRef<ModuleOp>> code = generateCode(module, level.vectorBits / 32, tables, functionMemory);
    if (failed(code))
      return failure();
    if (options.progress)
      options.progress("code for " + level.name);
    CodeOptions codeOptions{level, CodeKind::SharedObject, options.debugInfo, /*kernelNames=*/true, options.threads};
    llvm::Expected<std::string> bytes = emitCode(**code, codeOptions);
    if (!bytes)
      return module.emitError(llvm::toString(bytes.takeError()));
    writer.addCode(ModuleCode{"cpu", level.name, Level::triple, level.features, std::move(*bytes)});
  }
  for (const FunctionMemory &each : functionMemory)
    writer.addFunction(describeFunction(cast<FuncOp>(SymbolTable::lookupSymbolIn(module, each.name)), each.arenaBytes));
  for (const PlacedWeight &weight : tables.weights) {
    ModuleWeight described{weight.parameter, WeightType{nameOf(weight.type.getElementType()), SmallVector<int64_t, 4>(weight.type.getShape())}, describeLayout(weight.layout)};
    writer.addWeight(described, [module, weight](raw_ostream &stream) { return produceWeight(module, weight, stream); });
  }
  for (const PlacedDispatch &dispatch : tables.dispatches)
    writer.addDispatch(ModuleDispatch{dispatch.name, dispatch.op, dispatch.node, dispatch.flops, dispatch.bytes});
  for (const std::string &message : tables.messages.getTexts())
    writer.addMessage(message);
  for (const std::string &symbol : tables.externs)
    writer.addExtern(symbol);
  if (memory)
    *memory = functionMemory;
  return success();
}

FailureOr<std::string> CPUTarget::emit(ModuleOp module, const TargetOptions &options, EmitKind kind) const {
  llvm::Expected<std::vector<Level>> levels = parseLevels(options.level);
  if (!levels)
    return module.emitError(llvm::toString(levels.takeError()));
  if (levels->size() != 1)
    return module.emitError("expected one level for this kind of output, found ") << levels->size() << " by " << options.level;
  ModuleTables tables;
  std::vector<FunctionMemory> memory;
  FailureOr<OwningOpRef<ModuleOp>> code = generateCode(module, levels->front().vectorBits / 32, tables, memory);
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
                      : kind == EmitKind::Object   ? CodeKind::Object
                                                   : CodeKind::SharedObject;
  llvm::Expected<std::string> bytes = emitCode(**code, CodeOptions{levels->front(), codeKind, options.debugInfo, true, options.threads});
  if (!bytes)
    return module.emitError(llvm::toString(bytes.takeError()));
  return std::move(*bytes);
}
} // namespace

const Target &cpu::getCPUTarget() {
  static const CPUTarget target;
  return target;
}
