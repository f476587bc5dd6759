// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which function imports which ONNX op. A family of ops is one file with one
// function `registerXOps`; a plugin adds its own ops through OnnxOps.

#ifndef WEFT_IMPORT_ONNX_OPTABLE_H
#define WEFT_IMPORT_ONNX_OPTABLE_H

#include "mlir/IR/DialectInterface.h"
#include "llvm/ADT/StringMap.h"

namespace weft::onnx {

class NodeContext;

/// Builds what a node means and sets its results. Fails only through the
/// context, which has reported the reason.
using ImportFn = void (*)(NodeContext &);

class OpTable {
public:
  /// Adds an op of ONNX itself. A later entry replaces an earlier one.
  void add(llvm::StringRef op, ImportFn import) { add("", op, import); }
  /// Adds an op of another domain ("com.microsoft").
  void add(llvm::StringRef domain, llvm::StringRef op, ImportFn import) {
    entries[key(domain, op)] = import;
  }
  /// Null if there is none.
  ImportFn find(llvm::StringRef domain, llvm::StringRef op) const {
    return entries.lookup(key(domain, op));
  }

private:
  static std::string key(llvm::StringRef domain, llvm::StringRef op) {
    return (domain + "/" + op).str();
  }
  llvm::StringMap<ImportFn> entries;
};

/// Adds all ops that Weft itself knows.
void registerAllOps(OpTable &table);

/// A dialect with this interface adds its ops to the importer when it is loaded
/// in the context: this is how a plugin gives custom ONNX ops a meaning.
class OnnxOps : public mlir::DialectInterface::Base<OnnxOps> {
public:
  explicit OnnxOps(mlir::Dialect *dialect) : Base(dialect) {}
  virtual void registerOps(OpTable &table) const = 0;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_OPTABLE_H
