# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Programs and sessions, over weft/Runtime.h."""
import ctypes
import functools
import os
from collections.abc import Mapping
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from ._library import Error, Versioned, check, declare, open_library

CPU = 1
DTYPES = {1: np.float64, 2: np.float32, 3: np.float16, 5: np.int8, 6: np.int16, 7: np.int32, 8: np.int64,
          9: np.uint8, 10: np.uint16, 11: np.uint32, 12: np.uint64, 13: np.bool_}
BF16 = 4
CODES = {np.dtype(dtype): code for code, dtype in DTYPES.items()}


class Tensor(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("data", c_void_p), ("sizeBytes", c_uint64), ("dims", POINTER(c_int64)),
                ("strides", POINTER(c_int64)), ("byteOffset", c_uint64), ("dtype", c_int32), ("rank", c_int32),
                ("deviceType", c_int32), ("deviceId", c_int32)]


class CTensorInfo(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("name", c_char_p), ("state", c_char_p), ("dims", POINTER(c_int64)),
                ("symbols", POINTER(c_char_p)), ("dtype", c_int32), ("rank", c_int32)]


class ProgramOptions(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("device", c_char_p), ("level", c_char_p), ("threads", c_int32),
                ("externCount", c_int32), ("externs", c_void_p), ("log", c_void_p), ("logUser", c_void_p), ("codeDirectory", c_char_p)]


class CFunctionInfo(Versioned):
    _fields_ = [("size", c_uint32), ("version", c_uint32), ("name", c_char_p), ("arenaBytes", c_uint64), ("inputCount", c_int32),
                ("outputCount", c_int32)]


H = c_void_p
runtime = open_library("libweft_runtime.so")
declare(runtime, {
    "weft_program_open": (c_int32, c_char_p, POINTER(ProgramOptions), POINTER(H)),
    "weft_program_open_memory": (c_int32, c_void_p, c_size_t, POINTER(ProgramOptions), POINTER(H)),
    "weft_program_destroy": (None, H),
    "weft_program_error": (c_char_p, H),
    "weft_program_function_count": (c_int32, H),
    "weft_program_function": (c_int32, H, c_int32, POINTER(CFunctionInfo)),
    "weft_program_asset_count": (c_int32, H),
    "weft_program_asset_name": (c_char_p, H, c_int32),
    "weft_program_asset": (c_void_p, H, c_char_p, POINTER(c_size_t)),
    "weft_program_input": (c_int32, H, c_int32, c_int32, POINTER(CTensorInfo)),
    "weft_program_output": (c_int32, H, c_int32, c_int32, POINTER(CTensorInfo)),
    "weft_session_create": (c_int32, H, POINTER(H)),
    "weft_session_destroy": (None, H),
    "weft_session_error": (c_char_p, H),
    "weft_session_set_threads": (c_int32, H, c_int32),
    "weft_session_reset": (c_int32, H),
    "weft_session_get_state": (c_int32, H, c_char_p, POINTER(Tensor)),
    "weft_session_set_state": (c_int32, H, c_char_p, POINTER(Tensor)),
    "weft_call_create": (c_int32, H, c_char_p, POINTER(H)),
    "weft_call_destroy": (None, H),
    "weft_call_error": (c_char_p, H),
    "weft_call_set_input": (c_int32, H, c_char_p, POINTER(Tensor)),
    "weft_call_run": (c_int32, H),
    "weft_call_get_output": (c_int32, H, c_char_p, POINTER(Tensor)),
})


@dataclass(frozen=True)
class TensorInfo:
    """An input or output: dims hold sizes, names of dimensions, or None; dtype is NumPy's, "bfloat16" where it has none."""
    name: str
    dtype: object
    dims: tuple
    state: str | None


@dataclass(frozen=True)
class Function:
    """A function of a program: what a call takes and gives, states included, and the bytes that it holds for temporaries."""
    name: str
    inputs: tuple[TensorInfo, ...]
    outputs: tuple[TensorInfo, ...]
    arena_bytes: int


