// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Post-processors put special tokens around the ids of a text.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_POSTPROCESSOR_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_POSTPROCESSOR_H

#include "runtime/text/tokenizer/Component.h"

#include <cstdint>
#include <vector>

namespace weft::text {

/// All post-processors of a single text come down to a template: ids, the text,
/// ids. Const methods may be called from any thread.
class PostProcessor {
public:
  /// Reads what `component` describes, sequences included.
  runtime::Status read(const Component &component);
  /// Rewrites the ids of the text, which are those of `ids` from `begin` on.
  void apply(bool addSpecialTokens, size_t begin,
             std::vector<int32_t> &ids) const;

private:
  struct Part {
    bool isText;
    std::vector<int32_t> ids;
  };
  runtime::Status readTemplate(const Component &component);
  runtime::Status readFrame(const Component &component);
  runtime::Status setParts(const Component &component,
                           std::vector<Part> newParts);

  std::vector<Part> parts{{true, {}}};
  bool hasTemplate = false;
};

} // namespace weft::text

#endif
