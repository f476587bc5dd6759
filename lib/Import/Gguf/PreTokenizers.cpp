// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of names. Patterns are data of the models, taken from their
// tokenizer.json; they differ in small ways that change ids.

#include "lib/Import/Gguf/PreTokenizers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace weft;
using namespace weft::gguf;
using Step = PreTokenizer::Step;
using StepOf = PreTokenizer::StepOf;

#define CONTRACTIONS "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
#define REST R"(| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)"
#define REST_WITH_SLASH                                                        \
  R"(| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)"
// A word that begins in upper case, or goes on in lower case.
#define UPPER R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}])"
#define LOWER R"([\p{Ll}\p{Lm}\p{Lo}\p{M}])"
#define LEADING R"([^\r\n\p{L}\p{N}]?)"
// The same without Chinese characters.
#define UPPER_NOT_HAN R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]])"
#define LOWER_NOT_HAN R"([\p{Ll}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]])"

// Letters with upper and lower case, as one family lists them.
#define CASED_LETTERS                                                          \
  "A-Za-z\u00B5\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u01BA\u01BC-\u01BF"           \
  "\u01C4-\u0293\u0295-\u02AF\u0370-\u0373\u0376\u0377\u037B-\u037D"           \
  "\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5"                  \
  "\u03F7-\u0481\u048A-\u052F\u0531-\u0556\u10A0-\u10C5"                       \
  "\u13A0-\u13F5\u13F8-\u13FD\u1C90-\u1CBA\u1CBD-\u1CBF"                       \
  "\u1D00-\u1D2B\u1D6B-\u1D77\u1D79-\u1D9A\u1E00-\u1F15"                       \
  "\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B"           \
  "\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4"           \
  "\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC"                       \
  "\u1FF2-\u1FF4\u1FF6-\u1FFC\u2102\u2107\u210A-\u2113\u2115"                  \
  "\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2134\u2139"            \
  "\u213C-\u213F\u2145-\u2149\u214E\u2183\u2184\u2C00-\u2C7B"                  \
  "\u2C7E-\u2CE4\u2CEB-\u2CEE\u2CF2\u2CF3\uA640-\uA66D\uA680-\uA69B"           \
  "\uA722-\uA76F\uA771-\uA787\uA78B-\uA78E\uAB70-\uABBF"                       \
  "\uFB00-\uFB06\uFB13-\uFB17\uFF21-\uFF3A\uFF41-\uFF5A"                       \
  "\U00010400-\U0001044F\U000104B0-\U000104D3\U000104D8-\U000104FB"            \
  "\U00010C80-\U00010CB2\U00010CC0-\U00010CF2\U000118A0-\U000118DF"            \
  "\U0001E900-\U0001E943"

static constexpr StepOf kGpt2[] = {{Step::Words}};

static constexpr StepOf kDigitsAndWords[] = {{Step::EachDigit}, {Step::Words}};

static constexpr StepOf kFalcon[] = {{Step::Punctuation},
                                     {Step::Words},
                                     {Step::Digits},
                                     {Step::Split, "[0-9][0-9][0-9]"}};

static constexpr StepOf kLlama3[] = {
    {Step::Split, CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3})" REST},
    {Step::Bytes}};

static constexpr StepOf kQwen2[] = {
    {Step::Split, CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N})" REST},
    {Step::Bytes}};

static constexpr StepOf kQwen35[] = {
    {Step::Split, CONTRACTIONS
     R"(|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N})"
     R"(| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)"},
    {Step::Bytes}};

static constexpr StepOf kJais2[] = {
    {Step::Split, CONTRACTIONS
     R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3})"
     R"(| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s{512}(?!\S))"
     R"(|\s{256}(?!\S)|\s{128}(?!\S)|\s{64}(?!\S)|\s{32}(?!\S))"
     R"(|\s{16}(?!\S)|\s{8}(?!\S)|\s{4}(?!\S)|\s{1,2}(?!\S)|\s{1})"},
    {Step::Bytes}};

static constexpr StepOf kGpt4o[] = {
    {Step::Split,
     LEADING UPPER "*" LOWER "+" CONTRACTIONS "?|" LEADING UPPER "+" LOWER
                   "*" CONTRACTIONS R"(?|\p{N}{1,3})" REST_WITH_SLASH},
    {Step::Bytes}};

