// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Shows what the readers make of a GGUF or safetensors file, for tests that
// compare it with other readers.

#include "Copying.h"
#include "Listing.h"
#include "lib/Import/Gguf/GgufTokenizer.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;

static constexpr llvm::StringLiteral kUsage =
    "usage: weft-weights list PATH            metadata and tensors, as JSON\n"
    "       weft-weights values GGUF TENSOR   its values as f32, raw bytes\n"
    "       weft-weights split GGUF TENSOR    the same by way of codes and\n"
    "                                         scales\n"
    "       weft-weights text GGUF            special tokens, as JSON\n"
    "       weft-weights tokenizer GGUF       tokenizer.json\n"
    "       weft-weights copy PATH COPY       the same file, written by us\n"
    "       weft-weights quantize GGUF COPY TYPE   with its matrices in a "
    "type\n";

static void write(llvm::ArrayRef<float> values) {
  llvm::outs().write(reinterpret_cast<const char *>(values.data()),
                     values.size() * sizeof(float));
}

static std::vector<float> computeValues(const GgufTensor &tensor) {
  std::vector<float> values(tensor.getNumElements());
  dequantize(tensor.type, tensor.getBlocks().data(), values.data(),
             tensor.getNumElements());
  return values;
}

/// Puts values together from what splitBlocks gives.
static std::vector<float> computeFromParts(const GgufTensor &tensor,
                                           const IntegerForm &form) {
  int64_t count = tensor.getNumElements();
  std::vector<int8_t> codes(count);
  std::vector<float> scales(count / form.groupSize);
  std::vector<float> minimums(form.isSymmetric ? 0 : scales.size());
  splitBlocks(tensor.type, tensor.getBlocks().data(), codes.data(),
              scales.data(), minimums.data(), count);
  std::vector<float> values(count);
  for (int64_t i = 0; i < count; ++i) {
    int64_t group = i / form.groupSize;
    values[i] = scales[group] * static_cast<float>(codes[i]);
    if (!form.isSymmetric)
      values[i] += minimums[group];
  }
  return values;
}

static llvm::Error runOnTensor(llvm::StringRef command, const GgufFile &file,
                               llvm::StringRef name) {
  const GgufTensor *tensor = file.findTensor(name);
  if (!tensor)
    return file.failAt(name, "there is no such tensor");
  std::optional<IntegerForm> form = findIntegerForm(tensor->type);
  if (command == "split" && !form)
    return file.failAt(name, "its type has no integer form");
  write(command == "split" ? computeFromParts(*tensor, *form)
                           : computeValues(*tensor));
  return llvm::Error::success();
}

static llvm::Error runOnGguf(llvm::ArrayRef<llvm::StringRef> arguments) {
  llvm::Expected<std::unique_ptr<GgufFile>> file = GgufFile::open(arguments[1]);
  if (!file)
    return file.takeError();
  llvm::StringRef command = arguments[0];
  if (command == "copy")
    return copyGguf(**file, arguments[2]);
  if (command == "quantize")
    return quantizeGguf(**file, arguments[2], arguments[3]);
  if (command == "values" || command == "split")
    return runOnTensor(command, **file, arguments[2]);
  if (command == "text") {
    llvm::Expected<GgufText> text = readGgufText(**file);
    if (!text)
      return text.takeError();
    listText(*text);
  } else if (command == "tokenizer") {
    llvm::Expected<std::string> json = makeTokenizerJson(**file);
    if (!json)
      return json.takeError();
    llvm::outs() << *json;
  } else {
    listGguf(**file);
  }
  return llvm::Error::success();
}

static llvm::Error run(llvm::ArrayRef<llvm::StringRef> arguments) {
  if (arguments[1].ends_with(".gguf"))
    return runOnGguf(arguments);
  llvm::Expected<std::unique_ptr<SafetensorsFile>> file =
      SafetensorsFile::open(arguments[1]);
  if (!file)
    return file.takeError();
  if (arguments[0] == "copy")
    return copySafetensors(**file, arguments[2]);
  listSafetensors(**file);
  return llvm::Error::success();
}

/// Returns how many arguments a command takes, itself included; 0 for none.
static size_t countArguments(llvm::StringRef command) {
  return llvm::StringSwitch<size_t>(command)
      .Cases({"list", "text", "tokenizer"}, 2)
      .Cases({"values", "split", "copy"}, 3)
      .Case("quantize", 4)
      .Default(0);
}

int main(int argc, char **argv) {
  llvm::SmallVector<llvm::StringRef> arguments(argv + 1, argv + argc);
  if (arguments.empty() || countArguments(arguments[0]) != arguments.size()) {
    llvm::errs() << kUsage;
    return 2;
  }
  if (llvm::Error error = run(arguments)) {
    llvm::errs() << "error: " << llvm::toString(std::move(error)) << '\n';
    return 1;
  }
  return 0;
}
