// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Ceilings by the number of threads, each measured once.

#ifndef WEFT_TOOLS_WEFT_CEILINGTABLE_H
#define WEFT_TOOLS_WEFT_CEILINGTABLE_H

#include "tools/weft/Ceilings.h"

#include <map>

namespace weft {

class CeilingTable {
public:
  const Ceilings &get(int threads) {
    auto it = known.find(threads);
    if (it == known.end())
      it = known.emplace(threads, measureCeilings(threads)).first;
    return it->second;
  }

private:
  std::map<int, Ceilings> known;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CEILINGTABLE_H
