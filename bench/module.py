# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Reads the manifest of a compiled module: the sizes that memory bounds are made of."""
import json, struct


def manifest(path):
    """The manifest of the module at `path` as Python values."""
    with open(path, "rb") as file:
        magic, _, _, _, offset, size = struct.unpack("<8sIIQQQ", file.read(40))
        if magic != b"WEFTMODL":
            raise ValueError(f"{path} is no weft module: it begins with {magic!r}")
        file.seek(offset)
        return json.loads(file.read(size))


def sizes(path):
    """(bytes of all weight segments, bytes of the largest function's arena) of the module at `path`."""
    facts = manifest(path)
    return (sum(weight["size"] for weight in facts["weights"]),
            max(int(function.get("arenaBytes") or 0) for function in facts["functions"]))
