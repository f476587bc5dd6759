// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stranger's adapter: bytes that begin as GGUF are a file, others a folder's
// adapter_config.json, a null byte, and adapter_model.safetensors. Of what
// opens, every byte is read.

#include "lib/Import/Lora/LoraAdapter.h"
#include "test/fuzz/InputFile.h"
#include <cmath>
#include <cstdlib>

using namespace weft;

static llvm::Expected<LoraAdapter> open(llvm::StringRef input) {
  static const InputFile gguf;
  static const std::string folder = makeInputFolder();
  static const InputFile config(folder + "/adapter_config.json"),
      weights(folder + "/adapter_model.safetensors");
  if (input.starts_with("GGUF")) {
    gguf.write(input);
    return openLoraAdapter(gguf.getPath());
  }
  auto [text, tensors] = input.split('\0');
  config.write(text);
  weights.write(tensors);
  return openLoraAdapter(folder);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::Expected<LoraAdapter> adapter =
      open({reinterpret_cast<const char *>(data), size});
  if (!adapter) {
    llvm::consumeError(adapter.takeError());
    return 0;
  }
  uint64_t sum = 0, total = 0;
  for (const LoraPair &pair : adapter->pairs) {
    for (const LoraMatrix *matrix : {&pair.a, &pair.b}) {
      uint64_t elementBytes = matrix->dtype == "f32" ? 4 : 2;
      if (matrix->rows < 1 || matrix->width < 1 ||
          matrix->bytes.size() !=
              uint64_t(matrix->rows * matrix->width) * elementBytes)
        std::abort();
      for (char byte : matrix->bytes)
        sum += uint8_t(byte);
      total += matrix->bytes.size();
    }
    if (pair.a.rows != pair.b.width || !std::isfinite(pair.scale))
      std::abort();
  }
  if (total > size || sum > 255 * total)
    std::abort();
  return 0;
}
