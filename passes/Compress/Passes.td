// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The passes that make the weights of a model smaller. They come before everything else, and are not part of compiling.

#ifndef WEFT_COMPRESS_PASSES_TD
#define WEFT_COMPRESS_PASSES_TD

include "mlir/Pass/PassBase.td"

def QuantizeWeights : Pass<"weft-quantize-weights", "::mlir::ModuleOp"> {
  let summary = "weights of contractions and tables become integers of few bits with scales";
  let description = [{
    A weight is a parameter of floats and rank 2 that only contractions, as their right operand, and gathers along dimension 0 read, through casts or
    not. It becomes codes `[outputs, inputs]`, scales of `f16` `[outputs, inputs / group rounded up]` and, where it is not symmetric, zero
    points of `i8`. Its readers read a `weft.dequantize` of them; a gather takes rows of the codes. A weight `[inputs, outputs]` is
    transposed. A parameter's attribute `weft.precision = {bits = 4 : i64, group = 64 : i64}` goes before the options; with 0 bits it stays as it is.
    Weights stream through row by row. NaN and infinite weights are an error. The parameter of the codes carries
    `weft.quantized`, which says what was there before and the relative error. With activations of `bf16` attention gets
    `weft.bf16_products`: its operands stay, and targets may round what its products multiply. With those of `int8` too, and what contractions of `f32`
    read becomes `ui8` around 128 with a scale for each row, the largest magnitude over 127, found when the model runs; the results are multiplied by it.
    `weft-simplify` computes such contractions on integers.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"bits", "bits", "unsigned", /*default=*/"8", "3, 4, 5, 6 or 8">,
    Option<"tableBits", "table-bits", "unsigned", /*default=*/"0",
           "of tables that gathers read, and of what is tied to them; 0: as all others">,
    Option<"group", "group", "int64_t", /*default=*/"128", "weights of a row that share a scale; 0: the whole row">,
    Option<"isSymmetric", "symmetric", "bool", /*default=*/"true", "without zero points">,
    Option<"clip", "clip", "std::string", /*default=*/"\"none\"", "none, or mse: the scale up to 30 % smaller with the least squared error">,
    Option<"method", "method", "std::string", /*default=*/"\"rtn\"",
           "rtn: by the extreme weights; search: of many scales the one with the least error weighted by the statistics; gptq: what is lost "
           "by a weight is made up for by those behind it">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "the file of statistics that search weights with, and gptq needs">,
    Option<"activations", "activations", "std::string", /*default=*/"\"bf16\"", "what contractions of f32 multiply with: bf16, f32, or int8 with a scale for each row; the latter with bits=8 group=0">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of parameters that stay">,
    Option<"requantize", "requantize", "bool", /*default=*/"false",
           "also weights that were quantized to more bits, or to smaller groups of as many">];
}

def ScaleSalientChannels : Pass<"weft-scale-salient-channels", "::mlir::ModuleOp"> {
  let summary = "weights with strong inputs get more of the range of their group";
  let description = [{
    Where a norm's scale, or the rows of one weight, make the inputs of linear layers, they are divided by `rms(x)^alpha` and the weights that
    read the inputs are multiplied by it, with the alpha that costs least when the weights are quantized by search. With `smooth` the factors are
    `max|x|^smooth / max|w|^(1 - smooth)`, which suit inputs that become integers of 8 bits as well. The model computes the same. Such
    weights carry `weft.input_factors`, by which `weft-quantize-weights` reads the same statistics. Parameters whose readers are not all like that stay.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"bits", "bits", "unsigned", /*default=*/"4", "what is quantized to: 3, 4, 5, 6 or 8">,
    Option<"group", "group", "int64_t", /*default=*/"128", "weights of a row that share a scale; 0: the whole row">,
    Option<"isSymmetric", "symmetric", "bool", /*default=*/"true", "without zero points">,
    Option<"smooth", "smooth", "double", /*default=*/"0.0",
           "how much of the differences between inputs goes into the weights, up to 1; 0: as costs least">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "the file of statistics">];
}

def CollectStatistics : Pass<"weft-collect-statistics", "::mlir::ModuleOp"> {
  let summary = "a model that gives the statistics of its linear layers' inputs";
  let description = [{
    The results of the function become, for each value that weights are multiplied with, a tensor `[4, inputs]`: the sum of each input channel, the sum
    of its squares, its largest magnitude, and the number of vectors. `weft.weights` of a result names the weights. States become arguments, other
    functions go. What is compiled of it runs over calibration data; `weft optimize --calibrate` does.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"function", "function", "std::string", /*default=*/"\"\"", "by default evaluate, or main, or the only one">,
    Option<"products", "products", "bool", /*default=*/"false", "also x^T x of each input, [inputs, inputs]">,
    Option<"vectors", "vectors", "bool", /*default=*/"false", "also some of the vectors of each input, [vectors, inputs], every 32nd of them">];
}

def ExposeWeights : Pass<"weft-expose-weights", "::mlir::ModuleOp"> {
  let summary = "a model that takes its weights as inputs";
  let description = [{
    Each weight that `weft-quantize-weights` would quantize becomes an argument of the function, behind the others; `weft.weight` names the
    parameter. States become arguments and are no results any more, other functions go. What is compiled of it shows what a change of a weight does
    to the results; `weft optimize --precision mixed` does.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"function", "function", "std::string", /*default=*/"\"\"", "by default evaluate, or main, or the only one">];
}

def CollectActivations : Pass<"weft-collect-activations", "::mlir::ModuleOp"> {
  let summary = "a model that gives what its products with constant weights read";
  let description = [{
    The results of the function become the activations that `weft-quantize-activations` would turn into bytes, each once, with its name in
    `weft.activation` and the dimension of its channels in `weft.channels`. States become arguments, other functions go. Comes behind
    `weft-simplify`.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def EqualizeLayers : Pass<"weft-equalize-layers", "::mlir::ModuleOp"> {
  let summary = "channels between two layers get ranges that suit both";
  let description = [{
    Factors go from the weights and the bias that write a channel to the weights that read it, so that both have as large ones, where only
    additions, rectifiers and bounds stand between them. The model computes the same. New weights have names that end in `.equal`. Comes behind
    `weft-simplify` and before statistics.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def SmoothActivations : Pass<"weft-smooth-activations", "::mlir::ModuleOp"> {
  let summary = "differences between channels of activations go into weights";
  let description = [{
    Where a norm's scale and shift, or another elementwise op, make what products read, its channels are divided by
    `max|x|^alpha / max|w|^(1 - alpha)`, by which the weights that read them are multiplied. Convolutions take part behind norms alone. The model computes the same. New weights have names that end in `.smooth`, since what was known of their input holds no
    longer: statistics are collected again behind this pass. Comes behind `weft-simplify`.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "the file of statistics">,
    Option<"alpha", "alpha", "double", /*default=*/"0.5", "how much goes into the weights, 0 to 1">];
}

def QuantizeActivations : Pass<"weft-quantize-activations", "::mlir::ModuleOp"> {
  let summary = "products with constant weights multiply integers of 8 bits";
  let description = [{
    What contractions and convolutions with constant weights read is rounded to `ui8` with a scale and a zero point, whose range the statistics or
    each call's values give; their weights become `i8` with a scale for each output. Biases, sums and functions between them stay floats, which is
    where integers cost accuracy and win no time. Comes behind `weft-simplify`; what it leaves `weft-simplify` computes on integers. Products that
    stay say why in a remark. NaN and infinite weights are an error.

    What products of the weights that `wide` names read becomes bytes of all that was seen, and what these leave bytes with a 255th of the scale; the
    products of both are added up.

    With `switches`, two new arguments of `i1` choose for each activation, or all that share a scale, whether it is rounded to 8 bits, and whether to
    16: one compiled model then tells what any of them cost. `weft.weights` of the arguments names the weights of their products. States become arguments,
    other functions go.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"activations", "activations", "std::string", /*default=*/"\"static\"",
           "static: by the statistics; dynamic: by the least and most in each call">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "the file of statistics, which static ranges need">,
    Option<"range", "range", "std::string", /*default=*/"\"minmax\"",
           "minmax: all that was seen; percentile: without the extremes; entropy: with the least divergence of distributions; mse: with the least "
           "squared error">,
    Option<"percentile", "percentile", "double", /*default=*/"99.99", "the part of the values that a range by percentile holds, 50 to 100">,
    Option<"maxError", "max-error", "double", /*default=*/"0.1",
           "activations whose rounding changes them by more of their norm stay floats">,
    Option<"correctBias", "correct-bias", "bool", /*default=*/"false", "biases make up for what rounded weights take away from means">,
    Option<"wide", "wide", "std::string", /*default=*/"\"\"", "a regular expression of weights whose products read 16 bits, by two products of bytes">,
    Option<"switches", "switches", "bool", /*default=*/"false", "arguments say which products multiply integers, and of how many bits">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of weights whose products stay">];
}

def DequantizeWeights : Pass<"weft-dequantize-weights", "::mlir::ModuleOp"> {
  let summary = "weights that are quantized become floats again";
  let description = [{
    A `weft.dequantize` of rank 2 over parameters becomes a parameter of floats, which carries `weft.quantized` with the bits and the group that
    it had, and gathers of its parts become gathers of it. What was quantized otherwise stays.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def ConvertWeights : Pass<"weft-convert-weights", "::mlir::ModuleOp"> {
  let summary = "weights are stored as floats of 16 bits";
  let description = [{
    Parameters of floats that are wider, and have two dimensions or more, are rounded once; their readers read a cast. One with a value that the type
    does not hold stays. NaN and infinite weights are an error.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"type", "type", "std::string", /*default=*/"\"bf16\"", "bf16 or f16">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of parameters that stay">];
}

def PruneWeights : Pass<"weft-prune-weights", "::mlir::ModuleOp"> {
  let summary = "weights of linear layers become zero";
  let description = [{
    Of each output's weights the share `sparsity` becomes zero: those that are the smallest (`magnitude`), or the smallest times the strength of their
    input (`wanda`, Sun et al., arXiv 2306.11695), or whose loss costs the least while the others make up for it (`sparsegpt`, Frantar and Alistarh,
    arXiv 2301.00774). Weights are those that `weft-quantize-weights` takes, without tables and what is tied to them. Types and readers stay, and
    so do zeros where the weight is quantized afterwards; of blocks of 16 outputs, or a multiple, kernels leave them out (`weft-mark-sparse-weights`). The parameter carries `weft.pruned`, the sparsity reached and
    the relative error. NaN and infinite weights are an error.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"method", "method", "std::string", /*default=*/"\"magnitude\"", "magnitude, wanda or sparsegpt">,
    Option<"pattern", "pattern", "std::string", /*default=*/"\"unstructured\"",
           "unstructured; N:M: N of M neighbours along the inputs stay; or RxC: blocks of R outputs and C inputs go as a whole">,
    Option<"sparsity", "sparsity", "double", /*default=*/"-1.0", "the share that becomes zero; below 0: that of the pattern, or 0.5">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"",
           "the file of statistics that wanda needs, and sparsegpt with products">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of parameters that stay">];
}

def PruneActivations : Pass<"weft-prune-activations", "::mlir::ModuleOp"> {
  let summary = "small inputs of linear layers become zero";
  let description = [{
    The values that linear layers read become zero where they are small, when the model runs: |x[k]| < threshold[k]. A kernel that multiplies one row
    by quantized weights does not read those that meet zeros. The thresholds of an input are those with which the share `share` of what the statistics
    have of it is zero; channel k counts by |x[k]| times the norm of the weights that it meets (Chen et al., WINA, arXiv 2505.19427; with norms alike
    TEAL, Liu et al., arXiv 2408.14690). Layers whose weights are tied to a table, and those that make the results of the model, read all.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"share", "share", "double", /*default=*/"0.5", "of zeros among the values that a layer reads, 0 to below 1">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "the file of statistics, with vectors">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of weights that read all">];
}

def PruneStructure : Pass<"weft-prune-structure", "::mlir::ModuleOp"> {
  let summary = "channels and heads leave the model";
  let description = [{
    Of each group of channels that can go for each other, the share `channels` goes, the least important ones first: intermediate channels of
    feed-forward layers, outputs of convolutions with all that follows them. Of groups that the model works on side by side, heads of attention with their
    keys, values and states, it is the share `heads`. Which channels can go is found from what each op does to dimensions; those that softmax or
    normalization look along, and those of inputs and outputs, stay. Results are those of the model whose sums leave these channels out. Importance is
    what a channel adds to the outputs of the layer that reads it, by the statistics, or the norm of its weights.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"channels", "channels", "double", /*default=*/"0.0", "the share of channels that goes, below 1">,
    Option<"heads", "heads", "double", /*default=*/"0.0", "the share of heads that goes, below 1, rounded down">,
    Option<"round", "round", "int64_t", /*default=*/"16", "channels that stay are a multiple of it">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "a file of statistics">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of parameters that keep their shapes">];
}

def PruneLayers : Pass<"weft-prune-layers", "::mlir::ModuleOp"> {
  let summary = "whole layers leave the model";
  let description = [{
    Of the layers whose result is added to what they read, `count` go with their weights and states: those that add the least, as a share of what comes
    in, which is the idea of ShortGPT's block influence (Men et al., arXiv 2403.03853). Both are estimated from weights and, with statistics, the
    squares of their inputs, with terms of a sum as orthogonal. A layer of a transformer is attention with the feed-forward part behind it; of a
    function without attention it is one sum. Layers whose values something else reads stay.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"count", "count", "int64_t", /*default=*/"0", "how many layers go">,
    Option<"statistics", "statistics", "std::string", /*default=*/"\"\"", "a file of statistics">,
    Option<"skip", "skip", "std::string", /*default=*/"\"\"", "a regular expression of parameters whose layers stay">];
}

def ConvertCaches : Pass<"weft-convert-caches", "::mlir::ModuleOp"> {
  let summary = "keys and values that a decoder remembers are stored in fewer bits";
  let description = [{
    A state of `f32` `[tokens, heads, width]` that grows by `weft.concat` becomes one of `bf16`, or of `i8` with a state of scales `[tokens, heads, 1]`
    beside it, whose name ends in `.scale`. Its readers read what widens it. A module without such a state is an error.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [
    Option<"type", "type", "std::string", /*default=*/"\"bf16\"", "bf16 or int8">];
}

#endif // WEFT_COMPRESS_PASSES_TD
