// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads the program headers and the dynamic section only (System V ABI, chapter
// 5; x86-64 psABI, chapter 4); section headers are for debuggers. Every address
// of the file is checked against the loaded segments before it is used.
#include "runtime/program/CodeObject.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <elf.h>
#include <sys/mman.h>

using namespace weft::runtime;

static constexpr uint64_t pageBytes = 4096;
static constexpr uint64_t maxSpanBytes = uint64_t(1) << 30;
static constexpr uint16_t maxProgramHeaders = 64;
static constexpr uint64_t maxSymbols = 1 << 20;

#if defined(__aarch64__)
static constexpr uint16_t machine = EM_AARCH64;
static constexpr uint32_t relativeRelocation = R_AARCH64_RELATIVE;
#elif defined(__riscv)
static constexpr uint16_t machine = EM_RISCV;
static constexpr uint32_t relativeRelocation = 3; // R_RISCV_RELATIVE
#else
static constexpr uint16_t machine = EM_X86_64;
static constexpr uint32_t relativeRelocation = R_X86_64_RELATIVE;
#endif

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_BAD_MODULE, parts...);
}

static uint64_t roundDown(uint64_t value) { return value & ~(pageBytes - 1); }
static uint64_t roundUp(uint64_t value) {
  return roundDown(value + pageBytes - 1);
}

Status CodeObject::readSegments(std::string_view elf) {
  Elf64_Ehdr header;
  if (elf.size() < sizeof(header))
    return bad("truncated: expected an ELF header of ", sizeof(header),
               " bytes, found ", elf.size());
  memcpy(&header, elf.data(), sizeof(header));
  if (memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
      header.e_ident[EI_CLASS] != ELFCLASS64 ||
      header.e_ident[EI_DATA] != ELFDATA2LSB)
    return bad("expected a 64-bit little-endian ELF file");
  if (header.e_type != ET_DYN)
    return bad("expected an ELF shared object (type ", ET_DYN, "), found type ",
               header.e_type);
  if (header.e_machine != machine)
    return bad("expected code for ELF machine ", machine, ", found ",
               header.e_machine);
  if (header.e_phentsize != sizeof(Elf64_Phdr) ||
      header.e_phnum > maxProgramHeaders)
    return bad("expected at most ", maxProgramHeaders, " program headers of ",
               sizeof(Elf64_Phdr), " bytes, found ", header.e_phnum, " of ",
               header.e_phentsize);
  if (header.e_phoff > elf.size() ||
      header.e_phnum * sizeof(Elf64_Phdr) > elf.size() - header.e_phoff)
    return bad("expected the program headers within the file's ", elf.size(),
               " bytes, found offset ", header.e_phoff);

  for (uint16_t i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr program;
    memcpy(&program, elf.data() + header.e_phoff + i * sizeof(program),
           sizeof(program));
    switch (program.p_type) {
    case PT_LOAD:
      if (program.p_filesz > program.p_memsz || program.p_offset > elf.size() ||
          program.p_filesz > elf.size() - program.p_offset)
        return bad("program header ", i,
                   ": expected contents within the "
                   "file's ",
                   elf.size(), " bytes, found ", program.p_filesz,
                   " bytes at offset ", program.p_offset);
      if (program.p_vaddr > maxSpanBytes || program.p_memsz > maxSpanBytes)
        return bad("program header ", i, ": expected addresses below ",
                   maxSpanBytes, ", found ", program.p_memsz, " bytes at ",
                   program.p_vaddr);
      if (program.p_align > pageBytes ||
          program.p_vaddr % pageBytes != program.p_offset % pageBytes)
        return bad("program header ", i, ": expected pages of ", pageBytes,
                   " bytes, found alignment ", program.p_align);
      if ((program.p_flags & PF_W) && (program.p_flags & PF_X))
        return bad("program header ", i,
                   ": expected code that is not writable");
      if (!segments.empty() &&
          roundDown(program.p_vaddr) <
              roundUp(segments.back().address + segments.back().memorySize))
        return bad("program header ", i,
                   ": expected ascending segments on pages of their own");
      if (program.p_memsz != 0)
        segments.push_back({program.p_vaddr, program.p_filesz, program.p_memsz,
                            program.p_offset, program.p_flags});
      break;
    case PT_DYNAMIC:
      dynamicAddress = program.p_vaddr;
      dynamicBytes = program.p_memsz;
      break;
    case PT_GNU_RELRO:
      relroAddress = program.p_vaddr;
      relroBytes = program.p_memsz;
      break;
    case PT_GNU_STACK:
      if (program.p_flags & PF_X)
        return bad("expected code without an executable stack");
      break;
    case PT_INTERP:
      return bad("expected no interpreter");
    case PT_TLS:
      return bad("expected no thread-local storage");
    default: // Notes and unwind tables.
      break;
    }
  }
  if (segments.empty())
    return bad("expected a loadable segment, found none");
  spanBytes = roundUp(segments.back().address + segments.back().memorySize);
  return Status();
}

