// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Modules for tests: a manifest that can be changed field by field, code from
// FakeCode.c, and a writer that is independent of the compiler's.
#ifndef WEFT_TEST_UNIT_RUNTIME_FAKEMODULE_H
#define WEFT_TEST_UNIT_RUNTIME_FAKEMODULE_H

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weft::test {

/// Where the fields of the header lie.
enum HeaderOffset : size_t {
  VersionOffset = 8,
  HeaderSizeOffset = 12,
  FileSizeOffset = 16,
  ManifestOffsetOffset = 24,
  ManifestSizeOffset = 32,
  ManifestChecksumOffset = 40,
  HeaderChecksumOffset = 48,
  HeaderBytes = 64
};

class FakeModule {
public:
  /// All functions of FakeCode.c, one level with the given features.
  explicit FakeModule(std::vector<std::string> features = {},
                      std::string_view code = "good");

  nlohmann::json manifest;

  /// Appends a segment and returns its {"offset", "size", "xxh3"}.
  nlohmann::json addSegment(std::string_view bytes);

  /// Replaces the code of level 0.
  void setCode(std::string_view elf);

  /// The bytes of the module.
  std::string build() const;
  /// The same with `text` for a manifest.
  std::string build(std::string_view text) const;

private:
  std::string segments; // begins with room for the header
};

/// An argument of the manifest.
nlohmann::json argument(const char *name, const char *dtype,
                        nlohmann::json dims, const char *state = nullptr);

/// One of the objects made from FakeCode.c.
std::string readCode(std::string_view name);

uint64_t checksum(std::string_view bytes);

/// Sets the header's own checksum after it was changed.
void sealHeader(std::string &module);

template <typename Value>
void setValue(std::string &bytes, size_t offset, Value value) {
  bytes.replace(offset, sizeof(value), reinterpret_cast<const char *>(&value),
                sizeof(value));
}

/// A file that is gone when the object is.
class TemporaryFile {
public:
  explicit TemporaryFile(std::string_view contents = {});
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile &) = delete;
  const std::string &getPath() const { return path; }
  void write(std::string_view contents) const;
  std::string read() const;

private:
  std::string path;
};

} // namespace weft::test

#endif
