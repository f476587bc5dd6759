// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Generation.h.

#include "tools/weft/Generation.h"
#include "runtime/text/sampling/Sampler.h"
#include "runtime/text/sampling/StopMatcher.h"
#include "runtime/text/template/ChatTemplate.h"
#include "runtime/text/tokenizer/StreamDecoder.h"
#include "runtime/text/tokenizer/TokenBytes.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace weft;
using llvm::StringRef;

/// Tokens that are generated without --max-tokens.
static constexpr int64_t kMostTokens = 256;

static llvm::Error checkAdapterScale(StringRef text) {
  double factor;
  auto [name, number] = text.rsplit('=');
  return name.empty() || number.getAsDouble(factor) || !std::isfinite(factor)
             ? llvm::createStringError("expected NAME=FACTOR")
             : llvm::Error::success();
}

void GenerationFlags::addTo(FlagSet &set) {
  set.beginGroup("text from a language model");
  set.addText("--prompt", "TEXT", prompt,
              "generates text behind it; of a chat model the user's message");
  set.addText("--prompt-file", "FILE", promptFile, "the prompt from a file");
  set.addText("--system", "TEXT", system, "the system's message of a chat");
  set.addSwitch("--raw", isRaw, "the prompt as it is, without chat template");
  set.addNumber("--max-tokens", "N", most, 1,
                "generates at most so many tokens, 256 by default");
  set.addNumber("--temperature", "T", temperature,
                "0, the default, takes the likeliest token");
  set.addNumber("--top-k", "K", topK, 0,
                "only the K likeliest tokens; 0, the default, means all");
  set.addNumber("--top-p", "P", topP,
                "only the likeliest tokens of together this probability");
  set.addNumber("--min-p", "P", minP,
                "only tokens with this share of the likeliest one's");
  set.addNumber("--repetition-penalty", "F", repetitionPenalty,
                "makes tokens that were there less likely; 1 is off");
  set.addNumber("--seed", "N", seed, 0,
                "the same seed gives the same text on every machine");
  set.addList("--stop", "TEXT", stops, "ends before this text");
  set.addText("--json-schema", "FILE", schema,
              "writes JSON of this schema and nothing else");
  set.addList("--lora-scale", "NAME=FACTOR", adapterScales,
              "counts an adapter of --lora-beside, by the name of its file or "
              "folder, FACTOR times what it was compiled with; 0 leaves it out",
              checkAdapterScale);
  set.addSwitch("--quiet", isQuiet, "no figures on stderr");
}

llvm::Expected<text::SamplerOptions> GenerationFlags::readOptions() const {
  text::SamplerOptions options;
  options.temperature = static_cast<float>(temperature);
  options.topK = topK;
  options.topP = static_cast<float>(topP);
  options.minP = static_cast<float>(minP);
  options.repetitionPenalty = static_cast<float>(repetitionPenalty);
  options.seed = static_cast<uint64_t>(seed);
  if (text::Status status = options.validate(); !status.ok())
    return llvm::createStringError(status.getMessage());
  return options;
}

llvm::Expected<std::string> GenerationFlags::readPrompt() const {
  std::string text = prompt;
  if (!promptFile.empty()) {
    auto file = llvm::MemoryBuffer::getFile(promptFile);
    if (!file)
      return llvm::createStringError("cannot read '" + promptFile +
                                     "': " + file.getError().message());
    text = (*file)->getBuffer().str();
  }
  return text;
}

llvm::Expected<std::unique_ptr<text::JsonConstraint>>
GenerationFlags::readSchema() const {
  std::unique_ptr<text::JsonConstraint> constraint;
  if (schema.empty())
    return constraint;
  auto file = llvm::MemoryBuffer::getFile(schema);
  if (!file)
    return llvm::createStringError("cannot read '" + schema +
                                   "': " + file.getError().message());
  StringRef text = (*file)->getBuffer();
  if (text::Status status = text::JsonConstraint::parse(
          std::string_view(text.data(), text.size()), constraint);
      !status.ok())
    return llvm::createStringError("'" + schema + "': " + status.getMessage());
  return constraint;
}

