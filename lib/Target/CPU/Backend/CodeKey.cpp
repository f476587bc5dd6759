// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A walk that writes what it meets into a cryptographic hash: two functions of
// one key are the same for sure. An attribute is written out where it is met
// for the first time, and is a number from then on.

#include "lib/Target/CPU/Backend/CodeKey.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/SymbolTable.h"
#include "weft/Version.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <elf.h>
#include <link.h>

using namespace mlir;

namespace weft::cpu {
/// One key in the making.
class CodeKeyWriter {
public:
  CodeKeyWriter(CodeKeyMaker &maker, CodeKeyMaker::FindSymbol find)
      : maker(maker), find(find) {}

  std::string write(Operation *function, bool withName);

private:
  void add(StringRef bytes);
  void number(uint64_t value);
  template <typename T> void addOnce(T thing);
  void addDictionary(DictionaryAttr dictionary, bool withName);
  void addReference(FlatSymbolRefAttr reference);
  void addOperation(Operation *op, bool withName);
  void addRegion(Region &region);

  CodeKeyMaker &maker;
  CodeKeyMaker::FindSymbol find;
  llvm::BLAKE3 hash;
  /// What the hash takes next.
  llvm::SmallString<0> waiting;
  llvm::DenseMap<const void *, uint64_t> met;
  llvm::DenseMap<Value, uint64_t> values;
  llvm::DenseMap<Block *, uint64_t> blocks;
  /// Local symbols in the order in which they are met.
  llvm::MapVector<Operation *, uint64_t> copies;
  bool isComplete = true;
};
} // namespace weft::cpu

using namespace weft;
using namespace weft::cpu;

void CodeKeyWriter::add(StringRef bytes) {
  number(bytes.size());
  waiting += bytes;
}

void CodeKeyWriter::number(uint64_t value) {
  constexpr size_t kMostWaiting = 1 << 16;
  if (waiting.size() > kMostWaiting) {
    hash.update(waiting);
    waiting.clear();
  }
  waiting.append(StringRef(reinterpret_cast<const char *>(&value), 8));
}

/// Writes the thing itself the first time, its number afterwards.
template <typename T> void CodeKeyWriter::addOnce(T thing) {
  auto [it, isNew] =
      met.try_emplace(thing.getAsOpaquePointer(), met.size() + 1);
  number(it->second);
  if (!isNew)
    return;
  StringRef text = maker.getText(thing);
  isComplete = isComplete && !text.empty();
  add(text);
}

void CodeKeyWriter::addReference(FlatSymbolRefAttr reference) {
  CodeKeyMaker::Symbol symbol = find(reference);
  if (!symbol.definition || !symbol.isCopied) {
    add(reference.getValue());
    // Its type decides how it is called.
    if (auto function =
            dyn_cast_if_present<LLVM::LLVMFuncOp>(symbol.definition))
      addOnce(Type(function.getFunctionType()));
    return;
  }
  number(copies.try_emplace(symbol.definition, copies.size()).first->second);
}

void CodeKeyWriter::addDictionary(DictionaryAttr dictionary, bool withName) {
  number(dictionary.size());
  for (NamedAttribute attribute : dictionary) {
    if (!withName && attribute.getName() == SymbolTable::getSymbolAttrName())
      continue;
    addOnce(Attribute(attribute.getName()));
    if (auto reference = dyn_cast<FlatSymbolRefAttr>(attribute.getValue())) {
      addReference(reference);
      continue;
    }
    addOnce(attribute.getValue());
    // A resource's text is its name.
    attribute.getValue().walk([&](Attribute part) {
      isComplete =
          isComplete && !isa<DenseResourceElementsAttr, SymbolRefAttr>(part);
    });
  }
}

void CodeKeyWriter::addRegion(Region &region) {
  number(region.getBlocks().size());
  for (Block &block : region) {
    blocks[&block] = blocks.size();
    for (Value argument : block.getArguments())
      values[argument] = values.size();
    for (Operation &op : block)
      for (Value result : op.getResults())
        values[result] = values.size();
  }
  for (Block &block : region) {
    number(block.getNumArguments());
    for (Type type : block.getArgumentTypes())
      addOnce(type);
    number(block.getOperations().size());
    for (Operation &op : block)
      addOperation(&op, /*withName=*/true);
  }
}

void CodeKeyWriter::addOperation(Operation *op, bool withName) {
  addOnce(Attribute(op->getName().getIdentifier()));
  number(op->getNumOperands());
  for (Value operand : op->getOperands())
    number(values.lookup(operand));
  number(op->getNumResults());
  for (Type type : op->getResultTypes())
    addOnce(type);
  // Some properties are no attributes until they are asked for as such.
  Attribute properties = op->getPropertiesAsAttribute();
  number(properties != nullptr);
  if (auto dictionary = dyn_cast_if_present<DictionaryAttr>(properties))
    addDictionary(dictionary, withName);
  else if (properties)
    addOnce(properties);
  addDictionary(op->getDiscardableAttrDictionary(), withName);
  for (Block *successor : op->getSuccessors())
    number(blocks.lookup(successor));
  number(op->getNumRegions());
  for (Region &region : op->getRegions())
    addRegion(region);
}

