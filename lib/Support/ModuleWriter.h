// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Builds a compiled module. Whoever generates code states functions, weights
// and messages and gets their indices; the bytes of weights are produced only
// when the module is written, one at a time, so that packing never holds two.

#ifndef WEFT_LIB_SUPPORT_MODULEWRITER_H
#define WEFT_LIB_SUPPORT_MODULEWRITER_H

#include "lib/Support/FileSections.h"
#include "lib/Support/WeightStore.h"
#include "llvm/ADT/StringMap.h"
#include <functional>
#include <string>
#include <vector>

namespace weft {

/// A dimension of an input or output: a size, or the name of one that a call
/// decides. Equal names are equal sizes; dynamic without a name is "?".
struct ModuleDim {
  ModuleDim(int64_t size) : size(size) {}
  ModuleDim(llvm::StringRef symbol) : symbol(symbol.empty() ? "?" : symbol) {}

  int64_t size = -1;
  std::string symbol;
};

/// Between which sizes, both included, a named dimension must lie.
struct ModuleDimRange {
  std::string name;
  int64_t least = 0;
  int64_t most = 0;
};

struct ModuleArgument {
  std::string name;
  std::string dtype;
  std::vector<ModuleDim> dims;
  /// The state that an input and an output of this name share; mostly empty.
  std::string state;
};

struct ModuleFunction {
  std::string name;
  /// Of the entry in the code objects.
  std::string symbol;
  uint64_t arenaBytes = 0;
  std::vector<ModuleArgument> inputs;
  std::vector<ModuleArgument> outputs;
};

struct ModuleCode {
  /// "cpu"
  std::string target;
  /// "avx2", "avx512", "amx"
  std::string level;
  /// "x86_64-linux"
  std::string triple;
  /// LLVM's names of the processor features that the code needs.
  std::vector<std::string> features;
  /// The ELF image.
  std::string bytes;
};

struct ModuleWeight {
  std::string name;
  WeightType type;
  /// "row-major", or what the packing is called; the size of a packed weight
  /// may be more than its type's.
  std::string layout = "row-major";
};

/// What one dispatch computes, for profiles.
struct ModuleDispatch {
  std::string name;
  std::string op;
  /// Of the source model.
  std::string node;
  double flops = 0;
  double bytes = 0;
  /// Types of the results, for people.
  std::string results;
};

/// How the module came to be; texts for people and tools.
struct ModuleOrigin {
  std::string sourceFile;
  std::optional<uint64_t> sourceChecksum;
  std::string flags;
  std::string target = "cpu";
  std::string precision = "f32";
};

/// One thread at a time.
class ModuleWriter {
public:
  /// Streams the bytes of a weight. Called once by each write function; what it
  /// refers to must live until then.
  using Producer = std::function<llvm::Error(llvm::raw_ostream &)>;

  explicit ModuleWriter(ModuleOrigin origin) : origin(std::move(origin)) {}

  void addFunction(ModuleFunction function);

  /// Names are those of the whole module; of several ranges the first stays.
  void addDimRange(ModuleDimRange range);

  /// The same functions may be there once for each level.
  void addCode(ModuleCode code);

  void addAsset(llvm::StringRef name, llvm::StringRef bytes);

  /// Returns the weight's index in WeftFrame::weightOffsets.
  int32_t addWeight(ModuleWeight weight, Producer producer);

  /// Adds a weight as it lies in the store, under its name there.
  int32_t addWeight(WeightStore &store, const WeightSegment &segment);

  /// Returns the number that WeftHost::parallelFor gets.
  int32_t addDispatch(ModuleDispatch dispatch);

  /// Returns the number for WeftHost::fail; the same text has one number. {0}
  /// and {1} in it stand for the values.
  int32_t addMessage(llvm::StringRef text);

  /// Returns the number for WeftHost::external; a symbol has one number.
  int32_t addExtern(llvm::StringRef symbol);

  /// Writes the module to \p path; the file appears at once and complete.
  /// Fails if a producer does, if a plain weight has not its type's size, if a
  /// name or rank is beyond what a module can hold, or if the disk is full.
  llvm::Error write(llvm::StringRef path);

  /// Writes the module into an unnamed file in \p folder (TMPDIR if empty) and
  /// maps it: a module in memory whose pages the system may drop.
  llvm::Expected<std::shared_ptr<MappedFile>>
  writeToMemory(llvm::StringRef folder = "");

private:
  struct PendingWeight {
    ModuleWeight weight;
    Producer producer;
  };

  /// Numbers texts in order of first use.
  struct TextTable {
    std::vector<std::string> texts;
    llvm::StringMap<int32_t> numbers;

    int32_t add(llvm::StringRef text);
  };

  llvm::Error checkNames() const;
  llvm::Error writeSections(FileSections &sections);
  llvm::Expected<SectionRange> writeWeight(FileSections &sections,
                                           const PendingWeight &pending);

  ModuleOrigin origin;
  std::vector<ModuleFunction> functions;
  std::vector<ModuleDimRange> dimRanges;
  std::vector<ModuleCode> code;
  std::vector<PendingWeight> weights;
  std::vector<std::pair<std::string, std::string>> assets;
  std::vector<ModuleDispatch> dispatches;
  TextTable messages;
  TextTable externs;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODULEWRITER_H
