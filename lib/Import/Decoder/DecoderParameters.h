// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of a decoder as parameters of the module: each is declared where it is
// read first, and all functions share it.

#ifndef WEFT_LIB_IMPORT_DECODER_DECODERPARAMETERS_H
#define WEFT_LIB_IMPORT_DECODER_DECODERPARAMETERS_H

#include "lib/Import/Decoder/DecoderWeights.h"
#include "lib/Import/TensorBuilder.h"
#include "llvm/ADT/StringMap.h"

namespace weft {

class DecoderParameters {
public:
  DecoderParameters(mlir::ModuleOp module, DecoderWeights &weights,
                    WeightStore &store)
      : module(module), weights(weights), store(store) {}

  bool has(const DecoderWeightId &id) { return weights.find(id).has_value(); }

  /// The weight as the file has it, of these dims; another size is an error. A
  /// weight that is missing is noted, and the value serves to go on.
  mlir::Value get(TensorBuilder &b, const DecoderWeightId &id,
                  llvm::ArrayRef<int64_t> dims);

  /// The weight as f32.
  mlir::Value getFloat(TensorBuilder &b, const DecoderWeightId &id,
                       llvm::ArrayRef<int64_t> dims);

  /// A linear layer on f32 [n, inputs], with its bias where there is one.
  mlir::Value linear(TensorBuilder &b, mlir::Value x, DecoderWeightId id,
                     int64_t outputs);

  /// Names of weights that were asked for and are not there.
  llvm::ArrayRef<std::string> getMissing() const { return missing; }

  /// The role of each weight by its name in the source.
  mlir::DictionaryAttr makeRoles();

private:
  ParameterOp declare(TensorBuilder &b, const DecoderWeight &weight,
                      const DecoderWeightId &id);

  mlir::ModuleOp module;
  DecoderWeights &weights;
  WeightStore &store;
  llvm::StringMap<ParameterOp> declared;
  /// By name, as an attribute has them.
  llvm::SmallVector<mlir::NamedAttribute> roles;
  std::vector<std::string> missing;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_DECODERPARAMETERS_H
