// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bookkeeping of segments. Sizes are checked against types when a segment
// enters, so that what is in the store can be read without further checks.

#include "lib/Support/WeightStore.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"
#include <algorithm>

using namespace weft;

static llvm::Error checkSize(llvm::StringRef key, const WeightType &type,
                             uint64_t sizeBytes) {
  llvm::Expected<uint64_t> expected = computeSizeBytes(type);
  if (!expected)
    return llvm::createStringError(llvm::Twine("weight '") + key + "': " +
                                   llvm::toString(expected.takeError()));
  if (*expected == sizeBytes)
    return llvm::Error::success();
  return llvm::createStringError(llvm::Twine("weight '") + key + "' of type " +
                                 formatType(type) + " needs " +
                                 llvm::Twine(*expected) + " bytes, found " +
                                 llvm::Twine(sizeBytes));
}

static llvm::Error describeMissing(llvm::StringRef key) {
  return llvm::createStringError(llvm::Twine("there is no weight '") + key +
                                 "' in the weight store");
}

WeightWriter::WeightWriter(WeightStore &store, WeightSegment segment,
                           int descriptor, llvm::StringRef name)
    : store(&store), segment(std::move(segment)),
      stream(std::make_unique<SectionStream>(descriptor, this->segment.offset,
                                             name)) {}

WeightWriter::WeightWriter(WeightWriter &&other)
    : store(std::exchange(other.store, nullptr)),
      segment(std::move(other.segment)), stream(std::move(other.stream)) {}

WeightWriter::~WeightWriter() {
  stream.reset();
  if (store)
    store->abandon(segment);
}

llvm::Error WeightWriter::commit(IfPresent ifPresent) {
  if (llvm::Error error = stream->finish())
    return error;
  if (llvm::Error error = checkSize(segment.key, segment.type, stream->tell()))
    return error;
  segment.checksum = stream->getChecksum();
  if (llvm::Error error = store->insert(segment, ifPresent))
    return error;
  store = nullptr;
  return llvm::Error::success();
}

llvm::Expected<std::unique_ptr<WeightStore>>
WeightStore::create(llvm::StringRef spillFolder) {
  return std::unique_ptr<WeightStore>(new WeightStore(spillFolder));
}

llvm::Error WeightStore::insert(WeightSegment segment,
                                WeightWriter::IfPresent ifPresent) {
  // Names end up in JSON indices.
  if (!llvm::json::isUTF8(segment.key))
    return llvm::createStringError(llvm::Twine("weight '") +
                                   llvm::json::fixUTF8(segment.key) +
                                   "': the name is not valid UTF-8");
  std::lock_guard<std::mutex> lock(mutex);
  auto [entry, isNew] = places.try_emplace(segment.key, segments.size());
  if (isNew) {
    segments.push_back(std::make_unique<WeightSegment>(std::move(segment)));
    return llvm::Error::success();
  }
  if (ifPresent == WeightWriter::IfPresent::Fail)
    return llvm::createStringError(llvm::Twine("there is a weight '") +
                                   segment.key +
                                   "' in the weight store already");
  std::unique_ptr<WeightSegment> &old = segments[entry->second];
  if (old->place == WeightSegment::Place::Spilled)
    spill->punch(old->offset, old->sizeBytes);
  old = std::make_unique<WeightSegment>(std::move(segment));
  return llvm::Error::success();
}

void WeightStore::abandon(const WeightSegment &segment) {
  std::lock_guard<std::mutex> lock(mutex);
  spill->punch(segment.offset, segment.sizeBytes);
}

llvm::Error WeightStore::addFileRange(llvm::StringRef key, llvm::StringRef path,
                                      uint64_t offset, uint64_t sizeBytes,
                                      const WeightType &type) {
  std::shared_ptr<MappedFile> file;
  {
    std::lock_guard<std::mutex> lock(mutex);
    file = files.lookup(path);
    if (!file) {
      llvm::Expected<std::shared_ptr<MappedFile>> opened =
          MappedFile::open(path);
      if (!opened)
        return llvm::createStringError(llvm::Twine("weight '") + key + "': " +
                                       llvm::toString(opened.takeError()));
      file = files[path] = std::move(*opened);
    }
  }
  return addFileRange(key, std::move(file), offset, sizeBytes, type);
}

