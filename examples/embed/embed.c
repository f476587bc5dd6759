/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Compiles a model in memory and runs it once, with every input that is not state filled with ones: embed MODEL.onnx
 *
 * A program that only deploys links Weft::Runtime alone and opens a .wm with weft_program_open. */
#include "weft/Compiler.h"
#include "weft/Runtime.h"

#include <stdio.h>
#include <stdlib.h>

static void stop(const char *text) {
  fprintf(stderr, "error: %s\n", text);
  exit(1);
}

/* Fills an f32 input with ones; open dimensions become 1. */
static void fill(WeftCall *call, const WeftTensorInfo *info, int32_t index) {
  int64_t dims[WEFT_MAX_RANK], elements = 1;
  for (int32_t i = 0; i < info->rank; ++i) {
    dims[i] = info->dims[i] < 0 ? 1 : info->dims[i];
    elements *= dims[i];
  }
  if (info->dtype != WEFT_DTYPE_F32)
    stop("this example fills inputs of f32 only");
  float *data = malloc((size_t)elements *
                       sizeof(float)); /* lives as long as the process */
  for (int64_t i = 0; i < elements; ++i)
    data[i] = 1;
  WeftTensor tensor = WEFT_TENSOR_INIT;
  tensor.data = data;
  tensor.sizeBytes = (uint64_t)elements * sizeof(float);
  tensor.dims = dims;
  tensor.dtype = WEFT_DTYPE_F32;
  tensor.rank = info->rank;
  if (weft_call_set_input_at(call, index, &tensor) != WEFT_STATUS_OK)
    stop(weft_call_error(call));
}

int main(int argc, char **argv) {
  if (argc != 2)
    stop("usage: embed MODEL");
  WeftCompilation *compilation;
  if (weft_compile_file(argv[1], NULL, &compilation) != WEFT_STATUS_OK)
    stop(weft_compilation_error(compilation));
  size_t size;
  const void *module = weft_compilation_data(compilation, &size);
  if (!module)
    stop(weft_compilation_error(compilation));

  WeftProgram *program;
  WeftSession *session;
  WeftCall *call;
  if (weft_program_open_memory(module, size, NULL, &program) != WEFT_STATUS_OK)
    stop(weft_program_error(program));
  if (weft_session_create(program, &session) != WEFT_STATUS_OK)
    stop(weft_session_error(session));
  if (weft_call_create(session, NULL, &call) != WEFT_STATUS_OK)
    stop(weft_call_error(call));
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t i = 0;
       weft_program_input(program, 0, i, &info) == WEFT_STATUS_OK; ++i)
    if (!info.state) /* the session provides state: zeros at first */
      fill(call, &info, i);
  if (weft_call_run(call) != WEFT_STATUS_OK)
    stop(weft_call_error(call));

  for (int32_t i = 0;
       weft_program_output(program, 0, i, &info) == WEFT_STATUS_OK; ++i) {
    WeftTensor output = WEFT_TENSOR_INIT;
    if (weft_call_get_output_at(call, i, &output) != WEFT_STATUS_OK)
      stop(weft_call_error(call));
    printf("%s: %s[", info.name, weft_dtype_name(output.dtype));
    for (int32_t d = 0; d < output.rank; ++d)
      printf("%s%lld", d ? ", " : "", (long long)output.dims[d]);
    printf("]");
    if (output.dtype == WEFT_DTYPE_F32 && output.sizeBytes)
      printf(" begins with %g", ((const float *)((const char *)output.data +
                                                 output.byteOffset))[0]);
    printf("\n");
  }
  weft_call_destroy(call);
  weft_session_destroy(session);
  weft_program_destroy(program);
  weft_compilation_destroy(compilation);
  return 0;
}
