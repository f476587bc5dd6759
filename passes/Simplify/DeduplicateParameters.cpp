// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parameters with the same type and bytes become one, and parameters that nothing reads are dropped. Which are equal is
// asked of the checksum of 64 bits first, and then of the bytes.
//
//   weft.parameter @a = dense<[1.0, 2.0]> : tensor<2xf32>
//   weft.parameter @b = dense<[1.0, 2.0]> : tensor<2xf32>
//   ... weft.get @a ... weft.get @b
//
// becomes
//
//   weft.parameter @a = dense<[1.0, 2.0]> : tensor<2xf32>
//   ... weft.get @a ... weft.get @a

#include "passes/Simplify/ParameterTable.h"
#include "passes/Simplify/Simplify.h"

#include "llvm/Support/xxhash.h"

namespace weft {
#define GEN_PASS_DEF_DEDUPLICATEPARAMETERS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
struct DeduplicateParametersPass
    : weft::impl::DeduplicateParametersBase<DeduplicateParametersPass> {
  void runOnOperation() override {
    ParameterTable parameters(getOperation());
    parameters.dropUnused();
    llvm::DenseMap<std::pair<Type, uint64_t>, SmallVector<ParameterOp, 1>> kept;
    llvm::DenseMap<StringAttr, StringAttr> renamed;
    for (ParameterOp parameter : getOperation().getOps<ParameterOp>()) {
      auto checksum = computeChecksum(parameters, parameter);
      if (!checksum)
        continue;
      auto &candidates = kept[{parameter.getType(), *checksum}];
      auto same = llvm::find_if(candidates, [&](ParameterOp other) {
        return hasSameBytes(parameters, parameter, other);
      });
      if (same != candidates.end())
        renamed[parameter.getSymNameAttr()] = same->getSymNameAttr();
      else
        candidates.push_back(parameter);
    }
    getOperation().walk([&](GetOp get) {
      if (StringAttr name = renamed.lookup(get.getParameterAttr().getAttr()))
        get.setParameter(name);
    });
    parameters.dropUnused();
  }

private:
  static std::optional<uint64_t> computeChecksum(ParameterTable &parameters,
                                                 ParameterOp parameter) {
    if (!parameter.getValueAttr() && parameters.getStore() &&
        parameters.getStore()->find(parameter.getSymName())) {
      llvm::Expected<uint64_t> checksum =
          parameters.getStore()->computeChecksum(parameter.getSymName());
      if (checksum)
        return *checksum;
      llvm::consumeError(checksum.takeError());
      return std::nullopt;
    }
    FailureOr<Tensor> tensor = parameters.read(parameter);
    if (failed(tensor))
      return std::nullopt;
    return llvm::xxh3_64bits(
        llvm::ArrayRef(reinterpret_cast<const uint8_t *>(tensor->getData()),
                       tensor->getSizeBytes()));
  }

  static bool hasSameBytes(ParameterTable &parameters, ParameterOp lhs,
                           ParameterOp rhs) {
    FailureOr<Tensor> left = parameters.read(lhs), right = parameters.read(rhs);
    bool isSame = succeeded(left) && succeeded(right) &&
                  left->getBytes() == right->getBytes();
    parameters.release(lhs);
    parameters.release(rhs);
    return isSame;
  }
};
} // namespace
