/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A host for the code of `weft compile --emit=so`, in place of the runtime: the
 * thread that calls, memory of the C library. The header that comes with such a
 * library calls weft_host_run; nothing else here is meant for callers. */
#ifndef WEFT_HOST_H
#define WEFT_HOST_H

#include "weft/GeneratedCode.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A temporary; its bytes follow at the next multiple of the alignment. */
typedef struct WeftHostBlock {
  struct WeftHostBlock *next;
  struct WeftHostBlock **link;
} WeftHostBlock;

/** One run. */
typedef struct WeftHostRun {
  const char *const *messages;
  const WeftTensorSlot *inputs;
  const WeftTensorSlot *outputs;
  WeftHostBlock *blocks;
  /** Of the first failure. */
  char *error;
} WeftHostRun;

enum { WEFT_HOST_ERROR_BYTES = 512 };

static inline void *weft_host_aligned(int64_t bytes) {
  size_t whole = ((size_t)bytes + WEFT_ABI_ALIGNMENT - 1) / WEFT_ABI_ALIGNMENT *
                 WEFT_ABI_ALIGNMENT;
  return aligned_alloc(WEFT_ABI_ALIGNMENT,
                       whole ? whole : (size_t)WEFT_ABI_ALIGNMENT);
}

static inline void *weft_host_allocate(void *context, int64_t bytes) {
  WeftHostRun *run = (WeftHostRun *)context;
  WeftHostBlock *block;
  if (bytes < 0 || bytes > INT64_MAX / 2)
    return NULL;
  block = (WeftHostBlock *)weft_host_aligned(bytes + WEFT_ABI_ALIGNMENT);
  if (!block)
    return NULL;
  block->next = run->blocks;
  block->link = &run->blocks;
  if (block->next)
    block->next->link = &block->next;
  run->blocks = block;
  return (char *)block + WEFT_ABI_ALIGNMENT;
}

static inline void weft_host_release(void *context, void *pointer) {
  WeftHostBlock *block;
  (void)context;
  if (!pointer)
    return;
  block = (WeftHostBlock *)(void *)((char *)pointer - WEFT_ABI_ALIGNMENT);
  *block->link = block->next;
  if (block->next)
    block->next->link = block->link;
  free(block);
}

static inline int32_t weft_host_parallel_for(void *context, int32_t dispatch,
                                             WeftKernelFn kernel,
                                             const int64_t *args, int64_t tasks,
                                             int64_t scratchBytes,
                                             int64_t costNs) {
  void *scratch = NULL;
  int32_t status;
  (void)context, (void)dispatch, (void)costNs;
  if (tasks == 0)
    return WEFT_STATUS_OK;
  if (scratchBytes > 0 && !(scratch = weft_host_aligned(scratchBytes)))
    return WEFT_STATUS_OUT_OF_MEMORY;
  status = kernel(args, 0, tasks, scratch);
  free(scratch);
  return status;
}

/** The caller's memory for an output, if it has the size that the caller
 * expects. */
static inline void *weft_host_output(void *context, int32_t index,
                                     const int64_t *dims, int32_t rank) {
  static int64_t nothing[WEFT_ABI_ALIGNMENT / 8];
  WeftHostRun *run = (WeftHostRun *)context;
  const WeftTensorSlot *output = &run->outputs[index];
  int32_t i;
  for (i = 0; i < rank; ++i)
    if (dims[i] != output->dims[i]) {
      snprintf(run->error, WEFT_HOST_ERROR_BYTES,
               "output %d: expected size %lld in dimension %d, found %lld",
               (int)index, (long long)output->dims[i], (int)i,
               (long long)dims[i]);
      return NULL;
    }
  return output->data ? output->data : nothing;
}

