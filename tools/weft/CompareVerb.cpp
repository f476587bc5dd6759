// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft compare: what a smaller or faster model costs, against the one that it was made from.

#include "tools/weft/LanguageComparison.h"
#include "tools/weft/RequestPairs.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace weft;

namespace {
/// A limit that a flag sets; none below 0.
struct Limit {
  const char *flag;
  double value = -1;

  bool isGiven() const { return value >= 0; }
};

class CompareVerb : public Verb {
public:
  StringRef getName() const override { return "compare"; }
  StringRef getSummary() const override {
    return "Says how far a model is from another one, and how much faster.";
  }
  StringRef getUsage() const override { return "A B [--data FILE|FOLDER]"; }
  StringRef getExamples() const override;
  unsigned getMinArguments() const override { return 2; }
  unsigned getMaxArguments() const override { return 2; }
  void addFlags(FlagSet &set) override;
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus checkFlags(const ComparedModel &a, const ComparedModel &b) const;
  ExitStatus compareLanguage(LanguageModel &a, LanguageModel &b);
  ExitStatus compareOutputs(ComparedModel &a, ComparedModel &b);
  ExitStatus measureLanguage(LanguageModel &a, LanguageModel &b,
                             std::vector<int32_t> tokens);
  ExitStatus measureCalls(OutputComparison &comparison);
  /// Collects what is beyond its limit.
  void check(const Limit &limit, StringRef what, double found, bool isLeast);
  ExitStatus finish();

  ModelFlags flags;
  InputFlags inputFlags;
  std::string data;
  /// Of other models: how images of a folder are read, and calls, 0 = by default.
  ImageOptions imageOptions;
  int context = 0, chunks = 0, threads = 0, samples = 0;
  double seconds = 5;
  RequestSize requests;
  bool json = false, isTimed = false;
  Limit maxKl{"--max-kl"}, maxRatio{"--max-perplexity-ratio"},
      minAgreement{"--min-agreement"};
  /// What has been found so far: for machines, and for people.
  llvm::json::Object facts;
  std::string text, failures;
};
} // namespace

StringRef CompareVerb::getExamples() const {
  return "  weft compare model.gguf model-int4.ir --data novel.txt\n"
         "  weft compare model.gguf model-int8.ir --data novel.txt --chunks 40 "
         "--max-kl 0.01 --json\n"
         "  weft compare a.wm b.wm --ab --threads 1\n"
         "  weft compare resnet50.onnx resnet50-int8.onnx --samples 100 "
         "--min-agreement 0.99\n"
         "  weft compare resnet50.onnx resnet50-int8.ir --data imagenet/val\n"
         "\n"
         "Of language models the text becomes tokens by A's tokenizer and is "
         "cut into\n"
         "chunks of --context tokens. Each is read by itself, and the "
         "predictions behind\n"
         "its second half are scored, as llama-perplexity does; figures with "
         "an "
         "interval\n"
         "take tokens as independent, and those of the difference are of "
         "pairs.\n"
         "  perplexity  exp of the mean -log p(token of the text)\n"
         "  KL          sum p_A log(p_A / p_B) over the vocabulary\n"
         "  flips       tokens that one model alone finds the likeliest and "
         "the text has\n"
         "  delta p     p_B - p_A of the text's token\n"
         "Other models are called with the same inputs: the images or samples "
         "of --data, those of\n"
         "--input, else random ones. Where the images lie in a sub-folder for "
         "each class,\n"
         "sorted as the model numbers them, it is said how often both find the "
         "class too.\n"
         "The exit status is 4 where a figure is beyond its limit.\n"
         "Flags of the model count for both: --lora adds the adapter to A and "
         "to B, also\n"
         "to a B that was made with it; merge it first with `weft convert A "
         "--lora`. The same holds for --lora-beside.\n";
}

