// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes a safetensors file. Tensors are listed first; the bytes of each are
// streamed when the file is written, so a model need not fit in memory.

#ifndef WEFT_LIB_EXPORT_SAFETENSORS_SAFETENSORSWRITER_H
#define WEFT_LIB_EXPORT_SAFETENSORS_SAFETENSORSWRITER_H

#include "lib/Support/WeightType.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <vector>

namespace weft {

/// A file to be written. One thread.
class SafetensorsWriter {
public:
  /// Writes all elements of a tensor, row-major and little-endian.
  using WriteData = std::function<llvm::Error(llvm::raw_ostream &)>;

  /// Adds a text under __metadata__; readers of PyTorch models want "format"
  /// to be "pt".
  void addMetadata(llvm::StringRef key, llvm::StringRef value);

  /// \p writeData is called by write(), for larger elements first so that all
  /// data is aligned.
  void addTensor(llvm::StringRef name, const WeightType &type,
                 WriteData writeData);

  /// Writes the file, which appears under its name once it is whole. Fails on a
  /// name that is there twice or is not UTF-8, an unknown element type, a
  /// tensor whose data has another size, and failures to write.
  llvm::Error write(llvm::StringRef path) const;

private:
  struct Tensor {
    std::string name;
    WeightType type;
    WriteData writeData;
  };

  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<Tensor> tensors;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_SAFETENSORS_SAFETENSORSWRITER_H
