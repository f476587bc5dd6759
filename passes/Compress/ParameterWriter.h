// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the value of a new parameter piece by piece: into the weight store, or, where the parameter that it comes from has
// its value in the IR, there.

#ifndef WEFT_PASSES_COMPRESS_PARAMETERWRITER_H
#define WEFT_PASSES_COMPRESS_PARAMETERWRITER_H

#include "lib/Support/CodePacking.h"
#include "lib/Support/ModelFileDraft.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

class ParameterWriter {
public:
  /// Declares a parameter beside `origin` called `name`, or like it where that is taken. With a `draft`, bytes for the store go there. Fails
  /// with a diagnostic where they cannot be written.
  static llvm::FailureOr<std::unique_ptr<ParameterWriter>>
  begin(ParameterTable &parameters, ParameterOp origin, llvm::StringRef name,
        mlir::RankedTensorType type, ModelFileDraft *draft = nullptr);

  /// Writes `parameter` itself anew, as a `type`. Until finish() it is as it was, and may be read.
  static llvm::FailureOr<std::unique_ptr<ParameterWriter>>
  replace(ParameterTable &parameters, ParameterOp parameter,
          mlir::RankedTensorType type);

  /// Takes elements as tensors have them: a byte for each code.
  void write(llvm::ArrayRef<char> elements);

  /// Bits of a code where the store has them packed; 0 where elements take whole bytes, and where the value goes into the IR.
  unsigned getPackedBits() const { return packer ? packer->getBits() : 0; }

  /// Takes codes that packCodes() has packed: in multiples of eight, but for the last ones.
  void writePacked(llvm::ArrayRef<char> bytes);

  /// Fails with a diagnostic. The parameter stays declared.
  llvm::LogicalResult finish();

  ParameterOp getParameter() { return parameter; }

  /// Behind finish(), where the bytes lie in the draft; nothing if they are elsewhere.
  const std::optional<ModelFileDraft::Part> &getPart() const { return part; }

  /// Declares the parameter that an earlier process has written into the draft.
  static llvm::FailureOr<ParameterOp>
  adopt(ParameterTable &parameters, ParameterOp origin, llvm::StringRef name,
        mlir::RankedTensorType type, ModelFileDraft &draft,
        const ModelFileDraft::Part &part);

private:
  ParameterWriter(ParameterOp parameter, mlir::RankedTensorType type,
                  WeightWriter::IfPresent ifPresent)
      : parameter(parameter), type(type), ifPresent(ifPresent) {}
  llvm::LogicalResult open(ParameterTable &parameters, bool isInModule,
                           ModelFileDraft *into);
  /// Null where the value goes into the IR.
  llvm::raw_ostream *getStream();
  llvm::Error enterDraft();

  ParameterOp parameter;
  mlir::RankedTensorType type;
  WeightWriter::IfPresent ifPresent;
  WeightStore *store = nullptr;
  std::optional<WeightWriter> writer;
  ModelFileDraft *draft = nullptr;
  std::unique_ptr<SectionStream> section;
  std::optional<CodePacker> packer;
  std::vector<char> buffer;
  std::optional<ModelFileDraft::Part> part;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_PARAMETERWRITER_H
