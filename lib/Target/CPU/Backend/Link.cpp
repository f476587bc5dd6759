// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// lld as a library. It takes and makes files only: objects go in through
// an anonymous file in memory, named by its descriptor, as one archive, since a
// model may have more kernels than a process may have open files. The output
// cannot, since lld replaces it by renaming another file, and is a temporary
// file.

#include "lib/Target/CPU/Backend/Link.h"
#include "lld/Common/CommonLinkerContext.h"
#include "lld/Common/Driver.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

LLD_HAS_DRIVER(elf)

using namespace llvm;
using namespace weft::cpu;

namespace {
/// A file without a name, in memory.
class MemoryFile {
public:
  static Expected<MemoryFile> create();
  MemoryFile(MemoryFile &&other)
      : descriptor(std::exchange(other.descriptor, -1)) {}
  MemoryFile(const MemoryFile &) = delete;
  ~MemoryFile() {
    if (descriptor >= 0)
      close(descriptor);
  }

  std::string getPath() const {
    return formatv("/proc/self/fd/{0}", descriptor).str();
  }
  Error write(StringRef bytes);

private:
  explicit MemoryFile(int descriptor) : descriptor(descriptor) {}
  int descriptor;
};
} // namespace

static Error failWithErrno(const char *what) {
  return createStringError("cannot %s a file in memory: %s", what,
                           sys::StrError().c_str());
}

Expected<MemoryFile> MemoryFile::create() {
  int descriptor = memfd_create("weft-link", MFD_CLOEXEC);
  if (descriptor < 0)
    return failWithErrno("create");
  return MemoryFile(descriptor);
}

Error MemoryFile::write(StringRef bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return failWithErrno("write");
    bytes = bytes.drop_front(written);
  }
  return Error::success();
}

static Expected<std::string> readFile(StringRef path) {
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!buffer)
    return createStringError("cannot read %s: %s", path.str().c_str(),
                             buffer.getError().message().c_str());
  return (*buffer)->getBuffer().str();
}

static std::vector<std::string> makeArguments(LinkKind kind, bool kernelNames) {
  std::vector<std::string> arguments = {"ld.lld", "--threads=1"};
  auto add = [&](std::initializer_list<const char *> more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
  };
  if (kind == LinkKind::Relocatable) {
    add({"-r"});
    return arguments;
  }
  // One page size, two kinds of segment at the most, no lazy anything: the
  // runtime's loader reads just what this makes.
  add({"-shared", "-z", "defs", "-z", "text", "-z", "norelro", "-z", "now",
       "-z", "max-page-size=4096", "-Bsymbolic", "--gc-sections",
       "--hash-style=gnu", "--no-dynamic-linker", "--build-id=none",
       "--no-undefined", "--error-limit=20"});
  if (!kernelNames)
    add({"--strip-all"});
  return arguments;
}

/// The linker's messages, without what every one begins with.
static std::string condense(StringRef messages) {
  std::string text;
  SmallVector<StringRef> lines;
  messages.split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef line : lines) {
    if (!line.consume_front("ld.lld: error: "))
      continue;
    text += (text.empty() ? "" : "; ") + line.str();
  }
  return text.empty() ? messages.str() : text;
}

/// Refuses to begin a file that the disk has no room for: lld would end the
/// process when it is full.
static Error checkSpace(StringRef output, uint64_t bytes) {
  StringRef folder = sys::path::parent_path(output);
  ErrorOr<sys::fs::space_info> space =
      sys::fs::disk_space(folder.empty() ? "." : folder);
  // Headers and symbols come on top.
  constexpr uint64_t kSlack = 1 << 20;
  if (!space || space->available >= bytes + kSlack)
    return Error::success();
  return createStringError("cannot write '" + output + "': it needs " +
                           Twine(bytes + kSlack) + " bytes, found room for " +
                           Twine(space->available));
}

/// Runs the linker.
static Error link(ArrayRef<std::string> arguments) {
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  std::string messages;
  raw_string_ostream stream(messages);
  static std::mutex mutex;
  std::lock_guard<std::mutex> guard(mutex);
  bool linked = lld::elf::link(pointers, stream, stream, /*exitEarly=*/false,
                               /*disableOutput=*/false);
  lld::CommonLinkerContext::destroy();
  if (linked)
    return Error::success();
  return createStringError("linking generated code failed: %s",
                           condense(messages).c_str());
}

Expected<std::string> weft::cpu::linkObjects(ArrayRef<std::string> objects,
                                             LinkKind kind, bool kernelNames) {
  std::vector<std::string> arguments = makeArguments(kind, kernelNames);
  std::vector<NewArchiveMember> members;
  for (const std::string &object : objects)
    members.emplace_back(MemoryBufferRef(object, "kernel.o"));
  auto archive =
      writeArchiveToBuffer(members, SymtabWritingMode::NoSymtab,
                           object::Archive::K_GNU, /*Deterministic=*/true,
                           /*Thin=*/false);
  if (!archive)
    return archive.takeError();
  Expected<MemoryFile> input = MemoryFile::create();
  if (!input)
    return input.takeError();
  if (Error error = input->write((*archive)->getBuffer()))
    return std::move(error);
  uint64_t bytes = (*archive)->getBufferSize();
  arguments.insert(arguments.end(), {"--whole-archive", input->getPath()});
  SmallString<128> output;
  if (std::error_code error =
          sys::fs::createTemporaryFile("weft-code", "so", output))
    return createStringError("cannot create a temporary file: %s",
                             error.message().c_str());
  FileRemover remover(output);
  if (Error error = checkSpace(output, bytes))
    return std::move(error);
  arguments.push_back("-o");
  arguments.push_back(output.str().str());
  if (Error error = link(arguments))
    return std::move(error);
  return readFile(output);
}

Error weft::cpu::linkLibrary(const std::string &code, StringRef data,
                             ArrayRef<SymbolAlias> aliases, StringRef soname,
                             StringRef output) {
  std::vector<std::string> arguments =
      makeArguments(LinkKind::Shared, /*kernelNames=*/true);
  Expected<MemoryFile> file = MemoryFile::create();
  if (!file)
    return file.takeError();
  if (Error error = file->write(code))
    return error;
  uint64_t dataBytes = 0;
  if (std::error_code error = sys::fs::file_size(data, dataBytes))
    return createStringError("cannot read " + data + ": " + error.message());
  if (Error error = checkSpace(output, code.size() + dataBytes))
    return error;
  // Nothing in the code refers to the weights or to another name.
  llvm::erase(arguments, "--gc-sections");
  for (const SymbolAlias &each : aliases)
    arguments.push_back("--defsym=" + each.alias + "=" + each.symbol);
  arguments.insert(arguments.end(), {"-soname", soname.str(), file->getPath(),
                                     data.str(), "-o", output.str()});
  return link(arguments);
}
