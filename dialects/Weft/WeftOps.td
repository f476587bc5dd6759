// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All ops of the dialect, by family.

#ifndef WEFT_OPS_TD
#define WEFT_OPS_TD

include "dialects/Weft/StructureOps.td"
include "dialects/Weft/ElementwiseOps.td"
include "dialects/Weft/ContractionOps.td"
include "dialects/Weft/ReductionOps.td"
include "dialects/Weft/RecurrenceOps.td"
include "dialects/Weft/IndexingOps.td"
include "dialects/Weft/ShapeOps.td"
include "dialects/Weft/QuantizeOps.td"

#endif // WEFT_OPS_TD