llvm::Error WeightStore::addFileRange(llvm::StringRef key,
                                      std::shared_ptr<MappedFile> file,
                                      uint64_t offset, uint64_t sizeBytes,
                                      const WeightType &type,
                                      std::optional<uint64_t> checksum) {
  if (llvm::Error error = checkSize(key, type, sizeBytes))
    return error;
  llvm::Expected<llvm::ArrayRef<char>> range =
      file->getRange(offset, sizeBytes);
  if (!range)
    return llvm::createStringError(llvm::Twine("weight '") + key +
                                   "': " + llvm::toString(range.takeError()));
  WeightSegment segment;
  segment.key = key.str();
  segment.type = type;
  segment.sizeBytes = sizeBytes;
  segment.place = WeightSegment::Place::FileRange;
  segment.offset = offset;
  segment.file = std::move(file);
  segment.checksum = checksum;
  return insert(std::move(segment), WeightWriter::IfPresent::Fail);
}

llvm::Error WeightStore::addBorrowed(llvm::StringRef key,
                                     const WeightType &type,
                                     llvm::ArrayRef<char> bytes) {
  if (llvm::Error error = checkSize(key, type, bytes.size()))
    return error;
  WeightSegment segment;
  segment.key = key.str();
  segment.type = type;
  segment.sizeBytes = bytes.size();
  segment.memory = bytes.data();
  return insert(std::move(segment), WeightWriter::IfPresent::Fail);
}

llvm::Error WeightStore::append(llvm::StringRef key, const WeightType &type,
                                llvm::ArrayRef<char> bytes) {
  if (llvm::Error error = checkSize(key, type, bytes.size()))
    return error;
  llvm::Expected<WeightWriter> writer = begin(key, type);
  if (!writer)
    return writer.takeError();
  writer->write(bytes);
  return writer->commit();
}

llvm::Expected<WeightWriter> WeightStore::begin(llvm::StringRef key,
                                                const WeightType &type) {
  WeightSegment segment;
  segment.key = key.str();
  segment.type = type;
  segment.place = WeightSegment::Place::Spilled;
  if (llvm::Error error = computeSizeBytes(type).moveInto(segment.sizeBytes))
    return llvm::createStringError(llvm::Twine("weight '") + key +
                                   "': " + llvm::toString(std::move(error)));
  std::lock_guard<std::mutex> lock(mutex);
  if (!spill)
    if (llvm::Error error = SpillFile::create(spillFolder).moveInto(spill))
      return error;
  if (llvm::Error error =
          spill->reserve(segment.sizeBytes).moveInto(segment.offset))
    return error;
  return WeightWriter(*this, std::move(segment), spill->getDescriptor(),
                      spill->getName());
}

const WeightSegment *WeightStore::find(llvm::StringRef key) const {
  std::lock_guard<std::mutex> lock(mutex);
  auto entry = places.find(key);
  return entry == places.end() ? nullptr : segments[entry->second].get();
}

llvm::Expected<llvm::ArrayRef<char>> WeightStore::map(llvm::StringRef key) {
  std::lock_guard<std::mutex> lock(mutex);
  auto entry = places.find(key);
  if (entry == places.end())
    return describeMissing(key);
  WeightSegment &segment = *segments[entry->second];
  switch (segment.place) {
  case WeightSegment::Place::Borrowed:
    return llvm::ArrayRef<char>(segment.memory, segment.sizeBytes);
  case WeightSegment::Place::FileRange:
    return segment.file->getRange(segment.offset, segment.sizeBytes);
  case WeightSegment::Place::Spilled:
    break;
  }
  if (!segment.file)
    if (llvm::Error error =
            MappedFile::map(spill->getDescriptor(), segment.offset,
                            segment.sizeBytes, spill->getName())
                .moveInto(segment.file))
      return error;
  return segment.file->getBytes();
}

