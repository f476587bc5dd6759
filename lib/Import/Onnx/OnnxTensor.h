// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The elements of a tensor of an ONNX file, wherever the file keeps them: raw
// bytes, typed lists, or a range of another file. Ranges are never copied.

#ifndef WEFT_IMPORT_ONNX_ONNXTENSOR_H
#define WEFT_IMPORT_ONNX_ONNXTENSOR_H

#include "lib/Import/Onnx/OnnxModel.h"
#include "lib/Support/MappedFile.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringMap.h"

namespace weft::onnx {

/// The elements of a tensor: row-major, little endian, as the MLIR type has
/// them (truth values one byte each, 0 or 1).
struct TensorData {
  mlir::RankedTensorType type;
  /// Valid as long as `owned` and `file`.
  llvm::ArrayRef<char> bytes;
  /// The decoded elements where the file's own bytes cannot serve.
  std::vector<char> owned;
  /// Where `bytes` are a range of a file: that file, and the range's begin.
  std::shared_ptr<MappedFile> file;
  uint64_t fileOffset = 0;
};

/// The MLIR element type: bool is i1, unsigned integers are ui8 and so on, the
/// types of 2 and 4 bits are held in bytes. Null where Weft has none.
mlir::Type elementTypeOf(DataType type, mlir::MLIRContext &context);

/// Whether elements of the type have fewer than 8 bits.
bool isNarrowType(DataType type);

/// Reads the tensors of one model file, opening external data files as they
/// come. Not thread safe.
class TensorReader {
public:
  /// `model` holds the model; `file` is its mapping, null where the model is in
  /// memory only. External data lie below the folder of `path`; an empty path
  /// refuses them.
  TensorReader(llvm::StringRef path, llvm::ArrayRef<char> model,
               std::shared_ptr<MappedFile> file, mlir::MLIRContext &context)
      : path(path), model(model), modelFile(std::move(file)), context(context) {
  }

  /// The type alone: element type and dimensions are checked.
  llvm::Expected<mlir::RankedTensorType> typeOf(const Tensor &tensor);

  /// The elements. Errors say what was expected and found, without the
  /// tensor's name.
  llvm::Expected<TensorData> read(const Tensor &tensor);

private:
  llvm::Error readExternal(const Tensor &tensor, uint64_t size,
                           TensorData &data);
  llvm::Error readLists(const Tensor &tensor, TensorData &data);
  llvm::Expected<std::shared_ptr<MappedFile>> open(llvm::StringRef location);

  std::string path;
  llvm::ArrayRef<char> model;
  std::shared_ptr<MappedFile> modelFile;
  mlir::MLIRContext &context;
  llvm::StringMap<std::shared_ptr<MappedFile>> externalFiles;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_ONNXTENSOR_H
