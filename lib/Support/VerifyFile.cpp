// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model.ir is verified by its weight store; a module by the segments that its
// manifest lists.

#include "lib/Support/VerifyFile.h"
#include "lib/Support/ContainerFrame.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/ModelFile.h"
#include "lib/Support/ModuleFormat.h"
#include "llvm/ADT/Twine.h"

using namespace weft;

static uint64_t computeChecksum(const MappedFile &file,
                                llvm::ArrayRef<char> bytes) {
  constexpr size_t kPieceBytes = size_t(4) << 20;
  Xxh3 checksum;
  while (!bytes.empty()) {
    llvm::ArrayRef<char> piece = bytes.take_front(kPieceBytes);
    checksum.update(piece);
    file.release(piece);
    bytes = bytes.drop_front(piece.size());
  }
  return checksum.getValue();
}

uint64_t weft::computeFileChecksum(const MappedFile &file) {
  return computeChecksum(file, file.getBytes());
}

static llvm::Error verifySegment(const MappedFile &file,
                                 const SectionRange &range,
                                 const llvm::Twine &what) {
  llvm::Expected<llvm::ArrayRef<char>> bytes =
      file.getRange(range.offset, range.sizeBytes);
  if (!bytes)
    return llvm::createStringError(what + ": " +
                                   llvm::toString(bytes.takeError()));
  uint64_t checksum = computeChecksum(file, *bytes);
  if (checksum == range.checksum)
    return llvm::Error::success();
  return llvm::createStringError(
      what + " is damaged: " + llvm::Twine(range.sizeBytes) +
      " bytes at offset " + llvm::Twine(range.offset) + " of '" +
      file.getPath() + "' have checksum " + formatChecksum(checksum) +
      ", expected " + formatChecksum(range.checksum));
}

static llvm::Expected<VerifiedFile> verifyModule(const MappedFile &file) {
  llvm::Expected<ContainerFrame> header =
      ContainerFrame::decode(file.getBytes(), kModuleMagic, kModuleVersion,
                             file.getPath(), "a compiled module");
  if (!header)
    return header.takeError();
  auto [fileSize, offset, size, checksum] = header->numbers;
  if (fileSize != file.getSizeBytes())
    return llvm::createStringError(
        llvm::Twine("'") + file.getPath() + "' has " +
        llvm::Twine(file.getSizeBytes()) + " bytes, its header says " +
        llvm::Twine(fileSize) + ": the file was cut short or is damaged");
  SectionRange range{offset, size, checksum};
  if (llvm::Error error = verifySegment(file, range, "the manifest"))
    return error;
  llvm::ArrayRef<char> text = llvm::cantFail(file.getRange(offset, size));
  std::string where = ("manifest of '" + file.getPath() + "'").str();
  llvm::Expected<llvm::json::Object> object =
      parseIndex({text.data(), text.size()}, where);
  if (!object)
    return object.takeError();

  VerifiedFile verified{VerifiedFile::Kind::Module, 0, 0};
  llvm::Error damaged = llvm::Error::success();
  IndexReader manifest(*object, where);
  auto verifyList = [&](llvm::StringRef field, llvm::StringRef nameField,
                        llvm::StringRef what) {
    auto verifyEntry = [&](const IndexReader &entry) -> llvm::Error {
      llvm::Expected<llvm::StringRef> name = entry.getString(nameField);
      if (!name)
        return name.takeError();
      llvm::Expected<SectionRange> range = entry.getRange();
      if (!range)
        return range.takeError();
      ++verified.segments;
      verified.bytes += range->sizeBytes;
      damaged = llvm::joinErrors(
          std::move(damaged),
          verifySegment(file, *range, what + " '" + *name + "'"));
      return llvm::Error::success();
    };
    // verifyEntry joins to it as well: the calls must not interleave.
    llvm::Error unreadable = manifest.forEach(field, verifyEntry);
    damaged = llvm::joinErrors(std::move(damaged), std::move(unreadable));
  };
  verifyList("code", "level", "code for");
  verifyList("weights", "name", "weight");
  verifyList("assets", "name", "asset");
  if (damaged)
    return damaged;
  return verified;
}

static llvm::Expected<VerifiedFile> verifyModel(llvm::StringRef path) {
  llvm::Expected<std::unique_ptr<ModelFile>> model = ModelFile::read(path);
  if (!model)
    return model.takeError();
  WeightStore &weights = *(*model)->weights;
  if (llvm::Error error = weights.verify())
    return error;
  VerifiedFile verified{VerifiedFile::Kind::Model,
                        weights.size() + (*model)->getAssets().size() + 1,
                        weights.computeTotalBytes() +
                            (*model)->getBytecode().size()};
  for (const ModelAsset &asset : (*model)->getAssets())
    verified.bytes += asset.bytes.size();
  return verified;
}

llvm::Expected<VerifiedFile> weft::verifyFile(llvm::StringRef path) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  llvm::ArrayRef<char> bytes = (*file)->getBytes();
  if (llvm::StringRef(bytes.data(), bytes.size()).starts_with(kModuleMagic))
    return verifyModule(**file);
  return verifyModel(path);
}
