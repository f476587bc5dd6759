// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each function that is defined once has a key, and an object for it may be in
// the cache. The others are lowered to the LLVM dialect and split into parts of
// one; each part goes through translation, middle end and code generation in an
// LLVM context of its own on whichever thread is free. The linker joins the
// objects in the order of the module, wherever they come from.
//
// A kernel has one name in all objects and gets its own before it is linked, so
// that the same code is the same object in every model.

#include "lib/Target/CPU/Backend/EmitObject.h"
#include "lib/Support/ContentCache.h"
#include "lib/Target/CPU/Backend/CodeKey.h"
#include "lib/Target/CPU/Backend/Link.h"
#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "lib/Target/CPU/Backend/OptimizeIR.h"
#include "lib/Target/CPU/Backend/PartitionModule.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/LLVMIR/Transforms/Passes.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Triple.h"
#include <mutex>

using namespace weft::cpu;

/// What a kernel is called in its object. No kernel of a model has a point in
/// its name.
static constexpr llvm::StringLiteral kernelSymbol = "weft.kernel";

static constexpr const char *targetTriple = "x86_64-unknown-linux-gnu";

void weft::cpu::registerCodeEmission(mlir::DialectRegistry &registry) {
  registry.insert<mlir::LLVM::LLVMDialect, mlir::arith::ArithDialect,
                  mlir::cf::ControlFlowDialect, mlir::math::MathDialect,
                  mlir::scf::SCFDialect, mlir::ub::UBDialect,
                  mlir::vector::VectorDialect>();
  mlir::registerBuiltinDialectTranslation(registry);
  mlir::registerLLVMDialectTranslation(registry);
}

static const llvm::Target *getTarget() {
  static const llvm::Target *target = [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    std::string error;
    return llvm::TargetRegistry::lookupTarget(llvm::Triple(targetTriple),
                                              error);
  }();
  return target;
}

static std::unique_ptr<llvm::TargetMachine> makeMachine(const Level &level) {
  llvm::TargetOptions options;
  options.UseInitArray = true;
  return std::unique_ptr<llvm::TargetMachine>(getTarget()->createTargetMachine(
      llvm::Triple(targetTriple), "x86-64", level.getFeatureString(), options,
      llvm::Reloc::PIC_, llvm::CodeModel::Small,
      llvm::CodeGenOptLevel::Aggressive));
}

/// Gives every function the level's features and keeps it out of the exported
/// symbols unless it is an entry.
static void setAttributes(llvm::Module &module, const CodeOptions &options) {
  std::string features = options.level.getFeatureString();
  std::string width = std::to_string(options.level.vectorBits);
  for (llvm::Function &function : module) {
    if (!function.hasLocalLinkage() && !function.isIntrinsic() &&
        !function.getName().starts_with(entryPrefix))
      function.setVisibility(llvm::GlobalValue::HiddenVisibility);
    if (function.isDeclaration())
      continue;
    function.setDSOLocal(true);
    function.addFnAttr("target-cpu", "x86-64");
    function.addFnAttr("target-features", features);
    function.addFnAttr("tune-cpu", options.level.tuneFor);
    function.addFnAttr("prefer-vector-width", width);
    function.addFnAttr("min-legal-vector-width", width);
    function.addFnAttr("no-builtins");
    function.addFnAttr("frame-pointer", "none");
    function.addFnAttr(llvm::Attribute::NoUnwind);
    if (function.hasLocalLinkage())
      function.addFnAttr(llvm::Attribute::AlwaysInline);
  }
  for (llvm::GlobalVariable &global : module.globals())
    if (!global.hasLocalLinkage())
      global.setVisibility(llvm::GlobalValue::HiddenVisibility);
}

static std::string printText(llvm::Module &module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  module.print(stream, nullptr);
  return text;
}

/// Runs code generation on \p module.
static llvm::Expected<std::string> generate(llvm::Module &module,
                                            llvm::TargetMachine &machine,
                                            llvm::CodeGenFileType type) {
  llvm::SmallString<0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  llvm::TargetLibraryInfoImpl library(module.getTargetTriple());
  library.disableAllFunctions();
  passes.add(new llvm::TargetLibraryInfoWrapperPass(library));
  if (machine.addPassesToEmitFile(passes, stream, nullptr, type,
                                  /*DisableVerify=*/true))
    return llvm::createStringError("LLVM has no code generator for %s",
                                   targetTriple);
  passes.run(module);
  return bytes.str().str();
}

/// Whether other objects know \p symbol by its name only within this module.
static bool isKernel(llvm::StringRef symbol) {
  return !symbol.starts_with(entryPrefix);
}

/// Compiles a module of the LLVM dialect; the function called \p kernel, unless
/// that is empty, becomes kernelSymbol.
static llvm::Expected<std::string> compileModule(mlir::ModuleOp source,
                                                 llvm::StringRef kernel,
                                                 const CodeOptions &options) {
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module =
      mlir::translateModuleToLLVMIR(source, context, "weft");
  if (!module)
    return llvm::createStringError(
        "the LLVM dialect could not be translated to LLVM IR");
  std::unique_ptr<llvm::TargetMachine> machine = makeMachine(options.level);
  if (!machine)
    return llvm::createStringError("LLVM has no target for %s", targetTriple);
  module->setTargetTriple(machine->getTargetTriple());
  module->setDataLayout(machine->createDataLayout());
  setAttributes(*module, options);
  if (!kernel.empty())
    module->getNamedValue(kernel)->setName(kernelSymbol);
  optimizeIR(*module, *machine);
  if (options.kind == CodeKind::LLVMText)
    return printText(*module);
  return generate(*module, *machine,
                  options.kind == CodeKind::Assembly
                      ? llvm::CodeGenFileType::AssemblyFile
                      : llvm::CodeGenFileType::ObjectFile);
}

