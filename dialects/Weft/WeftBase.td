// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dialect itself, the element types it takes, and the base classes of its ops.

#ifndef WEFT_BASE_TD
#define WEFT_BASE_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "dialects/Weft/WeftInterfaces.td"

def Weft_Dialect : Dialect {
  let name = "weft";
  let cppNamespace = "::weft";
  let summary = "Models, independent of framework and processor";
  let description = [{
    A model is a module of `weft.func`s over tensors with value semantics, and of `weft.parameter`s, which name
    the model's weights. Ops are few and orthogonal: importers decompose, they do not mirror foreign op sets.

    * **Element types**: `f16 bf16 f32 f64`, `i1` (truth values, one byte in memory, 0 or 1), `i8 .. i64` (signed, two's
      complement) and `ui8 .. ui64` (unsigned). Data are row-major and contiguous. Ops convert nothing on their own: operands
      have one element type, which is the result's, unless the op says otherwise.
    * **Codes**: quantized weights may be of `i3`, `i4`, `i5` and `i6` (signed, two's complement), which only `weft.parameter`, `weft.get`,
      `weft.constant`, `weft.gather`, `weft.dequantize` and calls take. In a weight segment the bits of all elements stand one behind another.
    * **Broadcasting**: elementwise ops broadcast their operands as NumPy does: shapes are aligned at the last
      dimension, missing dimensions count as 1, and a dimension of 1 is repeated. A dynamic dimension may turn out to be 1 at
      run time. Sizes that do not fit are an error, at compile time where both are static, else at run time. No other op broadcasts.
    * **Totality**: every op has a stated result, or a stated run-time error, for every input. A run-time error ends the call
      with `WEFT_STATUS_MODEL_FAILURE` and a message. Tensors may be empty.
    * **Rounding**: a result of floats is the exact one rounded once, to nearest even, as far as the interpreter can compute it in
      `f64`. Targets compute `f16` and `bf16` in `f32`, may add up in any order, and are as accurate in math functions as
      `docs/MathAccuracy.md` says. Infinities, NaN, signed zeros and subnormal numbers are those of IEEE 754; which NaN comes out
      is not defined.
    * **Integers** wrap: sums, differences, products and negations are taken modulo 2 to the width.
    * **Sizes**: a dimension of a result that is static in its type and known at run time only is checked: another size is a
      run-time error. Attributes that number dimensions are not negative.
    * **Shapes as data**: where a shape is computed, ops take it as a 1-D tensor of `i64`. A constant there makes
      the result's type static.
    * **Channels last**: `weft.conv` and `weft.reduce_window` take `[batch, spatial..., channels]`.
  }];
  let hasConstantMaterializer = 1;
  let useDefaultAttributePrinterParser = 1;
  let extraClassDeclaration = [{
    /// The version of the dialect that this build writes into `model.ir`.
    static constexpr int64_t kVersion = 1;

    /// The bytes of this context's parameters. Null where a module has none
    /// outside of itself. Not thread safe while passes run, except `get`.
    WeightStore *getWeights() const { return weights.get(); }
    void setWeights(std::shared_ptr<WeightStore> store) { weights = std::move(store); }

  private:
    std::shared_ptr<WeightStore> weights;
    void registerAttributes();
    void registerOps();

  public:
  }];
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

// The second argument is what messages and the reference say.
def Weft_Float : AnyTypeOf<[F16, BF16, F32, F64], "float (f16, bf16, f32 or f64)">;
def Weft_Int : AnyTypeOf<[I8, I16, I32, I64, UI8, UI16, UI32, UI64], "integer (i8 to i64 or ui8 to ui64)">;
def Weft_Number : AnyTypeOf<[F16, BF16, F32, F64, I8, I16, I32, I64, UI8, UI16, UI32, UI64],
                            "float or integer (f16, bf16, f32, f64, i8 to i64 or ui8 to ui64)">;
def Weft_Element : AnyTypeOf<[F16, BF16, F32, F64, I8, I16, I32, I64, UI8, UI16, UI32, UI64, I1],
                             "any (f16, bf16, f32, f64, i8 to i64, ui8 to ui64 or i1)">;
def Weft_IntOrBool : AnyTypeOf<[I8, I16, I32, I64, UI8, UI16, UI32, UI64, I1], "integer or truth (i8 to i64, ui8 to ui64 or i1)">;
def Weft_Code : AnyTypeOf<[I<3>, I<4>, I<5>, I<6>, I8, I16, I32, I64, UI8, UI16, UI32, UI64], "code (i3 to i6, i8 to i64 or ui8 to ui64)">;
def Weft_Stored : AnyTypeOf<[F16, BF16, F32, F64, I<3>, I<4>, I<5>, I<6>, I8, I16, I32, I64, UI8, UI16, UI32, UI64, I1],
                            "any (f16, bf16, f32, f64, i3 to i6, i8 to i64, ui8 to ui64 or i1)">;
def Weft_Bool : AnyTypeOf<[I1], "truth (i1)">;
def Weft_Index : AnyTypeOf<[I32, I64], "index (i32 or i64)">;
def Weft_Count : AnyTypeOf<[I64], "i64">;
def Weft_F32 : AnyTypeOf<[F32], "f32">;

def Weft_Tensor : RankedTensorOf<[Weft_Element]>;
def Weft_NumberTensor : RankedTensorOf<[Weft_Number]>;
def Weft_FloatTensor : RankedTensorOf<[Weft_Float]>;
def Weft_IntTensor : RankedTensorOf<[Weft_Int]>;
def Weft_IntOrBoolTensor : RankedTensorOf<[Weft_IntOrBool]>;
/// Quantized values.
def Weft_CodeTensor : RankedTensorOf<[Weft_Code]>;
/// What weights can be, and what is handed on without a look at it.
def Weft_StoredTensor : RankedTensorOf<[Weft_Stored]>;
def Weft_F32Tensor : RankedTensorOf<[Weft_F32]>;
def Weft_BoolTensor : RankedTensorOf<[Weft_Bool]>;
def Weft_IndexTensor : RankedTensorOf<[Weft_Index]>;
def Weft_CountTensor : RankedTensorOf<[Weft_Count]>;
/// A list of dimensions, axes or counts as data.
def Weft_ShapeTensor : 1DTensorOf<[Weft_Count]>;
/// Ratios of sizes.
def Weft_ScaleTensor : 1DTensorOf<[Weft_F32]>;
/// One value.
def Weft_BoolScalar : 0DTensorOf<[Weft_Bool]>;
def Weft_CountScalar : 0DTensorOf<[Weft_Count]>;
def Weft_Scalar : 0DTensorOf<[Weft_Element]>;

//===----------------------------------------------------------------------===//
// Base classes
//===----------------------------------------------------------------------===//

class Weft_Op<string mnemonic, list<Trait> traits = []> : Op<Weft_Dialect, mnemonic, traits>;

/// A pure op whose result types follow from its operands and attributes; a
/// result may be declared with more static dimensions than can be inferred.
class Weft_InferredOp<string mnemonic, list<Trait> traits = []>
    : Weft_Op<mnemonic, !listconcat([Pure, InferTypeOpAdaptor], traits)> {
  let assemblyFormat = "operands attr-dict `:` functional-type(operands, results)";
  code compatibleReturnTypes = [{
    static bool isCompatibleReturnTypes(::mlir::TypeRange inferred, ::mlir::TypeRange actual) {
      return ::weft::areCompatibleTypes(inferred, actual);
    }
  }];
  let extraClassDeclaration = compatibleReturnTypes;
}

/// A pure op with explicit result types.
class Weft_PureOp<string mnemonic, list<Trait> traits = []>
    : Weft_Op<mnemonic, !listconcat([Pure], traits)> {
  let assemblyFormat = "operands attr-dict `:` functional-type(operands, results)";
}

class Weft_Enum<string name, string summary, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, summary, cases> {
  let cppNamespace = "::weft";
  let genSpecializedAttr = 0;
}

class Weft_EnumAttr<EnumInfo info, string mnemonic> : EnumAttr<Weft_Dialect, info, mnemonic> {
  let assemblyFormat = "$value";
}

#endif // WEFT_BASE_TD
