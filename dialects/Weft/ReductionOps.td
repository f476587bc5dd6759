// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reductions, running reductions, windows, softmax and normalization.

#ifndef WEFT_REDUCTION_OPS_TD
#define WEFT_REDUCTION_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_ReductionKind : Weft_Enum<"ReductionKind", "how values are combined", [
  I32EnumAttrCase<"sum", 0>, I32EnumAttrCase<"mean", 1>, I32EnumAttrCase<"prod", 2>, I32EnumAttrCase<"max", 3>,
  I32EnumAttrCase<"min", 4>, I32EnumAttrCase<"all", 5>, I32EnumAttrCase<"any", 6>]>;
def Weft_ReductionKindAttr : Weft_EnumAttr<Weft_ReductionKind, "reduction">;

def Weft_ReduceOp : Weft_InferredOp<"reduce"> {
  let summary = "combines all values along dimensions";
  let description = [{
    Along each of `dims`, which are distinct; none means that every element is reduced alone. The dimensions go, or stay with size 1 with
    `keep_dims`. `all` and `any` take truth values, the others numbers.

    | kind | of nothing | |
    |---|---|---|
    | `sum`, `prod` | 0, 1 | integers wrap; floats accumulate in at least `f32`, in any order |
    | `mean` | NaN, 0 for integers | an integer's is the 64-bit sum's quotient rounded toward zero |
    | `max`, `min` | the least, the greatest value (infinities) | NaN if any is |
    | `all`, `any` | true, false | |

    ```mlir
    %y = weft.reduce sum %x {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
    ```
  }];
  let arguments = (ins Weft_ReductionKindAttr:$kind, Weft_Tensor:$operand, DenseI64ArrayAttr:$dims, UnitAttr:$keep_dims);
  let results = (outs Weft_Tensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_ArgReduceOp : Weft_InferredOp<"arg_reduce"> {
  let summary = "where along a dimension the largest or smallest value is";
  let description = [{
    `kind` is `max` or `min`. The result holds positions along `dim`, from 0; the dimension goes, or stays with size 1 with `keep_dims`. Of
    equal values the first counts, with `last` the last; a NaN counts as the extreme, and all NaN as equal. A size of 0 along `dim` is
    a run-time error.

    ```mlir
    %y = weft.arg_reduce max %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4xi64>
    ```
  }];
  let arguments = (ins Weft_ReductionKindAttr:$kind, Weft_NumberTensor:$operand, I64Attr:$dim, UnitAttr:$keep_dims, UnitAttr:$last);
  let results = (outs Weft_CountTensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_CumulativeOp : Weft_InferredOp<"cumulative", [SameOperandsAndResultElementType]> {
  let summary = "running sums or products along a dimension";
  let description = [{
    `kind` is `sum`, `prod`, `max` or `min`, as in `weft.reduce`; the shape stays. Element i of the result combines the elements up to and
    with i; with `exclusive` those before i (of nothing as in `weft.reduce`); with `reverse` those from i on, or after i. Floats accumulate in
    at least `f32` and are rounded when an element is written.

    ```mlir
    %y = weft.cumulative sum %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_ReductionKindAttr:$kind, Weft_NumberTensor:$operand, I64Attr:$dim, UnitAttr:$exclusive, UnitAttr:$reverse);
  let results = (outs Weft_NumberTensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_ReduceWindowOp : Weft_InferredOp<"reduce_window", [SameOperandsAndResultElementType]> {
  let summary = "combines the values in a sliding window (pooling), channels last";
  let description = [{
    `input` is `[batch, spatial..., channels]`. `window`, `strides`, `dilations` have a positive value for each spatial dimension,
    `padding` all the lows, then all the highs; negative values crop. Element i of a spatial dimension combines the input's elements
    `i * stride + t * dilation - low` for the taps t of the window; the sizes are those of `weft.conv`. Padding holds no value: `mean` divides by
    the number of elements inside of the input, and a window of nothing but padding is what `weft.reduce` gives of nothing. `kind` is
    `max`, `min`, `sum` or `mean`, with the rules of `weft.reduce`.

    ```mlir
    %y = weft.reduce_window max %x {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>,
                                    padding = array<i64: 1, 1, 1, 1>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
    ```
  }];
  let arguments = (ins Weft_ReductionKindAttr:$kind, Weft_NumberTensor:$input, DenseI64ArrayAttr:$window,
                       DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilations, DenseI64ArrayAttr:$padding);
  let results = (outs Weft_NumberTensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_SoftmaxOp : Weft_InferredOp<"softmax", [SameOperandsAndResultElementType]> {
  let summary = "exponentials that sum to 1 along a dimension";
  let description = [{
    `exp(x - m) / sum(exp(x - m))` with the maximum m, both along `dim`; with `log` its logarithm, `x - m - log(sum(exp(x - m)))`. A NaN or a
    positive infinity along `dim`, and minus infinity everywhere, make all of these results NaN. Computed in at least `f32` and rounded once.

    ```mlir
    %y = weft.softmax %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$operand, I64Attr:$dim, UnitAttr:$log);
  let results = (outs Weft_FloatTensor:$result);
  let hasVerifier = 1;
}

def Weft_NormalizeOp : Weft_InferredOp<"normalize", [SameOperandsAndResultElementType]> {
  let summary = "shift to mean 0 and scale to variance 1 along dimensions";
  let description = [{
    `(x - mean) / sqrt(variance + epsilon)` with mean and (biased) variance over all of `dims`, which are distinct; with `rms`
    `x / sqrt(mean(x^2) + epsilon)`. The shape stays. Statistics are computed in at least `f32`, the result is rounded once. Layer,
    instance, group and RMS norm are this op and elementwise ones.

    ```mlir
    %y = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$operand, DenseI64ArrayAttr:$dims, F32Attr:$epsilon, UnitAttr:$rms);
  let results = (outs Weft_FloatTensor:$result);
  let hasVerifier = 1;
}

def Weft_BatchNormOp : Weft_PureOp<"batch_norm", [SameVariadicResultSize]> {
  let summary = "normalization of each channel with running or batch statistics";
  let description = [{
    `scale * (x - mean) / sqrt(variance + epsilon) + offset`, where the four operands are 1-D with one value for each index of `dim`; another
    number of values is a run-time error. With `training` mean and (biased) variance are those of the operand over all other
    dimensions, and the second and third result are `momentum * mean + (1 - momentum) * batch mean` and the same of the variance; without it
    there is one result. Statistics are computed in at least `f32`.

    ```mlir
    %y = weft.batch_norm %x, %scale, %offset, %mean, %variance {dim = 3 : i64, epsilon = 1.0e-5 : f32}
       : (tensor<1x8x8x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$operand, Weft_FloatTensor:$scale, Weft_FloatTensor:$offset, Weft_FloatTensor:$mean,
                       Weft_FloatTensor:$variance, I64Attr:$dim, F32Attr:$epsilon,
                       DefaultValuedAttr<F32Attr, "0.9f">:$momentum, UnitAttr:$training);
  let results = (outs Weft_FloatTensor:$result, Optional<Weft_FloatTensor>:$running_mean, Optional<Weft_FloatTensor>:$running_variance);
  let hasVerifier = 1;
}

#endif // WEFT_REDUCTION_OPS_TD
