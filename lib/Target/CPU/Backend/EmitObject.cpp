// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The module is lowered to the LLVM dialect and split; each part goes through
// translation, middle end and code generation in an LLVM context of its own on
// whichever thread is free, and the linker joins the objects.

#include "lib/Target/CPU/Backend/EmitObject.h"
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
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Triple.h"
#include <mutex>

using namespace weft::cpu;

/// Parts of a module. More than cores, so that they end at about the same time;
/// few enough that their fixed cost does not show.
static constexpr unsigned maxParts = 16;

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

static llvm::Expected<std::string> compilePart(mlir::ModuleOp part,
                                               const CodeOptions &options) {
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module =
      mlir::translateModuleToLLVMIR(part, context, "weft");
  if (!module)
    return llvm::createStringError(
        "the LLVM dialect could not be translated to LLVM IR");
  std::unique_ptr<llvm::TargetMachine> machine = makeMachine(options.level);
  if (!machine)
    return llvm::createStringError("LLVM has no target for %s", targetTriple);
  module->setTargetTriple(machine->getTargetTriple());
  module->setDataLayout(machine->createDataLayout());
  setAttributes(*module, options);
  optimizeIR(*module, *machine);
  if (options.kind == CodeKind::LLVMText)
    return printText(*module);
  return generate(*module, *machine,
                  options.kind == CodeKind::Assembly
                      ? llvm::CodeGenFileType::AssemblyFile
                      : llvm::CodeGenFileType::ObjectFile);
}

/// Compiles all parts, on several threads.
static llvm::Expected<std::vector<std::string>>
compileParts(llvm::MutableArrayRef<mlir::OwningOpRef<mlir::ModuleOp>> parts,
             const CodeOptions &options) {
  std::vector<std::string> results(parts.size());
  std::mutex mutex;
  llvm::Error errors = llvm::Error::success();
  auto compile = [&](size_t index) {
    llvm::Expected<std::string> bytes =
        compilePart(parts[index].get(), options);
    if (bytes) {
      results[index] = std::move(*bytes);
      return;
    }
    std::lock_guard<std::mutex> guard(mutex);
    errors = llvm::joinErrors(std::move(errors), bytes.takeError());
  };
  {
    llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.threads));
    for (size_t index = 0; index < parts.size(); ++index)
      pool.async(compile, index);
    pool.wait();
  }
  if (errors)
    return std::move(errors);
  return results;
}

static llvm::Error lower(mlir::ModuleOp module, bool debugInfo) {
  mlir::PassManager manager(module.getContext());
  addLowerToLLVMPasses(manager);
  // Line tables need a scope on each function.
  if (debugInfo)
    manager.addPass(mlir::LLVM::createDIScopeForLLVMFuncOpPass());
  if (mlir::failed(manager.run(module)))
    return llvm::createStringError(
        "generated kernels could not be lowered to the LLVM dialect");
  return llvm::Error::success();
}

llvm::Expected<std::string> weft::cpu::emitCode(mlir::ModuleOp module,
                                                const CodeOptions &options) {
  if (!getTarget())
    return llvm::createStringError("this LLVM was built without X86");
  if (llvm::Error error = lower(module, options.debugInfo))
    return std::move(error);
  // Text is one piece, for people to read.
  bool isText =
      options.kind == CodeKind::LLVMText || options.kind == CodeKind::Assembly;
  std::vector<mlir::OwningOpRef<mlir::ModuleOp>> parts =
      partitionModule(module, isText ? 1 : maxParts);
  llvm::Expected<std::vector<std::string>> results =
      compileParts(parts, options);
  if (!results)
    return results.takeError();
  if (isText)
    return results->empty() ? std::string() : std::move(results->front());
  return linkObjects(*results,
                     options.kind == CodeKind::Object ? LinkKind::Relocatable
                                                      : LinkKind::Shared,
                     options.kernelNames);
}
