/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Status codes, element types and the tensor slot: what the runtime's API,
 * generated code and custom kernels share.
 *
 * Numbers in this file are stable: a new one is appended, none is ever changed.
 */
#ifndef WEFT_TENSOR_H
#define WEFT_TENSOR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** In C++ an enumeration has a fixed type, so that a number which is none of
 * its constants is a value that can be refused and not undefined behaviour. */
#ifdef __cplusplus
#define WEFT_ENUM_TYPE : int32_t
#else
#define WEFT_ENUM_TYPE
#endif

/** What a call of the runtime, of generated code or of a custom kernel came to.
 */
typedef enum WeftStatus WEFT_ENUM_TYPE {
  WEFT_STATUS_OK = 0,
  /** The caller's fault: unknown name, wrong rank, dimension, dtype, size,
     alignment, missing input. */
  WEFT_STATUS_INVALID_ARGUMENT = 1,
  /** The module is truncated, damaged, contradicts itself or has an unknown
     version. */
  WEFT_STATUS_BAD_MODULE = 2,
  /** The module holds no code that this processor and operating system can run.
   */
  WEFT_STATUS_UNSUPPORTED_PROCESSOR = 3,
  /** Memory for an object, the arena, a temporary or an output. */
  WEFT_STATUS_OUT_OF_MEMORY = 4,
  /** The model itself reported an error, such as an index out of range. */
  WEFT_STATUS_MODEL_FAILURE = 5,
  /** By weft_call_cancel or a WeftCancelFn. */
  WEFT_STATUS_CANCELLED = 6,
  /** A fault of Weft. */
  WEFT_STATUS_INTERNAL = 7
} WeftStatus;

/** Element types. Signless integers of the IR are signed here; a bool is one
 * byte, 0 or 1. */
typedef enum WeftDtype WEFT_ENUM_TYPE {
  WEFT_DTYPE_INVALID = 0,
  WEFT_DTYPE_F64 = 1,
  WEFT_DTYPE_F32 = 2,
  WEFT_DTYPE_F16 = 3,
  WEFT_DTYPE_BF16 = 4,
  WEFT_DTYPE_I8 = 5,
  WEFT_DTYPE_I16 = 6,
  WEFT_DTYPE_I32 = 7,
  WEFT_DTYPE_I64 = 8,
  WEFT_DTYPE_UI8 = 9,
  WEFT_DTYPE_UI16 = 10,
  WEFT_DTYPE_UI32 = 11,
  WEFT_DTYPE_UI64 = 12,
  WEFT_DTYPE_I1 = 13
} WeftDtype;

/** A contiguous row-major tensor. `dims` has `rank` entries; `dtype` is a
 * WeftDtype. `data` is aligned to the element size and may be any pointer, null
 * too, when the tensor has no elements. Who makes the slot owns what it points
 * to. */
typedef struct WeftTensorSlot {
  void *data;
  int64_t *dims;
  int32_t rank;
  int32_t dtype;
} WeftTensorSlot;

/** The highest rank that a module may declare. */
#define WEFT_MAX_RANK 16

#ifdef __cplusplus
}
#endif

#endif
