// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs passes over the IR, as mlir-opt does. Plugins are loaded before the flags are read, so that the flags of their passes
// work like those of ours.

#include "lib/Pipelines/Stages.h"
#include "lib/Support/ForeignFlags.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/InitLLVM.h"

using namespace mlir;

/// Loads the plugin that an argument names and takes part of what follows it; false if it cannot be loaded.
static bool loadPlugins(std::vector<char *> &arguments,
                        DialectRegistry &registry) {
  std::vector<char *> rest;
  for (size_t i = 0; i < arguments.size(); ++i) {
    StringRef argument = arguments[i];
    argument.consume_front("-");
    bool isDialect = argument.consume_front("-load-dialect-plugin"),
         isPass = !isDialect && argument.consume_front("-load-pass-plugin");
    if (!isDialect && !isPass) {
      rest.push_back(arguments[i]);
      continue;
    }
    StringRef path = argument.consume_front("=") ? argument
                     : i + 1 < arguments.size()  ? StringRef(arguments[++i])
                                                 : StringRef();
    llvm::Error error = llvm::Error::success();
    if (isDialect) {
      llvm::Expected<DialectPlugin> plugin = DialectPlugin::load(path.str());
      if (plugin)
        plugin->registerDialectRegistryCallbacks(registry);
      else
        error = llvm::joinErrors(std::move(error), plugin.takeError());
    } else {
      llvm::Expected<PassPlugin> plugin = PassPlugin::load(path.str());
      if (plugin)
        plugin->registerPassRegistryCallbacks();
      else
        error = llvm::joinErrors(std::move(error), plugin.takeError());
    }
    if (error) {
      llvm::errs() << "error: " << llvm::toString(std::move(error)) << '\n';
      return false;
    }
  }
  arguments = rest;
  return true;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  weft::hideForeignFlags();
  std::vector<char *> arguments(argv, argv + argc);
  DialectRegistry registry;
  weft::registerCompilerDialects(registry);
  registerTransformsPasses();
  weft::registerCompilerPasses();
  if (!loadPlugins(arguments, registry))
    return 1;
  arguments.push_back(nullptr);
  return asMainReturnCode(MlirOptMain(static_cast<int>(arguments.size()) - 1,
                                      arguments.data(),
                                      "Weft's optimizer driver\n", registry));
}
