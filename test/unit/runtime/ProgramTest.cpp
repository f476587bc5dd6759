// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Introspection, options, lifetimes, and objects that failed.
#include "test/unit/runtime/Handles.h"

#include <filesystem>
#include <fstream>

using namespace weft::test;

TEST(Program, TellsWhatItHolds) {
  OpenModule module;
  WeftProgram *program = module.program;
  EXPECT_EQ(weft_program_function_count(program), 12);
  EXPECT_EQ(weft_program_find_function(program, "step"), 1);
  EXPECT_EQ(weft_program_find_function(program, "nothing"), -1);
  WeftFunctionInfo function = WEFT_FUNCTION_INFO_INIT;
  ASSERT_EQ(weft_program_function(program, 11, &function), WEFT_STATUS_OK);
  EXPECT_STREQ(function.name, "arena");
  EXPECT_EQ(function.arenaBytes, 1u << 20);
  EXPECT_EQ(function.inputCount, 0);
  EXPECT_EQ(function.outputCount, 1);

  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  ASSERT_EQ(weft_program_input(program, 1, 1, &info), WEFT_STATUS_OK);
  EXPECT_STREQ(info.name, "h");
  EXPECT_STREQ(info.state, "memory");
  EXPECT_EQ(info.rank, 2);
  EXPECT_EQ(info.dtype, WEFT_DTYPE_F32);
  EXPECT_EQ(info.dims[0], -1);
  EXPECT_STREQ(info.symbols[0], "batch");
  EXPECT_EQ(info.dims[1], 2);
  EXPECT_STREQ(info.symbols[1], "");
  ASSERT_EQ(weft_program_output(program, 1, 0, &info), WEFT_STATUS_OK);
  EXPECT_STREQ(info.name, "y");
  EXPECT_EQ(info.state, nullptr);

  ASSERT_EQ(weft_program_state_count(program), 2);
  ASSERT_EQ(weft_program_state(program, 1, &info), WEFT_STATUS_OK);
  EXPECT_STREQ(info.name, "cache");
  EXPECT_STREQ(info.symbols[0], "past");

  ASSERT_EQ(weft_program_weight_count(program), 1);
  WeftWeightInfo weight = WEFT_WEIGHT_INFO_INIT;
  ASSERT_EQ(weft_program_weight(program, 0, &weight), WEFT_STATUS_OK);
  EXPECT_STREQ(weight.name, "w");
  EXPECT_STREQ(weight.layout, "row-major");
  EXPECT_EQ(weight.sizeBytes, 16u);
  EXPECT_EQ(static_cast<const float *>(weight.data)[3], 40);

  size_t size;
  ASSERT_EQ(weft_program_asset_count(program), 1);
  EXPECT_STREQ(weft_program_asset_name(program, 0), "vocab.txt");
  const void *asset = weft_program_asset(program, "vocab.txt", &size);
  EXPECT_EQ(std::string(static_cast<const char *>(asset), size),
            "a vocabulary");
  EXPECT_EQ(weft_program_asset(program, "x", &size), nullptr);
  EXPECT_EQ(weft_program_extern_count(program), 1);
  EXPECT_STREQ(weft_program_extern(program, 0), "my_kernel");
  EXPECT_STREQ(weft_program_level(program), "base");
  const char *text = weft_program_manifest(program, &size);
  EXPECT_CONTAINS(std::string(text, size), "\"compiler\":\"weft test\"");
}

TEST(Program, IndicesAndStructsAreChecked) {
  OpenModule module;
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t index : {-1, 12, INT32_MAX, INT32_MIN}) {
    EXPECT_EQ(weft_program_input(module.program, index, 0, &info),
              WEFT_STATUS_INVALID_ARGUMENT);
    EXPECT_EQ(weft_program_output(module.program, 0, index, &info),
              WEFT_STATUS_INVALID_ARGUMENT);
    EXPECT_EQ(weft_program_state(module.program, index, &info),
              WEFT_STATUS_INVALID_ARGUMENT);
    EXPECT_EQ(weft_program_asset_name(module.program, index), nullptr);
    EXPECT_EQ(weft_program_extern(module.program, index), nullptr);
  }
  info.size = 4;
  EXPECT_EQ(weft_program_input(module.program, 0, 0, &info),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(weft_program_input(module.program, 0, 0, nullptr),
            WEFT_STATUS_INVALID_ARGUMENT);
}

