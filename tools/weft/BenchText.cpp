// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is not among the facts is left out.

#include "tools/weft/BenchText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

using namespace weft;
using llvm::format;
using llvm::raw_ostream;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

static double getNumber(const Object &facts, StringRef name) {
  return facts.getNumber(name).value_or(0);
}
static long long getInteger(const Object &facts, StringRef name) {
  return facts.getInteger(name).value_or(0);
}

static void printCalls(raw_ostream &stream, const Object &facts) {
  const Object *latency = facts.getObject("latency_ms");
  if (!latency)
    return;
  stream << format("latency      min %.3f ms, median %.3f ms, p99 %.3f ms",
                   getNumber(*latency, "min"), getNumber(*latency, "median"),
                   getNumber(*latency, "p99"))
         << format(
                " (%lld runs; p90 %.3f, p95 %.3f, max %.3f, deviation %.3f)\n",
                getInteger(facts, "runs"), getNumber(*latency, "p90"),
                getNumber(*latency, "p95"), getNumber(*latency, "max"),
                getNumber(*latency, "deviation"))
         << format("cold start   %.1f ms (a fresh process, from its start to "
                   "the end of the first call)\n",
                   getNumber(facts, "cold_start_ms"))
         << format("peak memory  %.1f MB (of that process)\n",
                   getNumber(facts, "peak_rss_mb"))
         << format("throughput   %.1f GFLOP/s, %.1f GB/s, counted ",
                   getNumber(facts, "gflops"),
                   getNumber(facts, "gigabytes_per_second"))
         << facts.getString("counted").value_or("") << '\n';
  if (auto least = facts.getNumber("least_ms"))
    stream << format("at least     %.3f ms by the ceilings, %.2f times that\n",
                     *least,
                     *least > 0 ? getNumber(*latency, "median") / *least : 0);
  if (auto energy = facts.getNumber("energy_j_per_call"))
    stream << format("energy       %.4g J a call, of the whole processor\n",
                     *energy);
}

static void printTokens(raw_ostream &stream, const Object &facts) {
  const Object *token = facts.getObject("ms_per_token");
  if (!token)
    return;
  stream << format("prefill      %.1f tokens a second (median %.1f), %lld "
                   "tokens; the first token after %.1f ms, %.1f ms when cold\n",
                   getNumber(facts, "prefill_tokens_per_s"),
                   getNumber(facts, "prefill_tokens_per_s_median"),
                   getInteger(facts, "prompt_tokens"),
                   getNumber(facts, "time_to_first_token_ms"),
                   getNumber(facts, "first_prompt_ms"))
         << format("decode       %.1f tokens a second (median %.1f), %lld "
                   "tokens, %.2f ms each, p99 %.2f ms\n",
                   getNumber(facts, "decode_tokens_per_s"),
                   getNumber(facts, "decode_tokens_per_s_median"),
                   getInteger(facts, "generated_tokens"),
                   getNumber(*token, "median"), getNumber(*token, "p99"))
         << format("memory       %.1f MB of weights and %.1f MB of states a "
                   "step, %.1f GB/s\n",
                   getNumber(facts, "weight_bytes_per_token") / 1e6,
                   getNumber(facts, "state_bytes_per_token") / 1e6,
                   getNumber(facts, "decode_gigabytes_per_second"))
         << format("peak memory  %.1f MB\n", getNumber(facts, "peak_rss_mb"));
  if (auto rate = facts.getNumber("prefill_gflops"))
    stream << format("throughput   %.1f GFLOP/s of the prompt, %.1f of a step; "
                     "at least %.2f and %.2f ms by the ceilings\n",
                     *rate, getNumber(facts, "decode_gflops"),
                     getNumber(facts, "prefill_least_ms"),
                     getNumber(facts, "decode_least_ms"));
  if (auto energy = facts.getNumber("energy_j_per_token"))
    stream << format("energy       %.4g J a token, of the whole processor\n",
                     *energy);
}

static void printSweep(raw_ostream &stream, const Object &facts) {
  const Array *sweep = facts.getArray("sweep");
  if (!sweep)
    return;
  for (const llvm::json::Value &each : *sweep) {
    const Object &point = *each.getAsObject();
    stream << format("sweep        %lld threads", getInteger(point, "threads"));
    if (auto batch = point.getInteger("batch"))
      stream << format(", batch %lld", static_cast<long long>(*batch));
    if (point.get("median_ms"))
      stream << format(": median %.3f ms, p99 %.3f ms, %.1f calls a second",
                       getNumber(point, "median_ms"),
                       getNumber(point, "p99_ms"),
                       getNumber(point, "calls_per_s"));
    if (auto items = point.getNumber("items_per_s"))
      stream << format(", %.1f items a second", *items);
    if (point.get("decode_tokens_per_s"))
      stream << format(": prefill %.1f, decode %.1f tokens a second",
                       getNumber(point, "prefill_tokens_per_s"),
                       getNumber(point, "decode_tokens_per_s"));
    stream << '\n';
  }
}

