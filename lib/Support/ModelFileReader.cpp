// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads model.ir from behind: footer, index, then what the index names. Every
// number is checked against the file before it is used.

#include "lib/Support/ContainerFrame.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/ModelFile.h"
#include "lib/Support/ModelFileFormat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace weft;

bool weft::isModelFile(llvm::StringRef path) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file) {
    llvm::consumeError(file.takeError());
    return false;
  }
  llvm::ArrayRef<char> bytes = (*file)->getBytes();
  return llvm::StringRef(bytes.data(), bytes.size())
      .starts_with(kModelHeaderMagic);
}

static llvm::Error describeDamage(llvm::StringRef path,
                                  const llvm::Twine &how) {
  return llvm::createStringError(llvm::Twine("'") + path +
                                 "' is damaged: " + how);
}

/// Finds the index and checks that its bytes are those that were written.
static llvm::Expected<llvm::StringRef> findIndex(const MappedFile &file) {
  llvm::StringRef path = file.getPath();
  llvm::ArrayRef<char> bytes = file.getBytes();
  if (llvm::Error error =
          ContainerFrame::decode(bytes, kModelHeaderMagic, kModelFileVersion,
                                 path, "a model.ir")
              .takeError())
    return error;
  llvm::ArrayRef<char> end = bytes.take_back(ContainerFrame::kSizeBytes);
  if (!llvm::StringRef(end.data(), end.size()).starts_with(kModelFooterMagic))
    return llvm::createStringError(
        llvm::Twine("'") + path + "' is not complete: its " +
        llvm::Twine(bytes.size()) +
        " bytes do not end in an index; the writer was interrupted or the "
        "file was cut short: convert or copy it again");
  llvm::Expected<ContainerFrame> footer = ContainerFrame::decode(
      end, kModelFooterMagic, kModelFileVersion, path, "a model.ir");
  if (!footer)
    return footer.takeError();
  auto [fileSize, offset, size, checksum] = footer->numbers;
  if (fileSize != bytes.size())
    return describeDamage(path, "it has " + llvm::Twine(bytes.size()) +
                                    " bytes, its footer says " +
                                    llvm::Twine(fileSize));
  llvm::Expected<llvm::ArrayRef<char>> range = file.getRange(offset, size);
  if (!range)
    return range.takeError();
  llvm::StringRef text(range->data(), range->size());
  if (llvm::xxh3_64bits(text) != checksum)
    return describeDamage(path, "its index has not the checksum of its footer");
  return text;
}

/// Maps a section that is small enough to be checked at once.
static llvm::Expected<llvm::ArrayRef<char>>
findSection(const MappedFile &file, const IndexReader &entry,
            llvm::StringRef what) {
  llvm::Expected<SectionRange> range = entry.getRange();
  if (!range)
    return range.takeError();
  llvm::Expected<llvm::ArrayRef<char>> bytes =
      file.getRange(range->offset, range->sizeBytes);
  if (!bytes)
    return bytes.takeError();
  uint64_t checksum =
      llvm::xxh3_64bits(llvm::StringRef(bytes->data(), bytes->size()));
  if (checksum != range->checksum)
    return describeDamage(file.getPath(),
                          what + " has checksum " + formatChecksum(checksum) +
                              ", expected " + formatChecksum(range->checksum));
  return *bytes;
}

/// Returns the path of a file that a weight refers to. Such a name comes from
/// whoever made the model; it must not reach files of the reader's elsewhere.
static llvm::Expected<std::string> resolveReference(llvm::StringRef path,
                                                    llvm::StringRef name) {
  namespace fs = llvm::sys::path;
  bool leaves = name.empty() || fs::is_absolute(name) || name.contains('\0') ||
                llvm::any_of(llvm::make_range(fs::begin(name), fs::end(name)),
                             [](llvm::StringRef part) { return part == ".."; });
  if (leaves)
    return llvm::createStringError(llvm::Twine("'") + path +
                                   "' refers to the file '" + name +
                                   "', which is not in the model's folder");
  llvm::SmallString<256> resolved(fs::parent_path(path));
  fs::append(resolved, name);
  return resolved.str().str();
}

namespace {

/// Fills a store from the entries of an index.
class WeightReader {
public:
  WeightReader(WeightStore &store, std::shared_ptr<MappedFile> model)
      : store(store), model(std::move(model)) {}

