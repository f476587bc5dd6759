// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every field of the manifest, wrong in every way that someone might think of.
#include "runtime/program/Manifest.h"
#include "test/unit/runtime/Handles.h"

using namespace weft::test;
using nlohmann::json;
using weft::runtime::Manifest;
using weft::runtime::parseManifest;

static std::string textError(std::string_view text) {
  Manifest manifest;
  weft::runtime::Status status =
      parseManifest(text, FakeModule().build().size(), manifest);
  if (!status.ok()) {
    EXPECT_EQ(status.getCode(), WEFT_STATUS_BAD_MODULE);
  }
  return status.getMessage();
}

static std::string parseError(const json &manifest) {
  return textError(manifest.dump());
}

/// The error after the field at `pointer` was replaced by `value`.
static std::string replaced(const char *pointer, json value) {
  json manifest = FakeModule().manifest;
  manifest[json::json_pointer(pointer)] = std::move(value);
  return parseError(manifest);
}

static std::string erased(const char *pointer, const char *key) {
  json manifest = FakeModule().manifest;
  manifest[json::json_pointer(pointer)].erase(key);
  return parseError(manifest);
}

TEST(Manifest, IsRead) {
  Manifest manifest;
  FakeModule module;
  ASSERT_TRUE(
      parseManifest(module.manifest.dump(), module.build().size(), manifest)
          .ok());
  EXPECT_EQ(manifest.functions.size(), 12u);
  EXPECT_EQ(manifest.findFunction("step"), 1);
  EXPECT_EQ(manifest.findFunction("stop"), -1);
  const weft::runtime::Argument &x = manifest.functions[0].inputs[0];
  EXPECT_EQ(x.name, "x");
  EXPECT_EQ(x.dtype, WEFT_DTYPE_F32);
  ASSERT_EQ(x.dims.size(), 2u);
  EXPECT_EQ(x.dims[0].size, -1);
  EXPECT_EQ(manifest.symbols[x.dims[0].symbol], "batch");
  EXPECT_EQ(x.dims[1].size, 4);
  // "?" and "" are dimensions without a name.
  EXPECT_EQ(manifest.functions[2].outputs[0].dims[0].symbol, -1);
  EXPECT_EQ(manifest.functions[10].outputs[0].dims[0].symbol, -1);
  ASSERT_EQ(manifest.states.size(), 2u);
  EXPECT_EQ(manifest.states[0].name, "memory");
  EXPECT_EQ(manifest.functions[1].inputs[1].state, 0);
  EXPECT_EQ(manifest.functions[1].outputs[1].state, 0);
  EXPECT_EQ(manifest.dispatches[0].flops, 4e6);
  EXPECT_EQ(manifest.source, "fake.onnx");
}

TEST(Manifest, ChecksumsMayBeNumbers) {
  EXPECT_EQ(replaced("/code/0/xxh3", 123u), "");
  EXPECT_EQ(replaced("/code/0/xxh3", UINT64_MAX), "");
  EXPECT_EQ(replaced("/code/0/xxh3", "0123456789ABCDEF"),
            "manifest: code[0].xxh3: expected 16 lower-case hexadecimal "
            "digits, found '0123456789ABCDEF'");
  EXPECT_CONTAINS(replaced("/code/0/xxh3", "12"), "expected 16 lower-case");
}

TEST(Manifest, MalformedTextIsRefused) {
  EXPECT_CONTAINS(textError(""), "expected JSON, found malformed text");
  EXPECT_CONTAINS(textError("{"), "expected JSON");
  EXPECT_CONTAINS(textError("\"\xff\""), "expected JSON");
  EXPECT_CONTAINS(textError("{\"format\": 1e999}"), "expected JSON");
  EXPECT_CONTAINS(textError("3"),
                  "top level: expected an object, found number");
  EXPECT_CONTAINS(textError(std::string(1 << 20, '[')),
                  "at most 16 levels of nesting");
  std::string deep =
      "{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_CONTAINS(textError(deep), "at most 16 levels of nesting");
  EXPECT_CONTAINS(textError(std::string((16 << 20) + 1, ' ')),
                  "expected at most 16777216 bytes");
}

