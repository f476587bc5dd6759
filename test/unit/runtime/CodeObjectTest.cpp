// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loader: what it accepts, what it refuses, and that no page of the result
// is writable and executable.
#include "runtime/program/CodeObject.h"
#include "test/unit/runtime/Handles.h"

#include <elf.h>
#include <fstream>
#include <sstream>

using namespace weft::test;
using weft::runtime::CodeObject;

static std::string loadError(const std::string &elf) {
  std::unique_ptr<CodeObject> object;
  weft::runtime::Status status = CodeObject::load(elf, -1, object);
  EXPECT_EQ(status.ok(), object != nullptr);
  if (!status.ok()) {
    EXPECT_EQ(status.getCode(), WEFT_STATUS_BAD_MODULE);
  }
  return status.getMessage();
}

TEST(CodeObject, FindsFunctionsByBothKindsOfHashTable) {
  for (const char *name : {"good", "sysv"}) {
    std::unique_ptr<CodeObject> object;
    weft::runtime::Status status = CodeObject::load(readCode(name), -1, object);
    ASSERT_TRUE(status.ok()) << status.getMessage();
    EXPECT_NE(object->find("fake_main"), nullptr);
    EXPECT_NE(object->find("fake_arena"), nullptr);
    EXPECT_NE(object->find("fake_main"), object->find("fake_arena"));
    EXPECT_EQ(object->find("fake_mai"), nullptr);
    EXPECT_EQ(object->find(""), nullptr);
  }
}

TEST(CodeObject, NoPageIsWritableAndExecutable) {
  std::unique_ptr<CodeObject> object;
  ASSERT_TRUE(CodeObject::load(readCode("good"), -1, object).ok());
  auto entry = reinterpret_cast<uintptr_t>(object->find("fake_main"));
  std::ifstream maps("/proc/self/maps");
  bool found = false;
  for (std::string line; std::getline(maps, line);) {
    uintptr_t begin, end;
    char dash, flags[5] = {};
    std::istringstream stream(line);
    stream >> std::hex >> begin >> dash >> end >> std::ws;
    stream.read(flags, 4);
    if (entry < begin || entry >= end)
      continue;
    found = true;
    EXPECT_EQ(std::string(flags), "r-xp");
  }
  EXPECT_TRUE(found);
}

TEST(CodeObject, ForeignCodeIsRefused) {
  EXPECT_CONTAINS(loadError(readCode("constructor")),
                  "code object: expected code without constructors");
  EXPECT_CONTAINS(loadError(readCode("undefined")),
                  "expected no undefined symbol, found 'nowhere'");
  EXPECT_CONTAINS(loadError(readCode("tls")), "no thread-local storage");
  EXPECT_CONTAINS(loadError(readCode("writable")), "code object: ");
  EXPECT_CONTAINS(loadError(""),
                  "truncated: expected an ELF header of 64 bytes, found 0");
  EXPECT_CONTAINS(loadError(std::string(1000, 'x')), "expected a 64-bit");
}

TEST(CodeObject, HeadersAreChecked) {
  std::string good = readCode("good");
  auto withHeader = [&](auto change) {
    std::string elf = good;
    Elf64_Ehdr header;
    memcpy(&header, elf.data(), sizeof(header));
    change(header);
    elf.replace(0, sizeof(header), reinterpret_cast<char *>(&header),
                sizeof(header));
    return loadError(elf);
  };
  EXPECT_CONTAINS(withHeader([](Elf64_Ehdr &h) { h.e_type = ET_EXEC; }),
                  "expected an ELF shared object (type 3), found type 2");
  EXPECT_CONTAINS(withHeader([](Elf64_Ehdr &h) { h.e_machine = EM_ARM; }),
                  "found 40");
  EXPECT_CONTAINS(withHeader([](Elf64_Ehdr &h) { h.e_phnum = 1000; }),
                  "expected at most 64 program headers");
  EXPECT_CONTAINS(withHeader([](Elf64_Ehdr &h) { h.e_phoff = UINT64_MAX; }),
                  "expected the program headers within the file's");
  EXPECT_CONTAINS(withHeader([](Elf64_Ehdr &h) { h.e_phnum = 0; }),
                  "expected a loadable segment, found none");
}

