// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parameters with the same type and bytes become one, and parameters that nothing reads are dropped. Which are equal is
// asked of their ends first, so that the weights of a large model are not all read for nothing, then of the checksum of 64 bits, and then of the
// bytes.
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

#include "llvm/ADT/MapVector.h"
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
    llvm::MapVector<std::pair<Type, uint64_t>, SmallVector<ParameterOp, 1>>
        alike;
    for (ParameterOp parameter : getOperation().getOps<ParameterOp>())
      if (auto ends = hashEnds(parameters, parameter))
        alike[{parameter.getType(), *ends}].push_back(parameter);
    llvm::DenseMap<StringAttr, StringAttr> renamed;
    for (const auto &[key, group] : alike)
      if (group.size() > 1)
        findEqual(parameters, group, renamed);
    getOperation().walk([&](GetOp get) {
      if (StringAttr name = renamed.lookup(get.getParameterAttr().getAttr()))
        get.setParameter(name);
    });
    parameters.dropUnused();
  }

private:
  /// Bytes at the beginning, and at the end, of a parameter by which it is told from others.
  static constexpr size_t kEndBytes = 4096;

  static std::optional<uint64_t> hashEnds(ParameterTable &parameters,
                                          ParameterOp parameter) {
    FailureOr<Tensor> tensor = parameters.readStored(parameter);
    if (failed(tensor))
      return std::nullopt;
    ArrayRef<uint8_t> bytes(
        reinterpret_cast<const uint8_t *>(tensor->getData()),
        tensor->getSizeBytes());
    uint64_t sums[] = {llvm::xxh3_64bits(bytes.take_front(kEndBytes)),
                       llvm::xxh3_64bits(bytes.take_back(kEndBytes))};
    parameters.release(parameter);
    return llvm::hash_combine(sums[0], sums[1]);
  }

  /// Adds to `renamed` those of `group` that are equal to one before them.
  static void findEqual(ParameterTable &parameters, ArrayRef<ParameterOp> group,
                        llvm::DenseMap<StringAttr, StringAttr> &renamed) {
    llvm::DenseMap<uint64_t, SmallVector<ParameterOp, 1>> kept;
    for (ParameterOp parameter : group) {
      auto checksum = computeChecksum(parameters, parameter);
      if (!checksum)
        continue;
      auto &candidates = kept[*checksum];
      auto same = llvm::find_if(candidates, [&](ParameterOp other) {
        return hasSameBytes(parameters, parameter, other);
      });
      if (same != candidates.end())
        renamed[parameter.getSymNameAttr()] = same->getSymNameAttr();
      else
        candidates.push_back(parameter);
    }
  }

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
    FailureOr<Tensor> left = parameters.readStored(lhs),
                      right = parameters.readStored(rhs);
    bool isSame = succeeded(left) && succeeded(right) &&
                  left->getBytes() == right->getBytes();
    parameters.release(lhs);
    parameters.release(rhs);
    return isSame;
  }
};
} // namespace
