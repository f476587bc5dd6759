// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The rename makes the file appear at once and whole.

#include "lib/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace weft;

static llvm::Error describe(llvm::StringRef path, std::error_code code) {
  return llvm::createStringError(code, llvm::Twine("cannot write '") + path +
                                           "': " + code.message());
}

llvm::Expected<std::unique_ptr<OutputFile>>
OutputFile::create(llvm::StringRef path) {
  if (llvm::Error error = checkReplaceable(path))
    return error;
  llvm::Expected<llvm::sys::fs::TempFile> file =
      llvm::sys::fs::TempFile::create(path + ".tmp-%%%%%%%%");
  if (!file)
    return describe(path, llvm::errorToErrorCode(file.takeError()));
  return std::unique_ptr<OutputFile>(new OutputFile(path, std::move(*file)));
}

OutputFile::~OutputFile() {
  if (!committed)
    llvm::consumeError(file.discard());
}

void weft::syncFolder(llvm::StringRef path) {
  llvm::SmallString<128> folder(llvm::sys::path::parent_path(path));
  if (folder.empty())
    folder = ".";
  int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  ::fsync(descriptor);
  ::close(descriptor);
}

llvm::Error OutputFile::commit(bool durable) {
  if (durable && ::fsync(file.FD) != 0)
    return describe(path, {errno, std::generic_category()});
  committed = true;
  if (llvm::Error error = file.keep(path))
    return describe(path, llvm::errorToErrorCode(std::move(error)));
  if (durable)
    syncFolder(path);
  return llvm::Error::success();
}

llvm::Error weft::checkReplaceable(llvm::StringRef path) {
  llvm::sys::fs::file_status status;
  if (llvm::sys::fs::status(path, status) ||
      llvm::sys::fs::is_regular_file(status))
    return llvm::Error::success();
  return llvm::createStringError(
      std::make_error_code(std::errc::invalid_argument),
      llvm::Twine("cannot write '") + path +
          "': it is there and not a regular file");
}

llvm::Error weft::checkOutputPath(llvm::StringRef input,
                                  llvm::StringRef output) {
  if (llvm::sys::fs::equivalent(input, output))
    return llvm::createStringError("the output '" + output +
                                   "' is the model itself");
  if (llvm::sys::fs::is_directory(output))
    return llvm::createStringError("cannot write '" + output +
                                   "': it is a folder");
  llvm::StringRef folder = llvm::sys::path::parent_path(output);
  if (!folder.empty() && !llvm::sys::fs::is_directory(folder))
    return llvm::createStringError("cannot write '" + output +
                                   "': there is no folder '" + folder + "'");
  return llvm::Error::success();
}

llvm::Error weft::writeWholeFile(
    llvm::StringRef path,
    llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write) {
  llvm::sys::fs::file_status status;
  bool isDevice = !llvm::sys::fs::status(path, status) &&
                  !llvm::sys::fs::is_regular_file(status) &&
                  !llvm::sys::fs::is_directory(status);
  if (!isDevice) {
    llvm::Expected<std::unique_ptr<OutputFile>> file = OutputFile::create(path);
    if (!file)
      return file.takeError();
    if (llvm::Error error = (*file)->getSections().add(write).takeError())
      return error;
    return (*file)->commit(/*durable=*/false);
  }
  std::error_code code;
  llvm::raw_fd_ostream stream(path, code);
  if (code)
    return describe(path, code);
  llvm::Error error = write(stream);
  stream.close();
  if (std::error_code failed = stream.error()) {
    // Otherwise the stream's end would abort the process.
    stream.clear_error();
    return llvm::joinErrors(std::move(error), describe(path, failed));
  }
  return error;
}

llvm::Error weft::writeWholeFile(llvm::StringRef path, llvm::StringRef bytes) {
  return writeWholeFile(path, [&](llvm::raw_ostream &stream) {
    stream << bytes;
    return llvm::Error::success();
  });
}
