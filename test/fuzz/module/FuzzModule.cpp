// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Opens damaged modules. Random bytes would all fail at the first checksum, so
// an input is a list of changes to something good: to a whole module, to its
// manifest, to its code or to saved state, with checksums that are made right
// again. Nothing of a module is run.
#include "test/unit/runtime/FakeModule.h"
#include "weft/Runtime.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <cstdlib>

using namespace weft::test;

/// Overwrites, inserts, removes and cuts off, as the input says.
static std::string damage(std::string bytes, FuzzedDataProvider &input) {
  while (input.remaining_bytes() > 0 && !bytes.empty()) {
    size_t at = input.ConsumeIntegralInRange<size_t>(0, bytes.size() - 1);
    switch (input.ConsumeIntegralInRange(0, 7)) {
    case 0:
      bytes.insert(at, input.ConsumeRandomLengthString(64));
      break;
    case 1:
      bytes.erase(at, input.ConsumeIntegral<uint8_t>());
      break;
    case 2:
      bytes.resize(at);
      break;
    case 3:
      setValue(bytes, at, input.ConsumeIntegral<uint64_t>());
      break;
    default:
      bytes[at] = input.ConsumeIntegral<char>();
    }
  }
  return bytes;
}

/// Opens a module and asks it for everything that it says.
static void open(const std::string &bytes) {
  WeftProgram *program;
  WeftStatus status =
      weft_program_open_memory(bytes.data(), bytes.size(), nullptr, &program);
  if ((status == WEFT_STATUS_OK) != (weft_program_error(program)[0] == '\0'))
    abort();
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t f = 0; f < weft_program_function_count(program); ++f)
    for (int32_t i = 0;
         weft_program_input(program, f, i, &info) == WEFT_STATUS_OK; ++i)
      ;
  weft_program_verify(program, nullptr, 0);
  weft_program_destroy(program);
}

static void restore(FuzzedDataProvider &input) {
  static const std::string module = FakeModule().build();
  WeftProgram *program;
  WeftSession *session;
  weft_program_open_memory(module.data(), module.size(), nullptr, &program);
  weft_session_create(program, &session);
  float values[] = {1, 2, 3, 4};
  int64_t dims[] = {2, 2};
  WeftTensor tensor = WEFT_TENSOR_INIT;
  tensor.data = values;
  tensor.dims = dims;
  tensor.rank = 2;
  tensor.dtype = WEFT_DTYPE_F32;
  if (weft_session_set_state(session, "memory", &tensor) != WEFT_STATUS_OK)
    abort();
  char saved[1000];
  size_t size = sizeof(saved);
  if (weft_session_save(session, saved, &size) != WEFT_STATUS_OK)
    abort();
  std::string bytes = damage({saved, size - 8}, input);
  uint64_t sum = checksum(bytes);
  bytes.append(reinterpret_cast<const char *>(&sum), sizeof(sum));
  weft_session_restore(session, bytes.data(), bytes.size());
  weft_session_destroy(session);
  weft_program_destroy(program);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  FuzzedDataProvider input(data, size);
  FakeModule module;
  switch (input.ConsumeIntegralInRange(0, 3)) {
  case 0: {
    std::string bytes = damage(module.build(), input);
    if (bytes.size() >= HeaderBytes)
      sealHeader(bytes);
    open(bytes);
    break;
  }
  case 1:
    open(module.build(damage(module.manifest.dump(), input)));
    break;
  case 2:
    module.setCode(damage(readCode("good"), input));
    open(module.build());
    break;
  default:
    restore(input);
  }
  return 0;
}
