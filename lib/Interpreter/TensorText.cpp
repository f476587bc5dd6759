// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See TensorText.h.

#include "lib/Interpreter/TensorText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;

std::string weft::describeTensor(mlir::Type element,
                                 llvm::ArrayRef<int64_t> dims) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << element << '[';
  llvm::interleaveComma(dims, stream, [&](int64_t dim) {
    if (dim < 0)
      stream << '?';
    else
      stream << dim;
  });
  stream << ']';
  return text;
}
