#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs suites of tests one after the other and ends with their total: N passed, N failed, N skipped.

A suite is one of
  lit        the lit tests and unit tests of a build (paths below test/ narrow it: lit:passes/Simplify)
  unit       the unit tests alone
  sanitizer  what a sanitized build is for: the unit tests, the runtime and everything that reads untrusted files
  python     every test_*.py below test/, each in a process of its own
  models     test/models/run.py with the given arguments (models:small)
Options of a suite stand after its name: `--build DIR` for the build that it tests.

usage: run.py [--build DIR] SUITE [[--build DIR] SUITE...]
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / "build" / "venv" / "bin" / "python"
TOTAL = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$")
# The lit tests of code that reads what strangers wrote.
SANITIZED = ("Import", "dialects", "fuzz", "runtime", "tools")

# Runs inside each Python test's process: the counts go to a file, since tests may print what they like.
COUNT_UNITTEST = """
import json, sys, unittest
from pathlib import Path
path, results = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(path.parent))
suite = unittest.defaultTestLoader.loadTestsFromName(path.stem)
result = unittest.TextTestRunner(verbosity=1).run(suite)
failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
skipped = len(result.skipped)
Path(results).write_text(json.dumps([max(0, result.testsRun - failed - skipped), failed, skipped]))
"""


def run_lit(build, paths):
    """Runs lit on paths below test/ of `build`; the unit tests are a suite of their own there."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.xml"
        quiet = [] if sys.stdout.isatty() else ["--no-progress-bar"]
        status = subprocess.call([build / "bin" / "weft-lit", "-sv", *quiet, "--xunit-xml-output", results, *paths])
        if not results.exists():
            print(f"lit ended with status {status} and no results")
            return [0, 1, 0]
        suites = ElementTree.parse(results).getroot().iter("testsuite")
        tests, failed, skipped = map(sum, zip(*([int(suite.get(key)) for key in ("tests", "failures", "skipped")] for suite in suites)))
    return [tests - failed - skipped, failed, skipped]


def lit_suite(build, paths):
    wanted = [ROOT / "test" / path for path in paths] or [build / "test", build / "test" / "unit"]
    return run_lit(build, wanted)


def unit_suite(build, _):
    return run_lit(build, [build / "test" / "unit"])


def sanitizer_suite(build, _):
    folders = [ROOT / "test" / folder for folder in SANITIZED]
    return run_lit(build, [build / "test" / "unit", *(folder for folder in folders if folder.exists())])


def python_suite(build, names):
    counts = [0, 0, 0]
    wanted = sorted(path for path in (ROOT / "test").rglob("test_*.py") if not names or path.stem in names)
    for path in wanted:
        print(f"-- {path.relative_to(ROOT)}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            results = Path(folder) / "results.json"
            status = subprocess.call([PYTHON, "-c", COUNT_UNITTEST, path, results])
            if results.exists():
                counts = [a + b for a, b in zip(counts, json.loads(results.read_text()))]
            else:
                print(f"{path} ended with status {status} before its results were known")
                counts[1] += 1
    return counts


def models_suite(build, arguments):
    """test/models/run.py ends with a total of its own, which is not shown twice."""
    command = [PYTHON, ROOT / "test" / "models" / "run.py", *arguments, "--weft", build / "bin" / "weft"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    total = None
    for line in process.stdout:
        found = TOTAL.match(line.strip())
        if found:
            total = [int(number) for number in found.groups()]
        else:
            print(line, end="", flush=True)
    status = process.wait()
    if total is None or (status and not total[1]):
        print(f"{' '.join(map(str, command))} ended with status {status} and total {total}")
        total = [0, 1, 0] if total is None else [total[0], total[1] + 1, total[2]]
    return total


SUITES = {"lit": lit_suite, "unit": unit_suite, "sanitizer": sanitizer_suite, "python": python_suite, "models": models_suite}


def main(arguments):
    build, runs = ROOT / "build", []
    while arguments:
        word = arguments.pop(0)
        if word == "--build" and arguments:
            build = Path(arguments.pop(0)).resolve()
            continue
        name, _, rest = word.partition(":")
        if name not in SUITES:
            sys.exit(f"unknown suite {name}\n{__doc__}")
        runs.append((name, build, [part for part in rest.split(",") if part]))
    if not runs:
        sys.exit(__doc__)
    total = [0, 0, 0]
    for name, where, options in runs:
        print(f"== {name} {' '.join(options)} in {where.name}", flush=True)
        counts = SUITES[name](where, options)
        print(f"== {name}: passed {counts[0]}, failed {counts[1]}, skipped {counts[2]}", flush=True)
        total = [a + b for a, b in zip(total, counts)]
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 1 if total[1] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
