// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function a list of the manifest.

#include "lib/Support/ModuleManifest.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/ModuleFormat.h"
#include "runtime/abi/GeneratedCode.h"
#include "weft/Version.h"

using namespace weft;
using llvm::json::OStream;

/// Texts that only people read must not make a module unreadable: readers take
/// UTF-8 of limited length without null characters.
static std::string makeReadable(llvm::StringRef text) {
  constexpr size_t kLongest = 4000;
  std::string readable = llvm::json::fixUTF8(text.take_front(kLongest));
  std::replace(readable.begin(), readable.end(), '\0', ' ');
  return readable;
}

static void writeTexts(OStream &json, llvm::StringRef field,
                       llvm::ArrayRef<std::string> texts) {
  json.attributeArray(field, [&] {
    for (const std::string &text : texts)
      json.value(text);
  });
}

static void writeArguments(OStream &json, llvm::StringRef field,
                           llvm::ArrayRef<ModuleArgument> arguments) {
  json.attributeArray(field, [&] {
    for (const ModuleArgument &argument : arguments)
      json.object([&] {
        json.attribute("name", argument.name);
        json.attribute("dtype", argument.dtype);
        json.attributeArray("dims", [&] {
          for (const ModuleDim &dim : argument.dims)
            if (dim.symbol.empty())
              json.value(dim.size);
            else
              json.value(dim.symbol);
        });
        if (!argument.state.empty())
          json.attribute("state", argument.state);
      });
  });
}

static void writeOrigin(OStream &json, const ModuleOrigin &origin) {
  json.attributeObject("source", [&] {
    json.attribute("file", makeReadable(origin.sourceFile));
    if (origin.sourceChecksum)
      json.attribute("xxh3", formatChecksum(*origin.sourceChecksum));
  });
  json.attribute("flags", makeReadable(origin.flags));
  json.attribute("target", origin.target);
  json.attribute("precision", origin.precision);
}

static void writeFunctions(OStream &json,
                           llvm::ArrayRef<ModuleFunction> functions) {
  json.attributeArray("functions", [&] {
    for (const ModuleFunction &function : functions)
      json.object([&] {
        json.attribute("name", function.name);
        json.attribute("symbol", function.symbol);
        json.attribute("arenaBytes", function.arenaBytes);
        writeArguments(json, "inputs", function.inputs);
        writeArguments(json, "outputs", function.outputs);
      });
  });
}

static void writeDimRanges(OStream &json,
                           llvm::ArrayRef<ModuleDimRange> ranges) {
  json.attributeObject("dimRanges", [&] {
    for (const ModuleDimRange &range : ranges)
      json.attributeArray(range.name, [&] {
        json.value(range.least);
        json.value(range.most);
      });
  });
}

static void writeCode(OStream &json, const ModuleManifest &manifest) {
  json.attributeArray("code", [&] {
    for (auto [code, range] : llvm::zip(manifest.code, manifest.codeRanges))
      json.object([&] {
        json.attribute("target", code.target);
        json.attribute("level", code.level);
        json.attribute("triple", code.triple);
        writeTexts(json, "features", code.features);
        writeRange(json, range);
      });
  });
}

static void writeWeights(OStream &json, const ModuleManifest &manifest) {
  json.attributeArray("weights", [&] {
    for (auto [weight, range] :
         llvm::zip(manifest.weights, manifest.weightRanges))
      json.object([&] {
        json.attribute("name", weight->name);
        json.attribute("dtype", weight->type.dtype);
        json.attributeArray("dims", [&] {
          for (int64_t dim : weight->type.dims)
            json.value(dim);
        });
        json.attribute("layout", weight->layout);
        writeRange(json, range);
      });
  });
}

static void writeAssets(OStream &json, const ModuleManifest &manifest) {
  json.attributeArray("assets", [&] {
    for (auto [name, range] : llvm::zip(manifest.assets, manifest.assetRanges))
      json.object([&] {
        json.attribute("name", name);
        writeRange(json, range);
      });
  });
}

static void writeDispatches(OStream &json,
                            llvm::ArrayRef<ModuleDispatch> dispatches) {
  json.attributeArray("dispatches", [&] {
    for (const ModuleDispatch &dispatch : dispatches)
      json.object([&] {
        json.attribute("name", makeReadable(dispatch.name));
        json.attribute("op", makeReadable(dispatch.op));
        json.attribute("node", makeReadable(dispatch.node));
        json.attribute("flops", dispatch.flops);
        json.attribute("bytes", dispatch.bytes);
        if (!dispatch.results.empty())
          json.attribute("results", makeReadable(dispatch.results));
      });
  });
}

void weft::writeManifest(const ModuleManifest &manifest,
                         llvm::raw_ostream &stream) {
  OStream json(stream);
  json.object([&] {
    json.attribute("format", kModuleVersion);
    json.attribute("compiler", "weft " WEFT_VERSION_STRING);
    json.attribute("abi", WEFT_ABI_VERSION);
    writeOrigin(json, manifest.origin);
    writeFunctions(json, manifest.functions);
    writeDimRanges(json, manifest.dimRanges);
    writeCode(json, manifest);
    writeWeights(json, manifest);
    writeAssets(json, manifest);
    writeDispatches(json, manifest.dispatches);
    json.attributeArray("messages", [&] {
      for (const std::string &message : manifest.messages)
        json.value(makeReadable(message));
    });
    writeTexts(json, "externs", manifest.externs);
  });
}
