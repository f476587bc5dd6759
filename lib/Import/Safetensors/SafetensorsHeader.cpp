// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks what the reference implementation checks: known types, sizes that fit
// the dimensions, and data without gaps or overlap up to the end of the file.

#include "lib/Import/Safetensors/SafetensorsHeader.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Endian.h"

using namespace weft;
namespace json = llvm::json;

constexpr uint64_t kMaximumHeaderBytes = 100'000'000;
constexpr uint64_t kSizeFieldBytes = 8;

namespace {

/// One header on its way from text to tensors.
class HeaderReader {
public:
  explicit HeaderReader(std::shared_ptr<MappedFile> file)
      : file(std::move(file)) {}

  llvm::Expected<SafetensorsHeader> read();

private:
  llvm::Expected<llvm::StringRef> findText();
  llvm::Error readMetadata(const json::Value &value);
  llvm::Error readTensor(llvm::StringRef name, const json::Value &value);
  llvm::Error readType(SafetensorsTensor &tensor, const json::Object &entry);
  llvm::Error readOffsets(SafetensorsTensor &tensor, const json::Object &entry);
  llvm::Error checkOrder();

  llvm::Error fail(const llvm::Twine &what) const {
    return llvm::createStringError(llvm::Twine("'") + file->getPath() +
                                   "': " + what);
  }
  llvm::Error failAt(llvm::StringRef name, const llvm::Twine &what) const {
    return fail("tensor '" + name + "': " + what);
  }

  std::shared_ptr<MappedFile> file;
  uint64_t dataBegin = 0;
  SafetensorsHeader header;
};

} // namespace

llvm::Expected<llvm::StringRef> HeaderReader::findText() {
  uint64_t fileSize = file->getSizeBytes();
  if (fileSize < kSizeFieldBytes)
    return fail("expected a safetensors file of at least 8 bytes, found " +
                llvm::Twine(fileSize));
  const char *bytes = file->getBytes().data();
  uint64_t size = llvm::support::endian::read64le(bytes);
  if (size > kMaximumHeaderBytes)
    return fail("expected a safetensors header of at most " +
                llvm::Twine(kMaximumHeaderBytes) + " bytes, found " +
                llvm::Twine(size) + ": it is no safetensors file or damaged");
  if (size > fileSize - kSizeFieldBytes)
    return fail("expected a header of " + llvm::Twine(size) + " bytes, found " +
                llvm::Twine(fileSize - kSizeFieldBytes) +
                " before the end of the file: it is short or damaged");
  dataBegin = kSizeFieldBytes + size;
  return llvm::StringRef(bytes + kSizeFieldBytes, size);
}

llvm::Expected<SafetensorsHeader> HeaderReader::read() {
  llvm::Expected<llvm::StringRef> text = findText();
  if (!text)
    return text.takeError();
  llvm::Expected<json::Object> entries =
      parseIndex(*text, ("'" + file->getPath() + "': the header").str());
  if (!entries)
    return entries.takeError();
  if (std::optional<std::string> twice = findDuplicateKey(*text))
    return fail("expected '" + llvm::Twine(*twice) +
                "' once in the header, found it twice");
  for (const auto &[key, value] : *entries) {
    llvm::StringRef name = key;
    if (llvm::Error error = name == "__metadata__" ? readMetadata(value)
                                                   : readTensor(name, value))
      return error;
  }
  if (llvm::Error error = checkOrder())
    return error;
  return std::move(header);
}

llvm::Error HeaderReader::readMetadata(const json::Value &value) {
  const json::Object *object = value.getAsObject();
  if (!object)
    return fail("expected '__metadata__' to be an object of strings");
  for (const auto &[key, entry] : *object) {
    std::optional<llvm::StringRef> text = entry.getAsString();
    if (!text)
      return fail("expected '__metadata__' to be an object of strings, found "
                  "something else at '" +
                  llvm::StringRef(key) + "'");
    header.metadata.emplace_back(llvm::StringRef(key).str(), text->str());
  }
  llvm::sort(header.metadata);
  return llvm::Error::success();
}

llvm::Error HeaderReader::readType(SafetensorsTensor &tensor,
                                   const json::Object &entry) {
  std::optional<llvm::StringRef> dtype = entry.getString("dtype");
  if (!dtype)
    return failAt(tensor.name, "expected a string 'dtype'");
  tensor.dtype = llvm::StringSwitch<llvm::StringRef>(*dtype)
                     .Case("F64", "f64")
                     .Case("F32", "f32")
                     .Case("F16", "f16")
                     .Case("BF16", "bf16")
                     .Case("I64", "i64")
                     .Case("I32", "i32")
                     .Case("I16", "i16")
                     .Case("I8", "i8")
                     .Case("U64", "ui64")
                     .Case("U32", "ui32")
                     .Case("U16", "ui16")
                     .Case("U8", "ui8")
                     .Case("BOOL", "i1")
                     .Default("");
  if (tensor.dtype.empty())
    return failAt(tensor.name,
                  "has dtype " + *dtype +
                      ", expected one of F64, F32, F16, BF16, I64, I32, I16, "
                      "I8, U64, U32, U16, U8, BOOL");
  const json::Array *shape = entry.getArray("shape");
  if (!shape)
    return failAt(tensor.name, "expected a list 'shape'");
  for (const json::Value &value : *shape) {
    std::optional<int64_t> dim = value.getAsInteger();
    if (!dim || *dim < 0)
      return failAt(tensor.name,
                    "expected a 'shape' of whole numbers of at least 0");
    tensor.dims.push_back(*dim);
  }
  return llvm::Error::success();
}

