// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// AMX on processors without it, for tests: the first use of a tile instruction
// raises SIGILL, and the handler performs the instruction and goes on behind it.
// A thousand times slower than tiles, so nothing that runs under it is timed.
//
//   LD_PRELOAD=libWeftTileEmulator.so
//   WEFT_CPU_FEATURES=+amx-tile,+amx-int8,+amx-bf16 weft run ... --cpu avx2+amx
//
// Decoded are ldtilecfg, sttilecfg, tilerelease, tilezero, tileloadd,
// tileloaddt1, tilestored, tdpbssd, tdpbsud, tdpbusd, tdpbuud, tdpbf16ps and
// tdpfp16ps. What a processor would refuse (other shapes, no configuration in
// this thread) ends the process with a message.
#ifndef WEFT_TEST_EMULATOR_TILEEMULATOR_H
#define WEFT_TEST_EMULATOR_TILEEMULATOR_H

#include <csignal>

namespace weft::emulator {

/// Installs the handler unless the processor has AMX; again where somebody else
/// installed one. The preloaded library does so by itself. Returns whether tiles
/// are emulated from now on.
bool installTileEmulator();

/// What SIGILL means where it is no tile instruction: sigaction() for programs
/// that install a handler of their own after us. Either may be null.
void setOtherHandler(const struct sigaction *action, struct sigaction *old);

} // namespace weft::emulator

#endif // WEFT_TEST_EMULATOR_TILEEMULATOR_H
