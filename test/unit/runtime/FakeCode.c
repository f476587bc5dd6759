// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stands in for generated code: entries and kernels by hand, after the rules of
// runtime/abi/GeneratedCode.h. Compiled to a shared object without libraries,
// and with one of the macros BREAK_* to one that the loader must refuse.
#include "runtime/abi/GeneratedCode.h"

#define CHECK(expression)                                                      \
  do {                                                                         \
    int32_t status_ = (expression);                                            \
    if (status_)                                                               \
      return status_;                                                          \
  } while (0)

static int64_t countElements(const WeftTensorSlot *slot) {
  int64_t count = 1;
  for (int32_t i = 0; i < slot->rank; ++i)
    count *= slot->dims[i];
  return count;
}

/* main: y[batch,4] = x[batch,4] + w[4], one task a row. */
static int32_t addKernel(const int64_t *args, int64_t begin, int64_t end,
                         void *scratch) {
  const float *x = (const float *)args[1], *w = (const float *)args[2];
  float *y = (float *)args[3];
  for (int64_t row = begin; row < end; ++row)
    for (int64_t i = 0; i < 4; ++i)
      y[row * 4 + i] = x[row * 4 + i] + w[i];
  return WEFT_STATUS_OK;
}

int32_t fake_main(const WeftFrame *frame) {
  const WeftTensorSlot *x = &frame->inputs[0];
  void *y = frame->host->output(frame->context, 0, x->dims, x->rank);
  if (!y)
    return WEFT_STATUS_INVALID_ARGUMENT;
  int64_t args[] = {(int64_t)frame, (int64_t)x->data,
                    (int64_t)(frame->weights + frame->weightOffsets[0]),
                    (int64_t)y};
  return frame->host->parallelFor(frame->context, 0, addKernel, args,
                                  x->dims[0], 0, 0);
}

/* step: y = x + h, h' = h + 2 x, all [batch,2]; fails when x[0] is negative,
   after h' was written. */
int32_t fake_step(const WeftFrame *frame) {
  const WeftTensorSlot *x = &frame->inputs[0], *h = &frame->inputs[1];
  float *y = frame->host->output(frame->context, 0, x->dims, x->rank);
  float *next = frame->host->output(frame->context, 1, h->dims, h->rank);
  if (!y || !next)
    return WEFT_STATUS_INVALID_ARGUMENT;
  const float *from = x->data, *state = h->data;
  for (int64_t i = 0; i < countElements(x); ++i) {
    y[i] = from[i] + state[i];
    next[i] = state[i] + 2 * from[i];
  }
  if (countElements(x) > 0 && from[0] < 0)
    return frame->host->fail(frame->context, 0, (int64_t)from[0], 7);
  return WEFT_STATUS_OK;
}

/* append: cache'[past + 1] = cache[past], x; length[] = past + 1. Fails behind
   the append where x is negative. */
int32_t fake_append(const WeftFrame *frame) {
  const WeftTensorSlot *x = &frame->inputs[0], *cache = &frame->inputs[1];
  int64_t length = cache->dims[0] + 1;
  float *next = frame->host->append(frame->context, 0, 1, &length, 1);
  int64_t *count = frame->host->output(frame->context, 1, 0, 0);
  if (!next || !count)
    return WEFT_STATUS_INVALID_ARGUMENT;
  next[length - 1] = *(const float *)x->data;
  *count = length;
  if (*(const float *)x->data < 0)
    return frame->host->fail(frame->context, 0, 0, 0);
  return WEFT_STATUS_OK;
}

/* dynamic: n[] i64 allocations of growing sizes, a part given back; the result
   is how many of them were not aligned or not distinct. */
int32_t fake_dynamic(const WeftFrame *frame) {
  int64_t n = *(const int64_t *)frame->inputs[0].data;
  int64_t *wrong = frame->host->output(frame->context, 0, 0, 0);
  if (!wrong)
    return WEFT_STATUS_INVALID_ARGUMENT;
  *wrong = 0;
  uint8_t *held = 0;
  int64_t heldBytes = 0;
  for (int64_t i = 1; i <= n; ++i) {
    int64_t bytes = i * 1000;
    uint8_t *piece = frame->host->allocate(frame->context, bytes);
    if (!piece)
      return WEFT_STATUS_OUT_OF_MEMORY;
    *wrong += (uintptr_t)piece % WEFT_ABI_ALIGNMENT != 0;
    for (int64_t k = 0; k < bytes; k += 64)
      *(volatile uint8_t *)(piece + k) = (uint8_t)i;
    for (int64_t k = 0; k < heldBytes; k += 64)
      *wrong += held[k] != (uint8_t)(i - 1);
    frame->host->release(frame->context, held);
    held = piece;
    heldBytes = bytes;
  }
  return WEFT_STATUS_OK;
}

