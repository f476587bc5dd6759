// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Both formats come down to pairs by weight; a format adds what it calls them
// and how it scales.

#include "lib/Import/Lora/LoraAdapter.h"
#include "lib/Import/Gguf/GgufArchitecture.h"
#include "lib/Import/Gguf/GgufFile.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

llvm::Expected<LoraChoice> weft::parseLora(StringRef text) {
  auto [path, scale] = text.rsplit('=');
  double number = 1;
  // Paths may have the sign too.
  if (path.size() == text.size() || scale.getAsDouble(number)) {
    path = text;
    number = 1;
  }
  LoraChoice choice{path.str(), number};
  if (path.empty() || !std::isfinite(number))
    return llvm::createStringError(
        "expected an adapter as PATH or PATH=SCALE, found '" + text + "'");
  return choice;
}

llvm::Error LoraAdapter::makeError(const Twine &text) const {
  return llvm::createStringError("adapter '" + path + "': " + text);
}

namespace {
/// One of alpha_pattern.
struct AlphaPattern {
  std::string text;
  /// As countSteps has it.
  uint64_t steps;
  llvm::Regex regex;
  double alpha;
  bool fits = false;
};

class AdapterReader {
public:
  explicit AdapterReader(StringRef path) { adapter.path = path.str(); }

  llvm::Expected<LoraAdapter> readFolder();
  llvm::Expected<LoraAdapter> readGguf();

private:
  llvm::Error fail(const Twine &text) const { return adapter.makeError(text); }
  llvm::Error readConfig();
  llvm::Error checkConfig() const;
  llvm::Error readPatterns();
  llvm::Error checkPatterns() const;
  llvm::Expected<double> findAlpha(StringRef layer);
  llvm::Error add(StringRef weight, bool isA, StringRef tensor,
                  llvm::ArrayRef<int64_t> dims, StringRef dtype,
                  llvm::ArrayRef<uint8_t> bytes);
  llvm::Expected<LoraAdapter> finish();

  LoraAdapter adapter;
  json::Object config;
  std::vector<AlphaPattern> patterns;
  llvm::MapVector<std::string, LoraPair, std::map<std::string, unsigned>>
      byWeight;
};
} // namespace

llvm::Error AdapterReader::add(StringRef weight, bool isA, StringRef tensor,
                               llvm::ArrayRef<int64_t> dims, StringRef dtype,
                               llvm::ArrayRef<uint8_t> bytes) {
  if (dims.size() != 2 || dims[0] < 1 || dims[1] < 1)
    return fail("tensor '" + tensor + "': expected a matrix, found rank " +
                Twine(dims.size()) +
                ": adapters of stacked experts and convolutions are not read");
  if (dtype != "f32" && dtype != "f16" && dtype != "bf16")
    return fail("tensor '" + tensor + "': expected f32, f16 or bf16, found " +
                dtype);
  LoraPair &pair = byWeight[weight.str()];
  pair.weight = weight.str();
  LoraMatrix &matrix = isA ? pair.a : pair.b;
  if (matrix.rows)
    return fail("tensor '" + tensor + "': expected one of its kind for '" +
                weight + "', found two");
  matrix = {dims[0],
            dims[1],
            dtype.str(),
            {reinterpret_cast<const char *>(bytes.data()), bytes.size()}};
  return llvm::Error::success();
}

llvm::Expected<LoraAdapter> AdapterReader::finish() {
  for (auto &[weight, pair] : byWeight) {
    if (!pair.a.rows || !pair.b.rows || pair.a.rows != pair.b.width)
      return fail(
          "weight '" + weight +
          "': expected A [rank, inputs] and B [outputs, rank], found [" +
          Twine(pair.a.rows) + ", " + Twine(pair.a.width) + "] and [" +
          Twine(pair.b.rows) + ", " + Twine(pair.b.width) + "]");
    if (!std::isfinite(pair.scale))
      return fail("weight '" + weight + "' has a scale that is not finite");
    adapter.pairs.push_back(std::move(pair));
  }
  if (adapter.pairs.empty())
    return fail("expected pairs of matrices, found none");
  return std::move(adapter);
}

llvm::Error AdapterReader::readConfig() {
  llvm::SmallString<128> path(adapter.path);
  llvm::sys::path::append(path, "adapter_config.json");
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  StringRef text((*file)->getBytes().data(), (*file)->getSizeBytes());
  return parseIndex(text, ("'" + path + "'").str()).moveInto(config);
}

llvm::Error AdapterReader::checkConfig() const {
  StringRef type = config.getString("peft_type").value_or("none");
  if (type != "LORA")
    return fail("expected peft_type LORA, found " + type);
  for (StringRef key : {"use_dora", "lora_bias", "use_qalora"})
    if (config.getBoolean(key).value_or(false))
      return fail(
          "expected plain pairs of matrices, found " + key +
          ": merge it with peft (merge_and_unload) and give the result");
  if (!config.getNumber("lora_alpha"))
    return fail("expected a number lora_alpha in adapter_config.json, found "
                "none");
  return llvm::Error::success();
}

