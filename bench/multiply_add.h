// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the measuring programs share: the clock, and f32 multiply-adds out of registers.
#ifndef WEFT_BENCH_MULTIPLY_ADD_H
#define WEFT_BENCH_MULTIPLY_ADD_H

#include <time.h>

#ifdef __AVX512F__
enum { lanes = 16 };
#else
enum { lanes = 8 };
#endif
typedef float Vector __attribute__((vector_size(lanes * sizeof(float))));

enum {
  chains =
      12 // independent accumulators: more than latency times ports of any processor at hand, fewer than registers
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static volatile float floatSink;

// 2 x chains x lanes operations a step.
static void multiplyAdd(int steps) {
  Vector sum[chains], factor, addend;
  for (int lane = 0; lane < lanes; ++lane) {
    factor[lane] = 0.999f;
    addend[lane] = 1e-3f;
  }
  for (int chain = 0; chain < chains; ++chain)
    sum[chain] = addend;
  for (int step = 0; step < steps; ++step) {
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

#endif
