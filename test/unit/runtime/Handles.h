// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C API's objects with C++ lifetimes, and tensors over vectors.
#ifndef WEFT_TEST_UNIT_RUNTIME_HANDLES_H
#define WEFT_TEST_UNIT_RUNTIME_HANDLES_H

#include "test/unit/runtime/FakeModule.h"
#include "weft/Runtime.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace weft::test {

/// A program in memory of its own.
class OpenModule {
public:
  explicit OpenModule(const FakeModule &module = FakeModule(),
                      const WeftProgramOptions *options = nullptr)
      : OpenModule(module.build(), options) {}
  explicit OpenModule(std::string bytes,
                      const WeftProgramOptions *options = nullptr)
      : bytes(std::move(bytes)) {
    status = weft_program_open_memory(this->bytes.data(), this->bytes.size(),
                                      options, &program);
  }
  ~OpenModule() { weft_program_destroy(program); }
  OpenModule(const OpenModule &) = delete;
  std::string error() const { return weft_program_error(program); }

  WeftProgram *program = nullptr;
  WeftStatus status;

private:
  std::string bytes;
};

class OpenSession {
public:
  explicit OpenSession(OpenModule &module) {
    status = weft_session_create(module.program, &session);
  }
  explicit OpenSession(WeftSession *session)
      : session(session), status(WEFT_STATUS_OK) {}
  ~OpenSession() { weft_session_destroy(session); }
  OpenSession(const OpenSession &) = delete;
  std::string error() const { return weft_session_error(session); }

  WeftSession *session = nullptr;
  WeftStatus status;
};

class OpenCall {
public:
  OpenCall(OpenSession &session, const char *function) {
    status = weft_call_create(session.session, function, &call);
  }
  ~OpenCall() { weft_call_destroy(call); }
  OpenCall(const OpenCall &) = delete;
  std::string error() const { return weft_call_error(call); }
  WeftStatus set(const char *name, const WeftTensor &tensor) {
    return weft_call_set_input(call, name, &tensor);
  }
  WeftStatus run() { return weft_call_run(call); }
  WeftTensor get(const char *name) {
    WeftTensor tensor = WEFT_TENSOR_INIT;
    EXPECT_EQ(weft_call_get_output(call, name, &tensor), WEFT_STATUS_OK)
        << error();
    return tensor;
  }

  WeftCall *call = nullptr;
  WeftStatus status;
};

inline WeftDtype dtypeOf(const float *) { return WEFT_DTYPE_F32; }
inline WeftDtype dtypeOf(const int64_t *) { return WEFT_DTYPE_I64; }

/// A contiguous view; `values` and `dims` must live as long as it.
template <typename Value>
WeftTensor view(std::vector<Value> &values, const std::vector<int64_t> &dims) {
  WeftTensor tensor = WEFT_TENSOR_INIT;
  tensor.data = values.data();
  tensor.sizeBytes = values.size() * sizeof(Value);
  tensor.dims = dims.data();
  tensor.rank = int32_t(dims.size());
  tensor.dtype = dtypeOf(values.data());
  return tensor;
}

template <typename Value> std::vector<Value> values(const WeftTensor &tensor) {
  const auto *data = static_cast<const Value *>(tensor.data);
  return {data, data + tensor.sizeBytes / sizeof(Value)};
}

inline std::vector<int64_t> dims(const WeftTensor &tensor) {
  return {tensor.dims, tensor.dims + tensor.rank};
}

#define EXPECT_CONTAINS(text, part)                                            \
  EXPECT_NE(std::string(text).find(part), std::string::npos)                   \
      << "found: " << (text)

} // namespace weft::test

#endif
