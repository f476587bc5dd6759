// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arrays that a model is run on, cut into what single calls take.

#ifndef WEFT_LIB_OPTIMIZER_CALIBRATIONDATA_H
#define WEFT_LIB_OPTIMIZER_CALIBRATIONDATA_H

#include "lib/Interpreter/Tensor.h"
#include "llvm/Support/Error.h"

namespace weft {

/// An input of the compiled function.
struct CalibrationInput {
  std::string name;
  mlir::Type element;
  /// -1 for a dynamic dimension.
  llvm::SmallVector<int64_t> dims;
  /// The caller gives it as zeros, with no element where a dimension is dynamic.
  bool isState = false;

  /// "f32[?, 3]"
  std::string describe() const;
};

/// Says that ranges by `count` of `what` in the file or folder `path` are ones by chance.
llvm::Error reportFewSamples(llvm::StringRef path, int64_t count,
                             const llvm::Twine &what, int64_t least);

/// A tensor for each input; null for a state.
using CalibrationSample = std::vector<Tensor>;

class CalibrationData {
public:
  /// Reads the .npy or .npz file `path`. Fails where it is empty. `context` makes types, and must outlive the data.
  static llvm::Expected<CalibrationData> read(llvm::StringRef path,
                                              mlir::MLIRContext &context);

  /// Token ids that a text became. Fails where there are none.
  static llvm::Expected<CalibrationData> fromTokens(llvm::StringRef path,
                                                    llvm::ArrayRef<int32_t> ids,
                                                    mlir::MLIRContext &context);

  /// Pieces of at most `context` tokens of the only array, token ids in one piece or in rows; at most `limit` of them. Fails where there
  /// are too few, or one that no model has.
  llvm::Expected<std::vector<CalibrationSample>>
  cutTokens(llvm::ArrayRef<CalibrationInput> inputs, int64_t context,
            int64_t limit) const;

  /// For each input the array of its name, or the only array, cut along its first dimension; at most `limit` samples of at least `least` in
  /// all. An array may have one dimension more than the input, and then is a list of inputs.
  llvm::Expected<std::vector<CalibrationSample>>
  cutSamples(llvm::ArrayRef<CalibrationInput> inputs, int64_t limit,
             int64_t least) const;

private:
  CalibrationData() = default;

  llvm::Expected<const Tensor *> find(const CalibrationInput &input,
                                      bool isOnly) const;

  std::string path;
  /// The name of a .npy file's array is empty.
  std::vector<std::pair<std::string, Tensor>> arrays;
};

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_CALIBRATIONDATA_H
