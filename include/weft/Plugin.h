// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a plugin in C++ is made of, beside what mlir-opt asks of one (mlir/Tools/Plugins/DialectPlugin.h):
//
//   - a dialect, registered by mlirGetDialectPluginInfo(), with its ops;
//   - weft::onnx::OnnxOps, an interface of that dialect: which ONNX ops become them (lib/Import/Onnx/OpTable.h);
//   - weft::PluginLowering, an interface of that dialect: the passes that make ops of the weft dialect out of them;
//   - weft_plugin_kernels(): C kernels for the weft.extern ops among these.
//
// examples/plugin has all of it. This is an interface in C++: it is for the release that it came with.

#ifndef WEFT_PLUGIN_H
#define WEFT_PLUGIN_H

#include "mlir/IR/DialectInterface.h"
#include "mlir/Pass/PassManager.h"
#include "weft/Runtime.h"

namespace weft {

/// A dialect with this interface takes part in the pipeline when it is loaded in the context.
class PluginLowering : public mlir::DialectInterface::Base<PluginLowering> {
public:
  explicit PluginLowering(mlir::Dialect *dialect) : Base(dialect) {}

  /// Adds passes over the imported module, before all passes of Weft. After them no op of the dialect is left.
  virtual void addPasses(mlir::OpPassManager &manager) const = 0;
};

} // namespace weft

extern "C" {
/// What a library of kernels exports: `*count` kernels that live as long as the library. `weft run --load-kernels FILE` asks
/// for it; programs give such kernels to the runtime themselves, in WeftProgramOptions.
const WeftExtern *weft_plugin_kernels(int32_t *count);
}

#endif // WEFT_PLUGIN_H