static constexpr StepOf kTinyAya[] = {
    {Step::Split, R"(\d{1,3}(?=(?:\d{3})*\b))"},
    {Step::Split,
     LEADING UPPER "*" LOWER "+" CONTRACTIONS "?|" LEADING UPPER "+" LOWER
                   "*" CONTRACTIONS R"(?|\p{N}{1,3})" REST_WITH_SLASH},
    {Step::Bytes}};

static constexpr StepOf kTekken[] = {{Step::Split, LEADING UPPER
                                      "*" LOWER "+|" LEADING UPPER "+" LOWER
                                      R"(*|\p{N})" REST_WITH_SLASH},
                                     {Step::Bytes}};

static constexpr StepOf kKimi[] = {
    {Step::Split, R"([\p{Han}]+|)" LEADING UPPER_NOT_HAN "*" LOWER_NOT_HAN
                  "+" CONTRACTIONS "?|" LEADING UPPER_NOT_HAN "+" LOWER_NOT_HAN
                  "*" CONTRACTIONS R"(?|\p{N}{1,3})" REST},
    {Step::Bytes}};

static constexpr StepOf kDeepseekLlm[] = {
    {Step::Split, R"([\r\n])"},
    {Step::Split, R"(\s?[)" CASED_LETTERS "]+"},
    {Step::Split, R"(\s?[!-/:-~！-／：-～‘-‟　-。]+)"},
    {Step::Split, R"(\s+$)"},
    {Step::Split, "[一-龥ࠀ-一가-퟿]+"},
    {Step::Digits},
    {Step::Bytes}};

static constexpr StepOf kDeepseekCoder[] = {
    {Step::Split, R"([\r\n])"},
    {Step::Split, R"(\s?\p{L}+)"},
    {Step::Split, R"(\s?\p{P}+)"},
    {Step::Split, "[一-龥ࠀ-一가-퟿]+"},
    {Step::EachDigit},
    {Step::Bytes}};

static constexpr StepOf kDeepseekV3[] = {
    {Step::Split, R"(\p{N}{1,3})"},
    {Step::Split, "[一-龥぀-ゟ゠-ヿ]+"},
    {Step::Split,
     R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+)"
     R"(|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*)"
     R"(|\s*[\r\n]+|\s+(?!\S)|\s+)"},
    {Step::Bytes}};

static constexpr StepOf kBloom[] = {
    {Step::Split, R"( ?[^(\s|[.,!?…。，、।۔،])]+)"}, {Step::Bytes}};

static constexpr StepOf kViking[] = {
    {Step::Split, R"( ?[^(\s|[.,!?…。，、।۔،])]+)"},
    {Step::EachDigit},
    {Step::Bytes}};

static constexpr StepOf kChameleon[] = {
    {Step::Split, "<sentinel:[0-9]+>"},
    {Step::Split, "(IMGIMG)((A|B|C|D|E|F|G|H|I){1,4})Z"},
    {Step::Split, R"(([\t\n]|    |  ))"},
    {Step::EachDigit},
    {Step::EachPunctuation},
    {Step::Words}};

static constexpr StepOf kSuperBpe[] = {{Step::Split, R"(\p{N}+)"},
                                       {Step::Split, R"((?=(\d{3})+(?!\d)))"},
                                       {Step::Bytes}};

static constexpr StepOf kBailing[] = {
    {Step::Split, R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N})"
                  R"(| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)"},
    {Step::Bytes}};

static constexpr StepOf kSeedCoder[] = {
    {Step::Split,
     CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1})"
                  R"(| ?[^\s\p{L}\p{N}\r\n]+|\s*[\r\n]+|\s+(?!\S)|\s+)"},
    {Step::Bytes}};

static constexpr StepOf kExaoneMoe[] = {
    {Step::Split,
     CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?(?:\p{L}\p{M}*(?: \p{L}\p{M}*)*)+)"
                  R"(|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]?|\s*[\r\n])"
                  R"(|\s+(?!\S)|\s+)"},
    {Step::Bytes}};

