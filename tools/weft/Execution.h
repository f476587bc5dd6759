// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compiled module as the verbs run it: program, session and call of one function.

#ifndef WEFT_TOOLS_WEFT_EXECUTION_H
#define WEFT_TOOLS_WEFT_EXECUTION_H

#include "lib/Interpreter/Tensor.h"
#include "lib/Support/MappedFile.h"
#include "tools/weft/Signature.h"
#include "tools/weft/Verb.h"

namespace weft {

class Model;

class Execution {
public:
  explicit Execution(mlir::MLIRContext &context) : context(context) {}
  ~Execution();
  Execution(const Execution &) = delete;
  Execution &operator=(const Execution &) = delete;

  /// Gives the program the kernels of a library; before it is opened.
  ExitStatus loadKernels(llvm::StringRef library);
  /// Lets the code be written into a folder too, where perf and gdb find its names; before the program is opened.
  void setCodeDirectory(llvm::StringRef folder) {
    codeDirectory = folder.str();
  }

  /// Each says what went wrong on stderr. `threads` 0 = what the process may use.
  ExitStatus openFile(llvm::StringRef path, int threads);
  /// Runs another function than main; before the program is opened.
  void setFunction(llvm::StringRef name) { function = name.str(); }
  /// Lets the first function stand in where there is no main; before the program
  /// is opened.
  void setAnyFunction() { isAnyFunction = true; }
  ExitStatus openMemory(std::shared_ptr<MappedFile> module, int threads);
  /// Compiles what was imported, and opens that.
  ExitStatus openModel(Model &model, int threads);

  const Signature &getSignature() const { return signature; }
  int getThreads() const { return weft_session_get_threads(session); }
  WeftProgram *getProgram() { return program; }

  /// Null tensors are states that keep their value.
  ExitStatus setInputs(llvm::ArrayRef<Tensor> tensors);
  ExitStatus run();
  /// Copies of the outputs, those that are state among them.
  ExitStatus getOutputs(std::vector<Tensor> &outputs);
  /// All three.
  ExitStatus run(llvm::ArrayRef<Tensor> tensors, std::vector<Tensor> &outputs);

  /// Records runs from now on.
  ExitStatus startProfile();
  ExitStatus writeProfile(llvm::StringRef path);
  /// Visits what was recorded since the last time.
  void visitProfile(llvm::function_ref<void(const WeftProfileEvent &)> visit);

private:
  WeftProgramOptions getOptions(int threads) const;
  ExitStatus finishOpening(WeftStatus status);

  mlir::MLIRContext &context;
  std::vector<WeftExtern> externs;
  /// The function may be empty: main, or the only one.
  std::string codeDirectory, function;
  std::shared_ptr<MappedFile> memory;
  bool isAnyFunction = false;
  WeftProgram *program = nullptr;
  WeftSession *session = nullptr;
  WeftCall *call = nullptr;
  WeftProfile *profile = nullptr;
  Signature signature;
  /// What the call reads.
  std::vector<Tensor> inputs;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_EXECUTION_H