Status CodeObject::map(std::string_view elf, int descriptor) {
  void *memory = mmap(nullptr, spanBytes, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED)
    return failure(WEFT_STATUS_OUT_OF_MEMORY, "cannot reserve ", spanBytes,
                   " bytes for code: ", strerror(errno));
  base = static_cast<uint8_t *>(memory);
  for (const LoadSegment &segment : segments) {
    uint8_t *begin = base + roundDown(segment.address);
    uint64_t inPage = segment.address % pageBytes;
    uint64_t bytes = roundUp(inPage + segment.memorySize);
    if (descriptor >= 0 && !(segment.flags & PF_W) &&
        segment.fileSize == segment.memorySize) {
      if (mmap(begin, bytes, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor,
               off_t(segment.offset - inPage)) == MAP_FAILED)
        return failure(WEFT_STATUS_OUT_OF_MEMORY,
                       "cannot map code: ", strerror(errno));
      continue;
    }
    if (mprotect(begin, bytes, PROT_READ | PROT_WRITE) != 0)
      return failure(WEFT_STATUS_OUT_OF_MEMORY, "cannot commit ", bytes,
                     " bytes for code: ", strerror(errno));
    memcpy(base + segment.address, elf.data() + segment.offset,
           segment.fileSize);
  }
  return Status();
}

bool CodeObject::contains(uint64_t address, uint64_t bytes,
                          uint32_t flags) const {
  for (const LoadSegment &segment : segments)
    if (address >= segment.address &&
        address - segment.address <= segment.memorySize &&
        bytes <= segment.memorySize - (address - segment.address))
      return (segment.flags & flags) == flags;
  return false;
}

template <typename Value>
bool CodeObject::read(uint64_t address, Value &value) const {
  if (!contains(address, sizeof(value)))
    return false;
  memcpy(&value, base + address, sizeof(value));
  return true;
}

