// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What weights lose where a format cannot hold them as they are.

#ifndef WEFT_LIB_EXPORT_DECODER_ROUNDINGLOSS_H
#define WEFT_LIB_EXPORT_DECODER_ROUNDINGLOSS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace weft {

class RoundingLoss {
public:
  /// Begins a weight. \p type is what it is written as.
  void begin(llvm::StringRef name, llvm::StringRef type);
  void add(llvm::ArrayRef<float> wanted, llvm::ArrayRef<float> written);
  /// Ends the weight.
  void end();

  int64_t getCount() const { return count; }
  /// "3 weights were rounded again: ... "; empty where none was.
  std::string describe() const;

private:
  std::string name, type;
  double squared = 0, norm = 0;
  int64_t count = 0;
  double worst = 0;
  std::string worstName, worstType;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_DECODER_ROUNDINGLOSS_H
