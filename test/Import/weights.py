# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs build/bin/weft-weights, which shows what the readers make of a file. $WEFT_BUILD names another build."""
import json, os, subprocess
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("WEFT_BUILD") or ROOT / "build")


class Refused(Exception):
    """The tool's error message."""


def run(*arguments):
    """Returns what the tool writes, or raises Refused."""
    done = subprocess.run([BUILD / "bin" / "weft-weights", *map(str, arguments)], capture_output=True)
    if done.returncode == 1 and done.stderr.startswith(b"error: "):
        raise Refused(done.stderr.decode()[len("error: "):].strip())
    if done.returncode:
        raise AssertionError(f"weft-weights {arguments} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def listing(path):
    return json.loads(run("list", path))


def values(path, tensor, command="values"):
    return np.frombuffer(run(command, path, tensor), np.float32)
