// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Plain loops in the order of the manual's pseudocode.

#include "test/emulator/TileState.h"

#include <cstring>
#include <initializer_list>

using namespace weft::emulator;

const char *TileState::loadConfig(const uint8_t *bytes) {
  if (bytes[0] == 0) {
    release();
    return nullptr;
  }
  if (bytes[0] != 1)
    return "ldtilecfg: a palette other than 0 and 1";
  if (bytes[1] != 0)
    return "ldtilecfg: a start row other than 0 is not emulated";
  for (unsigned i = 2; i < 16; ++i)
    if (bytes[i])
      return "ldtilecfg: a reserved byte is not 0";
  for (unsigned i = 32; i < 48; ++i)
    if (bytes[i])
      return "ldtilecfg: a tile beyond the eighth has a row size";
  for (unsigned i = 56; i < 64; ++i)
    if (bytes[i])
      return "ldtilecfg: a tile beyond the eighth has rows";
  for (unsigned i = 0; i < kTiles; ++i) {
    uint16_t size;
    std::memcpy(&size, bytes + 16 + 2 * i, 2);
    if (size > kRowBytes)
      return "ldtilecfg: a row of more than 64 bytes";
    if (bytes[48 + i] > kRows)
      return "ldtilecfg: more than 16 rows";
    if ((size == 0) != (bytes[48 + i] == 0))
      return "ldtilecfg: rows without bytes, or bytes without rows";
    rowBytes[i] = size;
    rows[i] = bytes[48 + i];
  }
  palette = 1;
  std::memset(data, 0, sizeof(data));
  return nullptr;
}

void TileState::storeConfig(uint8_t *bytes) const {
  std::memset(bytes, 0, 64);
  bytes[0] = palette;
  std::memcpy(bytes + 16, rowBytes, sizeof(rowBytes));
  std::memcpy(bytes + 48, rows, sizeof(rows));
}

void TileState::release() { *this = TileState(); }

const char *TileState::check(unsigned tile) const {
  if (palette == 0)
    return "tiles are used without a configuration in this thread";
  if (tile >= kTiles)
    return "a tile beyond the eighth";
  if (rows[tile] == 0)
    return "a tile that is not configured";
  return nullptr;
}

const char *TileState::zero(unsigned tile) {
  if (const char *problem = check(tile))
    return problem;
  std::memset(data[tile], 0, sizeof(data[tile]));
  return nullptr;
}

const char *TileState::load(unsigned tile, const uint8_t *base,
                            int64_t strideBytes) {
  if (const char *problem = zero(tile))
    return problem;
  for (unsigned row = 0; row < rows[tile]; ++row)
    std::memcpy(data[tile][row], base + row * strideBytes, rowBytes[tile]);
  return nullptr;
}

const char *TileState::store(unsigned tile, uint8_t *base,
                             int64_t strideBytes) {
  if (const char *problem = check(tile))
    return problem;
  for (unsigned row = 0; row < rows[tile]; ++row)
    std::memcpy(base + row * strideBytes, data[tile][row], rowBytes[tile]);
  return nullptr;
}

const char *TileState::checkProduct(unsigned sum, unsigned lhs,
                                    unsigned rhs) const {
  for (unsigned tile : {sum, lhs, rhs}) {
    if (const char *problem = check(tile))
      return problem;
    if (rowBytes[tile] % 4)
      return "a product of tiles whose rows are not whole groups of 4 bytes";
  }
  if (sum == lhs || sum == rhs || lhs == rhs)
    return "a product of tiles that are not three different ones";
  if (rows[sum] != rows[lhs])
    return "a product whose sums have other rows than its left tile";
  if (rowBytes[sum] != rowBytes[rhs])
    return "a product whose sums have other columns than its right tile";
  if (rowBytes[lhs] / 4 != rows[rhs])
    return "a product whose left columns are not its right rows";
  return nullptr;
}

const char *TileState::multiplyBytes(unsigned sum, unsigned lhs, unsigned rhs,
                                     bool lhsSigned, bool rhsSigned) {
  if (const char *problem = checkProduct(sum, lhs, rhs))
    return problem;
  auto widen = [](uint8_t byte, bool isSigned) {
    return isSigned ? int32_t(int8_t(byte)) : int32_t(byte);
  };
  for (unsigned m = 0; m < rows[sum]; ++m)
    for (unsigned k = 0; k < rowBytes[lhs] / 4u; ++k)
      for (unsigned n = 0; n < rowBytes[sum] / 4u; ++n) {
        uint32_t total;
        std::memcpy(&total, &data[sum][m][4 * n], 4);
        for (unsigned i = 0; i < 4; ++i)
          total += uint32_t(widen(data[lhs][m][4 * k + i], lhsSigned) *
                            widen(data[rhs][k][4 * n + i], rhsSigned));
        std::memcpy(&data[sum][m][4 * n], &total, 4);
      }
  return nullptr;
}

static float widenPair(const uint8_t *bytes, TileState::Pair kind) {
  uint16_t bits;
  std::memcpy(&bits, bytes, 2);
  if (kind == TileState::Pair::F16) {
    _Float16 half;
    std::memcpy(&half, &bits, 2);
    return float(half);
  }
  uint32_t wide = uint32_t(bits) << 16;
  float value;
  std::memcpy(&value, &wide, 4);
  return value;
}

__attribute__((target("avx2,fma,f16c"))) const char *
TileState::multiplyPairs(unsigned sum, unsigned lhs, unsigned rhs, Pair kind) {
  if (const char *problem = checkProduct(sum, lhs, rhs))
    return problem;
  unsigned columns = rowBytes[sum] / 4;
  for (unsigned m = 0; m < rows[sum]; ++m) {
    // The even and the odd elements of the pairs are summed apart, then added.
    float sums[2][16] = {};
    for (unsigned k = 0; k < rowBytes[lhs] / 4u; ++k)
      for (unsigned i = 0; i < 2; ++i) {
        float factor = widenPair(&data[lhs][m][4 * k + 2 * i], kind);
        for (unsigned n = 0; n < columns; ++n)
          sums[i][n] = __builtin_fmaf(
              factor, widenPair(&data[rhs][k][4 * n + 2 * i], kind),
              sums[i][n]);
      }
    for (unsigned n = 0; n < columns; ++n) {
      float total;
      std::memcpy(&total, &data[sum][m][4 * n], 4);
      total += sums[0][n] + sums[1][n];
      std::memcpy(&data[sum][m][4 * n], &total, 4);
    }
  }
  return nullptr;
}
