// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conversion between floats and quantized integers.

#ifndef WEFT_QUANTIZE_OPS_TD
#define WEFT_QUANTIZE_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_QuantizeOp : Weft_PureOp<"quantize"> {
  let summary = "floats to integers by scale and zero point";
  let description = [{
    `saturate(round(x / scale) + zero_point)`, halves to even; NaN becomes 0. The result has the operand's shape, and out of its range is the nearest
    bound. `scale` and `zero_point` (0 where absent) have one shape:

    * a scalar for the whole tensor;
    * 1-D, one value for each index of `dim`, where `block` is 0;
    * the operand's shape with `dim` divided by `block`, rounded up, where `block` is not 0: index i along `dim` takes value i / block, and
      the last block may be short.

    Other sizes are an error, at run time where they are dynamic.

    ```mlir
    %q = weft.quantize %x, %s, %z {dim = 1 : i64} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xi8>) -> tensor<4x8xi8>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$operand, Weft_FloatTensor:$scale, Optional<Weft_IntTensor>:$zero_point,
                       DefaultValuedAttr<I64Attr, "0">:$dim, DefaultValuedAttr<I64Attr, "0">:$block);
  let results = (outs Weft_IntTensor:$result);
  let hasVerifier = 1;
}

def Weft_DequantizeOp : Weft_PureOp<"dequantize"> {
  let summary = "integers to floats by scale and zero point";
  let description = [{
    `(q - zero_point) * scale`, with `scale` and `zero_point` as in `weft.quantize`. The difference does not wrap; the product is rounded to the result's
    type. Group-quantized weights are this op over a parameter: scales and zero points are operands, and a contraction takes them in. Codes of such
    weights, and their zero points, may have 3 to 6 bits.

    ```mlir
    %x = weft.dequantize %q, %s, %z {dim = 1 : i64} : (tensor<4x8xi8>, tensor<8xf32>, tensor<8xi8>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_CodeTensor:$operand, Weft_FloatTensor:$scale, Optional<Weft_CodeTensor>:$zero_point,
                       DefaultValuedAttr<I64Attr, "0">:$dim, DefaultValuedAttr<I64Attr, "0">:$block);
  let results = (outs Weft_FloatTensor:$result);
  let hasVerifier = 1;
}

#endif // WEFT_QUANTIZE_OPS_TD
