// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A graph as an .onnx file. Weights are streamed one by one, so that no copy of
// all of them is ever in memory.

#ifndef WEFT_LIB_EXPORT_ONNX_ONNXFILE_H
#define WEFT_LIB_EXPORT_ONNX_ONNXFILE_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Export/Onnx/GraphWriter.h"

namespace weft {

/// What exported graphs are of: blocks of DequantizeLinear, and 16 bits of
/// QuantizeLinear, are known from opset 21 on.
inline constexpr int64_t kExportedOpset = 21, kExportedIrVersion = 10;

/// Writes the graph of \p function to \p path. Weights are in the file itself,
/// or, with \p isExternal or where they are more than a message of protobuf
/// holds, in a file beside it named PATH.data; only small tensors stay then.
/// Fails where a weight has no bytes or the disk is full; neither file appears
/// then.
llvm::Error writeOnnxFile(GraphWriter &graph, FuncOp function,
                          llvm::StringRef path, bool isExternal);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_ONNXFILE_H
