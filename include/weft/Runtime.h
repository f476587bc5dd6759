/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The runtime: opens compiled modules (.wm) and runs them. C ABI of
 * libweft_runtime, which holds no compiler.
 *
 *     WeftProgram *program;  WeftSession *session;  WeftCall *call;
 *     weft_program_open("model.wm", NULL, &program);
 *     weft_session_create(program, &session);
 *     weft_call_create(session, "main", &call);
 *     weft_call_set_input(call, "x", &x);
 *     if (weft_call_run(call) != WEFT_STATUS_OK)
 *       puts(weft_call_error(call));
 *     weft_call_get_output(call, "y", &y);
 *
 * A program is a module in memory: shared and read-only. A session keeps the
 * state of a model between calls (the memory of a recurrent network, a cache of
 * keys and values). A call runs one function and keeps its temporaries for the
 * next run: use one call for many runs.
 *
 * Errors. Every function that can fail returns a WeftStatus; the text stands in
 * the object, until its next failure. Functions that make an object always set
 * it, to null only when memory is out: after a failure the object has the text
 * of the error, answers every other use with the same status, and is destroyed
 * as usual. Texts say expected and found.
 *
 * Threads. A program may be used by any thread at any time. A session runs one
 * call at a time if the function has state, any number otherwise; its other
 * functions belong to one thread at a time, and those that touch state are
 * refused while such a call runs. A call belongs to one thread at a time,
 * except weft_call_cancel. A profile may be used by any thread while calls
 * record into it. Objects keep what they were made from alive: destroy them in
 * any order, null too, but no call while it runs. There is no global state.
 *
 * Structs begin with their size and version, which the caller sets (the
 * WEFT_..._INIT macros do): a runtime accepts the structs of older headers.
 * Strings that the runtime returns are UTF-8, null-terminated unless it says
 * otherwise, and belong to the object that was asked; strings that it is given
 * are copied or only read during the call. Sizes are in bytes, times in
 * nanoseconds, strides in elements. */
#ifndef WEFT_RUNTIME_H
#define WEFT_RUNTIME_H

#include "weft/Tensor.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WEFT_API __attribute__((visibility("default")))

/** Version of this API; written into every struct. */
#define WEFT_RUNTIME_API_VERSION 1

/** Release of the library, "0.1.0". */
WEFT_API const char *weft_runtime_version(void);
/** "ok", "invalid argument", ...; never null. */
WEFT_API const char *weft_status_name(WeftStatus status);
/** "f32", "ui8", ...; "invalid" for another number. */
WEFT_API const char *weft_dtype_name(WeftDtype dtype);
/** Bytes of one element; 0 for another number. */
WEFT_API size_t weft_dtype_size(WeftDtype dtype);
/** WEFT_DTYPE_INVALID when nothing has this name. */
WEFT_API WeftDtype weft_dtype_from_name(const char *name);
/** The cores that affinity and control groups grant to the calling thread: the
 * default number of threads. */
WEFT_API int32_t weft_granted_threads(void);

/* ---- Tensors ---- */

/** Device types are those of DLPack. */
#define WEFT_DEVICE_CPU 1

/** A tensor in somebody's memory: the view of DLPack, with a size in bytes. */
typedef struct WeftTensor {
  uint32_t size;
  uint32_t version;
  /** Null only where the tensor has no elements. */
  void *data;
  /** Bytes from `data` + `byteOffset` that are the tensor's; of an output
   * buffer, its capacity. 0 = unknown, trusted to be enough (DLPack does not
   * tell). */
  uint64_t sizeBytes;
  /** `rank` entries; may be null if rank is 0. */
  const int64_t *dims;
  /** In elements; null = contiguous, row-major. */
  const int64_t *strides;
  /** Of the first element from `data`; with it, the element is aligned to its
   * size. */
  uint64_t byteOffset;
  WeftDtype dtype;
  /** At most WEFT_MAX_RANK. */
  int32_t rank;
  /** WEFT_DEVICE_CPU; others are refused. */
  int32_t deviceType;
  int32_t deviceId;
} WeftTensor;

/* clang-format off */
#define WEFT_TENSOR_INIT                                                                                              \
  {sizeof(WeftTensor), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0, 0, WEFT_DTYPE_INVALID, 0, WEFT_DEVICE_CPU, 0}
