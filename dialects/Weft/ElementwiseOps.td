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

class Weft_UnaryOp<string mnemonic, Type operand, string meaning, string fine = "", list<Trait> traits = []>
    : Weft_ElementwiseOp<mnemonic, !listconcat([SameOperandsAndResultElementType], traits)> {
  let summary = meaning;
  let description = !strconcat("For each element: ", meaning, ". ", fine, "\n\n```mlir\n%y = weft.", mnemonic,
                               " %x : (tensor<4x?x", !cond(!eq(mnemonic, "not"): "i1", true: "f32"), ">) -> tensor<4x?x",
                               !cond(!eq(mnemonic, "not"): "i1", true: "f32"), ">\n```");
  let arguments = (ins operand:$operand);
  let results = (outs operand:$result);
}

def Weft_NegOp : Weft_UnaryOp<"neg", Weft_NumberTensor, "the negation", "That of the smallest signed integer is itself.">;
def Weft_AbsOp : Weft_UnaryOp<"abs", Weft_NumberTensor, "the absolute value", "That of the smallest signed integer is itself.">;
def Weft_SignOp : Weft_UnaryOp<"sign", Weft_NumberTensor, "the sign, -1, 0 or 1", "Of NaN it is NaN.">;
def Weft_CeilOp : Weft_UnaryOp<"ceil", Weft_FloatTensor, "the least integer that is not below", "NaN and infinities stay.">;
def Weft_FloorOp : Weft_UnaryOp<"floor", Weft_FloatTensor, "the greatest integer that is not above", "NaN and infinities stay.">;
def Weft_RoundOp : Weft_UnaryOp<"round", Weft_FloatTensor, "the nearest integer, halves to the even one", "NaN and infinities stay.">;
def Weft_SqrtOp : Weft_UnaryOp<"sqrt", Weft_FloatTensor, "the square root", "Below 0 it is NaN.">;
def Weft_RsqrtOp : Weft_UnaryOp<"rsqrt", Weft_FloatTensor, "one over the square root", "For 0 it is an infinity, below 0 NaN.">;
def Weft_ExpOp : Weft_UnaryOp<"exp", Weft_FloatTensor, "the exponential function, e^x">;
def Weft_Expm1Op : Weft_UnaryOp<"expm1", Weft_FloatTensor, "the exponential function less one, e^x - 1",
  "It is accurate near 0, where the difference of two rounded numbers is not.">;
def Weft_LogOp : Weft_UnaryOp<"log", Weft_FloatTensor, "the natural logarithm", "For 0 it is minus infinity, below 0 NaN.">;
def Weft_Log1pOp : Weft_UnaryOp<"log1p", Weft_FloatTensor, "the natural logarithm of 1 + x",
  "It is accurate near 0. For -1 it is minus infinity, below NaN.">;
def Weft_SinOp : Weft_UnaryOp<"sin", Weft_FloatTensor, "the sine, in radians", "Of an infinity it is NaN.">;
def Weft_CosOp : Weft_UnaryOp<"cos", Weft_FloatTensor, "the cosine, in radians", "Of an infinity it is NaN.">;
def Weft_TanOp : Weft_UnaryOp<"tan", Weft_FloatTensor, "the tangent, in radians", "Of an infinity it is NaN.">;
def Weft_AsinOp : Weft_UnaryOp<"asin", Weft_FloatTensor, "the inverse sine, in radians", "Outside of [-1, 1] it is NaN.">;
def Weft_AcosOp : Weft_UnaryOp<"acos", Weft_FloatTensor, "the inverse cosine, in radians", "Outside of [-1, 1] it is NaN.">;
def Weft_AtanOp : Weft_UnaryOp<"atan", Weft_FloatTensor, "the inverse tangent, in radians">;
def Weft_SinhOp : Weft_UnaryOp<"sinh", Weft_FloatTensor, "the hyperbolic sine">;
def Weft_CoshOp : Weft_UnaryOp<"cosh", Weft_FloatTensor, "the hyperbolic cosine">;
def Weft_TanhOp : Weft_UnaryOp<"tanh", Weft_FloatTensor, "the hyperbolic tangent">;
def Weft_AsinhOp : Weft_UnaryOp<"asinh", Weft_FloatTensor, "the inverse hyperbolic sine">;
def Weft_AcoshOp : Weft_UnaryOp<"acosh", Weft_FloatTensor, "the inverse hyperbolic cosine", "Below 1 it is NaN.">;
def Weft_AtanhOp : Weft_UnaryOp<"atanh", Weft_FloatTensor, "the inverse hyperbolic tangent", "For -1 and 1 it is an infinity, outside NaN.">;
def Weft_ErfOp : Weft_UnaryOp<"erf", Weft_FloatTensor, "the error function">;
def Weft_LogisticOp : Weft_UnaryOp<"logistic", Weft_FloatTensor, "the logistic function, 1 / (1 + exp(-x))">;
def Weft_NotOp : Weft_UnaryOp<"not", Weft_IntOrBoolTensor, "the complement of every bit", "Of a truth value it is the opposite.">;

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

