// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Adds low-rank adapters to the weights of a language model.

#ifndef WEFT_LIB_IMPORT_LORA_MERGELORA_H
#define WEFT_LIB_IMPORT_LORA_MERGELORA_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

namespace weft {

/// "ADAPTER" or "ADAPTER=SCALE": a path and what it counts, 1 by default. Where
/// no number stands behind the last sign, all of it is the path.
struct LoraChoice {
  std::string path;
  double scale = 1;
};

/// Fails where the scale is no finite number.
llvm::Expected<LoraChoice> parseLora(llvm::StringRef text);

/// Replaces each weight W that the adapter has a pair for by
/// W + choice.scale * scale * B A, computed in f32 and rounded once to the type
/// of W. Names are found in either of transformers' and llama.cpp's spellings,
/// whatever the model came from. Quantized weights become floats first, all of
/// the model, with a warning. Fails where the module is no language model, and
/// where a pair is of no weight of it or of another shape.
llvm::Error mergeLora(mlir::ModuleOp module, const LoraChoice &choice);

} // namespace weft

#endif // WEFT_LIB_IMPORT_LORA_MERGELORA_H