void CompareVerb::addFlags(FlagSet &set) {
  set.beginGroup("language models");
  set.addText("--data", "FILE|FOLDER", data,
              "the text that both predict; of other models, a folder of images "
              "for their only input, or a .npy or .npz file of samples");
  set.addNumber("--context", "N", context, 4,
                "tokens of a chunk; 512 by default, or as many as the models "
                "were made for");
  set.addNumber("--chunks", "N", chunks, 1,
                "only the first N chunks; by default all");
  inputFlags.addTo(set);
  set.addNumber("--samples", "N", samples, 1,
                "calls with different random inputs, 8 by default, or with so "
                "many of --data, by default all");
  addImageFlags(set, imageOptions);
  set.beginGroup("latency");
  set.addSwitch("--ab", isTimed,
                "runs both on the same requests in turns, and says which is "
                "faster and how sure that is");
  set.addNumber("--seconds", "S", seconds,
                "how long --ab measures, 5 by default");
  set.addNumber(
      "--prompt-tokens", "N", requests.prompt, 1,
      "of language models, tokens of a request's prompt, 128 by default");
  set.addNumber("--generate", "N", requests.steps, 1,
                "tokens that are generated behind it, 32 by default");
  set.beginGroup("limits");
  set.addNumber("--max-kl", "X", maxKl.value,
                "fails where the mean KL divergence is above X");
  set.addNumber("--max-perplexity-ratio", "X", maxRatio.value,
                "fails where B's perplexity is above X times A's");
  set.addNumber("--min-agreement", "X", minAgreement.value,
                "fails where less than this share, 0 to 1, of tokens or rows "
                "has the same likeliest one");
  set.beginGroup("running");
  set.addNumber("--threads", "N", threads, 1,
                "by default as many as affinity and control groups grant");
  set.addSwitch("--json", json, "the same facts for machines");
  flags.addTo(set);
}

ExitStatus CompareVerb::checkFlags(const ComparedModel &a,
                                   const ComparedModel &b) const {
  for (auto [one, other] : {std::pair(&a, &b), std::pair(&b, &a)})
    if (one->isLanguageModel() && !other->isLanguageModel())
      return reportError(ExitStatus::BadInput,
                         other->getPath() +
                             ": expected a language model, which has the "
                             "functions prefill, decode and evaluate, as " +
                             one->getPath() + " is one");
  if (minAgreement.value > 1)
    return reportError(ExitStatus::WrongUsage,
                       "--min-agreement expects a share of 0 to 1, found " +
                           llvm::formatv("{0}", minAgreement.value).str());
  if (llvm::Error error = checkHasImages(imageOptions, {data}))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  if (!a.isLanguageModel()) {
    if (ExitStatus status = checkSampleData(data, inputFlags);
        status != ExitStatus::Done)
      return status;
    for (const Limit &limit : {maxKl, maxRatio})
      if (limit.isGiven())
        return reportError(ExitStatus::WrongUsage,
                           Twine(limit.flag) +
                               " is for language models, which these are not");
    return ExitStatus::Done;
  }
  if (data.empty() && !isTimed)
    return reportError(ExitStatus::WrongUsage,
                       "expected --data FILE with text that both language "
                       "models predict");
  if (data.empty())
    for (const Limit &limit : {maxKl, maxRatio, minAgreement})
      if (limit.isGiven())
        return reportError(ExitStatus::WrongUsage,
                           Twine(limit.flag) + " needs --data FILE");
  if (!inputFlags.inputs.empty())
    return reportError(ExitStatus::WrongUsage,
                       "--input is for other models; language models are "
                       "compared on --data");
  return ExitStatus::Done;
}

void CompareVerb::check(const Limit &limit, StringRef what, double found,
                        bool isLeast) {
  // NaN is within no limit.
  if (!limit.isGiven() ||
      (isLeast ? found >= limit.value : found <= limit.value))
    return;
  failures += llvm::formatv(
      "{0}{1} is {2:f6}, {3} {4} {5:f6}", failures.empty() ? "" : "; ", what,
      found, isLeast ? "below" : "above", limit.flag, limit.value);
}

