// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What passes and targets may ask an op without knowing its name.

#ifndef WEFT_INTERFACES_TD
#define WEFT_INTERFACES_TD

include "mlir/IR/OpBase.td"

def ElementwiseOpInterface : OpInterface<"ElementwiseOpInterface"> {
  let cppNamespace = "::weft";
  let description = [{
    Marks an op that computes each element of its one result from the elements at the same (broadcast) position of
    its operands.
  }];
}

#endif // WEFT_INTERFACES_TD
