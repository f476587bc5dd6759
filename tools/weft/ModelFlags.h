// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flags that say how a model is compiled, for every verb that compiles.

#ifndef WEFT_TOOLS_WEFT_MODELFLAGS_H
#define WEFT_TOOLS_WEFT_MODELFLAGS_H

#include "lib/Import/Model/ImportModel.h"
#include "tools/weft/FlagSet.h"

namespace weft {

struct ModelFlags {
  ModelImportOptions import;
  /// Empty = what the model was converted for, or the CPU.
  std::string target;
  std::string level = "host";
  std::string precision = "f32";
  /// Of keys and values that a language model remembers.
  std::string cacheType = "f32";
  /// Where code is kept: a folder, "off", or empty for the default.
  std::string cache;
  /// Schedules to follow; none if empty.
  std::string tuneFile;
  std::vector<std::string> dumpAfter;
  std::vector<std::string> dialectPlugins, passPlugins;
  bool timing = false, remarks = false, debugInfo = false;

  /// Adds those that importing takes.
  void addImportFlags(FlagSet &flags);
  /// Adds them under headings.
  void addTo(FlagSet &flags);
  /// As the manifest of a module records them.
  std::string describe() const;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_MODELFLAGS_H
