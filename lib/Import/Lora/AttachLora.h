// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Puts low-rank adapters beside the weights of a language model, which stay as
// they are.

#ifndef WEFT_LIB_IMPORT_LORA_ATTACHLORA_H
#define WEFT_LIB_IMPORT_LORA_ATTACHLORA_H

#include "lib/Import/Lora/LoraAdapter.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

/// How the state begins that changes the strength of an adapter: "lora.NAME".
inline constexpr llvm::StringLiteral kLoraStatePrefix = "lora.";

/// Adds scale * pair.scale * (1 + s) * B (A x) to each product W x whose weight
/// the adapter has a pair for, in every function. A and B become parameters with
/// the adapter's floats, mapped from its file; s is a state f32 of the session,
/// "lora.NAME", 0 at first: -1 leaves the adapter out. NAME is that of its
/// folder or file, with a number behind it where the model has an adapter of
/// that name. Fails where LoraTargets does.
llvm::Error attachLora(mlir::ModuleOp module, const LoraAdapter &adapter,
                       double scale);

} // namespace weft

#endif // WEFT_LIB_IMPORT_LORA_ATTACHLORA_H
