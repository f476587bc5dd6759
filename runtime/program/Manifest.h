// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The manifest of a module as structs. Whoever holds a Manifest may rely on
// everything in it: parsing checks every field, so later code indexes,
// multiplies and allocates without asking again.
#ifndef WEFT_RUNTIME_PROGRAM_MANIFEST_H
#define WEFT_RUNTIME_PROGRAM_MANIFEST_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft::runtime {

/// One dimension of an input or output: a size, or the name of a size that a
/// call decides.
struct Dim {
  /// -1 for a dynamic dimension.
  int64_t size = -1;
  /// Index in Manifest::symbols; -1 for a static or an unnamed dynamic
  /// dimension.
  int32_t symbol = -1;
};

/// Between which sizes, both included, a named dimension must lie.
struct DimRange {
  int64_t least = 0;
  int64_t most = INT64_MAX;

  bool isBounded() const { return least > 0 || most < INT64_MAX; }
  bool contains(int64_t size) const { return least <= size && size <= most; }
};

/// An input or output of a function.
struct Argument {
  std::string name;
  WeftDtype dtype = WEFT_DTYPE_INVALID;
  std::vector<Dim> dims;
  /// Index in Manifest::states; -1 when the caller provides or gets it.
  int32_t state = -1;
};

struct Function {
  std::string name;
  /// Of the entry in the code object.
  std::string symbol;
  uint64_t arenaBytes = 0;
  std::vector<Argument> inputs;
  std::vector<Argument> outputs;
};

/// A piece of the module file; the checksum is xxh3-64.
struct Segment {
  uint64_t offset = 0;
  uint64_t sizeBytes = 0;
  uint64_t checksum = 0;
};

/// Code of all functions for one kind of processor.
struct CodeEntry {
  std::string target;
  std::string level;
  std::string triple;
  /// LLVM's names of the processor features that the code uses.
  std::vector<std::string> features;
  Segment segment;
};

struct Weight {
  std::string name;
  WeftDtype dtype = WEFT_DTYPE_INVALID;
  std::vector<int64_t> dims;
  std::string layout;
  Segment segment;
};

struct Asset {
  std::string name;
  Segment segment;
};

/// What one dispatch computes, for profiles.
struct DispatchInfo {
  std::string name;
  std::string op;
  std::string node;
  double flops = 0;
  double bytes = 0;
};

/// A state that a session keeps between calls. Its dtype and rank are the same
/// wherever it occurs.
struct StateInfo {
  std::string name;
  WeftDtype dtype = WEFT_DTYPE_INVALID;
  /// As the first function that has it declares them.
  std::vector<Dim> dims;
};

struct Manifest {
  std::string compiler;
  std::string source;
  std::string target;
  std::string precision;
  std::vector<Function> functions;
  std::vector<CodeEntry> code;
  std::vector<Weight> weights;
  std::vector<Asset> assets;
  std::vector<DispatchInfo> dispatches;
  std::vector<std::string> messages;
  std::vector<std::string> externs;
  /// Names of dynamic dimensions; equal names mean equal sizes within a call.
  std::vector<std::string> symbols;
  /// One for each symbol.
  std::vector<DimRange> ranges;
  std::vector<StateInfo> states;

  /// -1 when no function has this name.
  int32_t findFunction(std::string_view name) const;
};

/// Parses and checks manifest text; segments must lie within a file of
/// `fileSizeBytes`. On failure the message names the field
/// ("functions[0].inputs[2].dtype: ...") and `manifest` is unspecified.
Status parseManifest(std::string_view text, uint64_t fileSizeBytes,
                     Manifest &manifest);

} // namespace weft::runtime

#endif
