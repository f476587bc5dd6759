// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Adds low-rank adapters to the weights of a language model.

#ifndef WEFT_LIB_IMPORT_LORA_MERGELORA_H
#define WEFT_LIB_IMPORT_LORA_MERGELORA_H

#include "lib/Import/Lora/LoraAdapter.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

/// Replaces each weight W that the adapter has a pair for by
/// W + scale * pair.scale * B A, computed in f32 and rounded once to the type of
/// W. Quantized weights become floats first, all of the model, with a warning.
/// Fails where LoraTargets does.
llvm::Error mergeLora(mlir::ModuleOp module, const LoraAdapter &adapter,
                      double scale);

} // namespace weft

#endif // WEFT_LIB_IMPORT_LORA_MERGELORA_H
