// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the container after docs/ModuleFormat.md, and nothing else.
#include "test/unit/runtime/FakeModule.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

using namespace weft::test;
using nlohmann::json;

static std::string readFile(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string weft::test::readCode(std::string_view name) {
  return readFile(WEFT_FAKE_CODE_DIR "/" + std::string(name) + ".so");
}

uint64_t weft::test::checksum(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

static std::string toHexDigits(uint64_t value) {
  char text[17];
  snprintf(text, sizeof(text), "%016llx",
           static_cast<unsigned long long>(value));
  return text;
}

json weft::test::argument(const char *name, const char *dtype, json dims,
                          const char *state) {
  json result = {{"name", name}, {"dtype", dtype}, {"dims", std::move(dims)}};
  if (state)
    result["state"] = state;
  return result;
}

static json function(const char *name, json inputs, json outputs) {
  return {{"name", name},
          {"symbol", std::string("fake_") + name},
          {"arenaBytes", 0},
          {"inputs", std::move(inputs)},
          {"outputs", std::move(outputs)}};
}

FakeModule::FakeModule(std::vector<std::string> features, std::string_view code)
    : segments(HeaderBytes, '\0') {
  json batch = json::array({"batch"}), scalar = json::array();
  json number = argument("result", "i64", scalar);
  manifest = {{"format", 1},
              {"compiler", "weft test"},
              {"abi", 2},
              {"source", {{"file", "fake.onnx"}, {"xxh3", "0123456789abcdef"}}},
              {"flags", ""},
              {"target", "cpu"},
              {"precision", "f32"},
              {"functions",
               {function("main", {argument("x", "f32", {"batch", 4})},
                         {argument("y", "f32", {"batch", 4})}),
                function("step",
                         {argument("x", "f32", {"batch", 2}),
                          argument("h", "f32", {"batch", 2}, "memory")},
                         {argument("y", "f32", {"batch", 2}),
                          argument("h_next", "f32", {"batch", 2}, "memory")}),
                function("append",
                         {argument("x", "f32", {1}),
                          argument("past", "f32", {"past"}, "cache")},
                         {argument("present", "f32", {"?"}, "cache"),
                          argument("length", "i64", scalar)}),
                function("dynamic", {argument("n", "i64", scalar)}, {number}),
                function("huge", json::array(), {number}),
                function("custom", {argument("x", "f32", batch)},
                         {argument("y", "f32", batch)}),
                function("endless", json::array(), json::array()),
                function("lazy", json::array(), {number}),
                function("liar", {argument("x", "f32", batch)},
                         {argument("y", "f32", batch)}),
                function("table", json::array(), {number}),
                function("scratch", {argument("n", "i64", scalar)},
                         {argument("y", "i64", {""})}),
                function("arena", json::array(), {number})}},
              {"code", json::array()},
              {"weights", json::array()},
              {"assets", json::array()},
              {"dispatches",
               {{{"name", "add_rows"},
                 {"op", "add"},
                 {"node", "/layer\"0\"/Add"},
                 {"flops", 4e6},
                 {"bytes", 3.2e7}},
                {{"name", "idle"}},
                {{"name", "sums"}, {"op", "reduce"}, {"node", "/Sum"}}}},
              {"messages", {"gather '/g': index {0} is outside of [0, {1})"}},
              {"externs", {"my_kernel"}}};
  manifest["functions"][11]["arenaBytes"] = 1 << 20;

  json level = addSegment(readCode(code));
  level.update({{"target", "cpu"},
                {"level", "base"},
                {"triple", "x86_64-linux"},
                {"features", features}});
  manifest["code"].push_back(level);

  const float weight[4] = {10, 20, 30, 40};
  json entry =
      addSegment({reinterpret_cast<const char *>(weight), sizeof(weight)});
  entry.update({{"name", "w"},
                {"dtype", "f32"},
                {"dims", {4}},
                {"layout", "row-major"}});
  manifest["weights"].push_back(entry);

  json asset = addSegment("a vocabulary");
  asset["name"] = "vocab.txt";
  manifest["assets"].push_back(asset);
}

json FakeModule::addSegment(std::string_view bytes) {
  segments.resize((segments.size() + 4095) & ~size_t(4095));
  json segment = {{"offset", segments.size()},
                  {"size", bytes.size()},
                  {"xxh3", toHexDigits(checksum(bytes))}};
  segments += bytes;
  return segment;
}

void FakeModule::setCode(std::string_view elf) {
  manifest["code"][0].update(addSegment(elf));
}

void weft::test::sealHeader(std::string &module) {
  setValue(module, HeaderChecksumOffset,
           checksum(std::string_view(module).substr(0, HeaderChecksumOffset)));
}

std::string FakeModule::build() const { return build(manifest.dump()); }

std::string FakeModule::build(std::string_view text) const {
  std::string module = segments;
  module.resize((module.size() + 4095) & ~size_t(4095));
  uint64_t offset = module.size();
  module += text;
  module.replace(0, 8, "WEFTMODL");
  setValue(module, VersionOffset, uint32_t(1));
  setValue(module, HeaderSizeOffset, uint32_t(64));
  setValue(module, FileSizeOffset, uint64_t(module.size()));
  setValue(module, ManifestOffsetOffset, offset);
  setValue(module, ManifestSizeOffset, uint64_t(text.size()));
  setValue(module, ManifestChecksumOffset, checksum(text));
  sealHeader(module);
  return module;
}

TemporaryFile::TemporaryFile(std::string_view contents) {
  const char *folder = getenv("TMPDIR");
  path = std::string(folder ? folder : "/tmp") + "/weft-test-XXXXXX";
  int file = mkstemp(path.data());
  if (file >= 0)
    close(file);
  write(contents);
}

TemporaryFile::~TemporaryFile() { unlink(path.c_str()); }

void TemporaryFile::write(std::string_view contents) const {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(contents.data(), std::streamsize(contents.size()));
}

std::string TemporaryFile::read() const { return readFile(path); }
