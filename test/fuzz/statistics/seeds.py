#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds in the folder `corpus`: statistics as passes/Compress/Statistics.h describes the file. usage: seeds.py [FOLDER]"""
import json
import struct
import sys
from pathlib import Path

import numpy as np


def write(path, header, *data):
    text = json.dumps(header, separators=(",", ":")).encode()
    path.write_bytes(b"WEFTSTAT" + struct.pack("<II", 1, len(text)) + text + b"\0" * (-len(text) % 8) + b"".join(data))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    sums, products = np.array([1, 2, 3, 4, 5, 6], np.float64).tobytes(), np.ones((2, 2), np.float32).tobytes()
    counts = np.array([1, 0, 3], np.uint64).tobytes()
    site = {"weights": ["a", "b"], "width": 2, "count": 3, "offset": 0, "products": True}
    other = {"weights": ["c"], "width": 2, "count": 1, "offset": 64, "products": False}
    activation = {"name": "c", "width": 2, "count": 4, "offset": 112, "exponent": -8, "first": -1, "bins": 3, "least": -0.1, "most": 0.2}
    write(folder / "sites", {"sites": [site, other]}, sums, products, sums)
    write(folder / "all", {"sites": [site, other], "activations": [activation]}, sums, products, sums, sums, counts)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus")
