// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes a GGUF file (version 3, little-endian). Values and tensors are listed
// first; the bytes of each tensor are streamed when the file is written, so a
// model need not fit in memory.

#ifndef WEFT_LIB_EXPORT_GGUF_GGUFWRITER_H
#define WEFT_LIB_EXPORT_GGUF_GGUFWRITER_H

#include "lib/Import/Gguf/BlockTypes.h"
#include "lib/Import/Gguf/GgufValue.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <vector>

namespace weft {

/// A file to be written. One thread.
class GgufWriter {
public:
  /// Writes all blocks of a tensor, row after row.
  using WriteData = std::function<llvm::Error(llvm::raw_ostream &)>;

  void addInteger(llvm::StringRef key, uint32_t value);
  void addFloat(llvm::StringRef key, float value);
  void addBool(llvm::StringRef key, bool value);
  void addString(llvm::StringRef key, llvm::StringRef value);
  void addIntegers(llvm::StringRef key, llvm::ArrayRef<int32_t> values);
  void addFloats(llvm::StringRef key, llvm::ArrayRef<float> values);
  void addStrings(llvm::StringRef key, llvm::ArrayRef<llvm::StringRef> values);

  /// Adds a value of another file as it is. "general.alignment" is left out:
  /// this file has the default, 32.
  void addValue(const GgufValue &value);

  /// \p dims are row-major, outermost first. \p writeData is called by write().
  void addTensor(llvm::StringRef name, GgufType type,
                 llvm::ArrayRef<int64_t> dims, WriteData writeData);

  /// Writes the file, which appears under its name once it is whole. Fails on a
  /// key or name that is there twice, dimensions that the type cannot have, a
  /// tensor whose data has another size, and failures to write.
  llvm::Error write(llvm::StringRef path) const;

private:
  struct Entry {
    std::string key;
    /// Type and value as they stand in the file.
    std::string bytes;
  };
  struct Tensor {
    std::string name;
    GgufType type;
    llvm::SmallVector<int64_t, 4> dims;
    WriteData writeData;
  };

  llvm::Error check() const;
  llvm::Error writeTo(llvm::raw_ostream &stream) const;

  std::vector<Entry> entries;
  std::vector<Tensor> tensors;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_GGUF_GGUFWRITER_H
