// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A carriage return and an erased line, as every terminal understands them.

#include "tools/weft/Progress.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassInstrumentation.h"
#include <atomic>
#include <unistd.h>

using namespace weft;
using llvm::StringRef;

static std::atomic<bool> isShown = false;

static bool isTerminal() {
  static const bool terminal = isatty(STDERR_FILENO);
  return terminal;
}

void progress::show(const llvm::Twine &step) {
  if (!isTerminal())
    return;
  llvm::errs() << "\r\x1b[K" << step << " ...";
  isShown = true;
}

void progress::show(double part, const llvm::Twine &step) {
  constexpr int width = 24;
  int done = static_cast<int>(part * width);
  show("[" + std::string(done, '#') + std::string(width - done, '.') + "] " +
       llvm::Twine(static_cast<int>(part * 100)) + " % " + step);
}

void progress::clear() {
  if (isShown.exchange(false))
    llvm::errs() << "\r\x1b[K";
}

namespace {
class PassProgress : public mlir::PassInstrumentation {
  void runBeforePass(mlir::Pass *pass, mlir::Operation *) override {
    if (!pass->getArgument().empty())
      progress::show(pass->getArgument());
  }
};
} // namespace

void progress::showPasses(mlir::PassManager &manager) {
  if (isTerminal())
    manager.addInstrumentation(std::make_unique<PassProgress>());
}
