// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A .npz file is a ZIP archive of .npy files (PKWARE's APPNOTE.TXT, 4.3): records with the data, a directory of them, and an end
// that says where the directory is. numpy.savez stores them as they are; large ones have sizes of 64 bits in an extra field of the
// record's header, which the directory repeats.

#include "lib/Interpreter/NpyFile.h"
#include "lib/Support/MappedFile.h"
#include "llvm/Support/Endian.h"

using namespace mlir;
using namespace weft;
using llvm::support::endian::read16le;
using llvm::support::endian::read32le;
using llvm::support::endian::read64le;

namespace {
constexpr uint32_t kEndMark = 0x06054b50, kEntryMark = 0x02014b50,
                   kRecordMark = 0x04034b50;
constexpr size_t kEndBytes = 22, kEntryBytes = 46, kRecordBytes = 30;

/// Where an archived file's bytes are.
struct Entry {
  StringRef name;
  uint64_t record, bytes;
  bool isStored;
};

class ArchiveReader {
public:
  ArchiveReader(StringRef path, ArrayRef<char> bytes)
      : path(path), bytes(bytes) {}

  llvm::Expected<std::vector<Entry>> readEntries();
  /// The stored bytes of an entry.
  llvm::Expected<ArrayRef<char>> readData(const Entry &entry);

private:
  llvm::Error fail(const Twine &why) {
    return llvm::createStringError(path + ": " + why);
  }
  llvm::Error failDamaged() {
    return fail("the archive is damaged; write it again by numpy.savez");
  }
  bool holds(uint64_t at, uint64_t size) {
    return at <= bytes.size() && size <= bytes.size() - at;
  }

  StringRef path;
  ArrayRef<char> bytes;
};
} // namespace

/// Replaces sizes and offsets that do not fit 32 bits by those of the extra field with the number 1, which has only them, in this order.
static void readWideFields(ArrayRef<char> extra, uint64_t &whole,
                           uint64_t &packed, uint64_t &record) {
  while (extra.size() >= 4) {
    size_t size = read16le(extra.data() + 2);
    if (size > extra.size() - 4)
      return;
    if (read16le(extra.data()) == 1) {
      ArrayRef<char> fields = extra.slice(4, size);
      for (uint64_t *each : {&whole, &packed, &record})
        if (*each == UINT32_MAX && fields.size() >= 8) {
          *each = read64le(fields.data());
          fields = fields.drop_front(8);
        }
      return;
    }
    extra = extra.drop_front(4 + size);
  }
}

llvm::Expected<std::vector<Entry>> ArchiveReader::readEntries() {
  // A comment of up to 64 KiB may follow the end.
  size_t at = bytes.size();
  for (size_t tried = 0;
       tried <= UINT16_MAX && kEndBytes + tried <= bytes.size(); ++tried)
    if (read32le(bytes.data() + bytes.size() - kEndBytes - tried) == kEndMark) {
      at = bytes.size() - kEndBytes - tried;
      break;
    }
  if (at == bytes.size())
    return fail("expected a .npz file, found another kind of file; "
                "numpy.savez writes one");
  size_t count = read16le(bytes.data() + at + 10);
  uint64_t from = read32le(bytes.data() + at + 16);
  std::vector<Entry> entries;
  for (size_t i = 0; i < count; ++i) {
    if (!holds(from, kEntryBytes) ||
        read32le(bytes.data() + from) != kEntryMark)
      return failDamaged();
    const char *entry = bytes.data() + from;
    size_t nameSize = read16le(entry + 28), extraSize = read16le(entry + 30);
    uint64_t whole = read32le(entry + 24), packed = read32le(entry + 20),
             record = read32le(entry + 42);
    if (!holds(from + kEntryBytes, nameSize + extraSize))
      return failDamaged();
    readWideFields(bytes.slice(from + kEntryBytes + nameSize, extraSize), whole,
                   packed, record);
    entries.push_back({StringRef(entry + kEntryBytes, nameSize), record, packed,
                       read16le(entry + 10) == 0});
    from += kEntryBytes + nameSize + extraSize + read16le(entry + 32);
  }
  return entries;
}

llvm::Expected<ArrayRef<char>> ArchiveReader::readData(const Entry &entry) {
  if (!entry.isStored)
    return fail("'" + entry.name +
                "' is compressed; write it by numpy.savez, not by "
                "numpy.savez_compressed");
  if (!holds(entry.record, kRecordBytes) ||
      read32le(bytes.data() + entry.record) != kRecordMark)
    return failDamaged();
  const char *record = bytes.data() + entry.record;
  uint64_t begin = entry.record + kRecordBytes + read16le(record + 26) +
                   read16le(record + 28);
  if (!holds(begin, entry.bytes))
    return failDamaged();
  return bytes.slice(begin, entry.bytes);
}

llvm::Expected<std::vector<std::pair<std::string, Tensor>>>
weft::readNpz(StringRef path, MLIRContext &context) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  ArchiveReader archive(path, (*file)->getBytes());
  llvm::Expected<std::vector<Entry>> entries = archive.readEntries();
  if (!entries)
    return entries.takeError();
  std::vector<std::pair<std::string, Tensor>> arrays;
  for (const Entry &entry : *entries) {
    StringRef name = entry.name;
    if (!name.consume_back(".npy"))
      continue;
    llvm::Expected<ArrayRef<char>> data = archive.readData(entry);
    if (!data)
      return data.takeError();
    llvm::Expected<Tensor> array =
        readNpy(path + ": '" + name + "'", *data, *file, context);
    if (!array)
      return array.takeError();
    arrays.emplace_back(name.str(), std::move(*array));
  }
  return arrays;
}
