# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft.optimizer.Pruner: masks against NumPy; models without channels and heads against ONNX Runtime, or the unpruned model, with these set to
zero where something reads them; models without layers against models that never had them."""
import tempfile
import unittest
import warnings
from pathlib import Path

import gguf
import numpy as np
import onnx
import onnxruntime
import weft
from onnx import TensorProto, helper, numpy_helper
from weft.optimizer import Pruner, Quantizer, load

QUIET = {"cpu": "avx2", "threads": 1}
WEAK = np.float32(0.2)


class Network:
    """An ONNX model in the making: weights by name, one input x, one output y."""

    def __init__(self, seed, shape):
        self.random = np.random.default_rng(seed)
        self.nodes, self.weights, self.shape = [], {}, shape

    def weight(self, name, *shape, scale=None):
        fan = np.prod(shape[1:]) if len(shape) > 1 else 1
        self.weights[name] = (self.random.standard_normal(shape) * (scale or fan**-0.5)).astype(np.float32)
        return name

    def numbers(self, name, values):
        self.weights[name] = np.array(values, np.int64)
        return name

    def add(self, kind, *inputs, output=None, **attributes):
        output = output or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def conv(self, x, name, inputs, outputs, size=3, groups=1):
        w, b = self.weight(f"{name}.w", outputs, inputs // groups, size, size), self.weight(f"{name}.b", outputs, scale=0.3)
        return self.add("Conv", x, w, b, kernel_shape=[size, size], pads=[size // 2] * 4, group=groups)

    def norm(self, x, name, width):
        self.weights[f"{name}.variance"] = self.random.uniform(0.5, 2, width).astype(np.float32)
        return self.add("BatchNormalization", x, *(self.weight(f"{name}.{each}", width, scale=0.5) for each in ("gain", "offset", "mean")), f"{name}.variance")

    def scale(self, name, axis, positions, factor):
        index = [slice(None)] * self.weights[name].ndim
        index[axis] = positions
        self.weights[name][tuple(index)] *= factor

    def serialize(self):
        graph = helper.make_graph(self.nodes, "model", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", *self.shape])],
                                  [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
                                  [numpy_helper.from_array(array, name) for name, array in self.weights.items()])
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


class Group:
    """Channels that belong together: (weight, axis, first position, positions of each) of what makes them and of what reads them. Half of
    them are weak."""

    def __init__(self, random, width, makers, readers, factor=WEAK):
        self.makers, self.readers, self.factor = makers, readers, factor
        self.weak = np.sort(random.permutation(width)[:width // 2])

    def scale(self, network, places, factor):
        for name, axis, first, size in places:
            network.scale(name, axis, np.concatenate([first + size * each + np.arange(size) for each in self.weak]), factor)

    def weaken(self, network):
        self.scale(network, self.makers + self.readers, self.factor)

    def silence(self, network):
        self.scale(network, self.readers, 0)


def run_onnx(network, x):
    return onnxruntime.InferenceSession(network.serialize(), providers=["CPUExecutionProvider"]).run(None, {"x": x})[0]


def run(model, x):
    return model.compile(**QUIET).session(threads=1).run({"x": x})["y"]


def relative_error(found, expected):
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


def make_residual_network():
    """A stem, a residual block, an inverted bottleneck with a depthwise convolution, two branches side by side, a head."""
    net = Network(1, (3, 10, 10))
    stem = net.add("Relu", net.norm(net.conv("x", "stem", 3, 32), "stem.n", 32))
    inner = net.add("Relu", net.norm(net.conv(stem, "in", 32, 64), "in.n", 64))
    stream = net.add("Relu", net.add("Add", net.norm(net.conv(inner, "out", 64, 32), "out.n", 32), stem))
    wide = net.add("Clip", net.conv(stream, "expand", 32, 96, 1), net.weight("low", scale=0), net.weight("high", scale=0))
    net.weights["low"], net.weights["high"] = np.float32(0), np.float32(6)
    deep = net.add("Relu", net.conv(wide, "depth", 96, 96, 3, groups=96))
    stream = net.add("Add", stream, net.conv(deep, "project", 96, 32, 1))
    left = net.add("MaxPool", net.conv(stream, "left", 32, 32), kernel_shape=[2, 2], strides=[2, 2])
    right = net.add("AveragePool", net.conv(stream, "right", 32, 64, 1), kernel_shape=[2, 2], strides=[2, 2])
    last = net.add("Relu", net.conv(net.add("Concat", left, right, axis=1), "last", 96, 128))
    flat = net.add("Flatten", net.add("GlobalAveragePool", last))
    net.add("Gemm", flat, net.weight("head.w", 10, 128), net.weight("head.b", 10), transB=1, output="y")
    norm = lambda name: [(f"{name}.{each}", 0, 0, 1) for each in ("gain", "offset")]
    conv = lambda name: [(f"{name}.w", 0, 0, 1), (f"{name}.b", 0, 0, 1)]
    read = lambda name, first=0: (f"{name}.w", 1, first, 1)
    groups = [
        Group(net.random, 32, conv("stem") + conv("out") + conv("project") + norm("stem.n") + norm("out.n"),
              [read(name) for name in ("in", "expand", "left", "right")]),
        Group(net.random, 64, conv("in") + norm("in.n"), [read("out")]),
        Group(net.random, 96, conv("expand") + conv("depth"), [read("project")]),
        Group(net.random, 32, conv("left"), [read("last")]),
        Group(net.random, 64, conv("right"), [read("last", 32)]),
        Group(net.random, 128, conv("last"), [read("head")])]
    return net, groups


class StructureTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)

    def prune(self, network, **options):
        path = self.folder / "model.onnx"
        path.write_bytes(network.serialize())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Pruner(**options).optimize(path)

    def check(self, network, groups, x, **options):
        """The model without weak channels is the model in which nobody reads them."""
        for group in groups:
            group.weaken(network)
        pruned, before = self.prune(network, **options), run_onnx(network, x)
        for group in groups:
            group.silence(network)
        expected = run_onnx(network, x)
        self.assertGreater(relative_error(before, expected), 0.01)
        self.assertLess(relative_error(run(pruned, x), expected), 1e-4)
        return pruned

    def test_convolutions(self):
        net, groups = make_residual_network()
        x = net.random.standard_normal((2, 3, 10, 10), dtype=np.float32)
        pruned = self.check(net, groups, x, channels=0.5)
        sizes = {each.name: each.bytes_after / each.bytes_before for each in pruned.report.tensors}
        # Half of the outputs, and half of the inputs but those of the picture and of each channel's own filter.
        for name, share in (("stem.w", 0.5), ("in.w", 0.25), ("out.w", 0.25), ("expand.w", 0.25), ("depth.w", 0.5), ("project.w", 0.25),
                            ("left.w", 0.25), ("right.w", 0.25), ("last.w", 0.25), ("head.w", 0.5)):
            self.assertEqual(sizes[name], share, name)
        self.assertTrue(all(each.is_changed for each in pruned.report.tensors if each.name.endswith(".w")))

    def test_skipped_weights_keep_their_shapes(self):
        net, groups = make_residual_network()
        pruned = self.prune(net, channels=0.5, skip="^in[.]w$")
        sizes = {each.name: each.bytes_after / each.bytes_before for each in pruned.report.tensors}
        # Its outputs and inputs stay, and with these the whole stream of the residuals.
        self.assertEqual([sizes[name] for name in ("stem.w", "in.w", "out.w", "expand.w", "project.w", "last.w")], [1, 1, 1, 0.5, 0.5, 0.25])
        x = net.random.standard_normal((1, 3, 10, 10), dtype=np.float32)
        self.assertEqual(run(pruned, x).shape, (1, 10))

    def test_grouped_convolution_loses_whole_groups(self):
        net = Network(2, (32, 6, 6))
        h = net.add("Relu", net.conv("x", "a", 32, 64, 1))
        h = net.add("Relu", net.conv(h, "b", 64, 128, 3, groups=4))
        net.add("GlobalAveragePool", net.conv(h, "c", 128, 8, 1), output="y")
        group = Group(net.random, 4, [("a.w", 0, 0, 16), ("a.b", 0, 0, 16), ("b.w", 0, 0, 32), ("b.b", 0, 0, 32)], [("c.w", 1, 0, 32)])
        pruned = self.check(net, [group], net.random.standard_normal((2, 32, 6, 6), dtype=np.float32), channels=0.5)
        sizes = {each.name: each.bytes_after / each.bytes_before for each in pruned.report.tensors}
        self.assertEqual([sizes[name] for name in ("a.w", "b.w", "c.w")], [0.5, 0.5, 0.5])

    def attention(self, fused):
        """Four heads of 16 over a sequence of 12, with a residual and a feed-forward layer."""
        net, width, heads, size = Network(3, (12, 64)), 64, 4, 16
        linear = lambda x, name, inputs, outputs: net.add(
            "Add", net.add("MatMul", x, net.weight(f"{name}.w", inputs, outputs, scale=inputs**-0.5)), net.weight(f"{name}.b", outputs, scale=0.3))
        if fused:
            parts = [f"part{i}" for i in range(3)]
            net.nodes.append(helper.make_node("Split", [linear("x", "qkv", 64, 192), net.numbers("widths", [64] * 3)], parts, axis=-1))
        else:
            parts = [linear("x", name, 64, 64) for name in "qkv"]
        net.numbers("split", [0, 12, heads, size])
        net.numbers("merge", [0, 12, width])
        q, k, v = (net.add("Transpose", net.add("Reshape", part, "split"), perm=[0, 2, 1, 3]) for part in parts)
        net.weights["root"] = np.float32(size**-0.5)
        scores = net.add("Softmax", net.add("Mul", net.add("MatMul", q, net.add("Transpose", k, perm=[0, 1, 3, 2])), "root"), axis=-1)
        joined = net.add("Reshape", net.add("Transpose", net.add("MatMul", scores, v), perm=[0, 2, 1, 3]), "merge")
        h = net.add("Add", linear(joined, "o", 64, 64), "x")
        net.add("Add", linear(net.add("Tanh", linear(h, "up", 64, 128)), "down", 128, 64), h, output="y")
        names = [("qkv", 64 * i) for i in range(3)] if fused else [(name, 0) for name in "qkv"]
        weak = Group(net.random, heads, [place for name, first in names for place in ((f"{name}.w", 1, first, size), (f"{name}.b", 0, first, size))],
                     [("o.w", 0, 0, size)], np.float32(0.6))
        inner = Group(net.random, 128, [("up.w", 1, 0, 1), ("up.b", 0, 0, 1)], [("down.w", 0, 0, 1)])
        x = net.random.standard_normal((2, 12, 64), dtype=np.float32)
        pruned = self.check(net, [weak, inner], x, channels=0.5, heads=0.5)
        sizes = {each.name: each.bytes_after / each.bytes_before for each in pruned.report.tensors}
        self.assertTrue(all(sizes[name] == 0.5 for name in sizes if name.endswith(".w")), sizes)

    def test_attention(self):
        self.attention(fused=False)

    def test_attention_of_fused_projections(self):
        self.attention(fused=True)

    def test_residual_blocks_leave(self):
        """Of three blocks the weak one; the others as if it had never been there."""
        def make(blocks):
            net = Network(8, (3, 8, 8))
            h = net.add("Relu", net.conv("x", "stem", 3, 16))
            for block in range(3):
                inner = net.add("Relu", net.norm(net.conv(h, f"b{block}.in", 16, 16), f"b{block}.n", 16))
                update = net.norm(net.conv(inner, f"b{block}.out", 16, 16), f"b{block}.m", 16)
                if block == 1:
                    net.weights["b1.m.gain"] *= WEAK
                if block in blocks:
                    h = net.add("Relu", net.add("Add", update, h))
            net.add("GlobalAveragePool", h, output="y")
            return net

        x = np.random.default_rng(9).standard_normal((2, 3, 8, 8), dtype=np.float32)
        pruned, expected = self.prune(make((0, 1, 2)), layers=1), run_onnx(make((0, 2)), x)
        self.assertLess(relative_error(run(pruned, x), expected), 1e-5)
        self.assertGreater(relative_error(run_onnx(make((0, 1, 2)), x), expected), 1e-3)
        gone = {each.name for each in pruned.report.tensors if not each.bytes_after}
        self.assertTrue(gone and all(name.startswith("b1.") for name in gone), gone)
        self.assertEqual(pruned.report.bytes_after, sum(each.bytes_after for each in pruned.report.tensors))
        with self.assertRaisesRegex(weft.Error, "expected count to be at most 3, the layers that can go, found 4"):
            self.prune(make((0, 1, 2)), layers=4)


class LlamaTest(unittest.TestCase):
    VOCABULARY, WIDTH, HEADS, KEYS, SIZE, INNER, LAYERS = 40, 64, 8, 4, 8, 128, 3

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        random = np.random.default_rng(4)
        cls.tokens = random.integers(0, cls.VOCABULARY, 20)
        cls.weak_heads = [np.sort(random.permutation(cls.KEYS)[:2]) for _ in range(cls.LAYERS)]
        cls.weak_channels = [np.sort(random.permutation(cls.INNER)[:64]) for _ in range(cls.LAYERS)]
        cls.path, cls.silenced, cls.shorter = (cls.folder / f"{name}.gguf" for name in ("llama", "silenced", "shorter"))
        cls.write(cls.path, WEAK)
        cls.write(cls.silenced, np.float32(0))
        cls.write(cls.shorter, WEAK, layers=(0, 2))

    @classmethod
    def write(cls, path, factor, layers=range(LAYERS)):
        """A LLaMA of random weights, some of whose heads and channels are weak and read `factor` times; the layer in the middle is weak."""
        random = np.random.default_rng(5)
        writer = gguf.GGUFWriter(path, "llama")
        writer.add_context_length(64)
        writer.add_embedding_length(cls.WIDTH)
        writer.add_block_count(len(layers))
        writer.add_feed_forward_length(cls.INNER)
        writer.add_head_count(cls.HEADS)
        writer.add_head_count_kv(cls.KEYS)
        writer.add_rope_dimension_count(cls.SIZE)
        writer.add_layer_norm_rms_eps(1e-5)
        writer.add_vocab_size(cls.VOCABULARY)
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("gpt-2")
        writer.add_token_list([*(chr(ord("A") + i) for i in range(cls.VOCABULARY - 1)), "AB"])
        writer.add_token_types([gguf.TokenType.NORMAL] * cls.VOCABULARY)
        writer.add_token_merges(["A B"])

        def add(name, rows, columns, weak_rows=(), weak_columns=()):
            w = random.standard_normal((rows, columns)).astype(np.float32) / np.float32(np.sqrt(columns))
            w[list(weak_rows)] *= WEAK
            w[:, list(weak_columns)] *= factor
            store(name, w)

        def store(name, w):
            if name.startswith("blk."):
                _, layer, rest = name.split(".", 2)
                if int(layer) not in layers:
                    return
                if int(layer) == 1 and rest in ("attn_output", "ffn_down"):
                    w = w * WEAK
                name = f"blk.{layers.index(int(layer))}.{rest}"
            writer.add_tensor(name + ".weight", w)

        heads = lambda numbers, size: [size * g + i for g in numbers for i in range(size)]
        add("token_embd", cls.VOCABULARY, cls.WIDTH)
        add("output", cls.VOCABULARY, cls.WIDTH)
        writer.add_tensor("output_norm.weight", np.ones(cls.WIDTH, np.float32))
        for layer, (weak, inner) in enumerate(zip(cls.weak_heads, cls.weak_channels)):
            name, queries, keys = f"blk.{layer}.", heads(weak, 2 * cls.SIZE), heads(weak, cls.SIZE)
            add(name + "attn_q", cls.WIDTH, cls.WIDTH, queries)
            add(name + "attn_k", cls.WIDTH // 2, cls.WIDTH, keys)
            add(name + "attn_v", cls.WIDTH // 2, cls.WIDTH, keys)
            add(name + "attn_output", cls.WIDTH, cls.WIDTH, (), queries)
            add(name + "ffn_gate", cls.INNER, cls.WIDTH, inner)
            add(name + "ffn_up", cls.INNER, cls.WIDTH, inner)
            add(name + "ffn_down", cls.WIDTH, cls.INNER, (), inner)
            for each in ("attn_norm", "ffn_norm"):
                store(name + each, np.ones(cls.WIDTH, np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()

    def check(self, pruned, expected):
        """What all functions say, with the states that are left."""
        expected = self.logits(load(expected))
        self.assertGreater(relative_error(self.logits(load(self.path)), expected), 0.01)
        self.assertLess(relative_error(self.logits(pruned), expected), 1e-4)
        session = pruned.compile(**QUIET).session(threads=1)
        session.run({"tokens": self.tokens[:-1]}, "prefill")
        last = session.run({"tokens": self.tokens[-1:]}, "decode")["logits"]
        np.testing.assert_allclose(last[-1], expected[-1], atol=1e-3)

    def logits(self, model):
        return model.compile(**QUIET).session(threads=1).run({"tokens": self.tokens}, "evaluate")["logits"]

    def test_heads_and_channels(self):
        with self.assertWarnsRegex(UserWarning, "by the norms of weights alone.*calibrate"):
            pruned = Pruner(heads=0.5, channels=0.5).optimize(self.path)
        sizes = {each.name: each.bytes_after / each.bytes_before for each in pruned.report.tensors}
        for name, size in sizes.items():
            self.assertEqual(size, 0.5 if name.startswith("blk.") and "norm" not in name else 1, name)
        self.check(pruned, self.silenced)

    def test_layers(self):
        tokens = np.random.default_rng(6).integers(0, self.VOCABULARY, (4, 64))
        for options in ({}, {"calibration": tokens}):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                pruned = Pruner(layers=1, **options).optimize(self.path)
            self.assertEqual(any("layers are chosen by the norms of weights alone" in str(each.message) for each in caught), not options)
            gone = {each.name for each in pruned.report.tensors if not each.bytes_after}
            self.assertEqual(gone, {each.name for each in pruned.report.tensors if each.name.startswith("blk.1.")})
        self.check(pruned, self.shorter)

    def sparsities(self, model):
        return {each.sparsity for each in model.report.tensors if each.name.startswith("blk.") and "norm" not in each.name}

    def test_statistics_follow_the_channels(self):
        """Masks and codes that look at inputs come behind the channels that went."""
        tokens = np.random.default_rng(6).integers(0, self.VOCABULARY, (4, 64))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            pruned = Pruner("wanda", channels=0.5, heads=0.5, calibration=tokens).optimize(self.path)
        self.assertEqual(self.sparsities(pruned), {0.5})
        self.assertEqual(self.sparsities(Quantizer("int4", 32).optimize(pruned)), {0.5})


class MaskTest(unittest.TestCase):
    INPUTS, OUTPUTS = 96, 40

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        net = Network(7, (cls.INPUTS,))
        net.add("MatMul", "x", net.weight("w", cls.INPUTS, cls.OUTPUTS), output="y")
        cls.path = cls.folder / "linear.onnx"
        cls.path.write_bytes(net.serialize())
        cls.w = net.weights["w"].T.astype(np.float64)
        strength = np.exp(net.random.standard_normal(cls.INPUTS))
        cls.data = ((net.random.standard_normal((400, 48)) @ net.random.standard_normal((48, cls.INPUTS)) +
                     net.random.standard_normal((400, cls.INPUTS))) * strength).astype(np.float32)

    def prune(self, method, **options):
        model = Pruner(method, calibration=None if method == "magnitude" else self.data, calibration_samples=400, **options).optimize(self.path)
        return run(model, np.eye(self.INPUTS, dtype=np.float32)).T, model.report.tensors[0]

    def mask(self, scores, pattern, sparsity):
        """What stays: the greatest of each output, of four neighbours, or of the blocks of a band by their means."""
        keep = np.ones(scores.shape, bool)
        if pattern == "2:4":
            order = np.argsort(scores.reshape(self.OUTPUTS, -1, 4), -1)[..., :2]
            np.put_along_axis(keep.reshape(self.OUTPUTS, -1, 4), order, False, -1)
        elif pattern == "4x8":
            means = scores.reshape(self.OUTPUTS // 4, 4, self.INPUTS // 8, 8).mean((1, 3))
            blocks = np.ones(means.shape, bool)
            np.put_along_axis(blocks, np.argsort(means, -1)[:, :round(sparsity * means.shape[1])], False, -1)
            keep = np.kron(blocks, np.ones((4, 8), bool)).astype(bool)
        else:
            np.put_along_axis(keep, np.argsort(scores, -1)[:, :round(sparsity * self.INPUTS)], False, -1)
        return keep

    def test_magnitude_and_wanda(self):
        norms = np.linalg.norm(self.data.astype(np.float64), axis=0)
        for method, scores in (("magnitude", np.abs(self.w)), ("wanda", np.abs(self.w) * norms)):
            for pattern, sparsity in (("unstructured", 0.5), ("unstructured", 0.25), ("2:4", 0.5), ("4x8", 0.5)):
                with self.subTest(method, pattern=pattern, sparsity=sparsity):
                    found, report = self.prune(method, pattern=pattern, sparsity=sparsity)
                    # Blocks go by the squares of weights.
                    expected = self.w * self.mask(scores**2 if pattern == "4x8" else scores, pattern, sparsity)
                    np.testing.assert_allclose(found, expected, atol=1e-6)
                    self.assertAlmostEqual(report.sparsity, sparsity)
                    self.assertAlmostEqual(report.pruning_error, relative_error(expected, self.w), delta=1e-5)

    def test_blocks_of_a_panel_are_left_out(self):
        """Of three layers, with rows that kernels read where they lie and rows that they pack: the module holds what stays, and ONNX Runtime
        computes the same with all zeros."""
        net = Network(8, (64,))
        h = net.add("Relu", net.add("Gemm", "x", net.weight("a.w", 160, 64), net.weight("a.b", 160), transB=1))
        h = net.add("Tanh", net.add("MatMul", h, net.weight("b.w", 160, 72)))
        net.add("Gemm", h, net.weight("c.w", 48, 72), net.weight("c.b", 48), transB=1, output="y")
        path = self.folder / "layers.onnx"
        path.write_bytes(net.serialize())
        pruned = Pruner("magnitude", pattern="16x1", sparsity=0.75).optimize(path)
        sizes = []
        for model in (load(path), pruned):
            model.compile(self.folder / "layers.wm", **QUIET)
            sizes.append((self.folder / "layers.wm").stat().st_size)
        self.assertLess(sizes[1], sizes[0] - 0.5 * 4 * (64 * 160 + 160 * 72 + 72 * 48))
        for name in ("a.w", "b.w", "c.w"):
            w = net.weights[name] if name != "b.w" else net.weights[name].T
            for first in range(0, len(w), 16):
                band = w[first:first + 16]
                band[:, np.argsort(np.square(band).sum(0))[:round(0.75 * w.shape[1])]] = 0
        for rows in (1, 3, 7, 50):
            x = net.random.standard_normal((rows, 64), dtype=np.float32)
            np.testing.assert_allclose(run(pruned, x), run_onnx(net, x), atol=2e-5)

    def test_sparsegpt(self):
        """The paper's algorithm 1, for which all columns are one block."""
        x = self.data.astype(np.float64)
        hessian = x.T @ x
        hessian += 0.01 * np.mean(np.diag(hessian)) * np.eye(self.INPUTS)
        upper = np.linalg.cholesky(np.linalg.inv(hessian)).T
        for pattern, block in (("unstructured", self.INPUTS), ("2:4", 4)):
            with self.subTest(pattern):
                found, report = self.prune("sparsegpt", pattern=pattern)
                w = self.w.copy()
                for begin in range(0, self.INPUTS, block):
                    scores = (w[:, begin:begin + block] / np.diag(upper)[begin:begin + block])**2
                    going = np.argsort(scores, -1)[:, :block // 2] + begin
                    for column in range(begin, begin + block):
                        rows = (going == column).any(1)
                        error = np.where(rows, w[:, column] / upper[column, column], 0)
                        w[:, column:] -= np.outer(error, upper[column, column:])
                        w[rows, column] = 0
                # A weight that costs as much as another may stay in its place, which changes its row.
                good = np.isclose(found, w, atol=1e-3).all(1)
                self.assertGreater(good.mean(), 0.9)
                self.assertEqual(np.count_nonzero(found == 0), found.size // 2)
                wanda, _ = self.prune("wanda", pattern=pattern)
                self.assertLess(relative_error(x @ found.T, x @ self.w.T), relative_error(x @ wanda.T, x @ self.w.T))

    def test_activations(self):
        """Outputs are those of the network in which what counts less than a quantile over the calibration data is zero; in floats, and with weights
        of 8 bits within the error that they have without pruning."""
        network = Network(3, (32,))
        first, second = network.weight("first.w", 48, 32), network.weight("second.w", 8, 48)
        network.weights[first][:, ::3] *= 5
        network.add("Gemm", network.add("Relu", network.add("Gemm", "x", first, transB=1)), second, transB=1, output="y")
        a, b = (network.weights[name].astype(np.float64) for name in (first, second))
        data = network.random.standard_normal((64, 32)).astype(np.float32)
        # Samples are calls of one row; the layer that makes the result reads all.
        strengths = np.abs(data) * np.linalg.norm(a, axis=0)
        bound = np.quantile(strengths, 0.5, method="higher")
        x = network.random.standard_normal((1, 32)).astype(np.float32)
        expected = np.maximum(np.where(np.abs(x) * np.linalg.norm(a, axis=0) < bound, 0, x) @ a.T, 0) @ b.T
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.onnx"
            path.write_bytes(network.serialize())
            pruned = Pruner(activations=0.5, calibration=data).optimize(path)
            np.testing.assert_allclose(pruned.compile(**QUIET).session(threads=1).run({"x": x})["y"], expected, rtol=1e-5, atol=1e-5)
            codes = Quantizer("int8", group_size=16).optimize(pruned)
            for cpu in ("avx2", "host"):
                found = codes.compile(cpu=cpu, threads=1).session(threads=1).run({"x": x})["y"]
                self.assertLess(relative_error(found, expected), 0.02)

    def test_refusals(self):
        for options, words in [({}, "expected a method, a share of"), ({"channels": 1}, "prune-channels expects a number of at least 0 and below 1"),
                               ({"heads": -0.1}, "prune-heads expects"),
                               ({"activations": 1.0}, "prune-activations expects a number of at least 0 and below 1"),
                               ({"activations": 0.5}, "prune-activations expects calibration"), ({"method": "wanda"}, "wanda expects calibration"),
                               ({"method": "best"}, "prune expects one of magnitude, wanda, sparsegpt, found 'best'"),
                               ({"method": "magnitude", "pattern": "4:2"}, "pattern expects unstructured"),
                               ({"method": "magnitude", "sparsity": 1}, "sparsity expects a number"),
                               ({"method": "magnitude", "sparsity": 0.0}, "sparsity expects a number above 0"),
                               ({"layers": -1}, "prune-layers expects a whole number of at least 0, found -1"),
                               ({"channels": 0.5, "sparsity": 0.5}, "belong to prune"),
                               ({"method": "wanda", "calibration": self.data[:, :5]}, "expected samples of")]:
            with self.subTest(options), self.assertRaisesRegex(weft.Error, words):
                Pruner(**options).optimize(self.path)


if __name__ == "__main__":
    unittest.main()
