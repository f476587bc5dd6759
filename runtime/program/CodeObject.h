// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A loader for the code objects of modules: small self-contained ELF shared
// objects. It exists because dlopen wants a file of its own, runs constructors,
// searches for symbols elsewhere and trusts what it reads; this one does none
// of that.
#ifndef WEFT_RUNTIME_PROGRAM_CODEOBJECT_H
#define WEFT_RUNTIME_PROGRAM_CODEOBJECT_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft::runtime {

/// Code in memory, ready to run. No page of it is ever writable and executable
/// at once. Read-only once loaded; any thread may use it.
class CodeObject {
public:
  /// Copies the segments of the ELF file `elf` into fresh memory, relocates it
  /// and seals it. Refuses, before anything of it could run: other machines,
  /// writable code, constructors, needed libraries, undefined symbols,
  /// thread-local storage, and every relocation but R_X86_64_RELATIVE. With a
  /// `descriptor` (-1 = none) of a file that holds exactly `elf`, segments that
  /// are not written are mapped from it, so that perf and gdb can tell where
  /// the code comes from.
  static Status load(std::string_view elf, int descriptor,
                     std::unique_ptr<CodeObject> &object);

  ~CodeObject();
  CodeObject(const CodeObject &) = delete;
  CodeObject &operator=(const CodeObject &) = delete;

  /// The address of a defined function, or null.
  void *find(std::string_view symbol) const;

  /// Where address 0 of the ELF file lies, as gdb's `add-symbol-file -o` wants
  /// it.
  uintptr_t getBase() const { return reinterpret_cast<uintptr_t>(base); }

private:
  struct LoadSegment {
    uint64_t address;
    uint64_t fileSize;
    uint64_t memorySize;
    uint64_t offset;
    uint32_t flags;
  };
  struct Symbol {
    std::string_view name; // in the loaded image
    uint64_t address;
  };

  CodeObject() = default;
  Status readSegments(std::string_view elf);
  Status map(std::string_view elf, int descriptor);
  Status link();
  Status relocate(uint64_t table, uint64_t sizeBytes, uint64_t entryBytes);
  Status readSymbols(uint64_t symbolTable, uint64_t stringTable,
                     uint64_t stringBytes, uint64_t count);
  Status countSymbols(uint64_t hash, uint64_t gnuHash, uint64_t &count) const;
  Status seal();

  /// Whether [address, address + bytes) lies in one segment with all of
  /// `flags`.
  bool contains(uint64_t address, uint64_t bytes, uint32_t flags = 0) const;
  /// Copies a value of the image; false when it does not lie in a segment.
  template <typename Value> bool read(uint64_t address, Value &value) const;

  std::vector<LoadSegment> segments; // ascending, on disjoint pages
  std::vector<Symbol> symbols;
  uint64_t dynamicAddress = 0, dynamicBytes = 0;
  uint64_t relroAddress = 0, relroBytes = 0;
  uint8_t *base = nullptr;
  uint64_t spanBytes = 0;
};

} // namespace weft::runtime

#endif
