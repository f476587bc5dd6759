// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attributes go into bytecode as text; ops keep their properties. What changes
// between versions is mended in upgradeFromVersion.

#include "dialects/Weft/WeftBytecode.h"
#include "dialects/Weft/WeftDialect.h"
#include "mlir/Bytecode/BytecodeImplementation.h"

using namespace mlir;
using namespace weft;

namespace {

struct WeftVersion : DialectVersion {
  explicit WeftVersion(int64_t number) : number(number) {}

  int64_t number;
};

struct WeftBytecode : BytecodeDialectInterface {
  explicit WeftBytecode(Dialect *dialect) : BytecodeDialectInterface(dialect) {}

  void writeVersion(DialectBytecodeWriter &writer) const override {
    writer.writeVarInt(WeftDialect::kVersion);
  }

  std::unique_ptr<DialectVersion>
  readVersion(DialectBytecodeReader &reader) const override {
    uint64_t number;
    if (failed(reader.readVarInt(number)))
      return nullptr;
    if (number > static_cast<uint64_t>(WeftDialect::kVersion)) {
      reader.emitError() << "it was written by a newer Weft (dialect version "
                         << number << ", this one reads up to "
                         << WeftDialect::kVersion << "): update Weft";
      return nullptr;
    }
    return std::make_unique<WeftVersion>(static_cast<int64_t>(number));
  }
};

} // namespace

void weft::addBytecodeVersion(WeftDialect &dialect) {
  dialect.addInterface<WeftBytecode>();
}
