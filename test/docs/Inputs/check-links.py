# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every link of the documentation to a file of the repository leads somewhere. usage: check-links.py ROOT"""
import re
import sys
from pathlib import Path


def main(root):
    pages = [root / "README.md", root / "CONTRIBUTING.md", *root.glob("docs/**/*.md"), *root.glob("dialects/*/*.md")]
    count, broken = 0, []
    for page in pages:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(), flags=re.S)
        for link in re.findall(r"\]\(([^)#]+)", prose):
            count += 1
            if "://" not in link and not (page.parent / link).exists():
                broken.append(f"{page}: {link}")
    print(f"{count} links of {len(pages)} pages, {len(broken)} broken", *broken, sep="\n")


main(Path(sys.argv[1]))
