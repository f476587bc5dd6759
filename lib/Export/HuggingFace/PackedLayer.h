// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The codes of a linear layer as compressed-tensors packs them.

#ifndef WEFT_LIB_EXPORT_HUGGINGFACE_PACKEDLAYER_H
#define WEFT_LIB_EXPORT_HUGGINGFACE_PACKEDLAYER_H

#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Export/Decoder/RowOrder.h"
#include "lib/Export/Safetensors/SafetensorsWriter.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// How the codes of a layer are read. Layers of one scheme share an entry of
/// quantization_config.
struct PackedScheme {
  /// 4 or 8: packings of other widths differ between versions of the package.
  unsigned bits = 8;
  /// 0 = a row.
  int64_t group = 0;
  bool isSymmetric = true;

  explicit PackedScheme(const DecoderTensor &tensor);
  auto operator<=>(const PackedScheme &) const = default;

  /// A scheme that has the codes of either, of layers whose rows are \p width
  /// and \p otherWidth long. Requires that both are symmetric.
  PackedScheme join(int64_t width, const PackedScheme &other,
                    int64_t otherWidth) const;

  llvm::json::Value describe() const;
};

/// Adds the tensors of a layer, which is called \p name. \p scheme is that of
/// the tensor, or one that it was joined into. \p parameters and \p tensor must
/// live until the file is written.
void addPackedLayer(SafetensorsWriter &writer, ParameterTable &parameters,
                    const DecoderTensor &tensor, const PackedScheme &scheme,
                    llvm::StringRef name, RowOrder order);

} // namespace weft

#endif // WEFT_LIB_EXPORT_HUGGINGFACE_PACKEDLAYER_H
