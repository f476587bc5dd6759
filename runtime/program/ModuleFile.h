// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A module file in memory: mapped read-only, or the caller's bytes.
// docs/ModuleFormat.md describes the container.
#ifndef WEFT_RUNTIME_PROGRAM_MODULEFILE_H
#define WEFT_RUNTIME_PROGRAM_MODULEFILE_H

#include "runtime/program/Buffer.h"
#include "runtime/program/Manifest.h"
#include "runtime/program/Status.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace weft::runtime {

/// Read-only once open; any thread may use it.
class ModuleFile {
public:
  /// Maps the file and checks header and manifest: magic, versions, lengths,
  /// checksums. Messages begin with the path.
  static Status open(const std::string &path,
                     std::unique_ptr<ModuleFile> &file);

  /// The same for `bytes`, which must outlive the file. Weights need an
  /// alignment of 64: bytes at another address are copied.
  static Status openMemory(std::string_view bytes,
                           std::unique_ptr<ModuleFile> &file);

  ~ModuleFile();
  ModuleFile(const ModuleFile &) = delete;
  ModuleFile &operator=(const ModuleFile &) = delete;

  /// The path, or "memory".
  const std::string &getName() const { return name; }
  const uint8_t *getData() const { return data; }
  uint64_t getSizeBytes() const { return sizeBytes; }
  std::string_view getManifestText() const { return manifestText; }
  const Manifest &getManifest() const { return manifest; }

  std::string_view getBytes(const Segment &segment) const {
    return {reinterpret_cast<const char *>(data) + segment.offset,
            segment.sizeBytes};
  }

  /// Compares the contents of `segment` with its checksum; `what` begins the
  /// message. Reads the whole segment.
  Status verify(const Segment &segment, std::string_view what) const;

private:
  ModuleFile() = default;
  Status readHeader();

  std::string name;
  const uint8_t *data = nullptr;
  uint64_t sizeBytes = 0;
  bool isMapped = false;
  Buffer copy;
  std::string_view manifestText;
  Manifest manifest;
};

} // namespace weft::runtime

#endif