static void printPeers(raw_ostream &stream, const Object &facts) {
  const Array *peers = facts.getArray("peers");
  if (!peers)
    return;
  for (const llvm::json::Value &each : *peers) {
    const Object &peer = *each.getAsObject();
    stream << "in turns     " << peer.getString("name").value_or("");
    if (StringRef version = peer.getString("version").value_or("");
        !version.empty())
      stream << ' ' << version;
    if (auto missing = peer.getString("missing")) {
      stream << " missing: " << *missing << '\n';
      continue;
    }
    if (peer.get("decode_tokens_per_s"))
      stream << format(": prefill %.1f, decode %.1f tokens a second",
                       getNumber(peer, "prefill_tokens_per_s"),
                       getNumber(peer, "decode_tokens_per_s"));
    else if (peer.get("median_ms"))
      stream << format(": median %.3f ms, p99 %.3f ms",
                       getNumber(peer, "median_ms"), getNumber(peer, "p99_ms"));
    if (auto ratio = peer.getNumber("ratio"))
      stream << format(", %.2f times weft's time", *ratio);
    if (auto ratio = peer.getNumber("decode_ratio"))
      stream << format(" for the prompt, %.2f times for generation", *ratio);
    stream << '\n';
  }
}

void weft::printBench(raw_ostream &stream, const Object &facts) {
  if (auto error = facts.getString("error")) {
    stream << *error << '\n';
    return;
  }
  printCalls(stream, facts);
  printTokens(stream, facts);
  stream << "threads      " << getInteger(facts, "threads") << ", level "
         << facts.getString("level").value_or("") << '\n';
  if (auto seconds = facts.getNumber("compile_s"))
    stream << format("compiled in  %.2f s\n", *seconds);
  printSweep(stream, facts);
  printPeers(stream, facts);
}

static constexpr StringRef kColumns[] = {"model",
                                         "program",
                                         "version",
                                         "threads",
                                         "batch",
                                         "min_ms",
                                         "median_ms",
                                         "p90_ms",
                                         "p99_ms",
                                         "runs",
                                         "calls_per_s",
                                         "items_per_s",
                                         "prefill_tokens_per_s",
                                         "decode_tokens_per_s",
                                         "time_to_first_token_ms",
                                         "cold_start_ms",
                                         "peak_rss_mb",
                                         "gflops",
                                         "gigabytes_per_second",
                                         "error"};

static void printField(raw_ostream &stream, const llvm::json::Value *value) {
  if (!value || value->getAsNull())
    return;
  auto text = value->getAsString();
  if (!text) {
    stream << *value;
  } else if (text->find_first_of(",\"\r\n") == StringRef::npos) {
    stream << *text;
  } else {
    stream << '"';
    for (char c : *text)
      stream << (c == '"' ? "\"\"" : StringRef(&c, 1));
    stream << '"';
  }
}

static void printRow(raw_ostream &stream, const Object &row) {
  llvm::interleave(
      kColumns, stream,
      [&](StringRef column) { printField(stream, row.get(column)); }, ",");
  stream << "\r\n";
}

void weft::printBenchTable(raw_ostream &stream,
                           llvm::ArrayRef<const Object *> models) {
  llvm::interleave(kColumns, stream, ",");
  stream << "\r\n";
  for (const Object *model : models) {
    StringRef name = model->getString("model").value_or("");
    Object row(*model);
    row["program"] = "weft";
    if (const Object *latency = model->getObject("latency_ms"))
      for (StringRef part : {"min", "median", "p90", "p99"})
        row[(part + "_ms").str()] = getNumber(*latency, part);
    printRow(stream, row);
    if (const Array *sweep = model->getArray("sweep"))
      for (const llvm::json::Value &each : *sweep) {
        Object point(*each.getAsObject());
        point["model"] = name;
        point["program"] = "weft";
        printRow(stream, point);
      }
    if (const Array *peers = model->getArray("peers"))
      for (const llvm::json::Value &each : *peers) {
        Object peer(*each.getAsObject());
        peer["model"] = name;
        peer["program"] = peer.getString("name").value_or("").str();
        peer["threads"] = getInteger(*model, "threads");
        if (auto missing = peer.getString("missing"))
          peer["error"] = missing->str();
        printRow(stream, peer);
      }
  }
}
