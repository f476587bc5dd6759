// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes header, code, weights, assets and manifest, in this order. The header
// comes to lie first and is written last.

#include "lib/Support/ModuleWriter.h"
#include "lib/Support/ContainerFrame.h"
#include "lib/Support/ModuleFormat.h"
#include "lib/Support/ModuleManifest.h"
#include "lib/Support/OutputFile.h"
#include "lib/Support/SpillFile.h"
#include "weft/Tensor.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"

using namespace weft;

int32_t ModuleWriter::TextTable::add(llvm::StringRef text) {
  auto [entry, isNew] =
      numbers.try_emplace(text, static_cast<int32_t>(texts.size()));
  if (isNew)
    texts.push_back(text.str());
  return entry->second;
}

void ModuleWriter::addFunction(ModuleFunction function) {
  functions.push_back(std::move(function));
}

void ModuleWriter::addDimRange(ModuleDimRange range) {
  if (llvm::none_of(dimRanges, [&](const ModuleDimRange &each) {
        return each.name == range.name;
      }))
    dimRanges.push_back(std::move(range));
}

void ModuleWriter::addCode(ModuleCode object) {
  code.push_back(std::move(object));
}

void ModuleWriter::addAsset(llvm::StringRef name, llvm::StringRef bytes) {
  assets.push_back({name.str(), bytes.str()});
}

int32_t ModuleWriter::addWeight(ModuleWeight weight, Producer producer) {
  weights.push_back({std::move(weight), std::move(producer)});
  return static_cast<int32_t>(weights.size() - 1);
}

int32_t ModuleWriter::addWeight(WeightStore &store,
                                const WeightSegment &segment) {
  auto copy = [&store, key = segment.key](llvm::raw_ostream &stream) {
    return store.visitBytes(key, [&](llvm::ArrayRef<char> piece) {
      stream.write(piece.data(), piece.size());
      return llvm::Error::success();
    });
  };
  return addWeight({segment.key, segment.type}, copy);
}

int32_t ModuleWriter::addDispatch(ModuleDispatch dispatch) {
  dispatches.push_back(std::move(dispatch));
  return static_cast<int32_t>(dispatches.size() - 1);
}

int32_t ModuleWriter::addMessage(llvm::StringRef text) {
  return messages.add(text);
}

int32_t ModuleWriter::addExtern(llvm::StringRef symbol) {
  return externs.add(symbol);
}

/// Names are how callers address things, so they are refused and not repaired.
static llvm::Error checkName(llvm::StringRef name, llvm::StringRef what) {
  constexpr size_t kLongest = 4096;
  const char *why = nullptr;
  if (name.empty())
    why = "is empty";
  else if (name.size() > kLongest)
    why = "is longer than 4096 bytes";
  else if (name.contains('\0'))
    why = "has a null character";
  else if (!llvm::json::isUTF8(name))
    why = "is not valid UTF-8";
  if (!why)
    return llvm::Error::success();
  return llvm::createStringError(
      llvm::Twine("a module cannot hold this: the name of ") + what + " '" +
      llvm::json::fixUTF8(name.take_front(60)) + "' " + why);
}

static llvm::Error checkTensor(llvm::StringRef name, size_t rank,
                               llvm::StringRef what) {
  if (rank > WEFT_MAX_RANK)
    return llvm::createStringError(llvm::Twine("a module cannot hold this: ") +
                                   what + " '" + name + "' has rank " +
                                   llvm::Twine(rank) + ", at most " +
                                   llvm::Twine(WEFT_MAX_RANK) + " is possible");
  return checkName(name, what);
}

