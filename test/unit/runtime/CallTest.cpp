// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls through the C API: results, and an error for every mistake.
#include "test/unit/runtime/Handles.h"

#include <atomic>
#include <cfenv>
#include <cstdlib>
#include <new>
#include <thread>

using namespace weft::test;

// Counts what the whole test program allocates, for SteadyState.
static std::atomic<int64_t> allocations = 0;

void *operator new(size_t bytes) {
  ++allocations;
  return malloc(bytes ? bytes : 1);
}
void *operator new(size_t bytes, const std::nothrow_t &) noexcept {
  return operator new(bytes);
}
void operator delete(void *pointer) noexcept { free(pointer); }
void operator delete(void *pointer, size_t) noexcept { free(pointer); }

TEST(Call, Computes) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  ASSERT_EQ(call.status, WEFT_STATUS_OK) << call.error();
  for (int64_t batch : {3, 1, 100, 0}) {
    std::vector<float> x(size_t(batch) * 4);
    for (size_t i = 0; i < x.size(); ++i)
      x[i] = float(i);
    std::vector<int64_t> shape = {batch, 4};
    ASSERT_EQ(call.set("x", view(x, shape)), WEFT_STATUS_OK) << call.error();
    ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
    WeftTensor y = call.get("y");
    EXPECT_EQ(dims(y), shape);
    EXPECT_EQ(y.dtype, WEFT_DTYPE_F32);
    std::vector<float> found = values<float>(y);
    ASSERT_EQ(found.size(), x.size());
    for (size_t i = 0; i < x.size(); ++i)
      EXPECT_EQ(found[i], float(i) + 10 * float(i % 4 + 1));
  }
}

TEST(Call, ResultsAreTheSameForEveryNumberOfThreads) {
  OpenModule module;
  OpenSession session(module);
  std::vector<float> x(40000, 0.1f);
  for (int threads : {1, 2, 5, 0}) {
    ASSERT_EQ(weft_session_set_threads(session.session, threads),
              WEFT_STATUS_OK);
    EXPECT_EQ(weft_session_get_threads(session.session),
              threads ? threads : weft_granted_threads());
    OpenCall call(session, "main");
    call.set("x", view(x, {10000, 4}));
    ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
    std::vector<float> y = values<float>(call.get("y"));
    for (size_t i = 0; i < y.size(); ++i)
      ASSERT_EQ(y[i], 0.1f + 10 * float(i % 4 + 1));
  }
  EXPECT_EQ(weft_session_set_threads(session.session, -1),
            WEFT_STATUS_INVALID_ARGUMENT);
}

TEST(Call, RelocationsAndArenaAndScratch) {
  FakeModule fake;
  OpenModule module(fake);
  OpenSession session(module);
  OpenCall table(session, "table");
  ASSERT_EQ(table.run(), WEFT_STATUS_OK) << table.error();
  EXPECT_EQ(values<int64_t>(table.get("result"))[0], 48);

  OpenCall arena(session, "arena");
  ASSERT_EQ(arena.run(), WEFT_STATUS_OK) << arena.error();
  EXPECT_EQ(values<int64_t>(arena.get("result"))[0], 0);

  OpenCall scratch(session, "scratch");
  std::vector<int64_t> n = {500};
  scratch.set("n", view(n, {}));
  ASSERT_EQ(scratch.run(), WEFT_STATUS_OK) << scratch.error();
  std::vector<int64_t> y = values<int64_t>(scratch.get("y"));
  ASSERT_EQ(y.size(), 500u);
  for (int64_t i = 0; i < 500; ++i)
    EXPECT_EQ(y[size_t(i)], 100 * i);
}

TEST(Call, DynamicTemporaries) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "dynamic");
  for (int64_t count : {10, 50, 50, 5}) {
    std::vector<int64_t> n = {count};
    call.set("n", view(n, {}));
    ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
    EXPECT_EQ(values<int64_t>(call.get("result"))[0], 0);
  }
  OpenCall huge(session, "huge");
  EXPECT_EQ(huge.run(), WEFT_STATUS_OUT_OF_MEMORY);
  EXPECT_EQ(huge.error(), "function 'huge': out of memory for temporaries");
}

