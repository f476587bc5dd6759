# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Smaller and faster models, with the accuracy shown.

    from weft.optimizer import Quantizer, compare, load_llama

    model = load_llama("llama.gguf")
    quantized = Quantizer(precision="int8", group_size=128).optimize(model)
    print(quantized.report)
    print(compare(model, quantized, data="novel.txt").kl_mean)
    quantized.save("llama-int8.ir")
    program = quantized.compile()
"""
from __future__ import annotations

import os
import shutil
import tempfile
import warnings
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np

from . import _compiler
from ._library import Error
from ._optimizer import optimize_file
from ._program import Program, as_array
from ._program import load as load_program
from ._tools import CHECK_FAILED, flags, run_json, run_tool

__all__ = ["Benchmark", "Comparison", "Model", "Pruner", "Quantizer", "Report", "WeightReport", "benchmark", "compare", "load", "load_llama"]

PathLike = str | os.PathLike[str]
Dims = Mapping[str, int | tuple[int, int]]
Precision = Literal["int8", "int6", "int5", "int4", "int3", "bf16", "f16"]
Method = Literal["rtn", "search", "gptq", "awq"]
PruningMethod = Literal["magnitude", "wanda", "sparsegpt"]

LANGUAGE_FORMATS = ("gguf", "hugging face", "model.ir", "module")


@dataclass(frozen=True)
class WeightReport:
    """What became of a weight."""

    name: str
    """In the source model."""
    type: str
    """Of the codes or floats that are stored; "gone" of one that left the model."""
    bits: int
    bytes_before: int
    bytes_after: int
    group: int | None = None
    """Weights that share a scale; None where there are no scales."""
    relative_error: float | None = None
    """The norm of the difference over that of the weight; None where it was not quantized."""
    sparsity: float | None = None
    """The share of zeros; None where it was not pruned."""
    pruning_error: float | None = None
    """Of a pruned weight the norm of the difference over that of the weight."""

    @property
    def is_changed(self) -> bool:
        return self.relative_error is not None or self.sparsity is not None or self.bytes_before != self.bytes_after


@dataclass(frozen=True)
class Report:
    """What optimizing did. str() is a table of the weights that have changed."""

    precision: str
    bytes_before: int
    bytes_after: int
    tensors: tuple[WeightReport, ...]
    warnings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """Which weights stay as they are, and why."""

    @property
    def ratio(self) -> float:
        """Bytes after over bytes before."""
        return self.bytes_after / self.bytes_before if self.bytes_before else 1.0

    @property
    def worst(self) -> WeightReport | None:
        """The weight with the largest relative error."""
        return max((each for each in self.tensors if each.relative_error is not None), key=lambda each: each.relative_error, default=None)

    def __str__(self) -> str:
        changed = [each for each in self.tensors if each.is_changed]
        lines = ["type  group   kB before    kB after    error  weight"]
        for each in changed:
            error = "-" if each.relative_error is None else f"{each.relative_error:.5f}"
            lines.append(f"{each.type:6}{each.group or '-':>5}{each.bytes_before / 1e3:12.1f}{each.bytes_after / 1e3:12.1f}{error:>9}  {each.name}")
        lines.append(f"{len(changed)} of {len(self.tensors)} weights changed: {self.bytes_before / 1e6:.2f} MB before, "
                     f"{self.bytes_after / 1e6:.2f} MB after ({self.ratio:.3f} times)")
        return "\n".join(lines)


def detect_format(path: Path) -> str:
    """ "gguf", "hugging face", "model.ir", "mlir", "module" or "onnx", by the first bytes; a folder by its config.json."""
    if path.is_dir():
        if (path / "config.json").exists():
            return "hugging face"
        raise Error(f"expected a model, found the folder '{path}' without config.json")
    try:
        with open(path, "rb") as file:
            start = file.read(8)
    except OSError as error:
        raise Error(f"cannot read '{path}': {error.strerror}") from None
    for magic, name in ((b"WEFTMODL", "module"), (b"WEFTIR", "model.ir"), (b"GGUF", "gguf"), (b"ML\xefR", "mlir")):
        if start.startswith(magic):
            return name
    return "mlir" if path.suffix == ".mlir" else "onnx"


class Model:
    """A model in a file or folder, of which nothing is read before something needs it.

    path    where it is
    format  "gguf", "hugging face", "model.ir", "mlir", "module" (compiled already) or "onnx"
    report  of a model that a Quantizer made; else None
    """

    def __init__(self, path: PathLike, *, dims: Dims | None = None, states: Mapping[str, str] | None = None):
        self.path = Path(path)
        self.format: str = detect_format(self.path)
        self.dims, self.states = dict(dims or {}), dict(states or {})
        self.report: Report | None = None
        self._cleanup: weakref.finalize | None = None  # of a temporary folder, which goes with the model

    def __repr__(self) -> str:
        return f"Model({str(self.path)!r}, format={self.format!r})"

    def _own(self, folder: str) -> None:
        self._cleanup = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def save(self, path: PathLike) -> Path:
        """Gives the model a place of its own, which is its path from now on: a temporary one moves there, another one is copied. The
        file appears there complete."""
        target = Path(path)
        if not target.parent.is_dir():
            raise Error(f"cannot write '{target}': there is no folder '{target.parent}'")
        if self.path.is_dir():
            shutil.copytree(self.path, target)
        elif not (target.exists() and os.path.samefile(self.path, target)):
            self._save_file(target)
        if self._cleanup:
            self._cleanup()
        self.path, self._cleanup = target, None
        return target

    def _save_file(self, target: Path) -> None:
        if target.is_dir():
            raise Error(f"cannot write '{target}': it is a folder")
        try:
            if self._cleanup:
                try:
                    os.replace(self.path, target)
                    return
                except OSError:
                    pass  # on another file system
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=target.name, delete=False) as beside:
                try:
                    with open(self.path, "rb") as source:
                        shutil.copyfileobj(source, beside, 1 << 20)
                    beside.close()
                    os.chmod(beside.name, self.path.stat().st_mode & 0o666)
                    os.replace(beside.name, target)
                except BaseException:
                    os.unlink(beside.name)
                    raise
        except OSError as error:
            raise Error(f"cannot write '{target}': {error.strerror}") from None

    def compile(self, output: PathLike | None = None, **options: Any) -> Program:
        """Compiles it, or opens it where it is compiled; options are those of weft.compile."""
        if self.format == "module":
            if options or output is not None:
                raise Error(f"expected a model to compile, found the module '{self.path}', which is compiled already")
            return load_program(self.path)
        options = {"dims": self.dims, "states": self.states, **options}
        return _compiler.compile(self.path, output, **options)

    def generate(self, prompt: str, *, max_tokens: int = 256, system: str | None = None, raw: bool = False, temperature: float | None = None,
                 top_k: int | None = None, top_p: float | None = None, min_p: float | None = None,
                 repetition_penalty: float | None = None, seed: int | None = None, stop: Sequence[str] = (), threads: int | None = None) -> str:
        """The text of a language model behind a prompt, which is the user's message of a chat model unless `raw`.

        The program `weft run` compiles it, which takes seconds where the code is not kept from before, and generates.
        """
        text, _ = run_tool("run", self.path, *flags(
            prompt=prompt, max_tokens=max_tokens, system=system, raw=raw, temperature=temperature, top_k=top_k, top_p=top_p, min_p=min_p,
            repetition_penalty=repetition_penalty, seed=seed, stop=list(stop), threads=threads, quiet=True))
        return text.removesuffix("\n")


def load(model: Any, *, example_inputs: Any = None, dims: Dims | None = None, states: Mapping[str, str] | None = None) -> Model:
    """A model to work on: the path of a file or folder, a Model as it is, or a torch module, which is exported to ONNX.

    example_inputs  of a torch module: a tensor, or a tuple of them, as torch.onnx.export takes them
    dims, states    as weft.compile takes them, kept for whatever is done with the model
    """
    if isinstance(model, Model):
        return model
    if isinstance(model, (str, os.PathLike)):
        return Model(model, dims=dims, states=states)
    return export_torch(model, example_inputs, dims, states)


def export_torch(module: Any, example_inputs: Any, dims: Dims | None, states: Mapping[str, str] | None) -> Model:
    try:
        import torch
    except ImportError:
        torch = None
    if torch is None or not isinstance(module, torch.nn.Module):
        raise Error(f"expected the path of a model, a Model or a torch module{'' if torch else ' (torch cannot be imported)'}, "
                    f"found {type(module).__name__}")
    if example_inputs is None:
        raise Error("expected example_inputs for a torch module: exporting runs it on them")
    folder = tempfile.mkdtemp(prefix="weft-")
    path = Path(folder) / "model.onnx"
    inputs = example_inputs if isinstance(example_inputs, tuple) else (example_inputs,)
    training = module.training
    module.eval()
    try:
        torch.onnx.export(module, inputs, str(path))
        model = Model(path, dims=dims, states=states)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        module.train(training)
    model._own(folder)
    return model


def load_llama(path: PathLike) -> Model:
    """A language model: a GGUF file, a folder with config.json and safetensors, or what was made of one."""
    model = Model(path)
    if model.format not in LANGUAGE_FORMATS:
        raise Error(f"expected a language model, a GGUF file or a folder with config.json and safetensors; found '{path}', "
                    f"which is {model.format}")
    return model


def image_texts(image: Mapping[str, Any] | None) -> list[str]:
    """{name: value} as the library takes them: sizes and numbers of channels may be sequences."""
    join = lambda name, value: ("x" if name in ("size", "resize") else ",").join(map(str, value)) if isinstance(value, (list, tuple, np.ndarray)) else value
    return [f"{name}={join(name, value)}" for name, value in (image or {}).items()]


class Optimizer:
    """What makes one model of another: Quantizer and Pruner."""

    skip: str | None
    calibration: PathLike | np.ndarray | None
    calibration_samples: int
    statistics: PathLike | None
    threads: int
    image: Mapping[str, Any] | None

    def _options(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Its own options by their names in the C struct: texts, of which None is the default, and numbers."""
        raise NotImplementedError

    def optimize(self, model: Any, output: PathLike | None = None, *, example_inputs: Any = None, plugins: Sequence[PathLike] = (),
                 progress: Callable[[float, str], None] | None = None) -> Model:
        """Makes a smaller model of one, which stays as it is; what was in `output` before is replaced only if all succeeds.

        model     anything that load() takes
        output    where the result goes, a model.ir; None is a temporary file that goes with the result unless it is saved
        progress  is called with how much of a step is over, 0 to 1, and its name
        """
        own = self._options()
        source = load(model, example_inputs=example_inputs)
        if output is not None:
            return self._write(source, own, output, plugins, progress)
        folder = tempfile.mkdtemp(prefix="weft-")
        try:
            result = self._write(source, own, Path(folder) / "model.ir", plugins, progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        result._own(folder)
        return result

    def _write(self, source: Model, own: tuple[dict[str, Any], dict[str, Any]], output: PathLike, plugins: Sequence[PathLike],
               progress: Callable[[float, str], None] | None) -> Model:
        with tempfile.TemporaryDirectory(prefix="weft-") as scratch:
            calibration = self.calibration
            if calibration is not None and not isinstance(calibration, (str, os.PathLike)):
                calibration = Path(scratch) / "calibration.npy"
                np.save(calibration, as_array(self.calibration))
            texts, numbers = own
            facts, warned, remarks = optimize_file(
                source.path, output, texts_of={**texts, "skip": self.skip, "calibration": calibration, "statistics": self.statistics},
                numbers={**numbers, "calibrationSamples": self.calibration_samples, "threads": self.threads},
                dims=source.dims, states=source.states, plugins=plugins, progress=progress,
                image=image_texts(self.image))
        for text in warned:
            warnings.warn(text, stacklevel=3)
        result = Model(output)
        result.report = Report(facts["precision"], facts["bytes_before"], facts["bytes_after"],
                               tuple(WeightReport(**each) for each in facts["weights"]), tuple(warned), tuple(remarks))
        return result


@dataclass
class Quantizer(Optimizer):
    """Stores the weights of linear layers and embedding tables in fewer bits, with a scale for each group of a row.

    Other weights stay. The compiled model computes with what is stored: nothing is expanded in memory.
    """

    precision: Precision = "int8"
    """What weights are stored in."""
    group_size: int | Literal["channel"] = 128
    """Weights of a row that share a scale; "channel" is all of a row. It need not divide the row."""
    method: Method | None = None
    """How weights are rounded: "rtn" by the largest ones, "search" by the least error, "gptq" so that others make up for it, "awq" with more
    range for strong inputs, both of which need calibration; None is "search" for 5 bits and fewer, else "rtn"."""
    activations: Literal["bf16", "f32", "int8", "dynamic-int8"] = "bf16"
    """What quantized weights are multiplied with. "int8" makes products multiply integers whose ranges calibration finds, for models that are no language models;
    "dynamic-int8" integers whose ranges each call finds, of a language model each token."""
    symmetric: bool = True
    """Without zero points."""
    skip: str | None = None
    """A regular expression (POSIX, extended) of weights that stay as they are."""
    requantize: bool = False
    """Also weights that were quantized to more bits, or in smaller groups, before."""
    clip: bool = False
    """With "rtn": also scales that the largest weights fall out of."""
    calibration: PathLike | np.ndarray | None = field(default=None, repr=False)
    """What errors are weighed by: token ids of a language model, or of a model with one input its values along the first dimension; an
    array, or the path of a .npy file or of a folder of images."""
    calibration_samples: int = 128
    """At most so many texts of 512 tokens, or inputs, of it."""
    statistics: PathLike | None = None
    """A file that keeps what calibration found, for the next time."""
    threads: int = 0
    """Threads of calibration's compiler; 0 is as many as the process may use."""
    image: Mapping[str, Any] | None = None
    """How images of a folder are read, as the flags --image-NAME of `weft optimize` say it: {"resize": 224, "mean": (0.5, 0.5, 0.5), "std": 0.5}. By default
    as torchvision's classifiers of ImageNet are evaluated."""

    def _encode_group(self) -> int:
        if self.group_size == "channel":
            return 0
        if isinstance(self.group_size, bool) or not isinstance(self.group_size, (int, np.integer)) or self.group_size < 1:
            raise Error(f"group_size expects a whole number of at least 1, or \"channel\" for all of a row, found {self.group_size!r}")
        return int(self.group_size)

    def _options(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return ({"precision": self.precision, "method": self.method, "activations": self.activations},
                {"groupSize": self._encode_group(), "asymmetric": not self.symmetric, "clip": self.clip, "requantize": self.requantize})


@dataclass
class Pruner(Optimizer):
    """Takes weights, channels, heads and layers out of a model.

    Channels, heads and layers leave it with all that belongs to them, so that shapes shrink and the model is faster. Weights that become zero leave
    shapes as they are; zeros in blocks of 16 outputs (pattern "16x1") are neither stored in compiled modules nor multiplied.

        smaller = Pruner(channels=0.2, calibration=tokens).optimize("llama.gguf")
        zeros = Pruner("wanda", pattern="2:4", calibration=tokens).optimize("llama.gguf")
        Quantizer("int8").optimize(smaller)     # zeros stay zeros
    """

    method: PruningMethod | None = None
    """Which weights of linear layers become zero: the smallest ("magnitude"), those that matter least with their inputs ("wanda"), or so
    that others make up for them ("sparsegpt"); the last two need calibration. None leaves weights as they are."""
    sparsity: float | None = None
    """The share of zeros, above 0 and below 1; None is the pattern's own, or 0.5."""
    pattern: str = "unstructured"
    """Where zeros may be: "unstructured", of M neighbours N stay ("2:4"), or blocks of outputs and inputs ("16x1")."""
    channels: float = 0.0
    """The share of channels of feed-forward layers and convolutions that goes; by their inputs with calibration, else by the norm of
    their weights."""
    heads: float = 0.0
    """The share of heads of attention that goes, with their keys and values, rounded down."""
    layers: int = 0
    """How many layers go, those that add the least to what comes in; as channels are, better with calibration."""
    activations: float = 0.0
    """The share of what each linear layer reads that is taken as zero when the model runs, the smallest values; needs calibration. A step of
    generation then does not read the weights that meet zeros, where Quantizer makes 8 or 4 bits of them."""
    skip: str | None = None
    """A regular expression (POSIX, extended) of weights that stay as they are."""
    calibration: PathLike | np.ndarray | None = field(default=None, repr=False)
    """As that of Quantizer."""
    calibration_samples: int = 128
    """At most so many texts of 512 tokens, or inputs, of it."""
    statistics: PathLike | None = None
    """A file that keeps what calibration found, for the next time."""
    threads: int = 0
    """Threads of calibration's compiler; 0 is as many as the process may use."""
    image: Mapping[str, Any] | None = None
    """As that of Quantizer."""

    def _options(self) -> tuple[dict[str, Any], dict[str, Any]]:
        if self.method is None and not (self.channels or self.heads or self.layers or self.activations):
            raise Error("expected a method, a share of channels, heads or activations, or a number of layers to prune; found none")
        if self.sparsity is not None and not self.sparsity > 0:
            raise Error(f"sparsity expects a number above 0 and below 1, found {self.sparsity!r}")
        return ({"precision": "same", "prune": self.method, "prunePattern": self.pattern},
                {"pruneSparsity": self.sparsity or 0.0, "pruneChannels": self.channels, "pruneHeads": self.heads, "pruneLayers": self.layers,
                 "pruneActivations": self.activations})


@dataclass(frozen=True)
class Comparison:
    """How far model B is from model A. Figures that the models do not have are None; `facts` has all that `weft compare --json` says, with
    errors and intervals."""

    kind: str
    """"language" or "function"."""
    perplexity_a: float | None
    perplexity_b: float | None
    ratio: float | None
    """Of the perplexities, B over A."""
    kl_mean: float | None
    kl_p99: float | None
    top1_agreement: float | None
    """Share, 0 to 1, of tokens or rows for which both find the same one the likeliest."""
    cosine: float | None
    """Of logits, the mean; of other models' outputs, the least."""
    relative_error: float | None
    """The largest of outputs' relative errors."""
    latency: Mapping[str, Any] | None
    passed: bool
    """Whether all limits hold."""
    facts: Mapping[str, Any] = field(repr=False)


def compare(a: Any, b: Any, data: PathLike | None = None, *, context: int | None = None, chunks: int | None = None,
            samples: int | None = None, inputs: Mapping[str, str] | None = None, ab: bool = False, seconds: float | None = None,
            max_kl: float | None = None, max_perplexity_ratio: float | None = None, min_agreement: float | None = None,
            threads: int | None = None, example_inputs: Any = None, image: Mapping[str, Any] | None = None) -> Comparison:
    """Says how far model B is from model A, by `weft compare`, which is found beside the libraries.

    data     the file with the text that language models predict, in chunks of `context` tokens, `chunks` of them; for other models a folder of
             images, read as `image` says, which a Quantizer takes too; `facts` then has accuracies where sub-folders are classes
    samples  calls of other models with random inputs or images; inputs {name: value} as `--input` takes them
    ab       also runs both on the same requests in turns for so many `seconds`
    max_kl, max_perplexity_ratio, min_agreement  limits: `passed` says whether they hold
    """
    sides = [load(each, example_inputs=example_inputs) for each in (a, b)]
    facts, status = run_json("compare", *(side.path for side in sides), *flags(
        data=data, context=context, chunks=chunks, samples=samples, ab=ab, seconds=seconds, threads=threads, max_kl=max_kl,
        max_perplexity_ratio=max_perplexity_ratio, min_agreement=min_agreement, dim=_compiler.dim_texts(sides[0].dims),
        state=_compiler.state_texts(sides[0].states), input=[f"{name}={value}" for name, value in (inputs or {}).items()],
        **dict(("image_" + each).split("=", 1) for each in image_texts(image))),
        accepted=(0, CHECK_FAILED))
    outputs = facts.get("outputs") or []
    cosines = [each["cosine"] for each in outputs if each.get("cosine") is not None]
    errors = [each["relative_error"] for each in outputs if each.get("relative_error") is not None]
    return Comparison(
        kind=facts["kind"], cosine=facts.get("cosine_mean", min(cosines, default=None)), relative_error=max(errors, default=None),
        latency=facts.get("latency"), passed=status == 0, facts=facts,
        **{name: facts.get(name) for name in ("perplexity_a", "perplexity_b", "ratio", "kl_mean", "kl_p99", "top1_agreement")})


@dataclass(frozen=True)
class Benchmark:
    """How fast a model is. Figures that it does not have are None; `facts` has all that `weft bench --json` says."""

    latency_ms: float | None
    """The median; None for a language model."""
    latency_p99_ms: float | None
    cold_start_ms: float | None
    """A fresh process from its start to the end of the first call."""
    prefill_tokens_per_s: float | None
    decode_tokens_per_s: float | None
    peak_rss_mb: float
    threads: int
    level: str
    """Of the code, such as "avx2"."""
    facts: Mapping[str, Any] = field(repr=False)


def benchmark(model: Any, *, prompt_tokens: int | None = None, generate: int | None = None, seconds: float | None = None,
              threads: int | None = None, inputs: Mapping[str, str] | None = None, example_inputs: Any = None) -> Benchmark:
    """Measures a model, by `weft bench`, which is found beside the libraries.

    prompt_tokens, generate  of a language model: tokens that are read, and generated behind them; one of them must be given
    inputs  {name: value} of another model, as `--input` takes them; else random ones
    """
    source = load(model, example_inputs=example_inputs)
    facts, _ = run_json("bench", source.path, *flags(
        prompt_tokens=prompt_tokens, generate=generate, seconds=seconds, threads=threads, dim=_compiler.dim_texts(source.dims),
        state=_compiler.state_texts(source.states), input=[f"{name}={value}" for name, value in (inputs or {}).items()]))
    latency = facts.get("latency_ms") or {}
    return Benchmark(latency.get("median"), latency.get("p99"), facts.get("cold_start_ms"), facts.get("prefill_tokens_per_s"),
                     facts.get("decode_tokens_per_s"), facts["peak_rss_mb"], facts["threads"], facts["level"], facts)
