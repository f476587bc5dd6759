// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dialect's version in bytecode, and the place for upgrades of old files.

#ifndef WEFT_DIALECTS_WEFT_WEFTBYTECODE_H
#define WEFT_DIALECTS_WEFT_WEFTBYTECODE_H

namespace weft {
class WeftDialect;

/// Lets bytecode carry WeftDialect::kVersion; a newer one is refused on
/// reading.
void addBytecodeVersion(WeftDialect &dialect);

} // namespace weft

#endif // WEFT_DIALECTS_WEFT_WEFTBYTECODE_H
