// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft completion: scripts for shells, from the same tables as --help.

#include "tools/weft/Verb.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using llvm::StringRef;

namespace {
class CompletionVerb : public Verb {
public:
  StringRef getName() const override { return "completion"; }
  StringRef getSummary() const override {
    return "Prints a completion script for a shell.";
  }
  StringRef getUsage() const override { return "bash|zsh|fish"; }
  StringRef getExamples() const override {
    return "  source <(weft completion bash)\n"
           "  weft completion fish > ~/.config/fish/completions/weft.fish\n";
  }
  void addFlags(FlagSet &) override {}
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;
};

/// Calls `visit` with each verb and its flags. A verb keeps what its flags set, so they are not used any more.
void forEachVerb(
    llvm::function_ref<void(const Verb &, const FlagSet &)> visit) {
  for (const std::unique_ptr<Verb> &verb : getVerbs()) {
    FlagSet flags;
    verb->addFlags(flags);
    visit(*verb, flags);
  }
}

std::string listVerbs() {
  return llvm::join(llvm::map_range(getVerbs(),
                                    [](const std::unique_ptr<Verb> &verb) {
                                      return verb->getName().str();
                                    }),
                    " ");
}

void printBash(llvm::raw_ostream &stream) {
  stream << "_weft() {\n"
            "  local word=${COMP_WORDS[COMP_CWORD]} "
            "previous=${COMP_WORDS[COMP_CWORD-1]}\n"
            "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
            "    COMPREPLY=($(compgen -W '"
         << listVerbs()
         << " --help --version' -- \"$word\"))\n    return\n  fi\n"
            "  local flags=''\n"
            "  case ${COMP_WORDS[1]} in\n";
  forEachVerb([&](const Verb &verb, const FlagSet &flags) {
    stream << "    " << verb.getName() << ")\n      flags='";
    for (const Flag &flag : flags.getFlags())
      stream << flag.name << ' ';
    stream << "--help'\n      case $previous in\n";
    for (const Flag &flag : flags.getFlags())
      if (!flag.choices.empty())
        stream << "        " << flag.name << ") COMPREPLY=($(compgen -W '"
               << llvm::join(flag.choices, " ")
               << "' -- \"$word\")); return ;;\n";
    stream << "      esac ;;\n";
  });
  stream << "  esac\n"
            "  case $word in\n"
            "    -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;;\n"
            "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
            "  esac\n"
            "}\n"
            "complete -o filenames -F _weft weft\n";
}

/// zsh runs the completions of bash.
void printZsh(llvm::raw_ostream &stream) {
  stream << "autoload -U +X bashcompinit && bashcompinit\n";
  printBash(stream);
}

/// Text in single quotes of fish.
std::string quote(StringRef text) {
  std::string quoted = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\')
      quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

void printFish(llvm::raw_ostream &stream) {
  forEachVerb([&](const Verb &verb, const FlagSet &flags) {
    stream << "complete -c weft -n __fish_use_subcommand -f -a "
           << verb.getName() << " -d " << quote(verb.getSummary()) << '\n';
    for (const Flag &flag : flags.getFlags()) {
      stream << "complete -c weft -n '__fish_seen_subcommand_from "
             << verb.getName() << "' ";
      StringRef name = flag.name;
      stream << (name.starts_with("--") ? "-l " : "-s ") << name.ltrim('-');
      if (!flag.value.empty() && !flag.isValueOptional)
        stream << " -r";
      if (!flag.choices.empty())
        stream << " -f -a " << quote(llvm::join(flag.choices, " "));
      stream << " -d " << quote(flag.help) << '\n';
    }
  });
}
} // namespace

ExitStatus CompletionVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef shell = arguments.front();
  if (shell == "bash")
    printBash(llvm::outs());
  else if (shell == "zsh")
    printZsh(llvm::outs());
  else if (shell == "fish")
    printFish(llvm::outs());
  else
    return reportError(ExitStatus::WrongUsage,
                       "expected bash, zsh or fish, found '" + shell + "'");
  return ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createCompletionVerb() {
  return std::make_unique<CompletionVerb>();
}
