// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Adds the flags of inputs, reads --input and finds the sizes of dimensions that inputs share.

#include "tools/weft/InputFlags.h"
#include "lib/Interpreter/NpyFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace weft;

/// Of flags that say how images are read.
static constexpr llvm::StringLiteral kImagePrefix = "--image-";

void InputFlags::addTo(FlagSet &flags) {
  flags.beginGroup("inputs");
  flags.addList(
      "--input", "NAME=VALUE", inputs,
      "VALUE is a file.npy, a number that fills the input, or random:SHAPE as "
      "in random:1x3x224x224; other inputs get seeded random values",
      checkPair);
}

void weft::addImageFlags(FlagSet &flags, ImageOptions &options) {
  flags.beginGroup("images of a folder");
  for (const ImageOption &option : kImageOptions)
    flags.add({(kImagePrefix + option.name).str(),
               option.value.str(),
               option.help.str(),
               {},
               [&options, &option](StringRef value) {
                 return options.set(option.name, value, kImagePrefix);
               }});
}

namespace {
/// The inputs of one call as they come together.
class InputMaker {
public:
  InputMaker(const Signature &signature, MLIRContext &context)
      : signature(signature), context(context),
        tensors(signature.inputs.size()), shapes(signature.inputs.size()),
        numbers(signature.inputs.size()) {}

  llvm::Error readFlag(StringRef flag);
  /// What inputs say comes first.
  void addSizes(const std::map<std::string, int64_t> &sizes) {
    for (const auto &[name, size] : sizes)
      symbols.try_emplace(name, size);
  }
  llvm::Expected<std::vector<Tensor>> finish();

private:
  llvm::Error fixDims(size_t index, ArrayRef<int64_t> dims);
  llvm::Expected<SmallVector<int64_t>> chooseDims(size_t index);

  const Signature &signature;
  MLIRContext &context;
  std::vector<Tensor> tensors;
  std::vector<std::optional<SmallVector<int64_t>>> shapes;
  std::vector<std::optional<double>> numbers;
  llvm::StringMap<int64_t> symbols;
};
} // namespace

llvm::Error InputMaker::fixDims(size_t index, ArrayRef<int64_t> dims) {
  const Argument &argument = signature.inputs[index];
  auto fail = [&] {
    std::string found = llvm::join(
        llvm::map_range(dims, [](int64_t dim) { return std::to_string(dim); }),
        ", ");
    return llvm::createStringError("input '" + argument.name + "': expected " +
                                   argument.describe() +
                                   ", found dimensions [" + found + "]");
  };
  if (dims.size() != argument.dims.size())
    return fail();
  for (auto [i, dim] : llvm::enumerate(dims)) {
    if (argument.dims[i] >= 0 && argument.dims[i] != dim)
      return fail();
    if (!argument.symbols[i].empty() && argument.dims[i] < 0)
      symbols.try_emplace(argument.symbols[i], dim);
  }
  return llvm::Error::success();
}

llvm::Error InputMaker::readFlag(StringRef flag) {
  auto [name, value] = flag.rsplit('=');
  auto it =
      llvm::find_if(signature.inputs, [name = name](const Argument &each) {
        return each.name == name;
      });
  if (it == signature.inputs.end()) {
    auto names = llvm::map_range(signature.inputs, [](const Argument &each) {
      return "'" + each.name + "' " + each.describe();
    });
    return llvm::createStringError(
        "the model has no input '" + name + "'; it has " +
        (signature.inputs.empty() ? "none" : llvm::join(names, ", ")));
  }
  size_t index = it - signature.inputs.begin();
  double number;
  if (!value.ends_with(".npy") && !value.starts_with("random:") &&
      !value.getAsDouble(number)) {
    numbers[index] = number;
    return llvm::Error::success();
  }
  if (value.consume_front("random:")) {
    SmallVector<StringRef> parts;
    value.split(parts, value.contains('x') ? 'x' : ',', -1, false);
    SmallVector<int64_t> dims(parts.size());
    for (auto [part, dim] : llvm::zip(parts, dims))
      if (part.getAsInteger(10, dim) || dim < 0)
        return llvm::createStringError(
            "input '" + name +
            "': expected sizes as in random:1x3x224x224, found '" + value +
            "'");
    shapes[index] = dims;
    return fixDims(index, dims);
  }
  llvm::Expected<Tensor> tensor = readNpy(value, context);
  if (!tensor)
    return llvm::createStringError("input '" + name +
                                   "': " + llvm::toString(tensor.takeError()));
  if (llvm::Error error = fixDims(index, tensor->getDims()))
    return error;
  Type wanted = it->elementType;
  // NumPy has no bf16.
  bool converts = wanted.isBF16() && tensor->getElementType().isF32();
  if (tensor->getElementType() != wanted && !converts) {
    std::string text;
    llvm::raw_string_ostream(text)
        << "input '" << name << "': expected elements of type " << wanted
        << ", found " << tensor->getElementType() << " in " << value;
    return llvm::createStringError(text);
  }
  tensors[index] = convertElements(*tensor, wanted);
  return llvm::Error::success();
}

llvm::Expected<SmallVector<int64_t>> InputMaker::chooseDims(size_t index) {
  const Argument &argument = signature.inputs[index];
  if (shapes[index])
    return *shapes[index];
  SmallVector<int64_t> dims(argument.dims);
  for (auto [i, dim] : llvm::enumerate(dims)) {
    if (dim >= 0)
      continue;
    const std::string &symbol = argument.symbols[i];
    if (auto known = symbols.find(symbol);
        !symbol.empty() && known != symbols.end()) {
      dim = known->second;
      continue;
    }
    auto range = signature.ranges.find(symbol);
    dim = range == signature.ranges.end()
              ? 1
              : std::clamp<int64_t>(1, range->second.least, range->second.most);
    llvm::errs() << "note: dimension " << i << " of input '" << argument.name
                 << "'" << (symbol.empty() ? "" : " (" + symbol + ")")
                 << " is open and taken as " << dim << '\n';
  }
  return dims;
}

llvm::Expected<std::vector<Tensor>> InputMaker::finish() {
  for (auto [index, argument] : llvm::enumerate(signature.inputs)) {
    // A state that nobody gave begins as the session decides.
    if (!tensors[index].isNull() ||
        (!argument.state.empty() && !numbers[index] && !shapes[index]))
      continue;
    llvm::Expected<SmallVector<int64_t>> dims = chooseDims(index);
    if (!dims)
      return dims.takeError();
    if (!numbers[index]) {
      tensors[index] = makeRandom(argument, *dims, index);
    } else if (FailureOr<Tensor> filled =
                   Tensor::allocate(argument.elementType, *dims);
               succeeded(filled)) {
      std::vector<double> values(filled->getNumElements(), *numbers[index]);
      store(filled->getElement(), values.data(), filled->getNumElements(),
            filled->getMutableData());
      tensors[index] = *filled;
    }
    if (tensors[index].isNull())
      return llvm::createStringError(
          "input '" + argument.name +
          "': no memory for a tensor of these dimensions");
  }
  return std::move(tensors);
}

llvm::Expected<std::vector<Tensor>> weft::makeInputs(const Signature &signature,
                                                     const InputFlags &flags,
                                                     MLIRContext &context) {
  InputMaker maker(signature, context);
  for (const std::string &flag : flags.inputs)
    if (llvm::Error error = maker.readFlag(flag))
      return error;
  maker.addSizes(flags.sizes);
  return maker.finish();
}
