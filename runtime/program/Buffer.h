// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Memory for arenas, states and outputs.
#ifndef WEFT_RUNTIME_PROGRAM_BUFFER_H
#define WEFT_RUNTIME_PROGRAM_BUFFER_H

#include <cstddef>
#include <cstdint>
#include <utility>

namespace weft::runtime {

/// An owned piece of host memory, aligned to 64 bytes at least. Fresh memory is
/// zero. Large pieces come straight from the system, in huge pages where it
/// grants them, and are given back when the buffer dies.
class Buffer {
public:
  Buffer() = default;
  Buffer(Buffer &&other) noexcept
      : data(std::exchange(other.data, nullptr)),
        sizeBytes(std::exchange(other.sizeBytes, 0)),
        mappedBytes(std::exchange(other.mappedBytes, 0)) {}
  Buffer &operator=(Buffer &&other) noexcept {
    std::swap(data, other.data);
    std::swap(sizeBytes, other.sizeBytes);
    std::swap(mappedBytes, other.mappedBytes);
    return *this;
  }
  ~Buffer();

  /// Replaces the contents by `bytes` zero bytes; false leaves the buffer
  /// empty: memory is out, or `bytes` is absurd.
  [[nodiscard]] bool allocate(uint64_t bytes);

  /// Makes room for `bytes`; keeps the memory if it is large enough, otherwise
  /// the old contents are lost.
  [[nodiscard]] bool reserve(uint64_t bytes) {
    return bytes <= sizeBytes && data ? true : allocate(bytes);
  }

  uint8_t *getData() const { return data; }
  uint64_t getSizeBytes() const { return sizeBytes; }

private:
  void clear();

  uint8_t *data = nullptr;
  uint64_t sizeBytes = 0;
  uint64_t mappedBytes = 0; // 0 = from the heap
};

} // namespace weft::runtime

#endif
