// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Metadata and tensors in the order of the file.

#include "Listing.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
namespace json = llvm::json;

static json::Array toArray(llvm::ArrayRef<int64_t> dims) {
  return json::Array(dims);
}

/// One element as JSON; files need not hold UTF-8.
static json::Value toJson(llvm::StringRef text) { return json::fixUTF8(text); }

static json::Value toJson(const GgufValue &value) {
  if (value.elementType == GgufValueType::String) {
    if (!value.isArray())
      return toJson(*value.asString());
    json::Array list;
    std::vector<llvm::StringRef> texts = *value.asStrings();
    for (llvm::StringRef text : texts)
      list.push_back(toJson(text));
    return list;
  }
  if (std::optional<bool> flag = value.asBool())
    return *flag;
  json::Array list;
  if (std::optional<std::vector<int64_t>> integers = value.asIntegers())
    list = json::Array(*integers);
  else if (std::optional<std::vector<double>> floats = value.asFloats())
    list = json::Array(*floats);
  return value.isArray() || list.empty() ? json::Value(std::move(list))
                                         : std::move(list.front());
}

void weft::listGguf(const GgufFile &file) {
  json::OStream out(llvm::outs(), 1);
  out.object([&] {
    out.attribute("version", file.getVersion());
    out.attributeArray("metadata", [&] {
      for (const GgufValue &value : file.getMetadata())
        out.object([&] {
          out.attribute("key", toJson(value.key));
          out.attribute("type", value.describeType());
          out.attribute("value", toJson(value));
        });
    });
    out.attributeArray("tensors", [&] {
      for (const GgufTensor &tensor : file.getTensors())
        out.object([&] {
          out.attribute("name", toJson(tensor.name));
          out.attribute("type", getGgufTypeName(tensor.type));
          out.attribute("dims", toArray(tensor.dims));
          out.attribute("file", tensor.file->getPath());
          out.attribute("offset", tensor.offset);
          out.attribute("size", tensor.sizeBytes);
        });
    });
  });
  llvm::outs() << '\n';
}

void weft::listSafetensors(const SafetensorsFile &file) {
  json::OStream out(llvm::outs(), 1);
  out.object([&] {
    out.attributeObject("metadata", [&] {
      for (const auto &[key, value] : file.getMetadata())
        out.attribute(key, value);
    });
    out.attributeArray("tensors", [&] {
      for (const SafetensorsTensor &tensor : file.getTensors())
        out.object([&] {
          out.attribute("name", tensor.name);
          out.attribute("type", tensor.dtype);
          out.attribute("dims", toArray(tensor.dims));
          out.attribute("file", tensor.file->getPath());
          out.attribute("offset", tensor.offset);
          out.attribute("size", tensor.sizeBytes);
        });
    });
  });
  llvm::outs() << '\n';
}

void weft::listText(const GgufText &text) {
  json::OStream out(llvm::outs(), 1);
  auto id = [&](llvm::StringRef name, std::optional<int64_t> value) {
    if (value)
      out.attribute(name, *value);
  };
  out.object([&] {
    id("bos", text.bos);
    id("eos", text.eos);
    id("eot", text.eot);
    id("eom", text.eom);
    id("unknown", text.unknown);
    id("padding", text.padding);
    id("separator", text.separator);
    id("mask", text.mask);
    out.attributeArray("endOfGeneration", [&] {
      for (int64_t end : text.endOfGeneration)
        out.value(end);
    });
    out.attribute("addBos", text.addBos);
    out.attribute("addEos", text.addEos);
    out.attribute("chatTemplate", toJson(text.chatTemplate));
  });
  llvm::outs() << '\n';
}
