// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --input: where the values of inputs come from.

#ifndef WEFT_TOOLS_WEFT_INPUTFLAGS_H
#define WEFT_TOOLS_WEFT_INPUTFLAGS_H

#include "lib/Images/ImageOptions.h"
#include "lib/Interpreter/Tensor.h"
#include "tools/weft/FlagSet.h"
#include "tools/weft/Signature.h"
#include "tools/weft/Verb.h"

#include <map>

namespace weft {

struct InputFlags {
  std::vector<std::string> inputs;
  /// Sizes of open dimensions by their names, where no input says more.
  std::map<std::string, int64_t> sizes;

  void addTo(FlagSet &flags);
};

/// Adds --image-NAME for each option of images, under a heading.
void addImageFlags(FlagSet &flags, ImageOptions &options);

/// Makes a tensor for each input: from its flag, or by default as docs say: floats from N(0,1) with a fixed seed, masks 1,
/// integers that index something below the axis, other integers 0 or 1, open dimensions 1 with a note, states none (null).
/// Fails with a text for people.
llvm::Expected<std::vector<Tensor>> makeInputs(const Signature &signature,
                                               const InputFlags &flags,
                                               mlir::MLIRContext &context);

/// Random elements for an input; `number` takes part in the seed.
Tensor makeRandom(const Argument &argument, llvm::ArrayRef<int64_t> dims,
                  unsigned number);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_INPUTFLAGS_H
