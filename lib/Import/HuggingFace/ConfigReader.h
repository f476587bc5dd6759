// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads settings out of config.json. A setting that is absent has the default
// that transformers gives it, which is not the same as one that is null. The
// first failure stays, and what is read after it does not matter.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_CONFIGREADER_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_CONFIGREADER_H

#include "llvm/Support/JSON.h"
#include <optional>
#include <string>
#include <vector>

namespace weft {

class ConfigReader {
public:
  /// \p where names the object in messages and \p error is shared by the
  /// readers of its parts; both outlive nothing: the texts are copied.
  ConfigReader(const llvm::json::Object &object, llvm::StringRef where,
               std::string &error)
      : object(object), where(where.str()), error(error) {}

  /// Whether the setting is there and not null.
  bool has(llvm::StringRef key) const {
    const llvm::json::Value *value = object.get(key);
    return value && value->kind() != llvm::json::Value::Null;
  }

  /// The value; \p absent where there is none, nothing where it is null.
  std::optional<int64_t> findInteger(llvm::StringRef key,
                                     std::optional<int64_t> absent = {});
  std::optional<double> findReal(llvm::StringRef key,
                                 std::optional<double> absent = {});

  /// The value; \p otherwise where it is absent or null.
  int64_t integer(llvm::StringRef key, int64_t otherwise) {
    return findInteger(key).value_or(otherwise);
  }
  double real(llvm::StringRef key, double otherwise) {
    return findReal(key).value_or(otherwise);
  }
  bool truth(llvm::StringRef key, bool otherwise);
  std::string text(llvm::StringRef key, llvm::StringRef otherwise);
  std::vector<double> reals(llvm::StringRef key);
  std::vector<int64_t> integers(llvm::StringRef key);
  std::vector<std::string> texts(llvm::StringRef key);

  /// The object of that name, or null where it is absent or null.
  const llvm::json::Object *findObject(llvm::StringRef key);
  /// A reader for an object inside this one.
  ConfigReader enter(llvm::StringRef key, const llvm::json::Object &part) {
    return {part, where + ": " + key.str(), error};
  }
  const llvm::json::Object &getObject() const { return object; }

  /// Notes what was expected of a setting; what was found stands behind it.
  void fail(llvm::StringRef key, const llvm::Twine &expected);

private:
  template <typename Element, typename Read>
  std::vector<Element> list(llvm::StringRef key, llvm::StringRef expected,
                            Read read);

  const llvm::json::Object &object;
  std::string where;
  std::string &error;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_CONFIGREADER_H
