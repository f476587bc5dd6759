// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What tokenizer.ggml.pre stands for: how byte-level BPE models cut text into
// words before merges apply. The file has just a name; the steps are those of
// the models that the names come from.

#ifndef WEFT_LIB_IMPORT_GGUF_PRETOKENIZERS_H
#define WEFT_LIB_IMPORT_GGUF_PRETOKENIZERS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

namespace weft::gguf {

/// The steps of a named pre-tokenizer.
struct PreTokenizer {
  enum class Step {
    Split,           ///< at matches of a pattern, which are words themselves
    EachDigit,       ///< every digit is a word
    Digits,          ///< runs of digits are words
    Punctuation,     ///< runs of punctuation are words
    EachPunctuation, ///< every punctuation character is a word
    Words,           ///< GPT-2's pattern, and bytes become characters
    Bytes,           ///< bytes become characters
  };
  struct StepOf {
    Step step;
    /// Of Split, in the syntax of Oniguruma.
    const char *pattern = nullptr;
  };

  llvm::ArrayRef<StepOf> steps;
  /// Text is brought to Unicode's form C first.
  bool normalizes = false;
  /// A word that is a token stays one, whatever its merges say.
  bool ignoresMerges = false;
  /// Text begins with bos unless the file says otherwise.
  bool addsBos = false;
};

/// Returns null for a name that is not known.
const PreTokenizer *findPreTokenizer(llvm::StringRef name);

/// Returns the known names, sorted and separated by commas.
std::string listPreTokenizers();

/// Returns pre_tokenizer of a tokenizer.json.
llvm::json::Value makePreTokenizerJson(const PreTokenizer &preTokenizer);

/// The inverse: the best known of the names whose steps are pre_tokenizer of a
/// tokenizer.json, and whose other properties are these; "" where there is none.
llvm::StringRef findPreTokenizerName(const llvm::json::Value &preTokenizer,
                                     bool normalizes, bool ignoresMerges);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_PRETOKENIZERS_H