TEST(Call, SteadyStateAllocatesNothing) {
  OpenModule module;
  OpenSession session(module);
  OpenCall main(session, "main"), step(session, "step"),
      dynamic(session, "dynamic");
  std::vector<float> x(40), pair(2);
  std::vector<int64_t> n = {20};
  main.set("x", view(x, {10, 4}));
  step.set("x", view(pair, {1, 2}));
  dynamic.set("n", view(n, {}));
  auto runAll = [&] {
    for (OpenCall *call : {&main, &step, &dynamic})
      ASSERT_EQ(call->run(), WEFT_STATUS_OK) << call->error();
  };
  for (int warm = 0; warm < 3; ++warm)
    runAll();
  int64_t before = allocations;
  for (int i = 0; i < 10; ++i)
    runAll();
  EXPECT_EQ(allocations - before, 0);
}

TEST(Call, AbsurdArenaIsAnError) {
  FakeModule fake;
  fake.manifest["functions"][11]["arenaBytes"] = uint64_t(1) << 46;
  OpenModule module(fake);
  OpenSession session(module);
  OpenCall call(session, "arena");
  EXPECT_EQ(call.status, WEFT_STATUS_OUT_OF_MEMORY);
  EXPECT_EQ(call.error(), "cannot allocate an arena of 70368744177664 bytes");
  EXPECT_EQ(call.run(), WEFT_STATUS_OUT_OF_MEMORY);
}

