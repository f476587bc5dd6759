// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The families of ONNX ops; each is one file of the same name.

#ifndef WEFT_IMPORT_ONNX_FAMILIES_H
#define WEFT_IMPORT_ONNX_FAMILIES_H

namespace weft::onnx {

class OpTable;

void registerElementwiseOps(OpTable &table);
void registerActivationOps(OpTable &table);
void registerConstantOps(OpTable &table);
void registerControlFlowOps(OpTable &table);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_FAMILIES_H
