# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Folders of images: every pixel and number against Pillow and NumPy, calibration and verdicts against the same images as arrays, refusals, and damaged files."""
import json, os, struct, subprocess, sys, tempfile, unittest, zlib
from pathlib import Path

import numpy as np
import onnxruntime
import weft
from PIL import Image, ImageOps
from weft.optimizer import Quantizer, compare

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "tools" / "weft"))
from test_activations import Weights, relative_error, save

BUILD = Path(os.environ.get("WEFT_BUILD") or ROOT / "build")
MODES = {1: "L", 3: "RGB", 4: "RGBA"}
FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}
MEAN, STD = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])
# Releases of Pillow differ in which direction they resize first.
STEP = 1


def draw(rng, height, width, channels=3):
    """Waves with noise, so that codecs and filters have something to do."""
    y, x = np.mgrid[:height, :width]
    waves = np.stack([127 + 90 * np.sin(x / (7 + i) + y / (11 + 2 * i)) for i in range(channels)], -1)
    return Image.fromarray(np.clip(waves + rng.normal(0, 15, waves.shape), 0, 255).astype(np.uint8).squeeze())


def prepare(path, channels=3, size=(224, 224), resize=256, filter="bilinear"):
    """torchvision's Resize and CenterCrop of an upright image, in Pillow: bytes [height, width, channels]."""
    image = ImageOps.exif_transpose(Image.open(path)).convert(MODES[channels])
    width, height = image.size
    if isinstance(resize, tuple):
        new = resize[::-1]
    else:
        new = (resize, int(resize * height / width)) if width < height else (int(resize * width / height), resize)
    image = image.resize(new, FILTERS[filter])
    pixels = np.asarray(image).reshape(new[1], new[0], channels)
    # What is smaller than the crop gets black margins.
    margin = [max(whole - part, 0) for whole, part in zip(size, pixels.shape)]
    pixels = np.pad(pixels, [(each // 2, (each + 1) // 2) for each in margin] + [(0, 0)])
    top, left = (round((whole - part) / 2) for whole, part in zip(pixels.shape, size))
    return pixels[top:top + size[0], left:left + size[1]]


def normalize(pixels):
    return ((pixels / np.float32(255) - MEAN) / STD).astype(np.float32)


def write_png(path, width, height, depth, color, rows=b""):
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Folders(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.images = self.folder / "images"
        self.images.mkdir()
        self.rng = np.random.default_rng(1)

    def run_tool(self, tool, *words, status=0):
        done = subprocess.run([BUILD / "bin" / tool, *map(str, words)], capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def refuse(self, text, *words, status=1):
        self.assertIn(text, self.run_tool("weft", *words, status=status).stderr)


class Preprocessing(Folders):
    def read(self, element, dims, *options, status=0):
        out = self.folder / "out.npy"
        out.unlink(missing_ok=True)
        self.errors = self.run_tool("weft-image", self.images, element, ",".join(map(str, dims)), out, *options, status=status).stderr
        return np.load(out) if out.exists() else None

    def write_kinds(self):
        a, b = draw(self.rng, 300, 451), draw(self.rng, 500, 333)
        a.save(self.images / "baseline.jpg")
        b.save(self.images / "progressive.JPEG", progressive=True, quality=60)
        Image.merge("CMYK", draw(self.rng, 200, 300, 4).split()).save(self.images / "cmyk.jpg")
        a.convert("L").save(self.images / "gray.jpg")
        a.save(self.images / "444.jpg", subsampling=0)
        a.save(self.images / "rgb.png")
        a.convert("L").save(self.images / "gray.png")
        a.convert("1").save(self.images / "bits.png")
        a.convert("P").save(self.images / "palette.png")
        a.quantize(13).save(self.images / "palette4.png", bits=4)
        transparent = a.convert("P")
        transparent.info["transparency"] = bytes(range(256))
        transparent.save(self.images / "palette-alpha.png")
        b.convert("LA").save(self.images / "gray-alpha.png")
        draw(self.rng, 100, 133, 4).save(self.images / "alpha.png")
        b.save(self.images / "rgb.bmp")
        a.convert("P").save(self.images / "palette.bmp")
        a.convert("1").save(self.images / "bits.bmp")
        b.save(self.images / "rgb.ppm")
        b.convert("L").save(self.images / "gray.pgm")
        draw(self.rng, 40, 64).save(self.images / "small.png")
        # Named as another format.
        a.save(self.images / "named.jpg", format="png")
        for value in range(1, 9):
            exif = Image.Exif()
            exif[0x112] = value
            a.save(self.images / f"turned{value}.jpg", exif=exif)
        a.save(self.images / "turned.png", exif=exif)
        return sorted(self.images.iterdir())

    def test_pixels_are_those_of_pillow(self):
        files = self.write_kinds()
        for channels, size, resize, filter in ((3, (224, 224), 256, "bilinear"), (1, (224, 224), 256, "bilinear"), (4, (224, 224), 256, "bilinear"),
                                               (3, (224, 224), 224, "bicubic"), (4, (61, 80), 97, "bicubic"), (3, (50, 70), (50, 70), "bilinear"),
                                               (3, (131, 300), 90, "bilinear")):
            text = lambda sides: "x".join(map(str, sides)) if isinstance(sides, tuple) else sides
            found = self.read("ui8", (1, -1, -1, channels), f"size={text(size)}", f"resize={text(resize)}", f"filter={filter}")
            self.assertEqual(self.errors, "")
            self.assertEqual(found.shape, (len(files), 1, *size, channels))
            for path, pixels in zip(files, found):
                with self.subTest(file=path.name, channels=channels, size=size, resize=resize, filter=filter):
                    expected = prepare(path, channels, size, resize, filter)
                    self.assertLessEqual(np.abs(pixels[0].astype(int) - expected).max(), STEP)
                    self.assertLess(np.abs(pixels[0].astype(int) - expected).mean(), 0.3)

    def test_numbers_are_those_of_torchvision(self):
        draw(self.rng, 300, 451).save(self.images / "a.jpg")
        pixels = prepare(self.images / "a.jpg")
        for element, dims, options, expected in (
                ("f32", (1, 3, 224, 224), (), normalize(pixels).transpose(2, 0, 1)[None]),
                ("f32", (-1, -1, -1, 3), (), normalize(pixels)[None]),
                ("f32", (3, 224, 224), (), normalize(pixels).transpose(2, 0, 1)),
                ("f32", (1, -1, -1, -1), ("layout=nhwc",), normalize(pixels)[None]),
                ("f16", (1, 3, 224, 224), (), normalize(pixels).transpose(2, 0, 1)[None].astype(np.float16)),
                ("f32", (1, 224, 224, 3), ("mean=0.5", "std=0.5"), pixels[None] / np.float32(127.5) - 1),
                ("f32", (1, 224, 224, 3), ("scale=255",), pixels[None].astype(np.float32)),
                ("f32", (1, 224, 224, 3), ("scale=255", "mean=123.68,116.779,103.939"), pixels[None] - np.float32([123.68, 116.779, 103.939])),
                ("f32", (1, 3, 299, 299), (), normalize(prepare(self.images / "a.jpg", 3, (299, 299), 342)).transpose(2, 0, 1)[None]),
                ("f32", (1, 1, 224, 224), ("mean=0", "std=1"), prepare(self.images / "a.jpg", 1).transpose(2, 0, 1)[None] / np.float32(255)),
                ("ui8", (1, 3, 224, 224), (), pixels.transpose(2, 0, 1)[None])):
            with self.subTest(element=element, dims=dims, options=options):
                found = self.read(element, dims, *options)
                self.assertEqual(found.dtype, expected.dtype)
                np.testing.assert_allclose(found[0], expected, atol=2e-3 if element == "f16" else 1e-5 * max(1, np.abs(expected).max()))

    def test_16_bits_keep_the_high_byte(self):
        for color, channels in ((0, 1), (2, 3), (4, 2), (6, 4)):
            samples = self.rng.integers(0, 65536, (40, 50, channels), dtype=np.uint16)
            write_png(self.images / "a.png", 50, 40, 16, color, b"".join(b"\0" + row.astype(">u2").tobytes() for row in samples))
            wanted = 1 if channels < 3 else channels
            found = self.read("ui8", (1, 40, 50, wanted), "resize=40x50")
            np.testing.assert_array_equal(found[0, 0], (samples >> 8)[..., :wanted])

    def test_what_takes_no_images(self):
        draw(self.rng, 30, 40).save(self.images / "a.png")
        for element, dims, options, message in (
                ("f32", (2, 5, 5), (), "takes no images: expected floats or ui8 of rank 4 with 1, 3 or 4 channels, found f32[2, 5, 5]"),
                ("f32", (1, 8), (), "found f32[1, 8]"), ("i64", (1, 3, 8, 8), (), "found i64[1, 3, 8, 8]"), ("f32", (1, 2, 8, 8), (), "found f32[1, 2, 8, 8]"),
                ("f32", (1, -1, -1, -1), (), "may have its channels first or last: say which by the option layout"),
                ("f32", (1, 3, 8, 3), (), "may have its channels first or last"),
                ("f32", (1, 3, 0, 8), (), "which have no pixels"),
                ("f32", (1, 3, 8, 8), ("size=9",), "takes images of f32[1, 3, 8, 8]: the option size says 9x9"),
                ("f32", (1, 1, 8, 8), (), "has 1 channel: expected a mean and std of images for each, found 3 and 3, ImageNet's where none are given"),
                ("f32", (1, 3, 8, 8), ("mean=1,2",), "has 3 channels: expected a mean and std of images for each, found 2 and 3"),
                ("ui8", (1, 3, 8, 8), ("mean=0.5",), "takes pixels as they are"),
                ("f32", (2, 3, 8, 8), (), "has 1 images: expected at least the 2 that the model takes at once"),
                ("f32", (1, 3, 8, 8), ("size=0",), "size expects sides of 1 to 16384 pixels as in 224, or 224x320 of height and width, found '0'"),
                ("f32", (1, 3, 8, 8), ("resize=1x",), "resize expects"), ("f32", (1, 3, 8, 8), ("filter=box",), "filter expects one of bilinear, bicubic, found 'box'"),
                ("f32", (1, 3, 8, 8), ("std=0",), "std expects a number above 0"), ("f32", (1, 3, 8, 8), ("mean=a",), "mean expects a number"),
                ("f32", (1, 3, 8, 8), ("scale=nan",), "scale expects a number above 0"), ("f32", (1, 3, 8, 8), ("layout=chw",), "layout expects one of nchw, nhwc"),
                ("f32", (1, 3, 8, 8), ("color=bgr",), "options of images are size, resize, filter, scale, mean, std, layout; found 'color'")):
            with self.subTest(dims=dims, options=options):
                self.read(element, dims, *options, status=1)
                self.assertIn(message, self.errors)

    def test_damaged_files_are_named(self):
        image = draw(self.rng, 200, 300)
        image.save(self.images / "good.png")
        for name, options in (("a.jpg", {}), ("b.jpg", {"progressive": True}), ("c.png", {}), ("d.bmp", {}), ("e.ppm", {})):
            image.save(self.folder / name, **options)
            data = (self.folder / name).read_bytes()
            (self.images / name).write_bytes(data[:len(data) * 2 // 3])
        write_png(self.images / "huge.png", 100_000, 100_000, 8, 2)
        write_png(self.images / "long.png", 1, 70_000, 8, 2)
        (self.images / "none.png").write_bytes(b"")
        (self.images / "text.jpg").write_text("no image")
        (self.images / "frames.gif").write_bytes(b"GIF89a")
        found = self.read("f32", (1, 3, 64, 64))
        self.assertEqual(len(found), 1)
        for name, message in (("a.jpg", "the JPEG is broken: Premature end of JPEG file"), ("b.jpg", "the JPEG is broken: Premature end"),
                              ("c.png", "the PNG is broken: it ends early"), ("d.bmp", "the BMP is broken: it ends early"),
                              ("e.ppm", "the PGM or PPM is broken: it ends early"),
                              ("huge.png", "at most 89478485 in all, found one of 100000 x 100000"), ("long.png", "found one of 1 x 70000"),
                              ("none.png", "found no bytes"), ("text.jpg", "found another format"),
                              ("frames.gif", "expected a JPEG, PNG, BMP, PGM or PPM image, found GIF")):
            with self.subTest(name):
                self.assertRegex(self.errors, f"error: '.*{name}': .*{message}")

    def test_mutated_files_do_no_harm(self):
        sources = self.write_kinds()
        contents = [(path.suffix, path.read_bytes()) for path in sources]
        for path in sources:
            path.unlink()
        for number in range(400):
            suffix, data = contents[number % len(contents)]
            data = bytearray(data)
            # Headers matter more than pixels.
            for place in self.rng.integers(0, 700 if number % 3 else len(data), self.rng.integers(1, 12)):
                data[place % len(data)] = self.rng.integers(256)
            if number % 5 == 0:
                del data[self.rng.integers(len(data)):]
            (self.images / f"{number:03}{suffix}").write_bytes(data)
        draw(self.rng, 30, 40).save(self.images / "good.png")
        found = self.read("f32", (1, 3, 32, 32))
        self.assertTrue(np.isfinite(found).all())
        self.assertGreater(len(found), 1)
        self.assertEqual(len(found) + self.errors.count("error: "), 401)

    def test_many_scans_are_refused(self):
        draw(self.rng, 64, 64).save(self.folder / "a.jpg", progressive=True)
        data = (self.folder / "a.jpg").read_bytes()
        last = data.rindex(b"\xff\xda")
        (self.images / "a.jpg").write_bytes(data[:-2] + data[last:-2] * 200 + data[-2:])
        self.read("f32", (1, 3, 32, 32), status=1)
        self.assertIn("the JPEG is broken: it has more than 100 scans", self.errors)


def write_classifier(path, classes=7, size=16, batch=1, extra=False):
    """Two convolutions, pooling and a score for each class, of random weights."""
    w = Weights(8)
    nodes = [("Conv", ["x", w.add("first", 16, 3, 3, 3), w.add("first.bias", 16, scale=0.1)], ["a"], dict(pads=[1] * 4)), ("Relu", ["a"], ["b"], {}),
             ("Conv", ["b", w.add("second", 32, 16, 3, 3), w.add("second.bias", 32, scale=0.1)], ["c"], dict(pads=[1] * 4)), ("Relu", ["c"], ["d"], {}),
             ("GlobalAveragePool", ["d"], ["e"], {}), ("Flatten", ["e"], ["f"], {}), ("Gemm", ["f", w.add("head", 32, classes), w.add("head.bias", classes)], ["y"], {})]
    outputs = [("y", [batch, classes])]
    if extra:
        nodes.append(("Relu", ["y"], ["z"], {}))
        outputs.append(("z", [batch, classes]))
    save(path, nodes, [("x", [batch, 3, size, size])], outputs, w)
    return path


class Verdicts(Folders):
    def setUp(self):
        super().setUp()
        self.model = write_classifier(self.folder / "model.onnx")
        # Of each class some colors of its own.
        for label in range(7):
            (self.images / f"class{label}").mkdir()
            for number in range(6):
                pixels = self.rng.integers(0, 60, (20, 26, 3)) + self.rng.integers(0, 196, 3)
                Image.fromarray(pixels.astype(np.uint8)).save(self.images / f"class{label}" / f"{number}.png")
        (self.images / "class3" / "deeper").mkdir()
        (self.images / "class3" / "5.png").rename(self.images / "class3" / "deeper" / "a.png")
        (self.images / ".hidden").mkdir()
        (self.images / "class0" / "notes.txt").write_text("no image")
        self.files = sorted(self.images.rglob("*.png"), key=lambda path: (path.parts[len(self.images.parts)], len(path.parts), path))
        self.labels = np.array([int(path.relative_to(self.images).parts[0][-1]) for path in self.files])
        # 256 for 224 is 18 for 16.
        self.array = np.stack([normalize(prepare(path, 3, (16, 16), 18)).transpose(2, 0, 1) for path in self.files])

    def optimize(self, data, *flags, output="int8.ir", model=None):
        self.run_tool("weft", "optimize", model or self.model, "-o", self.folder / output, "--activations", "int8", "--calibrate", data, "--verdict", "never", *flags)
        return self.folder / output

    def weights_of(self, path):
        session = weft.compile(str(path), threads=1).session(threads=1)
        return np.concatenate([session.run({"x": row[None]})["y"] for row in self.array])

    def test_calibration_is_that_of_the_same_arrays(self):
        np.save(self.folder / "images.npy", self.array)
        by_folder = self.weights_of(self.optimize(self.images, "--statistics", self.folder / "a.stat"))
        by_array = self.weights_of(self.optimize(self.folder / "images.npy", output="array.ir"))
        reference = onnxruntime.InferenceSession(str(self.model), providers=["CPUExecutionProvider"])
        floats = np.concatenate([reference.run(None, {"x": row[None]})[0] for row in self.array])
        self.assertLess(relative_error(by_folder, by_array), 1e-3)
        self.assertGreater(relative_error(by_folder, floats), 2e-3)
        self.assertLess(relative_error(by_folder, floats), 0.05)
        again = self.folder / "b.stat"
        self.optimize(self.images, "--statistics", again)
        self.assertEqual(again.read_bytes(), (self.folder / "a.stat").read_bytes())

    def test_samples_are_spread_over_the_classes(self):
        chosen = self.folder / "chosen"
        chosen.mkdir()
        for i in range(7):
            os.symlink(self.files[i * 6], chosen / f"{i}.png")
        few, same = self.folder / "few.stat", self.folder / "same.stat"
        self.optimize(self.images, "--calibrate-samples", 7, "--statistics", few)
        self.optimize(chosen, "--statistics", same)
        self.assertEqual(few.read_bytes(), same.read_bytes())
        self.optimize(self.images, "--statistics", self.folder / "all.stat")
        self.assertNotEqual(few.read_bytes(), (self.folder / "all.stat").read_bytes())

    def test_python(self):
        by_flags = self.weights_of(self.optimize(self.images, "--image-mean", "0.5,0.4,0.3", "--image-std", "0.25", "--image-resize", "16x16"))
        image = {"mean": (0.5, 0.4, 0.3), "std": 0.25, "resize": (16, 16)}
        quantized = Quantizer(activations="int8", calibration=self.images, image=image).optimize(self.model)
        np.testing.assert_array_equal(self.weights_of(quantized.path), by_flags)
        found = compare(self.model, quantized, self.images, image=image, samples=21)
        self.assertEqual((found.facts["images"], found.facts["calls"]), (21, 21))
        self.assertIsNotNone(found.facts["top1_accuracy_a"])
        with self.assertRaisesRegex(weft.Error, "image mean is for folders of images, and none is given"):
            Quantizer(activations="int8", calibration=self.array, image=image).optimize(self.model)
        with self.assertRaisesRegex(weft.Error, "image size expects sides"):
            Quantizer(activations="int8", calibration=self.images, image={"size": "big"}).optimize(self.model)

    def scores(self):
        """Of both models, [images, classes]: floats by onnxruntime, and what the made model gives for the same arrays."""
        reference = onnxruntime.InferenceSession(str(self.model), providers=["CPUExecutionProvider"])
        return np.concatenate([reference.run(None, {"x": row[None]})[0] for row in self.array]), self.weights_of(self.folder / "int8.ir")

    def test_accuracy_of_labels(self):
        self.optimize("random", "--calibrate-samples", 4, "--range", "minmax")
        found = json.loads(self.run_tool("weft", "compare", self.model, self.folder / "int8.ir", "--data", self.images, "--json").stdout)
        a, b = self.scores()
        rank = lambda scores: (scores > scores[np.arange(len(scores)), self.labels][:, None]).sum(1)
        self.assertEqual((found["images"], found["calls"]), (42, 42))
        self.assertAlmostEqual(found["top1_agreement"], (a.argmax(1) == b.argmax(1)).mean())
        for name, most in (("top1", 1), ("top5", 5)):
            right_a, right_b = rank(a) < most, rank(b) < most
            self.assertAlmostEqual(found[f"{name}_accuracy_a"], right_a.mean())
            self.assertAlmostEqual(found[f"{name}_accuracy_b"], right_b.mean())
            self.assertAlmostEqual(found[f"{name}_accuracy_difference"], right_b.mean() - right_a.mean())
        self.assertTrue(0 < found["top1_accuracy_a"] < found["top5_accuracy_a"] < 1)
        table = self.run_tool("weft", "compare", self.model, self.model, "--data", self.images, "--samples", 14).stdout
        self.assertIn("right classes of 14 images, of 7\n", table)
        self.assertRegex(table, r"top-1  A \d+\.\d+ %, B \d+\.\d+ %, difference \+0\.000 points \(\+0\.000 to \+0\.000\)\ntop-5  A ")

    def test_batches(self):
        model = write_classifier(self.folder / "batch.onnx", batch=4)
        found = json.loads(self.run_tool("weft", "compare", model, self.model.with_name("batch.onnx"), "--data", self.images, "--json").stdout)
        # The last two of 42 fill no call.
        self.assertEqual((found["images"], found["calls"]), (40, 10))
        scores = self.scores_of_floats()
        chosen = [i * 42 // 40 for i in range(40)]
        self.assertAlmostEqual(found["top1_accuracy_a"], (scores.argmax(1) == self.labels)[chosen].mean())

    def scores_of_floats(self):
        reference = onnxruntime.InferenceSession(str(self.model), providers=["CPUExecutionProvider"])
        return np.concatenate([reference.run(None, {"x": row[None]})[0] for row in self.array])

    def test_verdict(self):
        done = self.run_tool("weft", "optimize", self.model, "-o", self.folder / "int8.ir", "--activations", "int8", "--calibrate", self.images, "--data", self.images, "--json")
        found = json.loads(done.stdout)["verdict"]
        a, b = self.scores()
        before, after = ((scores.argmax(1) == self.labels).mean() for scores in (a, b))
        self.assertEqual(found["material"], f"42 calls with images of {self.images}")
        self.assertAlmostEqual(found["top1_accuracy_a"], before)
        self.assertAlmostEqual(found["accuracy_kept"], after / before)
        table = self.run_tool("weft", "optimize", self.model, "-o", self.folder / "int8.ir", "--data", self.images, "--samples", 21).stdout
        self.assertRegex(table, r"accuracy +\d+\.\d\d % +\d+\.\d\d % .*, top-1 of 21 calls with images of ")
        # Without classes, or where it is not said which output has them, outputs are compared.
        flat = self.run_tool("weft", "optimize", self.model, "-o", self.folder / "int8.ir", "--data", self.images / "class0").stdout
        self.assertRegex(flat, r"cosine +1.000 .*, of 6 calls with images of ")
        for other in (write_classifier(self.folder / "other.onnx", classes=9), write_classifier(self.folder / "two.onnx", extra=True)):
            done = self.run_tool("weft", "compare", other, other, "--data", self.images, "--samples", 2)
            self.assertIn("has 7 classes, and the models not one output with a score for each", done.stderr)
            self.assertNotIn("right classes", done.stdout)

    def test_refusals(self):
        empty, text, few = (self.folder / name for name in ("empty", "text", "few"))
        for each in (empty, text, few):
            each.mkdir()
        (text / "notes.txt").write_text("no image")
        for path in self.files[:3]:
            os.symlink(path, few / path.name)
        linear, two = self.folder / "linear.onnx", self.folder / "sum.onnx"
        w = Weights(2)
        save(linear, [("MatMul", ["x", w.add("w", 8, 4)], ["y"], {})], [("x", [1, 8])], [("y", [1, 4])], w)
        save(two, [("Add", ["x", "z"], ["h"], {}), ("MatMul", ["h", "w"], ["y"], {})], [("x", [1, 8]), ("z", [1, 8])], [("y", [1, 4])], w)
        for model, data, flags, message in (
                (self.model, empty, (), f"the folder '{empty}' has no images: expected files whose names end in .jpg"),
                (self.model, text, (), "has no images"), (self.model, few, (), "has 3 images: ranges of activations need at least 4"),
                (linear, self.images, (), "is a folder of images, but input 'x' takes no images: expected floats or ui8 of rank 4"),
                (two, self.images, (), "is a folder of images: expected a model with one input, found 2: 'x' f32[1, 8], 'z' f32[1, 8]"),
                (self.model, self.images, ("--image-size", 20), "takes images of f32[1, 3, 16, 16]: the option size says 20x20")):
            with self.subTest(data=data.name, model=model.name):
                self.refuse(message, "optimize", model, "-o", self.folder / "no.ir", "--activations", "int8", "--calibrate", data, *flags)
        (self.images / "class2" / "0.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        for words in (("optimize", self.model, "-o", self.folder / "no.ir", "--activations", "int8", "--calibrate", self.images),
                      ("compare", self.model, self.model, "--data", self.images)):
            self.refuse(f"'{self.images / 'class2' / '0.png'}': the PNG is broken: it ends early", *words)
        self.refuse("--image-mean is for folders of images, and none is given", "optimize", self.model, "-o", self.folder / "no.ir", "--image-mean", 0, status=2)
        self.refuse("--image-mean is for folders of images, and none is given", "compare", self.model, self.model, "--image-mean", 0, status=2)
        self.refuse("--image-std expects a number above 0", "compare", self.model, self.model, "--data", self.images, "--image-std", "-1", status=2)
        self.refuse("expected --data or --input, found both", "compare", self.model, self.model, "--data", self.images, "--input", "x=1", status=2)
        self.assertFalse((self.folder / "no.ir").exists())

    def test_language_models_take_texts(self):
        sys.path.insert(0, str(ROOT / "test" / "python"))
        from test_optimizer import write_llama
        llama = self.folder / "llama.gguf"
        write_llama(llama, self.rng)
        self.refuse("is a folder, which is read as images; language models are calibrated on a text", "optimize", llama, "-o", self.folder / "no.ir", "--precision", "int4",
                    "--method", "awq", "--calibrate", self.images)


if __name__ == "__main__":
    unittest.main()
