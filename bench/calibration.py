#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Token ids to calibrate a language model on: from the middle of Jane Austen's novels, which bench/perplexity.py does not read.

usage: calibration.py MODEL.gguf OUTPUT.npy [BYTES]     300,000 bytes of text by default
"""
import subprocess, sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test" / "models"))
import novels

BEGIN, SIZE = 2_000_000, 300_000


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    from tokenizers import Tokenizer
    model, output, size = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else SIZE
    json = subprocess.run([ROOT / "build/bin/weft-weights", "tokenizer", model], check=True, stdout=subprocess.PIPE).stdout
    text = Path(novels.fetch_novels(BEGIN + size)).read_bytes()[BEGIN:].decode(errors="ignore")
    ids = Tokenizer.from_str(json.decode()).encode(text, add_special_tokens=False).ids
    np.save(output, np.array(ids, np.int64))
    print(f"{output}: {len(ids)} tokens")


if __name__ == "__main__":
    main()
