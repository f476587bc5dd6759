// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions, control flow, parameters and constants: what holds a model together.

#ifndef WEFT_STRUCTURE_OPS_TD
#define WEFT_STRUCTURE_OPS_TD

include "dialects/Weft/WeftBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/Interfaces/CallInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"

def Weft_FuncOp : Weft_Op<"func", [AffineScope, AutomaticAllocationScope, FunctionOpInterface, IsolatedFromAbove, OpAsmOpInterface]> {
  let summary = "a function of a model";
  let description = [{
    A named function over tensors. Public functions are the model's entries (`main`; `prefill` and `decode`; `step`).
    Arguments and results may carry `weft.name` (the name in the source), `weft.dims` (a name for each dimension,
    `""` where it has none; equal names mean equal sizes) and `weft.state` (the argument's value comes from the
    session, which keeps the result of the same state name for the next call; it is zeros in the first). `weft.dim_ranges` on the function
    says between which sizes, both included, a named dimension must lie: `{batch = array<i64: 1, 8>}`. The runtime checks that callers keep
    these promises. The body is one block that ends in `weft.return`; a private function without a body is a declaration.

    ```mlir
    weft.func @main(%x: tensor<?x4xf32> {weft.name = "x", weft.dims = ["batch", ""]}) -> tensor<?x4xf32> {
      %y = weft.exp %x : (tensor<?x4xf32>) -> tensor<?x4xf32>
      weft.return %y : tensor<?x4xf32>
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
                       OptionalAttr<StrAttr>:$sym_visibility, OptionalAttr<DictArrayAttr>:$arg_attrs,
                       OptionalAttr<DictArrayAttr>:$res_attrs);
  let regions = (region AnyRegion:$body);
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name, "::mlir::FunctionType":$type)>];
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Region *getCallableRegion() { return isExternal() ? nullptr : &getBody(); }
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() { return getFunctionType().getInputs(); }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() { return getFunctionType().getResults(); }
  }];
}

def Weft_ReturnOp : Weft_Op<"return", [Pure, HasParent<"FuncOp">, ReturnLike, Terminator]> {
  let summary = "ends a function with its results";
  let description = [{
    One value for each result of the function, of its type or one that may turn out to be.

    ```mlir
    weft.return %y : tensor<4xf32>
    ```
  }];
  let arguments = (ins Variadic<Weft_StoredTensor>:$operands);
  let assemblyFormat = "($operands^ `:` type($operands))? attr-dict";
  let hasVerifier = 1;
}

def Weft_CallOp : Weft_Op<"call", [CallOpInterface, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "calls a function of the module";
  let description = [{
    `callee` is a `weft.func` of this module whose types fit. Functions are pure: they have no effect but their results. Recursion is an
    error.

    ```mlir
    %y = weft.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<Weft_StoredTensor>:$operands,
                       OptionalAttr<DictArrayAttr>:$arg_attrs, OptionalAttr<DictArrayAttr>:$res_attrs);
  let results = (outs Variadic<Weft_StoredTensor>:$results);
  let assemblyFormat = "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)";
  let extraClassDeclaration = [{
    operand_range getArgOperands() { return getOperands(); }
    ::mlir::MutableOperandRange getArgOperandsMutable() { return getOperandsMutable(); }
    ::mlir::CallInterfaceCallable getCallableForCallee() { return getCalleeAttr(); }
    void setCalleeFromCallable(::mlir::CallInterfaceCallable callee) {
      setCalleeAttr(::llvm::cast<::mlir::FlatSymbolRefAttr>(::llvm::cast<::mlir::SymbolRefAttr>(callee)));
    }
  }];
}

def Weft_DispatchOp : Weft_Op<"dispatch", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "runs one kernel over buffers";
  let description = [{
    The border between what all targets share and what one target generates: everything above it is a list of
    dispatches, everything below it belongs to the folder of one target. `kernel` names a private `weft.func` of this
    module whose types fit, and means what a call of it would; structurally equal kernels are one function. `node` names the source's
    node, for profiles and messages.

    ```mlir
    %y = weft.dispatch @kernel(%x, %w) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<Weft_StoredTensor>:$operands, OptionalAttr<StrAttr>:$node);
  let results = (outs Variadic<Weft_StoredTensor>:$results);
  let assemblyFormat = "$kernel `(` $operands `)` attr-dict `:` functional-type($operands, results)";
}

def Weft_IfOp : Weft_Op<"if", [NoRegionArguments, RecursiveMemoryEffects, RecursivelySpeculatable,
                               SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "one of two regions by a condition";
  let description = [{
    Runs `then_region` where the condition is true, else the other; each yields the results. Both see the values around them. Results may have
    different sizes by the branch where their types are dynamic.

    ```mlir
    %y = weft.if %c : tensor<i1> -> (tensor<?xf32>) {
      weft.yield %a : tensor<?xf32>
    } else {
      weft.yield %b : tensor<?xf32>
    }
    ```
  }];
  let arguments = (ins Weft_BoolScalar:$condition);
  let results = (outs Variadic<Weft_Tensor>:$results);
  let regions = (region SizedRegion<1>:$then_region, SizedRegion<1>:$else_region);
  let assemblyFormat = "$condition `:` type($condition) (`->` `(` type($results)^ `)`)? $then_region `else` $else_region attr-dict";
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}

def Weft_LoopOp : Weft_Op<"loop", [AttrSizedOperandSegments, RecursiveMemoryEffects,
                                   SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "repeats a region";
  let description = [{
    Repeats the body while fewer than `trips` repetitions ran (no bound where it is absent, none at all where it is negative) and the
    condition holds: before the first repetition `condition` (true where it is absent), afterwards the first value that the body yielded.
    The body takes the repetition's number (`tensor<i64>`, from 0) and the carried values, which begin as `inits`; it yields the condition
    (`tensor<i1>`), the carried values, then the values to stack. Results are the carried values after the last repetition, then a stack
    `[repetitions, ...]` of each further value. Carried values may change their dynamic sizes; a stacked value that does is a run-time
    error. The body sees the values around it.

    ```mlir
    %s, %all = weft.loop trips(%n : tensor<i64>) init(%z : tensor<f32>) -> (tensor<f32>, tensor<?xf32>) {
    ^bb0(%i: tensor<i64>, %a: tensor<f32>):
      %t = weft.constant dense<true> : tensor<i1>
      %b = weft.exp %a : (tensor<f32>) -> tensor<f32>
      weft.yield %t, %b, %a : tensor<i1>, tensor<f32>, tensor<f32>
    }
    ```
  }];
  let arguments = (ins Optional<Weft_CountScalar>:$trips, Optional<Weft_BoolScalar>:$condition, Variadic<Weft_Tensor>:$inits);
  let results = (outs Variadic<Weft_Tensor>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    (`trips` `(` $trips^ `:` type($trips) `)`)? (`while` `(` $condition^ `:` type($condition) `)`)?
    (`init` `(` $inits^ `:` type($inits) `)`)? (`->` `(` type($results)^ `)`)? $body attr-dict
  }];
  let hasVerifier = 1;
}

def Weft_MapOp : Weft_Op<"map", [IsolatedFromAbove, RecursiveMemoryEffects, SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "computes its results slice by slice";
  let description = [{
    Cuts the first dimension of operands and results into `parts` equal slices and runs the body once for each; the body takes one slice of
    each operand and yields one of each result. An operand whose type is that of the body's argument is not cut: every slice sees all of it. No
    slice sees another, so they may be computed in any order and at the same time; a target keeps what the body computes on the way close to who
    computes it. Cut operands and results have static sizes.

    ```mlir
    %y = weft.map 8 (%x, %b : tensor<8x4xf32>, tensor<4xf32>) -> (tensor<8x4xf32>) {
    ^bb0(%a: tensor<1x4xf32>, %c: tensor<4xf32>):
      %r = weft.add %a, %c : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
      weft.yield %r : tensor<1x4xf32>
    }
    ```
  }];
  let arguments = (ins ConfinedAttr<I64Attr, [IntPositive]>:$parts, Variadic<Weft_Tensor>:$operands);
  let results = (outs Variadic<Weft_Tensor>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$parts `(` ($operands^ `:` type($operands))? `)` `->` `(` type($results) `)` $body attr-dict";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// Whether the body takes a slice of that operand and not all of it.
    bool isCut(unsigned operand) {
      return getOperand(operand).getType() != getBody().getArgument(operand).getType();
    }
  }];
}

def Weft_SharesEvenlyOp : Weft_Op<"shares_evenly", [Pure]> {
  let summary = "whether the host's threads share equal parts evenly";
  let description = [{
    True where threads that take one of `parts` equal parts after the other are busy for at least three quarters of the time until all are
    done. The only op whose value depends on who runs it: both branches of an `if` on it mean the same. In the interpreter, which has one
    thread, it is true.

    ```mlir
    %c = weft.shares_evenly 8 : tensor<i1>
    ```
  }];
  let arguments = (ins ConfinedAttr<I64Attr, [IntPositive]>:$parts);
  let results = (outs Weft_BoolScalar:$result);
  let assemblyFormat = "$parts attr-dict `:` type($result)";
}

def Weft_YieldOp : Weft_Op<"yield", [Pure, ReturnLike, Terminator, ParentOneOf<["IfOp", "LoopOp", "MapOp"]>]> {
  let summary = "ends a region of control flow with its values";
  let description = [{
    In `weft.if` the results; in `weft.loop` whether to go on (`tensor<i1>`), the carried values, and the values to stack; in `weft.map`
    the results' slices.

    ```mlir
    weft.yield %y : tensor<4xf32>
    ```
  }];
  let arguments = (ins Variadic<Weft_Tensor>:$operands);
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
  let assemblyFormat = "($operands^ `:` type($operands))? attr-dict";
}

def Weft_ParameterOp : Weft_Op<"parameter", [Symbol, HasParent<"::mlir::ModuleOp">]> {
  let summary = "a named weight of the model";
  let description = [{
    Declares a weight. Its bytes are in the module's weight store under the symbol's name, or, for small ones, in
    `value`. Its dimensions are static. `source` is the name in the file that it came from, and survives every pass. Ties share one symbol.
    `trainable` marks what training changes.

    ```mlir
    weft.parameter @"encoder.weight" : tensor<768x768xf32> {trainable}
    weft.parameter @bias = dense<[1.0, 2.0]> : tensor<2xf32>
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<Weft_StoredTensor>:$type, OptionalAttr<ElementsAttr>:$value,
                       OptionalAttr<StrAttr>:$source, UnitAttr:$trainable, OptionalAttr<StrAttr>:$sym_visibility);
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name, "::mlir::RankedTensorType":$type,
                                 CArg<"::mlir::ElementsAttr", "{}">:$value), [{
    build($_builder, $_state, $_builder.getStringAttr(name), ::mlir::TypeAttr::get(type), value, nullptr, nullptr, nullptr);
  }]>];
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

