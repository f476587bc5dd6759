// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Work is the number of operations: code generation of straight vector code is
// near linear in it. Functions go to the part with the least work, the largest
// first.

#include "lib/Target/CPU/Backend/PartitionModule.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace {
struct Part {
  OwningOpRef<ModuleOp> module;
  int64_t work = 0;
};

/// Everything about the symbols of the module that the split needs.
class Partitioner {
public:
  Partitioner(ModuleOp module, unsigned maxParts);
  std::vector<OwningOpRef<ModuleOp>> run();

private:
  bool isCopied(Operation *symbol) const;
  /// What \p symbol refers to, in order of first use.
  llvm::SetVector<Operation *> findUses(Operation *symbol) const;
  void distribute();
  /// Declares or copies what the functions of \p part refer to.
  void complete(Part &part);
  Part &pickPart();

  ModuleOp module;
  unsigned maxParts;
  std::vector<Part> parts;
  llvm::MapVector<StringAttr, Operation *> symbols;
  llvm::DenseSet<StringAttr> addressTaken;
};
} // namespace

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

static int64_t countOperations(Operation *function) {
  int64_t count = 0;
  function->walk([&](Operation *) { ++count; });
  return count;
}

Partitioner::Partitioner(ModuleOp module, unsigned maxParts)
    : module(module), maxParts(maxParts) {
  for (Operation &op : module.getBody()->getOperations())
    if (isa<LLVM::LLVMFuncOp, LLVM::GlobalOp>(op))
      symbols[SymbolTable::getSymbolName(&op)] = &op;
  module.walk([&](LLVM::AddressOfOp use) {
    addressTaken.insert(use.getGlobalNameAttr().getAttr());
  });
}

/// Copies keep what they are; a private function whose address is taken may be
/// compared or called from elsewhere and is defined once.
bool Partitioner::isCopied(Operation *symbol) const {
  if (!isLocal(symbol))
    return false;
  if (auto global = dyn_cast<LLVM::GlobalOp>(symbol))
    return global.getConstant();
  return !addressTaken.contains(SymbolTable::getSymbolName(symbol));
}

llvm::SetVector<Operation *> Partitioner::findUses(Operation *symbol) const {
  llvm::SetVector<Operation *> uses;
  symbol->walk([&](Operation *op) {
    for (NamedAttribute attribute : op->getAttrs())
      attribute.getValue().walk([&](SymbolRefAttr reference) {
        auto found = symbols.find(reference.getRootReference());
        if (found != symbols.end() && found->second != symbol)
          uses.insert(found->second);
      });
  });
  return uses;
}

Part &Partitioner::pickPart() {
  if (parts.size() < maxParts) {
    parts.push_back({ModuleOp::create(module.getLoc()), 0});
    parts.back().module->getOperation()->setAttrs(module->getAttrDictionary());
    return parts.back();
  }
  return *llvm::min_element(
      parts, [](const Part &a, const Part &b) { return a.work < b.work; });
}

void Partitioner::distribute() {
  struct Root {
    Operation *symbol;
    int64_t work;
    size_t order; // in the module
  };
  std::vector<Root> roots;
  for (auto &[name, symbol] : symbols) {
    auto function = dyn_cast<LLVM::LLVMFuncOp>(symbol);
    bool declaration = function ? function.isExternal()
                                : cast<LLVM::GlobalOp>(symbol).isDeclaration();
    if (!isCopied(symbol) && !declaration)
      roots.push_back({symbol, countOperations(symbol), roots.size()});
  }
  llvm::sort(roots, [](const Root &a, const Root &b) {
    return std::tuple(b.work, a.order) < std::tuple(a.work, b.order);
  });
  for (const Root &root : roots) {
    Part &part = pickPart();
    part.work += root.work;
    // The map goes on pointing to the definition, wherever it lies.
    root.symbol->moveBefore(part.module->getBody(),
                            part.module->getBody()->end());
  }
}

void Partitioner::complete(Part &part) {
  Block *body = part.module->getBody();
  OpBuilder builder = OpBuilder::atBlockEnd(body);
  llvm::DenseSet<StringAttr> present;
  SmallVector<Operation *> worklist;
  for (Operation &op : *body) {
    present.insert(SymbolTable::getSymbolName(&op));
    worklist.push_back(&op);
  }
  while (!worklist.empty()) {
    Operation *user = worklist.pop_back_val();
    for (Operation *used : findUses(user)) {
      if (!present.insert(SymbolTable::getSymbolName(used)).second)
        continue;
      if (isCopied(used)) {
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

std::vector<OwningOpRef<ModuleOp>> Partitioner::run() {
  distribute();
  for (Part &part : parts)
    complete(part);
  // Only now: whether a symbol is copied depends on its linkage.
  std::vector<OwningOpRef<ModuleOp>> modules;
  for (Part &part : parts) {
    for (Operation &op : *part.module->getBody())
      if (!isCopied(&op))
        setLinkage(&op, LLVM::Linkage::External);
    modules.push_back(std::move(part.module));
  }
  return modules;
}

std::vector<OwningOpRef<ModuleOp>>
weft::cpu::partitionModule(ModuleOp module, unsigned maxParts) {
  return Partitioner(module, maxParts).run();
}
