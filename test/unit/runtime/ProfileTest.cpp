// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a profile records, and the trace it writes.
#include "test/unit/runtime/Handles.h"

using namespace weft::test;
using nlohmann::json;

namespace {
class Profile : public testing::Test {
protected:
  Profile() : session(module), call(session, "main") {
    EXPECT_EQ(weft_profile_create(module.program, &profile), WEFT_STATUS_OK);
    EXPECT_EQ(weft_call_set_profile(call.call, profile), WEFT_STATUS_OK);
    call.set("x", view(x, shape));
  }
  ~Profile() override { weft_profile_destroy(profile); }

  OpenModule module;
  OpenSession session;
  OpenCall call;
  WeftProfile *profile = nullptr;
  std::vector<float> x = std::vector<float>(400);
  std::vector<int64_t> shape = {100, 4};
};
} // namespace

TEST_F(Profile, RecordsDispatchesAndRuns) {
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  ASSERT_EQ(weft_profile_event_count(profile), 2);
  WeftProfileEvent dispatch = WEFT_PROFILE_EVENT_INIT,
                   run = WEFT_PROFILE_EVENT_INIT;
  ASSERT_EQ(weft_profile_event(profile, 0, &dispatch), WEFT_STATUS_OK);
  ASSERT_EQ(weft_profile_event(profile, 1, &run), WEFT_STATUS_OK);
  EXPECT_STREQ(dispatch.name, "add_rows");
  EXPECT_STREQ(dispatch.op, "add");
  EXPECT_STREQ(dispatch.node, "/layer\"0\"/Add");
  EXPECT_EQ(dispatch.flops, 4e6);
  EXPECT_EQ(dispatch.dispatch, 0);
  EXPECT_GE(dispatch.threads, 1);
  EXPECT_STREQ(run.name, "main");
  EXPECT_EQ(run.dispatch, -1);
  // A dispatch lies within its run.
  EXPECT_GE(run.beginNs, 0);
  EXPECT_GE(dispatch.beginNs, run.beginNs);
  EXPECT_LE(dispatch.beginNs + dispatch.durationNs,
            run.beginNs + run.durationNs);
  EXPECT_EQ(weft_profile_event(profile, 2, &run), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(weft_profile_event(profile, -1, &run),
            WEFT_STATUS_INVALID_ARGUMENT);
}

TEST_F(Profile, IsClearedAndTakenAway) {
  call.run();
  weft_profile_clear(profile);
  EXPECT_EQ(weft_profile_event_count(profile), 0);
  call.run();
  EXPECT_EQ(weft_profile_event_count(profile), 2);
  weft_call_set_profile(call.call, nullptr);
  call.run();
  EXPECT_EQ(weft_profile_event_count(profile), 2);
}

TEST_F(Profile, WritesATrace) {
  weft_session_set_threads(session.session, 3);
  for (int i = 0; i < 5; ++i)
    ASSERT_EQ(call.run(), WEFT_STATUS_OK);
  TemporaryFile file;
  ASSERT_EQ(weft_profile_write(profile, file.getPath().c_str()), WEFT_STATUS_OK)
      << weft_profile_error(profile);
  json trace = json::parse(file.read(), nullptr, false);
  ASSERT_FALSE(trace.is_discarded());
  int runs = 0, adds = 0;
  for (const json &event : trace["traceEvents"]) {
    if (event["ph"] != "X") {
      EXPECT_EQ(event["ph"], "M");
      continue;
    }
    EXPECT_TRUE(event["ts"].is_number());
    EXPECT_GE(event["dur"].get<double>(), 0);
    EXPECT_LT(event["tid"].get<int>(), 3);
    runs += event["name"] == "main";
    if (event["name"] == "add_rows") {
      ++adds;
      EXPECT_EQ(event["cat"], "add");
      EXPECT_EQ(event["args"]["node"], "/layer\"0\"/Add");
      EXPECT_EQ(event["args"]["flops"], 4000000);
    }
  }
  EXPECT_EQ(runs, 5);
  EXPECT_GE(adds, 5);
}

TEST_F(Profile, ErrorsAreTold) {
  EXPECT_EQ(weft_profile_write(profile, "/no/such/folder/t.json"),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(weft_profile_error(profile), "/no/such/folder/t.json: cannot "
                                            "write: No such file or directory");
  OpenModule other;
  OpenSession otherSession(other);
  OpenCall otherCall(otherSession, "main");
  EXPECT_EQ(weft_call_set_profile(otherCall.call, profile),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(otherCall.error(),
            "expected a profile of this program, found one of another");
}

TEST_F(Profile, OutlivesItsProgram) {
  WeftProfile *survivor;
  {
    OpenModule shortLived;
    OpenSession session(shortLived);
    OpenCall call(session, "table");
    weft_profile_create(shortLived.program, &survivor);
    weft_call_set_profile(call.call, survivor);
    call.run();
  }
  WeftProfileEvent run = WEFT_PROFILE_EVENT_INIT;
  ASSERT_EQ(weft_profile_event(survivor, 0, &run), WEFT_STATUS_OK);
  EXPECT_STREQ(run.name, "table");
  weft_profile_destroy(survivor);
}