/// Gives the kernel of an object its name in the module.
static llvm::Expected<std::string> nameKernel(llvm::StringRef object,
                                              llvm::StringRef name) {
  auto binary = llvm::object::ObjectFile::createObjectFile(
      llvm::MemoryBufferRef(object, name));
  if (!binary)
    return binary.takeError();
  llvm::objcopy::ConfigManager config;
  config.Common.SymbolsToRename[kernelSymbol] = name;
  std::string named;
  llvm::raw_string_ostream stream(named);
  if (llvm::Error error =
          llvm::objcopy::executeObjcopyOnBinary(config, **binary, stream))
    return std::move(error);
  return named;
}

static llvm::Error lower(mlir::ModuleOp module, const CodeOptions &options) {
  mlir::PassManager manager(module.getContext());
  addLowerToLLVMPasses(manager, &options.level);
  // Line tables need a scope on each function.
  if (options.debugInfo)
    manager.addPass(mlir::LLVM::createDIScopeForLLVMFuncOpPass());
  if (mlir::failed(manager.run(module)))
    return llvm::createStringError(
        "generated kernels could not be lowered to the LLVM dialect");
  return llvm::Error::success();
}

namespace {
/// What becomes one object.
struct Piece {
  mlir::StringAttr name;
  /// "" where it is not kept.
  std::string key;
  /// As code generation or the cache gave it.
  std::string object;
};

/// From a module to objects.
class PieceCompiler {
public:
  PieceCompiler(mlir::ModuleOp module, const CodeOptions &options)
      : module(module), options(options) {}

  llvm::Expected<std::vector<std::string>> run();

private:
  /// Lists what is to be compiled, with keys.
  void listPieces();
  /// Takes what the cache has, and its body out of the module.
  void findKept();
  llvm::Error compileOthers();
  /// The objects with their names in the module.
  llvm::Expected<std::vector<std::string>> nameKernels();

  mlir::ModuleOp module;
  const CodeOptions &options;
  llvm::MapVector<mlir::StringAttr, Piece> pieces;
};
} // namespace

void PieceCompiler::listPieces() {
  CodeSymbols symbols(module);
  CodeKeyMaker keys(options.level);
  auto find = [&](mlir::FlatSymbolRefAttr reference) {
    mlir::Operation *found = symbols.find(reference.getAttr());
    return CodeKeyMaker::Symbol{found, found && symbols.isCopied(found)};
  };
  for (mlir::Operation *root : symbols.findRoots()) {
    Piece piece{mlir::SymbolTable::getSymbolName(root), "", ""};
    // Lines of the source are not in a key.
    if (options.cache && !options.debugInfo)
      piece.key = keys.compute(root, !isKernel(piece.name), find);
    pieces[piece.name] = std::move(piece);
  }
}

void PieceCompiler::findKept() {
  exportRoots(module);
  for (auto &[name, piece] : pieces) {
    if (piece.key.empty())
      continue;
    std::optional<std::string> kept = options.cache->find(piece.key);
    if (!kept)
      continue;
    piece.object = std::move(*kept);
    makeDeclaration(mlir::SymbolTable::lookupSymbolIn(module, name));
  }
}

llvm::Error PieceCompiler::compileOthers() {
  if (llvm::Error error = lower(module, options))
    return error;
  std::mutex mutex;
  llvm::Error errors = llvm::Error::success();
  auto compile = [&](CodePart &part) {
    Piece &piece = pieces.find(part.name)->second;
    llvm::Expected<std::string> object = compileModule(
        *part.module, isKernel(piece.name) ? piece.name.getValue() : "",
        options);
    if (object) {
      if (!piece.key.empty())
        options.cache->add(piece.key, *object);
      piece.object = std::move(*object);
      return;
    }
    std::lock_guard<std::mutex> guard(mutex);
    errors = llvm::joinErrors(std::move(errors), object.takeError());
  };
  std::vector<CodePart> parts = partitionModule(module);
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.threads));
  for (CodePart &part : parts)
    pool.async([&] { compile(part); });
  pool.wait();
  return errors;
}

llvm::Expected<std::vector<std::string>> PieceCompiler::nameKernels() {
  std::vector<std::string> objects;
  for (auto &[name, piece] : pieces) {
    if (!isKernel(name)) {
      objects.push_back(std::move(piece.object));
      continue;
    }
    llvm::Expected<std::string> named = nameKernel(piece.object, name);
    if (!named)
      return named.takeError();
    objects.push_back(std::move(*named));
  }
  return objects;
}

llvm::Expected<std::vector<std::string>> PieceCompiler::run() {
  listPieces();
  findKept();
  if (llvm::Error error = compileOthers())
    return std::move(error);
  return nameKernels();
}

llvm::Expected<std::string> weft::cpu::emitCode(mlir::ModuleOp module,
                                                const CodeOptions &options) {
  if (!getTarget())
    return llvm::createStringError("this LLVM was built without X86");
  // Text is one piece, for people to read.
  if (options.kind == CodeKind::LLVMText ||
      options.kind == CodeKind::Assembly) {
    if (llvm::Error error = lower(module, options))
      return std::move(error);
    exportRoots(module);
    return compileModule(module, /*kernel=*/"", options);
  }
  llvm::Expected<std::vector<std::string>> objects =
      PieceCompiler(module, options).run();
  if (!objects)
    return objects.takeError();
  return linkObjects(*objects,
                     options.kind == CodeKind::Object ? LinkKind::Relocatable
                                                      : LinkKind::Shared,
                     options.kernelNames);
}
