#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times llama.cpp on one GGUF file in this process, and prints a line of JSON; or writes a file of another type.

usage: llama_peer.py bench MODEL.gguf THREADS SECONDS PROMPT_TOKENS GENERATE
       llama_peer.py quantize MODEL.gguf OUTPUT.gguf Q8_0|Q4_0|F16
bench: rounds of a prompt of random tokens in one batch, then as many steps of one token; the best round counts, as in weft bench. The caller
pins it to THREADS processors. Whether attention is fused is left to llama.cpp, which is its default.
"""
import json, os, random, sys, time

sys.stderr = open(os.devnull, "w") if not os.environ.get("LLAMA_VERBOSE") else sys.stderr
import llama_cpp

TYPES = {"F16": llama_cpp.LLAMA_FTYPE_MOSTLY_F16, "Q8_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0, "Q4_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_0,
         "Q4_K_M": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M}


def quiet():
    callback = llama_cpp.llama_log_callback(lambda level, text, user: None)
    llama_cpp.llama_log_set(callback, None)
    return callback


def quantize(source, target, kind):
    options = llama_cpp.llama_model_quantize_default_params()
    options.ftype, options.allow_requantize, options.nthread = TYPES[kind], True, len(os.sched_getaffinity(0))
    if llama_cpp.llama_model_quantize(source.encode(), target.encode(), options):
        sys.exit(f"llama.cpp could not write {target}")


def measure(context, vocabulary, prompt, generate):
    llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(context), True)
    batch = llama_cpp.llama_batch_init(max(prompt, 1), 0, 1)
    draw = random.Random(0)

    def decode(tokens, place):
        batch.n_tokens = len(tokens)
        for i, token in enumerate(tokens):
            batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, place + i, 1, i + 1 == len(tokens)
            batch.seq_id[i][0] = 0
        if llama_cpp.llama_decode(context, batch):
            sys.exit("llama_decode failed")
        llama_cpp.llama_synchronize(context)

    tokens = [draw.randrange(vocabulary) for _ in range(prompt)]
    begin = time.perf_counter()
    decode(tokens, 0)
    reading = time.perf_counter() - begin
    begin = time.perf_counter()
    for i in range(generate):
        decode([draw.randrange(vocabulary)], prompt + i)
    generating = time.perf_counter() - begin
    llama_cpp.llama_batch_free(batch)
    return reading, generating


def bench(path, threads, seconds, prompt, generate):
    begin = time.perf_counter()
    model = llama_cpp.llama_model_load_from_file(path.encode(), llama_cpp.llama_model_default_params())
    if not model:
        sys.exit(f"llama.cpp cannot load {path}")
    options = llama_cpp.llama_context_default_params()
    options.n_ctx, options.n_batch, options.n_ubatch = prompt + generate + 16, max(prompt, 512), max(prompt, 512)
    options.n_threads = options.n_threads_batch = threads
    context = llama_cpp.llama_init_from_model(model, options)
    vocabulary = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
    first = measure(context, vocabulary, prompt, 0)
    load = time.perf_counter() - begin
    rounds, begin = [], time.perf_counter()
    while len(rounds) < 2 or time.perf_counter() - begin < seconds:
        rounds.append(measure(context, vocabulary, prompt, generate))
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    print(json.dumps({"prefill_tokens_per_s": prompt / min(reading for reading, _ in rounds),
                      "decode_tokens_per_s": generate / min(generating for _, generating in rounds),
                      "first_prompt_ms": first[0] * 1000, "load_ms": load * 1000, "peak_rss_mb": peak, "rounds": len(rounds),
                      "version": llama_cpp.__version__, "system": llama_cpp.llama_print_system_info().decode()}))


if __name__ == "__main__":
    keep = quiet()
    if sys.argv[1:2] == ["quantize"] and len(sys.argv) == 5 and sys.argv[4] in TYPES:
        quantize(*sys.argv[2:])
    elif sys.argv[1:2] == ["bench"] and len(sys.argv) == 7:
        bench(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6]))
    else:
        sys.exit(__doc__)
