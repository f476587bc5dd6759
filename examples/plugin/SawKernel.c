/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The kernel of saw.saw: y = x - floor(x), for f32. */
#include "weft/Runtime.h"

static int32_t saw(const WeftTensorSlot *operands, int32_t count, void *user) {
  (void)user;
  if (count != 2 || operands[0].dtype != WEFT_DTYPE_F32)
    return WEFT_STATUS_INVALID_ARGUMENT;
  const float *x = operands[0].data;
  float *y = operands[1].data;
  int64_t elements = 1;
  for (int32_t i = 0; i < operands[0].rank; ++i)
    elements *= operands[0].dims[i];
  for (int64_t i = 0; i < elements; ++i)
    y[i] = x[i] - __builtin_floorf(x[i]);
  return WEFT_STATUS_OK;
}

WEFT_API const WeftExtern *weft_plugin_kernels(int32_t *count) {
  static const WeftExtern kernels[] = {{"saw_f32", saw, 0}};
  *count = 1;
  return kernels;
}
