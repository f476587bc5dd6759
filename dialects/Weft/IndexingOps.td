// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gather and scatter, order, and random numbers.

#ifndef WEFT_INDEXING_OPS_TD
#define WEFT_INDEXING_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_GatherOp : Weft_InferredOp<"gather"> {
  let summary = "takes slices along a dimension by their numbers";
  let description = [{
    The result's shape is the data's with `dim` replaced by the indices' shape: `result[a, i, j, b] = data[a, indices[i, j], b]` for indices
    of rank 2. With size n an index lies in [-n, n - 1], and one below 0 counts from the end; another one is a run-time error.

    ```mlir
    %y = weft.gather %x, %i {dim = 0 : i64} : (tensor<100x8xf32>, tensor<4x5xi64>) -> tensor<4x5x8xf32>
    ```
  }];
  let arguments = (ins Weft_StoredTensor:$data, Weft_IndexTensor:$indices, I64Attr:$dim);
  let results = (outs Weft_StoredTensor:$result);
}

def Weft_GatherElementsOp : Weft_InferredOp<"gather_elements"> {
  let summary = "takes single elements along a dimension";
  let description = [{
    `result[i][j] = data[indices[i][j]][j]` for `dim` 0, and so on. The result has the indices' shape; they have the data's rank and, elsewhere
    than in `dim`, no larger sizes, else it is a run-time error. Indices as in `weft.gather`.

    ```mlir
    %y = weft.gather_elements %x, %i {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>) -> tensor<4x2xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$data, Weft_IndexTensor:$indices, I64Attr:$dim);
  let results = (outs Weft_Tensor:$result);
}

def Weft_GatherNdOp : Weft_InferredOp<"gather_nd"> {
  let summary = "takes slices by tuples of numbers";
  let description = [{
    The last dimension of `indices`, whose size k is static, holds tuples that index the k dimensions of `data` after the first `batch_dims`, which both
    share: `result[b, i, c] = data[b, indices[b, i, 0], ..., indices[b, i, k - 1], c]`. The result's shape is that of `indices` without its last
    dimension, then the dimensions of `data` that no tuple indexes. Other batch dimensions are a run-time error. Indices as in `weft.gather`.

    ```mlir
    %y = weft.gather_nd %x, %i {batch_dims = 0 : i64} : (tensor<4x8x3xf32>, tensor<5x2xi64>) -> tensor<5x3xf32>
    ```
  }];
  let arguments = (ins Weft_Tensor:$data, Weft_IndexTensor:$indices, DefaultValuedAttr<I64Attr, "0">:$batch_dims);
  let results = (outs Weft_Tensor:$result);
}

def Weft_ScatterKind : Weft_Enum<"ScatterKind", "how an update meets the present value", [
  I32EnumAttrCase<"assign", 0>, I32EnumAttrCase<"add", 1>, I32EnumAttrCase<"mul", 2>, I32EnumAttrCase<"max", 3>, I32EnumAttrCase<"min", 4>]>;
def Weft_ScatterKindAttr : Weft_EnumAttr<Weft_ScatterKind, "scatter">;

def Weft_ScatterElementsOp : Weft_InferredOp<"scatter_elements"> {
  let summary = "writes single elements along a dimension";
  let description = [{
    A copy of `data` where `result[indices[i][j]][j]` (for `dim` 0) becomes `updates[i][j]` (`assign`), or is combined with it (`add`, `mul`, `max`,
    `min`; integers wrap, NaN stays). Updates are applied in row-major order, so that of equal indices the last assignment stays; a
    target may round each combination, the interpreter rounds once. `indices` and `updates` have one shape, of the data's rank and,
    elsewhere than in `dim`, no larger than the data, else it is a run-time error. Indices as in `weft.gather`.

    ```mlir
    %y = weft.scatter_elements assign %x, %i, %u {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>, tensor<4x2xf32>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_ScatterKindAttr:$kind, Weft_Tensor:$data, Weft_IndexTensor:$indices, Weft_Tensor:$updates, I64Attr:$dim);
  let results = (outs Weft_Tensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
}

def Weft_ScatterNdOp : Weft_InferredOp<"scatter_nd"> {
  let summary = "writes slices by tuples of numbers";
  let description = [{
    A copy of `data` with the slices that the tuples in the last, static dimension of `indices` name replaced by, or combined with, those of
    `updates`, in row-major order, by the rules of `weft.scatter_elements`. The shape of `updates` is that of `indices` without its last dimension,
    then the dimensions of `data` that no tuple indexes; another one is a run-time error. Indices as in `weft.gather`.

    ```mlir
    %y = weft.scatter_nd add %x, %i, %u : (tensor<4x8xf32>, tensor<5x1xi64>, tensor<5x8xf32>) -> tensor<4x8xf32>
    ```
  }];
  let arguments = (ins Weft_ScatterKindAttr:$kind, Weft_Tensor:$data, Weft_IndexTensor:$indices, Weft_Tensor:$updates);
  let results = (outs Weft_Tensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
}

def Weft_NonZeroOp : Weft_InferredOp<"nonzero"> {
  let summary = "where values are not zero";
  let description = [{
    The positions of all elements that are not 0 (NaN is not), one a column, in row-major order; `[rank, count]`. A scalar's have no rows.

    ```mlir
    %y = weft.nonzero %x : (tensor<4x8xf32>) -> tensor<2x?xi64>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand);
  let results = (outs Weft_CountTensor:$result);
}

def Weft_SortOp : Weft_InferredOp<"sort"> {
  let summary = "orders values along a dimension";
  let description = [{
    Ascending, or descending with `descending`. Equal values stay in their order either way, 0 and -0 are equal, and NaN counts as the largest
    value. The second result says where along `dim` each value came from.

    ```mlir
    %v, %i = weft.sort %x {dim = 1 : i64, descending} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
    ```
  }];
  let arguments = (ins Weft_NumberTensor:$operand, I64Attr:$dim, UnitAttr:$descending);
  let results = (outs Weft_NumberTensor:$values, Weft_CountTensor:$indices);
}

def Weft_TopKOp : Weft_InferredOp<"top_k"> {
  let summary = "the largest or smallest values along a dimension";
  let description = [{
    The first `k` of what `weft.sort` gives: descending, or ascending with `smallest`; of equal ones the first comes first; NaN counts as the largest.
    The second result says where along `dim` each value came from. `k` below 0 or above the size is a run-time error.

    ```mlir
    %v, %i = weft.top_k %x, %k {dim = 1 : i64} : (tensor<4x8xf32>, tensor<i64>) -> (tensor<4x?xf32>, tensor<4x?xi64>)
    ```
  }];
  let arguments = (ins Weft_NumberTensor:$operand, Weft_CountScalar:$k, I64Attr:$dim, UnitAttr:$smallest);
  let results = (outs Weft_NumberTensor:$values, Weft_CountTensor:$indices);
}

def Weft_RandomKind : Weft_Enum<"RandomKind", "a distribution", [
  I32EnumAttrCase<"uniform", 0>, I32EnumAttrCase<"normal", 1>]>;
def Weft_RandomKindAttr : Weft_EnumAttr<Weft_RandomKind, "random">;

def Weft_RandomOp : Weft_PureOp<"random"> {
  let summary = "numbers that look random";
  let description = [{
    Philox 4x32-10 (Salmon et al., SC'11): element i of the result, in row-major order, comes from word i mod 4 of the block for counter
    `counter + i div 4` and key `key`, both 64 bits with the low half first; the upper 64 bits of the counter are 0, and it wraps. `uniform` is
    the upper 24 bits of the word over 2^24, in [0, 1). `normal` has mean 0 and variance 1, by Box and Muller: words 0 and 1 as uniform numbers u
    and v give `r cos(2 pi v)` and `r sin(2 pi v)` with `r = sqrt(-2 log(u + 2^-24))`, words 2 and 3 the next two. The same key and counter give the same
    numbers on every target, normal ones up to the rounding of their functions. A negative size is a run-time error.

    ```mlir
    %y = weft.random normal %key, %counter, %shape : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> tensor<?x?xf32>
    ```
  }];
  let arguments = (ins Weft_RandomKindAttr:$kind, Weft_CountScalar:$key, Weft_CountScalar:$counter, Weft_ShapeTensor:$shape);
  let results = (outs Weft_F32Tensor:$result);
  let assemblyFormat = "$kind operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Weft_DropoutOp : Weft_PureOp<"dropout", [SameOperandsAndResultType]> {
  let summary = "zeroes elements at random, in training";
  let description = [{
    Keeps each element with probability `1 - ratio` and scales it by the inverse, else 0. Outside training it is the operand itself, which is what
    the interpreter gives; a pass of the inference pipeline removes it, the training pipeline gives it random numbers.

    ```mlir
    %y = weft.dropout %x {ratio = 0.1 : f32} : (tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$operand, F32Attr:$ratio);
  let results = (outs Weft_FloatTensor:$result);
}

#endif // WEFT_INDEXING_OPS_TD