class Weft_BinaryOp<string mnemonic, Type operand, string meaning, string fine = "", list<Trait> traits = []>
    : Weft_ElementwiseOp<mnemonic, !listconcat([SameOperandsAndResultElementType], traits)> {
  let summary = meaning;
  let description = !strconcat("For each pair of elements: ", meaning, ". ", fine, " The operands broadcast.\n\n```mlir\n%y = weft.", mnemonic,
                               " %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>\n```");
  let arguments = (ins operand:$lhs, operand:$rhs);
  let results = (outs operand:$result);
}

def Weft_AddOp : Weft_BinaryOp<"add", Weft_NumberTensor, "the sum", "Integers wrap.", [Commutative]> { let hasFolder = 1; }
def Weft_SubOp : Weft_BinaryOp<"sub", Weft_NumberTensor, "the difference", "Integers wrap."> { let hasFolder = 1; }
def Weft_MulOp : Weft_BinaryOp<"mul", Weft_NumberTensor, "the product", "Integers wrap.", [Commutative]> { let hasFolder = 1; }
def Weft_DivOp : Weft_BinaryOp<"div", Weft_NumberTensor, "the quotient",
  "Of integers it is rounded toward zero, 0 where the divisor is 0, and the smallest integer over -1 is itself. Floats divide as IEEE 754 says."> { let hasFolder = 1; }
def Weft_RemOp : Weft_BinaryOp<"rem", Weft_NumberTensor, "the remainder with the dividend's sign",
  "That is C's `fmod` and `%`. Of integers it is the dividend where the divisor is 0; of floats it is then NaN.">;
def Weft_ModOp : Weft_BinaryOp<"mod", Weft_NumberTensor, "the remainder with the divisor's sign",
  "That is Python's `%`. Of integers it is the dividend where the divisor is 0; of floats it is then NaN. A remainder of 0 has the divisor's sign too.">;
def Weft_PowOp : Weft_BinaryOp<"pow", Weft_NumberTensor, "the first to the power of the second",
  "Floats follow C's `pow`. Integers wrap; a negative exponent gives the quotient 1 / power rounded toward zero: 1 or -1 for the bases 1 and -1, else 0, also for base 0.">;
def Weft_MaxOp : Weft_BinaryOp<"max", Weft_NumberTensor, "the larger value", "It is NaN if either is.", [Commutative]>;
def Weft_MinOp : Weft_BinaryOp<"min", Weft_NumberTensor, "the smaller value", "It is NaN if either is.", [Commutative]>;
def Weft_AndOp : Weft_BinaryOp<"and", Weft_IntOrBoolTensor, "the conjunction, bit by bit", "", [Commutative]>;
def Weft_OrOp : Weft_BinaryOp<"or", Weft_IntOrBoolTensor, "the disjunction, bit by bit", "", [Commutative]>;
def Weft_XorOp : Weft_BinaryOp<"xor", Weft_IntOrBoolTensor, "the exclusive disjunction, bit by bit", "", [Commutative]>;
def Weft_ShlOp : Weft_BinaryOp<"shl", Weft_IntTensor, "the first shifted left by the second",
  "It is 0 where the second is negative or not below the width.">;
def Weft_ShrOp : Weft_BinaryOp<"shr", Weft_IntTensor, "the first shifted right by the second",
  "Signed integers are filled with their sign, unsigned ones with 0. Where the second is negative or not below the width only the fill is left.">;

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
    Compares element by element; the operands broadcast. Signed and unsigned integers compare by their values, `false` is below
    `true`, -0 equals 0, and with a NaN only `ne` holds.

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
    Takes `on_true` where `condition` holds, else `on_false`, bit for bit. Both have one element type, and all three broadcast.

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
    The shape stays. By kind:

    | from | to | result |
    |---|---|---|
    | float | float | rounded to nearest even, once; beyond the largest number an infinity; NaN stays |
    | float | integer | truncated toward zero; out of range the nearest bound; NaN becomes 0 |
    | integer | float | rounded to nearest even, once |
    | integer | integer | the value modulo 2 to the result's width |
    | any | `i1` | whether it is not 0 (NaN is not) |
    | `i1` | any | 1 for true, 0 for false |

    ```mlir
    %y = weft.cast %x : (tensor<4xf32>) -> tensor<4xi8>
    ```
  }];
  let arguments = (ins Weft_StoredTensor:$operand);
  let results = (outs Weft_Tensor:$result);
  let hasFolder = 1;
}

def Weft_BitcastOp : Weft_PureOp<"bitcast", [ElementwiseOpInterface, SameOperandsAndResultShape]> {
  let summary = "the same bits as another element type of the same width";
  let description = [{
    Copies the bits and changes the element type. A bit pattern of a NaN stays as it is.

    ```mlir
    %y = weft.bitcast %x : (tensor<4xf32>) -> tensor<4xi32>
    ```
  }];
  let arguments = (ins Weft_NumberTensor:$operand);
  let results = (outs Weft_NumberTensor:$result);
  let hasVerifier = 1;
}

#endif // WEFT_ELEMENTWISE_OPS_TD
