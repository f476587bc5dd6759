# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench` measures: sets of cases, a case being a model in one precision, batch and level of code."""
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "test" / "models"))
from fetch import SILERO

NINE = ("resnet50", "mobilenet_v2", "efficientnet_b0", "convnext_tiny", "vit_b_16", "bert_base_128", "gpt2_128", "minilm_64",
        "lstm2_512")
OTHERS = ("bert_base_dynamic", "magika", *(name.removesuffix(".onnx") for name in SILERO))
BF16 = ("resnet50", "mobilenet_v2", "convnext_tiny", "vit_b_16", "bert_base_128", "minilm_64")
# Name in the tables -> file of the int8 model.
INT8 = {"resnet50": "resnet50_qdq", "mobilenet_v2": "mobilenet_v2_qdq", "efficientnet_b0": "efficientnet_b0_qdq",
        "vit_b_16": "vit_b_16_qdq", "bert_base_128": "bert_base_128_int8"}
# Name -> files of the models with an open batch, in f32 and in int8.
BATCHED = {"resnet50": ("resnet50_batch", "resnet50_batch_qdq"), "mobilenet_v2": ("mobilenet_v2_batch", "mobilenet_v2_batch_qdq"),
           "vit_b_16": ("vit_b_16_batch", "vit_b_16_batch_qdq"), "bert_base_128": ("bert_base_batch", "bert_base_batch_int8")}
BATCHES = (8, 32)
ATTENTION_LENGTHS = (128, 512, 2048, 8192)


@dataclass(frozen=True)
class Case:
    set: str
    name: str  # as in the tables
    model: str  # the file, without .onnx
    precision: str = "f32"
    batch: int = 1
    level: str = "host"
    length: int = 0  # tokens of an attention case

    @property
    def key(self):
        return "/".join((self.set, self.name, self.precision, f"batch {self.batch}"))

    @property
    def peers(self):
        """The contenders beside Weft. OpenVINO alone computes f32 models in bf16."""
        if self.precision == "bf16":
            return ("openvino",)
        return ("onnxruntime", "openvino", "torch") if self.length else ("onnxruntime", "openvino")


SETS = {
    "latency": [Case("latency", name, name) for name in (*NINE, *OTHERS)],
    "precision": [*(Case("precision", name, name, "bf16") for name in BF16),
                  *(Case("precision", name, file, "int8") for name, file in INT8.items())],
    "batch": [Case("batch", name, file, precision, batch) for name, files in BATCHED.items()
              for precision, file in zip(("f32", "int8"), files) for batch in BATCHES],
    "attention": [Case("attention", f"attention_{length}", f"attention_{length}", length=length) for length in ATTENTION_LENGTHS],
    "avx2": [Case("avx2", name, name, level="avx2") for name in NINE],
    "cold": [Case("cold", name, name) for name in NINE],
}
