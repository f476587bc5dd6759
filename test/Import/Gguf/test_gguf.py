# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""GGUF files as the package `gguf` writes them: metadata, tensors, split files, and the values of every block type, bit for bit."""
import sys, tempfile, unittest
from pathlib import Path

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Type

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path[:0] = [str(ROOT / "test" / "Import"), str(ROOT / "test" / "models")]
import fetch, weights

# Types that the package can write values of.
QUANTIZABLE = (Type.F32, Type.F16, Type.BF16, Type.Q4_0, Type.Q4_1, Type.Q5_0, Type.Q5_1, Type.Q8_0, Type.MXFP4)
# Types whose blocks are random bytes here, with the places of f16 scales in a block.
RANDOM = {Type.Q4_0: (0,), Type.Q4_1: (0, 2), Type.Q5_0: (0,), Type.Q5_1: (0, 2), Type.Q8_0: (0,), Type.Q2_K: (80, 82),
          Type.Q3_K: (108,), Type.Q4_K: (0, 2), Type.Q5_K: (0, 2), Type.Q6_K: (208,), Type.IQ4_NL: (0,), Type.IQ4_XS: (0,),
          Type.MXFP4: ()}
PLAIN = {Type.F64: np.float64, Type.I8: np.int8, Type.I16: np.int16, Type.I32: np.int32, Type.I64: np.int64}


def bits(array):
    """For comparisons in which -0 is not 0; one NaN is as good as another."""
    array = np.ascontiguousarray(array, np.float32).reshape(-1)
    return np.where(np.isnan(array), np.float32(np.nan), array).view(np.uint32)


