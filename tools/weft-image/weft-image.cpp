// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a model would get from images, for tests that compare it with others.
//
//   weft-image FOLDER TYPE DIMS OUT.npy [NAME=VALUE...]    an input such as f32 1,3,-1,-1 from each of a folder's images, one behind the other, with
//                                                          options such as size=224; files that cannot be read are named on stderr

#include "lib/Images/ImageSamples.h"
#include "lib/Interpreter/NpyFile.h"
#include "mlir/AsmParser/AsmParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace weft;

static int fail(llvm::Error error) {
  llvm::errs() << "error: " << llvm::toString(std::move(error)) << '\n';
  return 1;
}

/// All that can be read, in one array.
static llvm::Expected<Tensor> readAll(const ImageSamples &samples) {
  std::vector<Tensor> inputs;
  for (size_t call = 0; call < samples.getNumCalls(); ++call) {
    llvm::Expected<Tensor> input = samples.read(call);
    if (input)
      inputs.push_back(*input);
    else
      llvm::errs() << "error: " << llvm::toString(input.takeError()) << '\n';
  }
  if (inputs.empty())
    return llvm::createStringError("no image can be read");
  SmallVector<int64_t> dims = {static_cast<int64_t>(inputs.size())};
  llvm::append_range(dims, inputs.front().getDims());
  FailureOr<Tensor> all =
      Tensor::allocate(inputs.front().getElementType(), dims);
  if (failed(all))
    return llvm::createStringError("no memory for all images");
  char *to = all->getMutableData();
  for (const Tensor &each : inputs)
    to = llvm::copy(each.getBytes(), to);
  return *all;
}

int main(int argc, char **argv) {
  if (argc < 5)
    return fail(llvm::createStringError(
        "expected FOLDER TYPE DIMS OUT.npy [NAME=VALUE...]"));
  MLIRContext context;
  ImageInput input = {"x", parseType(argv[2], &context), {}};
  SmallVector<StringRef> parts;
  StringRef(argv[3]).split(parts, ',');
  for (StringRef part : parts)
    if (part.getAsInteger(10, input.dims.emplace_back()))
      return fail(llvm::createStringError("expected sizes, found " + part));
  if (!input.element)
    return 1;
  ImageOptions options;
  for (const char *each : llvm::ArrayRef(argv + 5, argv + argc)) {
    auto [name, value] = StringRef(each).split('=');
    if (llvm::Error error = options.set(name, value))
      return fail(std::move(error));
  }
  llvm::Expected<ImageSamples> samples =
      ImageSamples::open(argv[1], input, options, SIZE_MAX);
  if (!samples)
    return fail(samples.takeError());
  llvm::Expected<Tensor> all = readAll(*samples);
  if (!all)
    return fail(all.takeError());
  if (llvm::Error error = writeNpy(argv[4], *all))
    return fail(std::move(error));
  return 0;
}
