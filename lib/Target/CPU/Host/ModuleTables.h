// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The numbered lists that generated code and manifest share: weights, dispatches, messages, external kernels.

#ifndef WEFT_LIB_TARGET_CPU_HOST_MODULETABLES_H
#define WEFT_LIB_TARGET_CPU_HOST_MODULETABLES_H

#include "lib/Target/CPU/Kernel/Kernels.h"
#include "llvm/ADT/StringMap.h"

namespace weft::cpu {

/// A parameter as the module holds it.
struct PlacedWeight {
  std::string parameter;
  mlir::RankedTensorType type;
  WeightLayout layout;
};

struct PlacedDispatch {
  std::string name, op, node;
  /// The types of what it writes.
  llvm::SmallVector<mlir::Type, 1> results;
  /// Of one execution, by static sizes.
  double flops = 0, bytes = 0;
};

struct ModuleTables {
  MessageTable messages;
  std::vector<PlacedWeight> weights;
  /// Those that stand outside of maps, in the order of the functions, and behind all of them the maps.
  std::vector<PlacedDispatch> dispatches, maps;
  /// How many there are outside of maps, for the numbers of maps.
  int32_t dispatchCount = 0;
  std::vector<std::string> externs;
  /// What emitKernel returned, by the kernel's name.
  llvm::StringMap<EmittedKernel> kernels;
  /// The kernels in the weft dialect, by name.
  llvm::StringMap<FuncOp> functions;

  int32_t getWeight(llvm::StringRef parameter, mlir::RankedTensorType type,
                    const WeightLayout &layout) {
    llvm::SmallVector<int32_t, 1> &known = weightNumbers[parameter];
    for (int32_t number : known)
      if (weights[number].layout == layout)
        return number;
    known.push_back(weights.size());
    weights.push_back({parameter.str(), type, layout});
    return known.back();
  }

  /// Before code for another level, which has all of them again.
  void forgetDispatches() {
    dispatches.clear();
    maps.clear();
    dispatchCount = 0;
  }

private:
  /// The numbers of a parameter, one for each layout that it is wanted in.
  llvm::StringMap<llvm::SmallVector<int32_t, 1>> weightNumbers;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_HOST_MODULETABLES_H