/* clang-format on */

struct DLTensor;
/** Describes a DLPack tensor without copying. Types that Weft lacks (complex,
 * more than one lane) give WEFT_STATUS_INVALID_ARGUMENT and leave `tensor` as
 * it was. dims and strides point into `source`. */
WEFT_API WeftStatus weft_tensor_from_dlpack(const struct DLTensor *source,
                                            WeftTensor *tensor);

/* ---- Callbacks ---- */

typedef enum WeftLogLevel WEFT_ENUM_TYPE {
  WEFT_LOG_DEBUG = 0,
  WEFT_LOG_INFO = 1,
  WEFT_LOG_WARNING = 2
} WeftLogLevel;
/** Gets one line without its end; `message` is valid during the call. Called on
 * the thread that uses the runtime, several at a time if several threads do. */
typedef void (*WeftLogFn)(void *user, WeftLogLevel level, const char *message);

/** Asked on the thread that runs the call, before each dispatch; anything but 0
 * ends the run with WEFT_STATUS_CANCELLED. */
typedef int32_t (*WeftCancelFn)(void *user);

/** Provides memory for output `index` once its dims are known: at least
 * `sizeBytes`, aligned to the element size, or null to refuse. Called on the
 * thread that runs the call. */
typedef void *(*WeftOutputFn)(void *user, int32_t index, WeftDtype dtype,
                              const int64_t *dims, int32_t rank,
                              uint64_t sizeBytes);

/** A custom kernel: `count` slots, operands first, results after them, all
 * contiguous, results of the right dims already. Slots and memory are valid
 * during the call. Returns a WeftStatus; anything but WEFT_STATUS_OK ends the
 * run with it. Called on the thread that runs the call, by several threads at
 * once if they run calls of one program. */
typedef int32_t (*WeftExternFn)(const WeftTensorSlot *operands, int32_t count,
                                void *user);

/** One custom kernel under the name that the module asks for. */
typedef struct WeftExtern {
  const char *name;
  WeftExternFn function;
  /** Handed to the function; must live as long as the program. */
  void *user;
} WeftExtern;

/* ---- Programs ---- */

typedef struct WeftProgram WeftProgram;
typedef struct WeftSession WeftSession;
typedef struct WeftCall WeftCall;
typedef struct WeftProfile WeftProfile;

typedef struct WeftProgramOptions {
  uint32_t size;
  uint32_t version;
  /** "cpu" (null means it too), or "null": checks inputs, computes nothing,
   * writes nothing. */
  const char *device;
  /** Which of the module's levels, such as "avx2"; null = the best for this
   * processor. */
  const char *level;
  /** Threads of the pool that sessions share unless they have their own; 0 =
   * weft_granted_threads(). */
  int32_t threads;
  int32_t externCount;
  /** The custom kernels; the list is copied, what its `user` points to is not.
   * A kernel that the module needs may also come to a session later. */
  const WeftExtern *externs;
  /** Null = nothing is said. */
  WeftLogFn log;
  void *logUser;
  /** A folder that code is also written to, so that perf and gdb find symbols
   * and line tables; null = none. */
  const char *codeDirectory;
} WeftProgramOptions;

/* clang-format off */
#define WEFT_PROGRAM_OPTIONS_INIT                                                                                     \
  {sizeof(WeftProgramOptions), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0, 0, 0, 0, 0}
/* clang-format on */

/** Maps a module file; checks header, manifest and the code that it chooses,
 * versions and the processor's features; runs nothing of it. Weights are read
 * when they are used: changing or truncating the file meanwhile is undefined.
 * `options` may be null. */
WEFT_API WeftStatus weft_program_open(const char *path,
                                      const WeftProgramOptions *options,
                                      WeftProgram **program);
/** The same for a module in memory, which must outlive the program. If `data`
 * is not aligned to 64 it is copied. */
WEFT_API WeftStatus weft_program_open_memory(const void *data, size_t size,
                                             const WeftProgramOptions *options,
                                             WeftProgram **program);
/** Gives the handle back; sessions and calls of it go on. Null is ignored. */
WEFT_API void weft_program_destroy(WeftProgram *program);
/** Why opening failed; "" if it did not. */
WEFT_API const char *weft_program_error(const WeftProgram *program);

