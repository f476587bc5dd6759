// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads the container of llama.cpp (versions 2 and 3, little-endian; ggml's
// docs/gguf.md): a list of metadata, a list of tensors, and their data. All of
// it is checked when the file is opened, so that every tensor that getTensors()
// returns lies in its file and has a type that dequantize() knows. Nothing is
// copied: keys, strings and data are views into the mapped files.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFFILE_H
#define WEFT_LIB_IMPORT_GGUF_GGUFFILE_H

#include "lib/Import/Gguf/BlockTypes.h"
#include "lib/Import/Gguf/GgufValue.h"
#include "lib/Support/MappedFile.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <vector>

namespace weft {

/// A tensor of an open file.
struct GgufTensor {
  std::string name;
  GgufType type;
  /// Row-major, outermost first: a linear layer is [outputs, inputs]. The file
  /// lists them the other way round. The innermost is a multiple of the block
  /// size. Scalars have none.
  llvm::SmallVector<int64_t, 4> dims;
  /// The part of the file that holds the data.
  std::shared_ptr<MappedFile> file;
  /// Where the data begins, in bytes from the start of that part.
  uint64_t offset;
  uint64_t sizeBytes;

  int64_t getNumElements() const;

  /// Returns the blocks, row after row; aligned to nothing in particular.
  llvm::ArrayRef<uint8_t> getBlocks() const;
};

/// An open file, all parts of it. Any thread may read.
class GgufFile {
public:
  /// Opens the file. If its name is that of a part (x-00002-of-00005.gguf), all
  /// parts are opened; their metadata is that of the first. Fails with one
  /// message that names the file, the key or tensor, what was expected and what
  /// was found.
  static llvm::Expected<std::unique_ptr<GgufFile>> open(llvm::StringRef path);

  /// The same for one or more parts that are mapped already, in their order.
  static llvm::Expected<std::unique_ptr<GgufFile>>
  read(llvm::ArrayRef<std::shared_ptr<MappedFile>> parts);

  /// Returns the path of the first part.
  llvm::StringRef getPath() const { return parts.front()->getPath(); }

  llvm::ArrayRef<std::shared_ptr<MappedFile>> getParts() const { return parts; }

  /// The container's version of the first part: 2 or 3.
  uint32_t getVersion() const { return version; }

  /// Returns the metadata in the order of the file.
  llvm::ArrayRef<GgufValue> getMetadata() const { return metadata; }

  /// Returns the value, or null.
  const GgufValue *find(llvm::StringRef key) const;

  /// Returns the tensors in the order of the file, part after part.
  llvm::ArrayRef<GgufTensor> getTensors() const { return tensors; }

  /// Returns the tensor, or null.
  const GgufTensor *findTensor(llvm::StringRef name) const;

  /// Each returns nothing where the key is absent, and fails where its value
  /// is of another type; see GgufValue for what is accepted.
  llvm::Expected<std::optional<int64_t>> findInteger(llvm::StringRef key) const;
  llvm::Expected<std::optional<double>> findFloat(llvm::StringRef key) const;
  llvm::Expected<std::optional<bool>> findBool(llvm::StringRef key) const;
  llvm::Expected<std::optional<llvm::StringRef>>
  findString(llvm::StringRef key) const;
  llvm::Expected<std::optional<std::vector<int64_t>>>
  findIntegers(llvm::StringRef key) const;
  llvm::Expected<std::optional<std::vector<double>>>
  findFloats(llvm::StringRef key) const;
  llvm::Expected<std::optional<std::vector<llvm::StringRef>>>
  findStrings(llvm::StringRef key) const;

  /// The same for what must be there: an absent key is an error too.
  llvm::Expected<int64_t> getInteger(llvm::StringRef key) const;
  llvm::Expected<double> getFloat(llvm::StringRef key) const;
  llvm::Expected<llvm::StringRef> getString(llvm::StringRef key) const;
  llvm::Expected<std::vector<int64_t>> getIntegers(llvm::StringRef key) const;
  llvm::Expected<std::vector<llvm::StringRef>>
  getStrings(llvm::StringRef key) const;

  /// Makes an error that names the file and the key, or the tensor.
  llvm::Error failAt(llvm::StringRef key, const llvm::Twine &message) const;

private:
  GgufFile() = default;
  llvm::Error readPart(std::shared_ptr<MappedFile> part, uint64_t index,
                       uint64_t count);
  llvm::Error checkSplit(llvm::ArrayRef<GgufValue> values,
                         const MappedFile &part, uint64_t index,
                         uint64_t count) const;

  uint32_t version = 0;
  std::vector<std::shared_ptr<MappedFile>> parts;
  std::vector<GgufValue> metadata;
  std::vector<GgufTensor> tensors;
  llvm::DenseMap<llvm::StringRef, size_t> keys;
  llvm::DenseMap<llvm::StringRef, size_t> names;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFFILE_H
