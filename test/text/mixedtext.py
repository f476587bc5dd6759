# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Text that tokenizers have trouble with: many scripts, marks, spaces, numbers, emoji, controls and damaged UTF-8, at random
from ranges of Unicode. Nothing is downloaded, and the same seed gives the same text."""
import random, unicodedata

SCRIPTS = [
    (0x61, 0x7A), (0x41, 0x5A), (0x21, 0x7E), (0xA1, 0xFF), (0x100, 0x17F), (0x180, 0x24F), (0x250, 0x2AF), (0x2B0, 0x2FF),
    (0x370, 0x3FF), (0x400, 0x4FF), (0x531, 0x587), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x904, 0x965), (0x985, 0x9E3), (0xB85, 0xBD7),
    (0xE01, 0xE5B), (0xE81, 0xEDF), (0xF40, 0xF8B), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x137C), (0x13A0, 0x13F4),
    (0x1780, 0x17F9), (0x1820, 0x1878), (0x1E00, 0x1EFF), (0x1F00, 0x1FFE), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BD),
    (0x2100, 0x218B), (0x2190, 0x23FA), (0x2460, 0x24FF), (0x2500, 0x27BF), (0x2C00, 0x2C5E), (0x3001, 0x303F), (0x3041, 0x309F),
    (0x30A0, 0x30FF), (0x3105, 0x312D), (0x3131, 0x318E), (0x3200, 0x32FE), (0x3300, 0x33FF), (0x3400, 0x4DB5), (0x4E00, 0x9FA5),
    (0xAC00, 0xD7A3), (0xF900, 0xFA6D), (0xFB00, 0xFB4F), (0xFB50, 0xFDFB), (0xFF01, 0xFFEE), (0x10400, 0x1044F),
    (0x1D400, 0x1D7FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6CF), (0x20000, 0x2A6D6), (0x2F800, 0x2FA1D),
]
SPACES = " " * 12 + "\n\n\n\t\t\r\v\f\x1c\x85\xa0\u1680\u180e\u2000\u2003\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
MARKS = [0x300, 0x301, 0x303, 0x308, 0x30A, 0x323, 0x327, 0x328, 0x331, 0x340, 0x345, 0x5B0, 0x64B, 0x653, 0x93C, 0x94D, 0xE38, 0xEBA, 0x3099,
         0x20DD, 0xFE0F, 0x200D]
WORDS = """the and of to in a is that it he was for on are as with his they I at be this have from or one had by word but not
what all were we when your can said there use an each which she do how their if will up other about out many then them these so
some her would make like him into time has look two more write go see number no way could people my than first water been call
who oil its now find long down day did get come made may part don't can't it's we've I'll you're he'd DON'T WE'LL it's isn't
function return int char const static void struct class template #include def import print( == != -> // /* */ {} [] foo_bar
camelCase HTTPServer2 3.14159 1,000,000 0x7fff 2024-02-29 12:34:56 $99.99 50% user@example.com https://example.org/a?b=c&d=e
naïve café Zürich Straße İstanbul ſtrange Ångström ﬁne ﬂow Привет мир Ελληνικά עברית العربية हिन्दी ไทย 日本語テキスト 中文文本
한국어 Việt 👩‍👩‍👧 👍🏽 🇩🇪 ❤️ ½ ² ① Ⅷ ﷺ ‼ … – — “quoted” ‘single’ «x» do not n't 'm 're""".split()


def characters(draw, low, high):
    """Some neighbours of a range, assigned ones only."""
    count = draw.choice((1, 1, 2, 3, 5, 8, 13, 40))
    found = (chr(draw.randint(low, high)) for _ in range(count))
    return "".join(c for c in found if unicodedata.category(c) not in ("Cn", "Cs"))


def part(draw, tokens):
    kind = draw.random()
    if kind < 0.45:
        return draw.choice(WORDS)
    if kind < 0.60:
        return characters(draw, *draw.choice(SCRIPTS))
    if kind < 0.70:
        return "".join(draw.choice(SPACES) for _ in range(draw.choice((1, 1, 2, 3, 7))))
    if kind < 0.76:
        return "".join(draw.choice("0123456789") for _ in range(draw.randint(1, 12)))
    if kind < 0.81:
        return characters(draw, 0x41, 0x24F) + "".join(chr(draw.choice(MARKS)) for _ in range(draw.randint(1, 4)))
    if kind < 0.85:
        return draw.choice("!?.,;:-_'\"()[]{}<>/\\|@#$%^&*+=~`") * draw.choice((1, 1, 2, 3, 20))
    if kind < 0.88:
        return bytes(draw.randrange(256) for _ in range(draw.randint(1, 12))).decode("utf-8", errors="replace")
    if kind < 0.90:
        return chr(draw.choice((0, 1, 7, 8, 0x1B, 0x7F, 0x80, 0x9F, 0xAD, 0x200E, 0x2060, 0xFFFD, 0xFFFE, 0xE000, 0x10FFFF)))
    if kind < 0.92:
        return draw.choice(("▁", "▁▁", "Ġ", "Ċ", "##", "<0x41>", "</w>", "[UNK]"))
    return draw.choice(tokens) if tokens else " "


def line(draw, tokens=()):
    """A line of some parts, most of them with spaces between; `tokens` are strewn in."""
    parts = []
    for _ in range(draw.choice((0, 1, 2, 4, 8, 16, 30))):
        parts.append(part(draw, tokens))
        if draw.random() < 0.6:
            parts.append(" ")
    return "".join(parts)


def lines(count, seed, tokens=()):
    draw = random.Random(seed)
    return [line(draw, tokens) for _ in range(count)]