/** Compares every weight segment and asset with its checksum; on failure
 * `message` (of `capacity` bytes, may be null) gets the first that is damaged.
 * Reads the whole file. */
WEFT_API WeftStatus weft_program_verify(const WeftProgram *program,
                                        char *message, size_t capacity);

/** What a module says about an input, an output or a state. Pointers live as
 * long as the program. */
typedef struct WeftTensorInfo {
  uint32_t size;
  uint32_t version;
  const char *name;
  /** Name of the state that the session provides or keeps; null for what the
   * caller sets or gets. */
  const char *state;
  /** -1 for a dynamic dimension. */
  const int64_t *dims;
  /** For each dimension its symbol, or "". The same symbol means the same size
   * within a call. */
  const char *const *symbols;
  WeftDtype dtype;
  int32_t rank;
} WeftTensorInfo;

/** What a module says about a weight. Pointers live as long as the program. */
typedef struct WeftWeightInfo {
  uint32_t size;
  uint32_t version;
  /** In the source model. */
  const char *name;
  /** "row-major", or how the compiler packed it. */
  const char *layout;
  /** Static, and before packing. */
  const int64_t *dims;
  /** In the module's mapping, read-only. */
  const void *data;
  /** More than that of the dims where packing pads. */
  uint64_t sizeBytes;
  WeftDtype dtype;
  int32_t rank;
} WeftWeightInfo;

/** What a module says about a function. */
typedef struct WeftFunctionInfo {
  uint32_t size;
  uint32_t version;
  const char *name;
  /** Memory that each call of it holds for temporaries of static size. */
  uint64_t arenaBytes;
  /** State included, here and below. */
  int32_t inputCount;
  int32_t outputCount;
} WeftFunctionInfo;

/* clang-format off */
#define WEFT_TENSOR_INFO_INIT {sizeof(WeftTensorInfo), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0, WEFT_DTYPE_INVALID, 0}
#define WEFT_WEIGHT_INFO_INIT {sizeof(WeftWeightInfo), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0, 0, WEFT_DTYPE_INVALID, 0}
#define WEFT_FUNCTION_INFO_INIT {sizeof(WeftFunctionInfo), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0}
/* clang-format on */

/** These describe the module. Counts are 0 and infos
 * WEFT_STATUS_INVALID_ARGUMENT for a program that failed to open or an index
 * out of range; the caller sets size and version of an info. Functions, inputs,
 * outputs, states, weights, assets and externs are numbered from 0, in the
 * manifest's order. */
WEFT_API int32_t weft_program_function_count(const WeftProgram *program);
WEFT_API WeftStatus weft_program_function(const WeftProgram *program,
                                          int32_t function,
                                          WeftFunctionInfo *info);
/** -1 when no function has this name. */
WEFT_API int32_t weft_program_find_function(const WeftProgram *program,
                                            const char *name);
WEFT_API WeftStatus weft_program_input(const WeftProgram *program,
                                       int32_t function, int32_t index,
                                       WeftTensorInfo *info);
WEFT_API WeftStatus weft_program_output(const WeftProgram *program,
                                        int32_t function, int32_t index,
                                        WeftTensorInfo *info);
/** Between which sizes, both included, the dimension of that symbol must lie.
 * Calls with others are refused. WEFT_STATUS_INVALID_ARGUMENT when the symbol
 * is unknown or has no range. */
WEFT_API WeftStatus weft_program_dim_range(const WeftProgram *program,
                                           const char *symbol, int64_t *least,
                                           int64_t *most);
WEFT_API int32_t weft_program_state_count(const WeftProgram *program);
WEFT_API WeftStatus weft_program_state(const WeftProgram *program,
                                       int32_t index, WeftTensorInfo *info);
WEFT_API int32_t weft_program_weight_count(const WeftProgram *program);
WEFT_API WeftStatus weft_program_weight(const WeftProgram *program,
                                        int32_t index, WeftWeightInfo *info);
WEFT_API int32_t weft_program_asset_count(const WeftProgram *program);
/** Null when out of range. */
WEFT_API const char *weft_program_asset_name(const WeftProgram *program,
                                             int32_t index);
/** The contents of an asset such as a tokenizer, valid as long as the program;
 * null when there is none, and then `*size` stays as it was. */
