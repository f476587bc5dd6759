// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Work is the number of operations: code generation of straight vector code is
// near linear in it. The most work comes first, so that threads which take one
// part after the other end at about the same time.

#include "lib/Target/CPU/Backend/PartitionModule.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/SymbolTable.h"

using namespace mlir;
using namespace weft::cpu;

static void setLinkage(Operation *symbol, LLVM::Linkage linkage) {
  if (auto function = dyn_cast<LLVM::LLVMFuncOp>(symbol))
    function.setLinkage(linkage);
  else if (auto global = dyn_cast<LLVM::GlobalOp>(symbol))
    global.setLinkage(linkage);
}

static bool isLocal(Operation *symbol) {
  if (auto function = dyn_cast<LLVM::LLVMFuncOp>(symbol))
    return function.getLinkage() == LLVM::Linkage::Internal ||
           function.getLinkage() == LLVM::Linkage::Private;
  auto global = cast<LLVM::GlobalOp>(symbol);
  return global.getLinkage() == LLVM::Linkage::Internal ||
         global.getLinkage() == LLVM::Linkage::Private;
}

static bool isDeclaration(Operation *symbol) {
  auto function = dyn_cast<LLVM::LLVMFuncOp>(symbol);
  return function ? function.isExternal()
                  : cast<LLVM::GlobalOp>(symbol).isDeclaration();
}

static int64_t countOperations(Operation *function) {
  int64_t count = 0;
  function->walk([&](Operation *) { ++count; });
  return count;
}

CodeSymbols::CodeSymbols(ModuleOp module) {
  for (Operation &op : module.getBody()->getOperations())
    if (isa<LLVM::LLVMFuncOp, LLVM::GlobalOp>(op))
      symbols[SymbolTable::getSymbolName(&op)] = &op;
  module.walk([&](LLVM::AddressOfOp use) {
    addressTaken.insert(use.getGlobalNameAttr().getAttr());
  });
}

/// Copies keep what they are; a private function whose address is taken may be
/// compared or called from elsewhere and is defined once.
bool CodeSymbols::isCopied(Operation *symbol) const {
  if (!isLocal(symbol))
    return false;
  if (auto global = dyn_cast<LLVM::GlobalOp>(symbol))
    return global.getConstant();
  return !addressTaken.contains(SymbolTable::getSymbolName(symbol));
}

std::vector<Operation *> CodeSymbols::findRoots() const {
  std::vector<Operation *> roots;
  for (auto &[name, symbol] : symbols)
    if (!isCopied(symbol) && !isDeclaration(symbol))
      roots.push_back(symbol);
  return roots;
}

llvm::SetVector<Operation *> CodeSymbols::findUses(Operation *symbol) const {
  llvm::SetVector<Operation *> uses;
  symbol->walk([&](Operation *op) {
    for (NamedAttribute attribute : op->getAttrs())
      attribute.getValue().walk([&](SymbolRefAttr reference) {
        Operation *found = find(reference.getRootReference());
        if (found && found != symbol)
          uses.insert(found);
      });
  });
  return uses;
}

void weft::cpu::exportRoots(ModuleOp module) {
  for (Operation *root : CodeSymbols(module).findRoots())
    setLinkage(root, LLVM::Linkage::External);
}

void weft::cpu::makeDeclaration(Operation *symbol) {
  if (auto function = dyn_cast<LLVM::LLVMFuncOp>(symbol))
    function.eraseBody();
  else
    cast<LLVM::GlobalOp>(symbol).removeValueAttr();
  setLinkage(symbol, LLVM::Linkage::External);
}

/// Declares or copies what the root of \p part refers to.
static void complete(ModuleOp part, Operation *root,
                     const CodeSymbols &symbols) {
  OpBuilder builder = OpBuilder::atBlockEnd(part.getBody());
  llvm::DenseSet<StringAttr> present{SymbolTable::getSymbolName(root)};
  SmallVector<Operation *> worklist{root};
  while (!worklist.empty()) {
    Operation *user = worklist.pop_back_val();
    for (Operation *used : symbols.findUses(user)) {
      if (!present.insert(SymbolTable::getSymbolName(used)).second)
        continue;
      if (symbols.isCopied(used)) {
        worklist.push_back(builder.clone(*used));
        continue;
      }
      Operation *declaration = used->cloneWithoutRegions();
      if (auto global = dyn_cast<LLVM::GlobalOp>(declaration))
        global.removeValueAttr();
      // The location may carry debug information of the definition.
      declaration->setLoc(builder.getUnknownLoc());
      builder.insert(declaration);
      setLinkage(declaration, LLVM::Linkage::External);
    }
  }
}

std::vector<CodePart> weft::cpu::partitionModule(ModuleOp module) {
  exportRoots(module);
  CodeSymbols symbols(module);
  struct Root {
    Operation *symbol;
    int64_t work;
    size_t order; // in the module
  };
  std::vector<Root> roots;
  for (Operation *root : symbols.findRoots())
    roots.push_back({root, countOperations(root), roots.size()});
  llvm::sort(roots, [](const Root &a, const Root &b) {
    return std::tuple(b.work, a.order) < std::tuple(a.work, b.order);
  });
  std::vector<CodePart> parts;
  for (const Root &root : roots) {
    ModuleOp part = ModuleOp::create(module.getLoc());
    part->setAttrs(module->getAttrDictionary());
    // The symbols go on pointing to the definition, wherever it lies.
    root.symbol->moveBefore(part.getBody(), part.getBody()->end());
    parts.push_back({part, SymbolTable::getSymbolName(root.symbol)});
  }
  for (auto [part, root] : llvm::zip_equal(parts, roots))
    complete(*part.module, root.symbol, symbols);
  return parts;
}
