# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tokenizer.json out of GGUF files: the ids are those of SentencePiece, of the tokenizer that was written, or of BPE by hand."""
import io, json, random, re, sys, tempfile, unittest
from pathlib import Path

import gguf
import sentencepiece
import tokenizers
from gguf import TokenType
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path[:0] = [str(ROOT / "test" / "Import"), str(ROOT / "test" / "models"), str(Path(__file__).parent)]
import fetch, weights
from byte_level import ByteLevel

CORPUS = [line for file in sorted((ROOT / "docs").rglob("*.md")) for line in file.read_text().splitlines() if line.strip()]
HARD = ["", " ", "  ", "\n", "a", " a", "a ", "  a  b   c ", "Hello, world!", "it's we'll I'D they'Re", "x=1234567; y = 0.5e-10",
        "tabs\tand\r\nlines\n\n\n  end", "größe ÄÖÜ ß", "日本語のテキスト、中文。", "русский текст", "مرحبا بالعالم", "हिन्दी भाषा",
        "🙂🙃 👩‍👩‍👧‍👦", "e\u0301 \u00e9", "\u2581under\u2581score", "\x00\x01\x7f", "²³¼½ Ⅷ ٣٤", "<|im_start|>user\nhi<|im_end|>\n",
        "<s>not a bos</s>", "aaaaaaaaaaaaaaaaaaaaaaa", "$100 + 20% = #1 @home (a_b)[c]{d}", "\u00a0no-break\u3000wide\u200bzero",
        "CamelCaseWordsAndHTTPServer", "don’t “quote” — dash…"]


def texts():
    rng = random.Random(3)
    alphabet = "abcdefg   XYZ019.,!?'\n\t-_=(){}üßéя日語🙂\u2581"
    yield from HARD
    yield from rng.sample(CORPUS, 150)
    for _ in range(300):
        yield "".join(rng.choice(alphabet) for _ in range(rng.randrange(1, 60)))


