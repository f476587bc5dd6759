# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The int8 models of `make bench`, made by onnxruntime's quantizer from the exported f32 ones.

Static: QDQ format, u8 activations and s8 weights per channel, ranges from 8 inputs of normal noise, which has the mean and
variance of normalized images. The architectures have random weights, so the error of an int8 model here says how closely its
arithmetic follows f32, and nothing about how well a trained model would classify.
Dynamic: s8 weights per channel in MatMulInteger, ranges of activations taken in each call.
"""
import logging, os
import numpy as np

TRANSFORMER_OPS = ("MatMul", "Gemm", "Conv")  # the rest of a transformer stays in f32, as onnxruntime advises

# Name -> (model that it is made of, "static" or "dynamic", the ops that are quantized or None for all that can be)
QUANTIZED = {
    "resnet50_qdq": ("resnet50", "static", None),
    "mobilenet_v2_qdq": ("mobilenet_v2", "static", None),
    "efficientnet_b0_qdq": ("efficientnet_b0", "static", None),
    "vit_b_16_qdq": ("vit_b_16", "static", TRANSFORMER_OPS),
    "bert_base_128_int8": ("bert_base_128", "dynamic", ("MatMul", "Gemm")),
    "resnet50_batch_qdq": ("resnet50_batch", "static", None),
    "mobilenet_v2_batch_qdq": ("mobilenet_v2_batch", "static", None),
    "vit_b_16_batch_qdq": ("vit_b_16_batch", "static", TRANSFORMER_OPS),
    "bert_base_batch_int8": ("bert_base_batch", "dynamic", ("MatMul", "Gemm")),
}
CALIBRATION_INPUTS = 8


def noise_reader():
    from onnxruntime.quantization import CalibrationDataReader

    class Noise(CalibrationDataReader):
        def __init__(self):
            self.random, self.left = np.random.default_rng(0), CALIBRATION_INPUTS

        def get_next(self):
            self.left -= 1
            return {"x": self.random.standard_normal((1, 3, 224, 224), np.float32)} if self.left >= 0 else None

    return Noise()


def quantize(name, folder):
    """Writes FOLDER/NAME.onnx from the f32 model in `folder`; a file that is half written never has that name."""
    from onnxruntime.quantization import QuantFormat, QuantType, quantize_dynamic, quantize_static
    source, kind, ops = QUANTIZED[name]
    if not (folder / f"{source}.onnx").exists():
        raise FileNotFoundError(f"{name} is made from {source}.onnx, which is not in {folder}: name it before {name}")
    logging.getLogger().setLevel(logging.ERROR)
    partial = folder / f"{name}.onnx.{os.getpid()}.part"
    if kind == "dynamic":
        quantize_dynamic(folder / f"{source}.onnx", partial, op_types_to_quantize=ops, per_channel=True, weight_type=QuantType.QInt8)
    else:
        quantize_static(folder / f"{source}.onnx", partial, noise_reader(), quant_format=QuantFormat.QDQ, per_channel=True,
                        op_types_to_quantize=ops, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8)
    os.replace(partial, folder / f"{name}.onnx")