/// The error after `change` was applied to the first program header of `type`.
template <typename Change>
static std::string withProgram(uint32_t type, uint32_t flags, Change change) {
  std::string elf = readCode("good");
  Elf64_Ehdr header;
  memcpy(&header, elf.data(), sizeof(header));
  for (int i = 0; i < header.e_phnum; ++i) {
    size_t at = header.e_phoff + i * sizeof(Elf64_Phdr);
    Elf64_Phdr program;
    memcpy(&program, elf.data() + at, sizeof(program));
    if (program.p_type != type || (program.p_flags & flags) != flags)
      continue;
    change(program);
    elf.replace(at, sizeof(program), reinterpret_cast<char *>(&program),
                sizeof(program));
    return loadError(elf);
  }
  ADD_FAILURE() << "no such program header";
  return {};
}

TEST(CodeObject, SegmentsAreChecked) {
  auto load = [](auto change) { return withProgram(PT_LOAD, PF_X, change); };
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_flags |= PF_W; }),
                  "expected code that is not writable");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_filesz = 1 << 30; }),
                  "expected contents within the file's");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_memsz = p.p_filesz - 1; }),
                  "expected contents within the file's");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_memsz = UINT64_MAX; }),
                  "expected addresses below");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_vaddr = UINT64_MAX - 8; }),
                  "expected addresses below");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_vaddr += 8; }),
                  "expected pages of 4096 bytes");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_align = 1 << 21; }),
                  "found alignment 2097152");
  EXPECT_CONTAINS(load([](Elf64_Phdr &p) { p.p_vaddr %= 4096; }),
                  "expected ascending segments on pages of their own");
  EXPECT_CONTAINS(
      withProgram(PT_GNU_STACK, 0, [](Elf64_Phdr &p) { p.p_flags |= PF_X; }),
      "expected code without an executable stack");
  EXPECT_CONTAINS(
      withProgram(PT_DYNAMIC, 0, [](Elf64_Phdr &p) { p.p_vaddr = 1 << 29; }),
      "expected the dynamic section within a segment");
}

/// The error after the value of the dynamic entry `tag` was replaced, or the
/// entry by another.
static std::string withDynamic(int64_t tag, int64_t newTag, uint64_t value) {
  std::string elf = readCode("good");
  Elf64_Ehdr header;
  memcpy(&header, elf.data(), sizeof(header));
  for (int i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr program;
    memcpy(&program, elf.data() + header.e_phoff + i * sizeof(program),
           sizeof(program));
    if (program.p_type != PT_DYNAMIC)
      continue;
    for (size_t at = 0; at < program.p_filesz; at += sizeof(Elf64_Dyn)) {
      Elf64_Dyn entry;
      memcpy(&entry, elf.data() + program.p_offset + at, sizeof(entry));
      if (entry.d_tag != tag)
        continue;
      entry.d_tag = newTag;
      entry.d_un.d_val = value;
      elf.replace(program.p_offset + at, sizeof(entry),
                  reinterpret_cast<char *>(&entry), sizeof(entry));
      return loadError(elf);
    }
  }
  ADD_FAILURE() << "no such dynamic entry";
  return {};
}

TEST(CodeObject, DynamicSectionIsChecked) {
  auto change = [](int64_t tag, uint64_t value) {
    return withDynamic(tag, tag, value);
  };
  EXPECT_CONTAINS(change(DT_RELAENT, 8), "expected relocations of 24 bytes");
  EXPECT_CONTAINS(change(DT_RELASZ, 25), "found a table of 25");
  EXPECT_CONTAINS(change(DT_RELASZ, 24 << 20),
                  "expected the relocations within a segment");
  EXPECT_CONTAINS(change(DT_RELA, 0), "relocation 0: expected type 8 without");
  EXPECT_CONTAINS(change(DT_RELA, 1 << 29),
                  "expected the relocations within a segment");
  EXPECT_CONTAINS(change(DT_RELA, UINT64_MAX - 8),
                  "expected the relocations within a segment");
  EXPECT_CONTAINS(change(DT_SYMTAB, UINT64_MAX - 30),
                  "expected the symbols within a segment");
  EXPECT_CONTAINS(change(DT_STRTAB, 1 << 29),
                  "expected the symbol names within a segment");
  EXPECT_CONTAINS(change(DT_STRSZ, UINT64_MAX),
                  "expected the symbol names within a segment");
  EXPECT_CONTAINS(change(DT_STRSZ, 1), "expected a name within 1 bytes");
  EXPECT_CONTAINS(change(DT_GNU_HASH, 1 << 29),
                  "expected the symbol hash table within a segment");
  for (int64_t tag :
       {DT_NEEDED, DT_INIT, DT_FINI_ARRAY, DT_REL, DT_JMPREL, DT_TEXTREL, 36})
    EXPECT_CONTAINS(withDynamic(DT_RELACOUNT, tag, 0), "code object: expected");
}
