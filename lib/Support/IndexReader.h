// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads the JSON of an index or manifest that nobody has checked yet: every
// access states what it expects and says where it was missing.

#ifndef WEFT_LIB_SUPPORT_INDEXREADER_H
#define WEFT_LIB_SUPPORT_INDEXREADER_H

#include "lib/Support/FileSections.h"
#include "lib/Support/WeightType.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// Parses \p text, an object. llvm::json recurses; text that nests deeper than
/// an index can is refused before. \p what names it in messages.
llvm::Expected<llvm::json::Object> parseIndex(llvm::StringRef text,
                                              llvm::StringRef what);

/// One object of an index, with its place for messages. Refers to the object.
class IndexReader {
public:
  IndexReader(const llvm::json::Object &object, llvm::StringRef where)
      : object(object), where(where) {}

  llvm::Expected<llvm::StringRef> getString(llvm::StringRef field) const;
  llvm::Expected<uint64_t> getUnsigned(llvm::StringRef field) const;
  llvm::Expected<uint64_t> getChecksum(llvm::StringRef field) const;

  /// Fields "dtype" and "dims"; each dimension is a number of elements.
  llvm::Expected<WeightType> getWeightType() const;

  /// Fields "offset", "size" and "xxh3".
  llvm::Expected<SectionRange> getRange() const;

  /// Calls \p visit with each object of the list \p field; a list that is
  /// absent is empty.
  llvm::Error
  forEach(llvm::StringRef field,
          llvm::function_ref<llvm::Error(const IndexReader &)> visit) const;

  bool has(llvm::StringRef field) const { return object.get(field); }

  /// Says that \p field is missing or not \p expected.
  llvm::Error describe(llvm::StringRef field, llvm::StringRef expected) const;

private:
  const llvm::json::Object &object;
  std::string where;
};

/// Writes the fields that getRange() reads.
void writeRange(llvm::json::OStream &json, const SectionRange &range);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_INDEXREADER_H
