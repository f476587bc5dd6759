// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The JSON header of one safetensors file.

#ifndef WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSHEADER_H
#define WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSHEADER_H

#include "lib/Import/Safetensors/SafetensorsFile.h"

namespace weft {

/// What one file says, checked.
struct SafetensorsHeader {
  /// In the order of their data, which they fill without gaps.
  std::vector<SafetensorsTensor> tensors;
  std::vector<std::pair<std::string, std::string>> metadata;
};

/// Reads and checks the header of \p file. The reference implementation's limit
/// of 100 MB holds.
llvm::Expected<SafetensorsHeader>
readSafetensorsHeader(std::shared_ptr<MappedFile> file);

/// Returns the first key that an object of \p text, valid JSON, has twice.
/// Parsers keep one of them, and different parsers different ones.
std::optional<std::string> findDuplicateKey(llvm::StringRef text);

} // namespace weft

#endif // WEFT_LIB_IMPORT_SAFETENSORS_SAFETENSORSHEADER_H
