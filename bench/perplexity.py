#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Perplexity of a language model on the first 130,000 bytes of Jane Austen's novels, and what its other forms lose.

`weft compare` measures each form against the model. Where the Python that runs this has llama_cpp, llama.cpp reads the same
file and follows the same protocol, that of llama-perplexity, and its perplexity must be within 0.5 % of ours.

usage: perplexity.py [--model FILE.gguf] [--weft build/bin/weft] [--context 512] [--chunks 40] [--threads N] [--json] [FORM...]
       FORM is a model.ir or .wm that was made from the model; none compares the model with itself
"""
import argparse, json, math, os, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test" / "models"))
import fetch, novels

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
TOLERANCE = 0.005


def compare(options, form):
    """What `weft compare --json` says."""
    command = [options.weft, "compare", options.model, form, "--data", options.text, "--context", options.context, "--chunks", options.chunks,
               "--json", *(("--threads", options.threads) if options.threads else ())]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(done.returncode)
    return json.loads(done.stdout)


def loss(logits, tokens):
    """The sum of -log p of each row's token."""
    import numpy
    wide = logits.astype(numpy.float64)
    top = wide.max(-1)
    return (numpy.log(numpy.exp(wide - top[:, None]).sum(-1)) + top - wide[range(len(tokens)), tokens]).sum()


def measure_llama(options):
    """(perplexity, predictions scored) by llama.cpp, or None where there is none."""
    try:
        import llama_cpp
    except ImportError as reason:
        print(f"note: no cross-check with llama.cpp: {sys.executable} has no llama_cpp ({reason}); pip install llama-cpp-python", file=sys.stderr)
        return None
    context = options.context
    model = llama_cpp.Llama(str(options.model), n_ctx=context, n_batch=context, logits_all=True, verbose=False,
                            n_threads=options.threads or None, n_threads_batch=options.threads or None)
    vocabulary = llama_cpp.llama_model_get_vocab(model.model)
    begins = llama_cpp.llama_vocab_get_add_bos(vocabulary)
    # Adds the token of the beginning only where the model wants one.
    tokens = model.tokenize(options.text.read_bytes(), add_bos=True, special=False)
    first, total, count = context // 2, 0.0, 0
    for start in range(0, min(len(tokens) // context, options.chunks) * context, context):
        chunk = tokens[start:start + context]
        model.reset()
        model.eval([model.token_bos(), *chunk[1:]] if begins else chunk)
        total += loss(model.scores[first:context - 1], chunk[first + 1:])
        count += context - 1 - first
        print(f"\rllama.cpp: chunk {start // context + 1}, perplexity {math.exp(total / count):.4f}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return math.exp(total / count), count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms", nargs="*", type=Path, metavar="FORM")
    parser.add_argument("--model", type=Path, help="SmolLM2-135M by default")
    parser.add_argument("--weft", type=Path, default=Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft")
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument("--chunks", type=int, default=40)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        options.text = novels.fetch_novels()
        options.model = options.model or fetch.fetch(MODEL)
    except fetch.Unavailable as reason:
        sys.exit(str(reason))
    found = [compare(options, form) for form in options.forms or [options.model]]
    ours, theirs = found[0]["perplexity_a"], measure_llama(options)
    agrees = not theirs or abs(ours / theirs[0] - 1) <= TOLERANCE and theirs[1] == found[0]["scored"]
    if options.json:
        print(json.dumps({"forms": found, "llama_cpp": theirs and {"perplexity": theirs[0], "scored": theirs[1], "ratio": ours / theirs[0]}}, indent=2))
    else:
        print(f"{options.model.name}: perplexity {ours:.4f} +/- {found[0]['perplexity_a_error']:.4f}, "
              f"{found[0]['chunks']} chunks of {options.context} tokens, {found[0]['scored']} predictions")
        if theirs:
            print(f"  llama.cpp: {theirs[0]:.4f} of {theirs[1]} predictions; ours is {100 * (ours / theirs[0] - 1):+.3f} % of that")
        for form, of in zip(options.forms, found):
            print(f"{form.name}: perplexity {of['perplexity_b']:.4f}, {of['ratio']:.4f} times ({of['ratio_interval'][0]:.4f} to {of['ratio_interval'][1]:.4f}), "
                  f"KL {of['kl_mean']:.5f}, 99 % below {of['kl_p99']:.4f}, same top token in {100 * of['top1_agreement']:.2f} %")
    if not agrees:
        sys.exit(f"expected llama.cpp's perplexity within {100 * TOLERANCE} %, found {theirs[0]:.4f} of {theirs[1]} predictions")


if __name__ == "__main__":
    main()