  llvm::Error read(const IndexReader &entry) {
    llvm::Expected<llvm::StringRef> name = entry.getString("name");
    if (!name)
      return name.takeError();
    llvm::Expected<WeightType> type = entry.getWeightType();
    if (!type)
      return type.takeError();
    llvm::Expected<SectionRange> range = entry.getRange();
    if (!range)
      return range.takeError();
    llvm::Expected<std::shared_ptr<MappedFile>> file = findFile(entry);
    if (!file)
      return file.takeError();
    return store.addFileRange(*name, std::move(*file), range->offset,
                              range->sizeBytes, *type, range->checksum);
  }

private:
  llvm::Expected<std::shared_ptr<MappedFile>>
  findFile(const IndexReader &entry) {
    if (!entry.has("file"))
      return model;
    llvm::Expected<llvm::StringRef> name = entry.getString("file");
    if (!name)
      return name.takeError();
    llvm::Expected<uint64_t> expectedSize = entry.getUnsigned("fileSize");
    if (!expectedSize)
      return expectedSize.takeError();
    std::shared_ptr<MappedFile> &file = references[*name];
    if (!file) {
      llvm::Expected<std::string> path =
          resolveReference(model->getPath(), *name);
      if (!path)
        return path.takeError();
      if (llvm::Error error = MappedFile::open(*path).moveInto(file))
        return error;
    }
    if (file->getSizeBytes() != *expectedSize)
      return llvm::createStringError(
          llvm::Twine("'") + file->getPath() + "' has " +
          llvm::Twine(file->getSizeBytes()) + " bytes, expected " +
          llvm::Twine(*expectedSize) +
          ": it is not the file that the model was made with");
    return file;
  }

  WeightStore &store;
  std::shared_ptr<MappedFile> model;
  llvm::StringMap<std::shared_ptr<MappedFile>> references;
};

} // namespace

llvm::Expected<std::unique_ptr<ModelFile>>
ModelFile::read(llvm::StringRef path) {
  std::unique_ptr<ModelFile> model(new ModelFile());
  if (llvm::Error error = MappedFile::open(path).moveInto(model->file))
    return error;
  const MappedFile &file = *model->file;
  llvm::Expected<llvm::StringRef> text = findIndex(file);
  if (!text)
    return text.takeError();
  std::string where = ("index of '" + path + "'").str();
  llvm::Expected<llvm::json::Object> object = parseIndex(*text, where);
  if (!object)
    return object.takeError();

  IndexReader index(*object, where);
  llvm::Expected<uint64_t> format = index.getUnsigned("format");
  if (!format)
    return format.takeError();
  if (*format > kModelFileVersion)
    return describeNewer(path, *format, kModelFileVersion);
  const llvm::json::Object *bytecode = object->getObject("bytecode");
  if (!bytecode)
    return index.describe("bytecode", "an object");
  if (llvm::Error error =
          findSection(file, IndexReader(*bytecode, where + ", bytecode"),
                      "its bytecode")
              .moveInto(model->bytecode))
    return error;

  if (llvm::Error error = WeightStore::create().moveInto(model->weights))
    return error;
  WeightReader weights(*model->weights, model->file);
  if (llvm::Error error =
          index.forEach("weights", [&](const IndexReader &entry) {
            return weights.read(entry);
          }))
    return llvm::createStringError(llvm::Twine("cannot read '") + path +
                                   "': " + llvm::toString(std::move(error)));
  if (llvm::Error error =
          index.forEach("assets", [&](const IndexReader &entry) -> llvm::Error {
            llvm::Expected<llvm::StringRef> name = entry.getString("name");
            if (!name)
              return name.takeError();
            if (!isAssetName(*name))
              return llvm::createStringError(
                  llvm::Twine("'") + path + "' has an asset '" + *name +
                  "': expected the name of a file without folders; convert "
                  "the model again from its source");
            model->assets.push_back({name->str(), {}});
            return findSection(file, entry, ("asset '" + *name + "'").str())
                .moveInto(model->assets.back().bytes);
          }))
    return error;
  if (const llvm::json::Object *metadata = object->getObject("metadata"))
    model->metadata = *metadata;
  return model;
}
