#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds in the folder `corpus`: an importance matrix of each format. usage: seeds.py [FOLDER]"""
import struct
import sys
from pathlib import Path

import gguf
import numpy as np


def write_list(path, entries):
    with open(path, "wb") as file:
        file.write(struct.pack("<i", len(entries)))
        for name, count, sums in entries:
            file.write(struct.pack("<i", len(name)) + name.encode() + struct.pack("<ii", count, len(sums)))
            file.write(np.array(sums, np.float32).tobytes())


def write_gguf(path, entries):
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type("imatrix")
    for name, counts, sums in entries:
        writer.add_tensor(name + ".in_sum2", np.array(sums, np.float32))
        writer.add_tensor(name + ".counts", np.array(counts, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    write_list(folder / "list", [("blk.0.attn_q.weight", 3, [1, 2]), ("blk.0.ffn_up_exps.weight", 1, [4]),
                                 ("output.weight", 0, [0, 0, 0])])
    write_gguf(folder / "gguf", [("blk.0.attn_q.weight", [[3]], [[1, 2]]), ("blk.0.ffn_up_exps.weight", [[1], [0]], [[4, 1], [0, 0]])])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus")
