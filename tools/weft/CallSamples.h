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
  /// At most so many calls; 0 = by default.
  int count = 0;
  /// How images become inputs.
  ImageOptions images = {};

  bool areImages() const;
  /// By default all of the file's, or 8 with random inputs.
  int getCount() const;
};

/// Whether a file has samples of inputs: a .npy or .npz file, or a folder of images.
bool isSampleData(llvm::StringRef path);

/// Refuses a --data that has none, for models that are no language models.
ExitStatus checkSampleData(llvm::StringRef data, const InputFlags &flags);

/// The images of the folder that `options` name, for a function of that signature.
llvm::Expected<ImageSamples> openImages(const Signature &signature,
                                        const SampleOptions &options);

/// Gives the inputs that no flag fixes the random values of call `number`; returns how many there are. Fails where there is no memory.
llvm::Expected<size_t> randomizeInputs(const Signature &signature,
                                       const InputFlags &flags, int number,
                                       llvm::MutableArrayRef<Tensor> inputs);

/// A tensor for each input, call by call; null for a state. Inputs that a flag fixes are the same in each call, and there is one call where
/// all are. Fails with a text for people, where the file does not fit among others.
llvm::Expected<std::vector<std::vector<Tensor>>>
makeCallSamples(const Signature &signature, const SampleOptions &options,
                mlir::MLIRContext &context);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CALLSAMPLES_H
