# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Import, compile and run machine learning models.

    program = weft.compile("model.onnx")        # or weft.load("model.wm")
    session = program.session(threads=2)
    outputs = session.run({"x": array})

weft.optimizer makes models smaller.
"""
from ._compiler import compile
from ._library import Error, ModelError
from ._program import Function, Program, Session, TensorInfo, load

__all__ = ["compile", "load", "Function", "Program", "Session", "TensorInfo", "Error", "ModelError"]