class Tokenizers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "model.gguf"

    def convert(self, model, tokens, types=None, scores=None, merges=None, **values):
        """Writes the GGUF file and loads what becomes of it."""
        writer = gguf.GGUFWriter(self.path, "llama")
        writer.add_tokenizer_model(model)
        writer.add_token_list(tokens)
        if types is not None:
            writer.add_token_types(types)
        if scores is not None:
            writer.add_token_scores(scores)
        if merges is not None:
            writer.add_token_merges(merges)
        for name, value in values.items():
            key = f"tokenizer.ggml.{name}".replace("ggml.../", "")
            add = {bool: writer.add_bool, int: writer.add_uint32, str: writer.add_string}.get(type(value), writer.add_array)
            add(key, value)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return self.load()

    def load(self, path=None):
        self.json = weights.run("tokenizer", path or self.path).decode()
        return Tokenizer.from_str(self.json)

    def check_same(self, found, expected, what=texts):
        for text in what():
            with self.subTest(text):
                self.assertEqual(found(text), expected(text))

    # SentencePiece

    def train(self, **options):
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(CORPUS), model_writer=model, vocab_size=1200, num_threads=1, minloglevel=2, **options)
        return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue()), model.getvalue()

    def convert_sentencepiece(self, model, processor, **values):
        types, tokens = [], []
        for i in range(processor.vocab_size()):
            token, kind = processor.id_to_piece(i), TokenType.NORMAL
            if processor.is_unknown(i):
                kind = TokenType.UNKNOWN
            elif processor.is_control(i):
                kind = TokenType.CONTROL
            elif processor.is_byte(i):
                kind = TokenType.BYTE
            elif token in ("<user>", "<tool call>"):
                kind = TokenType.USER_DEFINED
            tokens.append(token)
            types.append(kind)
        scores = [processor.get_score(i) for i in range(processor.vocab_size())]
        return self.convert(model, tokens, types, scores, unknown_token_id=processor.unk_id(),
                            bos_token_id=max(processor.bos_id(), 0), eos_token_id=processor.eos_id(), **values)

    def plain(self):
        """Texts without the names of control tokens, which SentencePiece takes as text."""
        return (text for text in texts() if "<s>" not in text)

    LLAMA = {"model_type": "bpe", "byte_fallback": True, "normalization_rule_name": "identity", "remove_extra_whitespaces": False,
             "split_digits": True, "allow_whitespace_only_pieces": True}

    def test_sentencepiece_bpe(self):
        processor, _ = self.train(**self.LLAMA)
        tokenizer = self.convert_sentencepiece("llama", processor)
        # An empty text has no prefix here and none there.
        self.check_same(lambda text: tokenizer.encode(text).ids, lambda text: [processor.bos_id(), *processor.encode(text)], self.plain)
        self.check_same(lambda text: tokenizer.decode(tokenizer.encode(text).ids),
                        lambda text: text.replace("\u2581", " "), self.plain)

    def test_sentencepiece_bpe_without_prefix(self):
        processor, _ = self.train(add_dummy_prefix=False, **self.LLAMA)
        tokenizer = self.convert_sentencepiece("llama", processor, add_space_prefix=False, add_bos_token=False, add_eos_token=True)
        self.check_same(lambda text: tokenizer.encode(text).ids, lambda text: [*processor.encode(text), processor.eos_id()], self.plain)

    def test_sentencepiece_bpe_without_bytes(self):
        options = {**self.LLAMA, "byte_fallback": False}
        processor, _ = self.train(**options)
        tokenizer = self.convert_sentencepiece("llama", processor, add_bos_token=False)
        self.check_same(lambda text: tokenizer.encode(text).ids, processor.encode, self.plain)

    def test_sentencepiece_user_defined(self):
        # Text behind a token that is found first has a prefix of its own, so they are compared without one.
        processor, _ = self.train(user_defined_symbols=["<user>"], add_dummy_prefix=False, **self.LLAMA)
        tokenizer = self.convert_sentencepiece("llama", processor, add_space_prefix=False, add_bos_token=False)
        added = {token.content: token.special for token in tokenizer.get_added_tokens_decoder().values()}
        self.assertEqual(added, {"<unk>": True, "<s>": True, "</s>": True, "<user>": False})
        self.check_same(lambda text: tokenizer.encode(text).ids, processor.encode,
                        lambda: ("<user>", "a<user>b", " <user> c <user><user>", "<user", "user>"))
        self.assertEqual(tokenizer.encode("<s>a</s>").ids, [1, *processor.encode("a"), 2])

    def test_sentencepiece_unigram(self):
        processor, proto = self.train(model_type="unigram", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
        model = sentencepiece_model_pb2.ModelProto.FromString(proto)
        tokenizer = self.convert_sentencepiece("t5", processor, remove_extra_whitespaces=True, add_space_prefix=True,
                                               precompiled_charsmap=model.normalizer_spec.precompiled_charsmap)
        for text in (text for text in texts() if "</s>" not in text and text.strip()):
            found, expected = tokenizer.encode(text).ids, [*processor.encode(text), 1]
            # The same pieces in another order have the same sum, so either is right: one side adds in f32, the other in f64.
            with self.subTest(text):
                self.assertEqual(sorted(found), sorted(expected))
                self.assertEqual(processor.decode(found), processor.decode(expected))

    # Byte-level BPE

    def test_byte_level(self):
        """A tokenizer of each shape that is written with the package itself."""
        digits = pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(False)])
        pattern = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
                   r"|\s+(?!\S)|\s+")
        def split(pattern):
            return pre_tokenizers.Sequence([pre_tokenizers.Split(tokenizers.Regex(pattern), "isolated"),
                                            pre_tokenizers.ByteLevel(False, use_regex=False)])
        falcon = pre_tokenizers.Sequence([pre_tokenizers.Punctuation("contiguous"), pre_tokenizers.ByteLevel(False),
                                          pre_tokenizers.Digits(), pre_tokenizers.Split(tokenizers.Regex("[0-9][0-9][0-9]"), "isolated")])
        shapes = {"gpt-2": (None, pre_tokenizers.ByteLevel(False)), "smollm": (None, digits), "command-r": (normalizers.NFC(), digits),
                  "qwen2": (normalizers.NFC(), split(pattern.replace("{1,3}", ""))), "llama-bpe": (None, split(pattern)),
                  "dbrx": (None, split(pattern)), "falcon": (None, falcon)}
        for pre, (normalizer, pre_tokenizer) in shapes.items():
            original = Tokenizer(models.BPE())
            if normalizer:
                original.normalizer = normalizer
            original.pre_tokenizer = pre_tokenizer
            original.decoder = decoders.ByteLevel()
            original.train_from_iterator(CORPUS, trainers.BpeTrainer(
                vocab_size=1500, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), special_tokens=["<|im_start|>", "<|im_end|>"],
                show_progress=False))
            model = json.loads(original.to_str())["model"]
            tokens = sorted(model["vocab"], key=model["vocab"].get)
            types = [TokenType.CONTROL] * 2 + [TokenType.NORMAL] * (len(tokens) - 2)
            merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]]
            tokenizer = self.convert("gpt2", tokens, types, merges=merges, pre=pre, bos_token_id=0, eos_token_id=1, add_bos_token=False)
            with self.subTest(pre):
                self.check_same(lambda text: tokenizer.encode(text).ids, lambda text: original.encode(text).ids)
                self.check_same(lambda text: tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False),
                                lambda text: normalizer.normalize_str(text) if normalizer else text)

    # The smallest vocabulary with a merge.
    BYTES = [*sorted(pre_tokenizers.ByteLevel.alphabet()), "zz"]

    def test_every_pre_tokenizer_loads_and_loses_nothing(self):
        with self.assertRaises(weights.Refused) as refused:
            self.convert("gpt2", self.BYTES, merges=["z z"], pre="nothing-known")
        self.assertRegex(str(refused.exception), "tokenizer.ggml.pre.*'nothing-known', expected one of .*smollm")
        names = str(refused.exception).split("expected one of ")[1].split(", ")
        self.assertGreater(len(names), 50)
        for name in names:
            tokenizer = self.convert("gpt2", self.BYTES, merges=["z z"], pre=name)
            tokenizer.normalizer = None
            with self.subTest(name):
                for text in HARD:
                    self.assertEqual(tokenizer.decode(tokenizer.encode(text, add_special_tokens=False).ids), text)

    # Words per pre-tokenizer, as their definitions say; bytes of Ġ are spaces.
    WORDS = {
        "gpt-2": ("a 1234 b", ["a", "Ġ1234", "Ġb"]), "smollm": ("a 12 b", ["a", "Ġ", "1", "2", "Ġb"]),
        "llama-bpe": ("a 1234 (b)\n\nc", ["a", "Ġ", "123", "4", "Ġ(", "b", ")ĊĊ", "c"]),
        "qwen2": ("a 12 'S", ["a", "Ġ", "1", "2", "Ġ'", "S"]), "tekken": ("HelloWorld 12/", ["Hello", "World", "Ġ", "1", "2", "/"]),
        "gpt-4o": ("HelloWorld's 1234", ["Hello", "World's", "Ġ", "123", "4"]),
        "deepseek-coder": ("ab\n\n12", ["ab", "Ċ", "Ċ", "1", "2"]), "deepseek-v3": ("ab 1234.cd", ["ab", "Ġ", "123", "4", ".cd"]),
        "falcon": ("a 12345", ["a", "Ġ", "123", "45"]), "bloom": ("ab, cd.", ["ab", ",", "Ġcd", "."]),
        "superbpe": ("a b 1234567", ["aĠbĠ", "1", "234", "567"]), "deepseek-llm": ("a 123\nb", ["a", "Ġ", "123", "Ċ", "b"]),
    }

    def test_words(self):
        for name, (text, words) in self.WORDS.items():
            with self.subTest(name):
                tokenizer = self.convert("gpt2", self.BYTES, merges=["z z"], pre=name)
                self.assertEqual([word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(text)], words)

    def test_a_trained_model(self):
        try:
            path = fetch.fetch("SmolLM2-135M-Instruct.Q4_1.gguf")
        except fetch.Unavailable as reason:
            self.skipTest(str(reason))
        reader = gguf.GGUFReader(path)
        tokens, merges, types = (reader.get_field(f"tokenizer.ggml.{name}").contents() for name in ("tokens", "merges", "token_type"))
        by_hand = ByteLevel(tokens, merges, [token for token, kind in zip(tokens, types) if kind == TokenType.CONTROL], each_digit=True)
        tokenizer = self.load(path)
        self.check_same(lambda text: tokenizer.encode(text).ids, by_hand.encode)
        self.assertEqual(tokenizer.decode(tokenizer.encode(HARD[8]).ids), HARD[8])
        text = json.loads(weights.run("text", path))
        self.assertEqual((text["bos"], text["eos"], text["unknown"], text["padding"]), (1, 2, 0, 2))
        self.assertLessEqual({0, 2}, set(text["endOfGeneration"]))
        self.assertEqual(text["chatTemplate"], reader.get_field("tokenizer.chat_template").contents())

    # WordPiece

    def test_word_piece(self):
        original = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        original.normalizer = normalizers.BertNormalizer()
        original.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        original.train_from_iterator(CORPUS, trainers.WordPieceTrainer(vocab_size=1500, special_tokens=specials, show_progress=False))
        original.post_processor = processors.TemplateProcessing(
            single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
        vocabulary = json.loads(original.to_str())["model"]["vocab"]
        tokens = sorted(vocabulary, key=vocabulary.get)
        types = [TokenType.CONTROL if token in specials else TokenType.NORMAL for token in tokens]
        marked = [token if token in specials else token[2:] if token.startswith("##") else "\u2581" + token for token in tokens]
        tokenizer = self.convert("bert", marked, types, unknown_token_id=1, cls_token_id=2, seperator_token_id=3, padding_token_id=0,
                                 mask_token_id=4)
        for encode in (lambda t, text: t.encode(text), lambda t, text: t.encode(text, "and more")):
            self.check_same(lambda text: (encode(tokenizer, text).ids, encode(tokenizer, text).type_ids),
                            lambda text: (encode(original, text).ids, encode(original, text).type_ids))

    def test_word_piece_specials_without_brackets(self):
        tokenizer = self.convert("bert", ["\u2581<pad>", "\u2581<unk>", "\u2581a", "b"], unknown_token_id=1, cls_token_id=0,
                                 seperator_token_id=0, padding_token_id=0)
        self.assertEqual(tokenizer.encode("ab x").ids, [0, 2, 3, 1, 0])
        self.assertEqual(tokenizer.encode("<pad>", add_special_tokens=False).ids, [0])

    def test_an_embedded_original(self):
        original = Tokenizer(models.BPE()).to_str()
        self.convert("gpt2", ["a"], **{"../huggingface.json": original})
        self.assertEqual(self.json, original)

    # What does not fit together

    def test_refused(self):
        def convert(*arguments, **values):
            with self.assertRaises(weights.Refused) as refused:
                self.convert(*arguments, **values)
            return str(refused.exception)

        self.assertIn("has the value 'rwkv', expected one of bert, gpt2, llama, t5", convert("rwkv", ["a"]))
        self.assertIn("'tokenizer.huggingface.json' is not valid JSON", convert("gpt2", ["a"], **{"../huggingface.json": "{"}))
        self.assertIn("'tokenizer.ggml.merges': expected this key", convert("gpt2", ["a"]))
        self.assertIn("expected each token once, found 'a' as 0 and 2", convert("gpt2", ["a", "b", "a"]))
        self.assertIn("expected two tokens with a space between, found merge 0, which is 'ab'", convert("gpt2", ["a", "b"], merges=["ab"]))
        self.assertIn("found merge 0, 'a b', without 'ab' there", convert("gpt2", ["a", "b"], merges=["a b"]))
        self.assertIn("expected 2 elements, one a token, found 1", convert("gpt2", ["a", "b"], types=[1]))
        self.assertIn("expected types of 0 to 6, found 9 for token 1", convert("gpt2", ["a", "b"], types=[1, 9]))
        self.assertIn("expected a token of 0 to 1, found 2", convert("gpt2", ["a", "b"], bos_token_id=2))
        self.assertIn("'tokenizer.ggml.scores': expected a score for each token", convert("llama", ["a", "b"]))
        self.assertIn("expected numbers, found NaN for token 0", convert("llama", ["a"], scores=[float("nan")]))
        self.assertIn("expected an array of u8", convert("t5", ["a", "b", "c"], scores=[0.0] * 3, precompiled_charsmap="x"))
        self.assertIn("expected a size of 4 bytes and a trie", convert("t5", ["a", "b", "c"], scores=[0.0] * 3, precompiled_charsmap=b"\xff" * 8))
        self.assertIn("'tokenizer.ggml.unknown_token_id': expected this key", convert("bert", ["a"]))


if __name__ == "__main__":
    unittest.main()
