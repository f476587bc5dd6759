// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flags of a verb: one table that parses, helps, completes and corrects.

#ifndef WEFT_TOOLS_WEFT_FLAGSET_H
#define WEFT_TOOLS_WEFT_FLAGSET_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace weft {

struct Flag {
  /// With its dashes.
  std::string name;
  /// What --help calls the value; empty for a switch.
  std::string value;
  std::string help;
  /// The values that it may have, for completion and messages; empty = any.
  std::vector<std::string> choices;
  std::function<llvm::Error(llvm::StringRef value)> set;
  /// Whether the value may be left out, and is "" then; if not, it stands behind
  /// a =.
  bool isValueOptional = false;
};

class FlagSet {
public:
  /// Begins a group of flags under a heading of --help.
  void beginGroup(llvm::StringRef heading);

  void add(Flag flag);
  void addSwitch(llvm::StringRef name, bool &value, llvm::StringRef help);
  void addText(llvm::StringRef name, llvm::StringRef valueName,
               std::string &value, llvm::StringRef help);
  void addList(llvm::StringRef name, llvm::StringRef valueName,
               std::vector<std::string> &values, llvm::StringRef help);
  /// A list of texts of a form; `check` says what is wrong with one.
  void addList(llvm::StringRef name, llvm::StringRef valueName,
               std::vector<std::string> &values, llvm::StringRef help,
               std::function<llvm::Error(llvm::StringRef)> check);
  /// A number of at least `least`.
  void addNumber(llvm::StringRef name, llvm::StringRef valueName, int &value,
                 int least, llvm::StringRef help);
  void addNumber(llvm::StringRef name, llvm::StringRef valueName, double &value,
                 llvm::StringRef help);
  /// A switch that may be given a number above 0; \p value is left as it is
  /// without one.
  void addSwitch(llvm::StringRef name, llvm::StringRef valueName, bool &isGiven,
                 double &value, llvm::StringRef help);
  void addChoice(llvm::StringRef name, std::string &value,
                 llvm::ArrayRef<llvm::StringRef> choices, llvm::StringRef help);

  /// Sets the flags and appends what is none to `positional`. Takes "--flag value" and "--flag=value"; "--" ends the flags.
  llvm::Error parse(llvm::ArrayRef<const char *> arguments,
                    std::vector<std::string> &positional) const;

  void printHelp(llvm::raw_ostream &stream) const;
  llvm::ArrayRef<Flag> getFlags() const { return flags; }

private:
  const Flag *find(llvm::StringRef name) const;

  std::vector<Flag> flags;
  /// Headings with the number of flags before them.
  std::vector<std::pair<size_t, std::string>> groups;
};

/// Wrong unless `text` is of the form A=B.
llvm::Error checkPair(llvm::StringRef text);

/// The one of `names` that is most like `text`, if any is near enough to be
/// meant.
std::optional<std::string> findSimilar(llvm::StringRef text,
                                       llvm::ArrayRef<std::string> names);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_FLAGSET_H
