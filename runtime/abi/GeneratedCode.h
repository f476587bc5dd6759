/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The contract between generated CPU code and whoever runs it: the runtime, or
 * a program that links `--emit=so`.
 *
 * A module function compiles to one entry, called on the thread that runs the
 * call. The entry computes shapes, places temporaries in the arena and hands
 * every dispatch to `parallelFor`; kernels do the arithmetic. The code object
 * has no constructor, no undefined symbol and at most R_X86_64_RELATIVE
 * relocations: all that it needs arrives in the frame.
 *
 * Rules for generated code:
 * - entries may call every host function but `share`; kernels only `fail`, and
 * those of `parallelSlices` also `share`;
 * - a non-zero status is handed up at once, after `release` of what was
 * allocated (the runtime frees what is left);
 * - inputs and outputs are contiguous, row-major, and aligned to the element
 * size only; arena, scratch, allocations and weights are aligned to 64 bytes;
 * - an output never overlaps an input: the session keeps two buffers for each
 * state; only what `append` gives may be the input's own memory;
 * - inputs are read-only; the dims of a slot are checked against the manifest,
 * symbol consistency included, before the entry is called;
 * - floating-point control (rounding, denormals) is the caller's and is the
 * same on every worker. */
#ifndef WEFT_ABI_GENERATEDCODE_H
#define WEFT_ABI_GENERATEDCODE_H

#include "weft/Tensor.h"

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Version of this contract; the manifest's "abi" must equal it. */
#define WEFT_ABI_VERSION 2

/** Alignment in bytes of the arena, of scratch, of allocations and of weight
 * segments. */
#define WEFT_ABI_ALIGNMENT 64

/** Runs tasks [begin, end) of one dispatch. args[0] is the WeftFrame *; what
 * follows is between the entry and its kernels. `scratch` is private to the
 * worker, aligned to 64 bytes, null when the dispatch asked for none; its
 * contents are undefined at the beginning of each invocation. Returns a
 * WeftStatus. Invocations with disjoint ranges run at the same time. */
typedef int32_t (*WeftKernelFn)(const int64_t *args, int64_t begin, int64_t end,
                                void *scratch);

/** What the code may ask of its host. `context` is WeftFrame::context. */
typedef struct WeftHost {
  /** Size of this struct in bytes; members are only ever appended. */
  uint32_t size;
  /** WEFT_ABI_VERSION */
  uint32_t version;

  /** Runs `kernel` over tasks [0, tasks) in disjoint ranges on the threads of
   * the call and returns when all are done. `dispatch` indexes the manifest's
   * "dispatches" (for the profile; -1 = none). Each worker gets `scratchBytes`
   * of scratch. `costNs` estimates the time of all tasks on one thread and
   * decides whether threads pay (0 = unknown: they do). Returns the first
   * non-zero status, or WEFT_STATUS_CANCELLED. `args` must live until it
   * returns. Not reentrant: a kernel must not call it. tasks = 0 does nothing.
   */
  int32_t (*parallelFor)(void *context, int32_t dispatch, WeftKernelFn kernel,
                         const int64_t *args, int64_t tasks,
                         int64_t scratchBytes, int64_t costNs);

  /** Memory for a temporary whose size is known only now, aligned to 64 bytes,
   * contents undefined. Null = out of memory or a negative size; the code then
   * returns WEFT_STATUS_OUT_OF_MEMORY. 0 bytes give a valid pointer. The same
   * sequence of sizes costs no system call from the second run of a call on. */
  void *(*allocate)(void *context, int64_t bytes);
  /** Gives memory of `allocate` back for reuse within the call. Null is
   * ignored. */
  void (*release)(void *context, void *pointer);

  /** Fixes the dims of output `index` (of the function, state included) and
   * returns its memory. Called exactly once for each output, in any order. Null
   * = refused, the error is recorded already; the code returns
   * WEFT_STATUS_INVALID_ARGUMENT and the runtime keeps its own status. An
   * output without elements gives a valid pointer. */
  void *(*output)(void *context, int32_t index, const int64_t *dims,
                  int32_t rank);

  /** Records a failure: `message` indexes the manifest's "messages", whose {0}
   * and {1} stand for the values. Returns the status to return. The first
   * failure of a call wins. May be called by kernels, from any worker. */
  int32_t (*fail)(void *context, int32_t message, int64_t value0,
                  int64_t value1);

  /** Calls custom kernel number `index` of the manifest's "externs" with
   * operands first, results after them. Returns its status. */
  int32_t (*external)(void *context, int32_t index,
                      const WeftTensorSlot *operands, int32_t count);

  /** As `output`, for a state that grows in its first dimension: the memory
   * begins with the elements of input `input`, which is the same state, and may
   * be the input's own. The code writes behind them and nowhere else, so that a
   * failed run leaves the state as it was. */
  void *(*append)(void *context, int32_t index, int32_t input,
                  const int64_t *dims, int32_t rank);

  /* Hosts from before the following members have a smaller `size`; code for
   * them does without. */

  /** How many threads a dispatch of this call may run on, 1 at least. */
  int32_t (*countThreads)(void *context);

  /** As `parallelFor`, for few long tasks that offer parts of themselves by
   * `share` to threads that have no task left. */
  int32_t (*parallelSlices)(void *context, int32_t dispatch,
                            WeftKernelFn kernel, const int64_t *args,
                            int64_t tasks, int64_t scratchBytes,
                            int64_t costNs);

  /** Runs tasks [0, tasks) of `kernel` from within a task of `parallelSlices`,
   * on this thread with `scratch`, a part of the task's own, and on threads that
   * have no task left with the beginning of theirs. Returns when all are done,
   * with the first non-zero status. `costNs` as for `parallelFor`. */
  int32_t (*share)(void *context, WeftKernelFn kernel, const int64_t *args,
                   int64_t tasks, void *scratch, int64_t costNs);
} WeftHost;

/** What an entry gets. Valid during the entry only. */
typedef struct WeftFrame {
  const WeftHost *host;
  void *context;
  /** Base of the weights; the address of weight i is weights +
   * weightOffsets[i]. In the runtime it is the base of the module file's
   * mapping, read-only. */
  const uint8_t *weights;
  /** One slot for each input of the function in the manifest's order, state
   * included. */
  const WeftTensorSlot *inputs;
  /** The static arena: "arenaBytes" of the manifest, aligned to 64 bytes,
   * contents undefined. */
  uint8_t *arena;
  /** One byte offset for each entry of the manifest's "weights", in its order.
   */
  const int64_t *weightOffsets;
} WeftFrame;

/** One for each module function, named by "symbol" in the manifest. Returns a
 * WeftStatus. */
typedef int32_t (*WeftEntryFn)(const WeftFrame *frame);

#ifdef __cplusplus
}
#endif

#endif
