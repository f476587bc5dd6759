# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Everything about a case that comes before its rounds: the model, its inputs as files, its work, the compiled module, its error."""
import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
import numpy as np
import attention, fetch, inputs, reference, work
from agree import WeftFailed, open_onnxruntime
from contenders import compile_flags, compile_model, seconds_to_copy, weft_outputs


class LeftOut(Exception):
    """The case takes too long on this machine; the text says how long."""


LONGEST_CALL_SECONDS = 8


def model_of(case, models, folder):
    """The path of a case's model; that of an attention case is written here."""
    if not case.length:
        path = fetch.find_model(case.model, models)
        if not path.exists():
            raise FileNotFoundError(f"{path} is not there: bench/models.py --all {models} makes it")
        return path
    import onnx
    path = folder / f"{case.model}.onnx"
    onnx.save(attention.model(case.length), path)
    return path


def feed_of(case, session):
    shapes = {entry.name: tuple(case.batch if size == "batch" else size for size in entry.shape) for entry in session.get_inputs()}
    return inputs.make(case.model, session.get_inputs(), shapes if case.set == "batch" else None)


def expected_outputs(case, models, feed, kept):
    """What the case's f32 model means, and by which arithmetic: the precision of an int8 or bf16 model is held against that."""
    if case.length:
        return attention.outputs_in_float64(feed), "float64"
    if case.set == "batch":  # the first item stands for all: float64 takes long
        feed = {name: value[:1] for name, value in feed.items()}
    from quantized import QUANTIZED
    path = fetch.find_model(QUANTIZED.get(case.model, (case.model,))[0], models)
    # In a process of its own: a large model in float64 leaves gigabytes behind.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(reference.outputs_of, path, feed, kept).result()


def error_of(ready, outputs):
    """The error of a case's outputs, as far along the first dimension as it is known what to expect."""
    return reference.error([found[:len(known)] if known.ndim else found for found, known in zip(outputs, ready["expected"], strict=True)],
                           ready["expected"])


def prepare(case, args, folder, ceilings):
    """(what the rounds need, what the report needs) of a case. Weft's failure to compile it stands in the second."""
    folder = folder / case.key.replace("/", "-").replace(" ", "-")
    folder.mkdir()
    model = model_of(case, args.models, folder)
    session = open_onnxruntime(model)
    feed = feed_of(case, session)
    for name, value in feed.items():
        np.save(folder / f"{name}.npy", value)
    flops, weight_bytes = work.count(model, feed)
    threads = max(ceilings)
    if flops and (least := flops / ceilings[threads]["gflops"] / 1e9) > LONGEST_CALL_SECONDS:
        raise LeftOut(f"one call takes {least:.0f} s at the f32 peak of {threads} threads")
    expected, source = expected_outputs(case, args.models, feed, args.out / "reference")
    facts = {"flops": flops, "weight_bytes": weight_bytes, "reference": source, "failures": {}, "ceilings": ceilings}
    ready = {"model": model, "module": folder / "model.wm", "outputs": [entry.name for entry in session.get_outputs()],
             "feed": [f"{name}={folder / f'{name}.npy'}" for name in feed], "expected": expected, "folder": folder, "errors": {}}
    del session
    try:
        facts["compile"] = compile_for(case, args, ready)
        ready["errors"]["weft"] = error_of(ready, weft_outputs(args.weft, ready, folder / "outputs"))
    except (RuntimeError, OSError, ValueError, KeyError, WeftFailed) as reason:
        facts["failures"]["weft"] = str(reason)
    return ready, facts


def compile_for(case, args, ready):
    """Compiles with an empty cache of code; where cold starts are measured, then again with what the cache has kept."""
    cache = ready["folder"] / "cache"
    made = compile_model(args.weft, ready["model"], ready["module"], compile_flags(case), cache)
    if case.set == "cold":
        again = compile_model(args.weft, ready["model"], ready["module"], compile_flags(case), cache)
        made.update(again_seconds=again["seconds"], copy_seconds=seconds_to_copy(ready["module"]))
    shutil.rmtree(cache, ignore_errors=True)
    return made
