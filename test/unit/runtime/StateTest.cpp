// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a session remembers: carried on, reset, saved, restored, forked.
#include "test/unit/runtime/Handles.h"

using namespace weft::test;

/// Runs "step" on x = (value, value) and returns y.
static std::vector<float> step(OpenSession &session, float value) {
  OpenCall call(session, "step");
  std::vector<float> x = {value, value};
  call.set("x", view(x, {1, 2}));
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  return values<float>(call.get("y"));
}

static std::vector<float> append(OpenSession &session, float value) {
  OpenCall call(session, "append");
  std::vector<float> x = {value};
  call.set("x", view(x, {1}));
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  return values<float>(call.get("present"));
}

TEST(State, IsCarriedOnAndReset) {
  OpenModule module;
  OpenSession session(module);
  EXPECT_EQ(step(session, 1)[0], 1); // h = 0
  EXPECT_EQ(step(session, 1)[0], 3); // h = 2
  EXPECT_EQ(step(session, 5)[1], 9); // h = 4
  EXPECT_EQ(step(session, 0)[1], 14);
  ASSERT_EQ(weft_session_reset(session.session), WEFT_STATUS_OK);
  EXPECT_EQ(step(session, 1)[0], 1);
}

TEST(State, SessionsAreApart) {
  OpenModule module;
  OpenSession first(module), second(module);
  step(first, 1);
  EXPECT_EQ(step(second, 1)[0], 1);
  EXPECT_EQ(step(first, 1)[0], 3);
}

TEST(State, Grows) {
  OpenModule module;
  OpenSession session(module);
  std::vector<float> expected;
  for (int i = 0; i < 2000; ++i) {
    expected.push_back(float(i));
    ASSERT_EQ(append(session, float(i)), expected);
  }
  WeftTensor cache = WEFT_TENSOR_INIT;
  ASSERT_EQ(weft_session_get_state(session.session, "cache", &cache),
            WEFT_STATUS_OK);
  EXPECT_EQ(dims(cache), (std::vector<int64_t>{2000}));
}

