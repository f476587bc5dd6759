// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A program as a user would write it, in C, with nothing but the runtime: what a compiled module costs from the start of
// the process to its first result, each further call, and in memory.
//
// usage: native MODULE.wm THREADS SECONDS [--profile=FILE.json] NAME=FILE.npy...
// Prints a line of JSON: cold_ms from the start of a fresh process to the first result, less one warm call; best_ms, median_ms, p99_ms of the warm
// calls; rss_mb, the peak of the process. It calls for SECONDS and at least 5 times, or 2 times if these take 4 times as long. --profile records one more call, a warm one.
#include "weft/Runtime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
  maxRank = 8,
  maxInputs = 64,
  maxCalls = 1000000,
  fewCalls = 5,
  leastCalls = 2
};

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void stop(const char *what, const char *why) {
  fprintf(stderr, "native: %s: %s\n", what, why);
  exit(1);
}

typedef struct Array {
  void *data;
  uint64_t sizeBytes;
  int64_t dims[maxRank];
  int32_t rank;
  WeftDtype dtype;
} Array;

static WeftDtype dtypeOf(const char *description) {
  static const struct {
    const char *numpy, *weft;
  } names[] = {{"<f4", "f32"},  {"<f8", "f64"},  {"<f2", "f16"},
               {"<i8", "i64"},  {"<i4", "i32"},  {"<i2", "i16"},
               {"|i1", "i8"},   {"<u8", "ui64"}, {"<u4", "ui32"},
               {"<u2", "ui16"}, {"|u1", "ui8"},  {"|b1", "i1"}};
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); ++i)
    if (!strncmp(description, names[i].numpy, 3))
      return weft_dtype_from_name(names[i].weft);
  return WEFT_DTYPE_INVALID;
}

// Reads what numpy.save wrote: magic, version, length of a Python dictionary as text, the dictionary, the elements.
static Array readNpy(const char *path) {
  Array array = {0};
  unsigned char start[10];
  FILE *file = fopen(path, "rb");
  if (!file || fread(start, 1, sizeof(start), file) != sizeof(start) ||
      memcmp(start, "\x93NUMPY\1", 7))
    stop(path, "not a file of numpy.save, version 1");
  size_t length = start[8] | start[9] << 8;
  char *header = calloc(1, length + 1);
  if (!header || fread(header, 1, length, file) != length)
    stop(path, "truncated");
  const char *description = strstr(header, "'descr': '"),
             *shape = strstr(header, "'shape': (");
  if (!description || !shape)
    stop(path, "no descr or shape");
  array.dtype = dtypeOf(description + 10);
  uint64_t elements = 1;
  for (char *at = (char *)shape + 10;
       *at && *at != ')' && array.rank < maxRank;) {
    char *end;
    int64_t size = strtoll(at, &end, 10);
    if (end == at)
      break;
    array.dims[array.rank++] = size;
    elements *= size;
    at = end + strspn(end, ", ");
  }
  array.sizeBytes = elements * weft_dtype_size(array.dtype);
  array.data = aligned_alloc(64, (array.sizeBytes + 64) / 64 * 64);
  if (!array.data ||
      fread(array.data, 1, array.sizeBytes, file) != array.sizeBytes)
    stop(path, "truncated");
  free(header);
  fclose(file);
  return array;
}

static double peakMb(void) {
  char line[256];
  double kilobytes = 0;
  FILE *status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof(line), status))
    if (!strncmp(line, "VmHWM:", 6))
      kilobytes = atof(line + 6);
  if (status)
    fclose(status);
  return kilobytes / 1024;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// Records one call; nothing else may be measured with it, for recording takes time.
static void writeProfile(WeftProgram *program, WeftCall *call,
                         const char *path) {
  WeftProfile *profile;
  if (weft_profile_create(program, &profile))
    stop("profile", weft_profile_error(profile));
  if (weft_call_set_profile(call, profile) || weft_call_run(call))
    stop("profile", weft_call_error(call));
  if (weft_profile_write(profile, path))
    stop(path, weft_profile_error(profile));
  weft_call_set_profile(call, NULL);
  weft_profile_destroy(profile);
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr,
            "usage: native MODULE.wm THREADS SECONDS [--profile=FILE.json] "
            "NAME=FILE.npy...\n");
    return 2;
  }
  // The process begins anew with the time at which it did, so that loading it counts, and whoever starts it does not.
  const char *start = getenv("WEFT_NATIVE_START");
  if (!start) {
    char text[32];
    snprintf(text, sizeof(text), "%.9f", now(CLOCK_MONOTONIC));
    setenv("WEFT_NATIVE_START", text, 1);
    execv("/proc/self/exe", arguments);
    stop(arguments[0], "cannot start itself again");
  }
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.threads = atoi(arguments[2]);
  WeftProgram *program;
  WeftSession *session;
  WeftCall *call;
  if (weft_program_open(arguments[1], &options, &program))
    stop(arguments[1], weft_program_error(program));
  if (weft_session_create(program, &session))
    stop("session", weft_session_error(session));
  if (weft_call_create(session, NULL, &call))
    stop("call", weft_call_error(call));

  static Array inputs[maxInputs];
  const char *profile = NULL;
  int first = 4;
  if (count > first && !strncmp(arguments[first], "--profile=", 10))
    profile = arguments[first++] + 10;
  for (int i = first; i < count && i - first < maxInputs; ++i) {
    char *equals = strrchr(arguments[i], '=');
    if (!equals)
      stop(arguments[i], "expected NAME=FILE.npy");
    *equals = 0;
    Array *array = &inputs[i - first];
    *array = readNpy(equals + 1);
    WeftTensor tensor = WEFT_TENSOR_INIT;
    tensor.data = array->data;
    tensor.sizeBytes = array->sizeBytes;
    tensor.dims = array->dims;
    tensor.rank = array->rank;
    tensor.dtype = array->dtype;
    if (weft_call_set_input(call, arguments[i], &tensor))
      stop(arguments[i], weft_call_error(call));
  }

  if (weft_call_run(call))
    stop("first call", weft_call_error(call));
  double cold = now(CLOCK_MONOTONIC) - atof(start);

  double *times = malloc(maxCalls * sizeof(double)),
         seconds = atof(arguments[3]), begin = now(CLOCK_MONOTONIC);
  if (!times)
    stop("times", "out of memory");
  int calls = 0;
  for (double before = begin;
       calls < maxCalls &&
       (before - begin < seconds ||
        calls < (before - begin < 4 * seconds ? fewCalls : leastCalls));) {
    if (weft_call_run(call))
      stop("call", weft_call_error(call));
    double after = now(CLOCK_MONOTONIC);
    times[calls++] = after - before;
    before = after;
  }
  double peak =
      peakMb() - calls * sizeof(double) /
                     1048576.0; // the list of times is not the model's
  qsort(times, calls, sizeof(double), compare);
  printf("{\"best_ms\": %.5f, \"median_ms\": %.5f, \"p99_ms\": %.5f, "
         "\"cold_ms\": %.3f, \"rss_mb\": %.2f, \"calls\": %d}\n",
         times[0] * 1e3, times[calls / 2] * 1e3, times[calls * 99 / 100] * 1e3,
         (cold - times[calls / 2]) * 1e3, peak, calls);
  if (profile)
    writeProfile(program, call, profile);
  weft_call_destroy(call);
  weft_session_destroy(session);
  weft_program_destroy(program);
  return 0;
}
