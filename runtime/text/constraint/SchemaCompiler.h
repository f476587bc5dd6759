// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a schema to the grammar of the automaton.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMACOMPILER_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMACOMPILER_H

#include "runtime/text/constraint/JsonGrammar.h"
#include "runtime/text/constraint/SchemaAlternatives.h"

namespace weft::text {

/// Makes `grammar`, pruned. INVALID_ARGUMENT lists what is not supported, or
/// says that no value satisfies the schema.
Status compileSchema(const SchemaJson &schema, uint32_t maxWhitespace,
                     JsonGrammar &grammar);

} // namespace weft::text

#endif
