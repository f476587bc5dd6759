// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fresh process of `weft bench`: opens a module, runs it once, and prints the milliseconds since the moment that it is
// given and the peak of its memory in KB. It links the runtime alone, as a program that deploys a model does.
//
//   weft-cold SINCE-NS MODULE THREADS [input|state NAME DTYPE FILE RANK DIM...]...

#include "weft/Runtime.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

namespace {
/// What one group of arguments says.
struct Value {
  bool isState = false;
  const char *name = nullptr;
  std::vector<int64_t> dims;
  std::vector<char> bytes;
  WeftTensor tensor = WEFT_TENSOR_INIT;
};
} // namespace

/// The largest resident set of this process since its start, in KiB; rusage
/// would count what it was forked from.
static long readPeakMemory() {
  long kilobytes = 0;
  if (FILE *status = fopen("/proc/self/status", "r")) {
    char line[256];
    while (fgets(line, sizeof(line), status) &&
           sscanf(line, "VmHWM: %ld", &kilobytes) != 1) {
    }
    fclose(status);
  }
  return kilobytes;
}

static bool readFile(const char *path, std::vector<char> &bytes) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return false;
  char piece[65536];
  for (size_t read; (read = fread(piece, 1, sizeof(piece), file)) > 0;)
    bytes.insert(bytes.end(), piece, piece + read);
  fclose(file);
  return true;
}

/// Reads one group at argv[at] and moves on; false if it is not one.
static bool readValue(int argc, char **argv, int &at, Value &value) {
  if (argc - at < 5)
    return false;
  value.isState = !strcmp(argv[at], "state");
  value.name = argv[at + 1];
  value.tensor.dtype = static_cast<WeftDtype>(atoi(argv[at + 2]));
  int rank = atoi(argv[at + 4]);
  if (rank < 0 || rank > argc - at - 5 || !readFile(argv[at + 3], value.bytes))
    return false;
  for (int i = 0; i < rank; ++i)
    value.dims.push_back(atoll(argv[at + 5 + i]));
  at += 5 + rank;
  value.tensor.rank = rank;
  value.tensor.dims = value.dims.data();
  value.tensor.data = value.bytes.data();
  value.tensor.sizeBytes = value.bytes.size();
  return true;
}

static int fail(const char *text) {
  fprintf(stderr, "error: %s\n", text);
  return 1;
}

static int run(const char *module, int threads, std::vector<Value> &values) {
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.threads = threads;
  WeftProgram *program;
  WeftSession *session;
  WeftCall *call;
  if (weft_program_open(module, &options, &program))
    return fail(weft_program_error(program));
  if (weft_session_create(program, &session))
    return fail(weft_session_error(session));
  if (weft_call_create(session, nullptr, &call))
    return fail(weft_call_error(call));
  for (Value &value : values) {
    if (value.isState
            ? weft_session_set_state(session, value.name, &value.tensor)
            : weft_call_set_input(call, value.name, &value.tensor))
      return fail(value.isState ? weft_session_error(session)
                                : weft_call_error(call));
  }
  return weft_call_run(call) ? fail(weft_call_error(call)) : 0;
}

int main(int argc, char **argv) {
  if (argc < 4)
    return fail("expected SINCE-NS MODULE THREADS; this program belongs to "
                "`weft bench`");
  std::vector<Value> values;
  for (int at = 4; at < argc;)
    if (!readValue(argc, argv, at, values.emplace_back()))
      return fail(
          "cannot read the arguments; this program belongs to `weft bench`");
  if (int status = run(argv[2], atoi(argv[3]), values))
    return status;
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("%.3f %ld\n",
         (int64_t(now.tv_sec) * 1000000000 + now.tv_nsec - atoll(argv[1])) /
             1e6,
         readPeakMemory());
  return 0;
}