static inline int32_t weft_host_fail(void *context, int32_t message,
                                     int64_t value0, int64_t value1) {
  WeftHostRun *run = (WeftHostRun *)context;
  const char *text = run->messages[message];
  size_t used = 0;
  if (run->error[0])
    return WEFT_STATUS_MODEL_FAILURE;
  while (*text && used + 1 < WEFT_HOST_ERROR_BYTES) {
    if (text[0] == '{' && (text[1] == '0' || text[1] == '1') &&
        text[2] == '}') {
      used += (size_t)snprintf(run->error + used, WEFT_HOST_ERROR_BYTES - used,
                               "%lld",
                               (long long)(text[1] == '0' ? value0 : value1));
      text += 3;
    } else {
      run->error[used++] = *text++;
    }
  }
  run->error[used < WEFT_HOST_ERROR_BYTES ? used : WEFT_HOST_ERROR_BYTES - 1] =
      0;
  return WEFT_STATUS_MODEL_FAILURE;
}

static inline int32_t weft_host_external(void *context, int32_t index,
                                         const WeftTensorSlot *operands,
                                         int32_t count) {
  (void)context, (void)index, (void)operands, (void)count;
  return WEFT_STATUS_INTERNAL;
}

/** The caller's memory for an output that continues an input, with the input's
 * `bytes` in front. */
static inline void *weft_host_append(void *context, int32_t index,
                                     int32_t input, const int64_t *dims,
                                     int32_t rank) {
  /* By WeftDtype. */
  static const uint8_t sizes[] = {0, 8, 4, 2, 2, 1, 2, 4, 8, 1, 2, 4, 8, 1};
  WeftHostRun *run = (WeftHostRun *)context;
  const WeftTensorSlot *from = &run->inputs[input];
  size_t bytes = sizes[from->dtype];
  int32_t i;
  void *memory = weft_host_output(context, index, dims, rank);
  for (i = 0; i < from->rank; ++i)
    bytes *= (size_t)from->dims[i];
  if (memory && bytes && memory != from->data)
    memcpy(memory, from->data, bytes);
  return memory;
}

static inline int32_t weft_host_share(void *context, WeftKernelFn kernel,
                                      const int64_t *args, int64_t tasks,
                                      void *scratch, int64_t costNs) {
  (void)context, (void)costNs;
  return tasks == 0 ? WEFT_STATUS_OK : kernel(args, 0, tasks, scratch);
}

static inline int32_t weft_host_count_threads(void *context) {
  (void)context;
  return 1;
}

/** Runs `entry`. Returns null, or what went wrong; the text stays until the
 * next run on this thread. */
static inline const char *
weft_host_run(WeftEntryFn entry, const uint8_t *weights,
              const int64_t *weightOffsets, const char *const *messages,
              int64_t arenaBytes, const WeftTensorSlot *inputs,
              const WeftTensorSlot *outputs) {
  static __thread char error[WEFT_HOST_ERROR_BYTES];
  static const WeftHost host = {
      sizeof(WeftHost),        WEFT_ABI_VERSION,       weft_host_parallel_for,
      weft_host_allocate,      weft_host_release,      weft_host_output,
      weft_host_fail,          weft_host_external,     weft_host_append,
      weft_host_count_threads, weft_host_parallel_for, weft_host_share};
  WeftHostRun run = {messages, inputs, outputs, NULL, error};
  WeftFrame frame = {&host, &run, weights, inputs, NULL, weightOffsets};
  int32_t status = WEFT_STATUS_OUT_OF_MEMORY;
  error[0] = 0;
  frame.arena = (uint8_t *)weft_host_aligned(arenaBytes);
  if (frame.arena)
    status = entry(&frame);
  free(frame.arena);
  while (run.blocks)
    weft_host_release(&run, (char *)run.blocks + WEFT_ABI_ALIGNMENT);
  if (status == WEFT_STATUS_OK)
    return NULL;
  if (!error[0])
    strcpy(error, status == WEFT_STATUS_OUT_OF_MEMORY ? "out of memory"
                                                      : "the model failed");
  return error;
}

#ifdef __cplusplus
}
#endif

#endif
