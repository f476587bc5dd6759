#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench-docs` runs: writes what was measured into docs/Performance.md, between the marks of this machine.

Each kind of machine has a part of its own between two marks, and its charts in docs/performance; those of the others stay as
they are. A machine without marks gets them behind the mark `<!-- measured -->`.

usage: document.py [DIR]        DIR holds results.json, build/bench by default
"""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import report
from results import Results

PLACE = "<!-- measured -->\n"


def marks(key):
    return f"<!-- {key} -->\n", f"<!-- end of {key} -->\n"


def replace(document, key, text):
    """`document` with `text` between the marks of `key`; what stands outside of them is not touched."""
    begin, end = marks(key)
    if begin in document:
        before, rest = document.split(begin, 1)
        if end not in rest:
            raise ValueError(f"expected the mark {end.strip()!r} behind {begin.strip()!r}, found none: put it where the part ends")
        return before + begin + text + end + rest.split(end, 1)[1]
    if PLACE not in document:
        raise ValueError(f"expected the mark {PLACE.strip()!r}, found none: put it where the figures of a new machine go")
    return document.replace(PLACE, f"{PLACE}{begin}{text}{end}", 1)


def part(results, charts):
    """The part of a machine: title, charts, report."""
    machine = results.facts["machine"]
    pictures = "".join(f"![{name.replace('-', ', ')} threads]({folder}/{name}.svg)\n" for folder, name in charts)
    return (f"\n## Measured: {machine['processor']}, level {machine['level']}\n\n"
            f"{report.markdown(results)[0]}\n### Charts\n\n{pictures}\n")


def main():
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    results = Results.read(Path(sys.argv[1] if len(sys.argv) == 2 else ROOT / "build" / "bench") / "results.json")
    key = f"{results.facts['machine']['key']}-{results.facts['machine']['level']}"
    folder = ROOT / "docs" / "performance" / key
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()
    charts = [(f"performance/{key}", path.stem) for path in report.write_charts(results, folder)]
    path = ROOT / "docs" / "Performance.md"
    try:
        path.write_text(replace(path.read_text(), key, part(results, charts)))
    except ValueError as reason:
        sys.exit(f"document.py: {path}: {reason}")


if __name__ == "__main__":
    main()