namespace {
struct Named {
  const char *name;
  PreTokenizer preTokenizer;
};
} // namespace

constexpr bool kNormalizes = true, kIgnoresMerges = true, kAddsBos = true;

/// Sorted by name.
static const Named kTable[] = {
    {"a.x-4.0", {kGpt2, false, false, false}},
    {"bailingmoe", {kBailing, false, false, false}},
    {"bailingmoe2", {kBailing, false, false, false}},
    {"bloom", {kBloom, false, false, false}},
    {"chameleon", {kChameleon, false, false, kAddsBos}},
    {"chatglm-bpe", {kLlama3, false, false, false}},
    {"codeshell", {kDigitsAndWords, false, false, false}},
    {"command-r", {kDigitsAndWords, kNormalizes, false, false}},
    {"dbrx", {kLlama3, false, false, false}},
    {"deepseek-coder", {kDeepseekCoder, false, false, false}},
    {"deepseek-llm", {kDeepseekLlm, false, false, false}},
    {"deepseek-r1-qwen", {kQwen2, kNormalizes, false, false}},
    {"deepseek-v3", {kDeepseekV3, false, false, false}},
    {"default", {kFalcon, false, false, false}},
    {"exaone", {kDigitsAndWords, false, false, false}},
    {"exaone-moe", {kExaoneMoe, false, false, false}},
    {"exaone4", {kGpt2, false, false, false}},
    {"falcon", {kFalcon, false, false, false}},
    {"falcon-h1", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"falcon3", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"gigachat", {kGpt2, false, false, false}},
    {"glm4", {kLlama3, false, false, false}},
    {"gpt-2", {kGpt2, false, false, false}},
    {"gpt-4o", {kGpt4o, false, false, false}},
    {"gpt3-finnish", {kBloom, false, false, false}},
    {"granite-docling", {kGpt2, false, false, false}},
    {"grok-2", {kQwen2, false, false, false}},
    {"hunyuan", {kQwen2, false, false, false}},
    {"hunyuan-dense", {kDeepseekV3, false, false, false}},
    {"jais", {kGpt2, false, false, false}},
    {"jais-2", {kJais2, false, false, false}},
    {"jina-de", {kGpt2, false, false, false}},
    {"jina-es", {kGpt2, false, false, false}},
    {"jina-v1-en", {kGpt2, false, false, false}},
    {"jina-v2-code", {kGpt2, false, false, false}},
    {"jina-v2-de", {kGpt2, false, false, false}},
    {"jina-v2-es", {kGpt2, false, false, false}},
    {"kanana2", {kGpt4o, false, false, false}},
    {"kimi-k2", {kKimi, false, false, false}},
    {"kormo", {kQwen2, kNormalizes, false, false}},
    {"lfm2", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"llada-moe", {kBailing, false, false, false}},
    {"llama-bpe", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"llama-v3", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"llama3", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"llama4", {kGpt4o, false, false, false}},
    {"megrez", {kQwen2, kNormalizes, false, false}},
    {"mellum", {kGpt2, false, false, false}},
    {"mellum2", {kDigitsAndWords, false, false, false}},
    {"midm-2.0", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"minerva-7b", {kDigitsAndWords, false, false, false}},
    {"minimax-m2", {kGpt4o, false, false, false}},
    {"modern-bert", {kGpt2, kNormalizes, false, false}},
    {"mpt", {kGpt2, kNormalizes, false, false}},
    {"olmo", {kGpt2, kNormalizes, false, false}},
    {"phi-2", {kGpt2, false, false, false}},
    {"pixtral", {kLlama3, false, kIgnoresMerges, kAddsBos}},
    {"poro-chat", {kBloom, false, false, false}},
    {"qwen2", {kQwen2, kNormalizes, false, false}},
    {"qwen35", {kQwen35, kNormalizes, false, false}},
    {"refact", {kDigitsAndWords, false, false, false}},
    {"roberta-bpe", {kGpt2, false, false, false}},
    {"seed-coder", {kSeedCoder, false, false, false}},
    {"smaug-bpe", {kLlama3, false, false, false}},
    {"smollm", {kDigitsAndWords, false, false, false}},
    {"solar-open", {kQwen2, false, false, false}},
    {"stablelm2", {kQwen2, false, false, false}},
    {"starcoder", {kDigitsAndWords, false, false, false}},
    {"superbpe", {kSuperBpe, false, false, false}},
    {"tekken", {kTekken, false, kIgnoresMerges, kAddsBos}},
    {"tiny_aya", {kTinyAya, false, false, false}},
    {"trillion", {kGpt2, false, false, false}},
    {"viking", {kViking, false, false, false}},
};