TEST(Manifest, VersionsAreTold) {
  EXPECT_EQ(replaced("/format", 2), "manifest: format: expected format version "
                                    "1, found 2; the module needs a newer "
                                    "runtime");
  EXPECT_EQ(replaced("/abi", 3), "manifest: abi: expected abi version 2, found "
                                 "3; the module needs a newer runtime");
  EXPECT_EQ(replaced("/abi", 1), "manifest: abi: expected abi version 2, found "
                                 "1; compile the model again");
  EXPECT_EQ(erased("", "abi"),
            "manifest: abi: expected a non-negative integer, found nothing");
}

TEST(Manifest, WrongTypesNameTheField) {
  EXPECT_EQ(replaced("/functions", 3),
            "manifest: functions: expected an array, found number");
  EXPECT_EQ(replaced("/functions", json::array()),
            "manifest: functions: expected at least one, found none");
  EXPECT_EQ(replaced("/functions/0", "main"),
            "manifest: functions[0]: expected an object, found string");
  EXPECT_EQ(replaced("/functions/0/name", 7),
            "manifest: functions[0].name: expected a string, found number");
  EXPECT_EQ(replaced("/functions/0/name", ""),
            "manifest: functions[0].name: expected a name, found an empty "
            "string");
  EXPECT_EQ(replaced("/functions/0/name", std::string("a\0b", 3)),
            "manifest: functions[0].name: expected text, found a null "
            "character");
  EXPECT_EQ(replaced("/functions/0/name", std::string(5000, 'a')),
            "manifest: functions[0].name: expected at most 4096 bytes, found "
            "5000");
  EXPECT_EQ(erased("/functions/0", "symbol"),
            "manifest: functions[0].symbol: expected a string, found nothing");
  EXPECT_EQ(replaced("/functions/0/arenaBytes", -1),
            "manifest: functions[0].arenaBytes: expected a non-negative "
            "integer, found a negative one");
  EXPECT_EQ(replaced("/functions/0/arenaBytes", 1.5),
            "manifest: functions[0].arenaBytes: expected a non-negative "
            "integer, found number");
  EXPECT_CONTAINS(replaced("/functions/0/arenaBytes", UINT64_MAX),
                  "expected at most 70368744177664, found "
                  "18446744073709551615");
  EXPECT_EQ(replaced("/source", "x"),
            "manifest: source: expected an object, found string");
  EXPECT_EQ(replaced("/messages/0", 3),
            "manifest: messages[0]: expected a string, found number");
  EXPECT_EQ(replaced("/externs/0", nullptr),
            "manifest: externs[0]: expected a string, found null");
  EXPECT_EQ(replaced("/dispatches/0/flops", "many"),
            "manifest: dispatches[0].flops: expected a number, found string");
  EXPECT_EQ(replaced("/code/0/features", "avx2"),
            "manifest: code[0].features: expected an array, found string");
}

TEST(Manifest, ArgumentsAreChecked) {
  EXPECT_EQ(replaced("/functions/0/inputs/0/dtype", "float"),
            "manifest: functions[0].inputs[0].dtype: unknown dtype 'float'");
  EXPECT_EQ(replaced("/functions/0/inputs/0/dims", json::array({1, -2})),
            "manifest: functions[0].inputs[0].dims[1]: expected a non-negative "
            "integer, found a negative one");
  EXPECT_EQ(replaced("/functions/0/inputs/0/dims",
                     json::array({1 << 20, 1 << 20, 1 << 20})),
            "manifest: functions[0].inputs[0].dims: expected at most "
            "70368744177664 bytes, found larger dims");
  EXPECT_EQ(
      replaced("/functions/0/inputs/0/dims", json(std::vector<int>(17, 1))),
      "manifest: functions[0].inputs[0].dims: expected at most 16 "
      "elements, found 17");
  EXPECT_EQ(replaced("/functions/1/inputs/1/name", "x"),
            "manifest: functions[1].inputs[1].name: expected unique names, "
            "found 'x' twice");
  EXPECT_EQ(replaced("/functions/1/name", "main"),
            "manifest: functions: expected unique names, found 'main' twice");
}