Status CodeObject::link() {
  uint64_t relocations = 0, relocationBytes = 0;
  uint64_t relocationEntryBytes = sizeof(Elf64_Rela);
  uint64_t symbolTable = 0, stringTable = 0, stringBytes = 0;
  uint64_t hash = 0, gnuHash = 0;
  int64_t foreignTag = 0;
  bool ended = false;
  for (uint64_t at = 0; at + sizeof(Elf64_Dyn) <= dynamicBytes && !ended;
       at += sizeof(Elf64_Dyn)) {
    Elf64_Dyn entry;
    if (!read(dynamicAddress + at, entry))
      return bad("expected the dynamic section within a segment");
    uint64_t value = entry.d_un.d_val;
    switch (entry.d_tag) {
    case DT_NULL:
      ended = true;
      break;
    case DT_RELA:
      relocations = value;
      break;
    case DT_RELASZ:
      relocationBytes = value;
      break;
    case DT_RELAENT:
      relocationEntryBytes = value;
      break;
    case DT_SYMTAB:
      symbolTable = value;
      break;
    case DT_STRTAB:
      stringTable = value;
      break;
    case DT_STRSZ:
      stringBytes = value;
      break;
    case DT_HASH:
      hash = value;
      break;
    case DT_GNU_HASH:
      gnuHash = value;
      break;
    case DT_NEEDED:
      return bad("expected code that needs no library");
    case DT_INIT:
    case DT_FINI:
    case DT_INIT_ARRAY:
    case DT_FINI_ARRAY:
    case DT_PREINIT_ARRAY:
      return bad("expected code without constructors and destructors, found "
                 "dynamic tag ",
                 entry.d_tag);
    case DT_REL:
    case DT_JMPREL:
    case DT_TEXTREL:
    case 36: // DT_RELR, which older headers lack
      foreignTag = entry.d_tag;
      break;
    case DT_FLAGS:
      if (value & (DF_TEXTREL | DF_STATIC_TLS))
        return bad("expected no text relocations and no thread-local storage, "
                   "found dynamic flags ",
                   value);
      break;
    default:
      break;
    }
  }
  // Symbols first: the name of an undefined one says more than a relocation.
  uint64_t count;
  if (Status status = countSymbols(hash, gnuHash, count); !status.ok())
    return status;
  if (Status status = readSymbols(symbolTable, stringTable, stringBytes, count);
      !status.ok())
    return status;
  if (foreignTag != 0)
    return bad("expected relative relocations in a DT_RELA table only, found "
               "dynamic tag ",
               foreignTag);
  return relocate(relocations, relocationBytes, relocationEntryBytes);
}

Status CodeObject::relocate(uint64_t table, uint64_t sizeBytes,
                            uint64_t entryBytes) {
  if (entryBytes != sizeof(Elf64_Rela) || sizeBytes % entryBytes != 0)
    return bad("expected relocations of ", sizeof(Elf64_Rela),
               " bytes, found a table of ", sizeBytes, " with entries of ",
               entryBytes);
  for (uint64_t at = 0; at < sizeBytes; at += entryBytes) {
    Elf64_Rela entry;
    if (!read(table + at, entry))
      return bad("expected the relocations within a segment");
    if (ELF64_R_TYPE(entry.r_info) != relativeRelocation ||
        ELF64_R_SYM(entry.r_info) != 0)
      return bad("relocation ", at / entryBytes, ": expected type ",
                 relativeRelocation, " without a symbol, found type ",
                 ELF64_R_TYPE(entry.r_info), " with symbol ",
                 ELF64_R_SYM(entry.r_info));
    if (!contains(entry.r_offset, sizeof(uint64_t), PF_W))
      return bad("relocation ", at / entryBytes,
                 ": expected a place in writable data, found address ",
                 entry.r_offset);
    if (!contains(uint64_t(entry.r_addend), 0))
      return bad("relocation ", at / entryBytes,
                 ": expected a target in the object, found address ",
                 entry.r_addend);
    uint64_t target = getBase() + uint64_t(entry.r_addend);
    memcpy(base + entry.r_offset, &target, sizeof(target));
  }
  return Status();
}

Status CodeObject::countSymbols(uint64_t hash, uint64_t gnuHash,
                                uint64_t &count) const {
  count = 0;
  if (hash) {
    uint32_t header[2]; // buckets, chains; one chain a symbol
    if (!read(hash, header))
      return bad("expected the symbol hash table within a segment");
    count = header[1];
  } else if (gnuHash) {
    // The table does not say how many symbols there are: the last one is the
    // end of the chain that begins last.
    uint32_t header[4]; // buckets, first symbol, bloom words, bloom shift
    if (!read(gnuHash, header))
      return bad("expected the symbol hash table within a segment");
    uint64_t buckets =
        gnuHash + sizeof(header) + uint64_t(header[2]) * sizeof(uint64_t);
    uint64_t chains = buckets + uint64_t(header[0]) * sizeof(uint32_t);
    uint32_t last = 0;
    for (uint32_t i = 0; i < header[0]; ++i) {
      uint32_t first;
      if (!read(buckets + uint64_t(i) * sizeof(first), first))
        return bad("expected the symbol hash table within a segment");
      last = std::max(last, first);
    }
    count = header[1];
    if (last >= header[1] && last != 0)
      for (uint32_t word = 0; !(word & 1); ++last) {
        if (!read(chains + uint64_t(last - header[1]) * sizeof(word), word))
          return bad("expected the symbol hash table within a segment");
        count = uint64_t(last) + 1;
      }
  }
  if (count > maxSymbols)
    return bad("expected at most ", maxSymbols, " symbols, found ", count);
  return Status();
}

