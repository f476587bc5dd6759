// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the compiler's C API refuses, and how it says so. That it compiles is
// tested through the Python package and examples/embed, which stand on it.

#include "weft/Compiler.h"
#include "gtest/gtest.h"
#include <string>

namespace {
/// A compilation that must fail; gives its error.
struct Refused {
  WeftCompilation *compilation = nullptr;
  WeftStatus status;

  explicit Refused(const char *path,
                   const WeftCompileOptions *options = nullptr)
      : status(weft_compile_file(path, options, &compilation)) {}
  ~Refused() { weft_compilation_destroy(compilation); }
  std::string error() const { return weft_compilation_error(compilation); }
};
} // namespace

TEST(CompilerCAPI, NullsAreRefused) {
  Refused path(nullptr);
  EXPECT_EQ(path.status, WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(path.error(), "expected the path of a model, found null");

  WeftCompilation *compilation = nullptr;
  EXPECT_EQ(weft_compile_memory(nullptr, 4, "m", nullptr, &compilation),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(weft_compilation_error(compilation),
               "expected the bytes of a model, found null");
  EXPECT_EQ(weft_compilation_write(compilation, nullptr),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(weft_compilation_error(compilation),
               "expected a path, found null");
  size_t size = 0;
  EXPECT_EQ(weft_compilation_data(compilation, &size), nullptr);
  weft_compilation_destroy(compilation);
  weft_compilation_destroy(nullptr);
}

TEST(CompilerCAPI, OptionsAreChecked) {
  WeftCompileOptions none = {};
  EXPECT_EQ(Refused("m.onnx", &none).error(),
            "the options have no size and version: begin with "
            "WEFT_COMPILE_OPTIONS_INIT");
  WeftCompileOptions options = WEFT_COMPILE_OPTIONS_INIT;
  options.target = "abacus";
  EXPECT_EQ(Refused("m.onnx", &options).error(), "unknown target 'abacus'");
}

TEST(CompilerCAPI, ErrorsAreCalledBackToo) {
  WeftCompileOptions options = WEFT_COMPILE_OPTIONS_INIT;
  std::string called;
  options.diagnosticUser = &called;
  options.diagnostic = [](void *user, WeftSeverity severity, const char *,
                          const char *message) {
    EXPECT_EQ(severity, WEFT_SEVERITY_ERROR);
    *static_cast<std::string *>(user) += message;
  };
  Refused refused("/nowhere/m.onnx", &options);
  EXPECT_EQ(refused.status, WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_NE(called.find("/nowhere/m.onnx"), std::string::npos) << called;
  EXPECT_NE(refused.error().find(called), std::string::npos);
}