TEST(Manifest, DimRangesBelongToSymbols) {
  EXPECT_EQ(replaced("/dimRanges", {{"unknown", {1, 2}}}), "");
  EXPECT_EQ(replaced("/dimRanges", json::array()),
            "manifest: dimRanges: expected an object, found array");
  EXPECT_EQ(replaced("/dimRanges", {{"n", 3}}),
            "manifest: dimRanges.n: expected an array, found number");
  EXPECT_EQ(replaced("/dimRanges", {{"n", {1, -2}}}),
            "manifest: dimRanges.n[1]: expected a non-negative integer, found "
            "a negative one");
  EXPECT_EQ(replaced("/dimRanges", {{"n", {1, 2, 3}}}),
            "manifest: dimRanges.n: expected at most 2 elements, found 3");
  for (json range : {json::array({1}), json::array({2, 1})})
    EXPECT_EQ(replaced("/dimRanges", {{"n", range}}),
              "manifest: dimRanges.n: expected the least and the largest size "
              "in this order");
}

TEST(Manifest, StatesAreTheSameEverywhere) {
  EXPECT_EQ(replaced("/functions/1/outputs/1/dtype", "f16"),
            "manifest: functions[1].outputs[1].state: expected state 'memory' "
            "to be f32 everywhere, found f16");
  EXPECT_EQ(replaced("/functions/1/outputs/1/dims", json::array({2})),
            "manifest: functions[1].outputs[1].state: expected state 'memory' "
            "to have rank 2 everywhere, found 1");
  EXPECT_EQ(replaced("/functions/1/inputs/0/state", "memory"),
            "manifest: functions[1].inputs[1].state: expected each state once, "
            "found one twice");
  EXPECT_EQ(replaced("/functions/1/inputs/0/state", nullptr), "");
}

TEST(Manifest, SegmentsLieInTheFile) {
  EXPECT_CONTAINS(replaced("/code/0/offset", 1 << 30),
                  "manifest: code[0]: expected a segment within the file's");
  EXPECT_CONTAINS(replaced("/weights/0/offset", UINT64_MAX),
                  "manifest: weights[0].offset: expected at most");
  EXPECT_CONTAINS(replaced("/assets/0/size", 1 << 30),
                  "manifest: assets[0]: expected a segment within the file's");
  json manifest = FakeModule().manifest;
  manifest["weights"][0]["offset"] =
      manifest["weights"][0]["offset"].get<int>() + 16;
  EXPECT_CONTAINS(parseError(manifest),
                  "weights[0].offset: expected a multiple of 64, found");
}

TEST(Manifest, WeightsHaveTheirSize) {
  EXPECT_EQ(replaced("/weights/0/dims", json::array({5})),
            "manifest: weights[0].size: expected 20 bytes for weight 'w', "
            "found 16");
  json manifest = FakeModule().manifest;
  manifest["weights"][0]["dims"] = {5};
  manifest["weights"][0]["layout"] = "panel16";
  EXPECT_EQ(parseError(manifest), "");
  EXPECT_EQ(replaced("/weights/0/dims", json::array({"n"})),
            "manifest: weights[0].dims[0]: expected a non-negative integer, "
            "found string");
}

TEST(Manifest, OptionalPartsMayBeMissing) {
  json manifest = FakeModule().manifest;
  for (const char *key :
       {"compiler", "source", "flags", "target", "precision", "weights",
        "assets", "dispatches", "messages", "externs"})
    manifest.erase(key);
  manifest["something new"] = {{"a", 1}};
  EXPECT_EQ(parseError(manifest), "");
}
