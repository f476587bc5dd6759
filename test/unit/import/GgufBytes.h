// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GGUF files by hand, right ones and wrong ones.

#ifndef WEFT_TEST_UNIT_IMPORT_GGUFBYTES_H
#define WEFT_TEST_UNIT_IMPORT_GGUFBYTES_H

#include <cstdint>
#include <string>
#include <vector>

namespace weft::test {

/// The bytes of a number, little-endian.
template <typename T> std::string bytesOf(T number) {
  return std::string(reinterpret_cast<const char *>(&number), sizeof(T));
}

inline std::string text(const std::string &value) {
  return bytesOf<uint64_t>(value.size()) + value;
}

/// A metadata entry: key, type id, and the value's bytes.
inline std::string entry(const std::string &key, uint32_t type,
                         const std::string &value) {
  return text(key) + bytesOf(type) + value;
}

inline std::string entry(const std::string &key, const std::string &value) {
  return entry(key, 8, text(value));
}

/// An entry that is an array.
inline std::string list(const std::string &key, uint32_t type, uint64_t count,
                        const std::string &elements) {
  return entry(key, 9, bytesOf(type) + bytesOf(count) + elements);
}

/// An entry of the list of tensors; innermost dimension first.
inline std::string tensor(const std::string &name,
                          const std::vector<int64_t> &dims, uint32_t type,
                          uint64_t offset) {
  std::string bytes = text(name) + bytesOf<uint32_t>(dims.size());
  for (int64_t dim : dims)
    bytes += bytesOf(dim);
  return bytes + bytesOf(type) + bytesOf(offset);
}

/// A whole file.
inline std::string makeGguf(const std::vector<std::string> &entries,
                            const std::vector<std::string> &tensors = {},
                            const std::string &data = "",
                            size_t alignment = 32) {
  std::string file = "GGUF" + bytesOf<uint32_t>(3) +
                     bytesOf<uint64_t>(tensors.size()) +
                     bytesOf<uint64_t>(entries.size());
  for (const std::string &bytes : entries)
    file += bytes;
  for (const std::string &bytes : tensors)
    file += bytes;
  file.resize((file.size() + alignment - 1) / alignment * alignment);
  return file + data;
}

} // namespace weft::test

#endif // WEFT_TEST_UNIT_IMPORT_GGUFBYTES_H
