// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every complaint about dims is made here, once, with expected and found.
#include "runtime/program/TensorType.h"
#include "runtime/program/Dtype.h"

using namespace weft::runtime;

// As in the manifest's limits.
static constexpr uint64_t maxSizeBytes = uint64_t(1) << 46;

std::string weft::runtime::describeType(WeftDtype dtype,
                                        std::span<const Dim> dims,
                                        const Manifest &manifest) {
  std::string text = concat(getDtypeName(dtype), "[");
  for (size_t i = 0; i < dims.size(); ++i) {
    text += i == 0 ? "" : ",";
    text += dims[i].size >= 0     ? std::to_string(dims[i].size)
            : dims[i].symbol >= 0 ? manifest.symbols[dims[i].symbol]
                                  : "?";
  }
  return text + "]";
}

std::string weft::runtime::describeType(WeftDtype dtype,
                                        std::span<const int64_t> dims) {
  std::string text = concat(getDtypeName(dtype), "[");
  for (size_t i = 0; i < dims.size(); ++i)
    text += concat(i == 0 ? "" : ",", dims[i]);
  return text + "]";
}

bool weft::runtime::computeSizeBytes(WeftDtype dtype,
                                     std::span<const int64_t> dims,
                                     uint64_t &bytes) {
  uint64_t product = uint64_t(getDtypeSizeBytes(dtype));
  bool empty = false;
  for (int64_t dim : dims) {
    if (dim < 0 || (dim > 0 && product > maxSizeBytes / uint64_t(dim)))
      return false;
    empty |= dim == 0;
    product *= dim > 0 ? uint64_t(dim) : 1;
  }
  bytes = empty ? 0 : product;
  return true;
}

void SymbolSizes::clear() {
  sizes.assign(manifest.symbols.size(), -1);
  origins.assign(manifest.symbols.size(), nullptr);
}

Status SymbolSizes::check(const TensorName &what, const Argument &argument,
                          std::span<const int64_t> dims, bool binds) {
  auto describe = [&] {
    return describeType(argument.dtype, argument.dims, manifest);
  };
  if (dims.size() != argument.dims.size())
    return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": expected rank ",
                   argument.dims.size(), " for ", describe(), ", found rank ",
                   dims.size(), " in ", describeType(argument.dtype, dims));
  for (size_t i = 0; i < dims.size(); ++i) {
    const Dim &dim = argument.dims[i];
    if (dims[i] < 0 || (dim.size >= 0 && dims[i] != dim.size))
      return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": expected ",
                     describe(), ", found ", describeType(argument.dtype, dims),
                     " (dimension ", i, ")");
    if (dim.symbol < 0)
      continue;
    if (const DimRange &range = manifest.ranges[dim.symbol];
        !range.contains(dims[i]))
      return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": expected ",
                     manifest.symbols[dim.symbol], " within ", range.least,
                     "..", range.most, ", found ",
                     describeType(argument.dtype, dims), " (dimension ", i,
                     ")");
    int64_t &size = sizes[dim.symbol];
    if (size < 0 && binds) {
      size = dims[i];
      origins[dim.symbol] = &argument;
    }
    if (size >= 0 && size != dims[i])
      return failure(WEFT_STATUS_INVALID_ARGUMENT, what, ": expected ",
                     describe(), " with ", manifest.symbols[dim.symbol], " = ",
                     size, " as in '", origins[dim.symbol]->name, "', found ",
                     describeType(argument.dtype, dims), " (dimension ", i,
                     ")");
  }
  return Status();
}
