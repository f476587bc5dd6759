// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Times functions of modules in this process, for tuning.

#ifndef WEFT_TOOLS_WEFT_RUNTIMETIMER_H
#define WEFT_TOOLS_WEFT_RUNTIMETIMER_H

#include "lib/Target/Target.h"

namespace weft {

class RuntimeTimer : public ModuleTimer {
public:
  explicit RuntimeTimer(mlir::MLIRContext &context) : context(context) {}

  llvm::Expected<std::vector<double>> time(llvm::ArrayRef<Function> functions,
                                           double seconds, bool cold) override;

private:
  mlir::MLIRContext &context;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_RUNTIMETIMER_H
