// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One short function a section; what is not among the facts is left out.

#include "tools/weft/AnalysisText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <map>

using namespace weft;
using llvm::format;
using llvm::raw_ostream;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

/// Owners of a peak and weights that are listed.
static constexpr size_t kRows = 10;

/// The objects of a list, none where there is no list.
static std::vector<const Object *> getList(const Object &facts,
                                           StringRef name) {
  std::vector<const Object *> list;
  if (const Array *all = facts.getArray(name))
    for (const llvm::json::Value &each : *all)
      if (const Object *object = each.getAsObject())
        list.push_back(object);
  return list;
}

static double getNumber(const Object &facts, StringRef name) {
  return facts.getNumber(name).value_or(0);
}
static StringRef getText(const Object &facts, StringRef name) {
  return facts.getString(name).value_or("");
}

static void printArguments(raw_ostream &stream, StringRef heading,
                           const Object &facts) {
  stream << heading << '\n';
  for (const Object *argument : getList(facts, heading)) {
    stream << "  " << getText(*argument, "name") << ": "
           << getText(*argument, "type");
    if (auto state = argument->getString("state"))
      stream << " state '" << *state << "'";
    stream << '\n';
  }
}

/// What an object holds, by name.
static std::map<StringRef, const llvm::json::Value *>
getSorted(const Object *object) {
  std::map<StringRef, const llvm::json::Value *> sorted;
  if (object)
    for (const auto &[name, value] : *object)
      sorted[name] = &value;
  return sorted;
}

static void printOps(raw_ostream &stream, const Object &facts) {
  const Object *ops = facts.getObject("ops");
  if (!ops)
    return;
  stream << "ops, as imported\n";
  for (auto [name, count] : getSorted(ops))
    stream << format("  %6lld  ",
                     static_cast<long long>(*count->getAsInteger()))
           << name << '\n';
}

/// For which sizes the sums are.
static void printSizes(raw_ostream &stream, const Object &facts) {
  const Object *sizes = facts.getObject("sizes");
  if (!sizes) {
    stream << ", by static shapes\n";
    return;
  }
  stream << (sizes->empty() ? "" : ", with");
  for (auto [i, size] : llvm::enumerate(getSorted(sizes)))
    stream << (i ? ", " : " ") << size.first << " = " << *size.second;
  if (const Array *open = facts.getArray("open_sizes");
      open && !open->empty()) {
    stream << "; ";
    llvm::interleaveComma(*open, stream, [&](const llvm::json::Value &name) {
      stream << *name.getAsString();
    });
    stream << " counted as 1: see --size";
  }
  stream << '\n';
}

void weft::printDispatches(raw_ostream &stream, const Object &facts) {
  printArguments(stream, "inputs", facts);
  printArguments(stream, "outputs", facts);
  if (const Object *ranges = facts.getObject("dim_ranges");
      ranges && !ranges->empty()) {
    stream << "sizes that dimensions may have\n";
    for (auto [name, range] : getSorted(ranges))
      stream << "  " << name << ": " << (*range->getAsArray())[0] << ".."
             << (*range->getAsArray())[1] << '\n';
  }
  printOps(stream, facts);
  std::vector<const Object *> list = getList(facts, "dispatches");
  bool isTimed = llvm::any_of(
      list, [](const Object *each) { return each->get("measured_us"); });
  stream << "dispatches, in order\n         MFLOP          MB"
         << (isTimed ? "    least us  measured us" : "")
         << "  kernel, what it writes, and the node that it is of\n";
  double flops = 0, bytes = 0;
  for (const Object *dispatch : list) {
    // A map computes what dispatches before it do, some images at a time.
    if (getText(*dispatch, "op") != "map") {
      flops += getNumber(*dispatch, "flops");
      bytes += getNumber(*dispatch, "bytes");
    }
    stream << format("  %12.3f%12.3f", getNumber(*dispatch, "flops") / 1e6,
                     getNumber(*dispatch, "bytes") / 1e6);
    if (isTimed)
      stream << format("%12.2f%13.2f", getNumber(*dispatch, "limit_us"),
                       getNumber(*dispatch, "measured_us"));
    stream << "  " << getText(*dispatch, "name") << "  "
           << getText(*dispatch, "results");
    if (StringRef node = getText(*dispatch, "node"); !node.empty())
      stream << "  '" << node << "'";
    stream << '\n';
  }
  stream << format("total %.3f GFLOP, %.1f MB read and written", flops / 1e9,
                   bytes / 1e6);
  printSizes(stream, facts);
}

