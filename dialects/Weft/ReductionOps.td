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
    Of nothing: `sum` 0, `prod` 1, `max` the least and `min` the greatest value (infinities), `all` true, `any` false,
    `mean` NaN for floats and 0 for integers. `max` and `min` of a NaN are NaN. An integer `mean` truncates. `all` and `any`
    take truth values. With `keep_dims` the dimensions stay with size 1.

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
    `kind` is `max` or `min`; of equal ones the first, or the last with `last`; a NaN counts as the extreme. The size along `dim`
    must not be 0, which is a run-time error.

    ```mlir
    %y = weft.arg_reduce max %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4xi64>
    ```
  }];
  let arguments = (ins Weft_ReductionKindAttr:$kind, Weft_NumberTensor:$operand, I64Attr:$dim, UnitAttr:$keep_dims, UnitAttr:$last);
  let results = (outs RankedTensorOf<[I64]>:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_CumulativeOp : Weft_InferredOp<"cumulative", [SameOperandsAndResultElementType]> {
  let summary = "running sums or products along a dimension";
  let description = [{
    `kind` is `sum`, `prod`, `max` or `min`. `exclusive` leaves the element itself out; `reverse` runs from the end.

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
    `input` is `[batch, spatial..., channels]`. `window`, `strides`, `dilations` have a value for each spatial dimension,
    `padding` all the lows, then all the highs. Padding holds no value: `max` of none is the least value, `sum` 0, and `mean` divides by the
    number of elements inside the input. `kind` is `max`, `min`, `sum` or `mean`.

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
    `exp(x - max) / sum(exp(x - max))`; with `log` its logarithm.

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
    `(x - mean) / sqrt(variance + epsilon)` with both taken over `dims`; with `rms` `x / sqrt(mean(x^2) + epsilon)`. Statistics
    are computed in at least `f32`. Layer, instance, group and RMS norm are this op and elementwise ones.

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
    `scale * (x - mean) / sqrt(variance + epsilon) + offset` for each index of `dim`. With `training` the statistics are the batch's
    (biased variance) and the second and third result are `momentum * running + (1 - momentum) * batch`; without it there is one result.

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
