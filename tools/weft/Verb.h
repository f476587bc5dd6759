// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A verb of the command line: one file each.

#ifndef WEFT_TOOLS_WEFT_VERB_H
#define WEFT_TOOLS_WEFT_VERB_H

#include "tools/weft/FlagSet.h"
#include <memory>

namespace weft {

/// What the process ends with.
enum class ExitStatus {
  Done = 0,
  /// The input is at fault: unreadable, malformed, unsupported, of a wrong shape.
  BadInput = 1,
  WrongUsage = 2,
  /// A fault of ours; a reproducer has been written.
  Internal = 3,
  /// A check that was asked for has failed.
  CheckFailed = 4,
};

class Verb {
public:
  virtual ~Verb() = default;

  virtual llvm::StringRef getName() const = 0;
  /// One line.
  virtual llvm::StringRef getSummary() const = 0;
  /// What comes after the verb: "MODEL -o FILE".
  virtual llvm::StringRef getUsage() const = 0;
  /// What --help says after the flags; examples.
  virtual llvm::StringRef getExamples() const { return ""; }
  /// Positional arguments that must be there, and that may.
  virtual unsigned getMinArguments() const { return 1; }
  virtual unsigned getMaxArguments() const { return 1; }

  virtual void addFlags(FlagSet &flags) = 0;
  /// Called after the flags have been read.
  virtual ExitStatus run(llvm::ArrayRef<std::string> arguments) = 0;
};

/// All verbs in the order of listings.
llvm::ArrayRef<std::unique_ptr<Verb>> getVerbs();

/// Prints `error: TEXT` on stderr.
ExitStatus reportError(ExitStatus status, const llvm::Twine &text);
ExitStatus reportError(ExitStatus status, llvm::Error error);

std::unique_ptr<Verb> createConvertVerb();
std::unique_ptr<Verb> createCompileVerb();
std::unique_ptr<Verb> createRunVerb();
std::unique_ptr<Verb> createBenchVerb();
std::unique_ptr<Verb> createAnalyzeVerb();
std::unique_ptr<Verb> createOptimizeVerb();
std::unique_ptr<Verb> createCompareVerb();
std::unique_ptr<Verb> createExportVerb();
std::unique_ptr<Verb> createTargetsVerb();
std::unique_ptr<Verb> createCompletionVerb();

} // namespace weft

#endif // WEFT_TOOLS_WEFT_VERB_H
