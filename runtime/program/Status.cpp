// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of statuses and the spelling of checksums.
#include "runtime/program/Status.h"

using namespace weft::runtime;

std::string weft::runtime::toHex(uint64_t value) {
  std::string text = "0x0000000000000000";
  for (size_t position = text.size(); value != 0; value >>= 4)
    text[--position] = "0123456789abcdef"[value & 15];
  return text;
}

const char *weft::runtime::getStatusName(WeftStatus status) {
  switch (status) {
  case WEFT_STATUS_OK:
    return "ok";
  case WEFT_STATUS_INVALID_ARGUMENT:
    return "invalid argument";
  case WEFT_STATUS_BAD_MODULE:
    return "bad module";
  case WEFT_STATUS_UNSUPPORTED_PROCESSOR:
    return "unsupported processor";
  case WEFT_STATUS_OUT_OF_MEMORY:
    return "out of memory";
  case WEFT_STATUS_MODEL_FAILURE:
    return "model failure";
  case WEFT_STATUS_CANCELLED:
    return "cancelled";
  case WEFT_STATUS_INTERNAL:
    return "internal";
  }
  return "unknown status";
}