static void printTimes(raw_ostream &stream, const Object &facts) {
  for (const Object *function : getList(facts, "functions")) {
    if (!function->get("call_us"))
      continue;
    double call = getNumber(*function, "call_us"),
           limit = getNumber(*function, "limit_us");
    stream << "function " << getText(*function, "name")
           << format(": a call takes %.1f us, its dispatches %.1f us, at least "
                     "%.1f us by the ceilings: %.2f times that\n",
                     call, getNumber(*function, "dispatches_us"), limit,
                     limit > 0 ? call / limit : 0);
  }
}

static void printMemory(raw_ostream &stream, const Object &memory) {
  double arena = getNumber(memory, "arena_bytes");
  stream << "function " << getText(memory, "function")
         << format(": arena %.2f MB", arena / 1e6);
  if (auto bound = memory.getNumber("lower_bound_bytes")) {
    stream << format(", at least %.2f MB are alive at once", *bound / 1e6);
    if (*bound > 0)
      stream << format(": %.3f times that", arena / *bound);
  }
  stream << '\n';
  std::vector<const Object *> owners = getList(memory, "peak_owners");
  if (owners.empty())
    return;
  stream << format("  the peak, %.2f MB while dispatch %lld of the function "
                   "runs, belongs to\n",
                   getNumber(memory, "peak_bytes") / 1e6,
                   static_cast<long long>(getNumber(memory, "peak_dispatch")));
  for (const Object *owner : llvm::ArrayRef(owners).take_front(kRows))
    stream << format("  %12.3f MB  ", getNumber(*owner, "bytes") / 1e6)
           << getText(*owner, "name") << "  " << getText(*owner, "type") << "  "
           << getText(*owner, "place") << '\n';
  if (owners.size() > kRows)
    stream << "  ... and " << owners.size() - kRows << " smaller ones\n";
}

static void printSensitivity(raw_ostream &stream, const Object &facts) {
  const Object *sensitivity = facts.getObject("sensitivity");
  if (!sensitivity)
    return;
  stream
      << "sensitivity to precision, " << getText(*sensitivity, "measure")
      << "\n          int8        int4  weight, the most sensitive in 4 bits "
         "first\n";
  std::vector<const Object *> weights = getList(*sensitivity, "weights");
  for (const Object *weight : llvm::ArrayRef(weights).take_front(2 * kRows))
    stream << format("  %12.3e%12.3e  ", getNumber(*weight, "cost_int8"),
                     getNumber(*weight, "cost_int4"))
           << getText(*weight, "name") << '\n';
  if (weights.size() > 2 * kRows)
    stream << "  ... and " << weights.size() - 2 * kRows
           << " weights that lose less\n";
  std::vector<const Object *> layers = getList(*sensitivity, "activations");
  if (layers.empty())
    return;
  stream << "sensitivity to products of integers, with dynamic ranges\n"
            "          int8   share  weights, the most sensitive layer first\n";
  for (const Object *layer : llvm::ArrayRef(layers).take_front(2 * kRows)) {
    stream << format("  %12.3e  %5.1f%%  ", getNumber(*layer, "cost"),
                     100 * getNumber(*layer, "share"));
    if (const llvm::json::Array *weights = layer->getArray("weights"))
      for (auto [i, name] : llvm::enumerate(*weights))
        stream << (i ? ", " : "") << name.getAsString().value_or("");
    stream << '\n';
  }
  if (layers.size() > 2 * kRows)
    stream << "  ... and " << layers.size() - 2 * kRows
           << " layers that lose less\n";
}

void weft::printCosts(raw_ostream &stream, const Object &facts) {
  printTimes(stream, facts);
  for (const Object *memory : getList(facts, "memory"))
    printMemory(stream, *memory);
  stream << format("weights %.2f MB", getNumber(facts, "weight_bytes") / 1e6);
  for (auto [i, type] :
       llvm::enumerate(getSorted(facts.getObject("parameters_by_type"))))
    stream << (i ? ", " : "; as imported ")
           << format("%.2f MB of ",
                     getNumber(*type.second->getAsObject(), "bytes") / 1e6)
           << type.first;
  stream << '\n';
  printSensitivity(stream, facts);
  std::vector<const Object *> obstacles = getList(facts, "obstacles");
  if (!obstacles.empty())
    stream << "not on the fast path\n";
  for (const Object *each : obstacles)
    stream << "  " << getText(*each, "where")
           << (getText(*each, "where").empty() ? "" : ": ")
           << getText(*each, "what")
           << "\n    remedy: " << getText(*each, "remedy") << '\n';
}