ExitStatus CompareVerb::measureLanguage(LanguageModel &a, LanguageModel &b,
                                        std::vector<int32_t> tokens) {
  for (LanguageModel *model : {&a, &b})
    if (requests != RequestSize())
      if (ExitStatus status =
              model->checkRequest(requests.prompt, requests.steps);
          status != ExitStatus::Done)
        return status;
  LatencyPairs prefill("prefill"), decode("decode");
  if (ExitStatus status = measureRequests(a, b, std::move(tokens), requests,
                                          seconds, prefill, decode);
      status != ExitStatus::Done)
    return status;
  llvm::raw_string_ostream stream(text);
  llvm::json::Object latency{{"prompt_tokens", requests.prompt},
                             {"steps", requests.steps}};
  for (const LatencyPairs *pairs : {&prefill, &decode}) {
    pairs->print(stream);
    latency[pairs->getName()] = pairs->toJson();
  }
  facts["latency"] = std::move(latency);
  return ExitStatus::Done;
}

ExitStatus CompareVerb::compareLanguage(LanguageModel &a, LanguageModel &b) {
  facts["kind"] = "language";
  std::vector<int32_t> tokens;
  if (!data.empty()) {
    LanguageComparison comparison(a, b, context, chunks);
    if (ExitStatus status = comparison.readFile(data);
        status != ExitStatus::Done)
      return status;
    if (ExitStatus status = comparison.run(); status != ExitStatus::Done)
      return status;
    const LanguageFigures &figures = comparison.getFigures();
    llvm::raw_string_ostream stream(text);
    print(figures, stream);
    addFigures(figures, facts);
    check(maxKl, "the mean KL divergence", figures.klMean.value, false);
    check(maxRatio, "the ratio of perplexities", figures.ratio.value, false);
    check(minAgreement, "top-1 agreement", figures.top1Agreement.value, true);
    tokens = comparison.getTokens();
  }
  return isTimed ? measureLanguage(a, b, std::move(tokens)) : ExitStatus::Done;
}

ExitStatus CompareVerb::measureCalls(OutputComparison &comparison) {
  LatencyPairs pairs("call");
  if (ExitStatus status = measureRequests(comparison, seconds, pairs);
      status != ExitStatus::Done)
    return status;
  llvm::raw_string_ostream stream(text);
  pairs.print(stream);
  facts["latency"] = llvm::json::Object{{pairs.getName(), pairs.toJson()}};
  return ExitStatus::Done;
}

ExitStatus CompareVerb::compareOutputs(ComparedModel &a, ComparedModel &b) {
  facts["kind"] = "function";
  OutputComparison comparison(a, b);
  if (ExitStatus status =
          comparison.prepare({inputFlags, data, samples, imageOptions});
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = comparison.run(); status != ExitStatus::Done)
    return status;
  llvm::raw_string_ostream stream(text);
  comparison.print(stream);
  comparison.addTo(facts);
  check(minAgreement, "top-1 agreement", comparison.computeAgreement().value,
        true);
  return isTimed ? measureCalls(comparison) : ExitStatus::Done;
}

ExitStatus CompareVerb::finish() {
  if (json)
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  llvm::json::Value(std::move(facts)));
  else
    llvm::outs() << text;
  llvm::outs().flush();
  return failures.empty() ? ExitStatus::Done
                          : reportError(ExitStatus::CheckFailed, failures);
}

ExitStatus CompareVerb::run(llvm::ArrayRef<std::string> arguments) {
  ComparedModel a(flags, arguments[0]), b(flags, arguments[1]);
  facts["a"] = a.getPath();
  facts["b"] = b.getPath();
  for (ComparedModel *model : {&a, &b})
    if (ExitStatus status = model->load(); status != ExitStatus::Done)
      return status;
  if (ExitStatus status = checkFlags(a, b); status != ExitStatus::Done)
    return status;
  for (ComparedModel *model : {&a, &b})
    if (ExitStatus status = model->open(threads); status != ExitStatus::Done)
      return status;
  ExitStatus status =
      a.isLanguageModel()
          ? compareLanguage(a.getLanguageModel(), b.getLanguageModel())
          : compareOutputs(a, b);
  return status == ExitStatus::Done ? finish() : status;
}

std::unique_ptr<Verb> weft::createCompareVerb() {
  return std::make_unique<CompareVerb>();
}
