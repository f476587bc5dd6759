# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""ONNX's own node tests."""
import dataclasses
import warnings

import numpy as np
import onnx
from onnx import numpy_helper

warnings.filterwarnings("ignore")
from onnx.backend.test.case.node import collect_testcases


@dataclasses.dataclass
class Case:
    name: str
    model: onnx.ModelProto
    inputs: list
    outputs: list

    @property
    def constant_model(self):
        """The model with its trailing small inputs as initializers: the importer needs the values of axes and the like."""
        names = [info.name for info in self.model.graph.input]
        small = [i > 0 and np.prod(t.dims) <= 64 for i, t in enumerate(self.inputs)]
        kept = len(names)
        while kept and small[kept - 1]:
            kept -= 1
        changed = onnx.ModelProto()
        changed.CopyFrom(self.model)
        for name, tensor in list(zip(names, self.inputs))[kept:]:
            copy = changed.graph.initializer.add()
            copy.CopyFrom(tensor)
            copy.name = name
        return changed


def make_case(name, model, inputs, outputs):
    def tensors(values, infos):
        return [v if isinstance(v, onnx.TensorProto) else numpy_helper.from_array(np.asarray(v), info.name) for v, info in zip(values, infos)]

    return Case(name, model, tensors(inputs, model.graph.input), tensors(outputs, model.graph.output))


def collect_cases():
    """All cases whose values are tensors."""
    for case in collect_testcases(None):
        inputs, outputs = case.data_sets[0]
        if all(isinstance(v, (np.ndarray, np.generic, onnx.TensorProto)) for v in [*inputs, *outputs]):
            yield make_case(case.name, case.model, inputs, outputs)