const PreTokenizer *gguf::findPreTokenizer(llvm::StringRef name) {
  for (const Named &entry : kTable)
    if (name == entry.name)
      return &entry.preTokenizer;
  return nullptr;
}

std::string gguf::listPreTokenizers() {
  return llvm::join(
      llvm::map_range(
          kTable, [](const Named &entry) { return std::string(entry.name); }),
      ", ");
}

static llvm::json::Object makeByteLevel(bool usesPattern) {
  return llvm::json::Object({{"type", "ByteLevel"},
                             {"add_prefix_space", false},
                             {"trim_offsets", true},
                             {"use_regex", usesPattern}});
}

static llvm::json::Object makeStep(const StepOf &step) {
  switch (step.step) {
  case Step::Split:
    return llvm::json::Object(
        {{"type", "Split"},
         {"pattern", llvm::json::Object{{"Regex", step.pattern}}},
         {"behavior", "Isolated"},
         {"invert", false}});
  case Step::EachDigit:
    return llvm::json::Object(
        {{"type", "Digits"}, {"individual_digits", true}});
  case Step::Digits:
    return llvm::json::Object(
        {{"type", "Digits"}, {"individual_digits", false}});
  case Step::Punctuation:
    return llvm::json::Object(
        {{"type", "Punctuation"}, {"behavior", "Contiguous"}});
  case Step::EachPunctuation:
    return llvm::json::Object(
        {{"type", "Punctuation"}, {"behavior", "Isolated"}});
  case Step::Words:
    return makeByteLevel(true);
  case Step::Bytes:
    return makeByteLevel(false);
  }
  llvm_unreachable("unknown step");
}

llvm::json::Value gguf::makePreTokenizerJson(const PreTokenizer &preTokenizer) {
  if (preTokenizer.steps.size() == 1)
    return makeStep(preTokenizer.steps.front());
  llvm::json::Array steps;
  for (const StepOf &step : preTokenizer.steps)
    steps.push_back(makeStep(step));
  return llvm::json::Object{{"type", "Sequence"},
                            {"pretokenizers", std::move(steps)}};
}

/// Without what changes no id: offsets, and the order of keys.
static llvm::json::Value stripOffsets(const llvm::json::Value &value) {
  if (const llvm::json::Array *list = value.getAsArray()) {
    llvm::json::Array stripped;
    for (const llvm::json::Value &each : *list)
      stripped.push_back(stripOffsets(each));
    return stripped;
  }
  const llvm::json::Object *object = value.getAsObject();
  if (!object)
    return value;
  llvm::json::Object stripped;
  for (const auto &[key, each] : *object)
    if (llvm::StringRef(key) != "trim_offsets")
      stripped[key] = stripOffsets(each);
  return stripped;
}

llvm::StringRef gguf::findPreTokenizerName(const llvm::json::Value &value,
                                           bool normalizes,
                                           bool ignoresMerges) {
  // Of many names for the same steps those that every reader knows.
  constexpr llvm::StringLiteral known[] = {"gpt-2",  "llama-bpe", "qwen2",
                                           "smollm", "falcon",    "gpt-4o",
                                           "mpt",    "command-r"};
  llvm::json::Value wanted = stripOffsets(value);
  auto fits = [&](const PreTokenizer &each) {
    return each.normalizes == normalizes &&
           each.ignoresMerges == ignoresMerges &&
           stripOffsets(makePreTokenizerJson(each)) == wanted;
  };
  for (llvm::StringRef name : known)
    if (fits(*findPreTokenizer(name)))
      return name;
  for (const Named &entry : kTable)
    if (fits(entry.preTokenizer))
      return entry.name;
  return "";
}