/// The members of Python's \d, \w and \s, or "".
static StringRef findMembers(char letter) {
  switch (letter) {
  case 'd':
    return "0-9";
  case 'w':
    return "0-9A-Za-z_";
  case 's':
    return " \t\n\r\f\v";
  default:
    return "";
  }
}

/// What a byte of a name costs, in steps of the matcher at most: a count is as
/// many copies, up to 255.
static uint64_t countSteps(StringRef pattern) {
  return pattern.size() + 255 * uint64_t(pattern.count('{'));
}

/// Spells a pattern of Python's re as POSIX does. Nothing where POSIX has no
/// such thing, and for counts of groups, which are compiled as copies: counts
/// within each other would take any amount of memory, many of them much.
static std::optional<std::string> translatePattern(StringRef pattern) {
  constexpr uint64_t maxSteps = 4096;
  std::string text;
  bool isInBrackets = false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i], next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
    if (c == '\\') {
      StringRef members = findMembers(llvm::toLower(next));
      bool isOthers = llvm::isUpper(next);
      if (!members.empty() && !isInBrackets)
        text += ((isOthers ? "[^" : "[") + members + "]").str();
      else if (!members.empty() && !isOthers)
        text += members;
      else if (next == '\0' || llvm::isAlnum(next) ||
               (isInBrackets && StringRef("[]^-\\").contains(next)))
        return std::nullopt;
      else
        text += isInBrackets ? std::string(1, next) : std::string{c, next};
      ++i;
      continue;
    }
    if (isInBrackets) {
      // POSIX has classes and the like there.
      if (c == '[')
        return std::nullopt;
      isInBrackets = c != ']';
    } else if (c == '[') {
      isInBrackets = true;
      // The first member may be a bracket, which ends nothing.
      for (char first : {'^', ']'})
        if (i + 1 < pattern.size() && pattern[i + 1] == first) {
          text += c;
          c = pattern[++i];
        }
    } else if (c == '(' && next == '?') {
      if (!pattern.substr(i).starts_with("(?:"))
        return std::nullopt;
      i += 2;
    } else if ((StringRef("*+?}").contains(c) &&
                (next == '?' || next == '+')) ||
               (c == ')' && next == '{')) {
      return std::nullopt;
    }
    text += c;
  }
  if (countSteps(text) > maxSteps)
    return std::nullopt;
  return text;
}

llvm::Error AdapterReader::readPatterns() {
  const json::Object *settings = config.getObject("alpha_pattern");
  if (!settings)
    return llvm::Error::success();
  for (const auto &[key, alpha] : *settings) {
    StringRef pattern = key;
    std::optional<double> value = alpha.getAsNumber();
    if (!value)
      return fail("alpha_pattern '" + pattern +
                  "' in adapter_config.json: expected a number, found "
                  "something else");
    std::optional<std::string> text = translatePattern(pattern);
    std::string why = "what only Python has";
    llvm::Regex regex(text ? "^(.*\\.)?(" + *text + ")$" : "");
    if (!text || !regex.isValid(why))
      return fail("alpha_pattern '" + pattern +
                  "' in adapter_config.json: expected a regular expression "
                  "without look-around, lazy quantifiers, counts of groups "
                  "and \\b, found " +
                  why +
                  ": spell it otherwise, or merge the adapter with peft "
                  "(merge_and_unload) and give the result");
    patterns.push_back(
        {pattern.str(), countSteps(*text), std::move(regex), *value});
  }
  return llvm::Error::success();
}

/// All patterns are tried with all layers.
llvm::Error AdapterReader::checkPatterns() const {
  constexpr uint64_t maxSteps = uint64_t(1) << 32;
  uint64_t ofByte = 0, bytes = 0;
  for (const AlphaPattern &pattern : patterns)
    ofByte += pattern.steps;
  for (const auto &[weight, pair] : byWeight)
    bytes += weight.size();
  if (ofByte == 0 || bytes <= maxSteps / ofByte)
    return llvm::Error::success();
  return fail("alpha_pattern in adapter_config.json: expected fewer or shorter "
              "patterns for " +
              Twine(byWeight.size()) + " layers, found " +
              Twine(patterns.size()) +
              ", which take too long: merge the adapter with peft "
              "(merge_and_unload) and give the result");
}

/// By the pattern that is the layer's name or its end. peft takes the first of
/// several, and objects of JSON have no order.
llvm::Expected<double> AdapterReader::findAlpha(StringRef layer) {
  std::optional<double> found;
  for (AlphaPattern &pattern : patterns) {
    if (!pattern.regex.match(layer))
      continue;
    pattern.fits = true;
    if (found && *found != pattern.alpha)
      return fail("several of alpha_pattern fit layer '" + layer +
                  "': leave one");
    found = pattern.alpha;
  }
  return found ? *found : *config.getNumber("lora_alpha");
}

