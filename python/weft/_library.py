# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The shared libraries and what their functions have in common."""
import ctypes
import os
from ctypes import POINTER, Structure, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from pathlib import Path

HERE = Path(__file__).resolve().parent

OK = 0
MODEL_FAILURE = 5


class Error(RuntimeError):
    """What a model, a module, an input or the machine refuses; the text says expected and found."""


class ModelError(Error):
    """The model itself reported an error while it ran, such as an index out of range."""


def library_folders():
    """Where libraries are looked for: in $WEFT_LIB_DIR, in the wheel, in the build beside a checkout."""
    return [Path(folder) for folder in (os.environ.get("WEFT_LIB_DIR"), HERE / "lib", HERE.parent.parent / "build" / "lib") if folder]


def open_library(name):
    """Loads a library: from one of the folders, or from the system."""
    folders = library_folders()
    for folder in folders:
        path = folder / name
        if path.exists():
            return ctypes.CDLL(str(path))
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise ImportError(f"{name} is neither in {', '.join(map(str, folders))} nor installed: run `make build`, or set WEFT_LIB_DIR ({error})") from None


def declare(library, functions):
    """Sets the types of functions: name -> (result, argument...)."""
    for name, (result, *arguments) in functions.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments


def check(status, text):
    """Raises the error for a status other than OK; `text` is asked for only then."""
    if status != OK:
        message = text()
        raise (ModelError if status == MODEL_FAILURE else Error)((message or b"failed without a message").decode())


class Versioned(Structure):
    """A struct that begins with its size and version."""

    def __init__(self, **values):
        super().__init__(size=ctypes.sizeof(type(self)), version=1, **values)
