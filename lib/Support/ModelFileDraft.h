// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model.ir whose weights are written before the rest of it, straight to where they stay, so that no byte is copied later. Where the
// process is killed, what is there stays beside the output, and the next draft of the same output goes on from it:
//
//   model.ir.partial         a page for the header, then weights
//   model.ir.partial.index   a line of JSON for each group of weights that is complete
//
// Weights are made in an order that is the same each time, so what an earlier process left is used as long as the same is asked for, and is cut off
// from the first difference on.

#ifndef WEFT_LIB_SUPPORT_MODELFILEDRAFT_H
#define WEFT_LIB_SUPPORT_MODELFILEDRAFT_H

#include "lib/Support/FileSections.h"
#include "lib/Support/MappedFile.h"
#include "lib/Support/WeightType.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>
#include <vector>

namespace weft {

/// One thread at a time; streams of begin() may be written by one thread each.
class ModelFileDraft {
public:
  struct Part {
    WeightType type;
    SectionRange range;
  };
  /// Weights that were made together.
  struct Entry {
    std::string key;
    std::vector<Part> parts;
    /// What the maker wants to know of them again.
    double error = 0;
  };

  /// Begins or goes on with the draft of \p path. Fails where it cannot be written, or where another process is about it.
  static llvm::Expected<std::unique_ptr<ModelFileDraft>>
  open(llvm::StringRef path);

  /// Deletes the draft unless it was committed; only a killed process leaves one.
  ~ModelFileDraft();
  ModelFileDraft(const ModelFileDraft &) = delete;
  ModelFileDraft &operator=(const ModelFileDraft &) = delete;

  /// What an earlier process made next, if it has this key and its bytes are whole; all that follows is dropped otherwise.
  std::optional<Entry> takeNext(llvm::StringRef key);

  /// Begins a section of so many bytes behind all others.
  llvm::Expected<std::unique_ptr<SectionStream>> begin(uint64_t sizeBytes);

  /// Says that the sections of the entry are complete.
  llvm::Error record(const Entry &entry);

  /// The bytes of a section.
  llvm::Expected<std::shared_ptr<MappedFile>> map(const SectionRange &range);

  /// Where the bytes of a mapping of map() lie in the file.
  std::optional<uint64_t> findOffset(const MappedFile &file) const;

  /// How many entries takeNext() has found, and their bytes.
  size_t getNumTaken() const { return numTaken; }
  uint64_t getBytesTaken() const { return bytesTaken; }

  /// All of the file, to append to.
  FileSections &getSections() { return sections; }

  /// Makes the file durable and gives it its name.
  llvm::Error commit(llvm::StringRef path);

private:
  /// An entry, and where its line of the index ends.
  struct Earlier {
    Entry entry;
    uint64_t lineEnd;
  };

  ModelFileDraft(std::string data, std::string index, int dataDescriptor,
                 int indexDescriptor)
      : dataPath(std::move(data)), indexPath(std::move(index)),
        dataDescriptor(dataDescriptor), indexDescriptor(indexDescriptor),
        sections(dataDescriptor, dataPath) {}

  llvm::Error readIndex();
  bool isWhole(const Entry &entry) const;
  /// Cuts off what has not been taken.
  llvm::Error dropEarlier();

  std::string dataPath, indexPath;
  int dataDescriptor, indexDescriptor;
  FileSections sections;
  /// Of an earlier process, not yet taken.
  std::deque<Earlier> earlier;
  /// Where lines of entries that were taken or recorded end.
  uint64_t indexEnd = 0;
  bool isCut = false;
  llvm::DenseMap<const MappedFile *, uint64_t> offsets;
  /// Keeps what offsets refers to.
  std::vector<std::shared_ptr<MappedFile>> mappings;
  size_t numTaken = 0;
  uint64_t bytesTaken = 0;
  bool isCommitted = false;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODELFILEDRAFT_H