WEFT_API const void *weft_program_asset(const WeftProgram *program,
                                        const char *name, size_t *size);
WEFT_API int32_t weft_program_extern_count(const WeftProgram *program);
/** Name of a custom kernel that the module needs; null when out of range. */
WEFT_API const char *weft_program_extern(const WeftProgram *program,
                                         int32_t index);
/** The manifest's JSON, of `*size` bytes, not null-terminated; null for a
 * program that failed to open. */
WEFT_API const char *weft_program_manifest(const WeftProgram *program,
                                           size_t *size);
/** The level of the code that was chosen, such as "avx2"; "" for a program that
 * failed to open. */
WEFT_API const char *weft_program_level(const WeftProgram *program);

/* ---- Sessions ---- */

/** A session without state: zeros, see weft_session_reset. */
WEFT_API WeftStatus weft_session_create(WeftProgram *program,
                                        WeftSession **session);
/** Gives the handle back; calls of it go on. Null is ignored. */
WEFT_API void weft_session_destroy(WeftSession *session);
/** The text of the last failure; "" if there was none. */
WEFT_API const char *weft_session_error(const WeftSession *session);

/** Gives the session a pool of `threads` of its own, the caller's included; 0 =
 * back to the program's. Results do not depend on it. Not while a call runs. */
WEFT_API WeftStatus weft_session_set_threads(WeftSession *session,
                                             int32_t threads);
/** How many threads its calls use; 0 for a session that failed. */
WEFT_API int32_t weft_session_get_threads(WeftSession *session);
/** Adds a custom kernel, or replaces one of the program's for this session.
 * `function` null removes it. Not while a call runs. */
WEFT_API WeftStatus weft_session_register_extern(WeftSession *session,
                                                 const char *name,
                                                 WeftExternFn function,
                                                 void *user);

/** Forgets the state: zeros again, with the dims that the other inputs of the
 * next call decide (0 for what they do not). */
WEFT_API WeftStatus weft_session_reset(WeftSession *session);
/** The current state `name`, in memory of the session, valid until the session
 * or one of its calls is used again. WEFT_STATUS_INVALID_ARGUMENT if it was
 * never set. */
WEFT_API WeftStatus weft_session_get_state(WeftSession *session,
                                           const char *name,
                                           WeftTensor *tensor);
/** Replaces a state by a copy of `tensor`, whose dtype and static dims are
 * those of the state. */
WEFT_API WeftStatus weft_session_set_state(WeftSession *session,
                                           const char *name,
                                           const WeftTensor *tensor);
/** Writes all state to `buffer`. `*size` is the capacity before and the size
 * needed after; with `buffer` null it only asks for the size. Opaque bytes, for
 * the same module on any machine of the same byte order. */
WEFT_API WeftStatus weft_session_save(WeftSession *session, void *buffer,
                                      size_t *size);
/** Replaces all state by what weft_session_save wrote; on failure nothing
 * changes. */
WEFT_API WeftStatus weft_session_restore(WeftSession *session, const void *data,
                                         size_t size);
/** A second session with a copy of the state, the same threads and the same
 * custom kernels. */
WEFT_API WeftStatus weft_session_fork(WeftSession *session, WeftSession **copy);

/* ---- Calls ---- */

/** A call of the function `name`; null = "main", or the only one. Allocates its
 * arena. */
WEFT_API WeftStatus weft_call_create(WeftSession *session, const char *name,
                                     WeftCall **call);
/** Frees the call and its memory, outputs in it too. Null is ignored. */
WEFT_API void weft_call_destroy(WeftCall *call);
/** The text of the last failure; "" if there was none. */
WEFT_API const char *weft_call_error(const WeftCall *call);

/** Sets an input by name (or by index, with name null). Memory is the caller's
 * and is read during each run: it must stay until it is replaced. dims and
 * strides are copied. Contiguous inputs are used in place; others are copied
 * into the call at each run. Wrong rank, dims, dtype, size, alignment or device
 * are refused here, contradicting symbols by the run. */
WEFT_API WeftStatus weft_call_set_input(WeftCall *call, const char *name,
                                        const WeftTensor *tensor);
WEFT_API WeftStatus weft_call_set_input_at(WeftCall *call, int32_t index,
                                           const WeftTensor *tensor);

