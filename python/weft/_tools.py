# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The command line, for what no library has: comparing, measuring and generating text."""
import json
import os
import shutil
import subprocess

from ._library import Error, library_folders

CHECK_FAILED = 4


def find_tool():
    """The program `weft`: $WEFT_TOOL, else in the folder bin beside that of the libraries, else on the PATH."""
    if tool := os.environ.get("WEFT_TOOL"):
        return tool
    for folder in library_folders():
        path = folder.parent / "bin" / "weft"
        if path.exists():
            return str(path)
    if tool := shutil.which("weft"):
        return tool
    raise Error("the program weft is neither beside the libraries nor on the PATH: run `make build`, or set WEFT_TOOL")


def flags(**values):
    """["--ab-c", "1"] of ab_c=1. None and False are left out, True is a flag without a value, a list is one flag each."""
    words = []
    for name, value in values.items():
        name = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        for each in value if isinstance(value, (list, tuple)) else [value]:
            # One word, so that a text may begin with a dash.
            words.append(name if each is True else f"{name}={os.fspath(each) if isinstance(each, os.PathLike) else each}")
    return words


def run_tool(*words, accepted=(0,)):
    """Runs `weft` and returns what it wrote on stdout and its exit status."""
    result = subprocess.run([find_tool(), *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True)
    if result.returncode not in accepted:
        text = result.stderr.decode(errors="replace").strip()
        raise Error(text.removeprefix("error: ") or f"weft {words[0]} ended with status {result.returncode} and no message")
    return result.stdout.decode(errors="replace"), result.returncode


def run_json(*words, accepted=(0,)):
    text, status = run_tool(*words, "--json", accepted=accepted)
    return json.loads(text), status
