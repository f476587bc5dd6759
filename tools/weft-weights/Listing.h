// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a weight file holds, as JSON on stdout.

#ifndef WEFT_TOOLS_WEFT_WEIGHTS_LISTING_H
#define WEFT_TOOLS_WEFT_WEIGHTS_LISTING_H

#include "lib/Import/Gguf/GgufFile.h"
#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"

namespace weft {

void listGguf(const GgufFile &file);
void listSafetensors(const SafetensorsFile &file);
void listText(const GgufText &text);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_WEIGHTS_LISTING_H
