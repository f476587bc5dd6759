// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decoding of VEX instructions (Intel SDM volume 2, chapter 2), and the signal.

#include "test/emulator/TileEmulator.h"
#include "test/emulator/TileState.h"

#include <cpuid.h>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <ucontext.h>
#include <unistd.h>
#include <xmmintrin.h>

using namespace weft::emulator;

namespace {
/// What stands before the opcode and stands for 66, F3 or F2.
enum Prefix : uint8_t { None, P66, PF3, PF2 };

struct Instruction {
  uint8_t opcode;
  Prefix prefix;
  /// ModRM.reg, ModRM.rm and VEX.vvvv.
  unsigned reg, rm, vvvv;
  bool isMemory;
  /// Of the memory operand; the index register of a tile's is its stride.
  uint64_t base, index;
  unsigned length;
};

/// Reads the bytes of one instruction.
class Decoder {
public:
  Decoder(const uint8_t *code, const greg_t *registers)
      : code(code), at(code), registers(registers) {}

  /// Decodes a VEX instruction of the map 0F38 with W and L of 0; false for any
  /// other.
  bool decode(Instruction &instruction);

private:
  uint64_t readRegister(unsigned number) const {
    static constexpr int places[] = {
        REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
        REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
    return uint64_t(registers[places[number]]);
  }
  int64_t readDisplacement(unsigned bytes) {
    int8_t small;
    int32_t large;
    std::memcpy(&small, at, 1);
    std::memcpy(&large, at, 4);
    at += bytes;
    return bytes == 1 ? small : large;
  }

  const uint8_t *code, *at;
  const greg_t *registers;
};

bool Decoder::decode(Instruction &instruction) {
  if (at[0] != 0xc4 || (at[1] & 0x1f) != 2 || (at[2] & 0x84))
    return false;
  unsigned highBase = at[1] & 0x20 ? 0 : 8, highIndex = at[1] & 0x40 ? 0 : 8;
  if (!(at[1] & 0x80))
    return false; // there are eight tiles
  instruction.vvvv = ~(at[2] >> 3) & 15;
  instruction.prefix = Prefix(at[2] & 3);
  instruction.opcode = at[3];
  unsigned mod = at[4] >> 6, rm = at[4] & 7;
  instruction.reg = at[4] >> 3 & 7;
  instruction.rm = rm;
  instruction.isMemory = mod != 3;
  instruction.base = instruction.index = 0;
  at += 5;
  if (instruction.isMemory) {
    bool isRelative = mod == 0 && rm == 5, hasBase = !isRelative;
    unsigned base = rm;
    if (rm == 4) {
      unsigned scale = at[0] >> 6, index = (at[0] >> 3 & 7) + highIndex;
      base = at[0] & 7;
      hasBase = base != 5 || mod != 0;
      if (index != 4)
        instruction.index = readRegister(index) << scale;
      ++at;
    }
    if (hasBase)
      instruction.base = readRegister(base + highBase);
    if (mod == 1)
      instruction.base += uint64_t(readDisplacement(1));
    else if (mod == 2 || !hasBase)
      instruction.base += uint64_t(readDisplacement(4));
    if (isRelative)
      instruction.base += reinterpret_cast<uint64_t>(at);
  }
  instruction.length = unsigned(at - code);
  return true;
}
} // namespace

/// A thread's own; reached without a call that might allocate.
__attribute__((tls_model("initial-exec"))) static thread_local TileState tiles;

/// Performs `op`; false where it is no instruction of AMX. `problem` says why a
/// processor would refuse it.
static bool perform(const Instruction &op, const char *&problem) {
  auto *memory = reinterpret_cast<uint8_t *>(op.base);
  auto *scaled = reinterpret_cast<uint8_t *>(op.base + op.index);
  switch (op.opcode) {
  case 0x49:
    if (op.isMemory && op.reg == 0 && op.prefix == None)
      problem = tiles.loadConfig(scaled);
    else if (op.isMemory && op.reg == 0 && op.prefix == P66)
      tiles.storeConfig(scaled);
    else if (!op.isMemory && op.reg == 0 && op.rm == 0 && op.prefix == None)
      tiles.release();
    else if (!op.isMemory && op.rm == 0 && op.prefix == PF2)
      problem = tiles.zero(op.reg);
    else
      return false;
    return true;
  case 0x4b:
    if (!op.isMemory || op.rm != 4 || op.prefix == None)
      return false;
    problem = op.prefix == PF3 ? tiles.store(op.reg, memory, int64_t(op.index))
                               : tiles.load(op.reg, memory, int64_t(op.index));
    return true;
  case 0x5e:
    if (op.isMemory)
      return false;
    problem = tiles.multiplyBytes(op.reg, op.rm, op.vvvv,
                                  op.prefix == PF2 || op.prefix == PF3,
                                  op.prefix == PF2 || op.prefix == P66);
    return true;
  case 0x5c:
    if (op.isMemory || (op.prefix != PF2 && op.prefix != PF3))
      return false;
    // Denormals are zero, all exceptions masked; the interrupted code's own
    // settings come back with its registers.
    _mm_setcsr(0x9fc0);
    problem = tiles.multiplyPairs(op.reg, op.rm, op.vvvv,
                                  op.prefix == PF3 ? TileState::Pair::BF16
                                                   : TileState::Pair::F16);
    return true;
  default:
    return false;
  }
}

static struct sigaction others;

void weft::emulator::setOtherHandler(const struct sigaction *action,
                                     struct sigaction *old) {
  if (old)
    *old = others;
  if (action)
    others = *action;
}

static void handleIllegalInstruction(int signal, siginfo_t *info,
                                     void *context) {
  greg_t *registers = static_cast<ucontext_t *>(context)->uc_mcontext.gregs;
  auto *code = reinterpret_cast<const uint8_t *>(registers[REG_RIP]);
  Instruction instruction;
  const char *problem = nullptr;
  if (Decoder(code, registers).decode(instruction) &&
      perform(instruction, problem)) {
    if (!problem) {
      registers[REG_RIP] += instruction.length;
      return;
    }
    for (const char *part : {"tile emulator: ", problem, "\n"})
      if (write(STDERR_FILENO, part, std::strlen(part)) < 0)
        break;
  }
  if (others.sa_flags & SA_SIGINFO)
    others.sa_sigaction(signal, info, context);
  else if (others.sa_handler != SIG_DFL && others.sa_handler != SIG_IGN)
    others.sa_handler(signal);
  else
    // The instruction is met again, and ends the process.
    std::signal(SIGILL, SIG_DFL);
}

static bool hasTiles() {
  constexpr unsigned amxTile = 1u << 24;
  unsigned a, b, c, d;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d & amxTile);
}

bool weft::emulator::installTileEmulator() {
  if (hasTiles())
    return false;
  struct sigaction action = {};
  action.sa_sigaction = handleIllegalInstruction;
  // Kernels that the handler interrupts may be on any stack of their own.
  action.sa_flags = SA_SIGINFO | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  struct sigaction before = {};
  if (sigaction(SIGILL, &action, &before) != 0)
    return false;
  if (before.sa_sigaction != handleIllegalInstruction)
    others = before;
  return true;
}
