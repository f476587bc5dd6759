// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes with our writers what our readers have read.

#ifndef WEFT_TOOLS_WEFT_WEIGHTS_COPYING_H
#define WEFT_TOOLS_WEFT_WEIGHTS_COPYING_H

#include "lib/Import/Gguf/GgufFile.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"

namespace weft {

llvm::Error copyGguf(const GgufFile &file, llvm::StringRef path);

/// The same with all tensors of two and more dimensions in the named type.
llvm::Error quantizeGguf(const GgufFile &file, llvm::StringRef path,
                         llvm::StringRef type);

llvm::Error copySafetensors(const SafetensorsFile &file, llvm::StringRef path);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_WEIGHTS_COPYING_H