/** Gives output `name` a buffer: data + byteOffset, of `sizeBytes` capacity,
 * contiguous. dims are ignored; the dtype must agree unless it is
 * WEFT_DTYPE_INVALID. tensor null = back to memory of the call. A buffer may
 * not overlap an input. */
WEFT_API WeftStatus weft_call_set_output(WeftCall *call, const char *name,
                                         const WeftTensor *tensor);
WEFT_API WeftStatus weft_call_set_output_at(WeftCall *call, int32_t index,
                                            const WeftTensor *tensor);
/** Asks `allocate` for the memory of outputs that have no buffer; null = memory
 * of the call. */
WEFT_API WeftStatus weft_call_set_allocator(WeftCall *call,
                                            WeftOutputFn allocate, void *user);
/** Lets `cancel` be asked during runs; null = no more. */
WEFT_API WeftStatus weft_call_set_cancel(WeftCall *call, WeftCancelFn cancel,
                                         void *user);
/** Records what the call does into a profile of the same program; null = no
 * more. */
WEFT_API WeftStatus weft_call_set_profile(WeftCall *call, WeftProfile *profile);

/** Runs the function on the calling thread and the session's pool, and returns
 * when all is done. State changes only if it succeeds; after a failure the
 * contents of outputs are undefined. WEFT_STATUS_MODEL_FAILURE if the model
 * itself reports an error, WEFT_STATUS_CANCELLED, or what a custom kernel
 * returned. */
WEFT_API WeftStatus weft_call_run(WeftCall *call);
/** Ends the run that is under way, or the next one if none is, within the time
 * of a few tasks. Any thread. */
WEFT_API void weft_call_cancel(WeftCall *call);

/** An output of the last run, with its dims; no copy. Memory of the call is
 * valid until its next run or its end, that of a state until the session
 * changes. WEFT_STATUS_INVALID_ARGUMENT before a run that succeeded. */
WEFT_API WeftStatus weft_call_get_output(WeftCall *call, const char *name,
                                         WeftTensor *tensor);
WEFT_API WeftStatus weft_call_get_output_at(WeftCall *call, int32_t index,
                                            WeftTensor *tensor);

/* ---- Profiles ---- */

/** One dispatch, or one whole run. */
typedef struct WeftProfileEvent {
  uint32_t size;
  uint32_t version;
  /** Kernel, op and the source's node of the dispatch; "" when the module does
   * not say. Valid as long as the profile. */
  const char *name;
  const char *op;
  const char *node;
  /** Nanoseconds since the profile was created. */
  int64_t beginNs;
  int64_t durationNs;
  /** Floating-point operations, and bytes read and written, by the compiler's
   * count; 0 = unknown. */
  double flops;
  double bytes;
  /** Index in the manifest's dispatches, -1 = a whole run. */
  int32_t dispatch;
  /** How many threads took part. */
  int32_t threads;
} WeftProfileEvent;

/* clang-format off */
#define WEFT_PROFILE_EVENT_INIT {sizeof(WeftProfileEvent), WEFT_RUNTIME_API_VERSION, 0, 0, 0, 0, 0, 0, 0, 0, 0}
/* clang-format on */

/** Several calls of one program may record into a profile at the same time. */
WEFT_API WeftStatus weft_profile_create(WeftProgram *program,
                                        WeftProfile **profile);
/** Gives the handle back; calls that record into it go on. Null is ignored. */
WEFT_API void weft_profile_destroy(WeftProfile *profile);
/** The text of the last failure; "" if there was none. */
WEFT_API const char *weft_profile_error(const WeftProfile *profile);
/** Events so far. */
WEFT_API int64_t weft_profile_event_count(const WeftProfile *profile);
/** Event `index`, in the order in which they were recorded.
 * WEFT_STATUS_INVALID_ARGUMENT when there is none. */
WEFT_API WeftStatus weft_profile_event(const WeftProfile *profile,
                                       int64_t index, WeftProfileEvent *event);
/** Forgets all events. */
WEFT_API void weft_profile_clear(WeftProfile *profile);
/** Writes Chrome's trace format, which Perfetto opens: one row for each thread.
 */
WEFT_API WeftStatus weft_profile_write(WeftProfile *profile, const char *path);

#ifdef __cplusplus
}
#endif

#endif
