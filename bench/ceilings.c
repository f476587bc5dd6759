// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Measures what this processor can do at most: f32 fused multiply-adds a second out of registers, and bytes a second read
// from memory and from the caches. No model can be faster than its work divided by these, so figures stand beside them.
//
// usage: ceilings THREADS [BYTES...]       build with -O3 -march=native -pthread
// Prints {"threads": N, "gflops": X, "gbs": Y, "read_gbs": [Z...]}: Y is read from memory, each Z out of a buffer of BYTES
// that every thread has for itself and reads again and again.
#include "multiply_add.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef uint64_t Words __attribute__((vector_size(lanes * sizeof(float))));

enum {
  fmaSteps = 20000,
  fmaCalls = 50,
  maxThreads = 256,
  maxBuffers = 8,
  streams = 8, // lines under way at a time
};
static const size_t bytesEach = (size_t)256 << 20; // far beyond every cache
static const double phaseSeconds =
    0.6; // clocks that rise and fall do both in it

static volatile uint64_t wordSink;

// Reads `bytes`, a multiple of what the streams read at a time, from the start of `data`, `times` times.
static void readAll(const Words *data, size_t bytes, int times) {
  Words sum[streams] = {{0}};
  for (int time = 0; time < times; ++time) {
    __asm__ volatile("" ::: "memory"); // each time is read anew
    for (size_t i = 0; i < bytes / sizeof(Words); i += streams)
#pragma GCC unroll 8
      for (int k = 0; k < streams; ++k)
        sum[k] ^= data[i + k];
  }
  for (int k = 1; k < streams; ++k)
    sum[0] ^= sum[k];
  wordSink = sum[0][0];
}

// What is measured: phase 0 are multiply-adds, phase 1 is memory, the others are the buffers of the command line.
struct Crew {
  pthread_barrier_t barrier;
  int threads, phases;
  bool isOver;                  // the phase is; written between two barriers
  size_t bytes[2 + maxBuffers]; // that a phase reads at a time
  double seconds
      [2 +
       maxBuffers]; // best of the repetitions, all threads between two barriers
};

// A buffer that fits a cache is read as often as makes up half of what is read from memory.
static int readsOf(const struct Crew *crew, int phase) {
  return phase == 1 ? 1 : (int)(bytesEach / 2 / crew->bytes[phase]);
}

static void *work(void *argument) {
  struct Crew *crew = argument;
  Words *data = aligned_alloc(4096, bytesEach);
  if (!data)
    exit(1);
  memset(data, 1, bytesEach);
  for (int phase = 0; phase < crew->phases; ++phase) {
    double begin = now();
    do {
      pthread_barrier_wait(&crew->barrier);
      double start = now();
      if (phase == 0)
        for (int call = 0; call < fmaCalls; ++call)
          multiplyAdd(fmaSteps);
      else
        readAll(data, crew->bytes[phase], readsOf(crew, phase));
      if (pthread_barrier_wait(&crew->barrier) ==
          PTHREAD_BARRIER_SERIAL_THREAD) {
        double end = now(), seconds = end - start;
        if (seconds < crew->seconds[phase])
          crew->seconds[phase] = seconds;
        crew->isOver = end - begin > phaseSeconds;
      }
      pthread_barrier_wait(&crew->barrier);
    } while (!crew->isOver);
  }
  free(data);
  return NULL;
}

static double gigabytesPerSecond(const struct Crew *crew, int phase) {
  return (double)crew->bytes[phase] * readsOf(crew, phase) * crew->threads /
         crew->seconds[phase] * 1e-9;
}

int main(int count, char **arguments) {
  int threads = count >= 2 ? atoi(arguments[1]) : 0, buffers = count - 2;
  if (threads < 1 || threads > maxThreads || buffers > maxBuffers) {
    fprintf(stderr,
            "usage: ceilings THREADS [BYTES...] (1 to %d threads, at most %d "
            "sizes)\n",
            maxThreads, maxBuffers);
    return 2;
  }
  struct Crew crew = {.threads = threads, .phases = 2 + buffers};
  crew.bytes[1] = bytesEach;
  for (int i = 0; i < buffers; ++i) {
    size_t bytes = strtoull(arguments[2 + i], NULL, 10);
    if (bytes > bytesEach)
      bytes = bytesEach;
    crew.bytes[2 + i] =
        bytes / (streams * sizeof(Words)) * (streams * sizeof(Words));
    if (!crew.bytes[2 + i]) {
      fprintf(stderr, "ceilings: expected a number of bytes, found '%s'\n",
              arguments[2 + i]);
      return 2;
    }
  }
  for (int phase = 0; phase < crew.phases; ++phase)
    crew.seconds[phase] = 1e30;
  pthread_barrier_init(&crew.barrier, NULL, threads);
  pthread_t thread[maxThreads];
  for (int i = 0; i < threads; ++i)
    if (pthread_create(&thread[i], NULL, work, &crew))
      return 1;
  for (int i = 0; i < threads; ++i)
    pthread_join(thread[i], NULL);
  double flops = 2.0 * lanes * chains * fmaSteps * fmaCalls * threads;
  printf("{\"threads\": %d, \"gflops\": %.1f, \"gbs\": %.1f, \"read_gbs\": [",
         threads, flops / crew.seconds[0] * 1e-9, gigabytesPerSecond(&crew, 1));
  for (int phase = 2; phase < crew.phases; ++phase)
    printf("%s%.1f", phase > 2 ? ", " : "", gigabytesPerSecond(&crew, phase));
  printf("]}\n");
  return 0;
}
