// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which function exports which op of the dialect to ONNX. A family of ops is one
// file with one function `registerXExports`; this is the mirror of
// lib/Import/Onnx/OpTable.h.

#ifndef WEFT_LIB_EXPORT_ONNX_EXPORTTABLE_H
#define WEFT_LIB_EXPORT_ONNX_EXPORTTABLE_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Export/Onnx/GraphWriter.h"
#include <functional>

namespace weft {

/// Adds the nodes that an op is and sets its results, or refuses the op.
using ExportFn = std::function<void(GraphWriter &, mlir::Operation *)>;

class ExportTable {
public:
  template <typename OpT> void add(void (*write)(GraphWriter &, OpT)) {
    add<OpT>([write](GraphWriter &graph, mlir::Operation *op) {
      write(graph, mlir::cast<OpT>(op));
    });
  }
  template <typename OpT> void add(ExportFn write) {
    entries[OpT::getOperationName()] = std::move(write);
  }
  /// Null if there is none.
  const ExportFn *find(mlir::Operation *op) const {
    auto it = entries.find(op->getName().getStringRef());
    return it == entries.end() ? nullptr : &it->second;
  }

private:
  llvm::StringMap<ExportFn> entries;
};

void registerContractionExports(ExportTable &table);
void registerConvolutionExports(ExportTable &table);
void registerElementwiseExports(ExportTable &table);
void registerIndexingExports(ExportTable &table);
void registerQuantizationExports(ExportTable &table);
void registerReductionExports(ExportTable &table);
void registerShapeExports(ExportTable &table);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_EXPORTTABLE_H
