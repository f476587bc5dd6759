// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dims against their declarations, and both as text for messages.
#ifndef WEFT_RUNTIME_PROGRAM_TENSORTYPE_H
#define WEFT_RUNTIME_PROGRAM_TENSORTYPE_H

#include "runtime/program/Manifest.h"
#include "runtime/program/Status.h"
#include "runtime/program/TensorName.h"

#include <cstdint>
#include <span>
#include <string>

namespace weft::runtime {

/// "f32[1,batch,3]"; unnamed dynamic dimensions are "?".
std::string describeType(WeftDtype dtype, std::span<const Dim> dims,
                         const Manifest &manifest);

/// "f32[1,2,3]".
std::string describeType(WeftDtype dtype, std::span<const int64_t> dims);

/// Bytes of a contiguous tensor; false when a dim is negative or the product is
/// no real size.
[[nodiscard]] bool computeSizeBytes(WeftDtype dtype,
                                    std::span<const int64_t> dims,
                                    uint64_t &bytes);

/// Which size each symbol has in a run, and who decided it.
class SymbolSizes {
public:
  explicit SymbolSizes(const Manifest &manifest) : manifest(manifest) {
    clear();
  }

  void clear();

  /// Compares `dims` with the declaration of `argument` and with the symbols
  /// that are bound. Binds the others when `binds` is set. `what` names the
  /// tensor in messages ("input 'x'").
  Status check(const TensorName &what, const Argument &argument,
               std::span<const int64_t> dims, bool binds);

  /// Size of each symbol; -1 when unbound.
  std::span<const int64_t> getSizes() const { return sizes; }

private:
  const Manifest &manifest;
  std::vector<int64_t> sizes;
  std::vector<const Argument *> origins;
};

} // namespace weft::runtime

#endif
