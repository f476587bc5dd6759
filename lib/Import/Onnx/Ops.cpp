// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The families of ops, one line each.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/OpTable.h"

void weft::onnx::registerAllOps(OpTable &table) {
  registerActivationOps(table);
  registerAttentionOps(table);
  registerConstantOps(table);
  registerContractionOps(table);
  registerControlFlowOps(table);
  registerConvolutionOps(table);
  registerEinsumOps(table);
  registerElementwiseOps(table);
  registerIndexingOps(table);
  registerLossOps(table);
  registerMovementOps(table);
  registerNormalizationOps(table);
  registerPoolingOps(table);
  registerQuantizationOps(table);
  registerRecurrenceOps(table);
  registerReductionOps(table);
  registerResizeOps(table);
  registerSamplingOps(table);
  registerShapeOps(table);
  registerSignalOps(table);
}