def Weft_GetOp : Weft_Op<"get", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the value of a parameter";
  let description = [{
    The result has the type of the `weft.parameter`. A parameter that has bytes neither in the IR nor in the weight store is an error when it is
    compiled or interpreted.

    ```mlir
    %w = weft.get @"encoder.weight" : tensor<768x768xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$parameter);
  let results = (outs Weft_StoredTensor:$result);
  let assemblyFormat = "$parameter attr-dict `:` type($result)";
}

def Weft_ConstantOp : Weft_Op<"constant", [Pure, ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "a small literal";
  let description = [{
    For shapes and scalars; weights are parameters. The result has the type of the elements.

    ```mlir
    %half = weft.constant dense<0.5> : tensor<f32>
    ```
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Weft_StoredTensor:$result);
  let assemblyFormat = "attr-dict $value";
  let builders = [OpBuilder<(ins "::mlir::ElementsAttr":$value), [{
    build($_builder, $_state, ::llvm::cast<::mlir::RankedTensorType>(value.getType()), value);
  }]>];
  let hasFolder = 1;
}

def Weft_ExternOp : Weft_Op<"extern", [Pure]> {
  let summary = "a kernel from a plugin";
  let description = [{
    Calls the C function `symbol` (`WeftExternFn` in weft/Runtime.h), which the program registers with the runtime before it runs the
    function. The function computes results from operands and has no other effect. Results have static shapes; targets refuse others.
    `config` reaches the compiler only. The interpreter has no meaning for it.

    ```mlir
    %y = weft.extern "my_kernel"(%x) : (tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let arguments = (ins StrAttr:$symbol, Variadic<Weft_Tensor>:$operands, DefaultValuedAttr<DictionaryAttr, "{}">:$config);
  let results = (outs Variadic<Weft_Tensor>:$results);
  let assemblyFormat = "$symbol `(` $operands `)` attr-dict `:` functional-type($operands, results)";
}

#endif // WEFT_STRUCTURE_OPS_TD