/* huge: asks for more memory than there is. */
int32_t fake_huge(const WeftFrame *frame) {
  int64_t *result = frame->host->output(frame->context, 0, 0, 0);
  if (!result || !frame->host->allocate(frame->context, INT64_MAX))
    return WEFT_STATUS_OUT_OF_MEMORY;
  return WEFT_STATUS_OK;
}

/* custom: y = kernel(x) by the custom kernel 0. */
int32_t fake_custom(const WeftFrame *frame) {
  const WeftTensorSlot *x = &frame->inputs[0];
  void *y = frame->host->output(frame->context, 0, x->dims, x->rank);
  if (!y)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftTensorSlot operands[] = {*x, {y, x->dims, x->rank, x->dtype}};
  return frame->host->external(frame->context, 0, operands, 2);
}

/* endless: dispatches that take forever, until someone cancels. */
static int32_t idleKernel(const int64_t *args, int64_t begin, int64_t end,
                          void *scratch) {
  for (volatile int64_t i = 0; i < 1000 * (end - begin); ++i)
    ;
  return WEFT_STATUS_OK;
}

int32_t fake_endless(const WeftFrame *frame) {
  int64_t args[] = {(int64_t)frame};
  while (1)
    CHECK(frame->host->parallelFor(frame->context, 1, idleKernel, args, 1000, 0,
                                   0));
}

/* lazy: does not produce its output. */
int32_t fake_lazy(const WeftFrame *frame) { return WEFT_STATUS_OK; }

/* liar: produces [3] where the manifest says [batch], and batch is an input's.
 */
int32_t fake_liar(const WeftFrame *frame) {
  int64_t dims[] = {3};
  void *y = frame->host->output(frame->context, 0, dims, 1);
  return y ? WEFT_STATUS_OK : WEFT_STATUS_INVALID_ARGUMENT;
}

/* table: calls through a table of pointers, which is what relocations fill. */
static int64_t answer(void) { return 42; }
static int64_t question(void) { return 6; }
static int64_t (*volatile const table[])(void) = {question, answer};

int32_t fake_table(const WeftFrame *frame) {
  int64_t *result = frame->host->output(frame->context, 0, 0, 0);
  if (!result)
    return WEFT_STATUS_INVALID_ARGUMENT;
  *result = table[1]() + table[0]();
  return WEFT_STATUS_OK;
}

/* scratch: each task sums its number 100 times by way of scratch; y[n]. */
static int32_t scratchKernel(const int64_t *args, int64_t begin, int64_t end,
                             void *scratch) {
  int64_t *values = scratch;
  if (!scratch || (uintptr_t)scratch % WEFT_ABI_ALIGNMENT != 0)
    return WEFT_STATUS_INTERNAL;
  for (int64_t task = begin; task < end; ++task) {
    for (int64_t i = 0; i < 100; ++i)
      *(volatile int64_t *)&values[i] = task;
    int64_t sum = 0;
    for (int64_t i = 0; i < 100; ++i)
      sum += values[i];
    ((int64_t *)args[1])[task] = sum;
  }
  return WEFT_STATUS_OK;
}

int32_t fake_scratch(const WeftFrame *frame) {
  int64_t n = *(const int64_t *)frame->inputs[0].data;
  int64_t *y = frame->host->output(frame->context, 0, &n, 1);
  if (!y)
    return WEFT_STATUS_INVALID_ARGUMENT;
  int64_t args[] = {(int64_t)frame, (int64_t)y};
  return frame->host->parallelFor(frame->context, 2, scratchKernel, args, n,
                                  100 * sizeof(int64_t), 0);
}

/* arena: fills the arena and reports whether it is aligned. */
int32_t fake_arena(const WeftFrame *frame) {
  int64_t *result = frame->host->output(frame->context, 0, 0, 0);
  if (!result)
    return WEFT_STATUS_INVALID_ARGUMENT;
  for (int64_t i = 0; i < 1 << 20; ++i)
    *(volatile uint8_t *)(frame->arena + i) = 1;
  *result = (uintptr_t)frame->arena % WEFT_ABI_ALIGNMENT;
  return WEFT_STATUS_OK;
}

#ifdef BREAK_CONSTRUCTOR
__attribute__((constructor)) static void construct(void) {
  *(volatile int *)0 = 1;
}
#endif

#ifdef BREAK_UNDEFINED
int64_t nowhere(void);
int64_t fake_undefined(void) { return nowhere(); }
#endif

#ifdef BREAK_TLS
static __thread volatile int64_t local;
int64_t fake_local(void) { return local++; }
#endif
