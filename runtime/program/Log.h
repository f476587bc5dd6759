// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where messages of the runtime go: the embedder's callback, or nowhere.
#ifndef WEFT_RUNTIME_PROGRAM_LOG_H
#define WEFT_RUNTIME_PROGRAM_LOG_H

#include "weft/Runtime.h"

#include <string>

namespace weft::runtime {

struct Log {
  WeftLogFn callback = nullptr;
  void *user = nullptr;

  /// May be called from any thread.
  void write(WeftLogLevel level, const std::string &message) const {
    if (callback)
      callback(user, level, message.c_str());
  }
};

} // namespace weft::runtime

#endif
