// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Measures the rate of AMX tiles again and again, and that of f32 multiply-adds beside it: tiles are shared with whatever runs on the core's
// other hardware thread, so that their rate changes with the neighbours of a rented processor.
//
// usage: tiles SECONDS        build with -O3 -march=native on a processor with AMX
// Prints a line for each hundredth of a second: GFLOP/s of bf16 on tiles, GOPS of bytes on tiles, GFLOP/s of f32 multiply-adds.
#include "multiply_add.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
  requestPermission = 0x1023,
  tileData = 18,
  rounds = 4000, // of four products
  samplesPerSecond = 100,
};

// Four tiles of random numbers of [0.5, 1), as bf16 and as bytes: constant ones would be faster than any real data.
static uint16_t numbers[4][512] __attribute__((aligned(64)));
static struct {
  uint8_t palette, start, reserved[14];
  uint16_t rowBytes[16];
  uint8_t rows[16];
} __attribute__((aligned(64))) shapes;

// A block of two by two sums, its operands loaded from the first-level cache.
#define BLOCK(product)                                                         \
  __asm__ volatile(                                                            \
      "tileloadd (%0,%1,1), %%tmm6\n"                                          \
      "tileloadd 2048(%0,%1,1), %%tmm4\n" product " %%tmm6, %%tmm4, %%tmm0\n"  \
      "tileloadd 1024(%0,%1,1), %%tmm7\n" product " %%tmm7, %%tmm4, %%tmm1\n"  \
      "tileloadd 3072(%0,%1,1), %%tmm5\n" product                              \
      " %%tmm6, %%tmm5, %%tmm2\n" product                                      \
      " %%tmm7, %%tmm5, %%tmm3\n" ::"r"(numbers),                              \
      "r"(64L)                                                                 \
      : "memory")

static double measureTiles(int ofBytes) {
  const double each = ofBytes ? 2.0 * 16 * 16 * 64 : 2.0 * 16 * 16 * 32;
  __asm__ volatile("ldtilecfg %0" ::"m"(shapes));
  double start = now();
  for (int i = 0; i < rounds; ++i)
    if (ofBytes)
      BLOCK("tdpbusd");
    else
      BLOCK("tdpbf16ps");
  double seconds = now() - start;
  __asm__ volatile("tilerelease");
  return rounds * 4 * each / seconds * 1e-9;
}

static double measureMultiplyAdds(void) {
  double start = now();
  multiplyAdd(rounds);
  return 2.0 * rounds * chains * lanes / (now() - start) * 1e-9;
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: tiles SECONDS\n");
    return 2;
  }
  if (syscall(SYS_arch_prctl, requestPermission, tileData) != 0) {
    fprintf(stderr, "tiles: the system does not grant AMX\n");
    return 1;
  }
  shapes.palette = 1;
  for (int i = 0; i < 8; ++i) {
    shapes.rowBytes[i] = 64;
    shapes.rows[i] = 16;
  }
  for (int tile = 0; tile < 4; ++tile)
    for (int i = 0; i < 512; ++i)
      numbers[tile][i] = (uint16_t)(0x3f00 | (rand() & 0x7f));
  double end = now() + atof(arguments[1]);
  while (now() < end) {
    double bf16 = measureTiles(0), bytes = measureTiles(1);
    printf("%.0f %.0f %.0f\n", bf16, bytes, measureMultiplyAdds());
    usleep(1000000 / samplesPerSecond);
  }
  return 0;
}
