// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Opening and checking a module file. The order of the checks gives the most
// telling message: what is no module at all, then what is too new, then what is
// cut off, then what is damaged.
#include "runtime/program/ModuleFile.h"
#include "runtime/abi/GeneratedCode.h"
#include "runtime/program/Checksum.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace weft::runtime;

namespace {

/// The first bytes of a module, little endian.
struct Header {
  char magic[8];
  uint32_t formatVersion;
  uint32_t headerSize;
  uint64_t fileSize;
  uint64_t manifestOffset;
  uint64_t manifestSize;
  uint64_t manifestChecksum;
  uint64_t headerChecksum; // of the bytes before it
  uint8_t padding[8];      // zero
};
static_assert(sizeof(Header) == 64);
static_assert(offsetof(Header, headerChecksum) == 48);

constexpr char magic[9] = "WEFTMODL";
constexpr uint32_t formatVersion = 1;

} // namespace

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_BAD_MODULE, parts...);
}

Status ModuleFile::readHeader() {
  if (sizeBytes < sizeof(Header))
    return bad("truncated: expected a header of ", sizeof(Header),
               " bytes, found ", sizeBytes);
  Header header;
  memcpy(&header, data, sizeof(header));
  if (memcmp(header.magic, magic, sizeof(header.magic)) != 0)
    return bad("expected a module that begins with '", magic,
               "', found something else");
  if (header.formatVersion != formatVersion)
    return bad("expected module format version ", formatVersion, ", found ",
               header.formatVersion,
               header.formatVersion > formatVersion
                   ? "; the module needs a newer runtime"
                   : "; compile the model again");
  if (header.headerSize != sizeof(Header))
    return bad("expected a header of ", sizeof(Header), " bytes, found ",
               header.headerSize);
  uint64_t checksum = computeChecksum(data, offsetof(Header, headerChecksum));
  if (checksum != header.headerChecksum)
    return bad("damaged header: expected checksum ",
               toHex(header.headerChecksum), ", found ", toHex(checksum));
  for (uint8_t byte : header.padding)
    if (byte != 0)
      return bad("damaged header: expected zero padding, found ", byte);
  if (header.fileSize != sizeBytes)
    return bad(sizeBytes < header.fileSize ? "truncated: " : "", "expected ",
               header.fileSize, " bytes, found ", sizeBytes);
  if (header.manifestOffset < sizeof(Header) ||
      header.manifestOffset > sizeBytes ||
      header.manifestSize > sizeBytes - header.manifestOffset)
    return bad("expected the manifest within the file's ", sizeBytes,
               " bytes, found ", header.manifestSize, " bytes at offset ",
               header.manifestOffset);
  manifestText = getBytes({header.manifestOffset, header.manifestSize, 0});
  if (Status status = verify(
          {header.manifestOffset, header.manifestSize, header.manifestChecksum},
          "manifest");
      !status.ok())
    return status;
  return parseManifest(manifestText, sizeBytes, manifest);
}

Status ModuleFile::verify(const Segment &segment, std::string_view what) const {
  std::string_view bytes = getBytes(segment);
  uint64_t checksum = computeChecksum(bytes.data(), bytes.size());
  if (checksum == segment.checksum)
    return Status();
  return bad("damaged ", what, ": expected checksum ", toHex(segment.checksum),
             ", found ", toHex(checksum));
}

Status ModuleFile::open(const std::string &path,
                        std::unique_ptr<ModuleFile> &file) {
  auto unreadable = [&](const char *what) {
    return failure(WEFT_STATUS_INVALID_ARGUMENT, path, ": ", what, ": ",
                   strerror(errno));
  };
  // Non-blocking, so that a named pipe is refused instead of waited for.
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    return unreadable("cannot open");
  struct stat info;
  if (fstat(descriptor, &info) != 0) {
    Status status = unreadable("cannot stat");
    close(descriptor);
    return status;
  }
  if (!S_ISREG(info.st_mode)) {
    close(descriptor);
    return failure(WEFT_STATUS_INVALID_ARGUMENT, path,
                   ": expected a regular file");
  }
  std::unique_ptr<ModuleFile> opened(new ModuleFile);
  opened->name = path;
  opened->sizeBytes = uint64_t(info.st_size);
  if (info.st_size > 0) {
    void *memory =
        mmap(nullptr, opened->sizeBytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (memory == MAP_FAILED) {
      Status status = unreadable("cannot map");
      close(descriptor);
      return status;
    }
    opened->data = static_cast<const uint8_t *>(memory);
    opened->isMapped = true;
  }
  close(descriptor);
  if (Status status = opened->readHeader(); !status.ok())
    return std::move(status).in(path);
  file = std::move(opened);
  return Status();
}

Status ModuleFile::openMemory(std::string_view bytes,
                              std::unique_ptr<ModuleFile> &file) {
  std::unique_ptr<ModuleFile> opened(new ModuleFile);
  opened->name = "memory";
  opened->data = reinterpret_cast<const uint8_t *>(bytes.data());
  opened->sizeBytes = bytes.size();
  if (reinterpret_cast<uintptr_t>(bytes.data()) % WEFT_ABI_ALIGNMENT != 0) {
    if (!opened->copy.allocate(bytes.size()))
      return failure(WEFT_STATUS_OUT_OF_MEMORY, "memory: cannot copy ",
                     bytes.size(), " unaligned bytes of a module");
    memcpy(opened->copy.getData(), bytes.data(), bytes.size());
    opened->data = opened->copy.getData();
  }
  if (Status status = opened->readHeader(); !status.ok())
    return std::move(status).in("memory");
  file = std::move(opened);
  return Status();
}

ModuleFile::~ModuleFile() {
  if (isMapped)
    munmap(const_cast<uint8_t *>(data), sizeBytes);
}