/// Offsets stay relative to the data until checkOrder.
llvm::Error HeaderReader::readOffsets(SafetensorsTensor &tensor,
                                      const json::Object &entry) {
  const json::Array *offsets = entry.getArray("data_offsets");
  std::optional<int64_t> begin, end;
  if (offsets && offsets->size() == 2) {
    begin = (*offsets)[0].getAsInteger();
    end = (*offsets)[1].getAsInteger();
  }
  if (!begin || !end || *begin < 0 || *end < *begin)
    return failAt(tensor.name,
                  "expected 'data_offsets' to be [begin, end] with 0 <= begin "
                  "<= end");
  tensor.offset = static_cast<uint64_t>(*begin);
  tensor.sizeBytes = static_cast<uint64_t>(*end - *begin);
  llvm::Expected<uint64_t> expected = computeSizeBytes(tensor.getWeightType());
  if (!expected)
    return failAt(tensor.name, llvm::toString(expected.takeError()));
  if (tensor.sizeBytes != *expected)
    return failAt(tensor.name, "expected " + llvm::Twine(*expected) +
                                   " bytes for " +
                                   formatType(tensor.getWeightType()) +
                                   ", found data_offsets of " +
                                   llvm::Twine(tensor.sizeBytes));
  return llvm::Error::success();
}

llvm::Error HeaderReader::readTensor(llvm::StringRef name,
                                     const json::Value &value) {
  const json::Object *entry = value.getAsObject();
  if (!entry)
    return failAt(name, "expected an object");
  SafetensorsTensor tensor{name.str(), "", {}, file, 0, 0};
  if (llvm::Error error = readType(tensor, *entry))
    return error;
  if (llvm::Error error = readOffsets(tensor, *entry))
    return error;
  header.tensors.push_back(std::move(tensor));
  return llvm::Error::success();
}

llvm::Error HeaderReader::checkOrder() {
  // The order of JSON objects means nothing; names make it the same each time.
  llvm::sort(header.tensors, [](const auto &a, const auto &b) {
    return std::tie(a.offset, a.sizeBytes, a.name) <
           std::tie(b.offset, b.sizeBytes, b.name);
  });
  uint64_t available = file->getSizeBytes() - dataBegin;
  uint64_t end = 0;
  for (SafetensorsTensor &tensor : header.tensors) {
    if (tensor.offset != end)
      return failAt(tensor.name, "expected data at offset " + llvm::Twine(end) +
                                     ", behind the tensor before it, found " +
                                     llvm::Twine(tensor.offset));
    if (tensor.sizeBytes > available - tensor.offset)
      return failAt(tensor.name,
                    "expected " + llvm::Twine(tensor.sizeBytes) +
                        " bytes at offset " + llvm::Twine(tensor.offset) +
                        " of the data, which has " + llvm::Twine(available) +
                        ": the file is short or damaged");
    end += tensor.sizeBytes;
    tensor.offset += dataBegin;
  }
  if (end != available)
    return fail("expected " + llvm::Twine(end) +
                " bytes of data, which the tensors have, found " +
                llvm::Twine(available));
  return llvm::Error::success();
}

llvm::Expected<SafetensorsHeader>
weft::readSafetensorsHeader(std::shared_ptr<MappedFile> file) {
  return HeaderReader(std::move(file)).read();
}

/// Returns the end of the string that begins at \p begin, its quotes included.
static size_t findEndOfString(llvm::StringRef text, size_t begin) {
  size_t i = begin + 1;
  while (text[i] != '"')
    i += text[i] == '\\' ? 2 : 1;
  return i + 1;
}

std::optional<std::string> weft::findDuplicateKey(llvm::StringRef text) {
  // A set for each open bracket; those of lists stay empty.
  std::vector<llvm::StringSet<>> keys;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '{' || c == '[') {
      keys.emplace_back();
    } else if (c == '}' || c == ']') {
      keys.pop_back();
    } else if (c == '"') {
      size_t end = findEndOfString(text, i);
      llvm::StringRef quoted = text.slice(i, end);
      i = end - 1;
      if (!text.drop_front(end).ltrim(" \t\r\n").starts_with(":"))
        continue;
      // Escapes spell the same key in many ways.
      std::string key = quoted.drop_front().drop_back().str();
      if (quoted.contains('\\'))
        key = llvm::cantFail(json::parse(quoted)).getAsString()->str();
      if (!keys.back().insert(key).second)
        return key;
    }
  }
  return std::nullopt;
}
