#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What trained models lose by `weft optimize --activations int8`, on real data that they were not calibrated on.

  minilm   the cosine of sentence embeddings to those of onnxruntime in f32; sentences of Jane Austen's novels
  magika   how often a file gets the verdict that onnxruntime's f32 gives it; files of this system
  fashion  points of top-1 accuracy on Fashion-MNIST (Debian's dataset-fashion-mnist), of a network of plain and depthwise
           convolutions that torch trains here

usage: static_int8.py [--weft BINARY] [--work DIR] [--samples N] [MODEL...] [-- FLAG...]     FLAGs go to `weft optimize`; a row for each MODEL is printed
"""
import argparse, gzip, io, os, re, subprocess, sys, tarfile, tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / each) for each in ("python", "test/models", "examples/demo")]
import fetch, novels
from agree import open_onnxruntime
from filetype import Typer

DATASET = "dataset-fashion-mnist"
CALIBRATION = 128  # samples, of each model


def read_sentences(size, begin, count, skip=0):
    """`count` sentences of the novels between two bytes of them."""
    text = Path(novels.fetch_novels(size)).read_bytes()[begin:].decode(errors="ignore")
    sentences = [each for each in re.split(r"(?<=[.!?])\s+", re.sub(r"\s+", " ", text)) if 30 <= len(each) <= 250]
    return sentences[skip:skip + count]


def encode(sentences):
    """The inputs of minilm_64, [sentences, 64]."""
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(str(fetch.fetch("minilm/tokenizer.json")))
    tokenizer.enable_truncation(64)
    tokenizer.enable_padding(length=64)
    encoded = tokenizer.encode_batch(sentences)
    ids, mask = (np.array([getattr(each, name) for each in encoded], np.int64) for name in ("ids", "attention_mask"))
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}


def embed(run, feed):
    rows = []
    for i in range(len(feed["input_ids"])):
        one = {name: value[i:i + 1] for name, value in feed.items()}
        mask = one["attention_mask"][0, :, None]
        mean = (run(one)[0] * mask).sum(0) / mask.sum()
        rows.append(mean / np.linalg.norm(mean))
    return np.stack(rows)


def minilm(tools):
    model = ROOT / "build/models/minilm_64.onnx"
    if not model.exists():
        raise fetch.Unavailable(f"{model}: `make bench` exports it")
    calibration = tools.work / "minilm.npz"
    np.savez(calibration, **encode(read_sentences(2_300_000, 2_000_000, CALIBRATION)))
    feed = encode(read_sentences(130_000, 0, tools.samples))
    reference = open_onnxruntime(model, 1)
    ours = tools.open(tools.optimize(model, calibration))
    cosines = (embed(lambda one: reference.run(None, one)[0], feed) * embed(lambda one: ours.run(one)["y"], feed)).sum(1)
    return f"cosine {cosines.mean():.5f} in the mean, {cosines.min():.5f} at least, of {len(cosines)} sentences"


def system_files(count, skip=0, most=12):
    """As many files of each ending, of all sizes, in an order that says nothing; others where the first `skip` of each are left out."""
    endings = {}
    for folder in (ROOT, Path("/usr/share"), Path("/usr/lib/python3"), Path("/usr/bin"), Path("/usr/include"), Path("/etc")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and "build" not in path.relative_to(folder).parts and os.access(path, os.R_OK):
                endings.setdefault(path.suffix, []).append(path)
    rng = np.random.default_rng(0)
    files = []
    for paths in endings.values():
        files += [paths[i] for i in rng.permutation(len(paths))[skip:skip + most]]
    return [files[i] for i in rng.permutation(len(files))][:count]


def magika(tools):
    model = fetch.fetch("magika.onnx")
    typer = Typer(fetch.fetch("magika.config.json"))
    def read(files):
        pairs = [(typer.features(path), path) for path in files]
        pairs = [(features, path) for features, path in pairs if not isinstance(features, str)]
        return np.stack([features for features, _ in pairs]), [path for _, path in pairs]
    rows, paths = read(system_files(2 * (CALIBRATION + tools.samples)))
    np.save(tools.work / "magika.npy", rows[:CALIBRATION])
    rows, paths = rows[CALIBRATION:][:tools.samples], paths[CALIBRATION:]
    reference = open_onnxruntime(model, 1)
    # Of 128 files one is near 1 %: what --auto looks at are others, of which there are more.
    if "--auto" in tools.flags:
        np.save(tools.work / "magika-data.npy", read(system_files(512, skip=12, most=8))[0])
        tools.flags += ["--data", tools.work / "magika-data.npy"]
    ours = tools.open(tools.optimize(model, tools.work / "magika.npy"))
    same = 0
    for row, path in zip(rows, paths):
        expected, found = reference.run(None, {"bytes": row[None]})[0][0], ours.run({"bytes": row[None]})["target_label"][0]
        same += typer.name(expected, path)[0] == typer.name(found, path)[0]
    return f"the same verdict on {100 * same / len(rows):.2f} % of {len(rows)} files"


def read_images():
    """{"train": (images [n, 1, 28, 28] of zero mean, labels), "t10k": ...}"""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["apt-get", "download", DATASET], cwd=folder, capture_output=True, text=True)
        packages = list(Path(folder).glob("*.deb"))
        if done.returncode or not packages:
            raise fetch.Unavailable(f"apt-get download {DATASET}: {(done.stderr.strip().splitlines() or ['no file'])[-1]}")
        archive = tarfile.open(fileobj=io.BytesIO(subprocess.run(["dpkg-deb", "--fsys-tarfile", packages[0]], capture_output=True, check=True).stdout))
    found = {}
    for member in archive:
        if match := re.fullmatch(r".*/(train|t10k)-(images-idx3|labels-idx1)-ubyte\.gz", member.name):
            data = np.frombuffer(gzip.decompress(archive.extractfile(member).read()), np.uint8)
            part = found.setdefault(match[1], {})
            part[match[2][0]] = data[16:].reshape(-1, 1, 28, 28).astype(np.float32) / 127.5 - 1 if match[2][0] == "i" else data[8:]
    return {name: (part["i"], part["l"]) for name, part in found.items()}


def train(images, labels, path):
    """A network like MobileNet, 28 x 28 to 10 classes, as ONNX; a file that is there already stays."""
    if path.exists():
        return
    import torch
    torch.manual_seed(0)
    torch.set_num_threads(1)
    def conv(inputs, outputs, size, stride=1, groups=1):
        return [torch.nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False), torch.nn.BatchNorm2d(outputs), torch.nn.ReLU6()]
    net = torch.nn.Sequential(*conv(1, 16, 3), *conv(16, 16, 3, 2, 16), *conv(16, 32, 1), *conv(32, 32, 3, 1, 32), *conv(32, 64, 1), *conv(64, 64, 3, 2, 64),
                              *conv(64, 128, 1), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(128, 10))
    steps, batch = len(images) // 256, 128
    optimizer = torch.optim.Adam(net.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=steps)
    x, y = torch.from_numpy(images), torch.from_numpy(labels.astype(np.int64))
    for _ in range(steps):
        chosen = torch.randint(len(x), (batch,))
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x[chosen]), y[chosen]).backward()
        optimizer.step()
        schedule.step()
    part = path.with_name(f"{path.stem}.part{path.suffix}")  # an export that was stopped is no model
    torch.onnx.export(net.eval(), (x[:2],), part, input_names=["x"], output_names=["y"], opset_version=18, dynamo=True, external_data=False,
                      verbose=False, dynamic_shapes=({0: torch.export.Dim("batch")},))
    part.replace(path)


def fashion(tools):
    images = read_images()
    model = tools.work / "fashion.onnx"
    train(*images["train"], model)
    np.save(tools.work / "fashion.npy", images["train"][0][:CALIBRATION])
    x, labels = images["t10k"]
    ours, reference = tools.open(tools.optimize(model, tools.work / "fashion.npy")), open_onnxruntime(model, 1)
    def score(run):
        return 100 * np.mean(np.concatenate([run(x[i:i + 100]).argmax(1) for i in range(0, len(x), 100)]) == labels)
    before, after = score(lambda part: reference.run(None, {"x": part})[0]), score(lambda part: ours.run({"x": part})["y"])
    return f"top-1 {after:.2f} %, {before:.2f} % in f32: {after - before:+.2f} points"


class Tools:
    def __init__(self, options, flags):
        self.weft, self.work, self.samples, self.flags = options.weft, options.work, options.samples, flags
        self.work.mkdir(parents=True, exist_ok=True)

    def optimize(self, model, calibration):
        made = self.work / f"{Path(model).stem}-int8.ir"
        verdict = [] if "--auto" in self.flags else ["--verdict", "never"]
        subprocess.run([self.weft, "optimize", model, "-o", made, "--activations", "int8", "--calibrate", calibration, *verdict, *self.flags],
                       check=True, stdout=subprocess.DEVNULL)
        return made

    def open(self, model):
        import weft
        module = model.with_suffix(".wm")
        subprocess.run([self.weft, "compile", model, "-o", module], check=True)
        return weft.load(str(module)).session(threads=1)


def main():
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    arguments, flags = sys.argv[1:end], sys.argv[end + 1:]
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("models", nargs="*")
    parser.add_argument("--weft", type=Path, default=ROOT / "build/bin/weft")
    parser.add_argument("--work", type=Path, default=ROOT / "build/static-int8")
    parser.add_argument("--samples", type=int, default=500)
    options = parser.parse_args(arguments)
    known = {"minilm": minilm, "magika": magika, "fashion": fashion}
    for name in options.models or known:
        if name not in known:
            sys.exit(f"no model {name!r}; there are {', '.join(known)}")
        try:
            print(f"{name}: {known[name](Tools(options, flags))}", flush=True)
        except fetch.Unavailable as reason:
            print(f"{name}: not measured: {reason}", flush=True)


if __name__ == "__main__":
    main()