llvm::Error ModuleWriter::checkNames() const {
  for (const ModuleFunction &function : functions) {
    if (llvm::Error error = checkName(function.name, "function"))
      return error;
    for (const ModuleArgument &input : function.inputs)
      if (llvm::Error error =
              checkTensor(input.name, input.dims.size(), "input"))
        return error;
    for (const ModuleArgument &output : function.outputs)
      if (llvm::Error error =
              checkTensor(output.name, output.dims.size(), "output"))
        return error;
  }
  for (const PendingWeight &pending : weights)
    if (llvm::Error error = checkTensor(
            pending.weight.name, pending.weight.type.dims.size(), "weight"))
      return error;
  for (const auto &[name, bytes] : assets)
    if (llvm::Error error = checkName(name, "asset"))
      return error;
  for (const std::string &symbol : externs.texts)
    if (llvm::Error error = checkName(symbol, "extern"))
      return error;
  return llvm::Error::success();
}

llvm::Expected<SectionRange>
ModuleWriter::writeWeight(FileSections &sections,
                          const PendingWeight &pending) {
  const ModuleWeight &weight = pending.weight;
  llvm::Expected<SectionRange> range = sections.add(pending.producer);
  if (!range)
    return range;
  llvm::Expected<uint64_t> expected = computeSizeBytes(weight.type);
  if (!expected)
    return expected.takeError();
  if (weight.layout == "row-major" && range->sizeBytes != *expected)
    return llvm::createStringError(
        llvm::Twine("weight '") + weight.name + "' of type " +
        formatType(weight.type) + " needs " + llvm::Twine(*expected) +
        " bytes, found " + llvm::Twine(range->sizeBytes));
  return range;
}

llvm::Error ModuleWriter::writeSections(FileSections &sections) {
  if (llvm::Error error = checkNames())
    return error;
  ContainerFrame header;
  header.magic = kModuleMagic;
  header.version = kModuleVersion;
  // Without a checksum until the end, so that an unfinished module is refused.
  std::array<char, ContainerFrame::kSizeBytes> room = {};
  if (llvm::Error error = sections.writeAt(0, room))
    return error;

  ModuleManifest manifest{
      origin, functions, dimRanges,  code,           {},           {}, {},
      {},     {},        dispatches, messages.texts, externs.texts};
  for (const ModuleCode &object : code)
    if (llvm::Error error = sections.add(llvm::ArrayRef<char>(object.bytes))
                                .moveInto(manifest.codeRanges.emplace_back()))
      return error;
  for (const PendingWeight &pending : weights) {
    manifest.weights.push_back(&pending.weight);
    if (llvm::Error error = writeWeight(sections, pending)
                                .moveInto(manifest.weightRanges.emplace_back()))
      return error;
  }
  for (const auto &[name, bytes] : assets) {
    manifest.assets.push_back(name);
    if (llvm::Error error = sections.add(llvm::ArrayRef<char>(bytes))
                                .moveInto(manifest.assetRanges.emplace_back()))
      return error;
  }

  SectionRange range;
  auto streamManifest = [&](llvm::raw_ostream &stream) {
    writeManifest(manifest, stream);
    return llvm::Error::success();
  };
  if (llvm::Error error = sections.add(streamManifest).moveInto(range))
    return error;
  header.numbers = {sections.getSizeBytes(), range.offset, range.sizeBytes,
                    range.checksum};
  return sections.writeAt(0, header.encode());
}

llvm::Error ModuleWriter::write(llvm::StringRef path) {
  std::unique_ptr<OutputFile> output;
  if (llvm::Error error = OutputFile::create(path).moveInto(output))
    return error;
  if (llvm::Error error = writeSections(output->getSections()))
    return error;
  // What power loss destroys can be compiled again, and waiting for the disk
  // would take longer than compiling.
  return output->commit(/*durable=*/false);
}

llvm::Expected<std::shared_ptr<MappedFile>>
ModuleWriter::writeToMemory(llvm::StringRef folder) {
  std::unique_ptr<SpillFile> file;
  if (llvm::Error error = SpillFile::create(folder).moveInto(file))
    return error;
  FileSections sections(file->getDescriptor(), file->getName());
  if (llvm::Error error = writeSections(sections))
    return error;
  return MappedFile::map(file->getDescriptor(), 0, sections.getSizeBytes(),
                         file->getName());
}
