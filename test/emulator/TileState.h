// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The registers of AMX and what its instructions do to them, after the Intel
// Software Developer's Manual, volume 2 (instructions) and volume 1, chapter 18
// (tiles). An instruction that a processor would refuse is refused with a
// reason.
#ifndef WEFT_TEST_EMULATOR_TILESTATE_H
#define WEFT_TEST_EMULATOR_TILESTATE_H

#include <cstdint>

namespace weft::emulator {

/// The tiles of one thread. No function allocates, so that signal handlers may
/// call them. Functions return null, or why the processor raises an exception.
class TileState {
public:
  /// The 64 bytes of a tile configuration.
  const char *loadConfig(const uint8_t *bytes);
  void storeConfig(uint8_t *bytes) const;
  void release();

  const char *zero(unsigned tile);
  const char *load(unsigned tile, const uint8_t *base, int64_t strideBytes);
  const char *store(unsigned tile, uint8_t *base, int64_t strideBytes);

  /// sum += lhs * rhs over groups of four bytes.
  const char *multiplyBytes(unsigned sum, unsigned lhs, unsigned rhs,
                            bool lhsSigned, bool rhsSigned);

  enum class Pair { BF16, F16 };
  /// sum += lhs * rhs over pairs of narrow floats. The caller sets the rounding
  /// of the thread: to nearest even, denormals are zero, no exceptions.
  const char *multiplyPairs(unsigned sum, unsigned lhs, unsigned rhs,
                            Pair kind);

private:
  static constexpr unsigned kTiles = 8, kRows = 16, kRowBytes = 64;

  const char *check(unsigned tile) const;
  const char *checkProduct(unsigned sum, unsigned lhs, unsigned rhs) const;

  uint8_t palette = 0;
  uint8_t rows[kTiles] = {};
  uint16_t rowBytes[kTiles] = {};
  alignas(64) uint8_t data[kTiles][kRows][kRowBytes] = {};
};

} // namespace weft::emulator

#endif // WEFT_TEST_EMULATOR_TILESTATE_H