def as_array(value):
    """A NumPy array of whatever has one's protocols: no copy for arrays, DLPack tensors and buffers."""
    if isinstance(value, np.ndarray):
        return value
    if hasattr(value, "__dlpack__"):
        return np.from_dlpack(value)
    return np.asarray(value)


def describe(array):
    """The struct for an array, and what must live as long as it."""
    code = CODES.get(array.dtype)
    if code is None:
        raise Error(f"arrays of {array.dtype} are not supported; expected one of {', '.join(str(dtype) for dtype in CODES)}")
    rank = array.ndim
    dims = (c_int64 * rank)(*array.shape)
    # NumPy counts strides in bytes, and they may lie across elements in views of records.
    if any(stride % array.itemsize for stride in array.strides):
        array = np.ascontiguousarray(array)
    strides = None if array.flags.c_contiguous else (c_int64 * rank)(*(stride // array.itemsize for stride in array.strides))
    # The runtime only trusts sizes of memory without gaps.
    size = array.nbytes if strides is None else 0
    tensor = Tensor(data=array.ctypes.data, sizeBytes=size, dims=dims, strides=strides, dtype=code, rank=rank, deviceType=CPU)
    return tensor, (array, dims, strides)


def copy_out(tensor):
    """A NumPy array with the elements of a tensor of the runtime; bf16 becomes f32."""
    shape = tuple(tensor.dims[i] for i in range(tensor.rank))
    dtype = np.dtype(np.uint16 if tensor.dtype == BF16 else DTYPES[tensor.dtype])
    array = np.empty(shape, dtype)
    if array.nbytes:
        ctypes.memmove(array.ctypes.data, tensor.data + tensor.byteOffset, array.nbytes)
    if tensor.dtype == BF16:
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array


class Call:
    """One function of a session, with its memory and what it reads."""

    def __init__(self, session, function):
        self.handle = H()
        check(runtime.weft_call_create(session, function.name.encode(), byref(self.handle)), self.error)
        self.outputs = [info.name for info in function.outputs if info.state is None]
        self.alive = {}

    def __del__(self):
        runtime.weft_call_destroy(self.handle)

    def error(self):
        return runtime.weft_call_error(self.handle)

    def run(self, inputs):
        for name, value in inputs.items():
            tensor, kept = describe(as_array(value))
            check(runtime.weft_call_set_input(self.handle, name.encode(), byref(tensor)), self.error)
            self.alive[name] = kept  # the call may read it again in a run that does not set it
        check(runtime.weft_call_run(self.handle), self.error)
        results = {}
        for name in self.outputs:
            tensor = Tensor()
            check(runtime.weft_call_get_output(self.handle, name.encode(), byref(tensor)), self.error)
            results[name] = copy_out(tensor)
        return results


class Session:
    """Runs the functions of a program and keeps the state that they share between runs. One thread at a time."""

    def __init__(self, program, threads, function):
        self.program = program  # keeps what a module in memory lies in
        self.session, self.calls = H(), {}
        check(runtime.weft_session_create(program.handle, byref(self.session)), self._session_error)
        if threads:
            check(runtime.weft_session_set_threads(self.session, threads), self._session_error)
        self.function = program._find(function).name if function else program._default
        if self.function:
            self._call(self.function)

    def __del__(self):
        runtime.weft_session_destroy(self.session)

    def _session_error(self):
        return runtime.weft_session_error(self.session)

    def _call(self, name):
        if name not in self.calls:
            self.calls[name] = Call(self.session, self.program._find(name))
        return self.calls[name]

    def run(self, inputs: Mapping[str, object], function: str | None = None) -> dict[str, np.ndarray]:
        """Runs a function once on {name: array} and returns {name: array} with the outputs that are not state.

        function  by default the session's: what it was made with, else main, else the only one
        """
        name = function or self.function
        if name is None:
            raise Error(f"expected the name of a function to run; the program has {', '.join(self.program.functions)}")
        return self._call(name).run(inputs)

    def set_state(self, name, value):
        """Replaces a state by a copy of the array."""
        tensor, _alive = describe(as_array(value))
        check(runtime.weft_session_set_state(self.session, name.encode(), byref(tensor)), self._session_error)

    def get_state(self, name):
        tensor = Tensor()
        check(runtime.weft_session_get_state(self.session, name.encode(), byref(tensor)), self._session_error)
        return copy_out(tensor)

    def reset(self):
        """Forgets the state: zeros again."""
        check(runtime.weft_session_reset(self.session), self._session_error)


class Program:
    """A compiled module, shared and read-only: any number of threads may make sessions of it.

    functions  {name: Function}
    inputs     of main, or of the first function; so are outputs
    """

    def __init__(self, handle, owner):
        self.handle, self.owner = handle, owner
        functions, info = {}, CFunctionInfo()
        for index in range(runtime.weft_program_function_count(handle)):
            check(runtime.weft_program_function(handle, index, byref(info)), lambda: runtime.weft_program_error(handle))
            name = info.name.decode()
            functions[name] = Function(name, tuple(self._list(runtime.weft_program_input, index)),
                                       tuple(self._list(runtime.weft_program_output, index)), info.arenaBytes)
        self.functions: Mapping[str, Function] = MappingProxyType(functions)
        self._default = "main" if "main" in functions else next(iter(functions)) if len(functions) == 1 else None
        first = functions.get(self._default) or next(iter(functions.values()), None)
        self.inputs = list(first.inputs) if first else []
        self.outputs = list(first.outputs) if first else []

    def __del__(self):
        runtime.weft_program_destroy(self.handle)

    def _find(self, name):
        if name not in self.functions:
            raise Error(f"there is no function '{name}'; the program has {', '.join(self.functions)}")
        return self.functions[name]

    @functools.cached_property
    def assets(self) -> Mapping[str, bytes]:
        """What the model carries beside its functions, by name: of a language model tokenizer.json, chat_template.jinja and
        generation_config.json."""
        assets = {}
        for index in range(runtime.weft_program_asset_count(self.handle)):
            name, size = runtime.weft_program_asset_name(self.handle, index), c_size_t()
            address = runtime.weft_program_asset(self.handle, name, byref(size))
            assets[name.decode()] = ctypes.string_at(address, size.value) if address else b""
        return MappingProxyType(assets)

    def _list(self, get, function):
        infos, info = [], CTensorInfo()
        while get(self.handle, function, len(infos), byref(info)) == 0:
            dims = tuple(info.dims[i] if info.dims[i] >= 0 else (info.symbols[i].decode() or None) for i in range(info.rank))
            dtype = np.dtype(DTYPES[info.dtype]) if info.dtype in DTYPES else "bfloat16"
            infos.append(TensorInfo(info.name.decode(), dtype, dims, info.state.decode() if info.state else None))
        return infos

    def session(self, threads=0, function=None) -> Session:
        """A new session; threads 0 shares the program's pool of as many as the process may use. `function` is what run() runs where it
        is not told another one: main, or the only one."""
        return Session(self, threads, function)


def finish(status, handle, owner):
    try:
        check(status, lambda: runtime.weft_program_error(handle))
    except Error:
        runtime.weft_program_destroy(handle)
        raise
    return Program(handle, owner)


def load(path) -> Program:
    """Opens a module that was compiled ahead of time."""
    handle, options = H(), ProgramOptions()
    return finish(runtime.weft_program_open(os.fsencode(path), byref(options), byref(handle)), handle, None)


def load_memory(address, size, owner) -> Program:
    """Opens a module in memory that `owner` keeps."""
    handle, options = H(), ProgramOptions()
    return finish(runtime.weft_program_open_memory(address, size, byref(options), byref(handle)), handle, owner)