llvm::Expected<std::string>
GenerationFlags::renderChat(const LanguageModel &model, StringRef text) const {
  StringRef source = model.getChatTemplate();
  std::unique_ptr<text::ChatTemplate> chat;
  text::Status status = text::ChatTemplate::parse(
      std::string_view(source.data(), source.size()), chat);
  std::string rendered;
  if (status.ok()) {
    nlohmann::ordered_json messages = nlohmann::ordered_json::array();
    if (!system.empty())
      messages.push_back({{"role", "system"}, {"content", system}});
    messages.push_back({{"role", "user"}, {"content", text.str()}});
    nlohmann::ordered_json variables = {
        {"messages", std::move(messages)},
        {"add_generation_prompt", true},
        {"bos_token", model.getSettings().bosToken},
        {"eos_token", model.getSettings().eosToken},
        {"tools", nullptr},
        {"documents", nullptr}};
    status = chat->render(variables, rendered);
  }
  if (!status.ok())
    return llvm::createStringError("chat template: " + status.getMessage() +
                                   "; --raw goes without it");
  return rendered;
}

ExitStatus GenerationFlags::scaleAdapters(LanguageModel &model) const {
  for (StringRef text : adapterScales) {
    auto [name, number] = text.rsplit('=');
    double factor = 1;
    number.getAsDouble(factor);
    if (ExitStatus status = model.scaleAdapter(name, float(factor));
        status != ExitStatus::Done)
      return status;
  }
  return ExitStatus::Done;
}

llvm::Expected<std::vector<int32_t>>
GenerationFlags::encodePrompt(const LanguageModel &model) const {
  llvm::Expected<std::string> text = readPrompt();
  // A chat template writes the tokens before and behind the text itself.
  bool isChat = !isRaw && !model.getChatTemplate().empty();
  if (text && isChat)
    text = renderChat(model, *text);
  if (!text)
    return text.takeError();
  std::vector<int32_t> tokens;
  if (text::Status status = model.getTokenizer().encode(
          *text, /*addSpecialTokens=*/!isChat, tokens);
      !status.ok())
    return llvm::createStringError(status.getMessage());
  if (tokens.empty())
    return llvm::createStringError("expected a prompt of at least one token");
  int64_t context = model.getSettings().context;
  if (context > 0 && static_cast<int64_t>(tokens.size()) >= context)
    return llvm::createStringError(
        "expected a prompt shorter than the " + llvm::Twine(context) +
        " tokens that the model was made for, found " +
        llvm::Twine(tokens.size()));
  return tokens;
}

namespace {
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Shows text as far as it is certain.
class Printer {
public:
  Printer(const text::Tokenizer &tokenizer, text::StopMatcher &matcher)
      : decoder(tokenizer, /*skipSpecialTokens=*/true), matcher(matcher) {}

  void add(int32_t token) { show(matcher.append(decoder.add(token))); }
  void finish() {
    show(matcher.append(decoder.finish()));
    show(matcher.finish());
    llvm::outs() << '\n';
    llvm::outs().flush();
  }

private:
  void show(const std::string &text) {
    llvm::outs() << text;
    llvm::outs().flush();
  }

  text::StreamDecoder decoder;
  text::StopMatcher &matcher;
};

/// Which tokens go on with JSON of a schema, and whether its end may come.
class TokenFilter {
public:
  /// `constraint` may be null: then any token may come.
  TokenFilter(std::unique_ptr<text::JsonConstraint> json,
              const LanguageModel &model, size_t vocabulary)
      : constraint(std::move(json)), ends(model.getSettings().ends) {
    if (!constraint)
      return;
    bytes = text::listTokenBytes(model.getTokenizer(), vocabulary);
    trie.emplace(bytes);
    mask.resize(trie->getMaskWords());
    update();
  }

  /// Of the next token; empty where any may come.
  std::span<const uint64_t> getMask() const { return mask; }
  /// Whether nothing but the end can come any more.
  bool isOver() const { return isAtEnd; }
  bool isComplete() const { return !constraint || constraint->isComplete(); }

