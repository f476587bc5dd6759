// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One file, or the shards of an index.

#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "lib/Import/Safetensors/SafetensorsHeader.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace weft;

int64_t SafetensorsTensor::getNumElements() const {
  int64_t count = 1;
  for (int64_t dim : dims)
    count *= dim;
  return count;
}

llvm::ArrayRef<uint8_t> SafetensorsTensor::getBytes() const {
  const char *data = file->getBytes().data() + offset;
  return {reinterpret_cast<const uint8_t *>(data), sizeBytes};
}

static std::string join(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

/// What to do about weights that only Python can read, or "".
static std::string describePickled(llvm::StringRef folder) {
  std::error_code error;
  std::string first;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       !error && it != end; it.increment(error)) {
    std::string name = llvm::sys::path::filename(it->path()).str();
    llvm::StringRef extension = llvm::sys::path::extension(name);
    if ((extension == ".bin" || extension == ".pt" || extension == ".pth") &&
        (first.empty() || name < first))
      first = name;
  }
  return first.empty()
             ? ""
             : ", but '" + first +
                   "': write them with transformers: "
                   "AutoModelForCausalLM.from_pretrained(folder)."
                   "save_pretrained(folder, safe_serialization=True)";
}

llvm::Expected<std::unique_ptr<SafetensorsFile>>
SafetensorsFile::open(llvm::StringRef path) {
  std::string file = path.str();
  if (llvm::sys::fs::is_directory(path)) {
    file = join(path, "model.safetensors.index.json");
    if (!llvm::sys::fs::exists(file))
      file = join(path, "model.safetensors");
    if (!llvm::sys::fs::exists(file))
      return llvm::createStringError(
          llvm::Twine("'") + path +
          "': expected model.safetensors or model.safetensors.index.json in "
          "the folder, found neither" + describePickled(path));
  }
  if (llvm::StringRef(file).ends_with(".json"))
    return openIndex(file);
  llvm::Expected<std::shared_ptr<MappedFile>> shard = MappedFile::open(file);
  if (!shard)
    return shard.takeError();
  return read(*shard);
}

llvm::Expected<std::unique_ptr<SafetensorsFile>>
SafetensorsFile::read(llvm::ArrayRef<std::shared_ptr<MappedFile>> shards) {
  std::unique_ptr<SafetensorsFile> model(new SafetensorsFile);
  for (const std::shared_ptr<MappedFile> &shard : shards)
    if (llvm::Error error = model->readShard(shard))
      return error;
  for (auto [place, tensor] : llvm::enumerate(model->tensors)) {
    auto [it, isNew] = model->names.try_emplace(tensor.name, place);
    if (!isNew)
      return llvm::createStringError(
          llvm::Twine("'") + tensor.file->getPath() + "': tensor '" +
          tensor.name + "': expected it in one shard, found it in '" +
          model->tensors[it->second].file->getPath() + "' too");
  }
  return model;
}

llvm::Error SafetensorsFile::readShard(std::shared_ptr<MappedFile> shard) {
  llvm::Expected<SafetensorsHeader> header = readSafetensorsHeader(shard);
  if (!header)
    return header.takeError();
  shards.push_back(std::move(shard));
  llvm::move(header->tensors, std::back_inserter(tensors));
  llvm::move(header->metadata, std::back_inserter(metadata));
  return llvm::Error::success();
}

const SafetensorsTensor *
SafetensorsFile::findTensor(llvm::StringRef name) const {
  auto it = names.find(name);
  return it == names.end() ? nullptr : &tensors[it->second];
}

/// Reads weight_map: tensor name -> shard name.
static llvm::Expected<std::map<std::string, std::string>>
readWeightMap(const MappedFile &index) {
  std::string where = ("'" + index.getPath() + "'").str();
  llvm::Expected<llvm::json::Object> object =
      parseIndex({index.getBytes().data(), index.getBytes().size()}, where);
  if (!object)
    return object.takeError();
  const llvm::json::Object *map = object->getObject("weight_map");
  if (!map)
    return IndexReader(*object, where)
        .describe("weight_map", "an object of file names");
  std::map<std::string, std::string> shards;
  for (const auto &[key, value] : *map) {
    llvm::StringRef name = key;
    std::optional<llvm::StringRef> shard = value.getAsString();
    // A shard lies beside its index, never elsewhere.
    if (!shard || shard->empty() ||
        llvm::sys::path::filename(*shard) != *shard || *shard == "..")
      return llvm::createStringError(
          where + llvm::Twine(": tensor '") + name +
          "': expected the name of a file in the same folder, found " +
          (shard ? "'" + shard->str() + "'" : "something else"));
    shards[name.str()] = shard->str();
  }
  return shards;
}

llvm::Expected<std::unique_ptr<SafetensorsFile>>
SafetensorsFile::openIndex(llvm::StringRef path) {
  llvm::Expected<std::shared_ptr<MappedFile>> index = MappedFile::open(path);
  if (!index)
    return index.takeError();
  llvm::Expected<std::map<std::string, std::string>> map =
      readWeightMap(**index);
  if (!map)
    return map.takeError();
  std::map<std::string, std::shared_ptr<MappedFile>> files;
  for (const auto &[name, shard] : *map)
    files[shard] = nullptr;
  std::vector<std::shared_ptr<MappedFile>> shards;
  for (auto &[shard, file] : files) {
    llvm::Expected<std::shared_ptr<MappedFile>> opened =
        MappedFile::open(join(llvm::sys::path::parent_path(path), shard));
    if (!opened)
      return llvm::createStringError(
          llvm::toString(opened.takeError()) + llvm::Twine(": '") + path +
          "' lists it, so all shards must lie in its folder");
    file = *opened;
    shards.push_back(std::move(*opened));
  }
  llvm::Expected<std::unique_ptr<SafetensorsFile>> model = read(shards);
  if (!model)
    return model.takeError();
  for (const auto &[name, shard] : *map) {
    const SafetensorsTensor *tensor = (*model)->findTensor(name);
    if (!tensor || tensor->file != files[shard])
      return llvm::createStringError(
          llvm::Twine("'") + files[shard]->getPath() + "': expected tensor '" +
          name + "', which '" + path +
          "' lists there, found none: index and shards are from different "
          "models");
  }
  return model;
}
