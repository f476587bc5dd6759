# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The compiler, over weft/Compiler.h. Its library, which needs LLVM, is loaded when something is compiled."""
import ctypes
import functools
import os
import sys
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int32, c_size_t, c_uint32, c_void_p

from ._library import Versioned, check, declare, open_library
from ._program import Program, load, load_memory

DiagnosticFn = CFUNCTYPE(None, c_void_p, c_int32, c_char_p, c_char_p)
SEVERITIES = ("error", "warning", "remark", "note")


class CompileOptions(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("target", c_char_p), ("level", c_char_p), ("dims", POINTER(c_char_p)),
                ("states", POINTER(c_char_p)), ("plugins", POINTER(c_char_p)), ("dimCount", c_int32), ("stateCount", c_int32),
                ("pluginCount", c_int32), ("threads", c_int32), ("diagnostic", DiagnosticFn), ("diagnosticUser", c_void_p),
                ("precision", c_char_p)]


@functools.cache
def library():
    compiler = open_library("libWeftCompiler.so")
    declare(compiler, {
        "weft_compile_file": (c_int32, c_char_p, POINTER(CompileOptions), POINTER(c_void_p)),
        "weft_compile_memory": (c_int32, c_void_p, c_size_t, c_char_p, POINTER(CompileOptions), POINTER(c_void_p)),
        "weft_compilation_destroy": (None, c_void_p),
        "weft_compilation_error": (c_char_p, c_void_p),
        "weft_compilation_write": (c_int32, c_void_p, c_char_p),
        "weft_compilation_data": (c_void_p, c_void_p, POINTER(c_size_t)),
    })
    return compiler


class Compilation:
    """Owns what a module in memory lies in."""

    def __init__(self, handle):
        self.handle = handle

    def __del__(self):
        library().weft_compilation_destroy(self.handle)


def texts(values):
    encoded = [value.encode() for value in values]
    return (c_char_p * len(encoded))(*encoded), len(encoded)


def dim_texts(dims):
    """{name: size} or {name: (least, largest)} as the library takes them."""
    return [f"{name}={size[0]}..{size[1]}" if isinstance(size, tuple) else f"{name}={size}" for name, size in (dims or {}).items()]


def state_texts(states):
    return [f"{name}={value}" for name, value in (states or {}).items()]


def compile(model, output=None, *, target="cpu", cpu="host", dims=None, states=None, plugins=(), threads=0, remarks=False,
            precision="f32") -> Program:
    """Compiles a model: the path of an ONNX file, a language model as GGUF or a model.ir, or the bytes of an ONNX model.

    output  path of the module to write; None keeps it in memory
    cpu     "host", "avx2", "avx512", "amx", "all" or LLVM's name of a processor
    dims    {name: size} of named dimensions, or {name: (least, largest)} for what a call may give them
    states  {input: output}: the input is what the output was in the call before
    remarks prints what was not fused or vectorized, and why, on stderr
    precision  what products of f32 values may round: "f32", "f32-strict", "f32x3", "bf16" or "f16" (docs/Precision.md)
    """
    lists = [texts(dim_texts(dims)), texts(state_texts(states)), texts(map(str, plugins))]

    def show(_, severity, place, message):
        if severity == 1 or (remarks and severity == 2):
            print(f"{SEVERITIES[severity]}: {place.decode()}{': ' if place else ''}{message.decode()}", file=sys.stderr)

    callback = DiagnosticFn(show)
    options = CompileOptions(target=target.encode(), level=cpu.encode(), threads=threads, diagnostic=callback,
                             precision=precision.encode())
    for (array, count), name in zip(lists, ("dim", "state", "plugin")):
        setattr(options, name + "s", array)
        setattr(options, name + "Count", count)
    handle = c_void_p()
    compiler = library()
    if isinstance(model, (bytes, bytearray, memoryview)):
        data = bytes(model)
        status = compiler.weft_compile_memory(data, len(data), b"model", byref(options), byref(handle))
    else:
        status = compiler.weft_compile_file(os.fsencode(model), byref(options), byref(handle))
    compilation = Compilation(handle)
    error = lambda: compiler.weft_compilation_error(handle)
    check(status, error)
    if output is not None:
        check(compiler.weft_compilation_write(handle, os.fsencode(output)), error)
        return load(output)
    size = c_size_t()
    address = compiler.weft_compilation_data(handle, byref(size))
    check(0 if address else 1, error)
    return load_memory(address, size.value, compilation)
