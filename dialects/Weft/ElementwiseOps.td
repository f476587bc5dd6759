// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The elementwise family: one generated class an op, lowered as one family. Each op broadcasts as NumPy does.

#ifndef WEFT_ELEMENTWISE_OPS_TD
#define WEFT_ELEMENTWISE_OPS_TD

include "dialects/Weft/WeftBase.td"

class Weft_ElementwiseOp<string mnemonic, list<Trait> traits = []>
    : Weft_InferredOp<mnemonic, !listconcat([ElementwiseOpInterface], traits)>;

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

class Weft_UnaryOp<string mnemonic, Type operand, string meaning, list<Trait> traits = []>
    : Weft_ElementwiseOp<mnemonic, !listconcat([SameOperandsAndResultElementType], traits)> {
  let summary = meaning;
  let description = !strconcat("Computes ", meaning, " of every element.\n\n```mlir\n%y = weft.", mnemonic,
                               " %x : (tensor<4x?x", !cond(!eq(mnemonic, "not"): "i1", true: "f32"), ">) -> tensor<4x?x",
                               !cond(!eq(mnemonic, "not"): "i1", true: "f32"), ">\n```");
  let arguments = (ins operand:$operand);
  let results = (outs operand:$result);
}

def Weft_NegOp : Weft_UnaryOp<"neg", Weft_NumberTensor, "the negation; integers wrap">;
def Weft_AbsOp : Weft_UnaryOp<"abs", Weft_NumberTensor, "the absolute value; that of the smallest signed integer is itself">;
def Weft_SignOp : Weft_UnaryOp<"sign", Weft_NumberTensor, "-1, 0 or 1 by the sign; NaN stays NaN">;
def Weft_CeilOp : Weft_UnaryOp<"ceil", Weft_FloatTensor, "the least integer not below">;
def Weft_FloorOp : Weft_UnaryOp<"floor", Weft_FloatTensor, "the greatest integer not above">;
def Weft_RoundOp : Weft_UnaryOp<"round", Weft_FloatTensor, "the nearest integer, halves to the even one">;
def Weft_SqrtOp : Weft_UnaryOp<"sqrt", Weft_FloatTensor, "the square root; NaN below zero">;
def Weft_RsqrtOp : Weft_UnaryOp<"rsqrt", Weft_FloatTensor, "one over the square root">;
def Weft_ExpOp : Weft_UnaryOp<"exp", Weft_FloatTensor, "e to the power">;
def Weft_Expm1Op : Weft_UnaryOp<"expm1", Weft_FloatTensor, "e to the power, minus one">;
def Weft_LogOp : Weft_UnaryOp<"log", Weft_FloatTensor, "the natural logarithm; NaN below zero">;
def Weft_Log1pOp : Weft_UnaryOp<"log1p", Weft_FloatTensor, "the natural logarithm of one more">;
def Weft_SinOp : Weft_UnaryOp<"sin", Weft_FloatTensor, "the sine">;
def Weft_CosOp : Weft_UnaryOp<"cos", Weft_FloatTensor, "the cosine">;
def Weft_TanOp : Weft_UnaryOp<"tan", Weft_FloatTensor, "the tangent">;
def Weft_AsinOp : Weft_UnaryOp<"asin", Weft_FloatTensor, "the inverse sine">;
def Weft_AcosOp : Weft_UnaryOp<"acos", Weft_FloatTensor, "the inverse cosine">;
def Weft_AtanOp : Weft_UnaryOp<"atan", Weft_FloatTensor, "the inverse tangent">;
def Weft_SinhOp : Weft_UnaryOp<"sinh", Weft_FloatTensor, "the hyperbolic sine">;
def Weft_CoshOp : Weft_UnaryOp<"cosh", Weft_FloatTensor, "the hyperbolic cosine">;
def Weft_TanhOp : Weft_UnaryOp<"tanh", Weft_FloatTensor, "the hyperbolic tangent">;
def Weft_AsinhOp : Weft_UnaryOp<"asinh", Weft_FloatTensor, "the inverse hyperbolic sine">;
def Weft_AcoshOp : Weft_UnaryOp<"acosh", Weft_FloatTensor, "the inverse hyperbolic cosine">;
def Weft_AtanhOp : Weft_UnaryOp<"atanh", Weft_FloatTensor, "the inverse hyperbolic tangent">;
def Weft_ErfOp : Weft_UnaryOp<"erf", Weft_FloatTensor, "the error function">;
def Weft_LogisticOp : Weft_UnaryOp<"logistic", Weft_FloatTensor, "one over one plus e to the negated power">;
def Weft_NotOp : Weft_UnaryOp<"not", Weft_IntOrBoolTensor, "the complement of every bit; of truth values the opposite">;

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

class Weft_BinaryOp<string mnemonic, Type operand, string meaning, list<Trait> traits = []>
    : Weft_ElementwiseOp<mnemonic, !listconcat([SameOperandsAndResultElementType], traits)> {
  let summary = meaning;
  let description = !strconcat("Computes ", meaning, ". The operands broadcast.\n\n```mlir\n%y = weft.", mnemonic,
                               " %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>\n```");
  let arguments = (ins operand:$lhs, operand:$rhs);
  let results = (outs operand:$result);
}

