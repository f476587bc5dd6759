#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the models of `make bench` and `make test-models`: DIR/NAME.onnx, opset 18.

The architectures are those of torchvision and transformers with random weights from seed 0. Fresh weights would make dead
models, whose output hardly depends on the input, so batch-norm statistics are estimated and zero heads are filled.
minilm_64 has its trained weights. Names that end in _batch leave the batch open; bench/quantized.py says what the int8 models
are. A model that is there already is kept.

usage: models.py [--all] DIR [NAME...]        needs the packages of bench/requirements.txt, torchvision installed with --no-deps
Without names it makes those of the tests, with --all also those that only `make bench` runs.
"""
import argparse, logging, os, sys, warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "test" / "models"))
from fetch import Unavailable, fetch
from quantized import QUANTIZED, quantize

# Name -> the symbolic dimensions of its inputs, by input and axis; None is a model with static shapes only.
BATCH = {0: "batch"}
EXPORTED = {
    "resnet50": None, "mobilenet_v2": None, "efficientnet_b0": None, "convnext_tiny": None, "vit_b_16": None,
    "bert_base_128": None, "gpt2_128": None, "lstm2_512": None, "minilm_64": None,
    "bert_base_dynamic": ({1: "sequence"}, {1: "sequence"}),
    "resnet50_batch": BATCH, "mobilenet_v2_batch": BATCH, "vit_b_16_batch": BATCH, "bert_base_batch": (BATCH, BATCH),
}
NAMES = [*EXPORTED, *QUANTIZED]
TESTED = [name for name in EXPORTED if not name.endswith("_batch")]


def stand_in_for_torchvision_operators():
    """Declares the two operators of torchvision's compiled part, which its import wants and no model here calls."""
    import torch
    for signature in ("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
                      "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"):
        operator, arguments = signature.split("(", 1)
        if not hasattr(torch.ops.torchvision, operator):
            torch.library.define("torchvision::" + operator, "(" + arguments)


def image_classifier(name):
    """A torchvision classifier whose statistics fit its random weights."""
    import torch
    from torchvision import models
    model = getattr(models, name)(weights=None)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = None  # the plain average over all batches seen
            module.reset_running_stats()
        if isinstance(module, torch.nn.Linear) and not module.weight.any():
            torch.nn.init.normal_(module.weight, std=0.02)
    with torch.no_grad():
        model.train()(torch.randn(8, 3, 224, 224))
    return model


def plain_function(model, names, field, **fixed):
    """Wraps a transformer so that it takes tensors by position and gives one."""
    import torch

    class Plain(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, *tensors):
            return getattr(self.model(**dict(zip(names, tensors)), **fixed), field)

    return Plain()


def stacked_lstm():
    import torch

    class Stacked(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = torch.nn.LSTM(256, 512, 2, batch_first=True)

        def forward(self, x):
            return self.lstm(x)[0]

    return Stacked()


def build(name):
    """Returns the model, its example inputs and their names; the generator is seeded by the caller."""
    import torch
    stand_in_for_torchvision_operators()  # transformers imports torchvision where it is installed
    from transformers import AutoModel, BertConfig, BertModel, GPT2Config, GPT2LMHeadModel
    batch = 2 if name.endswith("_batch") else 1  # an example of one would fix the size
    tokens = lambda below, length: torch.randint(1000, below, (batch, length))
    ones = lambda length: torch.ones(batch, length, dtype=torch.long)
    if name.startswith("bert_base"):
        names = ["input_ids", "attention_mask"]
        model = BertModel(BertConfig(attn_implementation="sdpa"))
        return plain_function(model, names, "last_hidden_state"), (tokens(30000, 128), ones(128)), names
    if name == "gpt2_128":
        names = ["input_ids"]
        model = GPT2LMHeadModel(GPT2Config())
        return plain_function(model, names, "logits", use_cache=False), (tokens(50000, 128),), names
    if name == "minilm_64":
        names = ["input_ids", "attention_mask", "token_type_ids"]
        fetch("minilm/config.json")
        folder = fetch("minilm/model.safetensors").parent
        model = AutoModel.from_pretrained(str(folder), attn_implementation="sdpa")
        return plain_function(model, names, "last_hidden_state"), (tokens(20000, 64), ones(64), torch.zeros_like(ones(64))), names
    if name == "lstm2_512":
        return stacked_lstm(), (torch.randn(1, 100, 256),), ["x"]
    return image_classifier(name.removesuffix("_batch")), (torch.randn(batch, 3, 224, 224),), ["x"]


def export(name, path):
    """Writes one model to `path`; a file that is half written never has that name."""
    import torch
    torch.manual_seed(0)
    model, example, names = build(name)
    dynamic = EXPORTED[name]
    partial = f"{path}.{os.getpid()}.part"
    torch.onnx.export(model.eval(), example, partial, input_names=names, output_names=["y"], opset_version=18, dynamo=True,
                      external_data=False, verbose=False, dynamic_shapes=(dynamic,) if dynamic else None)
    os.replace(partial, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("dir", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    args = parser.parse_args()
    if unknown := [name for name in args.names if name not in NAMES]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(NAMES)}")
    warnings.filterwarnings("ignore")
    logging.getLogger("onnxscript").setLevel(logging.ERROR)
    args.dir.mkdir(parents=True, exist_ok=True)
    failed = False
    for name in args.names or (NAMES if args.all else TESTED):
        path = args.dir / f"{name}.onnx"
        if path.exists():
            continue
        try:
            quantize(name, args.dir) if name in QUANTIZED else export(name, path)
            print(f"{path} {path.stat().st_size / 1e6:.1f} MB", flush=True)
        except (ImportError, FileNotFoundError, Unavailable) as reason:
            failed = True
            print(f"skipped {name}: {reason}", file=sys.stderr)
    sys.exit(failed)


if __name__ == "__main__":
    main()
