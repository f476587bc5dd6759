// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights of a language model by role, as exporters read them: row by row,
// as floats, and as codes with scales where they are quantized. The inverse of
// lib/Import/Decoder.

#ifndef WEFT_LIB_EXPORT_DECODER_DECODERTENSORS_H
#define WEFT_LIB_EXPORT_DECODER_DECODERTENSORS_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Decoder/DecoderWeights.h"
#include "passes/Simplify/ParameterTable.h"
#include <map>

namespace weft {

/// How a parameter of codes is read.
struct WeightCodes {
  ParameterOp scales, zeros;
  int64_t group;
};

/// By parameter, of all codes that weft.dequantize reads with scales of groups.
llvm::DenseMap<mlir::Operation *, WeightCodes>
findWeightCodes(mlir::ModuleOp module);

/// A weight of the module: a matrix [rows, width], a linear layer [outputs,
/// inputs] whatever order it lies in, or a vector of one row.
struct DecoderTensor {
  DecoderWeightId id;
  /// In the source.
  std::string name;
  /// Floats, or codes.
  ParameterOp values;
  /// Of codes; zeros may be null.
  ParameterOp scales, zeros;
  /// Codes that share a scale; 0 for floats.
  int64_t group = 0;
  /// Floats that lie as [width, rows].
  bool isTransposed = false;
  bool isVector = false;
  int64_t rows = 0, width = 0;

  bool isQuantized() const { return group > 0; }
  /// Of a code.
  unsigned getBits() const;
  /// Fails on codes that the passes of Compress do not leave.
  llvm::Error checkCodes() const;
  int64_t countGroups() const { return (width + group - 1) / group; }
};

/// A row of codes: (code - zero) * scale.
struct CodeRow {
  std::vector<int8_t> codes;
  /// One for each group; zeros are 0 where there are none.
  std::vector<float> scales;
  std::vector<int16_t> zeros;
};

class DecoderTensors {
public:
  /// Leaves out adapters beside the weights. Fails where the module does not say what it is (weft.decoder) and what its
  /// weights are for (weft.decoder_weights), and on weights that are read in a way that no
  /// decoder has.
  static llvm::Expected<DecoderTensors> read(mlir::ModuleOp module);

  /// In the order of the module.
  llvm::ArrayRef<DecoderTensor> getAll() const { return tensors; }

  /// Null where there is none.
  const DecoderTensor *find(const DecoderWeightId &id) const;

private:
  std::vector<DecoderTensor> tensors;
  std::map<std::string, size_t> byRole;
};

/// The bytes of one tensor. One thread.
class DecoderRows {
public:
  static llvm::Expected<DecoderRows> open(ParameterTable &parameters,
                                          const DecoderTensor &tensor);

  /// Reads a row as f32: of codes (code - zero) * scale, rounded once.
  void read(int64_t row, llvm::MutableArrayRef<float> values);

  /// Reads a row of codes.
  const CodeRow &readCodes(int64_t row);

private:
  DecoderRows() = default;

  DecoderTensor tensor;
  Tensor values, scales, zeros;
  CodeRow line;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_DECODER_DECODERTENSORS_H
