// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads safetensors: 8 bytes with the size of a JSON header, the header, and
// row-major little-endian data that it describes. A model may be one file or
// shards that model.safetensors.index.json lists. Everything is checked when it
// is opened; nothing is copied.

#ifndef WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSFILE_H
#define WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSFILE_H

#include "lib/Support/MappedFile.h"
#include "lib/Support/WeightType.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <vector>

namespace weft {

/// A tensor of an open file.
struct SafetensorsTensor {
  std::string name;
  /// As WeightType spells it: bf16, f32, ui8, i1, ...
  std::string dtype;
  /// Row-major, outermost first; scalars have none.
  llvm::SmallVector<int64_t, 4> dims;
  /// The shard that holds the data.
  std::shared_ptr<MappedFile> file;
  /// Where the data begins, in bytes from the start of that shard; not always
  /// a multiple of the element size.
  uint64_t offset;
  uint64_t sizeBytes;

  int64_t getNumElements() const;
  WeightType getWeightType() const { return {dtype, dims}; }
  llvm::ArrayRef<uint8_t> getBytes() const;
};

/// An open model, all shards of it. Any thread may read.
class SafetensorsFile {
public:
  /// Opens a file, an index (*.index.json) with all its shards, or what a
  /// folder holds: its model.safetensors.index.json, else its
  /// model.safetensors. Fails with one message that names the file, the tensor,
  /// what was expected and what was found.
  static llvm::Expected<std::unique_ptr<SafetensorsFile>>
  open(llvm::StringRef path);

  /// The same for shards that are mapped already.
  static llvm::Expected<std::unique_ptr<SafetensorsFile>>
  read(llvm::ArrayRef<std::shared_ptr<MappedFile>> shards);

  llvm::ArrayRef<std::shared_ptr<MappedFile>> getShards() const {
    return shards;
  }

  /// Returns the tensors, shard after shard, in the order of their data.
  llvm::ArrayRef<SafetensorsTensor> getTensors() const { return tensors; }

  /// Returns the tensor, or null.
  const SafetensorsTensor *findTensor(llvm::StringRef name) const;

  /// Returns the strings under __metadata__, those of the first shard first.
  llvm::ArrayRef<std::pair<std::string, std::string>> getMetadata() const {
    return metadata;
  }

private:
  SafetensorsFile() = default;
  llvm::Error readShard(std::shared_ptr<MappedFile> shard);
  static llvm::Expected<std::unique_ptr<SafetensorsFile>>
  openIndex(llvm::StringRef path);

  std::vector<std::shared_ptr<MappedFile>> shards;
  std::vector<SafetensorsTensor> tensors;
  std::vector<std::pair<std::string, std::string>> metadata;
  llvm::DenseMap<llvm::StringRef, size_t> names;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSFILE_H
