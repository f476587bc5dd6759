// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes model.ir: header, bytecode, assets, weights, index, footer; weights of
// a draft lie before the bytecode. The index is the last thing that is written, so a file without a
// footer is one that was not finished.

#include "lib/Support/ContainerFrame.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/ModelFile.h"
#include "lib/Support/ModelFileDraft.h"
#include "lib/Support/ModelFileFormat.h"
#include "lib/Support/OutputFile.h"
#include "weft/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

using namespace weft;

namespace {

/// A weight's entry in the index.
struct WeightEntry {
  const WeightSegment *segment;
  SectionRange range;
  /// Relative to the model's folder; empty if the weight is embedded.
  std::string file;
};

} // namespace

/// Returns where \p file lies below the folder of \p path, or nothing if it
/// does not.
static std::string computeRelativePath(llvm::StringRef path,
                                       llvm::StringRef file) {
  llvm::SmallString<256> folder(llvm::sys::path::parent_path(path));
  if (folder.empty())
    folder = ".";
  llvm::SmallString<256> realFolder, realFile;
  if (llvm::sys::fs::real_path(folder, realFolder) ||
      llvm::sys::fs::real_path(file, realFile))
    return "";
  realFolder += llvm::sys::path::get_separator();
  llvm::StringRef relative(realFile);
  return relative.consume_front(realFolder) ? relative.str() : "";
}

static llvm::Expected<WeightEntry>
writeWeight(FileSections &sections, llvm::StringRef path, WeightStore &weights,
            const WeightSegment &segment, WeightPlacement placement,
            const ModelFileDraft *draft) {
  WeightEntry entry{&segment, {}, ""};
  bool isInFile = segment.place == WeightSegment::Place::FileRange;
  if (std::optional<uint64_t> offset =
          draft && isInFile ? draft->findOffset(*segment.file) : std::nullopt) {
    entry.range.offset = *offset + segment.offset;
    entry.range.sizeBytes = segment.sizeBytes;
    if (llvm::Error error =
            weights.computeChecksum(segment.key).moveInto(entry.range.checksum))
      return error;
    return entry;
  }
  if (placement == WeightPlacement::ReferToFiles && isInFile)
    entry.file = computeRelativePath(path, segment.file->getPath());
  // The file at path is about to be replaced by this one.
  if (entry.file.empty() || entry.file == llvm::sys::path::filename(path)) {
    entry.file.clear();
    auto copy = [&](llvm::raw_ostream &stream) {
      return weights.visitBytes(segment.key, [&](llvm::ArrayRef<char> piece) {
        stream.write(piece.data(), piece.size());
        return llvm::Error::success();
      });
    };
    if (llvm::Error error = sections.add(copy).moveInto(entry.range))
      return error;
    return entry;
  }
  entry.range.offset = segment.offset;
  entry.range.sizeBytes = segment.sizeBytes;
  if (llvm::Error error =
          weights.computeChecksum(segment.key).moveInto(entry.range.checksum))
    return error;
  return entry;
}

static void
writeIndex(llvm::raw_ostream &stream, const SectionRange &bytecode,
           llvm::ArrayRef<std::pair<llvm::StringRef, SectionRange>> assets,
           llvm::ArrayRef<WeightEntry> weights,
           const llvm::json::Object &metadata) {
  llvm::json::OStream json(stream);
  json.object([&] {
    json.attribute("format", kModelFileVersion);
    json.attribute("compiler", "weft " WEFT_VERSION_STRING);
    json.attributeObject("bytecode", [&] { writeRange(json, bytecode); });
    json.attributeArray("weights", [&] {
      for (const WeightEntry &weight : weights)
        json.object([&] {
          json.attribute("name", weight.segment->key);
          json.attribute("dtype", weight.segment->type.dtype);
          json.attributeArray("dims", [&] {
            for (int64_t dim : weight.segment->type.dims)
              json.value(dim);
          });
          if (!weight.file.empty()) {
            json.attribute("file", weight.file);
            json.attribute("fileSize", weight.segment->file->getSizeBytes());
          }
          writeRange(json, weight.range);
        });
    });
    json.attributeArray("assets", [&] {
      for (const auto &[name, range] : assets)
        json.object([&] {
          json.attribute("name", name);
          writeRange(json, range);
        });
    });
    json.attributeBegin("metadata");
    json.value(llvm::json::Value(llvm::json::Object(metadata)));
    json.attributeEnd();
  });
}

llvm::Error weft::writeModelFile(llvm::StringRef path,
                                 const ModelFileContents &contents,
                                 WeightStore &weights,
                                 WeightPlacement placement,
                                 ModelFileDraft *draft) {
  std::unique_ptr<OutputFile> output;
  if (!draft)
    if (llvm::Error error = OutputFile::create(path).moveInto(output))
      return error;
  FileSections &sections = draft ? draft->getSections() : output->getSections();
  ContainerFrame header;
  header.magic = kModelHeaderMagic;
  header.version = kModelFileVersion;
  if (llvm::Error error = sections.writeAt(0, header.encode()))
    return error;

  SectionRange bytecode;
  if (llvm::Error error =
          sections.add(contents.writeBytecode).moveInto(bytecode))
    return error;
  std::vector<std::pair<llvm::StringRef, SectionRange>> assets;
  for (const ModelAsset &asset : contents.assets) {
    if (!llvm::json::isUTF8(asset.name))
      return llvm::createStringError(llvm::Twine("asset '") +
                                     llvm::json::fixUTF8(asset.name) +
                                     "': the name is not valid UTF-8");
    if (!isAssetName(asset.name))
      return llvm::createStringError(
          llvm::Twine("asset '") + asset.name +
          "': expected the name of a file without folders");
    assets.push_back({asset.name, {}});
    if (llvm::Error error =
            sections.add(asset.bytes).moveInto(assets.back().second))
      return error;
  }
  std::vector<WeightEntry> entries;
  for (const WeightSegment *segment : weights.getSegments()) {
    if (contents.isWanted && !contents.isWanted(*segment))
      continue;
    llvm::Expected<WeightEntry> entry =
        writeWeight(sections, path, weights, *segment, placement, draft);
    if (!entry)
      return entry.takeError();
    entries.push_back(std::move(*entry));
  }

  SectionRange index;
  auto streamIndex = [&](llvm::raw_ostream &stream) {
    writeIndex(stream, bytecode, assets, entries, contents.metadata);
    return llvm::Error::success();
  };
  if (llvm::Error error = sections.add(streamIndex).moveInto(index))
    return error;
  ContainerFrame footer;
  footer.magic = kModelFooterMagic;
  footer.version = kModelFileVersion;
  uint64_t footerOffset = sections.getSizeBytes();
  footer.numbers = {footerOffset + ContainerFrame::kSizeBytes, index.offset,
                    index.sizeBytes, index.checksum};
  if (llvm::Error error = sections.writeAt(footerOffset, footer.encode()))
    return error;
  return draft ? draft->commit(path) : output->commit(/*durable=*/true);
}