llvm::Error WeightStore::visitBytes(
    llvm::StringRef key,
    llvm::function_ref<llvm::Error(llvm::ArrayRef<char>)> visit) {
  // Large enough that system calls cost nothing, small beside every limit.
  constexpr size_t kPieceBytes = size_t(4) << 20;
  llvm::Expected<llvm::ArrayRef<char>> bytes = map(key);
  if (!bytes)
    return bytes.takeError();
  std::shared_ptr<MappedFile> file = find(key)->file;
  while (!bytes->empty()) {
    llvm::ArrayRef<char> piece = bytes->take_front(kPieceBytes);
    *bytes = bytes->drop_front(piece.size());
    llvm::Error error = visit(piece);
    if (file)
      file->release(piece);
    if (error)
      return error;
  }
  return llvm::Error::success();
}

void WeightStore::release(llvm::StringRef key) {
  std::lock_guard<std::mutex> lock(mutex);
  auto entry = places.find(key);
  if (entry == places.end())
    return;
  WeightSegment &segment = *segments[entry->second];
  if (segment.place == WeightSegment::Place::FileRange)
    segment.file->release(
        segment.file->getBytes().slice(segment.offset, segment.sizeBytes));
  else if (segment.file)
    segment.file->release(segment.file->getBytes());
}

llvm::Error WeightStore::remove(llvm::StringRef key) {
  std::lock_guard<std::mutex> lock(mutex);
  auto entry = places.find(key);
  if (entry == places.end())
    return describeMissing(key);
  std::unique_ptr<WeightSegment> &segment = segments[entry->second];
  if (segment->place == WeightSegment::Place::FileRange)
    segment->file->release(
        segment->file->getBytes().slice(segment->offset, segment->sizeBytes));
  else if (segment->place == WeightSegment::Place::Spilled)
    spill->punch(segment->offset, segment->sizeBytes);
  segment.reset();
  places.erase(entry);
  return llvm::Error::success();
}

std::vector<const WeightSegment *> WeightStore::getSegments() const {
  std::lock_guard<std::mutex> lock(mutex);
  std::vector<const WeightSegment *> present;
  present.reserve(places.size());
  for (const std::unique_ptr<WeightSegment> &segment : segments)
    if (segment)
      present.push_back(segment.get());
  return present;
}

size_t WeightStore::size() const {
  std::lock_guard<std::mutex> lock(mutex);
  return places.size();
}

uint64_t WeightStore::computeTotalBytes() const {
  uint64_t total = 0;
  for (const WeightSegment *segment : getSegments())
    total += segment->sizeBytes;
  return total;
}

llvm::Expected<uint64_t> WeightStore::hash(llvm::StringRef key) {
  Xxh3 checksum;
  if (llvm::Error error = visitBytes(key, [&](llvm::ArrayRef<char> piece) {
        checksum.update(piece);
        return llvm::Error::success();
      }))
    return error;
  return checksum.getValue();
}

llvm::Expected<uint64_t> WeightStore::computeChecksum(llvm::StringRef key) {
  const WeightSegment *segment = find(key);
  if (!segment)
    return describeMissing(key);
  {
    std::lock_guard<std::mutex> lock(mutex);
    if (segment->checksum)
      return *segment->checksum;
  }
  llvm::Expected<uint64_t> checksum = hash(key);
  if (!checksum)
    return checksum.takeError();
  std::lock_guard<std::mutex> lock(mutex);
  auto entry = places.find(key);
  if (entry != places.end())
    segments[entry->second]->checksum = *checksum;
  return *checksum;
}

llvm::Error WeightStore::verify() {
  llvm::Error damaged = llvm::Error::success();
  for (const WeightSegment *segment : getSegments()) {
    if (!segment->checksum)
      continue;
    llvm::Expected<uint64_t> found = hash(segment->key);
    if (!found) {
      damaged = llvm::joinErrors(std::move(damaged), found.takeError());
      continue;
    }
    if (*found == *segment->checksum)
      continue;
    damaged = llvm::joinErrors(
        std::move(damaged),
        llvm::createStringError(
            llvm::Twine("weight '") + segment->key +
            "' is damaged: " + llvm::Twine(segment->sizeBytes) +
            " bytes at offset " + llvm::Twine(segment->offset) + " of '" +
            (segment->file ? segment->file->getPath() : "memory") +
            "' have checksum " + formatChecksum(*found) + ", expected " +
            formatChecksum(*segment->checksum)));
  }
  return damaged;
}
