#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""English text to measure language models on: the six novels of Jane Austen, out of Debian's package r-cran-janeaustenr.

`fetch` answers with the path of a text in the cache of fetch.py, or raises fetch.Unavailable. The package holds a database of
R: a row of chunks, each with its size (4 bytes, big-endian) in front of one serialized vector of lines, packed with zlib, or
with raw LZMA2 behind a `Z`. The novels stand in the order of the file, with an empty line between them.

usage: novels.py [BYTES]     prepares the first BYTES (130000 by default) and prints the path
"""
import io, lzma, struct, subprocess, sys, tarfile, tempfile, zlib
from pathlib import Path

import fetch

PACKAGE = "r-cran-janeaustenr"
MEMBER = "usr/lib/R/site-library/janeaustenr/data/Rdata.rdb"
SIZE = 130_000
# SHA-256 of the first SIZE bytes.
DIGEST = "672dad547c2e8f42acf4140b0584ad7e847646f02042a36fafcdf66982dc9ff3"
STRING, STRINGS = 9, 16  # R's types CHARSXP and STRSXP
HEADER = {2: 14, 3: 18}  # bytes before the value, by version; from 3 on the name of the encoding is behind them


def unpack(data):
    """What each chunk of a database holds."""
    at = 0
    while at + 4 < len(data):
        at += 4
        if data[at:at + 1] == b"Z":
            at += 1
            reader = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "preset": 6}])
        else:
            reader = zlib.decompressobj()
        yield reader.decompress(data[at:])
        at = len(data) - len(reader.unused_data)


def read_lines(serialized):
    """The strings of a serialized character vector, None of any other value."""
    def integer():
        return struct.unpack(">i", stream.read(4))[0]
    stream = io.BytesIO(serialized)
    assert stream.read(2) == b"X\n", "expected R's binary form"
    version = integer()
    stream.seek(HEADER[version])
    if version == 3:
        stream.seek(struct.unpack_from(">i", serialized, 14)[0], io.SEEK_CUR)
    if integer() & 0xFF != STRINGS:
        return None
    lines = []
    for _ in range(integer()):
        kind, size = integer() & 0xFF, integer()
        assert kind == STRING, f"expected a string, found type {kind}"
        lines.append(stream.read(max(0, size)).decode())  # -1 is a missing one
    return lines


def read_database(folder):
    done = subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, capture_output=True, text=True)
    packages = list(Path(folder).glob("*.deb"))
    if done.returncode or not packages:
        raise fetch.Unavailable(f"apt-get download {PACKAGE}: {(done.stderr.strip().splitlines() or ['no file'])[-1]}")
    files = subprocess.run(["dpkg-deb", "--fsys-tarfile", packages[0]], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(files)) as archive:
        return archive.extractfile(next(member for member in archive if member.name.removeprefix("./") == MEMBER)).read()


def fetch_novels(size=SIZE):
    """The path of a file with the first `size` bytes."""
    path = fetch.cache_dir() / f"austen-{size}.txt"
    if path.exists() and (size != SIZE or fetch.sha256_of(path) == DIGEST):
        return path
    try:
        with tempfile.TemporaryDirectory() as folder:
            values = [read_lines(chunk) for chunk in unpack(read_database(folder))]
    except FileNotFoundError as reason:
        raise fetch.Unavailable(f"{PACKAGE} needs Debian's tools: {reason}") from None
    novels = ["\n".join(lines) for lines in values if lines and len(lines) > 1000]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n\n".join(novels).encode()[:size])
    if size == SIZE and fetch.sha256_of(path) != DIGEST:
        path.unlink()
        raise fetch.Unavailable(f"{PACKAGE}: the text is not the one that was measured; it begins with {novels[:1]!r:.60}")
    return path


if __name__ == "__main__":
    try:
        print(fetch_novels(*map(int, sys.argv[1:])))
    except ValueError:
        sys.exit(__doc__)
    except fetch.Unavailable as reason:
        sys.exit(str(reason))
