// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The inputs of the calls that models other than language models are compared on.

#ifndef WEFT_TOOLS_WEFT_CALLSAMPLES_H
#define WEFT_TOOLS_WEFT_CALLSAMPLES_H

#include "lib/Images/ImageSamples.h"
#include "tools/weft/InputFlags.h"

namespace weft {

struct SampleOptions {
  InputFlags inputs;
  /// A .npy file with the values of the only input, or a .npz file with an array for each, sample by sample along the first dimension, or a folder
  /// of images; empty = `inputs`, which are random where no flag fixes them.
  std::string file;
  /// At most so many calls.
  int count = 8;
  /// How images become inputs.
  ImageOptions images = {};

  bool areImages() const;
};

/// The images of the folder that `options` name, for a function of that signature.
llvm::Expected<ImageSamples> openImages(const Signature &signature,
                                        const SampleOptions &options);

/// A tensor for each input, call by call; null for a state. Inputs that a flag fixes are the same in each call, and there is one call where
/// all are. Fails with a text for people, where the file does not fit among others.
llvm::Expected<std::vector<std::vector<Tensor>>>
makeCallSamples(const Signature &signature, const SampleOptions &options,
                mlir::MLIRContext &context);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CALLSAMPLES_H
