// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
//
// The families of ONNX ops; each is one file of the same name.

#ifndef WEFT_IMPORT_ONNX_FAMILIES_H
#define WEFT_IMPORT_ONNX_FAMILIES_H

namespace weft::onnx {

class OpTable;

void registerActivationOps(OpTable &table);
void registerAttentionOps(OpTable &table);
void registerConstantOps(OpTable &table);
void registerContractionOps(OpTable &table);
void registerControlFlowOps(OpTable &table);
void registerConvolutionOps(OpTable &table);
void registerEinsumOps(OpTable &table);
void registerElementwiseOps(OpTable &table);
void registerIndexingOps(OpTable &table);
void registerLossOps(OpTable &table);
void registerMovementOps(OpTable &table);
void registerNormalizationOps(OpTable &table);
void registerPoolingOps(OpTable &table);
void registerQuantizationOps(OpTable &table);
void registerRecurrenceOps(OpTable &table);
void registerReductionOps(OpTable &table);
void registerResizeOps(OpTable &table);
void registerSamplingOps(OpTable &table);
void registerShapeOps(OpTable &table);
void registerSignalOps(OpTable &table);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_FAMILIES_H
