/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The compiler: a model in a file or in memory becomes a module (.wm). C ABI of
 * libWeftCompiler.
 *
 *     WeftCompilation *compilation;
 *     if (weft_compile_file("model.onnx", NULL, &compilation) != WEFT_STATUS_OK
 * || weft_compilation_write(compilation, "model.wm") != WEFT_STATUS_OK)
 *       puts(weft_compilation_error(compilation));
 *     weft_compilation_destroy(compilation);
 *
 * Functions that make an object always set it, to null only when memory is out;
 * after a failure it has the text of the error and is destroyed as usual. Any
 * number of compilations may be under way, each used by one thread at a time;
 * the compiler's own threads end with the call. Strings are UTF-8. Structs
 * begin with their size and version, which the WEFT_..._INIT macros set: a
 * compiler accepts the structs of older headers. What the options point to is
 * read during the call alone.
 *
 * Code is kept from one compilation to the next, of any process, in
 * ~/.cache/weft/code; the environment variable WEFT_CODE_CACHE names another
 * folder, or is "off". */
#ifndef WEFT_COMPILER_H
#define WEFT_COMPILER_H

#include "weft/Tensor.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WEFT_API __attribute__((visibility("default")))

/** Version of this API; written into every struct. */
#define WEFT_COMPILER_API_VERSION 1

typedef enum WeftSeverity WEFT_ENUM_TYPE {
  /** Compiling fails; all errors are in weft_compilation_error too. */
  WEFT_SEVERITY_ERROR = 0,
  WEFT_SEVERITY_WARNING = 1,
  /** What was not fused or vectorized, and why. */
  WEFT_SEVERITY_REMARK = 2,
  WEFT_SEVERITY_NOTE = 3
} WeftSeverity;
/** Gets one message, both texts valid during the call; `place` is the source's
 * node or a place in a file, or "". Threads of the compiler may call it, one at
 * a time, until the function that compiles returns. */
typedef void (*WeftDiagnosticFn)(void *user, WeftSeverity severity,
                                 const char *place, const char *message);

typedef struct WeftCompileOptions {
  uint32_t size;
  uint32_t version;
  /** "cpu"; null means it too. */
  const char *target;
  /** "host" (null means it too), "avx2", "avx512", "amx", "all", or LLVM's name
   * of a processor. */
  const char *level;
  /** Sizes of named dimensions, or what they may be: "NAME=SIZE",
   * "NAME=LO..HI"; `dimCount` of them. Names that are not here stay dynamic. */
  const char *const *dims;
  /** Inputs whose value is what an output was in the call before:
   * "INPUT=OUTPUT", `stateCount` of them. ONNX only: a model.ir has its states
   * in it. */
  const char *const *states;
  /** Paths of libraries that register dialects, importer entries and lowerings
   * (weft/Plugin.h), `pluginCount` of them. Their code runs in this process and
   * stays loaded. */
  const char *const *plugins;
  int32_t dimCount;
  int32_t stateCount;
  int32_t pluginCount;
  /** Threads of the compiler; 0 = the cores that the process may use. */
  int32_t threads;
  /** Null = messages are only in the error's text. */
  WeftDiagnosticFn diagnostic;
  void *diagnosticUser;
  /** What products of f32 values may round: "f32" (null means it too),
   * "f32-strict", "f32x3", "bf16" or "f16"; docs/Precision.md explains them. */
  const char *precision;
} WeftCompileOptions;

/* clang-format off */
#define WEFT_COMPILE_OPTIONS_INIT                                                                                     \
  {sizeof(WeftCompileOptions), WEFT_COMPILER_API_VERSION, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
/* clang-format on */

/** One model that was compiled, or what went wrong with it. */
typedef struct WeftCompilation WeftCompilation;

/** Release of the library, "0.1.0". */
WEFT_API const char *weft_compiler_version(void);

/** Imports and compiles a model of any format that Weft reads: an ONNX file, a
 * language model as GGUF, a model.ir. What belongs to a language model
 * (tokenizer, chat template, settings of generation) becomes assets of the
 * module. `options` may be null. A model, an option or a file at fault gives
 * WEFT_STATUS_INVALID_ARGUMENT. The file is mapped: it must not change before
 * the compilation is destroyed, because weights are read when the module is
 * written. */
WEFT_API WeftStatus weft_compile_file(const char *path,
                                      const WeftCompileOptions *options,
                                      WeftCompilation **compilation);
/** The same for the bytes of an ONNX model without external data, which must
 * not go before the compilation; `name` stands for the file in messages. */
WEFT_API WeftStatus weft_compile_memory(const void *data, size_t size,
                                        const char *name,
                                        const WeftCompileOptions *options,
                                        WeftCompilation **compilation);
/** Frees everything, the module in memory too. Null is ignored. */
WEFT_API void weft_compilation_destroy(WeftCompilation *compilation);

/** The errors of the last failure, a line each; "" if there was none. */
WEFT_API const char *weft_compilation_error(const WeftCompilation *compilation);

/** Writes the module, as often as wanted; the file appears at once and
 * complete. WEFT_STATUS_INVALID_ARGUMENT if the model failed to compile or the
 * file cannot be written. */
WEFT_API WeftStatus weft_compilation_write(WeftCompilation *compilation,
                                           const char *path);
/** The module in memory, of `*size` bytes, aligned to pages, valid as long as
 * the compilation; null after a failure. The same each time; it lies in an
 * unnamed file in TMPDIR. */
WEFT_API const void *weft_compilation_data(WeftCompilation *compilation,
                                           size_t *size);

#ifdef __cplusplus
}
#endif

#endif
