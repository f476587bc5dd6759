// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights of a decoder by role, whatever a format calls them.

#ifndef WEFT_LIB_IMPORT_DECODER_DECODERWEIGHTS_H
#define WEFT_LIB_IMPORT_DECODER_DECODERWEIGHTS_H

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace weft {

class WeightStore;

/// What a weight is for. Linear layers are [outputs, inputs].
enum class DecoderRole {
  TokenEmbedding,    // [vocabulary, width]
  PositionEmbedding, // [context, width]
  FinalNorm,
  Head, // [vocabulary, width]; the token embedding where it is absent
  // Of each layer:
  AttentionNorm,
  Query,
  Key,
  Value,
  QueryKeyValue, // the three as one
  QueryNorm,     // of each head
  KeyNorm,
  AttentionOutput,
  AttentionPostNorm,
  FeedForwardNorm,
  Gate,
  Up,
  GateUp, // the two as one
  Down,
  FeedForwardPostNorm,
  Router,     // [experts, width]
  ExpertGate, // of each expert, or [experts, outputs, inputs]
  ExpertUp,
  ExpertDown,
  SharedGate, // the shared expert
  SharedUp,
  SharedDown,
  SharedRouter, // [1, width]
};

/// Which weight: `layer` and `expert` are -1 where there is none.
struct DecoderWeightId {
  DecoderRole role;
  bool isBias = false;
  int64_t layer = -1;
  int64_t expert = -1;
};

/// A weight of the file.
struct DecoderWeight {
  /// In the source.
  std::string name;
  llvm::SmallVector<int64_t, 4> dims;
  /// Whether a linear layer lies as [inputs, outputs].
  bool isTransposed = false;
};

class DecoderWeights {
public:
  virtual ~DecoderWeights() = default;

  /// The weight, or nothing where the file has none of this role.
  virtual std::optional<DecoderWeight> find(const DecoderWeightId &id) = 0;

  /// What the format calls a weight that is not there, for messages.
  virtual std::string getName(const DecoderWeightId &id) = 0;

  /// Enters the bytes of a weight into the store under \p key: the range of the
  /// file where the store knows its type, otherwise values that are computed
  /// from it. Returns the element type ("f32", "f16", "bf16").
  virtual llvm::Expected<std::string> store(const DecoderWeight &weight,
                                            llvm::StringRef key,
                                            WeightStore &store) = 0;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_DECODERWEIGHTS_H
