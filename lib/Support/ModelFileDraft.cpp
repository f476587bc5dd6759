// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ModelFileDraft.h.

#include "lib/Support/ModelFileDraft.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace weft;

static llvm::Error describe(llvm::StringRef path, int code = errno) {
  std::error_code error(code, std::generic_category());
  return llvm::createStringError(error, llvm::Twine("cannot write '") + path +
                                            "': " + error.message());
}

/// A file that is made where it is missing, and is no link to one elsewhere.
static int openDraft(const std::string &path) {
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
}

/// Whether `path` still is the file that `descriptor` was opened from.
static bool isAt(int descriptor, const std::string &path) {
  struct stat opened, found;
  return ::fstat(descriptor, &opened) == 0 &&
         ::lstat(path.c_str(), &found) == 0 && opened.st_dev == found.st_dev &&
         opened.st_ino == found.st_ino;
}

llvm::Expected<std::unique_ptr<ModelFileDraft>>
ModelFileDraft::open(llvm::StringRef path) {
  std::string data = (path + ".partial").str(), index = data + ".index";
  // Between open and lock another process may have finished or dropped its
  // draft: what is locked then is its output, or nothing's, and not to be
  // written.
  constexpr int kTries = 8;
  int dataDescriptor = -1;
  for (int i = 0; i < kTries && dataDescriptor < 0; ++i) {
    dataDescriptor = openDraft(data);
    if (dataDescriptor < 0)
      return describe(data);
    if (::flock(dataDescriptor, LOCK_EX | LOCK_NB) != 0) {
      ::close(dataDescriptor);
      dataDescriptor = -1;
      break;
    }
    if (!isAt(dataDescriptor, data)) {
      ::close(dataDescriptor);
      dataDescriptor = -1;
    }
  }
  if (dataDescriptor < 0)
    return llvm::createStringError("cannot write '" + data +
                                   "': another process is making '" + path +
                                   "'");
  int indexDescriptor = openDraft(index);
  if (indexDescriptor < 0) {
    llvm::Error error = describe(index);
    ::unlink(data.c_str());
    ::close(dataDescriptor);
    return error;
  }
  std::unique_ptr<ModelFileDraft> draft(new ModelFileDraft(
      std::move(data), std::move(index), dataDescriptor, indexDescriptor));
  if (llvm::Error error = draft->readIndex())
    return error;
  return draft;
}

ModelFileDraft::~ModelFileDraft() {
  if (!isCommitted) {
    // The index first: once the draft is gone another process may begin one.
    ::unlink(indexPath.c_str());
    ::unlink(dataPath.c_str());
  }
  ::close(indexDescriptor);
  ::close(dataDescriptor);
}

static llvm::Expected<ModelFileDraft::Entry> parseEntry(llvm::StringRef line) {
  llvm::Expected<llvm::json::Object> object = parseIndex(line, "draft");
  if (!object)
    return object.takeError();
  IndexReader reader(*object, "draft");
  ModelFileDraft::Entry entry;
  llvm::Expected<llvm::StringRef> key = reader.getString("key");
  if (!key)
    return key.takeError();
  entry.key = key->str();
  entry.error = object->getNumber("error").value_or(0);
  llvm::Error error =
      reader.forEach("parts", [&](const IndexReader &part) -> llvm::Error {
        llvm::Expected<WeightType> type = part.getWeightType();
        if (!type)
          return type.takeError();
        llvm::Expected<SectionRange> range = part.getRange();
        if (!range)
          return range.takeError();
        entry.parts.push_back({*type, *range});
        return llvm::Error::success();
      });
  if (error)
    return std::move(error);
  return entry;
}

llvm::Error ModelFileDraft::readIndex() {
  auto buffer = llvm::MemoryBuffer::getOpenFile(
      indexDescriptor, indexPath, /*FileSize=*/-1,
      /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!buffer)
    return llvm::createStringError("cannot read '" + indexPath +
                                   "': " + buffer.getError().message());
  llvm::StringRef rest = (*buffer)->getBuffer();
  uint64_t lineEnd = 0;
  // A line without an end was not complete.
  while (rest.contains('\n')) {
    auto [text, behind] = rest.split('\n');
    llvm::Expected<Entry> entry = parseEntry(text);
    if (!entry) {
      llvm::consumeError(entry.takeError());
      break;
    }
    lineEnd += text.size() + 1;
    earlier.push_back({std::move(*entry), lineEnd});
    rest = behind;
  }
  return llvm::Error::success();
}

