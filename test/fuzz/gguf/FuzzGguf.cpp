// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Any bytes as a GGUF file. What opens is used: all values, the blocks of all
// tensors, and the tokenizer, whose text must be JSON.

#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Gguf/GgufTokenizer.h"
#include "test/fuzz/MappedInput.h"
#include "llvm/Support/JSON.h"
#include <cstdlib>

using namespace weft;

static void readValues(const GgufFile &file) {
  for (const GgufValue &value : file.getMetadata()) {
    (void)value.describeType();
    (void)value.asInteger();
    (void)value.asFloat();
    (void)value.asBool();
    (void)value.asString();
    (void)value.asIntegers();
    (void)value.asFloats();
    (void)value.asStrings();
  }
}

static void readTensor(const GgufTensor &tensor) {
  std::vector<float> values(tensor.getNumElements());
  dequantize(tensor.type, tensor.getBlocks().data(), values.data(),
             tensor.getNumElements());
  std::optional<IntegerForm> form = findIntegerForm(tensor.type);
  if (!form)
    return;
  std::vector<int8_t> codes(values.size());
  std::vector<float> scales(values.size() / form->groupSize);
  std::vector<float> minimums(scales.size());
  splitBlocks(tensor.type, tensor.getBlocks().data(), codes.data(),
              scales.data(), minimums.data(), tensor.getNumElements());
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::shared_ptr<MappedFile> bytes = mapInput(data, size);
  if (!bytes)
    return 0;
  llvm::Expected<std::unique_ptr<GgufFile>> file = GgufFile::read(bytes);
  if (!file) {
    llvm::consumeError(file.takeError());
    return 0;
  }
  readValues(**file);
  for (const GgufTensor &tensor : (*file)->getTensors())
    readTensor(tensor);
  llvm::consumeError(readGgufText(**file).takeError());
  llvm::Expected<std::string> tokenizer = makeTokenizerJson(**file);
  if (!tokenizer)
    llvm::consumeError(tokenizer.takeError());
  else if (llvm::Error error = llvm::json::parse(*tokenizer).takeError())
    std::abort();
  return 0;
}