TEST(Call, UnknownNamesAreTold) {
  OpenModule module;
  OpenSession session(module);
  OpenCall none(session, "mian");
  EXPECT_EQ(none.status, WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_CONTAINS(none.error(), "the module has no function 'mian', expected "
                                "one of: 'main', 'step', 'append'");
  OpenCall call(session, nullptr);
  std::vector<float> x(4);
  EXPECT_EQ(call.set("X", view(x, {1, 4})), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(),
            "function 'main' has no input 'X', expected one of: 'x'");
  EXPECT_EQ(weft_call_set_output(call.call, "z", nullptr),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(),
            "function 'main' has no output 'z', expected one of: 'y'");
  WeftTensor tensor = view(x, {});
  EXPECT_EQ(weft_call_set_input_at(call.call, 1, &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(),
            "function 'main': expected an index of input below 1, found 1");
  EXPECT_EQ(weft_call_get_output_at(call.call, -1, &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
}

/// The error of setting x of "main" to what `change` makes of a good tensor.
template <typename Change> static std::string setError(Change change) {
  static std::vector<float> x(64);
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<int64_t> shape = {2, 4};
  WeftTensor tensor = view(x, shape);
  change(tensor);
  EXPECT_EQ(call.set("x", tensor), WEFT_STATUS_INVALID_ARGUMENT);
  return call.error();
}

TEST(Call, WrongInputsAreTold) {
  static const int64_t three[] = {2, 4, 1}, five[] = {2, 5}, minus[] = {-2, 4},
                       vast[] = {int64_t(1) << 50, 4};
  EXPECT_EQ(setError([](WeftTensor &t) { t.dims = three, t.rank = 3; }),
            "input 'x': expected rank 2 for f32[batch,4], found rank 3 in "
            "f32[2,4,1]");
  EXPECT_EQ(setError([](WeftTensor &t) { t.dims = five; }),
            "input 'x': expected f32[batch,4], found f32[2,5] (dimension 1)");
  EXPECT_EQ(setError([](WeftTensor &t) { t.dtype = WEFT_DTYPE_I32; }),
            "input 'x': expected f32[batch,4], found i32[2,4]");
  EXPECT_EQ(setError([](WeftTensor &t) { t.dtype = WeftDtype(77); }),
            "input 'x': expected a dtype, found number 77");
  EXPECT_EQ(setError([](WeftTensor &t) { t.sizeBytes = 31; }),
            "input 'x': expected at least 32 bytes for f32[2,4], found 31");
  EXPECT_EQ(setError([](WeftTensor &t) { t.byteOffset = 2; }),
            "input 'x': expected f32 data at a multiple of 4 bytes, found an "
            "address 2 past one");
  EXPECT_EQ(setError([](WeftTensor &t) { t.data = nullptr; }),
            "input 'x': expected data, found null");
  EXPECT_EQ(setError([](WeftTensor &t) { t.dims = nullptr; }),
            "input 'x': expected 2 dims, found null");
  EXPECT_EQ(setError([](WeftTensor &t) { t.rank = 17; }),
            "input 'x': expected a rank of at most 16, found 17");
  EXPECT_EQ(setError([](WeftTensor &t) { t.deviceType = 2; }),
            "input 'x': expected memory of the host (DLPack device type 1), "
            "found device type 2");
  EXPECT_EQ(setError([](WeftTensor &t) { t.size = 8; }),
            "input 'x': expected a WeftTensor of at least 64 bytes and version "
            "1, found size 8 and version 1");
  EXPECT_CONTAINS(setError([](WeftTensor &t) { t.dims = minus; }),
                  "input 'x': expected dims of a real size, found f32[-2,4]");
  EXPECT_CONTAINS(setError([](WeftTensor &t) { t.dims = vast; }),
                  "input 'x': expected dims of a real size, found f32[1125");
}

TEST(Call, MissingInputIsTold) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "input 'x' is not set, expected f32[batch,4]");
  WeftTensor y = WEFT_TENSOR_INIT;
  EXPECT_EQ(weft_call_get_output(call.call, "y", &y),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "output 'y' is not there: the last run did not "
                          "succeed, or there was none");
}

TEST(Call, SymbolsMustAgree) {
  FakeModule fake;
  fake.manifest["functions"][0]["inputs"].push_back(
      argument("mask", "i64", {"batch"}));
  OpenModule module(fake);
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x(8);
  std::vector<int64_t> mask(3);
  ASSERT_EQ(call.set("x", view(x, {2, 4})), WEFT_STATUS_OK);
  ASSERT_EQ(call.set("mask", view(mask, {3})), WEFT_STATUS_OK);
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "input 'mask': expected i64[batch] with batch = 2 as "
                          "in 'x', found i64[3] (dimension 0)");
  ASSERT_EQ(call.set("mask", view(mask, {2})), WEFT_STATUS_OK);
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
}

TEST(Call, OutputsGoWhereTheCallerWants) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x(8, 1), y(20, -1);
  call.set("x", view(x, {2, 4}));
  WeftTensor buffer = WEFT_TENSOR_INIT;
  buffer.data = y.data();
  buffer.sizeBytes = 40;
  buffer.byteOffset = 8;
  ASSERT_EQ(weft_call_set_output(call.call, "y", &buffer), WEFT_STATUS_OK);
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(call.get("y").data, y.data() + 2);
  EXPECT_EQ(call.get("y").sizeBytes, 32u);
  EXPECT_EQ(y[1], -1);
  EXPECT_EQ(y[2], 11);
  EXPECT_EQ(y[9], 41);
  EXPECT_EQ(y[10], -1);

  buffer.sizeBytes = 31;
  ASSERT_EQ(weft_call_set_output(call.call, "y", &buffer), WEFT_STATUS_OK);
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "output 'y': expected a buffer of at least 32 bytes "
                          "for f32[2,4], found 31");
  buffer.byteOffset = 1;
  EXPECT_EQ(weft_call_set_output(call.call, "y", &buffer),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_CONTAINS(call.error(), "output 'y': expected f32 data at a multiple");
  buffer.dtype = WEFT_DTYPE_F64;
  EXPECT_EQ(weft_call_set_output(call.call, "y", &buffer),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "output 'y': expected a buffer of f32, found f64");

  ASSERT_EQ(weft_call_set_output(call.call, "y", nullptr), WEFT_STATUS_OK);
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_NE(call.get("y").data, y.data() + 2);
}

