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

    * **Element types**: `f16 bf16 f32 f64`, `i1` (truth values, one byte in memory), `i8 .. i64` (signed) and
      `ui8 .. ui64` (unsigned). Data are row-major and contiguous.
    * **Broadcasting**: elementwise ops broadcast their operands as NumPy does: shapes are aligned at the last
      dimension and a dimension of 1 is repeated. A dynamic dimension may turn out to be 1 at run time.
    * **Totality**: every op has a stated result, or a stated run-time error, for every input.
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

def Weft_Float : AnyTypeOf<[F16, BF16, F32, F64]>;
def Weft_SignedInt : AnyTypeOf<[I8, I16, I32, I64]>;
def Weft_UnsignedInt : AnyTypeOf<[UI8, UI16, UI32, UI64]>;
def Weft_Int : AnyTypeOf<[I8, I16, I32, I64, UI8, UI16, UI32, UI64]>;
def Weft_Number : AnyTypeOf<[F16, BF16, F32, F64, I8, I16, I32, I64, UI8, UI16, UI32, UI64]>;
def Weft_Element : AnyTypeOf<[F16, BF16, F32, F64, I8, I16, I32, I64, UI8, UI16, UI32, UI64, I1]>;
def Weft_IntOrBool : AnyTypeOf<[I8, I16, I32, I64, UI8, UI16, UI32, UI64, I1]>;

def Weft_Tensor : RankedTensorOf<[Weft_Element]>;
def Weft_NumberTensor : RankedTensorOf<[Weft_Number]>;
def Weft_FloatTensor : RankedTensorOf<[Weft_Float]>;
def Weft_IntTensor : RankedTensorOf<[Weft_Int]>;
def Weft_IntOrBoolTensor : RankedTensorOf<[Weft_IntOrBool]>;
def Weft_BoolTensor : RankedTensorOf<[I1]>;
def Weft_IndexTensor : RankedTensorOf<[I32, I64]>;
/// A list of dimensions, axes or counts as data.
def Weft_ShapeTensor : 1DTensorOf<[I64]>;
/// One value.
def Weft_BoolScalar : 0DTensorOf<[I1]>;
def Weft_CountScalar : 0DTensorOf<[I64]>;

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
