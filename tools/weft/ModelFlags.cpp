// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flags of compiling.

#include "tools/weft/ModelFlags.h"
#include "lib/Import/Lora/LoraAdapter.h"
#include "lib/Support/DimBinding.h"
#include "lib/Target/Target.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace weft;

void ModelFlags::addImportFlags(FlagSet &flags) {
  auto checkDim = [](StringRef text) {
    return parseDimBinding(text).takeError();
  };
  flags.addList(
      "--dim", "NAME=SIZE|LO..HI", import.dims,
      "fix a named dimension, or bound it: a call with another size is refused",
      checkDim);
  flags.addList("--state", "INPUT=OUTPUT", import.states,
                "the input is what the output was in the call before; the "
                "session keeps it under the input's name",
                checkPair);
  auto checkAdapter = [](StringRef text) {
    return parseLora(text).takeError();
  };
  flags.addList(
      "--lora", "ADAPTER[=SCALE]", import.adapters,
      "add a low-rank adapter to the weights of a language model: a folder of "
      "peft or a GGUF file",
      checkAdapter);
  flags.addList(
      "--lora-beside", "ADAPTER[=SCALE]", import.adaptersBeside,
      "the same beside the weights, which stay as they are, quantized "
      "ones too",
      checkAdapter);
}

void ModelFlags::addTo(FlagSet &flags) {
  flags.beginGroup("the model");
  addImportFlags(flags);
  flags.beginGroup("code");
  SmallVector<StringRef> targets;
  for (const Target *each : getTargets())
    targets.push_back(each->getName());
  llvm::append_range(targets, getOtherTargetNames());
  flags.addChoice(
      "--target", target, targets,
      "what to generate code for; by default what the model was converted for, "
      "or cpu; `weft targets` says what is available");
  flags.addText("--cpu", "LEVEL", level,
                "host (default), avx2, avx512, amx, all, or LLVM's name of a "
                "processor; `weft targets` lists the levels");
  flags.addChoice(
      "--precision", precision, {"f32", "f32-strict", "f32x3", "bf16", "f16"},
      "products of f32 values: f32 (default; error at most twice that of plain "
      "multiply-adds), f32-strict (multiply-adds), f32x3 (1e-5), or operands "
      "rounded to bf16 (2e-2) or f16; faster with AMX, see docs/Precision.md");
  flags.addChoice("--kv-cache", cacheType, {"f32", "bf16", "int8"},
                  "how a language model remembers keys and values: f32 "
                  "(default), bf16, or int8 with a scale for each head of a "
                  "token");
  flags.addSwitch("--debug-info", debugInfo,
                  "line tables that name the model's nodes, for perf and gdb");
  flags.addText("--cache", "DIR|off", cache,
                "where code is kept from one compilation to the next; by "
                "default $WEFT_CODE_CACHE, or ~/.cache/weft/code");
  flags.addText("--tune-file", "FILE", tuneFile,
                "follow the schedules that `weft compile --tune` measured on a "
                "processor like this one");
  flags.beginGroup("looking inside");
  flags.addSwitch("--remarks", remarks,
                  "say what was not fused or vectorized, and why, and what "
                  "code came from the cache");
  flags.addList("--dump-ir-after", "PASS|all", dumpAfter,
                "print the IR after a pass, on stderr");
  flags.addSwitch("--timing", timing, "say how long each step took, on stderr");
  flags.addList("--load-dialect-plugin", "FILE", dialectPlugins,
                "load a library with dialects, importer entries or lowerings");
  flags.addList("--load-pass-plugin", "FILE", passPlugins,
                "load a library with passes");
}

std::string ModelFlags::describe() const {
  std::string text = "--cpu=" + level + " --precision=" + precision;
  if (cacheType != "f32")
    text += " --kv-cache=" + cacheType;
  if (!tuneFile.empty())
    text += " --tune-file=" + sys::path::filename(tuneFile).str();
  for (const std::string &dim : import.dims)
    text += " --dim=" + dim;
  for (const std::string &state : import.states)
    text += " --state=" + state;
  for (const std::string &adapter : import.adapters)
    text += " --lora=" + sys::path::filename(adapter).str();
  for (const std::string &adapter : import.adaptersBeside)
    text += " --lora-beside=" + sys::path::filename(adapter).str();
  return text;
}
