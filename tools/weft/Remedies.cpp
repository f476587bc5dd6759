// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One entry for each kind of remark that tells of something slow.

#include "tools/weft/Remedies.h"

using llvm::StringRef;

StringRef weft::findRemedy(StringRef remark) {
  static constexpr std::pair<StringRef, StringRef> kRemedies[] = {
      {"a transpose stays",
       "export the model in the layout that the next op reads, or put the "
       "transpose next to one that undoes it"},
      {"of constants is computed in every call",
       "store the result in the model as a weight"},
      {"is scheduled for typical sizes",
       "fix the size with --dim NAME=SIZE, or bound it with --dim NAME=LO..HI"},
      {"where its elements come from differs from lane to lane",
       "take neighbours along the last dimension: a slice, or a gather of "
       "whole "
       "rows"},
      {"is not vectorized",
       "let the last dimension be the longest, and its elements neighbours"},
      {"of quantized values is computed in f32",
       "quantize both operands symmetrically with one scale for each output "
       "channel, or start from the model of floats with `weft optimize`"},
      {"are stored and multiplied", "prune blocks of 16 outputs with one or "
                                    "more inputs (--pattern 16x1), and "
                                    "more of them (--sparsity)"},
      {"its result has other readers",
       "let one op read the result, or accept that it is written once"},
      {"its elements are read more than once",
       "let one op read the result, or accept that it is written once"},
      {"is not fused with",
       "nothing in the model: the tensor between the two is written and read "
       "once more"}};
  for (auto [part, remedy] : kRemedies)
    if (remark.contains(part))
      return remedy;
  return "";
}
