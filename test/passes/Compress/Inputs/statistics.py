# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a file of statistics, as passes/Compress/Statistics.h describes it.

statistics.py FILE JSON    {"sites": [{"weights": [name...], "samples": [[a number for each channel]...], "vectors": true}], "activations": [{"name": name, "samples": [...]}]}
"""
import json
import math
import struct
import sys

import numpy as np

path, description = sys.argv[1], json.loads(sys.argv[2])
header, data = {"sites": [], "activations": []}, b""
for site in description.get("sites", []):
    x = np.array(site["samples"], np.float64)
    header["sites"].append({"weights": site["weights"], "width": x.shape[1], "count": len(x), "offset": len(data), "products": False,
                            "vectors": len(x) if site.get("vectors") else 0})
    data += x.sum(0).tobytes() + (x * x).sum(0).tobytes() + np.abs(x).max(0).tobytes()
    if site.get("vectors"):
        floats = x.astype(np.float32).tobytes()
        data += floats + bytes(-len(floats) % 8)
for activation in description.get("activations", []):
    x = np.array(activation["samples"], np.float64)
    exponent = max(-120, math.frexp(np.abs(x).max())[1] - 12)
    bins = np.floor(x / 2.0**exponent).astype(np.int64)
    counts = np.bincount((bins - bins.min()).ravel()).astype(np.uint64)
    header["activations"].append({
        "name": activation["name"], "width": x.shape[1], "count": len(x), "offset": len(data), "exponent": exponent, "first": int(bins.min()),
        "bins": len(counts), "least": x.min(), "most": x.max()})
    data += x.sum(0).tobytes() + x.min(0).tobytes() + x.max(0).tobytes() + counts.tobytes()
text = json.dumps(header).encode()
with open(path, "wb") as file:
    file.write(b"WEFTSTAT" + struct.pack("<II", 1, len(text)) + text + bytes(-len(text) % 8) + data)
