// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The script goes to the interpreter as -c TEXT, so that its stdin is free for
// questions.

#include "tools/weft/PeerProcess.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace weft;
using llvm::StringRef;
using llvm::json::Object;

extern char **environ;

static constexpr llvm::StringLiteral kScript(
#include "tools/weft/Peers.py.inc"
);

/// Loading and compiling a model, and the first call.
static constexpr double kStartSeconds = 300;

llvm::ArrayRef<StringRef> weft::getPeerNames() {
  static constexpr StringRef names[] = {"onnxruntime", "openvino", "llama.cpp",
                                        "torch"};
  return names;
}

PeerProcess::~PeerProcess() { stop(); }

void PeerProcess::stop() {
  for (int *end : {&toPeer, &fromPeer}) {
    if (*end >= 0)
      close(*end);
    *end = -1;
  }
  if (process > 0) {
    kill(process, SIGKILL);
    while (waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  process = -1;
}

void PeerProcess::start(StringRef python, Object specification) {
  llvm::ErrorOr<std::string> program = llvm::sys::findProgramByName(python);
  if (!program) {
    obstacle =
        ("there is no program '" + python + "'; --python names a Python").str();
    return;
  }
  int questions[2], answers[2];
  if (pipe2(questions, O_CLOEXEC) != 0) {
    obstacle = "no pipe to its process";
    return;
  }
  toPeer = questions[1];
  if (pipe2(answers, O_CLOEXEC) != 0) {
    close(questions[0]);
    obstacle = "no pipe from its process";
    return stop();
  }
  fromPeer = answers[0];
  specification["peer"] = name;
  std::string text;
  llvm::raw_string_ostream(text) << llvm::json::Value(std::move(specification));
  std::string script = kScript.str();
  std::string path = *program;
  char option[] = "-c";
  char *arguments[] = {path.data(), option, script.data(), text.data(),
                       nullptr};
  // A script that is given as text would import what lies in the working
  // folder.
  char safe[] = "PYTHONSAFEPATH=1";
  std::vector<char *> environment{safe};
  for (char **each = environ; *each; ++each)
    if (!StringRef(*each).starts_with("PYTHONSAFEPATH="))
      environment.push_back(*each);
  environment.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, questions[0], 0);
  posix_spawn_file_actions_adddup2(&actions, answers[1], 1);
  // What libraries say of themselves is no message of ours.
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  int error = posix_spawn(&process, path.c_str(), &actions, nullptr, arguments,
                          environment.data());
  posix_spawn_file_actions_destroy(&actions);
  close(questions[0]);
  close(answers[1]);
  if (error != 0) {
    process = -1;
    obstacle = "cannot start '" + path + "': " + strerror(error) +
               "; --python names a Python";
    return stop();
  }
  Object ready = read(kStartSeconds);
  version = ready.getString("version").value_or("").str();
}

Object PeerProcess::read(double seconds) {
  using Clock = std::chrono::steady_clock;
  Clock::time_point end =
      Clock::now() +
      std::chrono::milliseconds(static_cast<int64_t>(seconds * 1e3));
  size_t line;
  while ((line = pending.find('\n')) == std::string::npos) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                    end - Clock::now())
                    .count();
    pollfd ready{fromPeer, POLLIN, 0};
    int count = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
    if (count < 0 && errno == EINTR)
      continue;
    char buffer[65536];
    ssize_t size = count > 0 ? ::read(fromPeer, buffer, sizeof(buffer)) : 0;
    if (size <= 0) {
      obstacle = count > 0 ? "its process has ended without an answer"
                           : "no answer in " +
                                 std::to_string(static_cast<int>(seconds)) +
                                 " seconds";
      stop();
      return {};
    }
    pending.append(buffer, size);
  }
  llvm::Expected<llvm::json::Value> answer =
      llvm::json::parse(StringRef(pending).take_front(line));
  pending.erase(0, line + 1);
  Object *facts = answer ? answer->getAsObject() : nullptr;
  if (!facts) {
    llvm::consumeError(answer.takeError());
    obstacle = "its answer cannot be read";
    stop();
    return {};
  }
  if (auto missing = facts->getString("missing")) {
    obstacle = missing->str();
    stop();
  }
  return std::move(*facts);
}

void PeerProcess::measure(double seconds) {
  if (!obstacle.empty())
    return;
  std::string question = std::to_string(seconds) + "\n";
  // A process that has ended must not end this one.
  struct sigaction ignore = {}, before;
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &before);
  bool isSent = write(toPeer, question.data(), question.size()) ==
                static_cast<ssize_t>(question.size());
  sigaction(SIGPIPE, &before, nullptr);
  if (!isSent) {
    obstacle = "its process has ended";
    return stop();
  }
  Object facts = read(10 * seconds + kStartSeconds);
  peakMegabytes = facts.getNumber("peak_rss_mb").value_or(peakMegabytes);
  const llvm::json::Array *times = facts.getArray("ms");
  if (!times)
    return;
  for (const llvm::json::Value &each : *times)
    if (const llvm::json::Array *parts = each.getAsArray();
        parts && parts->size() == 2) {
      calls.push_back((*parts)[0].getAsNumber().value_or(0));
      steps.push_back((*parts)[1].getAsNumber().value_or(0));
    } else {
      calls.push_back(each.getAsNumber().value_or(0));
    }
}
