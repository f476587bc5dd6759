# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Language models of each architecture (bench/decoders.py), compiled and interpreted, against transformers' eager implementation.

Logits of all tokens are within 1e-4 of it, relative in the 2-norm; so are those of a text that comes in pieces of prefill and decode,
at the end of each piece. The same weights as a GGUF file give the same.
"""
import os, sys, tempfile
from pathlib import Path
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
from agree import WeftFailed, call_weft, difference
from write_gguf import write_gguf

LIMIT = 1e-4
# By the number of tokens.
PIECES = {24: (7, 1, 3, 1, 1, 9, 1, 1), 300: (131, 1, 64, 1, 1, 95, 1, 6)}
NAMES = ("llama", "llama_tied_bias", "llama_linear", "llama_dynamic", "llama3", "llama_yarn", "llama_yarn_mscale", "mistral",
         "mistral_full", "qwen2", "qwen2_window", "qwen3", "gemma", "gemma2", "gemma3", "gemma3_scaled", "gemma3_images", "phi3",
         "phi3_long", "phi3_short", "gpt2", "gpt2_untied", "mixtral", "mixtral_stacked", "qwen2_moe", "qwen2_moe_window", "qwen3_moe",
         "qwen3_moe_stacked", "smollm3", "mistral_long", "gemma3_long", "mixtral_long")
# What GGUF can say too.
AS_GGUF = ("llama", "llama_tied_bias", "llama_linear", "llama3", "llama_yarn", "mistral_full", "qwen2", "qwen3", "gemma", "gemma2",
           "gemma3", "phi3", "gpt2", "mixtral", "qwen2_moe")


def weft_package(weft):
    """The Python package over the libraries of the build that the binary is of."""
    os.environ["WEFT_LIB_DIR"] = str(Path(weft).resolve().parent.parent / "lib")
    sys.path.insert(0, str(ROOT / "python"))
    import weft as package
    return package


def judge(found, expected):
    result = difference(found, expected)
    if isinstance(result, str):
        return False, result
    return result[0] <= LIMIT, f"2-norm {result[0]:.1e}, element {result[1]:.1e}"


class PiecewiseSession:
    """prefill and decode over the same states."""

    def __init__(self, program):
        self.calls = {name: program.session(function=name) for name in ("prefill", "decode")}
        self.states = [info.state for info in program.inputs if info.state]
        self.owner = None

    def run(self, tokens):
        name = "decode" if len(tokens) == 1 else "prefill"
        session = self.calls[name]
        if self.owner not in (None, session):
            for state in self.states:
                session.set_state(state, self.owner.get_state(state))
        self.owner = session
        return session.run({"tokens": tokens})["logits"]


def check_file(weft, package, path, tokens, expected, folder):
    """Yields (what, passed, detail) for each check of one file or folder."""
    module = folder / "model.wm"
    try:
        call_weft(weft, "compile", path, "-o", module)
    except WeftFailed as failure:
        yield "compile", False, str(failure)
        return
    program = package.load(module)
    whole = program.session(function="evaluate").run({"tokens": tokens})["logits"]
    yield "evaluate", *judge(whole, expected)
    text, at, ends, found = PiecewiseSession(program), 0, [], []
    for count in PIECES[len(tokens)]:
        found.append(text.run(tokens[at:at + count])[0])
        at += count
        ends.append(at - 1)
    yield "in pieces", *judge(np.stack(found), expected[ends])
    np.save(folder / "tokens.npy", tokens)
    try:
        call_weft(weft, "run", path, "--interpret", "--function", "evaluate", "--input", f"tokens={folder / 'tokens.npy'}",
                  "--output-node", "logits", "--output-dir", folder)
    except WeftFailed as failure:
        yield "interpreted", False, str(failure)
        return
    yield "interpreted", *judge(np.load(folder / "logits.npy"), expected)


def check_model(weft, path):
    """Yields (what, passed, detail) for the checks of one folder."""
    package = weft_package(weft)
    tokens, expected = np.load(path / "tokens.npy"), np.load(path / "logits.npy")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        yield from check_file(weft, package, path, tokens, expected, folder)
        if path.name in AS_GGUF:
            write_gguf(path, folder / "model.gguf")
            for what, passed, detail in check_file(weft, package, folder / "model.gguf", tokens, expected, folder):
                yield f"GGUF, {what}", passed, detail
