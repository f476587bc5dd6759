// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LanguageComparison.h. Logits are held for some positions of one chunk at a time, and forgotten once they are scored.

#include "tools/weft/LanguageComparison.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

static constexpr int64_t kContext = 512;
/// Positions whose logits are held at a time: 256 of 128k tokens take 131 MB of each model.
static constexpr int64_t kPieceTokens = 256;

ExitStatus LanguageComparison::chooseContext() {
  bool isChosen = context > 0;
  if (!isChosen)
    context = kContext;
  for (LanguageModel *model : models) {
    int64_t most = model->getSettings().context;
    if (most <= 0 || context <= most)
      continue;
    if (isChosen)
      return reportError(ExitStatus::BadInput,
                         "expected a --context of at most the " + Twine(most) +
                             " tokens that the model was made for, found " +
                             Twine(context));
    context = most;
  }
  if (context < 4)
    return reportError(ExitStatus::BadInput,
                       "expected models for at least 4 tokens, found " +
                           Twine(context));
  return ExitStatus::Done;
}

ExitStatus LanguageComparison::findBeginning() {
  const text::Tokenizer &tokenizer = models[0]->getTokenizer();
  std::vector<int32_t> plain, special;
  text::Status status = tokenizer.encode("a", false, plain);
  if (status.ok())
    status = tokenizer.encode("a", true, special);
  if (!status.ok())
    return reportError(ExitStatus::BadInput,
                       "tokenizer: " + status.getMessage());
  auto at = llvm::search(special, plain);
  if (at == special.end())
    return ExitStatus::Done;
  if (at != special.begin())
    beginning = special.front();
  numEnds = static_cast<size_t>(special.end() - at) - plain.size();
  return ExitStatus::Done;
}

ExitStatus LanguageComparison::readFile(StringRef path) {
  auto file = llvm::MemoryBuffer::getFile(path);
  if (!file)
    return reportError(ExitStatus::BadInput, "cannot read '" + path + "': " +
                                                 file.getError().message());
  return readText(path, (*file)->getBuffer());
}

ExitStatus LanguageComparison::readText(StringRef name, StringRef text) {
  int64_t vocabulary = models[0]->getVocabularySize(),
          other = models[1]->getVocabularySize();
  if (vocabulary != other)
    return reportError(ExitStatus::BadInput,
                       "expected models of the same vocabulary, found one of " +
                           Twine(vocabulary) + " and one of " + Twine(other) +
                           " tokens");
  if (ExitStatus status = models[0]->readText(); status != ExitStatus::Done)
    return status;
  models[1]->readSettings();
  if (ExitStatus status = chooseContext(); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = findBeginning(); status != ExitStatus::Done)
    return status;
  progress::show("reading " + name);
  if (text::Status status = models[0]->getTokenizer().encode(
          std::string_view(text.data(), text.size()), /*addSpecialTokens=*/true,
          tokens);
      !status.ok())
    return reportError(ExitStatus::BadInput, name + ": " + status.getMessage());
  tokens.resize(tokens.size() - std::min(tokens.size(), numEnds));
  for (int32_t token : tokens)
    if (token < 0 || token >= vocabulary)
      return reportError(ExitStatus::BadInput,
                         "expected tokens of 0 to " + Twine(vocabulary - 1) +
                             ", which the model knows, found " + Twine(token) +
                             " from its tokenizer");
  figures.tokens = static_cast<int64_t>(tokens.size());
  figures.context = context;
  figures.chunks = figures.tokens / context;
  if (figures.chunks == 0)
    return reportError(ExitStatus::BadInput,
                       name + ": expected text of at least " + Twine(context) +
                           " tokens, one chunk, found " +
                           Twine(figures.tokens) +
                           "; a longer text or a smaller --context helps");
  if (mostChunks > 0)
    figures.chunks = std::min(figures.chunks, mostChunks);
  return ExitStatus::Done;
}