TEST(Program, NullsAreErrors) {
  WeftSession *session;
  EXPECT_EQ(weft_session_create(nullptr, &session),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(weft_session_error(session), "expected a program, found null");
  WeftCall *call;
  EXPECT_EQ(weft_call_create(nullptr, "main", &call),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(weft_call_run(nullptr), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(weft_session_reset(nullptr), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(weft_program_open(nullptr, nullptr, nullptr),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(weft_call_error(nullptr), "null object");
  weft_call_cancel(nullptr);
  weft_call_destroy(nullptr);
  weft_session_destroy(nullptr);
  weft_program_destroy(nullptr);
  weft_profile_destroy(nullptr);
  weft_call_destroy(call);
  weft_session_destroy(session);
}

TEST(Program, FailedObjectsAnswerWithTheirFailure) {
  OpenModule module(std::string("nothing"));
  EXPECT_EQ(module.status, WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(weft_program_function_count(module.program), 0);
  EXPECT_STREQ(weft_program_level(module.program), "");
  EXPECT_EQ(weft_program_manifest(module.program, nullptr), nullptr);
  OpenSession session(module);
  EXPECT_EQ(session.status, WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(session.error(), module.error());
  EXPECT_EQ(weft_session_reset(session.session), WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(weft_session_get_threads(session.session), 0);
  OpenCall call(session, "main");
  EXPECT_EQ(call.status, WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(call.run(), WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(call.error(), module.error());
  WeftSession *copy;
  EXPECT_EQ(weft_session_fork(session.session, &copy), WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(weft_session_error(copy), module.error());
  weft_session_destroy(copy);
}

TEST(Program, ObjectsKeepEachOtherAlive) {
  WeftCall *call;
  std::string bytes = FakeModule().build();
  {
    WeftProgram *program;
    WeftSession *session;
    weft_program_open_memory(bytes.data(), bytes.size(), nullptr, &program);
    weft_session_create(program, &session);
    weft_program_destroy(program);
    weft_call_create(session, "table", &call);
    weft_session_destroy(session);
  }
  EXPECT_EQ(weft_call_run(call), WEFT_STATUS_OK) << weft_call_error(call);
  weft_call_destroy(call);
}

TEST(Program, OptionsAreChecked) {
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.device = "tpu";
  OpenModule unknown(FakeModule(), &options);
  EXPECT_EQ(unknown.status, WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(unknown.error(), "expected a device out of cpu, null, found 'tpu'");
  options = WEFT_PROGRAM_OPTIONS_INIT;
  options.level = "avx512";
  OpenModule level(FakeModule(), &options);
  EXPECT_EQ(level.status, WEFT_STATUS_UNSUPPORTED_PROCESSOR);
  EXPECT_EQ(level.error(),
            "memory: expected code for cpu level avx512, found cpu base");
  options = WEFT_PROGRAM_OPTIONS_INIT;
  options.threads = -1;
  OpenModule threads(FakeModule(), &options);
  EXPECT_EQ(threads.error(),
            "expected a number of threads of at least 0, found -1");
  options = WEFT_PROGRAM_OPTIONS_INIT;
  options.size = 8;
  OpenModule old(FakeModule(), &options);
  EXPECT_CONTAINS(old.error(), "expected WeftProgramOptions of at least");
}

TEST(Program, MissingSymbolIsTold) {
  FakeModule fake;
  fake.manifest["functions"][0]["symbol"] = "fake_absent";
  OpenModule module(fake);
  EXPECT_EQ(module.status, WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(module.error(), "memory: expected symbol 'fake_absent' of function "
                            "'main' in the code for level base, found none");
}

TEST(Program, CodeOfBadObjectsIsNotRun) {
  // The constructor would write to address 0.
  OpenModule module(FakeModule({}, "constructor"));
  EXPECT_EQ(module.status, WEFT_STATUS_BAD_MODULE);
  EXPECT_CONTAINS(module.error(), "without constructors");
}

TEST(Program, LogsAndWritesCodeForDebuggers) {
  char name[] = "/tmp/weft-test-XXXXXX";
  ASSERT_NE(mkdtemp(name), nullptr);
  std::string log;
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.codeDirectory = name;
  options.log = [](void *user, WeftLogLevel, const char *message) {
    *static_cast<std::string *>(user) += std::string(message) + "\n";
  };
  options.logUser = &log;
  OpenModule module(FakeModule(), &options);
  ASSERT_EQ(module.status, WEFT_STATUS_OK) << module.error();
  EXPECT_CONTAINS(log, "memory: level base on cpu");
  EXPECT_CONTAINS(log, std::string("code for gdb: add-symbol-file ") + name);
  // Code that is mapped from the file runs like code in memory.
  OpenSession session(module);
  OpenCall call(session, "table");
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  std::ifstream maps("/proc/self/maps");
  std::string text{std::istreambuf_iterator<char>(maps), {}};
  EXPECT_CONTAINS(text, std::string(name) + "/weft-");
  std::error_code error;
  std::filesystem::remove_all(name, error);

  log.clear();
  options.codeDirectory = "/no/such/folder";
  OpenModule unwritable(FakeModule(), &options);
  EXPECT_EQ(unwritable.status, WEFT_STATUS_OK) << unwritable.error();
  EXPECT_CONTAINS(log, "cannot write '/no/such/folder/weft-");
}

TEST(NullDevice, ChecksInputsAndComputesNothing) {
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.device = "null";
  // It needs no code that runs here.
  OpenModule module(FakeModule({"avx9999"}), &options);
  ASSERT_EQ(module.status, WEFT_STATUS_OK) << module.error();
  EXPECT_STREQ(weft_program_level(module.program), "null");
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x(8), y(8, -1);
  EXPECT_EQ(call.set("x", view(x, {8, 1})), WEFT_STATUS_INVALID_ARGUMENT);
  ASSERT_EQ(call.set("x", view(x, {2, 4})), WEFT_STATUS_OK);
  WeftTensor buffer = view(y, {});
  ASSERT_EQ(weft_call_set_output(call.call, "y", &buffer), WEFT_STATUS_OK);
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(dims(call.get("y")), (std::vector<int64_t>{2, 4}));
  EXPECT_EQ(y, std::vector<float>(8, -1));

  OpenCall append(session, "append");
  std::vector<float> one(1);
  append.set("x", view(one, {1}));
  ASSERT_EQ(append.run(), WEFT_STATUS_OK) << append.error();
  // What only the data decide is empty.
  EXPECT_EQ(dims(append.get("present")), (std::vector<int64_t>{0}));
}

TEST(Names, OfStatusesAndDtypes) {
  EXPECT_STREQ(weft_status_name(WEFT_STATUS_OK), "ok");
  EXPECT_STREQ(weft_status_name(WeftStatus(99)), "unknown status");
  for (int dtype = WEFT_DTYPE_F64; dtype <= WEFT_DTYPE_I1; ++dtype) {
    const char *name = weft_dtype_name(WeftDtype(dtype));
    EXPECT_EQ(weft_dtype_from_name(name), dtype);
    EXPECT_GT(weft_dtype_size(WeftDtype(dtype)), 0u);
  }
  EXPECT_EQ(weft_dtype_from_name("f31"), WEFT_DTYPE_INVALID);
  EXPECT_EQ(weft_dtype_from_name(nullptr), WEFT_DTYPE_INVALID);
  EXPECT_STREQ(weft_dtype_name(WeftDtype(99)), "invalid");
  EXPECT_EQ(weft_dtype_size(WeftDtype(-1)), 0u);
  EXPECT_EQ(weft_dtype_size(WEFT_DTYPE_BF16), 2u);
  EXPECT_GE(weft_granted_threads(), 1);
  EXPECT_STREQ(weft_runtime_version(), "0.1.0");
}
