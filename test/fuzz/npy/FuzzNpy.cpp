// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Any bytes as NumPy's arrays: a .npz file where they begin as one, else a .npy
// file. Of what opens, every element is read.

#include "lib/Interpreter/NpyFile.h"
#include "mlir/IR/MLIRContext.h"
#include "test/fuzz/InputFile.h"
#include <cstdlib>

using namespace weft;

static void readElements(const Tensor &tensor) {
  if (int64_t(tensor.getBytes().size()) != tensor.getSizeBytes())
    std::abort();
  (void)tensor.widen<double>();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const InputFile file;
  // A context keeps all types that it has seen; tensors here ask for none.
  static mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  llvm::StringRef bytes(reinterpret_cast<const char *>(data), size);
  if (!file.write(bytes))
    return 0;
  if (!bytes.starts_with("PK")) {
    llvm::Expected<Tensor> tensor = readNpy(file.getPath(), context);
    if (tensor)
      readElements(*tensor);
    else
      llvm::consumeError(tensor.takeError());
    return 0;
  }
  auto arrays = readNpz(file.getPath(), context);
  if (!arrays) {
    llvm::consumeError(arrays.takeError());
    return 0;
  }
  for (const auto &[name, tensor] : *arrays)
    readElements(tensor);
  return 0;
}
