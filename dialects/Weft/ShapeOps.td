// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Shapes as data, and ops that move data without computing.

#ifndef WEFT_SHAPE_OPS_TD
#define WEFT_SHAPE_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_ShapeOp : Weft_InferredOp<"shape"> {
  let summary = "the sizes of all dimensions";
  let description = [{
    One number for each dimension, none for a scalar.

    ```mlir
    %s = weft.shape %x : (tensor<4x?xf32>) -> tensor<2xi64>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand);
  let results = (outs Weft_ShapeTensor:$result);
  let hasFolder = 1;
}

def Weft_DimOp : Weft_InferredOp<"dim"> {
  let summary = "the size of one dimension";
  let description = [{
    `dim` is below the operand's rank.

    ```mlir
    %n = weft.dim %x {dim = 1 : i64} : (tensor<4x?xf32>) -> tensor<i64>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, I64Attr:$dim);
  let results = (outs Weft_CountScalar:$result);
  let hasFolder = 1;
}

def Weft_ReshapeOp : Weft_PureOp<"reshape"> {
  let summary = "the same elements in another shape";
  let description = [{
    The elements stay in row-major order. `shape`, needed where the result has dynamic dimensions, gives the sizes, also 0; one of them may be
    -1 and follows from the number of elements. It is a run-time error if the sizes do not have the operand's number of elements, if a
    second one is negative, or if -1 stands beside a 0.

    ```mlir
    %y = weft.reshape %x, %s : (tensor<4x?xf32>, tensor<1xi64>) -> tensor<?xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, Optional<Weft_ShapeTensor>:$shape);
  let results = (outs Weft_Tensor:$result);
  let builders = [
    /// Infers the result's dimensions from the constant parts of `shape`.
    OpBuilder<(ins "::mlir::Value":$operand, "::mlir::Value":$shape)>,
    OpBuilder<(ins "::mlir::Value":$operand, "::llvm::ArrayRef<int64_t>":$shape)>];
  let hasVerifier = 1;
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def Weft_BroadcastOp : Weft_InferredOp<"broadcast"> {
  let summary = "repetition to a larger shape";
  let description = [{
    The result's shape is the one that NumPy's rule gives for the operand's shape together with `shape`: aligned at the last dimension, a
    size of 1 gives way to the other, whichever side has it. Sizes that do not fit, or are negative, are a run-time error. The
    number of elements of `shape` is static.

    ```mlir
    %y = weft.broadcast %x, %s : (tensor<4x1xf32>, tensor<3xi64>) -> tensor<?x?x?xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, Weft_ShapeTensor:$shape);
  let results = (outs Weft_Tensor:$result);
  let hasFolder = 1;
}

def Weft_TransposeOp : Weft_InferredOp<"transpose"> {
  let summary = "another order of the dimensions";
  let description = [{
    Dimension i of the result is dimension `permutation[i]` of the operand; `permutation` has each dimension once.

    ```mlir
    %y = weft.transpose %x {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, DenseI64ArrayAttr:$permutation);
  let results = (outs Weft_Tensor:$result);
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def Weft_SliceOp : Weft_InferredOp<"slice"> {
  let summary = "a regular part of a tensor";
  let description = [{
    For each of `dims`, which are distinct, takes the elements from `starts` on, before `ends`, by `steps`; the three lists have a number for each
    of `dims`, and other dimensions stay whole. With size n and a positive step, a start or end below 0 counts from the end (n is added)
    and is then clamped to [0, n]; with a negative step, which runs backwards, to [-1, n - 1]. So an end of the smallest `i64`
    includes element 0 going backwards, as leaving it out does in Python. A step of 0 and lists of another length are run-time errors.

    ```mlir
    %y = weft.slice %x, %a, %b, %c {dims = array<i64: 1>} : (tensor<4x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<4x?xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, Weft_ShapeTensor:$starts, Weft_ShapeTensor:$ends, Weft_ShapeTensor:$steps, DenseI64ArrayAttr:$dims);
  let results = (outs Weft_Tensor:$result);
  let hasFolder = 1;
}

def Weft_PadMode : Weft_Enum<"PadMode", "what stands in padding", [
  I32EnumAttrCase<"constant", 0>, I32EnumAttrCase<"reflect", 1>, I32EnumAttrCase<"edge", 2>, I32EnumAttrCase<"wrap", 3>]>;
def Weft_PadModeAttr : Weft_EnumAttr<Weft_PadMode, "pad_mode">;

def Weft_PadOp : Weft_InferredOp<"pad"> {
  let summary = "adds elements at the ends of dimensions";
  let description = [{
    `low` and `high` have a value for each dimension; negative ones crop, and a size below 0 becomes 0. `constant` fills with `value`, which has the
    operand's element type; `reflect` mirrors without repeating the border (again and again when the padding is longer), `edge` repeats
    the border, `wrap` continues from the other end. These three ignore `value`, and need at least one element in a dimension that they
    fill, else it is a run-time error, as lists of another length are for all.

    ```mlir
    %y = weft.pad constant %x, %low, %high, %v : (tensor<4x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> tensor<?x?xf32>
    ```
  }];
  let arguments = (ins Weft_PadModeAttr:$mode, Weft_Tensor:$operand, Weft_ShapeTensor:$low, Weft_ShapeTensor:$high, Weft_Scalar:$value);
  let results = (outs Weft_Tensor:$result);
  let assemblyFormat = "$mode operands attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
}

def Weft_ConcatOp : Weft_InferredOp<"concat"> {
  let summary = "tensors one behind the other";
  let description = [{
    One operand or more of one rank and element type, which differ in size along `dim` only, else it is an error (at run time where sizes
    are dynamic). Empty ones add nothing.

    ```mlir
    %y = weft.concat %a, %b {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xf32>) -> tensor<4x10xf32>
    ```
  }];
  let arguments = (ins Variadic<Weft_Tensor>:$operands, I64Attr:$dim);
  let results = (outs Weft_Tensor:$result);
  let assemblyFormat = "$operands attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
}

def Weft_TileOp : Weft_InferredOp<"tile"> {
  let summary = "whole copies of a tensor side by side";
  let description = [{
    Element i of a dimension of size n is the operand's element i mod n. `repeats` has a count for each dimension, also 0; a negative one is a
    run-time error.

    ```mlir
    %y = weft.tile %x, %r : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<?x?xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand, Weft_ShapeTensor:$repeats);
  let results = (outs Weft_Tensor:$result);
}

def Weft_IotaOp : Weft_InferredOp<"iota"> {
  let summary = "0, 1, 2, ...";
  let description = [{
    `size` elements, each its own position; a negative size counts as 0.

    ```mlir
    %y = weft.iota %n : (tensor<i64>) -> tensor<?xi64>
    ```
  }];
  let arguments = (ins Weft_CountScalar:$size);
  let results = (outs Weft_CountTensor:$result);
}

def Weft_ResizeMode : Weft_Enum<"ResizeMode", "how values between elements are made", [
  I32EnumAttrCase<"nearest", 0>, I32EnumAttrCase<"linear", 1>, I32EnumAttrCase<"cubic", 2>]>;
def Weft_ResizeModeAttr : Weft_EnumAttr<Weft_ResizeMode, "resize">;
def Weft_CoordinateMode : Weft_Enum<"CoordinateMode", "where a result's element stands in the operand", [
  I32EnumAttrCase<"half_pixel", 0>, I32EnumAttrCase<"half_pixel_symmetric", 1>, I32EnumAttrCase<"pytorch_half_pixel", 2>,
  I32EnumAttrCase<"align_corners", 3>, I32EnumAttrCase<"asymmetric", 4>, I32EnumAttrCase<"tf_half_pixel_for_nn", 5>]>;
def Weft_CoordinateModeAttr : Weft_EnumAttr<Weft_CoordinateMode, "coordinates">;
def Weft_NearestMode : Weft_Enum<"NearestMode", "which neighbour is nearest", [
  I32EnumAttrCase<"round_prefer_floor", 0>, I32EnumAttrCase<"round_prefer_ceil", 1>, I32EnumAttrCase<"floor", 2>, I32EnumAttrCase<"ceil", 3>]>;
def Weft_NearestModeAttr : Weft_EnumAttr<Weft_NearestMode, "nearest">;

def Weft_ResizeOp : Weft_InferredOp<"resize"> {
  let summary = "interpolation to other sizes";
  let description = [{
    Resizes `dims` to `sizes`, one dimension after the other; `sizes` and `scales` have a number for each of `dims`. Each index x of the result
    stands at a coordinate of the operand, with n the operand's and m the result's size and s the scale (m / n, or what the model says):

    | `coordinates` | coordinate |
    |---|---|
    | `half_pixel` | (x + 0.5) / s - 0.5 |
    | `half_pixel_symmetric` | n / 2 * (1 - m / (s * n)) + (x + 0.5) / s - 0.5 |
    | `pytorch_half_pixel` | that of `half_pixel`; 0 where m is 1 |
    | `align_corners` | x * (n - 1) / (m - 1); 0 where m is 1 |
    | `asymmetric` | x / s |
    | `tf_half_pixel_for_nn` | (x + 0.5) / s |

    `nearest` takes the element that the coordinate rounds to by `nearest` (`round_prefer_floor` where it is absent), clamped to the operand. `linear` weighs the two neighbours by
    1 - distance, `cubic` four by cubic convolution (Keys, 1981) with coefficient `cubic_coefficient` (-0.75 where it is absent). Neighbours outside are the border's element, or,
    with `exclude_outside`, have weight 0, and the other weights are divided by their sum. `antialias` divides distances by s where s is below 1, so
    that the filter covers more elements, and divides the weights by their sum. A scale that is the nearest `f32` to m / n stands for that
    ratio exactly. Results convert to integers as `weft.cast` does, after all dimensions.

    Run-time errors: a scale that is not above 0 or infinite, an empty dimension that grows, a negative size, and, with `antialias`, a
    scale that leaves less than half an element (s * n < 0.5).

    ```mlir
    %y = weft.resize linear %x, %sizes, %scales {dims = array<i64: 1, 2>, coordinates = #weft<coordinates half_pixel>}
       : (tensor<1x8x8x3xf32>, tensor<2xi64>, tensor<2xf32>) -> tensor<1x?x?x3xf32>
    ```
  }];
  let arguments = (ins Weft_ResizeModeAttr:$mode, Weft_NumberTensor:$operand, Weft_ShapeTensor:$sizes, Weft_ScaleTensor:$scales,
                       DenseI64ArrayAttr:$dims, Weft_CoordinateModeAttr:$coordinates,
                       DefaultValuedAttr<Weft_NearestModeAttr, "::weft::NearestMode::round_prefer_floor">:$nearest,
                       DefaultValuedAttr<F32Attr, "-0.75f">:$cubic_coefficient, UnitAttr:$exclude_outside, UnitAttr:$antialias);
  let results = (outs Weft_NumberTensor:$result);
  let assemblyFormat = "$mode operands attr-dict `:` functional-type(operands, results)";
}

#endif // WEFT_SHAPE_OPS_TD
