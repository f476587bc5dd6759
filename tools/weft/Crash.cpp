// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reproducer is a text that is ready before anything can go wrong, so that the handler only has to write it.

#include "tools/weft/Crash.h"
#include "weft/Version.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace weft;

static std::string commandLine;
static std::string reproducer;
static char reproducerPath[64];

static void writeAll(int descriptor, const char *text, size_t size) {
  while (size > 0) {
    ssize_t written = write(descriptor, text, size);
    if (written <= 0)
      return;
    text += written;
    size -= written;
  }
}

static void say(const char *text) {
  writeAll(STDERR_FILENO, text, strlen(text));
}

void weft::writeReproducer() {
  int file =
      open(reproducerPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) {
    say("error: this is a fault of Weft, and no reproducer can be written "
        "here; please report the command\n");
    return;
  }
  writeAll(file, commandLine.data(), commandLine.size());
  writeAll(file, reproducer.data(), reproducer.size());
  close(file);
  say("error: this is a fault of Weft; please report it with the reproducer ");
  say(reproducerPath);
  say("\n");
}

static void handleCrash(int) {
  writeReproducer();
  _exit(3);
}

void weft::installCrashHandler(int argc, char **argv) {
  commandLine = "// weft " WEFT_VERSION_STRING "\n// command:";
  for (int i = 0; i < argc; ++i)
    commandLine += std::string(" ") + argv[i];
  for (char &c : commandLine)
    if (c == '\n' && &c != &commandLine[strlen("// weft " WEFT_VERSION_STRING)])
      c = ' ';
  commandLine += "\n// what follows is the module that was being compiled; "
                 "weft-opt reads it\n";
  snprintf(reproducerPath, sizeof(reproducerPath), "weft-reproducer-%d.mlir",
           static_cast<int>(getpid()));

  // A stack of its own, since the other one may be what is exhausted.
  static char stack[64 * 1024];
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof(stack);
  sigaltstack(&alternate, nullptr);
  struct sigaction action = {};
  action.sa_handler = handleCrash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP})
    sigaction(signal, &action, nullptr);
}

void weft::setReproducer(llvm::StringRef ir) { reproducer = ir.str(); }