TEST(Call, OutputMayNotOverlapAnInput) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x(16, 1);
  call.set("x", view(x, {2, 4}));
  WeftTensor buffer = view(x, {});
  buffer.byteOffset = 28;
  ASSERT_EQ(weft_call_set_output(call.call, "y", &buffer), WEFT_STATUS_OK);
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "output 'y': expected memory apart from the inputs, "
                          "found an overlap with input 'x'");
  buffer.byteOffset = 32;
  buffer.sizeBytes = 32;
  ASSERT_EQ(weft_call_set_output(call.call, "y", &buffer), WEFT_STATUS_OK);
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
}

namespace {
struct Allocator {
  std::vector<float> memory;
  std::vector<int64_t> dims;
  uint64_t bytes = 0;
  bool refuse = false;

  static void *allocate(void *user, int32_t, WeftDtype, const int64_t *dims,
                        int32_t rank, uint64_t bytes) {
    auto *self = static_cast<Allocator *>(user);
    self->dims.assign(dims, dims + rank);
    self->bytes = bytes;
    self->memory.resize(bytes / sizeof(float));
    return self->refuse ? nullptr : self->memory.data();
  }
};
} // namespace

TEST(Call, OutputsComeFromTheAllocator) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  Allocator allocator;
  weft_call_set_allocator(call.call, Allocator::allocate, &allocator);
  std::vector<float> x(12, 1);
  call.set("x", view(x, {3, 4}));
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(allocator.dims, (std::vector<int64_t>{3, 4}));
  EXPECT_EQ(allocator.bytes, 48u);
  EXPECT_EQ(allocator.memory[11], 41);
  EXPECT_EQ(call.get("y").data, allocator.memory.data());
  allocator.refuse = true;
  EXPECT_EQ(call.run(), WEFT_STATUS_OUT_OF_MEMORY);
  EXPECT_EQ(call.error(),
            "output 'y': the allocator refused 48 bytes for f32[3,4]");
}

TEST(Call, InputsWithGapsAreCopied) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x = {0, 1, 2, 3, 4, 5, 6, 7};
  std::vector<int64_t> shape = {2, 4}, strides = {1, 2};
  WeftTensor tensor = view(x, shape);
  tensor.strides = strides.data();
  ASSERT_EQ(call.set("x", tensor), WEFT_STATUS_OK) << call.error();
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(values<float>(call.get("y")),
            (std::vector<float>{10, 22, 34, 46, 11, 23, 35, 47}));
  // The memory is read again by each run.
  x[0] = 100;
  ASSERT_EQ(call.run(), WEFT_STATUS_OK);
  EXPECT_EQ(values<float>(call.get("y"))[0], 110);
}

TEST(Call, FailureOfTheModelHasItsMessage) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "step");
  std::vector<float> x = {-3, 0};
  call.set("x", view(x, {1, 2}));
  EXPECT_EQ(call.run(), WEFT_STATUS_MODEL_FAILURE);
  EXPECT_EQ(call.error(), "gather '/g': index -3 is outside of [0, 7)");
}

