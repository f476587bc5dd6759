# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The optimizer, over weft/Optimizer.h."""
import functools
import json
import os
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_uint32, c_void_p

from ._compiler import SEVERITIES, DiagnosticFn, dim_texts, state_texts, texts
from ._compiler import library as compiler_library
from ._library import Versioned, check, declare

ProgressFn = CFUNCTYPE(None, c_void_p, c_double, c_char_p)


class OptimizeOptions(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("precision", c_char_p), ("method", c_char_p), ("activations", c_char_p),
                ("skip", c_char_p), ("calibration", c_char_p), ("statistics", c_char_p), ("dims", POINTER(c_char_p)),
                ("states", POINTER(c_char_p)), ("plugins", POINTER(c_char_p)), ("dimCount", c_int32), ("stateCount", c_int32),
                ("pluginCount", c_int32), ("calibrationSamples", c_int32), ("groupSize", c_int64), ("asymmetric", c_int32), ("clip", c_int32),
                ("requantize", c_int32), ("threads", c_int32), ("diagnostic", DiagnosticFn), ("diagnosticUser", c_void_p),
                ("progress", ProgressFn), ("progressUser", c_void_p), ("prune", c_char_p), ("prunePattern", c_char_p), ("pruneSparsity", c_double),
                ("pruneChannels", c_double), ("pruneHeads", c_double), ("pruneLayers", c_int32), ("imageOptionCount", c_int32),
                ("imageOptions", POINTER(c_char_p)), ("pruneActivations", c_double)]


@functools.cache
def library():
    compiler = compiler_library()
    declare(compiler, {
        "weft_optimize_file": (c_int32, c_char_p, POINTER(OptimizeOptions), c_char_p, POINTER(c_void_p)),
        "weft_optimization_destroy": (None, c_void_p),
        "weft_optimization_error": (c_char_p, c_void_p),
        "weft_optimization_report": (c_char_p, c_void_p),
    })
    return compiler


def optimize_file(path, output, *, texts_of, numbers, dims=None, states=None, plugins=(), progress=None, image=()):
    """Writes the model at `path` with smaller weights to `output`; returns the report as the library gives it, the warnings and the
    remarks. `texts_of` are options that are strings or paths, `numbers` the others, by their names in the struct, `image` texts NAME=VALUE."""
    messages = {name: [] for name in SEVERITIES}
    failures = []

    def collect(_, severity, place, message):
        place, message = place.decode(errors="replace"), message.decode(errors="replace")
        messages[SEVERITIES[severity]].append(f"{place}: {message}" if place else message)

    def show(_, part, step):
        try:
            progress(part, step.decode(errors="replace"))
        except BaseException as error:  # nothing may pass through the library; it is raised behind it
            failures.append(error)

    options = OptimizeOptions(diagnostic=DiagnosticFn(collect), progress=ProgressFn(show) if progress else ProgressFn(), **numbers,
                              **{name: os.fsencode(value) for name, value in texts_of.items() if value is not None})
    for name, (array, count) in (("dim", texts(dim_texts(dims))), ("state", texts(state_texts(states))), ("plugin", texts(map(str, plugins))),
                                 ("imageOption", texts(image))):
        setattr(options, name + "s", array)
        setattr(options, name + "Count", count)
    compiler, handle = library(), c_void_p()
    status = compiler.weft_optimize_file(os.fsencode(path), byref(options), os.fsencode(output), byref(handle))
    try:
        check(status, lambda: compiler.weft_optimization_error(handle))
        if failures:
            raise failures[0]
        return json.loads(compiler.weft_optimization_report(handle)), messages["warning"], messages["remark"]
    finally:
        compiler.weft_optimization_destroy(handle)