llvm::Expected<LoraAdapter> AdapterReader::readFolder() {
  if (llvm::Error error = readConfig())
    return std::move(error);
  if (llvm::Error error = checkConfig())
    return std::move(error);
  if (llvm::Error error = readPatterns())
    return std::move(error);
  llvm::SmallString<128> path(adapter.path);
  llvm::sys::path::append(path, "adapter_model.safetensors");
  auto file = SafetensorsFile::open(path);
  if (!file)
    return file.takeError();
  adapter.files.assign((*file)->getShards().begin(),
                       (*file)->getShards().end());
  for (const SafetensorsTensor &tensor : (*file)->getTensors()) {
    StringRef name = tensor.name;
    name.consume_front("base_model.model.");
    size_t at = name.rfind(".lora_");
    StringRef kind = at == StringRef::npos ? "" : name.substr(at + 6);
    // Trained beside others, an adapter's name stands in between.
    if (kind != "A.weight" && kind != "B.weight" &&
        kind != "A.default.weight" && kind != "B.default.weight")
      return fail("tensor '" + tensor.name +
                  "': expected lora_A and lora_B of linear layers, found "
                  "something else: merge it with peft (merge_and_unload) and "
                  "give the result");
    if (llvm::Error error =
            add((name.take_front(at) + ".weight").str(), kind.front() == 'A',
                tensor.name, tensor.dims, tensor.dtype, tensor.getBytes()))
      return std::move(error);
  }
  if (llvm::Error error = checkPatterns())
    return std::move(error);
  bool isRankStable = config.getBoolean("use_rslora").value_or(false);
  for (auto &[weight, pair] : byWeight) {
    llvm::Expected<double> alpha =
        findAlpha(StringRef(weight).drop_back(StringRef(".weight").size()));
    if (!alpha)
      return alpha.takeError();
    auto rank = double(pair.a.rows);
    pair.scale = *alpha / (isRankStable ? std::sqrt(rank) : rank);
  }
  for (const AlphaPattern &pattern : patterns)
    if (!pattern.fits)
      adapter.warnings.push_back("alpha_pattern '" + pattern.text +
                                 "' fits no layer of the adapter");
  return finish();
}

llvm::Expected<LoraAdapter> AdapterReader::readGguf() {
  auto file = GgufFile::open(adapter.path);
  if (!file)
    return file.takeError();
  adapter.files.assign((*file)->getParts().begin(), (*file)->getParts().end());
  auto type = (*file)->findString("general.type"),
       kind = (*file)->findString("adapter.type");
  if (!type || !kind) {
    llvm::Error error =
        llvm::joinErrors(type ? llvm::Error::success() : type.takeError(),
                         kind ? llvm::Error::success() : kind.takeError());
    return std::move(error);
  }
  if (*type != StringRef("adapter") || *kind != StringRef("lora"))
    return fail("expected a GGUF file of the general.type adapter and the "
                "adapter.type lora, found " +
                type->value_or("a model") + " and " + kind->value_or("none"));
  llvm::Expected<StringRef> name = (*file)->getString("general.architecture");
  if (!name)
    return name.takeError();
  const GgufArchitecture *architecture = findGgufArchitecture(*name);
  adapter.isInterleaved = architecture && architecture->isInterleaved;
  llvm::Expected<double> alpha = (*file)->getFloat("adapter.lora.alpha");
  if (!alpha)
    return alpha.takeError();
  for (const GgufTensor &tensor : (*file)->getTensors()) {
    StringRef weight = tensor.name;
    bool isA = weight.consume_back(".lora_a");
    if (!isA && !weight.consume_back(".lora_b"))
      return fail("tensor '" + tensor.name +
                  "': expected lora_a and lora_b of weights, found something "
                  "else");
    StringRef dtype = tensor.type == GgufType::F32   ? "f32"
                      : tensor.type == GgufType::F16 ? "f16"
                      : tensor.type == GgufType::BF16
                          ? "bf16"
                          : getGgufTypeName(tensor.type);
    if (llvm::Error error = add(weight, isA, tensor.name, tensor.dims, dtype,
                                tensor.getBlocks()))
      return std::move(error);
  }
  // As llama.cpp has it: without an alpha pairs count as they are.
  for (auto &[weight, pair] : byWeight)
    pair.scale = *alpha != 0 && pair.a.rows ? *alpha / double(pair.a.rows) : 1;
  return finish();
}

llvm::Expected<LoraAdapter> weft::openLoraAdapter(StringRef path) {
  AdapterReader reader(path);
  return llvm::sys::fs::is_directory(path) ? reader.readFolder()
                                           : reader.readGguf();
}
