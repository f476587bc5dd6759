// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command line: `weft VERB`. Under one of its other names the program is one of its verbs.

#include "tools/weft/Crash.h"
#include "tools/weft/Progress.h"
#include "tools/weft/Verb.h"
#include "weft/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using llvm::StringRef;

/// Other names of the program, and the verbs that they stand for.
static constexpr std::pair<StringRef, StringRef> kAliases[] = {
    {"model-converter", "convert"},
    {"model-analyzer", "analyze"},
    {"ai-benchmark", "bench"}};

llvm::ArrayRef<std::unique_ptr<Verb>> weft::getVerbs() {
  static const std::unique_ptr<Verb> verbs[] = {
      createCompileVerb(),   createRunVerb(),      createBenchVerb(),
      createConvertVerb(),   createOptimizeVerb(), createExportVerb(),
      createCompareVerb(),   createAnalyzeVerb(),  createTargetsVerb(),
      createCompletionVerb()};
  return verbs;
}

ExitStatus weft::reportError(ExitStatus status, const llvm::Twine &text) {
  progress::clear();
  llvm::errs() << "error: " << text << '\n';
  return status;
}

ExitStatus weft::reportError(ExitStatus status, llvm::Error error) {
  return reportError(status, llvm::toString(std::move(error)));
}

static void printOverview(llvm::raw_ostream &stream) {
  stream << "Compiles machine learning models ahead of time and runs "
            "them.\n\nusage: weft VERB ...\n\n";
  for (const std::unique_ptr<Verb> &verb : getVerbs())
    stream << "  " << llvm::left_justify(verb->getName(), 12)
           << verb->getSummary() << '\n';
  stream
      << "\n`weft VERB --help` says more; `weft --version` says what this is.\n"
         "MODEL is an ONNX file, a model.ir or, where there is nothing left to "
         "compile, a module (.wm).\n"
         "Exit status: 0 done, 1 the input is at fault, 2 wrong usage, 3 a "
         "fault of Weft, 4 a check failed.\n";
}

static void printHelp(const Verb &verb, const FlagSet &flags) {
  llvm::outs() << verb.getSummary() << "\n\nusage: weft " << verb.getName()
               << ' ' << verb.getUsage() << '\n';
  flags.printHelp(llvm::outs());
  if (!verb.getExamples().empty())
    llvm::outs() << "\nexamples:\n" << verb.getExamples();
}

static ExitStatus runVerb(Verb &verb, llvm::ArrayRef<const char *> arguments) {
  bool help = false;
  FlagSet flags;
  verb.addFlags(flags);
  flags.beginGroup("help");
  flags.addSwitch("--help", help, "say all this");
  std::vector<std::string> positional;
  std::string hint =
      ("; `weft " + verb.getName() + " --help` lists what it takes").str();
  if (llvm::Error error = flags.parse(arguments, positional))
    return reportError(ExitStatus::WrongUsage,
                       llvm::toString(std::move(error)) + hint);
  if (help) {
    printHelp(verb, flags);
    return ExitStatus::Done;
  }
  if (positional.size() < verb.getMinArguments() ||
      positional.size() > verb.getMaxArguments())
    return reportError(ExitStatus::WrongUsage,
                       "expected `weft " + verb.getName() + " " +
                           verb.getUsage() + "`, found " +
                           llvm::Twine(positional.size()) +
                           " arguments that are no flags" + hint);
  return verb.run(positional);
}

static ExitStatus runUnknown(StringRef name) {
  std::vector<std::string> names;
  for (const std::unique_ptr<Verb> &verb : getVerbs())
    names.push_back(verb->getName().str());
  std::optional<std::string> similar = findSimilar(name, names);
  return reportError(ExitStatus::WrongUsage,
                     "unknown verb '" + name + "'" +
                         (similar ? "; did you mean " + *similar + "?"
                                  : "; `weft --help` lists them"));
}

static ExitStatus runCommand(StringRef program,
                             llvm::ArrayRef<const char *> arguments) {
  for (auto [alias, verb] : kAliases)
    if (program == alias)
      for (const std::unique_ptr<Verb> &each : getVerbs())
        if (each->getName() == verb)
          return runVerb(*each, arguments);
  if (program == "deployer")
    return reportError(
        ExitStatus::BadInput,
        "serving is not available yet; `weft run` runs a model once");
  if (arguments.empty()) {
    printOverview(llvm::errs());
    return ExitStatus::WrongUsage;
  }
  StringRef first = arguments.front();
  // `weft help VERB` is `weft VERB --help`.
  if (first == "help" && arguments.size() == 2)
    return runCommand(program, {arguments[1], "--help"});
  if (first == "--help" || first == "-h" || first == "help") {
    printOverview(llvm::outs());
    return ExitStatus::Done;
  }
  if (first == "--version") {
    llvm::outs() << "weft " WEFT_VERSION_STRING " (LLVM " LLVM_VERSION_STRING
                    ")\n";
    return ExitStatus::Done;
  }
  for (const std::unique_ptr<Verb> &verb : getVerbs())
    if (verb->getName() == first)
      return runVerb(*verb, arguments.drop_front());
  return runUnknown(first);
}

int main(int argc, char **argv) {
  installCrashHandler(argc, argv);
  ExitStatus status =
      runCommand(llvm::sys::path::filename(argv[0]),
                 llvm::ArrayRef<const char *>(argv + 1, argc - 1));
  progress::clear();
  llvm::outs().flush();
  if (std::error_code error = llvm::outs().error()) {
    // Otherwise the stream's end would abort the process.
    llvm::outs().clear_error();
    status = reportError(ExitStatus::BadInput,
                         "cannot write to stdout: " + error.message());
  }
  return static_cast<int>(status);
}