def Weft_AddOp : Weft_BinaryOp<"add", Weft_NumberTensor, "the sum; integers wrap", [Commutative]> { let hasFolder = 1; }
def Weft_SubOp : Weft_BinaryOp<"sub", Weft_NumberTensor, "the difference; integers wrap"> { let hasFolder = 1; }
def Weft_MulOp : Weft_BinaryOp<"mul", Weft_NumberTensor, "the product; integers wrap", [Commutative]> { let hasFolder = 1; }
def Weft_DivOp : Weft_BinaryOp<"div", Weft_NumberTensor,
  "the quotient; of integers rounded toward zero, 0 where the divisor is 0, wrapped for the smallest integer over -1"> { let hasFolder = 1; }
def Weft_RemOp : Weft_BinaryOp<"rem", Weft_NumberTensor,
  "the remainder with the dividend's sign (C's fmod); for integers the dividend where the divisor is 0">;
def Weft_ModOp : Weft_BinaryOp<"mod", Weft_NumberTensor,
  "the remainder with the divisor's sign (Python's %); for integers the dividend where the divisor is 0">;
def Weft_PowOp : Weft_BinaryOp<"pow", Weft_NumberTensor,
  "the first to the power of the second; integers wrap, and a negative exponent gives the truncated quotient (0 for base 0)">;
def Weft_MaxOp : Weft_BinaryOp<"max", Weft_NumberTensor, "the larger; NaN if either is", [Commutative]>;
def Weft_MinOp : Weft_BinaryOp<"min", Weft_NumberTensor, "the smaller; NaN if either is", [Commutative]>;
def Weft_AndOp : Weft_BinaryOp<"and", Weft_IntOrBoolTensor, "both, bit by bit", [Commutative]>;
def Weft_OrOp : Weft_BinaryOp<"or", Weft_IntOrBoolTensor, "either, bit by bit", [Commutative]>;
def Weft_XorOp : Weft_BinaryOp<"xor", Weft_IntOrBoolTensor, "one but not both, bit by bit", [Commutative]>;
def Weft_ShlOp : Weft_BinaryOp<"shl", Weft_IntTensor, "the first shifted left by the second; 0 where that is negative or not below the width">;
def Weft_ShrOp : Weft_BinaryOp<"shr", Weft_IntTensor,
  "the first shifted right by the second, signed integers with their sign; the sign's fill where the second is negative or not below the width">;

//===----------------------------------------------------------------------===//
// Comparison, choice, conversion
//===----------------------------------------------------------------------===//

def Weft_Predicate : Weft_Enum<"Predicate", "how two values compare", [
  I32EnumAttrCase<"eq", 0>, I32EnumAttrCase<"ne", 1>, I32EnumAttrCase<"lt", 2>,
  I32EnumAttrCase<"le", 3>, I32EnumAttrCase<"gt", 4>, I32EnumAttrCase<"ge", 5>]>;
def Weft_PredicateAttr : Weft_EnumAttr<Weft_Predicate, "predicate">;

def Weft_CompareOp : Weft_ElementwiseOp<"compare", [SameOperandsElementType]> {
  let summary = "whether a comparison holds";
  let description = [{
    Compares element by element. With a NaN only `ne` holds.

    ```mlir
    %y = weft.compare lt %a, %b : (tensor<4xf32>, tensor<f32>) -> tensor<4xi1>
    ```
  }];
  let arguments = (ins Weft_PredicateAttr:$predicate, Weft_Tensor:$lhs, Weft_Tensor:$rhs);
  let results = (outs Weft_BoolTensor:$result);
  let assemblyFormat = "$predicate operands attr-dict `:` functional-type(operands, results)";
}

def Weft_SelectOp : Weft_ElementwiseOp<"select"> {
  let summary = "one of two values by a condition";
  let description = [{
    Takes `on_true` where `condition` holds, else `on_false`. All three broadcast.

    ```mlir
    %y = weft.select %c, %a, %b : (tensor<4xi1>, tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    ```
  }];
  let arguments = (ins Weft_BoolTensor:$condition, Weft_Tensor:$on_true, Weft_Tensor:$on_false);
  let results = (outs Weft_Tensor:$result);
}

def Weft_CastOp : Weft_PureOp<"cast", [ElementwiseOpInterface, SameOperandsAndResultShape]> {
  let summary = "conversion to another element type";
  let description = [{
    Floats round to nearest even; to integers they truncate toward zero and saturate, NaN becomes 0. Integers wrap
    when the target is narrower. To `i1`: whether not zero (NaN holds).

    ```mlir
    %y = weft.cast %x : (tensor<4xf32>) -> tensor<4xi8>
    ```
  }];
  let arguments = (ins Weft_Tensor:$operand);
  let results = (outs Weft_Tensor:$result);
  let hasFolder = 1;
}

def Weft_BitcastOp : Weft_PureOp<"bitcast", [ElementwiseOpInterface, SameOperandsAndResultShape]> {
  let summary = "the same bits as another element type of the same width";
  let description = [{
    ```mlir
    %y = weft.bitcast %x : (tensor<4xf32>) -> tensor<4xi32>
    ```
  }];
  let arguments = (ins Weft_NumberTensor:$operand);
  let results = (outs Weft_NumberTensor:$result);
  let hasVerifier = 1;
}

#endif // WEFT_ELEMENTWISE_OPS_TD
