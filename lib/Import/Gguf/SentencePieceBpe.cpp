// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "llama": SentencePiece joins the two neighbours whose union has the best
// score. The merges of BPE say the same: each way to cut a piece into two
// pieces is a merge, ordered by the score of the piece, as in the converter of
// transformers.

#include "lib/Import/Gguf/TokenizerParts.h"
#include "llvm/ADT/STLExtras.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

static constexpr llvm::StringLiteral kSpace = "\xe2\x96\x81"; // U+2581

namespace {
/// A way to make the piece with this score.
struct Candidate {
  double score;
  /// In characters.
  size_t leftLength, rightLength;
  Merge merge;
  /// Among candidates with all of that alike.
  size_t order = 0;
};
} // namespace

/// True for tokens that text is made of; the others are found before merging.
static bool isPiece(TokenType type) {
  return type == TokenType::Normal || type == TokenType::Unused ||
         type == TokenType::Undefined;
}

static bool isStartOfCharacter(char c) { return (c & 0xc0) != 0x80; }

static size_t countCharacters(llvm::StringRef text) {
  return llvm::count_if(text, isStartOfCharacter);
}

/// Appends every way to cut \p piece into two pieces.
static void appendCandidates(const Vocabulary &vocabulary,
                             llvm::StringRef piece, double score,
                             std::vector<Candidate> &candidates) {
  auto isPieceText = [&](llvm::StringRef text) {
    std::optional<int64_t> id = vocabulary.find(text);
    return id && isPiece(vocabulary.types[*id]);
  };
  size_t first = candidates.size();
  for (size_t cut = 1; cut < piece.size(); ++cut) {
    if (!isStartOfCharacter(piece[cut]))
      continue;
    llvm::StringRef left = piece.take_front(cut), right = piece.drop_front(cut);
    if (isPieceText(left) && isPieceText(right))
      candidates.push_back({score,
                            countCharacters(left),
                            countCharacters(right),
                            {left, right}});
  }
  // By the ids of the parts, which decides between equals.
  auto getIds = [&](const Candidate &candidate) {
    return std::pair(*vocabulary.find(candidate.merge.first),
                     *vocabulary.find(candidate.merge.second));
  };
  std::sort(candidates.begin() + first, candidates.end(),
            [&](const Candidate &a, const Candidate &b) {
              return getIds(a) < getIds(b);
            });
}

static llvm::Expected<std::vector<Merge>>
makeMerges(const TokenizerSource &source) {
  constexpr size_t kMaximumPieceBytes = 4096;
  // Of one vocabulary: a thousand times what a large one takes. Long pieces
  // that are all within each other have merges with the cube of their length.
  constexpr uint64_t kMaximumSteps = uint64_t(1) << 32;
  constexpr uint64_t kMaximumMergeBytes = uint64_t(64) << 20;
  uint64_t steps = 0, mergeBytes = 0;
  const Vocabulary &vocabulary = source.vocabulary;
  std::vector<Candidate> candidates;
  for (auto [id, piece] : llvm::enumerate(vocabulary.tokens)) {
    if (!isPiece(vocabulary.types[id]))
      continue;
    // Time grows with the square of the length.
    if (piece.size() > kMaximumPieceBytes)
      return source.file.failAt("tokenizer.ggml.tokens",
                                llvm::Twine("expected pieces of at most ") +
                                    llvm::Twine(kMaximumPieceBytes) +
                                    " bytes, found token " + llvm::Twine(id) +
                                    " with " + llvm::Twine(piece.size()));
    size_t before = candidates.size();
    appendCandidates(vocabulary, piece, vocabulary.scores[id], candidates);
    steps += piece.size() * piece.size();
    // Each is written with quotes, brackets and commas.
    mergeBytes += (candidates.size() - before) * (piece.size() + 8);
    if (steps > kMaximumSteps || mergeBytes > kMaximumMergeBytes)
      return source.file.failAt(
          "tokenizer.ggml.tokens",
          llvm::Twine("expected pieces with at most ") +
              llvm::Twine(kMaximumMergeBytes) +
              " bytes of merges, found more by token " + llvm::Twine(id) +
              ": they are too long, or too many lie within each other");
  }
  for (auto [order, candidate] : llvm::enumerate(candidates))
    candidate.order = order;
  llvm::sort(candidates, [](const Candidate &a, const Candidate &b) {
    return std::tie(a.score, a.leftLength, a.rightLength, b.order) >
           std::tie(b.score, b.leftLength, b.rightLength, a.order);
  });
  std::vector<Merge> merges;
  merges.reserve(candidates.size());
  for (const Candidate &candidate : candidates)
    merges.push_back(candidate.merge);
  return merges;
}

/// Spaces become U+2581, one more before the text where a prefix is wanted.
static json::Value makeNormalizer(bool addsPrefix) {
  json::Array steps;
  if (addsPrefix)
    steps.push_back(json::Object{{"type", "Prepend"}, {"prepend", kSpace}});
  steps.push_back(makeReplace(" ", kSpace));
  return makeSequence("normalizers", std::move(steps));
}

static json::Value makeDecoder(bool addsPrefix) {
  json::Array steps{makeReplace(kSpace, " "),
                    json::Object{{"type", "ByteFallback"}},
                    json::Object{{"type", "Fuse"}}};
  if (addsPrefix)
    steps.push_back(json::Object{
        {"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
  return makeSequence("decoders", std::move(steps));
}

llvm::Expected<TokenizerParts>
gguf::makeSentencePieceBpe(const TokenizerSource &source) {
  if (source.vocabulary.scores.empty())
    return source.file.failAt("tokenizer.ggml.scores",
                              "expected a score for each token, as model "
                              "'llama' needs them, found none");
  llvm::Expected<bool> addsPrefix = source.getFlag("add_space_prefix", true);
  if (!addsPrefix)
    return addsPrefix.takeError();
  BpeOptions options;
  if (llvm::Error error = source.getToken(source.text.unknown, "unknown")
                              .moveInto(options.unknown))
    return error;
  options.usesByteFallback = source.vocabulary.hasType(TokenType::Byte) ||
                             source.vocabulary.find("<0x00>").has_value();
  llvm::Expected<std::vector<Merge>> merges = makeMerges(source);
  if (!merges)
    return merges.takeError();
  TokenizerParts parts;
  parts.normalizer = makeNormalizer(*addsPrefix);
  parts.postProcessor = makeTemplate(source);
  parts.decoder = makeDecoder(*addsPrefix);
  parts.writeModel = [&vocabulary = source.vocabulary,
                      merges = std::move(*merges),
                      options](json::OStream &json) {
    writeBpeModel(json, vocabulary, merges, options);
  };
  return parts;
}
