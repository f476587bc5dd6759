# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Our tokenizers against the Python package `tokenizers`: the same tokenizer.json, the same text, the same ids and the same
decoded text, for every kind of model, pre-tokenizer, normalizer and decoder.

WEFT_TOKENIZER_LINES is the number of lines for all tokenizers together: 6,000 unless told, 100,000 is thorough."""
import base64, json, os, struct, subprocess, sys, tempfile, unicodedata, unittest
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(ROOT / "test" / "models"))
import fetch
import mixedtext

TOOL = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft-tokenize"
LINES = int(os.environ.get("WEFT_TOKENIZER_LINES", 6000))

# Of well-known models. DeepSeek has three Splits, one after another.
GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|"
          r"\s+(?!\S)|\s+")
QWEN2 = LLAMA3.replace("{1,3}", "")
CL100K = (r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|"
          r"\s+(?!\S)|\s")
O200K = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
BLOOM = r" ?[^(\s|[.,!?…。，、।۔،])]+"
DEEPSEEK = [r"\p{N}{1,3}", r"[一-龥぀-ゟ゠-ヿ]+",
            r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|"""
            r"""\s*[\r\n]+|\s+(?!\S)|\s+"""]
SYNTAX = [r"\w+|\W", r"\b", r"[[:alpha:]]+|[[:punct:]]", r"[\p{L}&&[^a-z]]+", r"[a[^\p{L}]&&\S]{2}+", r"(?i)straße|K", r"^.|.$",
          r"(?m:.)\n", r"\h+|\H", r"(\w)\1", r"(?<=\d),(?=\d)|\R", r"[^[a-m]\s]+", r"\p{^L}|\p{Greek}+", r"x{,2}y|a{2}?", r"[]a-]+"]


def byte_level_bpe(lines, pre_tokenizer, size=3000, **options):
    tokenizer = Tokenizer(models.BPE(**options))
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.ByteLevel()
    train(tokenizer, lines, trainers.BpeTrainer(vocab_size=size, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
                                                special_tokens=["<|begin|>", "<|end|>"], show_progress=False))
    return tokenizer


def train(tokenizer, lines, trainer):
    tokenizer.train_from_iterator(lines, trainer)


def split(*patterns):
    cuts = [pre_tokenizers.Split(Regex(pattern), "isolated") for pattern in patterns]
    return pre_tokenizers.Sequence([*cuts, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def gpt2(lines):
    tokenizer = byte_level_bpe(lines, pre_tokenizers.ByteLevel(add_prefix_space=False))
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return tokenizer


def roberta(lines):
    tokenizer = byte_level_bpe(lines, pre_tokenizers.ByteLevel(add_prefix_space=True))
    tokenizer.post_processor = processors.RobertaProcessing(("<|end|>", 1), ("<|begin|>", 0))
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    return tokenizer


def llama3(lines):
    tokenizer = byte_level_bpe(lines, split(LLAMA3), ignore_merges=True)
    template = processors.TemplateProcessing(single="<|begin|> $A", pair="<|begin|> $A <|begin|> $B:1",
                                             special_tokens=[("<|begin|>", 0)])
    tokenizer.post_processor = processors.Sequence([processors.ByteLevel(), template])
    tokenizer.add_special_tokens(["<|eot|>", "<|eot_id|>"])
    tokenizer.add_tokens([AddedToken("hello world", single_word=True), AddedToken("stripped", lstrip=True, rstrip=True),
                          AddedToken("  ", normalized=False), AddedToken("日本", rstrip=True, normalized=False)])
    return tokenizer


def smollm(lines):
    return byte_level_bpe(lines, pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]))


def qwen2(lines):
    tokenizer = byte_level_bpe(lines, split(QWEN2))
    tokenizer.normalizer = normalizers.NFC()
    return tokenizer


def sentencepiece_bpe(lines):
    """As Llama 2: spaces by normalizers, unknown characters as bytes."""
    alphabet = [f"<0x{byte:02X}>" for byte in range(256)]
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    train(tokenizer, [part for line in lines for part in line.split(" ")],
          trainers.BpeTrainer(vocab_size=2500, special_tokens=["<unk>", "<s>", "</s>", *alphabet], limit_alphabet=300,
                              show_progress=False))
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(),
                                           decoders.Strip(" ", 1, 0)])
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="$A $B", special_tokens=[("<s>", 1), ("</s>", 2)])
    return tokenizer


