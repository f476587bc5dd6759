# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Models of bench/decoders.py, written by `weft export` and run by the programs that they are for.

Logits of all tokens are within a limit of those of transformers' eager implementation, relative in the 2-norm, or of our interpreter's
for quantized weights. llama.cpp keeps keys and values in 16 bits, and multiplies blocks with activations of 8 bits: what a file of
blocks holds is compared as values, bit by bit, with a file of the same weights in f32, and that one is run. So are folders of
safetensors with codes.

With the packages gguf and llama_cpp; with compressed-tensors also quantized safetensors.
"""
import ctypes, importlib.util, tempfile
from pathlib import Path
import numpy as np

from agree import call_weft
import check_decoders

NAMES = check_decoders.NAMES
# What llama.cpp has no counterpart for.
NOT_GGUF = {"smollm3", "phi3_long", "phi3_short", "gpt2_untied", "gemma3_scaled", "gemma3_images", "llama_yarn_mscale"}
# Sliding windows that it does not have: so many tokens get the same answers.
WINDOWS = {"mistral": 5, "phi3": 7, "qwen2_window": 6, "mistral_long": 64, "mixtral_long": 64}

# Keys and values in 16 bits may choose other experts.
EXPERTS = {"mixtral", "mixtral_stacked", "mixtral_long", "qwen2_moe", "qwen2_moe_window", "qwen3_moe", "qwen3_moe_stacked"}


def difference(found, expected):
    return float(np.linalg.norm(found - expected) / (np.linalg.norm(expected) or 1))


def weft_logits(weft, model, tokens, folder):
    np.save(folder / "tokens.npy", tokens.astype(np.int64))
    call_weft(weft, "run", model, "--interpret", "--function", "evaluate", "--input", f"tokens={folder / 'tokens.npy'}", "--output-node",
              "logits", "--output-dir", folder)
    return np.load(folder / "logits.npy")


def llama_logits(path, tokens, **options):
    """Logits of all tokens by llama.cpp."""
    import llama_cpp
    quiet = llama_cpp.llama_log_callback(lambda *_: None)
    llama_cpp.llama_log_set(quiet, ctypes.c_void_p(0))
    model = llama_cpp.Llama(str(path), n_ctx=512, n_batch=512, logits_all=True, verbose=False, n_threads=1, **options)
    model.eval(tokens.tolist())
    scores = np.array(model.scores[:len(tokens)])
    model.close()
    return scores


def gguf_values(path):
    """{name: f32 array} by llama.cpp's Python package."""
    import gguf
    return {tensor.name: gguf.quants.dequantize(tensor.data, tensor.tensor_type) for tensor in gguf.GGUFReader(path).tensors}


def load_transformers(folder, **options):
    import torch
    from models import stand_in_for_torchvision_operators
    stand_in_for_torchvision_operators()
    import transformers
    transformers.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager",
                                                             **options)


def run_transformers(model, tokens):
    import torch
    with torch.no_grad():
        return model(torch.tensor(tokens)[None]).logits[0].numpy()


def inexact_weights(folder, plain, tokens, has_zeros):
    """Names of weights that transformers has otherwise than in `plain`, or than these in 16 bits; and how many are not in 16 bits."""
    from transformers import CompressedTensorsConfig
    # The package makes room for unpacked zero points, unless it unpacks them on the way.
    options = dict(quantization_config=CompressedTensorsConfig(dequantize=True)) if has_zeros else {}
    wanted = load_transformers(plain).state_dict()
    model = load_transformers(folder, **options)
    run_transformers(model, tokens)  # codes become weights when they are used first
    found = {name: tensor for name, tensor in model.state_dict().items() if name in wanted}
    exact = [name for name, tensor in found.items() if tensor.equal(wanted[name])]
    halves = [name for name, tensor in found.items() if tensor.equal(wanted[name].half().float())]
    return set(wanted) - set(exact) - set(halves), len(exact)


def judge(what, found, expected, limit):
    error = difference(found, expected)
    return what, error <= limit, f"2-norm {error:.1e}"


def judge_weights(what, inexact):
    return what, not inexact, ", ".join(sorted(inexact))


def check_in(weft, source, scratch):
    from safetensors.numpy import load_file
    name, call = source.name, lambda *arguments: call_weft(weft, *arguments)
    tokens, expected = np.load(source / "tokens.npy"), np.load(source / "logits.npy")
    has_compressed_tensors = importlib.util.find_spec("compressed_tensors") is not None
    formats = [("float", source)]
    for precision, group, *flags in (("int8", 32), ("int4", 32), ("int4", 32, "--asymmetric"), ("int8", 64), ("int5", 32)):
        quantized = scratch / f"{precision}-{group}{len(flags)}.ir"
        call("optimize", source, "-o", quantized, "--precision", precision, "--group-size", group, "--method", "rtn", "--activations",
             "f32", "--verdict", "never", *flags)
        formats.append((f"{precision} g{group}{' zeros' if flags else ''}", quantized))
    for what, model in formats:
        ours = expected if what == "float" else weft_logits(weft, model, tokens, scratch)
        folder, dense = (Path(tempfile.mkdtemp(dir=scratch)) for _ in range(2))
        call("export", model, "-o", dense, "--format", "safetensors", "--type", "f32")
        yield judge(f"{what}, safetensors f32, transformers", run_transformers(load_transformers(dense), tokens), ours, 1e-4)
        if what != "float" and has_compressed_tensors:
            call("export", model, "-o", folder, "--format", "safetensors")
            has_zeros = any("zero_point" in key for key in load_file(folder / "model.safetensors"))
            inexact, exact = inexact_weights(folder, dense, tokens, has_zeros)
            yield judge_weights(f"{what}, compressed-tensors, {exact} exact weights", inexact)
        if name in NOT_GGUF:
            continue
        blocks, plain = scratch / "model.gguf", scratch / "plain.gguf"
        call("export", model, "-o", blocks)
        call("export", model, "-o", plain, "--type", "f32")
        first = WINDOWS.get(name, len(tokens))
        yield judge(f"{what}, GGUF, weft", weft_logits(weft, plain, tokens, scratch)[:first], ours[:first], 1e-4)
        yield judge(f"{what}, GGUF, llama.cpp", llama_logits(plain, tokens)[:first], ours[:first], 1e-1 if name in EXPERTS else 3e-2)
        llama_logits(blocks, tokens)
        written, wanted = gguf_values(blocks), gguf_values(plain)
        # Rows that no block fits are in 16 bits, as are minima of blocks.
        as_halves = [key for key, values in wanted.items() if values.ndim > 1 and values.shape[-1] % 32 and what != "float"]
        for key in as_halves:
            wanted[key] = wanted[key].astype(np.float16)
        inexact = [key for key in wanted | written if not np.array_equal(written[key], wanted[key])]
        if "zeros" in what:
            inexact = [key for key in inexact if difference(written[key], wanted[key]) > 1e-3]
        yield judge_weights(f"{what}, GGUF, blocks", inexact)


def check_in_scratch(weft, source):
    with tempfile.TemporaryDirectory() as scratch:
        yield from check_in(weft, source, Path(scratch))


def check_model(weft, source):
    import gguf, llama_cpp, transformers  # noqa: F401  the programs that the files are for
    return check_in_scratch(weft, source)
