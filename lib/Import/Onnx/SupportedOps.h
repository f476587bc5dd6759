// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks a whole model before anything of it is imported, so that one message
// tells everything that is missing.

#ifndef WEFT_IMPORT_ONNX_SUPPORTEDOPS_H
#define WEFT_IMPORT_ONNX_SUPPORTEDOPS_H

#include "lib/Import/Onnx/OnnxModel.h"
#include "lib/Import/Onnx/OpTable.h"

namespace weft::onnx {

/// The functions of a model by name.
class FunctionTable {
public:
  explicit FunctionTable(const Model &model);
  /// The function that a node calls, null if it calls none.
  const Function *find(const Node &node) const;

private:
  llvm::StringMap<const Function *> functions;
};

/// Versions and opsets that are not read. Empty if all is well.
std::string findVersionFault(const Model &model);

/// All ops that neither the table nor the model's functions have, with counts
/// and node names; subgraphs and the functions in use included. Empty if none.
std::string listUnsupportedOps(const Model &model, const OpTable &table,
                               const FunctionTable &functions);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_SUPPORTEDOPS_H