def metaspace_bpe(scheme, cut=True):
    def make(lines):
        tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=False))
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme=scheme, split=cut)
        train(tokenizer, lines if cut else [part for line in lines for part in line.split(" ")],
              trainers.BpeTrainer(vocab_size=2500, limit_alphabet=200, show_progress=False,
                                  special_tokens=["<unk>", "<s>", *(f"<0x{byte:02X}>" for byte in range(128))]))
        tokenizer.decoder = decoders.Metaspace(prepend_scheme=scheme, split=cut)
        tokenizer.add_tokens([AddedToken("hello world", normalized=True)])
        return tokenizer
    return make


def classic_bpe(lines):
    """Word ends are marked, and what continues a word is too."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>", continuing_subword_prefix="@@"))
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    train(tokenizer, lines, trainers.BpeTrainer(vocab_size=2500, special_tokens=["<unk>"], end_of_word_suffix="</w>",
                                                continuing_subword_prefix="@@", limit_alphabet=300, show_progress=False))
    tokenizer.decoder = decoders.BPEDecoder()
    return tokenizer


def unigram(byte_fallback, normalizer, pre_tokenizer):
    def make(lines):
        tokenizer = Tokenizer(models.Unigram())
        tokenizer.normalizer = normalizer
        tokenizer.pre_tokenizer = pre_tokenizer
        # Few enough characters for a vocabulary of this size; the others are then unknown.
        few = ["".join(c for c in line if c < "\u0500" or c in "▁日本語文中") for line in lines[:400]]
        train(tokenizer, few, trainers.UnigramTrainer(vocab_size=1500, unk_token="<unk>", show_progress=False,
                                                              special_tokens=["<unk>", "<s>", "</s>"]))
        if byte_fallback:
            model = json.loads(tokenizer.to_str())["model"]
            vocab = [tuple(entry) for entry in model["vocab"]] + [(f"<0x{byte:02X}>", -20.0) for byte in range(256)]
            tokenizer.model = models.Unigram(vocab, unk_id=model["unk_id"], byte_fallback=True)
        tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()])
        tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 2)])
        return tokenizer
    return make


def charsmap(table):
    """A character map of sentencepiece: a double-array trie (Darts-clone) and the replacements it points to."""
    text, keys = b"", {}
    for key, value in table.items():
        keys[key.encode()] = len(text)
        text += value.encode() + b"\0"
    trie = {}
    for key, value in keys.items():
        node = trie
        for byte in key:
            node = node.setdefault(byte, {})
        node[None] = value
    units, used = {0: 0}, {0}

    def place(node, at):
        labels = [label or 0 for label in node]
        block = 256
        # An offset beyond 21 bits would need blocks; a small table does not.
        while any((at ^ block ^ label) in used for label in labels):
            block += 1
        used.update(at ^ block ^ label for label in labels)
        units[at] = units.get(at, 0) | block << 10 | (None in node) << 8
        for label, child in node.items():
            where = at ^ block ^ (label or 0)
            if label is None:
                units[where] = 1 << 31 | child
            else:
                units[where] = label
                place(child, where)

    place(trie, 0)
    size = (max(used) | 255) + 1
    array = b"".join(struct.pack("<I", units.get(at, 0)) for at in range(size))
    return base64.b64encode(struct.pack("<I", len(array)) + array + text).decode()


def precompiled():
    table = {"ﬁ": "fi", "ﬂ": "fl", "½": "1/2", "\u3000": " ", "\xa0": " ", "\t": " ", "\n": " ", "…": "...", "Å": "Å", "\xad": "",
             "e\u0301": "é", "A\u0308": "Ä", "①": "1", "㌀": "アパート", "ｱ": "ア", "\u200b": " ", "\r\n": " "}
    return normalizers.Precompiled(base64.b64decode(charsmap(table)))


def word_piece(lines):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=20))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    train(tokenizer, lines, trainers.WordPieceTrainer(vocab_size=2500, limit_alphabet=400, show_progress=False,
                                                      special_tokens=["[UNK]", "[CLS]", "[SEP]", "[MASK]"]))
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    tokenizer.add_tokens([AddedToken("Straße", normalized=True), AddedToken("WATER", normalized=True, single_word=True)])
    return tokenizer


def word_level(pre_tokenizer, normalizer=None):
    def make(lines):
        tokenizer = Tokenizer(models.WordLevel(unk_token="<unk>"))
        tokenizer.pre_tokenizer = pre_tokenizer
        if normalizer:
            tokenizer.normalizer = normalizer
        train(tokenizer, lines, trainers.WordLevelTrainer(vocab_size=20000, special_tokens=["<unk>"], show_progress=False))
        return tokenizer
    return make


def spelled(normalizer=None, *cuts):
    """Shows what a normalizer writes, byte by byte, and where pre-tokenizers cut, since each piece then begins with ▁."""
    def make(_):
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        tokenizer = Tokenizer(models.BPE({character: i for i, character in enumerate(alphabet)}, []))
        if normalizer:
            tokenizer.normalizer = normalizer
        marks = [pre_tokenizers.Metaspace(split=False)] if cuts else []
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [*cuts, *marks, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
        tokenizer.decoder = decoders.ByteLevel()
        return tokenizer
    return make


def ctc(_):
    vocab = {token: i for i, token in enumerate(["<pad>", "<unk>", "|", *"abcdefghijklmnopqrstuvwxyz'. "])}
    tokenizer = Tokenizer(models.WordLevel(vocab, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex("."), "isolated")
    tokenizer.decoder = decoders.CTC()
    return tokenizer


WHITESPACE_SPLIT = pre_tokenizers.WhitespaceSplit()
TOKENIZERS = {
    "gpt2": gpt2, "roberta": roberta, "llama3": llama3, "smollm": smollm, "qwen2": qwen2,
    "gpt2 by Split": lambda lines: byte_level_bpe(lines, split(GPT2)),
    "cl100k": lambda lines: byte_level_bpe(lines, split(CL100K)),
    "o200k": lambda lines: byte_level_bpe(lines, split(O200K)),
    "bloom": lambda lines: byte_level_bpe(lines, split(BLOOM)),
    "deepseek": lambda lines: byte_level_bpe(lines, split(*DEEPSEEK)),
    "sentencepiece bpe": sentencepiece_bpe,
    "metaspace always": metaspace_bpe("always"), "metaspace first": metaspace_bpe("first"),
    "metaspace never": metaspace_bpe("never"), "metaspace whole": metaspace_bpe("first", cut=False),
    "classic bpe": classic_bpe,
    "unigram": unigram(False, normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]),
                       pre_tokenizers.Metaspace()),
    "unigram with bytes": unigram(True, precompiled(), pre_tokenizers.Sequence([WHITESPACE_SPLIT, pre_tokenizers.Metaspace()])),
    "wordpiece": word_piece,
    "wordlevel": word_level(pre_tokenizers.Whitespace(), normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents(),
                                                                               normalizers.Lowercase()])),
    "wordlevel by delimiter": word_level(pre_tokenizers.CharDelimiterSplit("e")),
    "ctc": ctc,
    "normalizers": spelled(normalizers.Sequence([normalizers.Strip(), normalizers.NFKD(), normalizers.Replace("a", "bb"),
                                                 normalizers.Replace(Regex(r"\d+"), "#")])),
    "nfc": spelled(normalizers.NFC()), "nfd": spelled(normalizers.NFD()), "nfkc": spelled(normalizers.NFKC()),
    "nfkd": spelled(normalizers.NFKD()), "lowercase": spelled(normalizers.Lowercase()), "precompiled": spelled(precompiled()),
    "strip left": spelled(normalizers.Strip(left=True, right=False)), "byte level": spelled(normalizers.ByteLevel()),
    "bert": spelled(normalizers.BertNormalizer(lowercase=False, strip_accents=True)),
    "digits": spelled(None, pre_tokenizers.Digits()), "each digit": spelled(None, pre_tokenizers.Digits(individual_digits=True)),
    "whitespace": spelled(None, pre_tokenizers.Whitespace()), "whitespace split": spelled(None, WHITESPACE_SPLIT),
    "bert words": spelled(None, pre_tokenizers.BertPreTokenizer()), "fixed length": spelled(None, pre_tokenizers.FixedLength(3)),
    **{f"punctuation {behavior}": spelled(None, pre_tokenizers.Punctuation(behavior))
       for behavior in ("removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous")},
    **{f"split {behavior} {invert}": spelled(None, pre_tokenizers.Split(Regex(r"\s|[aeiou]"), behavior, invert))
       for behavior in ("removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous") for invert in (False, True)},
    **{f"syntax {pattern}": spelled(None, pre_tokenizers.Split(Regex(pattern), "isolated")) for pattern in SYNTAX},
    "literal": spelled(None, pre_tokenizers.Split("e", "merged_with_next"), pre_tokenizers.Split(".", "isolated")),
}


def ask(path, lines):
    """What weft-tokenize answers for each line: ids, text, text without special tokens; or one error."""
    data = b"".join(b"%d\n%s" % (len(line), line) for line in (line.encode() for line in lines))
    done = subprocess.run([TOOL, path], input=data, capture_output=True)
    if done.returncode:
        raise AssertionError(done.stderr.decode())
    answers, at = [], 0

    def take():
        nonlocal at
        end = done.stdout.index(b"\n", at)
        start, at = end + 1, end + 1 + int(done.stdout[at:end])
        return done.stdout[start:at].decode()

    for _ in lines:
        first = take()
        answers.append((first,) if first.startswith("error: ") else (first, take(), take()))
    if at != len(done.stdout):
        raise AssertionError("weft-tokenize answered more than it was asked")
    return answers


def expect(tokenizer, line):
    try:
        plain = tokenizer.encode(line, add_special_tokens=False).ids
    except Exception:  # the package raises bare exceptions
        return ("error",)
    ids = tokenizer.encode(line).ids
    return (" ".join(map(str, plain)), tokenizer.decode(ids, skip_special_tokens=False), tokenizer.decode(ids, skip_special_tokens=True))


@unittest.skipUnless(TOOL.exists(), "weft-tokenize is not built")
class SameAsThePackage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.training = mixedtext.lines(1500, seed=1)

    def check(self, tokenizer, seed, count):
        tokenizer.no_truncation()
        tokenizer.no_padding()
        tokens = [token.content for token in tokenizer.get_added_tokens_decoder().values()]
        self.compare(tokenizer, mixedtext.lines(count, seed, tokens))

    def compare(self, tokenizer, lines):
        path = Path(self.folder.name) / "tokenizer.json"
        tokenizer.save(str(path))
        for line, found in zip(lines, ask(path, lines)):
            wanted = expect(tokenizer, line)
            if wanted == ("error",):
                self.assertTrue(found[0].startswith("error: "), f"{line!r}: expected an error, found {found}")
            else:
                self.assertEqual(found, wanted, f"for {line!r}")

    def test_every_kind(self):
        count = max(20, LINES // len(TOKENIZERS))
        for seed, (name, make) in enumerate(TOKENIZERS.items(), 2):
            with self.subTest(name):
                self.check(make(self.training), seed, count)

    def test_every_character(self):
        """All that Python's own Unicode knows, but for most of the large ranges that are alike."""
        points = [point for point in (*range(0x3401), *range(0x4DB0, 0x4E10), *range(0x9FA0, 0xAC05), *range(0xF900, 0x17000),
                                      *range(0x18800, 0x1F000), *range(0x1FBF0, 0x1FC00), 0x20000, *range(0xE0000, 0xE0200))
                  if unicodedata.category(chr(point)) not in ("Cn", "Cs")]
        lines = ["a".join(map(chr, points[i:i + 40])) for i in range(0, len(points), 40)]
        removed = [normalizers.Replace(Regex(pattern), "#") for pattern in
                   (r"\s", r"\w", r"\d", r"\p{L}", r"\p{N}", r"\p{P}", r"\p{S}", r"\p{M}", r"[[:punct:]]", r"[[:alpha:]]", r"[[:print:]]",
                    r"[[:graph:]]", r"\p{Lu}|\p{Lt}", r"\p{Han}|\p{Greek}|\p{Hiragana}", r"(?i:[sk])")]
        written = [normalizers.NFC(), normalizers.NFD(), normalizers.NFKC(), normalizers.NFKD(), normalizers.Lowercase(), normalizers.Nmt(),
                   normalizers.StripAccents(), normalizers.BertNormalizer(), *removed]
        cuts = [pre_tokenizers.Digits(), pre_tokenizers.Punctuation(), pre_tokenizers.Whitespace(), WHITESPACE_SPLIT,
                pre_tokenizers.BertPreTokenizer(), pre_tokenizers.ByteLevel()]
        for tokenizer in (*(spelled(normalizer)([]) for normalizer in written), *(spelled(None, cut)([]) for cut in cuts)):
            self.compare(tokenizer, lines)

    def test_a_real_one(self):
        try:
            path = fetch.fetch("minilm/tokenizer.json")
        except fetch.Unavailable as reason:
            self.skipTest(str(reason))
        self.check(Tokenizer.from_file(str(path)), 1000, max(500, LINES // 10))

    def test_a_long_text_takes_no_longer_for_its_length(self):
        """A megabyte that nothing cuts; quadratic time would be hours."""
        tokenizer = metaspace_bpe("first", cut=False)(self.training)
        path = Path(self.folder.name) / "tokenizer.json"
        tokenizer.save(str(path))
        text = "".join(mixedtext.lines(4000, seed=7))
        self.assertEqual(ask(path, [text])[0][0].split(), [str(i) for i in tokenizer.encode(text, add_special_tokens=False).ids])


if __name__ == "__main__":
    unittest.main()
