# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Byte-level BPE in the plainest way, as an independent result: GPT-2's words, with each digit a word if asked for."""
import unicodedata


def characters_of_bytes():
    """A visible character for each byte; those that have none take the characters from 256 on."""
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in visible]
    return {**{byte: chr(byte) for byte in visible}, **{byte: chr(256 + i) for i, byte in enumerate(hidden)}}


def kind(c):
    if c.isspace() and c not in "\x1c\x1d\x1e\x1f":
        return "space"
    return {"L": "letter", "N": "number"}.get(unicodedata.category(c)[0], "other")


def words(text, each_digit):
    """'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+ by hand."""
    if each_digit:
        start = 0
        for i, c in enumerate(text):
            if kind(c) == "number" and c.isnumeric():
                yield from words(text[start:i], False)
                yield c
                start = i + 1
        yield from words(text[start:], False)
        return
    i = 0
    while i < len(text):
        suffix = next((s for s in ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d") if text.startswith(s, i)), None)
        if suffix:
            yield suffix
            i += len(suffix)
            continue
        start, first = i, i + (text[i] == " ")
        if first < len(text) and kind(text[first]) != "space":
            i = first
            while i < len(text) and kind(text[i]) == kind(text[first]):
                i += 1
        else:
            while i < len(text) and kind(text[i]) == "space":
                i += 1
            if i < len(text) and i - start > 1:
                i -= 1  # the last one goes with the next word, if it is a space
        yield text[start:i]


class ByteLevel:
    def __init__(self, tokens, merges, specials, each_digit):
        self.ids = {token: i for i, token in enumerate(tokens)}
        self.ranks = {tuple(merge.split(" ")): i for i, merge in enumerate(merges)}
        self.specials, self.each_digit = sorted(specials, key=len, reverse=True), each_digit
        self.characters = characters_of_bytes()

    def encode(self, text):
        found = [(text.find(s), s) for s in self.specials if s in text]
        if found:
            place, special = min(found, key=lambda pair: (pair[0], -len(pair[1])))
            return [*self.encode(text[:place]), self.ids[special], *self.encode(text[place + len(special):])]
        return [i for word in words(text, self.each_digit) for i in self.encode_word(word)]

    def encode_word(self, word):
        parts = [self.characters[byte] for byte in word.encode()]
        while True:
            ranked = [(self.ranks[pair], i) for i, pair in enumerate(zip(parts, parts[1:])) if pair in self.ranks]
            if not ranked:
                return [self.ids[part] for part in parts]
            i = min(ranked)[1]
            parts[i:i + 2] = [parts[i] + parts[i + 1]]