  text::Status take(int32_t token) {
    if (!constraint)
      return text::Status();
    text::Status status =
        constraint->advance(bytes[static_cast<size_t>(token)]);
    update();
    return status;
  }

private:
  void update() {
    constraint->allowed(*trie, mask);
    if (!constraint->isComplete())
      return;
    isAtEnd = llvm::all_of(mask, [](uint64_t word) { return word == 0; });
    for (int32_t end : ends)
      if (static_cast<size_t>(end) < bytes.size())
        mask[static_cast<size_t>(end) / 64] |= uint64_t(1) << (end % 64);
  }

  std::unique_ptr<text::JsonConstraint> constraint;
  const std::set<int32_t> &ends;
  std::vector<std::string> bytes;
  std::optional<text::TokenTrie> trie;
  std::vector<uint64_t> mask;
  bool isAtEnd = false;
};
} // namespace

ExitStatus GenerationFlags::run(LanguageModel &model) const {
  llvm::Expected<text::SamplerOptions> options = readOptions();
  if (!options)
    return reportError(ExitStatus::WrongUsage, options.takeError());
  llvm::Expected<std::unique_ptr<text::JsonConstraint>> constraint =
      readSchema();
  if (!constraint)
    return reportError(ExitStatus::WrongUsage, constraint.takeError());
  if (ExitStatus status = model.readText(); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = scaleAdapters(model); status != ExitStatus::Done)
    return status;
  std::unique_ptr<text::Sampler> sampler;
  std::unique_ptr<text::StopMatcher> matcher;
  text::Status made = text::Sampler::create(*options, sampler);
  if (made.ok())
    made = text::StopMatcher::create(stops, matcher);
  if (!made.ok())
    return reportError(ExitStatus::WrongUsage, made.getMessage());

  llvm::Expected<std::vector<int32_t>> prompt = encodePrompt(model);
  if (!prompt)
    return reportError(ExitStatus::BadInput, prompt.takeError());
  std::vector<int32_t> &tokens = *prompt;
  int64_t limit = most > 0 ? most : kMostTokens;
  if (int64_t context = model.getSettings().context; context > 0)
    limit = std::min(limit, context - static_cast<int64_t>(tokens.size()));

  Clock::time_point begin = Clock::now();
  std::span<const float> logits;
  if (ExitStatus status = model.read(tokens, logits);
      status != ExitStatus::Done)
    return status;
  double reading = secondsSince(begin);
  size_t ofPrompt = tokens.size();
  TokenFilter filter(std::move(*constraint), model, logits.size());
  Printer printer(model.getTokenizer(), *matcher);
  begin = Clock::now();
  int64_t steps = 0;
  for (int64_t made = 0; made < limit; ++made) {
    int32_t token = sampler->sample(logits, tokens, filter.getMask());
    if (token < 0)
      return reportError(ExitStatus::BadInput,
                         sampler->getStatus().getMessage());
    if (model.getSettings().ends.contains(token))
      break;
    if (text::Status taken = filter.take(token); !taken.ok())
      return reportError(ExitStatus::Internal, taken.getMessage());
    tokens.push_back(token);
    printer.add(token);
    if (matcher->hasStopped() || made + 1 == limit || filter.isOver())
      break;
    if (ExitStatus status = model.read(std::span(&tokens.back(), 1), logits);
        status != ExitStatus::Done)
      return status;
    ++steps;
  }
  printer.finish();
  if (!filter.isComplete())
    llvm::errs() << "note: the JSON is not complete: the text ended after "
                 << tokens.size() - ofPrompt
                 << " tokens; --max-tokens allows more\n";
  double generating = secondsSince(begin);
  if (!isQuiet)
    llvm::errs() << ofPrompt << " tokens read in "
                 << llvm::format("%.3f s (%.1f a second)", reading,
                                 static_cast<double>(ofPrompt) / reading)
                 << ", " << tokens.size() - ofPrompt << " generated"
                 << (steps > 0
                         ? llvm::formatv(
                               " in {0:f3} s ({1:f1} a second)", generating,
                               static_cast<double>(steps) / generating)
                               .str()
                         : std::string())
                 << '\n';
  return ExitStatus::Done;
}
