# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Nodes that the importer must refuse, at least one for each op that it knows, with the message for each.

usage: refused_nodes.py WEFT_ONNX_CONFORMANCE DIR SOURCES
"""
import glob
import re
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from refusals import Refusals

program, folder, sources = sys.argv[1:]
refusals = Refusals(folder)

F, I, B, U = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL, TensorProto.UINT8
# The inputs that a case names.
INPUTS = {
    "f": (F, (2, 3)), "i": (I, (2, 3)), "t": (B, (2, 3)), "u": (U, (2, 3)), "h": (TensorProto.FLOAT16, (2, 3)),
    "scalar": (F, ()), "count": (I, ()), "vector": (F, (3,)), "list": (I, (2,)), "lists": (I, ("n",)), "zero": (U, ()), "truth": (B, ()),
    "image": (F, (1, 4, 8, 8)), "wide": (F, (1, 4, 8, "w")), "deep": (F, (1, "c", 8, 8)), "bytes": (U, (1, 4, 8, 8)),
    "filter": (F, (4, 4, 3, 3)), "any_filter": (F, (4, "m", "k", "k")), "byte_filter": (U, (4, 4, 3, 3)),
    "rows": (F, ("n", 3)), "cube": (F, (2, 3, 4)), "seq": (F, (5, 1, 3)), "weights": (F, (1, 16, 3)), "recurrent": (F, (1, 16, 4)),
    "any_recurrent": (F, (1, 16, "r")), "heads": (F, (1, 2, 5, 4)), "any_heads": (F, (1, 2, 5, "d")), "some_heads": (F, (1, "h", 5, 4)), "values": (F, (2, 2, 3, "d")),
}
refused = set()


def refuse(op, inputs, message, opset=22, outputs=1, **attributes):
    """`inputs` are names above, numbers that become initializers, or None for an absent one."""
    names, infos, initializers = [], {}, []
    for i, each in enumerate(inputs):
        if each is None:
            names.append("")
        elif isinstance(each, str):
            names.append(each)
            infos[each] = helper.make_tensor_value_info(each, *INPUTS[each])
        elif isinstance(each, TensorProto):
            each.name = f"c{i}"
            names.append(each.name)
            initializers.append(each)
        else:
            names.append(f"c{i}")
            initializers.append(numpy_helper.from_array(np.array(each), f"c{i}"))
    infos = infos or {"f": helper.make_tensor_value_info("f", *INPUTS["f"])}
    results = [f"y{i}" for i in range(outputs)]
    node = helper.make_node(op, names, results, name="it", **attributes)
    graph = helper.make_graph([node], "g", list(infos.values()), [helper.make_empty_tensor_value_info(r) for r in results], initializers)
    refusals.case(rf"node 'it' \({op}\): (.|\n)*({message})",
                  helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9), f"{op}.{len(refusals.cases)}")
    refused.add(op)


# Elementwise: types that the op is not for, or an operand too few.
FLOATS_ONLY = ("Acos Acosh Asin Asinh Atan Atanh Celu Ceil Cos Cosh Elu Erf Exp Floor Gelu Log Mish Round Selu Sigmoid Sin Sinh Softplus Sqrt "
               "Swish Tan Tanh").split()
for op in FLOATS_ONLY:
    refuse(op, ["i"], "float.*tensor<2x3xi64>|float.*tensor<i64>", opset=24)
for op in "Abs HardSigmoid LeakyRelu Neg Reciprocal Relu Shrink Sign Softsign".split():
    refuse(op, ["t"], "i1>|truth")
for op in "HardSwish ThresholdedRelu".split():
    refuse(op, [], "operand 0 is missing")
for op in "Not BitwiseNot".split():
    refuse(op, ["f"], "tensor<2x3xf32>")
for op in "Add Div Mul Sub Max Min Sum Mean".split():
    refuse(op, ["f", "i"], "same element type")
    refuse(op, ["f", "cube"], "broadcast")
for op in "And Or Xor BitwiseAnd BitwiseOr BitwiseXor".split():
    refuse(op, ["f", "f"], "tensor<2x3xf32>")
for op in "Equal Greater GreaterOrEqual Less LessOrEqual".split():
    refuse(op, ["f", "i"], "same element type")
refuse("PRelu", ["f", "i"], "same element type")
refuse("SwiGLU", ["f", "i"], "same element type", opset=28)
refuse("Pow", ["t", "t"], "i1>")
refuse("Mod", ["f", "i"], "same element type")
refuse("Mod", ["f", "i"], "same element type", fmod=1)
refuse("BitShift", ["u", "u"], "direction 'UP', expected LEFT or RIGHT", direction="UP")
refuse("Clip", ["f", "count"], "same element type")
refuse("Where", ["f", "f", "f"], "tensor<2x3xf32>")
refuse("Cast", ["f"], "attribute 'to' names element type STRING, which is not supported", to=TensorProto.STRING)
refuse("CastLike", ["f"], "operand 1 is missing")
refuse("CastLike", ["f", helper.make_tensor("", TensorProto.INT4, [2], [1, 2])], "a cast to fewer than 8 bits is not supported")
refuse("BitCast", ["f"], "f32.*f64|width", to=TensorProto.DOUBLE, opset=26)
refuse("Dropout", ["f", "scalar"], "a ratio that depends on the inputs is not supported")
refuse("Identity", [], "operand 0 is missing")
refuse("IsInf", ["t"], "i1>")
refuse("IsNaN", [], "operand 0 is missing")
refuse("Gelu", ["f"], "approximate 'half', expected none or tanh", approximate="half")

# Constants.
refuse("Constant", [], "no value of a supported kind", value_string="x")
refuse("ConstantOfShape", [[2, 3]], "a value of 2 elements, expected one", value=numpy_helper.from_array(np.zeros(2, np.float32)))
refuse("EyeLike", ["cube"], "rank 3, expected 2")

# Products.
refuse("MatMul", ["scalar", "f"], "operands of rank 0 and 2, expected at least 1")
refuse("MatMul", ["f", "f"], "expected dimension 'k'")
refuse("Gemm", ["f", "f"], "expected dimension 'k'")
refuse("Gemm", ["cube", "f"], "rank")
refuse("Einsum", ["f", "f"], "the equation has 1 terms, but there are 2 operands", equation="ij->i")
refuse("Einsum", ["f"], "term 'ijk' does not fit an operand of rank 2", equation="ijk->i")
refuse("Einsum", ["f"], "equation 'ij->ik' is malformed", equation="ij->ik")
refuse("Einsum", ["rows"], "letter 'i' repeats over dimensions of different or unknown sizes", equation="ii->i")
refuse("Conv", ["f", "filter"], "input of rank 2 and filter of rank 4, expected one rank of at least 3")
refuse("Conv", ["image", "any_filter"], "a filter of unknown size is not supported without kernel_shape")
refuse("Conv", ["image", "filter"], "kernel_shape says 5, but the filter's size is 3", kernel_shape=[5, 3])
refuse("Conv", ["image", "filter"], "kernel_shape has 1 values, expected 2", kernel_shape=[3])
refuse("Conv", ["image", "filter"], "group 0, expected at least 1", group=0)
refuse("Conv", ["image", "filter"], "to be the filter's 4 times 3 groups", group=3)
refuse("Conv", ["image", "filter"], "attribute 'strides' has 1 values, expected 2", strides=[1])
refuse("Conv", ["image", "filter"], "attribute 'strides' has the value 0, expected 1 to 2.31", strides=[0, 1])
refuse("Conv", ["image", "filter"], "attribute 'pads' has 2 values, expected 4", pads=[0, 1])
refuse("Conv", ["image", "filter"], "attribute 'pads' has the value 1099511627776", pads=[1 << 40, 0, 0, 0])
refuse("Conv", ["image", "filter"], "auto_pad 'SAME', expected NOTSET, VALID, SAME_UPPER or SAME_LOWER", auto_pad="SAME")
refuse("Conv", ["wide", "filter"], "auto_pad with stride 2 over a dimension of unknown size is not supported", auto_pad="SAME_UPPER", strides=[2, 2])
refuse("ConvTranspose", ["image", "any_filter"], "a filter with an unknown number of channels is not supported", kernel_shape=[3, 3])
refuse("ConvTranspose", ["image", "filter"], "4 channels are not a multiple of 3 groups", group=3)
refuse("ConvTranspose", ["wide", "filter"], "output_shape over a dimension of unknown size is not supported", output_shape=[10, 10])
refuse("ConvTranspose", ["image", "filter"], "output_padding or output_shape has another number of values", output_padding=[1])
refuse("MatMulInteger", ["u", "u"], "expected dimension 'k'")
refuse("ConvInteger", ["bytes", "zero", "zero", np.zeros(4, np.uint8)], "input of rank 4 and filter of rank 0")
refuse("ConvInteger", ["u", "byte_filter"], "input of rank 2 and filter of rank 4")
refuse("QLinearMatMul", ["u", "scalar", "zero", "u", "scalar", "zero", "scalar", "zero"], "expected dimension 'k'")
refuse("QLinearConv", ["bytes", "scalar", "zero", "byte_filter", "scalar", "zero", "vector", "zero"], "a scale of the result of rank 1, expected a scalar")
refuse("QLinearConv", ["u", "scalar", "zero", "byte_filter", "scalar", "zero", "scalar", "zero"], "input of rank 2 and filter of rank 4")
refuse("QuantizeLinear", ["f", "scalar"], "quantization to fewer than 8 bits is not supported", output_dtype=TensorProto.INT4)
refuse("QuantizeLinear", ["f", "vector"], "block_size -1, expected at least 0", block_size=-1, axis=1)
refuse("QuantizeLinear", ["f", "vector", "scalar"], "quantization to floats is not supported")
refuse("DequantizeLinear", ["u", "vector"], "axis 5, expected one of a tensor of rank 2", axis=5)
refuse("DynamicQuantizeLinear", ["t"], "i1>", outputs=3)

# Attention.
refuse("Attention", ["f", "f", "f"], "an operand of rank 2, expected 3 or 4", opset=24)
refuse("Attention", ["cube", "cube", "cube"], "attribute 'q_num_heads' is missing", opset=24)
refuse("Attention", ["cube", "cube", "cube"], "q_num_heads 3, expected a divisor of a known width", opset=24, q_num_heads=3, kv_num_heads=2)
refuse("Attention", ["heads", "heads", "heads", None, "heads"], "past_key or past_value is missing", opset=24)
refuse("Attention", ["heads", "heads", "heads", None, "f", "f"], "a past of rank 2, expected 4", opset=24)
refuse("Attention", ["heads", "heads", "heads", None, None, None, "count"], "an operand of rank 0, expected at least 1", opset=24)
refuse("Attention", ["any_heads", "heads", "heads"], "a head of unknown width is not supported without scale", opset=24)
refuse("Attention", ["heads", "heads", "heads"], "qk_matmul_output_mode 4, expected 0 to 3", opset=24, qk_matmul_output_mode=4)
refuse("Attention", ["some_heads", "some_heads", "heads"], "scores of an unknown number of heads are not supported", opset=24, outputs=4)
refuse("Attention", ["cube", "cube", "values"], "heads or width are not known", opset=24, q_num_heads=2, kv_num_heads=2)
refuse("RotaryEmbedding", ["f", "f", "f"], "rank 2, expected 4, or 3 and num_heads that divides a known width", opset=23)
refuse("RotaryEmbedding", ["heads", "f", "f", "list"], "rotary_embedding_dim 3, expected an even number up to 4", opset=23, rotary_embedding_dim=3)
refuse("TensorScatter", ["cube", "cube", "count"], "an operand of rank 0, expected at least 1", opset=24)
refuse("TensorScatter", ["cube", "cube"], "mode 'ring', expected linear or circular", opset=24, mode="ring")
refuse("TensorScatter", ["cube", "cube"], "axis 0 and an update of rank 3, expected an axis behind the batch and the cache's rank 3", opset=24, axis=0)

# Normalization.
refuse("BatchNormalization", ["vector"] * 5, "rank 1, expected at least 2")
refuse("BatchNormalization", ["image"] + ["vector"] * 4, "normalization of each element alone .spatial = 0. is not supported", opset=7, spatial=0)
refuse("InstanceNormalization", ["f", "vector", "vector"], "rank 2, expected at least 3")
refuse("InstanceNormalization", ["image", "f", "f"], "rank 2 of a scale or bias, expected 1")
refuse("GroupNormalization", ["image", "vector", "vector"], "num_groups 3, expected a divisor", num_groups=3)
refuse("LayerNormalization", ["f", "vector"], "axis 4, expected one of a tensor of rank 2", axis=4)
refuse("RMSNormalization", ["f", "vector"], "axis 4, expected one of a tensor of rank 2", axis=4, opset=23)
refuse("MeanVarianceNormalization", ["image"], "axis 1 is named twice", axes=[1, 1])
refuse("LpNormalization", ["f"], "p 3, expected 1 or 2", p=3)
refuse("LRN", ["image"], "size 0 and rank 4, expected at least 1 and 2", size=0)
for op in "Softmax LogSoftmax Hardmax".split():
    refuse(op, ["f"], "axis 7, expected one of a tensor of rank 2", axis=7)
for op in "NegativeLogLikelihoodLoss SoftmaxCrossEntropyLoss".split():
    refuse(op, ["f", "list"], "reduction 'most', expected none, sum or mean", reduction="most")
    refuse(op, ["f", "i"], "scores of rank 2 and targets of rank 2, expected 2 or more and one less")

# Pools.
for op in "AveragePool MaxPool LpPool".split():
    refuse(op, ["f"], "rank 2, expected at least 3", kernel_shape=[2])
    refuse(op, ["image"], "kernel_shape has 1 values, expected 2", kernel_shape=[2])
    refuse(op, ["image"], "a window of 0, expected 1 to 2.31", kernel_shape=[0, 2])
refuse("MaxPool", ["image"], "the indices of a max pool are not supported", kernel_shape=[2, 2], outputs=2)
refuse("MaxPool", ["wide"], "ceil_mode with stride 2 over a dimension of unknown size is not supported", kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
refuse("LpPool", ["image"], "p 0, expected at least 1", kernel_shape=[2, 2], p=0)
refuse("GlobalLpPool", ["image"], "p 0, expected at least 1", p=0)
for op in "GlobalAveragePool GlobalMaxPool".split():
    refuse(op, [], "operand 0 is missing")

# Reductions.
for op in "ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare".split():
    refuse(op, ["f", [5]], "axis 5, expected one of a tensor of rank 2")
    refuse(op, ["f", "list"], "operand 1 must be a constant, but depends on the inputs")
for op in "ArgMax ArgMin".split():
    refuse(op, ["f"], "axis 5, expected one of a tensor of rank 2", axis=5)
for op in "CumSum CumProd".split():
    refuse(op, ["f", [0, 1]], "2 axes, expected one", opset=26)
refuse("TopK", ["f", "count"], "axis 5, expected one of a tensor of rank 2", outputs=2, axis=5)

# Shapes.
refuse("Shape", [], "operand 0 is missing")
refuse("Size", [], "operand 0 is missing")
refuse("Reshape", ["f", "i"], "a shape of rank 2, expected 1")
refuse("Reshape", ["f", "lists"], "the number of sizes in the shape is not known")
refuse("Reshape", ["f", "lists"], "the rank of the result is not known", allowzero=1)
refuse("Reshape", ["f", [2, 3, 0]], "size 2 is 0, to be taken from an operand of rank 2")
refuse("Reshape", ["f", [-1, -1]], "a shape with sizes below -1 or several of -1")
refuse("Reshape", ["f", [2**32 + 1, 2**32 + 1, -1]], "impossible dimensions")
refuse("Reshape", ["f", [4, 4]], "elements")
refuse("Flatten", ["f"], "axis 3, expected -2 to 2", axis=3)
refuse("Squeeze", ["rows"], "without axes the rank of the result depends on the sizes of the operand")
refuse("Squeeze", ["f", [1]], "dimension 1 has size 3, expected 1")
refuse("Unsqueeze", ["f"], "axes are missing")
refuse("Unsqueeze", ["f", [0, 0]], "axis 0 is named twice")
refuse("Transpose", ["f"], "permutation", perm=[0, 0])
refuse("Expand", ["f", [4, 4]], "broadcast|do not fit")
refuse("Tile", ["f", [1]], "repeats|counts|one for each|expected")
refuse("DepthToSpace", ["image"], "blocksize 3, expected one whose square divides", blocksize=3)
refuse("DepthToSpace", ["image"], "mode 'ABC', expected DCR or CRD", blocksize=2, mode="ABC")
refuse("SpaceToDepth", ["f"], "blocksize 2 and rank 2, expected 1 or more and 4", blocksize=2)
refuse("SpaceToDepth", ["image"], "mode 'ABC', expected DCR or CRD", blocksize=2, mode="ABC", opset=28)

# Movement.
refuse("Concat", ["f", "cube"], "rank", axis=0)
refuse("Split", ["rows"], "a split into 2 parts over a dimension of unknown size is not supported", outputs=2, num_outputs=2)
refuse("Split", ["f", [1, 2]], "2 parts for 3 outputs", outputs=3, axis=1)
refuse("Split", ["f", [-1, 4]], "a part of size -1", outputs=2, axis=1)
refuse("Split", ["f", [1, 1]], "parts of 2 in all, but the dimension has 3", outputs=2, axis=1)
refuse("Slice", ["f", "lists", "lists"], "the number of starts is not known")
refuse("Slice", ["f", [0], [1, 2]], "starts, ends, axes and steps have different lengths")
refuse("Pad", ["f", [0, 0, 1, 1]], "mode 'mirror', expected constant, reflect, edge or wrap", mode="mirror")
refuse("Pad", ["f", [0, 0]], "pads must have 4 values")
refuse("CenterCropPad", ["f", [2]], "a shape of another length than 2")
refuse("Trilu", ["vector"], "rank 1, expected at least 2")
refuse("Range", ["scalar", "count", "scalar"], "same element type")

# Indices.
refuse("Gather", ["f", "list"], "axis 5, expected one of a tensor of rank 2", axis=5)
refuse("GatherElements", ["f", "list"], "rank|do not fit")
refuse("GatherND", ["f", "count"], "expected indices whose last, static dimension")
for op in "ScatterElements ScatterND".split():
    refuse(op, ["f", "i", "f"], "reduction 'mean', expected none, add, mul, max or min", reduction="mean")
refuse("Scatter", ["f", "i", "f"], "axis 5, expected one of a tensor of rank 2", axis=5, opset=10)
refuse("NonZero", [], "operand 0 is missing")
refuse("OneHot", ["i", "count", "vector"], "axis 5, expected one of a tensor of rank 3", axis=5)
refuse("Compress", ["f", "t"], "axis 5, expected one of a tensor of rank 2", axis=5)
refuse("ReverseSequence", ["f", "list"], "rank 2 with time_axis 1 and batch_axis 1, expected at least 2, and 0 and 1", time_axis=1, batch_axis=1)

# Resize.
refuse("Resize", ["image"], "neither scales nor sizes are given")
refuse("Resize", ["image", None, np.float32([1, 2])], "scales must be 4 floats")
refuse("Resize", ["image", None, None, [1, 2]], "sizes must be 4 64-bit integers")
refuse("Resize", ["image", None, None, [1, 4, 9, 9]], "keep_aspect_ratio_policy 'never', expected stretch", keep_aspect_ratio_policy="never")
refuse("Resize", ["image", None, np.float32([1, 1, 2, 2])], "mode 'blurred' with coordinates .* is not supported", mode="blurred")
refuse("Upsample", ["image", np.float32([1, 1, 2, 2])], "mode 'blurred', expected nearest or linear", opset=9, mode="blurred")

# Sampling.
refuse("GridSample", ["image", "cube"], "an input of rank 4 and a grid of rank 3, expected one rank of 3 to 5")
refuse("GridSample", ["image", "image"], "mode 'blurred', expected nearest, linear or cubic", mode="blurred")
refuse("GridSample", ["image", "image"], "padding_mode 'ones', expected zeros, border or reflection", padding_mode="ones")
refuse("AffineGrid", ["cube", "lists"], "expected 4 with maps of 2x3 or 5 with maps of 3x4")
refuse("AffineGrid", ["cube", [1, 1, 8, 8]], "a size of 4 dimensions, expected 4 with maps of 2x3 or 5 with maps of 3x4")

# Recurrence.
for op in "LSTM GRU RNN".split():
    refuse(op, ["seq", "weights", "recurrent"], "direction 'up', expected forward, reverse or bidirectional", direction="up")
    refuse(op, ["f", "weights", "recurrent"], "operand 0 has rank 2, expected 3")
refuse("LSTM", ["seq", "weights", "recurrent"], "hidden_size 5, but the recurrent weights have 4", hidden_size=5)
refuse("LSTM", ["seq", "weights", "any_recurrent"], "recurrent weights of unknown size are not supported")
refuse("LSTM", ["seq", "weights", "recurrent"], "operand 1 has 1 directions of 16 rows, expected 2 of 16", direction="bidirectional")
refuse("LSTM", ["seq", "weights", "recurrent", "f"], "operand 3, expected 1 directions first")
refuse("LSTM", ["seq", "weights", "recurrent", np.zeros((1, 31), np.float32)], r"a bias of another shape than \[directions, 32\]")
refuse("LSTM", ["seq", "weights", "recurrent"], "coupled input and forget gates .input_forget. are not supported", input_forget=1)
refuse("LSTM", ["seq", "weights", "recurrent"], "1 activations, expected 3", activations=["Tanh"])
refuse("LSTM", ["seq", "weights", "recurrent"], "activation 'Affine' is not supported; expected Sigmoid, Tanh or Relu", activations=["Affine", "Tanh", "Tanh"])

# Signals.
for op in "BlackmanWindow HammingWindow HannWindow".split():
    refuse(op, ["count"], "attribute 'output_datatype' names element type STRING, which is not supported", output_datatype=TensorProto.STRING)
refuse("DFT", ["cube"], "a last dimension of 4, expected 1 for real and 2 for complex numbers", opset=20)
refuse("DFT", [np.zeros((1, 8, 2), np.float32)], "half a spectrum is of real numbers: expected a last dimension of 1, found 2", opset=20, onesided=1)
refuse("DFT", ["cube", None, [2]], "axis 2 holds the parts of complex numbers", opset=20)
refuse("STFT", [np.zeros((1, 8, 1), np.float32), 2, None, [2, 2]], "as many elements in the result as in the operand")
refuse("STFT", ["f", "count"], "a signal of rank 2, expected 3")


# Control flow.
def graph(outputs, inputs=(), shape=(2, 3)):
    infos = [helper.make_tensor_value_info(name, kind, None) for name, kind in inputs]
    nodes = [helper.make_node("Identity", ["f"], [f"o{i}"]) for i in range(outputs)]
    nodes += [helper.make_node("Constant", [], ["goes"], value=numpy_helper.from_array(np.array(True)))]
    return helper.make_graph(nodes, "body", infos, [helper.make_empty_tensor_value_info(n) for n in (["goes"] if inputs else []) + [f"o{i}" for i in range(outputs)]])


refuse("If", ["truth", "f"], "attribute 'else_branch' is missing", then_branch=graph(1))
refuse("If", ["truth", "f"], "the branches have 2 and 1 outputs, expected 1", then_branch=graph(2), else_branch=graph(1))
refuse("If", [True, "f"], "the branch has 2 outputs, expected 1", then_branch=graph(2), else_branch=graph(1))
refuse("Loop", ["count", "truth", "f"], "attribute 'body' is missing")
refuse("Loop", ["count", "truth", "f"], "subgraph 'body' has 2 inputs, expected 3", body=graph(1, [("n", I), ("c", B)]))
refuse("Loop", ["count", "truth", "f"], "the body gives 1 values, expected a condition and 1 carried values", body=graph(0, [("n", I), ("c", B), ("x", F)]))
refuse("Loop", ["count", "truth", "scalar", "f"], "a carried value of type tensor<f32> becomes tensor<2x3xf32>; its rank and element type must stay",
       body=graph(2, [("n", I), ("c", B), ("x", F), ("z", F)]), outputs=2)
refuse("Scan", ["f"], "num_scan_inputs 3, expected 1 to 1", num_scan_inputs=3, body=graph(1))
refuse("Scan", ["f"], "attribute 'scan_input_axes' has 0 values|axis 7, expected", num_scan_inputs=1, scan_input_axes=[7], body=graph(1))
refuse("Scan", ["f"], "Scan of opset 8 is not supported", num_scan_inputs=1, body=graph(1), opset=8)

known = {op for path in glob.glob(sources + "/*.cpp") for op in re.findall(r'table\.add\("(\w+)"', open(path).read())}
print("ops without a refusal:", *sorted(known - refused) or ["none"])
sys.exit(refusals.count_failures_together(program) != 0 or known != refused)