def random_blocks(kind, rows, columns, rng, any_scale=False):
    block, size = gguf.GGML_QUANT_SIZES[kind]
    blocks = rng.integers(0, 256, (rows * columns // block, size), np.uint8)
    for place in () if any_scale else RANDOM[kind]:
        scales = (rng.standard_normal(len(blocks)) * 0.1).astype(np.float16)
        blocks[:, place:place + 2] = scales.view(np.uint8).reshape(-1, 2)
    return blocks.reshape(rows, -1)


class Gguf(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.rng = np.random.default_rng(7)

    def writer(self, name="model.gguf", **options):
        return gguf.GGUFWriter(self.folder / name, "llama", **options)

    def finish(self, writer, name="model.gguf"):
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return self.folder / name

    def check_values(self, path, expected):
        for name, values in expected.items():
            with self.subTest(name):
                np.testing.assert_array_equal(bits(weights.values(path, name)), bits(values))

    def test_quantized_values(self):
        data = self.rng.standard_normal((6, 512)).astype(np.float32)
        data[0, :64] = 0  # blocks without a scale
        data[1, :32] = 1e-8  # and with one below the normal numbers
        data[2, :32] = 6e4
        writer, expected = self.writer(), {}
        for kind in QUANTIZABLE:
            quantized = gguf.quantize(data, kind)
            writer.add_tensor(kind.name, quantized, raw_dtype=kind)
            expected[kind.name] = gguf.dequantize(quantized, kind)
        path = self.finish(writer)
        self.check_values(path, expected)
        found = {tensor["name"]: (tensor["type"], tensor["dims"]) for tensor in weights.listing(path)["tensors"]}
        self.assertEqual(found, {kind.name: (kind.name, [6, 512]) for kind in QUANTIZABLE})

    def test_random_blocks(self):
        writer, expected, split = self.writer(), {}, {}
        for kind in RANDOM:
            for any_scale in (False, True):
                name = f"{kind.name}.{any_scale}"
                blocks = random_blocks(kind, 3, 1024, self.rng, any_scale)
                writer.add_tensor(name, blocks, raw_dtype=kind)
                with np.errstate(all="ignore"):
                    expected[name] = gguf.dequantize(blocks, kind)
                if not any_scale:
                    split[name] = expected[name]
        path = self.finish(writer)
        self.check_values(path, expected)
        for name, values in split.items():
            with self.subTest(f"{name} by codes and scales"):
                np.testing.assert_array_equal(bits(weights.values(path, name, "split")), bits(values))

    def test_blocks_of_activations(self):
        # The package knows neither the layout of today's Q8_1 nor Q8_K.
        codes = self.rng.integers(-128, 128, (4, 32), np.int8)
        scales = self.rng.standard_normal((4, 1)).astype(np.float16)
        q8_1 = np.concatenate([scales.view(np.uint8), np.zeros((4, 2), np.uint8), codes.view(np.uint8)], 1)
        long_codes = self.rng.integers(-128, 128, (2, 256), np.int8)
        long_scales = self.rng.standard_normal((2, 1)).astype(np.float32)
        q8_k = np.concatenate([long_scales.view(np.uint8), long_codes.view(np.uint8), np.zeros((2, 32), np.uint8)], 1)
        path = self.folder / "model.gguf"
        path.write_bytes(container([("a", (128,), 9, q8_1.tobytes()), ("b", (512,), 15, q8_k.tobytes())]))
        self.check_values(path, {"a": scales.astype(np.float32) * codes, "b": long_scales * long_codes})

    def test_plain_types(self):
        writer, expected = self.writer(), {}
        for kind, dtype in PLAIN.items():
            data = (self.rng.standard_normal((3, 5)) * 100).astype(dtype)
            writer.add_tensor(kind.name, data, raw_dtype=kind)
            expected[kind.name] = data.astype(np.float32)
        halves = np.arange(65536, dtype=np.uint16).view(np.float16).reshape(256, 256)
        writer.add_tensor("all", halves)
        expected["all"] = halves.astype(np.float32)
        self.check_values(self.finish(writer), expected)

    def test_metadata(self):
        values = {"u8": (gguf.GGUFValueType.UINT8, 255), "i8": (gguf.GGUFValueType.INT8, -128),
                  "u16": (gguf.GGUFValueType.UINT16, 65535), "i16": (gguf.GGUFValueType.INT16, -32768),
                  "u32": (gguf.GGUFValueType.UINT32, 2**32 - 1), "i32": (gguf.GGUFValueType.INT32, -2**31),
                  "u64": (gguf.GGUFValueType.UINT64, 2**53), "i64": (gguf.GGUFValueType.INT64, -2**53),
                  "f32": (gguf.GGUFValueType.FLOAT32, 0.5), "f64": (gguf.GGUFValueType.FLOAT64, 0.1),
                  "bool": (gguf.GGUFValueType.BOOL, True), "string": (gguf.GGUFValueType.STRING, "größe ▁")}
        writer = self.writer()
        for name, (kind, value) in values.items():
            writer.add_key_value(f"test.{name}", value, kind)
        lists = {"strings": ["a", "", "größe"], "numbers": [1, -2, 3], "floats": [0.5, -1.25], "bools": [True, False]}
        for name, value in lists.items():
            writer.add_array(f"test.{name}", value)
        listed = {entry["key"]: entry for entry in weights.listing(self.finish(writer))["metadata"]}
        for name, (_, value) in values.items():
            self.assertEqual((listed[f"test.{name}"]["type"], listed[f"test.{name}"]["value"]), (name, value))
        for name, value in lists.items():
            self.assertEqual(listed[f"test.{name}"]["value"], value)
        self.assertEqual(list(listed)[:2], ["general.architecture", "test.u8"])

    def test_alignment(self):
        writer = self.writer()
        writer.add_custom_alignment(256)
        data = self.rng.standard_normal((3, 5)).astype(np.float32)
        writer.add_tensor("a", data)
        writer.add_tensor("b", data * 2)
        path = self.finish(writer)
        self.assertTrue(all(tensor["offset"] % 256 == 0 for tensor in weights.listing(path)["tensors"]))
        self.check_values(path, {"a": data, "b": data * 2})

    def test_split_files(self):
        writer = self.writer(split_max_tensors=2)
        data = {f"t{i}": self.rng.standard_normal((2, 4)).astype(np.float32) for i in range(5)}
        for name, values in data.items():
            writer.add_tensor(name, values)
        self.finish(writer)
        parts = sorted(self.folder.glob("*.gguf"))
        self.assertEqual(len(parts), 3)
        for part in parts:
            self.assertEqual([tensor["name"] for tensor in weights.listing(part)["tensors"]], list(data))
        self.check_values(parts[1], data)
        parts[2].unlink()
        with self.assertRaisesRegex(weights.Refused, "00003-of-00003.gguf.*is one of 3 parts"):
            weights.listing(parts[0])

    def test_copies(self):
        """What our writer writes, the package reads: the same metadata and the same blocks."""
        writer = self.writer()
        writer.add_array("test.strings", ["a", "", "größe"])
        writer.add_array("test.floats", [0.5, 2.0])
        writer.add_bool("test.flag", True)
        writer.add_custom_alignment(64)
        for kind in RANDOM:
            writer.add_tensor(kind.name, random_blocks(kind, 3, 256, self.rng), raw_dtype=kind)
        writer.add_tensor("v", np.ones(5, np.float16))
        path, copy = self.finish(writer), self.folder / "copy.gguf"
        weights.run("copy", path, copy)
        was, found = gguf.GGUFReader(path), gguf.GGUFReader(copy)
        names = [name for name in was.fields if name != "general.alignment"]
        self.assertEqual(list(found.fields), names)
        for name in names[3:]:
            self.assertEqual(found.get_field(name).contents(), was.get_field(name).contents())
            self.assertEqual(found.get_field(name).types, was.get_field(name).types)
        self.assertEqual([(t.name, t.tensor_type, t.shape.tolist(), t.data.tobytes()) for t in found.tensors],
                         [(t.name, t.tensor_type, t.shape.tolist(), t.data.tobytes()) for t in was.tensors])

    def test_quantizes_as_the_package_does(self):
        data = self.rng.standard_normal((40, 1024)).astype(np.float32)
        data[0, :64] = 0
        data[1] *= 1e-6
        data[2] *= 1e4
        data[3] = np.abs(data[3])
        data[4] = -np.abs(data[4])
        data[5] = np.round(data[5] * 4) / 4  # many equal magnitudes, and values on borders
        data[6] = np.tile(np.arange(-16, 16, dtype=np.float32), 32)
        data[7] = np.tile(np.arange(32, dtype=np.float32) / 2, 32)
        writer = self.writer()
        writer.add_tensor("m", data)
        writer.add_tensor("v", data[8])
        path, copy = self.finish(writer), self.folder / "copy.gguf"
        for kind in (Type.F32, Type.F16, Type.BF16, Type.Q8_0, Type.Q4_0, Type.Q4_1, Type.Q5_0, Type.Q5_1):
            weights.run("quantize", path, copy, kind.name)
            found = {t.name: t for t in gguf.GGUFReader(copy).tensors}
            with self.subTest(kind.name):
                self.assertEqual((found["m"].tensor_type, found["v"].tensor_type), (kind, Type.F32))
                expected = np.ascontiguousarray(gguf.quantize(data, kind)).view(np.uint8)
                np.testing.assert_array_equal(np.ascontiguousarray(found["m"].data).view(np.uint8).reshape(40, -1), expected)
        with self.assertRaisesRegex(weights.Refused, "cannot quantize to type Q6_K"):
            weights.run("quantize", path, copy, "Q6_K")

    def test_every_half_is_rounded_to(self):
        """Each f16, the middle to the next, and what lies just beside that."""
        halves = np.arange(0x7c00, dtype=np.uint16).view(np.float16).astype(np.float32)
        middles = (halves + np.append(halves[1:], 65536)) / 2
        data = np.concatenate([halves, middles, np.nextafter(middles, np.float32(0)), np.nextafter(middles, np.float32(1e6))])
        data = np.concatenate([data, -data]).astype(np.float32).reshape(2, -1)
        writer = self.writer()
        writer.add_tensor("m", data)
        path, copy = self.finish(writer), self.folder / "copy.gguf"
        weights.run("quantize", path, copy, "F16")
        with np.errstate(over="ignore"):
            expected = data.astype(np.float16)
        np.testing.assert_array_equal(gguf.GGUFReader(copy).tensors[0].data.view(np.uint16), expected.view(np.uint16))

    def test_every_cut_is_refused(self):
        writer = self.writer()
        writer.add_array("test.strings", ["a", "bc"])
        writer.add_tensor("a", np.ones((2, 4), np.float32))
        whole = self.finish(writer).read_bytes()
        cut = self.folder / "cut.gguf"
        for size in range(0, len(whole), 7):
            cut.write_bytes(whole[:size])
            with self.assertRaisesRegex(weights.Refused, "short or damaged"):
                weights.listing(cut)

    def test_a_trained_model(self):
        try:
            path = fetch.fetch("SmolLM2-135M-Instruct.Q4_1.gguf")
        except fetch.Unavailable as reason:
            self.skipTest(str(reason))
        reader = gguf.GGUFReader(path)
        listed = weights.listing(path)
        self.assertEqual([(t["name"], t["type"], t["dims"], t["offset"], t["size"]) for t in listed["tensors"]],
                         [(t.name, t.tensor_type.name, t.shape.tolist()[::-1], t.data_offset, t.n_bytes) for t in reader.tensors])
        for entry in listed["metadata"]:
            if not entry["type"].startswith("f32"):
                self.assertEqual(entry["value"], reader.get_field(entry["key"]).contents())
        # One of each type and shape, and all of what is small.
        chosen = {(t.tensor_type, tuple(t.shape)): t for t in reader.tensors}.values()
        self.check_values(path, {t.name: gguf.dequantize(t.data, t.tensor_type) for t in chosen})


def container(tensors):
    """A file by hand, for what the package does not write: (name, ne, type, bytes) each."""
    def text(value):
        return len(value).to_bytes(8, "little") + value.encode()
    head = b"GGUF" + (3).to_bytes(4, "little") + len(tensors).to_bytes(8, "little") + bytes(8)
    data = b""
    for name, ne, kind, content in tensors:
        head += text(name) + len(ne).to_bytes(4, "little") + b"".join(n.to_bytes(8, "little") for n in ne)
        head += kind.to_bytes(4, "little") + len(data).to_bytes(8, "little")
        data += content + bytes(-len(content) % 32)
    return head + bytes(-len(head) % 32) + data


if __name__ == "__main__":
    unittest.main()
