// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Measures what this processor can do at most: f32 fused multiply-adds a second out of registers, and bytes a second read
// from memory. No model can be faster than its work divided by these, so figures stand beside them.
//
// usage: ceilings THREADS       prints {"threads": N, "gflops": X, "gbs": Y}; build with -O3 -march=native -pthread
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __AVX512F__
enum { lanes = 16 };
#else
enum { lanes = 8 };
#endif
typedef float Vector __attribute__((vector_size(lanes * sizeof(float))));
typedef uint64_t Words __attribute__((vector_size(lanes * sizeof(float))));

enum {
  chains =
      12, // independent accumulators: more than latency times ports of any processor at hand, fewer than registers
  fmaSteps = 20000,
  maxThreads = 256,
};
static const size_t bytesEach = (size_t)256 << 20; // far beyond every cache
static const int repetitions = 12;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static volatile float floatSink;
static volatile uint64_t wordSink;

static void multiplyAdd(void) {
  Vector sum[chains], factor, addend;
  for (int lane = 0; lane < lanes; ++lane) {
    factor[lane] = 0.999f;
    addend[lane] = 1e-3f;
  }
  for (int chain = 0; chain < chains; ++chain)
    sum[chain] = addend;
  for (int step = 0; step < fmaSteps; ++step) {
    __asm__ volatile(""
                     : "+x"(factor),
                       "+x"(addend)); // keeps the loop from being folded
#pragma GCC unroll 12
    for (int chain = 0; chain < chains; ++chain)
      sum[chain] = sum[chain] * factor + addend;
  }
  float total = 0;
  for (int chain = 0; chain < chains; ++chain)
    for (int lane = 0; lane < lanes; ++lane)
      total += sum[chain][lane];
  floatSink = total;
}

static void readAll(const Words *data) {
  Words sum[4] = {{0}};
  for (size_t i = 0; i < bytesEach / sizeof(Words); i += 4)
    for (int k = 0; k < 4; ++k)
      sum[k] ^= data[i + k];
  for (int k = 1; k < 4; ++k)
    sum[0] ^= sum[k];
  wordSink = sum[0][0];
}

struct Crew {
  pthread_barrier_t barrier;
  int threads;
  double fmaSeconds,
      readSeconds; // best of the repetitions, all threads between two barriers
};

static void *work(void *argument) {
  struct Crew *crew = argument;
  Words *data = aligned_alloc(4096, bytesEach);
  if (!data)
    exit(1);
  memset(data, 1, bytesEach);
  for (int phase = 0; phase < 2; ++phase)
    for (int repetition = 0; repetition < repetitions; ++repetition) {
      pthread_barrier_wait(&crew->barrier);
      double start = now();
      if (phase == 0)
        for (int call = 0; call < 50; ++call)
          multiplyAdd();
      else
        readAll(data);
      if (pthread_barrier_wait(&crew->barrier) ==
          PTHREAD_BARRIER_SERIAL_THREAD) {
        double *best = phase == 0 ? &crew->fmaSeconds : &crew->readSeconds;
        double seconds = now() - start;
        if (seconds < *best)
          *best = seconds;
      }
    }
  free(data);
  return NULL;
}

int main(int count, char **arguments) {
  int threads = count == 2 ? atoi(arguments[1]) : 0;
  if (threads < 1 || threads > maxThreads) {
    fprintf(stderr, "usage: ceilings THREADS (1 to %d)\n", maxThreads);
    return 2;
  }
  struct Crew crew = {
      .threads = threads, .fmaSeconds = 1e30, .readSeconds = 1e30};
  pthread_barrier_init(&crew.barrier, NULL, threads);
  pthread_t thread[maxThreads];
  for (int i = 0; i < threads; ++i)
    if (pthread_create(&thread[i], NULL, work, &crew))
      return 1;
  for (int i = 0; i < threads; ++i)
    pthread_join(thread[i], NULL);
  double flops = 2.0 * lanes * chains * fmaSteps * 50 * threads;
  printf("{\"threads\": %d, \"gflops\": %.1f, \"gbs\": %.1f}\n", threads,
         flops / crew.fmaSeconds * 1e-9,
         (double)bytesEach * threads / crew.readSeconds * 1e-9);
  return 0;
}
