// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The passes that make a model smaller and its shapes known, before anything is fused.

#ifndef WEFT_SIMPLIFY_PASSES_TD
#define WEFT_SIMPLIFY_PASSES_TD

include "mlir/Pass/PassBase.td"

def LowerBatchNorm : Pass<"weft-lower-batch-norm", "::mlir::ModuleOp"> {
  let summary = "inference only: batch norm as scale and shift, no dropout";
  let description = [{
    Writes `weft.batch_norm` with running statistics as a multiplication and an addition by expressions over its
    parameters, and removes `weft.dropout`. Batch norm in training stays.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def FoldScales : Pass<"weft-fold-scales", "::mlir::ModuleOp"> {
  let summary = "constant factors behind a contraction or convolution go into its weights";
  let description = [{
    A factor that is constant and varies along outputs only multiplies the filter instead of the result, also past the
    bias. Rounds differently: the product of weight and factor is rounded once at compile time.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def PropagateTransposes : Pass<"weft-propagate-transposes", "::mlir::ModuleOp"> {
  let summary = "moves transposes to where they cancel";
  let description = [{
    Sinks transposes through ops that do not care about the order of dimensions, cancels inverse ones, folds them into
    contractions, and turns those that move no data into reshapes. A function whose transposes would move more
    elements than before is left alone.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def SimplifyShapes : Pass<"weft-simplify-shapes", "::mlir::ModuleOp"> {
  let summary = "known shapes become static, and what only moved or computed them goes";
  let description = [{
    Refines types through the whole module, folds shapes as data, drops reshapes, slices, broadcasts and reductions that
    change nothing, and writes divisions and powers by constants as products.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def BindDims : Pass<"weft-bind-dims", "::mlir::ModuleOp"> {
  let summary = "gives named dimensions of the model's inputs a size or a range";
  let description = [{
    Replaces the dimensions that `weft.dims` calls by a bound name by their size, in arguments and results of all
    functions; a range stays with the function as `weft.dim_ranges`, and calls with other sizes are refused. A name that no function has is an error. `weft-simplify-shapes` carries the sizes on.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [ListOption<"bindings", "bindings", "std::string", "NAME=SIZE or NAME=LO..HI, several by commas">];
}

def FoldConstants : Pass<"weft-fold-constants", "::mlir::ModuleOp"> {
  let summary = "evaluates what depends on constants and parameters only";
  let description = [{
    Results become constants or new parameters of the weight store; parameters that nothing reads any more are
    dropped. Inference only: a trainable parameter may go into a new one that is not.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [Option<"sizeLimitBytes", "size-limit", "int64_t", /*default=*/"1 << 20",
                        "bytes that a result may have although it is larger than its operands">,
                 Option<"keepCodes", "keep-codes", "bool", /*default=*/"false",
                        "weights of 8 bits and fewer stay codes, however small they are">];
}

def DeduplicateParameters : Pass<"weft-deduplicate-parameters", "::mlir::ModuleOp"> {
  let summary = "equal parameters become one, unused ones are dropped";
  let description = [{
    Equal are the type and the bytes. Names and sources of the first stay.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def RecognizeAttention : Pass<"weft-recognize-attention", "::mlir::ModuleOp"> {
  let summary = "two contractions with softmax between them become weft.attention";
  let description = [{
    Takes in a scale behind the first contraction or on its operands, a mask that is added or chosen by a condition, and a guard that
    replaces NaN by 0. Without the guard a mask must be known not to exclude a whole row, for which `weft.attention` gives 0 and softmax
    NaN. Rounds differently: sums are taken in another order.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def RecognizeNormalize : Pass<"weft-recognize-normalize", "::mlir::ModuleOp"> {
  let summary = "normalization that is spelled out becomes weft.normalize";
  let description = [{
    Finds the mean taken away and the division by the root of the variance plus a constant, or the root of the mean square without a mean, by
    division or by `weft.rsqrt`. Rounds differently: intermediate values are rounded in other places.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def SinkDequantize : Pass<"weft-sink-dequantize", "::mlir::ModuleOp"> {
  let summary = "moves bytes instead of the floats that they stand for";
  let description = [{
    Takes `weft.dequantize` with one scale down over transposes, reshapes, slices, gathers, concatenation of equal scales, padding with zeros and
    maxima of windows, and drops a quantization of what was dequantized by the same scale and zero point.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def UnsignActivations : Pass<"weft-unsign-activations", "::mlir::ModuleOp"> {
  let summary = "activations of i8 become ui8 where products take them";
  let description = [{
    The integers are moved by 128 right behind `weft.quantize`, and the zero points of `weft.dequantize` with them. Values that something else
    than movement and dequantization reads stay.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def FormIntegerProducts : Pass<"weft-form-integer-products", "::mlir::ModuleOp"> {
  let summary = "products of dequantized values multiply the integers";
  let description = [{
    Contractions and convolutions of dequantized activations by dequantized constant weights sum up products of integers in `i32` and scale the
    sums. Weights have the zero point 0 (128 if they are unsigned) and one scale, or one for each index of a dimension of the result. So do
    contractions of two dequantized activations. For products that stay a remark says why. Inference only: weights are no longer floats that
    can be trained.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def TabulateBytes : Pass<"weft-tabulate-bytes", "::mlir::ModuleOp"> {
  let summary = "functions of one byte are tables";
  let description = [{
    What elementwise ops with a function such as `weft.logistic` among them make of one tensor of bytes and of scalar constants, and
    `weft.quantize` makes bytes of again, becomes a gather from a table of 256 bytes. The interpreter computes it.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def FoldQuantizeScales : Pass<"weft-fold-quantize-scales", "::mlir::ModuleOp"> {
  let summary = "the scale of a quantization goes into the constants before it";
  let description = [{
    Divides constant factors and terms by the scale at compile time, also past bounds and past dequantized values, and drops bounds
    that saturation is. Rounds differently: constants are rounded once more, and nothing is divided at run time.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def HoistReshapes : Pass<"weft-hoist-reshapes", "::mlir::ModuleOp"> {
  let summary = "contractions carry dimensions of size 1 instead of a reshape behind them";
  let description = [{
    A reshape that only adds or drops dimensions of size 1 moves from behind a contraction and its elementwise ops to the front, where it
    mostly cancels, so that what follows can be fused. Only chains of single uses move.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def Simplify : Pass<"weft-simplify", "::mlir::ModuleOp"> {
  let summary = "all simplifying passes in the order of the compiler";
  let description = [{
    The stage `simplify` as one pass, for tools that take passes by name. `passes/Simplify/Simplify.cpp` has the list with reasons.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

#endif // WEFT_SIMPLIFY_PASSES_TD
