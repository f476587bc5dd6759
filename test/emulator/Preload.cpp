// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The emulator as a library to preload: it installs itself before main, keeps
// its handler when the program installs others, and grants the permission that
// the system would be asked for.

#include "test/emulator/TileEmulator.h"

#include <cstdarg>
#include <cstdint>
#include <dlfcn.h>
#include <sys/syscall.h>

static bool isEmulated = false;

extern "C" int sigaction(int signal, const struct sigaction *action,
                         struct sigaction *old) {
  if (isEmulated && signal == SIGILL) {
    weft::emulator::setOtherHandler(action, old);
    return 0;
  }
  static auto *const real =
      reinterpret_cast<decltype(&sigaction)>(dlsym(RTLD_NEXT, "sigaction"));
  return real(signal, action, old);
}

extern "C" long syscall(long number, ...) {
  constexpr long getPermission = 0x1022, requestPermission = 0x1023,
                 tileData = 18;
  long arguments[6];
  va_list list;
  va_start(list, number);
  for (long &argument : arguments)
    argument = va_arg(list, long);
  va_end(list);
  if (isEmulated && number == SYS_arch_prctl) {
    if (arguments[0] == requestPermission && arguments[1] == tileData)
      return 0;
    if (arguments[0] == getPermission) {
      *reinterpret_cast<uint64_t *>(arguments[1]) |= uint64_t(1) << tileData;
      return 0;
    }
  }
  static auto *const real =
      reinterpret_cast<decltype(&syscall)>(dlsym(RTLD_NEXT, "syscall"));
  return real(number, arguments[0], arguments[1], arguments[2], arguments[3],
              arguments[4], arguments[5]);
}

__attribute__((constructor)) static void install() {
  isEmulated = weft::emulator::installTileEmulator();
}