TEST(State, FailedAppendLeavesItAsItWas) {
  OpenModule module;
  OpenSession session(module);
  // Enough to be in memory that grows, and to have room behind it.
  for (int i = 0; i < 5; ++i)
    append(session, float(i));
  OpenCall call(session, "append");
  std::vector<float> x = {-1};
  call.set("x", view(x, {1}));
  EXPECT_EQ(call.run(), WEFT_STATUS_MODEL_FAILURE);
  EXPECT_EQ(append(session, 5), (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

TEST(State, AppendsToWhatWasSetAndForked) {
  OpenModule module;
  OpenSession session(module);
  std::vector<float> cache = {7, 8, 9};
  std::vector<int64_t> shape = {3};
  WeftTensor tensor = view(cache, shape);
  ASSERT_EQ(weft_session_set_state(session.session, "cache", &tensor),
            WEFT_STATUS_OK);
  EXPECT_EQ(append(session, 1), (std::vector<float>{7, 8, 9, 1}));
  WeftSession *copy = nullptr;
  ASSERT_EQ(weft_session_fork(session.session, &copy), WEFT_STATUS_OK);
  EXPECT_EQ(append(session, 2), (std::vector<float>{7, 8, 9, 1, 2}));
  WeftTensor found = WEFT_TENSOR_INIT;
  ASSERT_EQ(weft_session_get_state(copy, "cache", &found), WEFT_STATUS_OK);
  EXPECT_EQ(values<float>(found), (std::vector<float>{7, 8, 9, 1}));
  weft_session_destroy(copy);
  ASSERT_EQ(weft_session_reset(session.session), WEFT_STATUS_OK);
  EXPECT_EQ(append(session, 3), (std::vector<float>{3}));
}

TEST(State, FailedRunLeavesItAsItWas) {
  OpenModule module;
  OpenSession session(module);
  step(session, 1);
  OpenCall call(session, "step");
  std::vector<float> x = {-1, 100};
  call.set("x", view(x, {1, 2}));
  EXPECT_EQ(call.run(), WEFT_STATUS_MODEL_FAILURE);
  EXPECT_EQ(step(session, 0), (std::vector<float>{2, 2}));
}

TEST(State, BindsSymbols) {
  OpenModule module;
  OpenSession session(module);
  step(session, 1);
  OpenCall call(session, "step");
  std::vector<float> x(6);
  call.set("x", view(x, {3, 2}));
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "state 'memory': expected f32[batch,2] with batch = "
                          "3 as in 'x', found f32[1,2] (dimension 0)");
  weft_session_reset(session.session);
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
}

TEST(State, IsTheSessionsAndNotTheCallers) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "step");
  std::vector<float> h(2);
  WeftTensor tensor = view(h, {1, 2});
  EXPECT_EQ(call.set("h", tensor), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "input 'h' is state 'memory', which the session "
                          "keeps: set it there");
  EXPECT_EQ(weft_call_set_output(call.call, "h_next", &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "output 'h_next' is state 'memory', which the "
                          "session keeps: get it there");
}

TEST(State, IsSetAndGot) {
  OpenModule module;
  OpenSession session(module);
  WeftTensor found = WEFT_TENSOR_INIT;
  EXPECT_EQ(weft_session_get_state(session.session, "memory", &found),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(session.error(), "state 'memory' has no value yet");
  std::vector<float> h = {5, 6, 7, 8};
  std::vector<int64_t> shape = {1, 2}, strides = {2, 2};
  WeftTensor tensor = view(h, shape);
  tensor.strides = strides.data();
  ASSERT_EQ(weft_session_set_state(session.session, "memory", &tensor),
            WEFT_STATUS_OK)
      << session.error();
  h.assign(4, 0);
  EXPECT_EQ(step(session, 1), (std::vector<float>{6, 8}));
  ASSERT_EQ(weft_session_get_state(session.session, "memory", &found),
            WEFT_STATUS_OK);
  EXPECT_EQ(values<float>(found), (std::vector<float>{7, 9}));

  EXPECT_EQ(weft_session_set_state(session.session, "mem", &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(session.error(),
            "the module has no state 'mem', expected one of: 'memory', "
            "'cache'");
  std::vector<int64_t> wrong = {1, 3};
  tensor = view(h, wrong);
  EXPECT_EQ(weft_session_set_state(session.session, "memory", &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(session.error(), "state 'memory': expected f32[batch,2], found "
                             "f32[1,3] (dimension 1)");
  tensor.dtype = WEFT_DTYPE_I32;
  EXPECT_EQ(weft_session_set_state(session.session, "memory", &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(session.error(), "state 'memory': expected f32, found i32");
}

static std::string save(OpenSession &session) {
  size_t size = 0;
  EXPECT_EQ(weft_session_save(session.session, nullptr, &size), WEFT_STATUS_OK);
  std::string bytes(size, '\0');
  EXPECT_EQ(weft_session_save(session.session, bytes.data(), &size),
            WEFT_STATUS_OK);
  EXPECT_EQ(size, bytes.size());
  return bytes;
}

TEST(State, IsSavedAndRestored) {
  OpenModule module;
  OpenSession session(module);
  step(session, 1);
  append(session, 7);
  std::string bytes = save(session);
  step(session, 1);
  append(session, 8);
  ASSERT_EQ(weft_session_restore(session.session, bytes.data(), bytes.size()),
            WEFT_STATUS_OK)
      << session.error();
  EXPECT_EQ(step(session, 1)[0], 3);
  EXPECT_EQ(append(session, 9), (std::vector<float>{7, 9}));

  // Into another session, of another program of the same module.
  OpenModule again;
  OpenSession fresh(again);
  ASSERT_EQ(weft_session_restore(fresh.session, bytes.data(), bytes.size()),
            WEFT_STATUS_OK);
  EXPECT_EQ(append(fresh, 1), (std::vector<float>{7, 1}));
  size_t small = 3;
  EXPECT_EQ(weft_session_save(fresh.session, bytes.data(), &small),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_CONTAINS(fresh.error(), "bytes for the state, found 3");
}

TEST(State, NeverSetIsSavedAsSuch) {
  OpenModule module;
  OpenSession session(module);
  std::string bytes = save(session);
  step(session, 1);
  ASSERT_EQ(weft_session_restore(session.session, bytes.data(), bytes.size()),
            WEFT_STATUS_OK);
  EXPECT_EQ(step(session, 1)[0], 1);
}

TEST(State, DamagedBytesChangeNothing) {
  OpenModule module;
  OpenSession session(module);
  step(session, 1);
  append(session, 7);
  std::string bytes = save(session);
  auto restore = [&](const std::string &damaged) {
    EXPECT_EQ(
        weft_session_restore(session.session, damaged.data(), damaged.size()),
        WEFT_STATUS_INVALID_ARGUMENT);
  };
  for (size_t size = 0; size < bytes.size(); ++size)
    restore(bytes.substr(0, size));
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = char(damaged[at] ^ 0x10);
    restore(damaged);
    // And with a checksum that is right.
    if (at >= bytes.size() - 8)
      continue;
    setValue(damaged, damaged.size() - 8,
             checksum(std::string_view(damaged).substr(0, damaged.size() - 8)));
    weft_session_restore(session.session, damaged.data(), damaged.size());
    weft_session_restore(session.session, bytes.data(), bytes.size());
  }
  EXPECT_EQ(step(session, 1)[0], 3);
}

TEST(State, OfAnotherModuleIsRefused) {
  FakeModule other;
  other.manifest["functions"][1]["inputs"][1]["state"] = "remembrance";
  other.manifest["functions"][1]["outputs"][1]["state"] = "remembrance";
  OpenModule module, second(other);
  OpenSession from(module), to(second);
  step(from, 1);
  std::string bytes = save(from);
  EXPECT_EQ(weft_session_restore(to.session, bytes.data(), bytes.size()),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(to.error(),
            "the module has no state 'memory' that the saved state has");
}

TEST(State, Forks) {
  OpenModule module;
  OpenSession session(module);
  weft_session_set_threads(session.session, 3);
  step(session, 1);
  WeftSession *copy;
  ASSERT_EQ(weft_session_fork(session.session, &copy), WEFT_STATUS_OK);
  OpenSession forked(copy);
  EXPECT_EQ(weft_session_get_threads(forked.session), 3);
  EXPECT_EQ(step(forked, 1)[0], 3);
  EXPECT_EQ(step(forked, 1)[0], 5);
  EXPECT_EQ(step(session, 1)[0], 3);
}