bool ModelFileDraft::isWhole(const Entry &entry) const {
  off_t size = ::lseek(dataDescriptor, 0, SEEK_END);
  for (const Part &part : entry.parts) {
    const SectionRange &range = part.range;
    llvm::Expected<uint64_t> bytes = computeSizeBytes(part.type);
    if (!bytes) {
      llvm::consumeError(bytes.takeError());
      return false;
    }
    // Sections follow each other.
    if (*bytes != range.sizeBytes || range.offset % kSectionAlignment != 0 ||
        range.offset < std::max(sections.getSizeBytes(), kSectionAlignment) ||
        range.offset > static_cast<uint64_t>(size) ||
        range.sizeBytes > static_cast<uint64_t>(size) - range.offset)
      return false;
    llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::map(
        dataDescriptor, range.offset, range.sizeBytes, dataPath);
    if (!file) {
      llvm::consumeError(file.takeError());
      return false;
    }
    llvm::ArrayRef<char> content = (*file)->getBytes();
    uint64_t checksum =
        llvm::xxh3_64bits(llvm::StringRef(content.data(), content.size()));
    (*file)->release(content);
    if (checksum != range.checksum)
      return false;
  }
  return true;
}

llvm::Error ModelFileDraft::dropEarlier() {
  if (isCut)
    return llvm::Error::success();
  earlier.clear();
  if (::ftruncate(indexDescriptor, static_cast<off_t>(indexEnd)) != 0)
    return describe(indexPath);
  if (::ftruncate(dataDescriptor,
                  static_cast<off_t>(sections.getSizeBytes())) != 0)
    return describe(dataPath);
  isCut = true;
  return llvm::Error::success();
}

std::optional<ModelFileDraft::Entry>
ModelFileDraft::takeNext(llvm::StringRef key) {
  if (earlier.empty())
    return std::nullopt;
  Entry entry = std::move(earlier.front().entry);
  if (entry.key != key || !isWhole(entry)) {
    // What cannot be cut off is written over.
    llvm::consumeError(dropEarlier());
    return std::nullopt;
  }
  indexEnd = earlier.front().lineEnd;
  earlier.pop_front();
  ++numTaken;
  for (const Part &part : entry.parts) {
    bytesTaken += part.range.sizeBytes;
    sections.reserve(part.range.offset + part.range.sizeBytes);
  }
  return entry;
}

llvm::Expected<std::unique_ptr<SectionStream>>
ModelFileDraft::begin(uint64_t sizeBytes) {
  if (llvm::Error error = dropEarlier())
    return std::move(error);
  uint64_t offset = llvm::alignTo(
      std::max(sections.getSizeBytes(), kSectionAlignment), kSectionAlignment);
  sections.reserve(offset + sizeBytes);
  // Reading behind the end of a file that is mapped would be fatal.
  if (::ftruncate(dataDescriptor,
                  static_cast<off_t>(sections.getSizeBytes())) != 0)
    return describe(dataPath);
  return std::make_unique<SectionStream>(dataDescriptor, offset, dataPath);
}

llvm::Error ModelFileDraft::record(const Entry &entry) {
  std::string line;
  llvm::raw_string_ostream stream(line);
  llvm::json::OStream json(stream);
  json.object([&] {
    json.attribute("key", entry.key);
    json.attribute("error", entry.error);
    json.attributeArray("parts", [&] {
      for (const Part &part : entry.parts)
        json.object([&] {
          json.attribute("dtype", part.type.dtype);
          json.attributeArray("dims", [&] {
            for (int64_t dim : part.type.dims)
              json.value(dim);
          });
          writeRange(json, part.range);
        });
    });
  });
  line += '\n';
  if (llvm::Error error = writeAt(indexDescriptor, indexEnd, line, indexPath))
    return error;
  indexEnd += line.size();
  // The disk begins to write while the next weights are made; commit() waits for it.
  for (const Part &part : entry.parts)
    ::sync_file_range(dataDescriptor, static_cast<off_t>(part.range.offset),
                      static_cast<off_t>(part.range.sizeBytes),
                      SYNC_FILE_RANGE_WRITE);
  return llvm::Error::success();
}

llvm::Expected<std::shared_ptr<MappedFile>>
ModelFileDraft::map(const SectionRange &range) {
  llvm::Expected<std::shared_ptr<MappedFile>> file =
      MappedFile::map(dataDescriptor, range.offset, range.sizeBytes, dataPath);
  if (!file)
    return file.takeError();
  offsets[file->get()] = range.offset;
  mappings.push_back(*file);
  return *file;
}

std::optional<uint64_t>
ModelFileDraft::findOffset(const MappedFile &file) const {
  auto found = offsets.find(&file);
  if (found == offsets.end())
    return std::nullopt;
  return found->second;
}

llvm::Error ModelFileDraft::commit(llvm::StringRef path) {
  // What an earlier process left behind the last weight may be longer.
  if (::ftruncate(dataDescriptor,
                  static_cast<off_t>(sections.getSizeBytes())) != 0 ||
      ::fsync(dataDescriptor) != 0)
    return describe(dataPath);
  if (::rename(dataPath.c_str(), path.str().c_str()) != 0)
    return describe(path);
  isCommitted = true;
  ::unlink(indexPath.c_str());
  syncFolder(path);
  return llvm::Error::success();
}
