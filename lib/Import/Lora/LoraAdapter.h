// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Low-rank adapters (Hu et al., 2021): a weight W [outputs, inputs] becomes
// W + scale * B A, with A [rank, inputs] and B [outputs, rank]. Read are folders
// of the package peft (adapter_config.json, adapter_model.safetensors) and
// llama.cpp's GGUF files of the type "adapter".

#ifndef WEFT_LIB_IMPORT_LORA_LORAADAPTER_H
#define WEFT_LIB_IMPORT_LORA_LORAADAPTER_H

#include "lib/Support/MappedFile.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace weft {

/// "ADAPTER" or "ADAPTER=SCALE": a path and what it counts, 1 by default. Where
/// no number stands behind the last sign, all of it is the path.
struct LoraChoice {
  std::string path;
  double scale = 1;
};

/// Fails where the scale is no finite number.
llvm::Expected<LoraChoice> parseLora(llvm::StringRef text);

/// Floats [rows, width] in a mapped file.
struct LoraMatrix {
  int64_t rows = 0, width = 0;
  /// "f32", "f16" or "bf16".
  std::string dtype;
  llvm::ArrayRef<char> bytes;
};

struct LoraPair {
  /// As the adapter's format names it.
  std::string weight;
  LoraMatrix a, b;
  double scale = 1;
};

struct LoraAdapter {
  std::string path;
  std::vector<LoraPair> pairs;
  /// Of GGUF: queries and keys have neighbours rotated together.
  bool isInterleaved = false;
  /// What of its settings has no effect.
  std::vector<std::string> warnings;
  /// What the matrices lie in.
  std::vector<std::shared_ptr<MappedFile>> files;

  /// An error that names the adapter.
  llvm::Error makeError(const llvm::Twine &text) const;
};

/// Opens an adapter. Fails where the path is neither, a file is damaged, a
/// matrix has no counterpart, or the adapter changes more than linear layers by
/// such pairs, with a text that names file, tensor and remedy.
llvm::Expected<LoraAdapter> openLoraAdapter(llvm::StringRef path);

} // namespace weft

#endif // WEFT_LIB_IMPORT_LORA_LORAADAPTER_H
