// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// When Weft itself is at fault: exit status 3 and a file that shows the fault again.

#ifndef WEFT_TOOLS_WEFT_CRASH_H
#define WEFT_TOOLS_WEFT_CRASH_H

#include "llvm/ADT/StringRef.h"

namespace weft {

/// From now on a crash writes the reproducer and ends the process with status 3. Keeps the command line for it.
void installCrashHandler(int argc, char **argv);

/// Says what the reproducer is to hold: the IR that is about to be worked on. Empty = nothing any more.
void setReproducer(llvm::StringRef ir);

/// Writes the reproducer now, for a fault that was noticed without a crash, and says where it is.
void writeReproducer();

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CRASH_H