TEST(Call, FaultsOfTheCodeAreInternal) {
  OpenModule module;
  OpenSession session(module);
  OpenCall lazy(session, "lazy");
  EXPECT_EQ(lazy.run(), WEFT_STATUS_INTERNAL);
  EXPECT_EQ(lazy.error(), "output 'result': the code did not produce it");
  OpenCall liar(session, "liar");
  std::vector<float> x(2);
  liar.set("x", view(x, {2}));
  EXPECT_EQ(liar.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(liar.error(), "output 'y': expected f32[batch] with batch = 2 as "
                          "in 'x', found f32[3] (dimension 0)");
}

static int32_t doubleKernel(const WeftTensorSlot *operands, int32_t count,
                            void *user) {
  if (count != 2 || operands[0].dims[0] != operands[1].dims[0])
    return WEFT_STATUS_INVALID_ARGUMENT;
  for (int64_t i = 0; i < operands[0].dims[0]; ++i)
    static_cast<float *>(operands[1].data)[i] =
        *static_cast<float *>(user) *
        static_cast<const float *>(operands[0].data)[i];
  return WEFT_STATUS_OK;
}

static int32_t failingKernel(const WeftTensorSlot *, int32_t, void *) {
  return 99;
}

TEST(Call, CustomKernels) {
  float two = 2, three = 3;
  WeftExtern kernel = {"my_kernel", doubleKernel, &two};
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.externs = &kernel;
  options.externCount = 1;
  OpenModule module(FakeModule(), &options);
  ASSERT_EQ(module.status, WEFT_STATUS_OK) << module.error();
  OpenSession session(module);
  OpenCall call(session, "custom");
  std::vector<float> x = {1, 2, 3};
  call.set("x", view(x, {3}));
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(values<float>(call.get("y")), (std::vector<float>{2, 4, 6}));

  weft_session_register_extern(session.session, "my_kernel", doubleKernel,
                               &three);
  ASSERT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
  EXPECT_EQ(values<float>(call.get("y")), (std::vector<float>{3, 6, 9}));

  weft_session_register_extern(session.session, "my_kernel", failingKernel,
                               nullptr);
  EXPECT_EQ(call.run(), WEFT_STATUS_MODEL_FAILURE);
  EXPECT_EQ(call.error(), "custom kernel 'my_kernel' failed with number 99");
}

TEST(Call, MissingCustomKernelIsTold) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "custom");
  std::vector<float> x = {1};
  call.set("x", view(x, {1}));
  EXPECT_EQ(call.run(), WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(call.error(), "custom kernel 'my_kernel' is not registered, which "
                          "the module needs");
}

TEST(Call, IsCancelledFromAnotherThread) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "endless");
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    weft_call_cancel(call.call);
  });
  EXPECT_EQ(call.run(), WEFT_STATUS_CANCELLED);
  EXPECT_EQ(call.error(), "function 'endless': cancelled");
  other.join();
}

TEST(Call, IsCancelledByItsCallback) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "endless");
  int asked = 0;
  weft_call_set_cancel(
      call.call,
      [](void *user) -> int32_t { return ++*static_cast<int *>(user) > 5; },
      &asked);
  EXPECT_EQ(call.run(), WEFT_STATUS_CANCELLED);
  EXPECT_EQ(asked, 6);
}

TEST(Call, CancelBeforeRunEndsTheNextOneOnly) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "table");
  weft_call_cancel(call.call);
  EXPECT_EQ(call.run(), WEFT_STATUS_CANCELLED);
  EXPECT_EQ(call.run(), WEFT_STATUS_OK) << call.error();
}

TEST(Call, FloatEnvironmentOfTheCallerDoesNotMatter) {
  OpenModule module;
  OpenSession session(module);
  OpenCall call(session, "main");
  std::vector<float> x = {0.1f, 0.1f, 0.1f, 0.1f};
  call.set("x", view(x, {1, 4}));
  fesetround(FE_UPWARD);
  WeftStatus status = call.run();
  int round = fegetround();
  fesetround(FE_TONEAREST);
  ASSERT_EQ(status, WEFT_STATUS_OK);
  EXPECT_EQ(round, FE_UPWARD);
  volatile float ten = 10, tenth = 0.1f;
  EXPECT_EQ(values<float>(call.get("y"))[0], ten + tenth);
}

TEST(Call, ManyCallsAtOnce) {
  OpenModule module;
  OpenSession session(module);
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      OpenCall call(session, "main");
      std::vector<float> x(400, float(t));
      call.set("x", view(x, {100, 4}));
      for (int i = 0; i < 300; ++i) {
        wrong += call.run() != WEFT_STATUS_OK;
        wrong += values<float>(call.get("y"))[399] != float(t) + 40;
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(wrong, 0);
}
