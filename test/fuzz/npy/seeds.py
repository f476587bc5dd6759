#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds in the folder `corpus`: arrays of some types, of each format. usage: seeds.py [FOLDER]"""
import sys
from pathlib import Path

import numpy as np


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in {"matrix": np.ones((2, 3), np.float32), "scalar": np.array(7, np.int64), "half": np.ones(3, np.float16),
                        "bools": np.ones((1, 2), bool), "columns": np.ones((2, 2), np.uint8, order="F")}.items():
        with open(folder / name, "wb") as file:
            np.save(file, array)
    with open(folder / "long", "wb") as file:
        np.lib.format.write_array(file, np.ones(1, np.uint16), version=(2, 0))
    with open(folder / "archive", "wb") as file:
        np.savez(file, a=np.ones(1, np.float32), b=np.zeros((0, 2), np.int8))
    with open(folder / "compressed", "wb") as file:
        np.savez_compressed(file, a=np.ones(1, np.float32))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus")