Status CodeObject::readSymbols(uint64_t symbolTable, uint64_t stringTable,
                               uint64_t stringBytes, uint64_t count) {
  if (count > 0 && !contains(stringTable, stringBytes))
    return bad("expected the symbol names within a segment");
  const char *strings = reinterpret_cast<const char *>(base) + stringTable;
  for (uint64_t i = 1; i < count; ++i) { // symbol 0 is a placeholder
    Elf64_Sym symbol;
    if (!read(symbolTable + i * sizeof(symbol), symbol))
      return bad("expected the symbols within a segment");
    if (symbol.st_name >= stringBytes)
      return bad("symbol ", i, ": expected a name within ", stringBytes,
                 " bytes of names, found offset ", symbol.st_name);
    std::string_view name(
        strings + symbol.st_name,
        strnlen(strings + symbol.st_name, stringBytes - symbol.st_name));
    if (symbol.st_shndx == SHN_UNDEF)
      return bad("expected no undefined symbol, found '", name, "'");
    uint8_t type = ELF64_ST_TYPE(symbol.st_info);
    if (type == STT_TLS || type == STT_GNU_IFUNC)
      return bad("symbol '", name, "': expected a plain function, found type ",
                 type);
    if (type == STT_FUNC && contains(symbol.st_value, 1, PF_X))
      symbols.push_back({name, symbol.st_value});
  }
  std::sort(symbols.begin(), symbols.end(),
            [](const Symbol &a, const Symbol &b) { return a.name < b.name; });
  return Status();
}

Status CodeObject::seal() {
  auto protect = [&](uint64_t address, uint64_t bytes, int protection) {
    return mprotect(base + roundDown(address),
                    roundUp(address % pageBytes + bytes), protection) == 0;
  };
  for (const LoadSegment &segment : segments) {
    int protection = PROT_READ;
    if (segment.flags & PF_X)
      protection = PROT_READ | PROT_EXEC;
    else if (segment.flags & PF_W)
      protection = PROT_READ | PROT_WRITE;
    if (!protect(segment.address, segment.memorySize, protection))
      return failure(
          WEFT_STATUS_INTERNAL,
          "the system refuses to make code executable: ", strerror(errno));
  }
  // Only whole pages: a linker pads the region when it means it.
  uint64_t end = roundDown(relroAddress + relroBytes);
  if (relroBytes > 0 && contains(relroAddress, relroBytes, PF_W) &&
      end > roundDown(relroAddress) &&
      mprotect(base + roundDown(relroAddress), end - roundDown(relroAddress),
               PROT_READ) != 0)
    return failure(WEFT_STATUS_INTERNAL,
                   "cannot protect relocated data: ", strerror(errno));
  return Status();
}

Status CodeObject::load(std::string_view elf, int descriptor,
                        std::unique_ptr<CodeObject> &object) {
  std::unique_ptr<CodeObject> loaded(new CodeObject);
  Status status = loaded->readSegments(elf);
  if (status.ok())
    status = loaded->map(elf, descriptor);
  if (status.ok())
    status = loaded->link();
  if (status.ok())
    status = loaded->seal();
  if (!status.ok())
    return std::move(status).in("code object");
  object = std::move(loaded);
  return Status();
}

CodeObject::~CodeObject() {
  if (base)
    munmap(base, spanBytes);
}

void *CodeObject::find(std::string_view symbol) const {
  auto found = std::lower_bound(
      symbols.begin(), symbols.end(), symbol,
      [](const Symbol &a, std::string_view name) { return a.name < name; });
  if (found == symbols.end() || found->name != symbol)
    return nullptr;
  return base + found->address;
}
