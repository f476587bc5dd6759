// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The file: header, data, symbols, strings, section headers. The header comes
// first and is written last.

#include "lib/Target/CPU/Backend/DataObject.h"
#include "llvm/BinaryFormat/ELF.h"

using namespace llvm;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Where the data begin: behind the header, on the first page.
constexpr uint64_t dataOffset = kSectionAlignment;

enum Section {
  nullSection,
  dataSection,
  symbolSection,
  stringSection,
  sectionCount
};

template <typename T> ArrayRef<char> bytesOf(const T &value) {
  return {reinterpret_cast<const char *>(&value), sizeof(value)};
}
} // namespace

Expected<DataObject> DataObject::begin(FileSections &sections) {
  ELF::Elf64_Ehdr room = {};
  if (Error error = sections.writeAt(0, bytesOf(room)))
    return std::move(error);
  return DataObject(sections);
}

Expected<int64_t> DataObject::add(function_ref<Error(raw_ostream &)> write) {
  Expected<SectionRange> range = sections.add(write);
  if (!range)
    return range.takeError();
  return static_cast<int64_t>(range->offset - dataOffset);
}

Error DataObject::finish(StringRef symbol) {
  uint64_t dataEnd = std::max(sections.getSizeBytes(), dataOffset);
  // Names of sections and symbols share one table.
  std::string strings("\0.rodata.weft\0.symtab\0.strtab\0", 30);
  ELF::Elf64_Sym symbols[2] = {};
  symbols[1].st_name = strings.size();
  symbols[1].setBindingAndType(ELF::STB_GLOBAL, ELF::STT_OBJECT);
  symbols[1].st_shndx = dataSection;
  symbols[1].st_size = dataEnd - dataOffset;
  strings += symbol.str() + '\0';

  ELF::Elf64_Shdr headers[sectionCount] = {};
  headers[dataSection] = {1,
                          ELF::SHT_PROGBITS,
                          ELF::SHF_ALLOC,
                          0,
                          dataOffset,
                          dataEnd - dataOffset,
                          0,
                          0,
                          kSectionAlignment,
                          0};
  SectionRange range;
  if (Error error = sections.add(bytesOf(symbols)).moveInto(range))
    return error;
  // The first symbol that is not local is number 1.
  headers[symbolSection] = {14,
                            ELF::SHT_SYMTAB,
                            0,
                            0,
                            range.offset,
                            range.sizeBytes,
                            stringSection,
                            1,
                            8,
                            sizeof(ELF::Elf64_Sym)};
  if (Error error = sections.add(ArrayRef<char>(strings)).moveInto(range))
    return error;
  headers[stringSection] = {
      22, ELF::SHT_STRTAB, 0, 0, range.offset, range.sizeBytes, 0, 0, 1, 0};
  if (Error error = sections.add(bytesOf(headers)).moveInto(range))
    return error;

  ELF::Elf64_Ehdr header = {};
  memcpy(header.e_ident, ELF::ElfMagic, 4);
  header.e_ident[ELF::EI_CLASS] = ELF::ELFCLASS64;
  header.e_ident[ELF::EI_DATA] = ELF::ELFDATA2LSB;
  header.e_ident[ELF::EI_VERSION] = ELF::EV_CURRENT;
  header.e_type = ELF::ET_REL;
  header.e_machine = ELF::EM_X86_64;
  header.e_version = ELF::EV_CURRENT;
  header.e_shoff = range.offset;
  header.e_ehsize = sizeof(header);
  header.e_shentsize = sizeof(ELF::Elf64_Shdr);
  header.e_shnum = sectionCount;
  header.e_shstrndx = stringSection;
  return sections.writeAt(0, bytesOf(header));
}
