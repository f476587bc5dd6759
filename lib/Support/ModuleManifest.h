// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The JSON of a module's manifest, from the structs of ModuleWriter.

#ifndef WEFT_LIB_SUPPORT_MODULEMANIFEST_H
#define WEFT_LIB_SUPPORT_MODULEMANIFEST_H

#include "lib/Support/ModuleWriter.h"

namespace weft {

/// Everything that the manifest says. Ranges stand in the order of what they
/// belong to.
struct ModuleManifest {
  const ModuleOrigin &origin;
  llvm::ArrayRef<ModuleFunction> functions;
  llvm::ArrayRef<ModuleDimRange> dimRanges;
  llvm::ArrayRef<ModuleCode> code;
  std::vector<SectionRange> codeRanges;
  std::vector<const ModuleWeight *> weights;
  std::vector<SectionRange> weightRanges;
  std::vector<llvm::StringRef> assets;
  std::vector<SectionRange> assetRanges;
  llvm::ArrayRef<ModuleDispatch> dispatches;
  llvm::ArrayRef<std::string> messages;
  llvm::ArrayRef<std::string> externs;
};

void writeManifest(const ModuleManifest &manifest, llvm::raw_ostream &stream);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODULEMANIFEST_H
