# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the examples of pages of the documentation, in a folder that looks like the root of the repository.

  ```python digits.py   a block whose fence names a file is written there
  ```console            a line after "$ " is run, and what it prints must be what follows: "..." stands for anything, white space
                        and the numbers of values (%12) do not count, and a command without text after it may print what it likes
  ```sh                 is a script that must succeed; with `by hand` on the fence it is not run

Pages share the folder, in the order given. usage: run-examples.py FOLDER BUILD PAGE...
"""
import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BLOCK = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.S | re.M)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.M)
CHECKER = doctest.OutputChecker()


def make_folder(folder, build):
    """The repository by links, except that what an example writes is not written there."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "build").mkdir(parents=True)
    for entry in ROOT.iterdir():
        if not entry.name.startswith((".", "build")):
            (folder / entry.name).symlink_to(entry)
    for entry in build.iterdir():
        (folder / "build" / entry.name).symlink_to(entry)
    if not (folder / "build" / "venv").exists():
        (folder / "build" / "venv").symlink_to(ROOT / "build" / "venv")


def run(command, folder):
    return subprocess.run(["bash", "-c", command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def agree(wanted, found):
    wanted, found = (re.sub(r"%\d+", "%", text) for text in (wanted, found))
    return not wanted.strip() or CHECKER.check_output(wanted, found, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)


def run_page(page, folder):
    """Returns how many examples ran; stops at the first that fails."""
    text, count = page.read_text(), 0
    for block in BLOCK.finditer(text):
        language, rest, body = block.groups()
        place = f"{page}:{text.count(chr(10), 0, block.start()) + 1}"
        if language == "console":
            for command, wanted in COMMAND.findall(body):
                found = run(command, folder).stdout
                count += 1
                if not agree(wanted, found):
                    sys.exit(f"{place}: $ {command}\n-- expected\n{wanted}-- found\n{found}")
        elif language == "sh" and rest != "by hand":
            done = run(body, folder)
            count += 1
            if done.returncode:
                sys.exit(f"{place}: status {done.returncode} of\n{body}-- found\n{done.stdout}")
        elif rest and language != "sh":
            (folder / rest).parent.mkdir(parents=True, exist_ok=True)
            (folder / rest).write_text(body)
    return count


def main(folder, build, *pages):
    make_folder(Path(folder), Path(build))
    for page in map(Path, pages):
        print(f"{page.name}: {run_page(page, Path(folder))} examples")


main(*sys.argv[1:])
