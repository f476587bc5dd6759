# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The demo's language model: SmolLM2 is quantized to 8 bits, compared with what it was, and answers a prompt."""
import json, os, subprocess
from pathlib import Path

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
PROMPT = "Explain in two sentences what a loom does."
# Enough for a few chunks: the demo's own program, and what the repository says of itself.
TEXTS = ("README.md", "CONTRIBUTING.md", "docs/Architecture.md", "dialects/Weft/Rationale.md")


def run(weft, *arguments):
    done = subprocess.run([weft, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"weft {' '.join(map(str, arguments))} ended with status {done.returncode}:\n{done.stderr.strip()}")
    return done


def show(weft, source, root, folder, headline, dim):
    headline(f"A language model in half the size  {dim('SmolLM2, 135 million parameters, to 8 bits in groups of 128')}")
    small, module, text = (Path(folder) / name for name in ("smollm2-int8.ir", "smollm2-int8.wm", "text.txt"))
    report = json.loads(run(weft, "optimize", source, "-o", small, "--precision", "int8", "--group-size", 128, "--json").stdout)
    print(f"  weights      {report['bytes_before'] / 1e6:.1f} MB → {report['bytes_after'] / 1e6:.1f} MB", flush=True)
    text.write_text("\n".join((Path(root) / name).read_text() for name in TEXTS))
    cost = json.loads(run(weft, "compare", source, small, "--data", text, "--context", 512, "--chunks", 4, "--json").stdout)
    print(f"  perplexity   {cost['perplexity_a']:.3f} → {cost['perplexity_b']:.3f} of four chunks of this repository's documents, KL divergence {cost['kl_mean']:.4f}, "
          f"same likeliest token in {100 * cost['top1_agreement']:.1f} %", flush=True)
    run(weft, "compile", small, "-o", module)
    speed = json.loads(run(weft, "bench", module, "--prompt-tokens", 128, "--generate", 32, "--seconds", 1, "--json").stdout)
    print(f"  speed        {speed['prefill_tokens_per_s']:.0f} tokens a second read, {speed['decode_tokens_per_s']:.0f} written, on {speed['threads']} threads; "
          f"{os.path.getsize(module) / 1e6:.0f} MB of module", flush=True)
    answer = run(weft, "run", module, "--prompt", PROMPT, "--max-tokens", 80, "--quiet").stdout.strip()
    print(f"  {dim(PROMPT)}\n  {answer}")
