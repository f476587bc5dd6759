# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Another program on the same model, in a process of its own: one line of JSON says that it is ready, or why not; then each line of seconds on
stdin is answered by a line of JSON with what the calls took. It is tuned as its own documentation advises for latency.

usage: python3 - SPECIFICATION, which is JSON: {"peer", "model", "threads", "inputs": [[NAME, FILE.npy]...], "prompt_tokens", "generate"}
"""
import sys
sys.path[:] = [each for each in sys.path if each]  # "" is the working folder, whose files are no modules of ours
import importlib.util, json, os, random, time

MODULES = {"onnxruntime": "onnxruntime", "openvino": "openvino", "torch": "torch", "llama.cpp": "llama_cpp"}
READS = {"onnxruntime": (".onnx", ".ort"), "openvino": (".onnx", ".xml", ".tflite", ".pb", ".pdmodel"), "torch": (".pt2", ".pt", ".pth"),
         "llama.cpp": (".gguf",)}


class Missing(Exception):
    """Why a program does not take part."""


def load_inputs(spec):
    import numpy as np
    return {name: np.load(file) for name, file in spec["inputs"]}


def open_onnxruntime(spec):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = spec["threads"], 1
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(spec["model"], options, providers=["CPUExecutionProvider"])
    feed = load_inputs(spec)
    return onnxruntime.__version__, lambda: session.run(None, feed)


def open_openvino(spec):
    import openvino
    request = openvino.Core().compile_model(spec["model"], "CPU", {
        "INFERENCE_NUM_THREADS": str(spec["threads"]), "NUM_STREAMS": "1", "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": spec.get("precision", "f32")}).create_infer_request()
    feed = load_inputs(spec)
    return openvino.__version__.split("-")[0], lambda: request.infer(feed)


def open_torch(spec):
    import torch
    torch.set_num_threads(spec["threads"])
    try:
        module = torch.export.load(spec["model"]).module()
    except Exception:
        module = torch.jit.load(spec["model"])
    tensors = [torch.from_numpy(value) for value in load_inputs(spec).values()]

    def call():
        with torch.inference_mode():
            module(*tensors)

    return torch.__version__.split("+")[0], call


def open_llama(spec):
    import llama_cpp
    callback = llama_cpp.llama_log_callback(lambda level, text, user: None)
    llama_cpp.llama_log_set(callback, None)
    model = llama_cpp.llama_model_load_from_file(spec["model"].encode(), llama_cpp.llama_model_default_params())
    if not model:
        raise Missing("it cannot load the model")
    prompt, generate = spec["prompt_tokens"], spec["generate"]
    options = llama_cpp.llama_context_default_params()
    options.n_ctx, options.n_batch, options.n_ubatch = prompt + generate + 16, max(prompt, 512), max(prompt, 512)
    options.n_threads = options.n_threads_batch = spec["threads"]
    context = llama_cpp.llama_init_from_model(model, options)
    vocabulary, draw = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model)), random.Random(0)
    batch = llama_cpp.llama_batch_init(max(prompt, 1), 0, 1)

    def decode(tokens, place):
        batch.n_tokens = len(tokens)
        for i, token in enumerate(tokens):
            batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, place + i, 1, i + 1 == len(tokens)
            batch.seq_id[i][0] = 0
        if llama_cpp.llama_decode(context, batch):
            raise Missing("llama_decode failed")
        llama_cpp.llama_synchronize(context)

    def call():
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(context), True)
        begin = time.perf_counter()
        decode([draw.randrange(vocabulary) for _ in range(prompt)], 0)
        middle = time.perf_counter()
        for i in range(generate):
            decode([draw.randrange(vocabulary)], prompt + i)
        return [(middle - begin) * 1e3, (time.perf_counter() - middle) * 1e3]

    call.keeps = callback
    return llama_cpp.__version__, call


OPEN = {"onnxruntime": open_onnxruntime, "openvino": open_openvino, "torch": open_torch, "llama.cpp": open_llama}


def measure(call, seconds):
    """[milliseconds], or [[of the prompt, of the generation]]."""
    times, start = [], time.perf_counter()
    while not times or time.perf_counter() - start < seconds:
        before = time.perf_counter()
        parts = call()
        times.append(parts if isinstance(parts, list) and len(parts) == 2 and all(isinstance(part, float) for part in parts)
                     else (time.perf_counter() - before) * 1e3)
    return times


def peak_megabytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def main():
    answers = os.fdopen(os.dup(1), "w")  # libraries that speak to stdout must not be mistaken for answers
    os.dup2(2, 1)

    def answer(**facts):
        print(json.dumps(facts), file=answers, flush=True)

    spec = json.loads(sys.argv[1])
    peer = spec["peer"]
    os.environ["OMP_NUM_THREADS"] = str(spec["threads"])  # before the libraries read it
    try:
        if importlib.util.find_spec(MODULES[peer]) is None:
            raise Missing(f"{sys.executable} has no module {MODULES[peer]}")
        if not spec["model"].endswith(READS[peer]):
            raise Missing(f"it reads {', '.join(READS[peer])}, not {os.path.basename(spec['model'])}; --peer-model names a file for it")
        version, call = OPEN[peer](spec)
        call()
    except Exception as error:
        return answer(missing=" ".join(str(error).split())[:300] or type(error).__name__)
    answer(version=version)
    for line in sys.stdin:
        try:
            answer(ms=measure(call, float(line)), peak_rss_mb=peak_megabytes())
        except Exception as error:
            return answer(missing=" ".join(str(error).split())[:300] or type(error).__name__)


main()