std::string CodeKeyWriter::write(Operation *function, bool withName) {
  hash.update(maker.prefix);
  addOperation(function, withName);
  // The vector grows while it is walked.
  for (size_t i = 0; i < copies.size(); ++i)
    addOperation((copies.begin() + i)->first, /*withName=*/false);
  if (!isComplete)
    return "";
  hash.update(waiting);
  return llvm::toHex(hash.final<20>(), /*LowerCase=*/true);
}

template <typename T> static std::string print(T thing) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  thing.print(stream);
  return text;
}

StringRef CodeKeyMaker::getText(Attribute attribute) {
  auto [it, isNew] = attributes.try_emplace(attribute);
  // The text of a resource is its name, and a symbol's content is what counts.
  bool hasText = true;
  if (isNew)
    attribute.walk([&](Attribute part) {
      hasText = hasText && !isa<DenseResourceElementsAttr, SymbolRefAttr>(part);
    });
  if (isNew && hasText)
    it->second = print(attribute);
  return it->second;
}

StringRef CodeKeyMaker::getText(Type type) {
  auto [it, isNew] = types.try_emplace(type);
  if (isNew)
    it->second = print(type);
  return it->second;
}

CodeKeyMaker::CodeKeyMaker(const Level &level)
    : prefix(describeCodeGenerator() + '\n' + level.getFeatureString() + '\n' +
             level.tuneFor + '\n' + std::to_string(level.vectorBits) + '\n') {}

std::string CodeKeyMaker::compute(Operation *function, bool withName,
                                  FindSymbol find) {
  return CodeKeyWriter(*this, find).write(function, withName);
}

/// The build id that the linker gave a loaded object; "" without one.
static std::string readBuildId(const dl_phdr_info &object) {
  for (const ElfW(Phdr) &header :
       ArrayRef(object.dlpi_phdr, object.dlpi_phnum)) {
    if (header.p_type != PT_NOTE)
      continue;
    const char *at = reinterpret_cast<const char *>(object.dlpi_addr +
                                                    header.p_vaddr),
               *end = at + header.p_memsz;
    while (at + sizeof(ElfW(Nhdr)) <= end) {
      const auto *note = reinterpret_cast<const ElfW(Nhdr) *>(at);
      const char *name = at + sizeof(*note),
                 *content = name + llvm::alignTo(note->n_namesz, 4);
      if (note->n_type == NT_GNU_BUILD_ID &&
          StringRef(name, note->n_namesz) == StringRef("GNU\0", 4))
        return llvm::toHex(StringRef(content, note->n_descsz));
      at = content + llvm::alignTo(note->n_descsz, 4);
    }
  }
  return "";
}

/// Whether this very code is in a loaded object.
static bool holdsThis(const dl_phdr_info &object) {
  auto here = reinterpret_cast<ElfW(Addr)>(&readBuildId);
  return llvm::any_of(ArrayRef(object.dlpi_phdr, object.dlpi_phnum),
                      [&](const ElfW(Phdr) & header) {
                        ElfW(Addr) begin = object.dlpi_addr + header.p_vaddr;
                        return header.p_type == PT_LOAD && begin <= here &&
                               here < begin + header.p_memsz;
                      });
}

/// What else tells one build of a file from another.
static std::string describeFile(StringRef path) {
  llvm::sys::fs::file_status status;
  // The program itself has no name.
  if (llvm::sys::fs::status(path.empty() ? "/proc/self/exe" : path, status))
    return path.str();
  return (path + " " + Twine(status.getSize()) + " " +
          Twine(status.getLastModificationTime().time_since_epoch().count()))
      .str();
}

std::string weft::cpu::describeCodeGenerator() {
  static const std::string description = [] {
    std::string text =
        "weft " WEFT_VERSION_STRING ", LLVM " LLVM_VERSION_STRING;
    auto add = [](dl_phdr_info *object, size_t, void *data) {
      StringRef path = object->dlpi_name,
                name = llvm::sys::path::filename(path);
      if (!holdsThis(*object) && !name.contains("LLVM") &&
          !name.contains("MLIR"))
        return 0;
      std::string id = readBuildId(*object);
      *static_cast<std::string *>(data) +=
          '\n' + (id.empty() ? describeFile(path) : id);
      return 0;
    };
    dl_iterate_phdr(add, &text);
    return text;
  }();
  return description;
}
