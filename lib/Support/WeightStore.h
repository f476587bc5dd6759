// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes of weights, outside the MLIR context. A segment is a range of a file
// that is mapped (the imported model, a model.ir), bytes in the store's own
// spill file, or memory that someone else keeps. Nothing is held in the heap:
// pages come when they are read and go with release(), so that a model of 13 GB
// is handled in a fraction of that. Passes map a segment, write its successor
// and drop it.

#ifndef WEFT_LIB_SUPPORT_WEIGHTSTORE_H
#define WEFT_LIB_SUPPORT_WEIGHTSTORE_H

#include "lib/Support/MappedFile.h"
#include "lib/Support/SectionStream.h"
#include "lib/Support/SpillFile.h"
#include "lib/Support/WeightType.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>
#include <optional>
#include <vector>

namespace weft {

class WeightStore;

/// One weight of a store. The reference stays valid until the weight is removed
/// or replaced.
struct WeightSegment {
  enum class Place {
    FileRange, ///< sizeBytes at offset of file
    Spilled,   ///< in the store's own file, aligned to a page
    Borrowed,  ///< in memory that outlives the store
  };

  std::string key;
  WeightType type;
  uint64_t sizeBytes = 0;
  Place place = Place::Borrowed;
  uint64_t offset = 0;
  /// The whole file of a FileRange; the segment alone of a Spilled one, once
  /// somebody has mapped it.
  std::shared_ptr<MappedFile> file;
  const char *memory = nullptr;
  /// Known from the start where an index recorded it or the store wrote it.
  std::optional<uint64_t> checksum;
};

/// Streams one segment into the spill file. Move-only, used by one thread;
/// several writers of a store may be open at a time. Without commit() nothing
/// enters the store.
class WeightWriter {
public:
  enum class IfPresent { Fail, Replace };

  WeightWriter(WeightWriter &&other);
  WeightWriter &operator=(WeightWriter &&) = delete;
  ~WeightWriter();

  /// The stream to write the bytes to; its errors show in commit().
  llvm::raw_ostream &getStream() { return *stream; }

  void write(llvm::ArrayRef<char> bytes) {
    stream->write(bytes.data(), bytes.size());
  }

  /// Enters the segment. Fails if the number of bytes is not the type's, if
  /// writing failed (disk full), or if the key is there and \p ifPresent says
  /// Fail. The key is looked at only now: the old segment may be read while its
  /// successor is written.
  llvm::Error commit(IfPresent ifPresent = IfPresent::Fail);

private:
  friend class WeightStore;
  WeightWriter(WeightStore &store, WeightSegment segment, int descriptor,
               llvm::StringRef name);

  WeightStore *store;
  WeightSegment segment;
  std::unique_ptr<SectionStream> stream;
};

/// Key -> segment, in order of insertion. All functions may be called from any
/// thread; a segment that is removed or replaced must not be in use elsewhere.
class WeightStore {
public:
  /// \p spillFolder is where the temporary file for appended segments is made
  /// once it is needed; empty means TMPDIR.
  static llvm::Expected<std::unique_ptr<WeightStore>>
  create(llvm::StringRef spillFolder = "");

  /// Enters \p sizeBytes at \p offset of the file \p path, which is mapped once
  /// however many ranges refer to it. Fails if the file is missing or shorter,
  /// if \p sizeBytes is not the type's size, or if the key is there.
  llvm::Error addFileRange(llvm::StringRef key, llvm::StringRef path,
                           uint64_t offset, uint64_t sizeBytes,
                           const WeightType &type);

  /// The same for a file that is mapped already. \p checksum is what an index
  /// says about the bytes; verify() compares.
  llvm::Error addFileRange(llvm::StringRef key,
                           std::shared_ptr<MappedFile> file, uint64_t offset,
                           uint64_t sizeBytes, const WeightType &type,
                           std::optional<uint64_t> checksum = std::nullopt);

  /// Enters memory that outlives the store, without a copy.
  llvm::Error addBorrowed(llvm::StringRef key, const WeightType &type,
                          llvm::ArrayRef<char> bytes);

  /// Copies \p bytes into the spill file.
  llvm::Error append(llvm::StringRef key, const WeightType &type,
                     llvm::ArrayRef<char> bytes);

  /// Begins a segment of the spill file that is written piece by piece.
  llvm::Expected<WeightWriter> begin(llvm::StringRef key,
                                     const WeightType &type);

  /// Returns the segment, or null.
  const WeightSegment *find(llvm::StringRef key) const;

  /// Returns all bytes of the segment, mapped and never copied; valid until the
  /// segment is removed or replaced. Appended segments begin at a page; ranges
  /// of foreign files and borrowed memory begin anywhere: read elements with
  /// memcpy or llvm::support::endian.
  llvm::Expected<llvm::ArrayRef<char>> map(llvm::StringRef key);

  /// Calls \p visit with the bytes of the segment from front to back, piece by
  /// piece, and gives the pages of each piece back afterwards. An error of
  /// \p visit ends it.
  llvm::Error
  visitBytes(llvm::StringRef key,
             llvm::function_ref<llvm::Error(llvm::ArrayRef<char>)> visit);

  /// Gives the pages of the segment back. Bytes that map() returned stay valid;
  /// they are read from the file again when touched.
  void release(llvm::StringRef key);

  /// Drops the segment; its disk space too if it was appended. Fails if there
  /// is none.
  llvm::Error remove(llvm::StringRef key);

  /// Returns the segments in order of insertion; a replaced segment keeps its
  /// place.
  std::vector<const WeightSegment *> getSegments() const;

  size_t size() const;

  /// Returns the sum of the segments' sizes.
  uint64_t computeTotalBytes() const;

  /// Returns XXH3-64 of the segment: what is known, or else computed now and
  /// kept.
  llvm::Expected<uint64_t> computeChecksum(llvm::StringRef key);

  /// Reads every segment and compares with the checksums that are known. Fails
  /// with one message that names each damaged weight, its file and offset.
  llvm::Error verify();

private:
  friend class WeightWriter;
  explicit WeightStore(llvm::StringRef spillFolder)
      : spillFolder(spillFolder) {}

  llvm::Error insert(WeightSegment segment, WeightWriter::IfPresent ifPresent);
  llvm::Expected<uint64_t> hash(llvm::StringRef key);
  void abandon(const WeightSegment &segment);

  mutable std::mutex mutex;
  std::string spillFolder;
  std::unique_ptr<SpillFile> spill;
  llvm::StringMap<std::shared_ptr<MappedFile>> files;
  llvm::StringMap<size_t> places;
  // Null where a segment was removed.
  std::vector<std::unique_ptr<WeightSegment>> segments;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_WEIGHTSTORE_H
