// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A language model as the verbs use it: compiled or opened, with its tokenizer, and one text in its session.

#ifndef WEFT_TOOLS_WEFT_LANGUAGEMODEL_H
#define WEFT_TOOLS_WEFT_LANGUAGEMODEL_H

#include "runtime/text/tokenizer/Tokenizer.h"
#include "tools/weft/Model.h"
#include "weft/Runtime.h"
#include <set>
#include <span>

namespace weft {

/// What generation_config.json says, as far as it is used.
struct GenerationSettings {
  std::set<int32_t> ends;
  std::string bosToken, eosToken;
  /// 0 = unknown.
  int64_t context = 0;
};

/// Owns a session with the functions prefill, decode and evaluate. What fails is on stderr.
class LanguageModel {
public:
  explicit LanguageModel(const ModelFlags &flags) : model(flags) {}
  ~LanguageModel();
  LanguageModel(const LanguageModel &) = delete;
  LanguageModel &operator=(const LanguageModel &) = delete;

  /// Where the code is written too, so that perf and gdb find its names; before open().
  void setCodeDirectory(llvm::StringRef folder) {
    codeDirectory = folder.str();
  }
  /// Compiles the model at `path`, or opens it where it is compiled. `threads` 0 = what the process may use.
  ExitStatus open(llvm::StringRef path, int threads);
  /// Reads the tokenizer and the settings of generation that travel with the model.
  ExitStatus readText();
  /// Reads the settings alone.
  void readSettings();

  /// Only after readText().
  const text::Tokenizer &getTokenizer() const { return *tokenizer; }
  const GenerationSettings &getSettings() const { return settings; }
  /// The chat template; empty where there is none.
  llvm::StringRef getChatTemplate() const;

  /// Counts an adapter beside the weights as \p factor of what the model was
  /// compiled with, until reset().
  ExitStatus scaleAdapter(llvm::StringRef name, float factor);
  /// Whether so many tokens, which --prompt-tokens and --generate ask for, are
  /// within what the model was made for; reads the settings.
  ExitStatus checkRequest(int64_t prompt, int64_t generated);
  /// Begins a new text.
  ExitStatus reset();
  /// Reads tokens behind those so far; `logits` are those behind the last one, valid until the next call.
  ExitStatus read(std::span<const int32_t> tokens,
                  std::span<const float> &logits);
  /// The same, with the logits behind each token, one row after the other.
  ExitStatus evaluate(std::span<const int32_t> tokens,
                      std::span<const float> &logits);

  /// Records each dispatch from now on.
  ExitStatus startProfile();
  /// Writes what was recorded, for Perfetto and chrome://tracing; after startProfile().
  ExitStatus writeProfile(llvm::StringRef path);

  int64_t getVocabularySize() const { return vocabulary; }
  /// Tokens in the session.
  int64_t getLength() const { return length; }
  WeftProgram *getProgram() { return program; }
  WeftSession *getSession() { return session; }
  /// The model and its module where it was compiled here; null where it was
  /// opened compiled.
  Model *getModel() { return memory ? &model : nullptr; }
  std::shared_ptr<MappedFile> getModule() const { return memory; }
  /// -1 where it was opened compiled.
  double getCompileSeconds() const { return compileSeconds; }

private:
  ExitStatus openProgram(llvm::StringRef path, int threads);
  ExitStatus run(WeftCall *call, std::span<const int32_t> tokens,
                 std::span<const float> &logits);
  llvm::StringRef getAsset(llvm::StringRef name) const;

  Model model;
  std::string codeDirectory;
  std::shared_ptr<MappedFile> memory;
  WeftProgram *program = nullptr;
  WeftSession *session = nullptr;
  WeftCall *prefill = nullptr, *decode = nullptr, *evaluation = nullptr;
  WeftProfile *profile = nullptr;
  std::unique_ptr<text::Tokenizer> tokenizer;
  GenerationSettings settings;
  int64_t vocabulary = 0, length = 0;
  double compileSeconds = -1;
};

/// Whether a program has the functions of a language model.
bool isLanguageModel(const WeftProgram *program);
bool isLanguageModel(mlir::ModuleOp module);

/// Whether a compiled module is one; false too for what cannot be opened, which
/// opening it for good will say.
bool isLanguageModule(llvm::StringRef path);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LANGUAGEMODEL_H