ExitStatus LanguageComparison::runChunk(int64_t chunk) {
  auto begin = tokens.begin() + chunk * context;
  std::vector<int32_t> part(begin, begin + context);
  if (beginning)
    part.front() = *beginning;
  int64_t first = context / 2, last = context - 1;
  std::span<const int32_t> all(part);
  std::span<const float> logits[2];
  for (int which = 0; which < 2; ++which) {
    if (ExitStatus status = models[which]->reset(); status != ExitStatus::Done)
      return status;
    if (ExitStatus status =
            models[which]->read(all.first(size_t(first)), logits[which]);
        status != ExitStatus::Done)
      return status;
  }
  size_t vocabulary = size_t(models[0]->getVocabularySize());
  for (int64_t at = first; at < last; at += kPieceTokens) {
    size_t count = size_t(std::min(kPieceTokens, last - at));
    for (int which = 0; which < 2; ++which)
      if (ExitStatus status = models[which]->evaluate(
              all.subspan(size_t(at), count), logits[which]);
          status != ExitStatus::Done)
        return status;
    for (size_t i = 0; i < count; ++i) {
      std::span<const float> rows[] = {
          logits[0].subspan(i * vocabulary, vocabulary),
          logits[1].subspan(i * vocabulary, vocabulary)};
      if (scoreToken(rows[0], rows[1], all[size_t(at) + i + 1],
                     scores.emplace_back()))
        continue;
      bool isOfB = llvm::all_of(
          rows[0], [](float value) { return std::isfinite(value); });
      return reportError(
          ExitStatus::BadInput,
          Twine("expected finite logits, found others of model ") +
              (isOfB ? "B" : "A") + " behind token " + Twine(at + int64_t(i)) +
              " of chunk " + Twine(chunk));
    }
  }
  return ExitStatus::Done;
}

/// One number of each token.
template <typename Function>
static std::vector<double> collect(std::span<const TokenScore> scores,
                                   Function get) {
  std::vector<double> values;
  values.reserve(scores.size());
  for (const TokenScore &score : scores)
    values.push_back(get(score));
  return values;
}

void LanguageComparison::summarize() {
  using Score = const TokenScore &;
  auto estimate = [&](auto get) { return estimateMean(collect(scores, get)); };
  auto count = [&](auto get) {
    return static_cast<size_t>(llvm::count_if(scores, get));
  };
  size_t all = scores.size();
  figures.scored = static_cast<int64_t>(all);
  figures.perplexityA =
      exponentiate(estimate([](Score each) { return each.lossA; }));
  figures.perplexityB =
      exponentiate(estimate([](Score each) { return each.lossB; }));
  // Of pairs: what makes a token hard for both does not widen the interval.
  figures.ratio = exponentiate(
      estimate([](Score each) { return each.lossB - each.lossA; }));
  std::vector<double> divergences =
      collect(scores, [](Score each) { return each.divergence; });
  figures.klMean = estimateMean(divergences);
  figures.klMedian = computeQuantile(divergences, 0.5);
  figures.klP99 = computeQuantile(divergences, 0.99);
  figures.klMax = computeQuantile(divergences, 1);
  figures.top1Agreement =
      estimateShare(count([](Score each) { return each.isSameTop; }), all);
  figures.accuracyA =
      estimateShare(count([](Score each) { return each.isRightA; }), all);
  figures.accuracyB =
      estimateShare(count([](Score each) { return each.isRightB; }), all);
  figures.accuracyDifference = estimate(
      [](Score each) { return double(each.isRightB) - double(each.isRightA); });
  figures.lost = int64_t(
      count([](Score each) { return each.isRightA && !each.isRightB; }));
  figures.won = int64_t(
      count([](Score each) { return each.isRightB && !each.isRightA; }));
  std::vector<double> changes = collect(scores, [](Score each) {
    return std::exp(-each.lossB) - std::exp(-each.lossA);
  });
  figures.deltaPMean = estimateMean(changes);
  double squares = 0;
  for (double change : changes)
    squares += change * change;
  figures.deltaPRms = std::sqrt(squares / double(all));
  std::vector<double> cosines =
      collect(scores, [](Score each) { return each.cosine; });
  figures.cosineMean = estimateMean(cosines).value;
  figures.cosineMin = computeQuantile(cosines, 0);
}

