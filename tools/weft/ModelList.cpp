// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file is taken for a model by its ending and its first bytes both: few bytes
// are enough for a file to look like one.

#include "tools/weft/ModelList.h"
#include "lib/Import/Model/ImportModel.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace weft;
using llvm::StringRef;

/// Whether a folder is a model itself.
static bool hasConfiguration(StringRef folder) {
  return llvm::sys::fs::exists(folder + "/config.json");
}

/// Whether a file's name ends in -NNNNN-of-NNNNN and its first number is not 1:
/// the first file of a model in several stands for all.
static bool isLaterPart(StringRef name) {
  StringRef ending = llvm::sys::path::stem(name).take_back(15);
  static constexpr StringRef form = "-NNNNN-of-NNNNN";
  return ending.size() == form.size() &&
         llvm::all_of(llvm::zip(ending, form),
                      [](auto pair) {
                        auto [found, wanted] = pair;
                        return wanted == 'N' ? llvm::isDigit(found)
                                             : found == wanted;
                      }) &&
         ending.substr(1, 5) != "00001";
}

static bool isModel(StringRef path) {
  if (llvm::sys::fs::is_directory(path))
    return hasConfiguration(path);
  StringRef name = llvm::sys::path::filename(path);
  static constexpr StringRef endings[] = {".onnx", ".gguf", ".ir",
                                          ".wm",   ".mlir", ".mlirbc"};
  if (llvm::none_of(endings,
                    [&](StringRef ending) { return name.ends_with(ending); }))
    return false;
  if (isLaterPart(name))
    return false;
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (format)
    return true;
  llvm::consumeError(format.takeError());
  return false;
}

llvm::Expected<ModelList> weft::findModels(StringRef path) {
  if (!llvm::sys::fs::is_directory(path) || hasConfiguration(path)) {
    llvm::Expected<ModelFormat> format = detectModelFormat(path);
    if (!format)
      return format.takeError();
    return ModelList{{path.str()}, false};
  }
  ModelList list{{}, true};
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(path, error), end;
       !error && it != end; it.increment(error))
    if (isModel(it->path()))
      list.paths.push_back(it->path());
  if (error)
    return llvm::createStringError("cannot read the folder '" + path +
                                   "': " + error.message());
  if (list.paths.empty())
    return llvm::createStringError(
        "the folder '" + path +
        "' holds no model: expected .onnx, .gguf, .ir, .mlir or .wm files, or "
        "folders with config.json");
  llvm::sort(list.paths);
  return list;
}
