// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Another program on the same model, in a process of its own that waits between
// its turns.

#ifndef WEFT_TOOLS_WEFT_PEERPROCESS_H
#define WEFT_TOOLS_WEFT_PEERPROCESS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

#include <string>
#include <sys/types.h>
#include <vector>

namespace weft {

/// What a benchmark can run beside Weft.
llvm::ArrayRef<llvm::StringRef> getPeerNames();

/// Runs Peers.py. One thread at a time.
class PeerProcess {
public:
  explicit PeerProcess(llvm::StringRef name) : name(name.str()) {}
  ~PeerProcess();
  PeerProcess(const PeerProcess &) = delete;
  PeerProcess &operator=(const PeerProcess &) = delete;

  /// Has \p python load the model and call it once. What Peers.py wants to know
  /// is in \p specification.
  void start(llvm::StringRef python, llvm::json::Object specification);
  /// Has it call the model for about so many seconds.
  void measure(double seconds);

  const std::string &getName() const { return name; }
  const std::string &getVersion() const { return version; }
  /// Why it does not take part, in one line; empty while it does.
  const std::string &getObstacle() const { return obstacle; }
  double getPeakMegabytes() const { return peakMegabytes; }
  /// Milliseconds of all calls so far; of a language model those of the prompts,
  /// and of generation in `steps`.
  std::vector<double> calls, steps;

private:
  /// Reads one answer; null, and an obstacle, where none comes in time.
  llvm::json::Object read(double seconds);
  void stop();

  std::string name, version, obstacle, pending;
  double peakMegabytes = 0;
  pid_t process = -1;
  int toPeer = -1, fromPeer = -1;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_PEERPROCESS_H
