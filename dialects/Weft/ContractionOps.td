// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contraction, convolution and attention: where the arithmetic is.

#ifndef WEFT_CONTRACTION_OPS_TD
#define WEFT_CONTRACTION_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_ContractOp : Weft_PureOp<"contract"> {
  let summary = "sums of products over shared dimensions";
  let description = [{
    `equation` is LEFT,RIGHT->RESULT and names each dimension with a letter. With R the letters of the result and S all others,

        result[R] = sum over all S of lhs[its letters] * rhs[its letters]

    so a letter that only one operand has and the result lacks is summed over too. No letter repeats within a term, and each of the
    result's is in an operand. Equal letters have equal sizes: different ones are an error, at run time where they are dynamic;
    nothing broadcasts. The operands are both floats or both integers, and the result's element type may be another of that
    kind: integers accumulate in the result's type and wrap, floats in at least `f32`, in any order. An empty sum is 0.

    ```mlir
    %y = weft.contract "bmk,kn->bmn" %a, %b : (tensor<2x4x8xf32>, tensor<8x16xf32>) -> tensor<2x4x16xf32>
    ```
  }];
  let arguments = (ins StrAttr:$equation, Weft_NumberTensor:$lhs, Weft_NumberTensor:$rhs);
  let results = (outs Weft_NumberTensor:$result);
  let assemblyFormat = "$equation operands attr-dict `:` functional-type(operands, results)";
  let builders = [OpBuilder<(ins "::llvm::StringRef":$equation, "::mlir::Value":$lhs, "::mlir::Value":$rhs)>];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The letters of each term, in order.
    ::llvm::StringRef getLhsDims();
    ::llvm::StringRef getRhsDims();
    ::llvm::StringRef getResultDims();
  }];
}

def Weft_ConvOp : Weft_InferredOp<"conv"> {
  let summary = "convolution, channels last";
  let description = [{
    `input` is `[batch, spatial..., channels]`, `filter` `[spatial..., channels / groups, outputs]`, the result
    `[batch, spatial..., outputs]`, with one spatial dimension or more. For each of them: `strides`, `dilations` (steps within the
    filter), `input_dilations` (steps between input elements, as a transposed convolution has them; the gaps hold nothing), and
    `padding`, all the lows and then all the highs, in elements of the dilated input; negative values crop. With one spatial dimension

        result[b, i, o] = sum over taps t and the channels c of o's group of
                          dilated[b, i * stride + t * dilation - low, c] * filter[t, c, o]

    The result's size is 1 + (low + dilated size + high - dilation * (taps - 1) - 1) / stride, rounded down, or 0 where the window does not
    fit; the dilated size is 1 + input_dilation * (size - 1), or 0. `groups` divides channels and outputs: output o belongs to group
    o / (outputs / groups). The filter is not flipped (a correlation). Taps in padding and gaps add nothing, not even a NaN for an
    infinite weight. Operands and result are all floats, or all integers of which the operands have at most 16 bits; the element
    types may differ otherwise. Floats accumulate in at least `f32`, integers in the result's type, where they wrap.

    ```mlir
    %y = weft.conv %x, %w {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>,
                           padding = array<i64: 1, 1, 1, 1>, groups = 1 : i64}
       : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x4x4x16xf32>
    ```
  }];
  let arguments = (ins Weft_NumberTensor:$input, Weft_NumberTensor:$filter, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilations, DenseI64ArrayAttr:$input_dilations, DenseI64ArrayAttr:$padding,
                       DefaultValuedAttr<I64Attr, "1">:$groups);
  let results = (outs Weft_NumberTensor:$result);
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The inferred result has the input's element type; the actual one may have another.
    static bool isCompatibleReturnTypes(::mlir::TypeRange inferred, ::mlir::TypeRange actual);
  }];
}

def Weft_AttentionOp : Weft_Op<"attention", [Pure, AttrSizedOperandSegments, SameVariadicResultSize]> {
  let summary = "scaled dot-product attention";
  let description = [{
    `softmax(scale * query . key + mask) . value` over `query [batch, heads, length, width]`, `key [batch, kv heads, kv length, width]`
    and `value [batch, kv heads, kv length, value width]`; the result is `[batch, heads, length, value width]`. `kv heads` divides `heads`,
    and head h reads head h / (heads / kv heads) of key and value. `past_key` and `past_value` come before `key` and `value` along the length;
    the optional second and third result are the joined ones. In this order:

    1. the score of query i and key j is `scale` times the dot product over the width;
    2. `softcap` > 0 makes it `softcap * tanh(score / softcap)`;
    3. `mask`, which broadcasts to `[batch, heads, length, kv length]` (past included), is added if it holds floats; of truth values
       false excludes the position;
    4. `causal` excludes the positions after `i + kv length - length`, past included, and a `window` > 0 those that are so many or more before
       it;
    5. softmax over j; positions that are excluded, or whose score is minus infinity, have weight 0, whatever stands in key and value there.

    A row with nothing to see is 0. Sums accumulate in at least `f32`; nothing in between is rounded to the operands' type by the
    interpreter. Where the operands are of `bf16`, or the op has the unit attribute `weft.bf16_products`, a target may round what both
    products multiply to `bf16`, the weights of step 5 included.

    ```mlir
    %y = weft.attention %q, %k, %v {scale = 0.125 : f32}
       : (tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>) -> tensor<1x12x128x64xf32>
    ```
  }];
  let arguments = (ins Weft_FloatTensor:$query, Weft_FloatTensor:$key, Weft_FloatTensor:$value,
                       Optional<Weft_Tensor>:$mask, Optional<Weft_FloatTensor>:$past_key, Optional<Weft_FloatTensor>:$past_value,
                       F32Attr:$scale, UnitAttr:$causal, DefaultValuedAttr<F32Attr, "0.0f">:$softcap,
                       DefaultValuedAttr<I64Attr, "0">:$window);
  let results = (outs Weft_FloatTensor:$result, Optional<Weft_FloatTensor>:$present_key, Optional<Weft_FloatTensor>:$present_value);
  let assemblyFormat = [{
    $query `,` $key `,` $value (`mask` $mask^)? (`past` $past_key^ `,` $past_value)? attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

#endif // WEFT_CONTRACTION_OPS_TD