ExitStatus LanguageComparison::run() {
  scores.reserve(size_t(figures.chunks * (context - 1 - context / 2)));
  for (int64_t chunk = 0; chunk < figures.chunks; ++chunk) {
    progress::show(double(chunk) / double(figures.chunks),
                   "chunk " + Twine(chunk + 1) + " of " +
                       Twine(figures.chunks));
    if (ExitStatus status = runChunk(chunk); status != ExitStatus::Done)
      return status;
  }
  progress::clear();
  summarize();
  return ExitStatus::Done;
}

static std::string describe(const Estimate &estimate, const char *format,
                            double unit = 1) {
  auto number = [&](double value) {
    std::string text;
    llvm::raw_string_ostream(text) << llvm::format(format, value * unit);
    return text;
  };
  return number(estimate.value) + "  (" + number(estimate.low) + " to " +
         number(estimate.high) + ")";
}

void weft::print(const LanguageFigures &figures, llvm::raw_ostream &stream) {
  stream << "text        " << figures.chunks << " chunks of " << figures.context
         << " tokens, " << figures.scored
         << " predictions scored; in brackets, 95 % intervals\n"
         << "perplexity  A " << describe(figures.perplexityA, "%.4f") << "\n"
         << "            B " << describe(figures.perplexityB, "%.4f") << "\n"
         << "ratio       " << describe(figures.ratio, "%.5f")
         << ", of B's perplexity to A's\n"
         << "KL          mean " << describe(figures.klMean, "%.6f")
         << llvm::format(", median %.6f, 99 %% below %.6f, largest %.6f\n",
                         figures.klMedian, figures.klP99, figures.klMax)
         << "top-1       same in "
         << describe(figures.top1Agreement, "%.3f", 100) << " % of tokens\n"
         << "right       A "
         << llvm::format("%.3f %%, B %.3f %%", figures.accuracyA.value * 100,
                         figures.accuracyB.value * 100)
         << ", difference "
         << describe(figures.accuracyDifference, "%+.3f", 100) << " points\n"
         << "flips       " << figures.lost << " tokens that A alone has right, "
         << figures.won << " that B alone has\n"
         << "delta p     mean " << describe(figures.deltaPMean, "%+.4f", 100)
         << llvm::format(
                " points, RMS %.4f, of the right token's probability\n",
                figures.deltaPRms * 100)
         << llvm::format("cosine      mean %.6f, least %.6f, of logits\n",
                         figures.cosineMean, figures.cosineMin);
}

void weft::addFigures(const LanguageFigures &figures,
                      llvm::json::Object &object) {
  object["tokens"] = figures.tokens;
  object["context"] = figures.context;
  object["chunks"] = figures.chunks;
  object["scored"] = figures.scored;
  addEstimate(object, "perplexity_a", figures.perplexityA);
  addEstimate(object, "perplexity_b", figures.perplexityB);
  addEstimate(object, "ratio", figures.ratio);
  addEstimate(object, "kl_mean", figures.klMean);
  object["kl_median"] = makeNumber(figures.klMedian);
  object["kl_p99"] = makeNumber(figures.klP99);
  object["kl_max"] = makeNumber(figures.klMax);
  addEstimate(object, "top1_agreement", figures.top1Agreement);
  addEstimate(object, "accuracy_a", figures.accuracyA);
  addEstimate(object, "accuracy_b", figures.accuracyB);
  addEstimate(object, "accuracy_difference", figures.accuracyDifference);
  object["flips"] =
      llvm::json::Object{{"lost", figures.lost}, {"won", figures.won}};
  addEstimate(object, "delta_p_mean", figures.deltaPMean);
  object["delta_p_rms"] = makeNumber(figures.deltaPRms);
  object["cosine_mean"] = makeNumber(figures.cosineMean);
  object["cosine_min"] = makeNumber(figures.cosineMin);
}
