// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft targets: what this build generates code for.

#include "lib/Target/Target.h"
#include "tools/weft/Verb.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace weft;
using llvm::StringRef;

namespace {
class TargetsVerb : public Verb {
public:
  StringRef getName() const override { return "targets"; }
  StringRef getSummary() const override {
    return "Lists targets and their levels.";
  }
  StringRef getUsage() const override { return ""; }
  unsigned getMinArguments() const override { return 0; }
  unsigned getMaxArguments() const override { return 0; }
  void addFlags(FlagSet &set) override {
    set.addSwitch("--json", json, "for machines");
  }

  ExitStatus run(llvm::ArrayRef<std::string>) override {
    json ? printJson() : printText();
    return ExitStatus::Done;
  }

private:
  void printText() {
    for (const Target *target : getTargets()) {
      llvm::outs() << target->getName() << ": " << target->getSummary() << '\n';
      for (const TargetLevel &level : target->getLevels())
        llvm::outs() << "  " << llvm::left_justify(level.name, 8)
                     << llvm::left_justify(
                            level.runsHere ? "runs here" : "not supported here",
                            20)
                     << level.summary << '\n';
    }
    for (StringRef name : getOtherTargetNames())
      llvm::outs() << name
                   << ": not available in this build; `weft convert --target "
                   << name << "` records it\n";
  }

  void printJson() {
    llvm::json::OStream stream(llvm::outs());
    stream.array([&] {
      for (const Target *target : getTargets())
        stream.object([&] {
          stream.attribute("name", target->getName());
          stream.attribute("summary", target->getSummary());
          stream.attribute("available", true);
          stream.attributeArray("precisions", [&] {
            for (StringRef precision : target->getPrecisions())
              stream.value(precision);
          });
          stream.attributeArray("levels", [&] {
            for (const TargetLevel &level : target->getLevels())
              stream.object([&] {
                stream.attribute("name", level.name);
                stream.attribute("summary", level.summary);
                stream.attribute("runs_here", level.runsHere);
              });
          });
        });
      for (StringRef name : getOtherTargetNames())
        stream.object([&] {
          stream.attribute("name", name);
          stream.attribute("available", false);
        });
    });
    llvm::outs() << '\n';
  }

  bool json = false;
};
} // namespace

std::unique_ptr<Verb> weft::createTargetsVerb() {
  return std::make_unique<TargetsVerb>();
}
