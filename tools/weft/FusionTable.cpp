// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows of the table, and the same facts as JSON.

#include "tools/weft/FusionTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace weft;

static constexpr size_t kColumns = 100, kRows = 20;

namespace {
/// A dispatch, or all dispatches of a kernel.
struct Row {
  const DispatchTraffic *first;
  int64_t times = 0;
  SizedCount read, written, kept;

  Row &operator+=(const DispatchTraffic &dispatch) {
    ++times;
    read += dispatch.read;
    written += dispatch.written;
    kept += dispatch.kept;
    return *this;
  }
};
} // namespace

/// "slice x3, reshape".
static std::string joinOps(ArrayRef<std::string> ops) {
  std::string text;
  while (!ops.empty()) {
    size_t count =
        ops.take_while([&](const std::string &op) { return op == ops.front(); })
            .size();
    text += (text.empty() ? "" : ", ") + ops.front();
    if (count > 1)
      text += " x" + std::to_string(count);
    ops = ops.drop_front(count);
  }
  return text;
}

static std::string describeOps(const DispatchTraffic &dispatch) {
  std::string text;
  if (!dispatch.prologue.empty())
    text += joinOps(dispatch.prologue) + " > ";
  text += "[" + dispatch.root + "]";
  if (!dispatch.epilogue.empty())
    text += " > " + joinOps(dispatch.epilogue);
  return text;
}

static void printRow(raw_ostream &stream, const Row &row, bool isWhole) {
  bool isKnown =
      row.read.isNumber() && row.written.isNumber() && row.kept.isNumber();
  std::string line;
  raw_string_ostream text(line);
  text << format("  %5lld ", static_cast<long long>(row.times));
  for (const SizedCount *count : {&row.read, &row.written, &row.kept})
    text << right_justify(isKnown ? count->describeAsBytes() : "", 10);
  text << "  " << row.first->kernel << ": " << describeOps(*row.first);
  if (isWhole && !row.first->node.empty())
    text << "  '" << row.first->node << "'";
  if (!isWhole && line.size() > kColumns)
    line = line.substr(0, kColumns - 3) + "...";
  stream << line << '\n';
  // What sizes of the call decide has a line of its own.
  if (!isKnown)
    for (auto [name, count] : {std::pair("read", &row.read),
                               {"written", &row.written},
                               {"kept", &row.kept}})
      stream << "          " << name << ": " << count->describeAsBytes()
             << '\n';
}

void weft::printFusionTable(raw_ostream &stream,
                            ArrayRef<DispatchTraffic> dispatches,
                            bool isWhole) {
  std::vector<Row> rows;
  Row total{nullptr, 0, {}, {}, {}};
  StringMap<size_t> rowOf;
  for (const DispatchTraffic &dispatch : dispatches) {
    total += dispatch;
    auto [it, isNew] = rowOf.try_emplace(dispatch.kernel, rows.size());
    if (isNew || isWhole) {
      it->second = rows.size();
      rows.push_back(Row{&dispatch, 0, {}, {}, {}});
    }
    rows[it->second] += dispatch;
  }
  if (!isWhole)
    llvm::sort(rows, [](const Row &a, const Row &b) {
      auto weight = [](const Row &row) {
        return std::pair(row.kept.estimate(),
                         row.read.estimate() + row.written.estimate());
      };
      auto weightA = weight(a), weightB = weight(b);
      // Of equal ones the one that runs first.
      return weightA != weightB ? weightA > weightB : a.first < b.first;
    });
  stream << "fusion: bytes that kernels read, write, and keep out of memory\n"
            "  times       read   written      kept  kernel: ops before > [the "
            "main one] > behind\n";
  size_t shown = isWhole ? rows.size() : std::min(rows.size(), kRows);
  for (const Row &row : ArrayRef<Row>(rows).take_front(shown))
    printRow(stream, row, isWhole);
  if (shown < rows.size())
    stream << "  ... and " << rows.size() - shown
           << " kernels that keep less: --all shows every dispatch\n";
  stream << "total of " << total.times << " dispatches: read "
         << total.read.describeAsBytes() << ", written "
         << total.written.describeAsBytes() << ", kept "
         << total.kept.describeAsBytes() << '\n';
}

static json::Array describe(const SizedCount &count) {
  json::Array terms;
  for (const auto &[names, bytes] : count.getTerms())
    terms.push_back(
        json::Object{{"bytes", bytes}, {"sizes", json::Array(names)}});
  return terms;
}

json::Object weft::describeFusion(ArrayRef<DispatchTraffic> dispatches) {
  json::Array list;
  Row total{nullptr, 0, {}, {}, {}};
  for (const DispatchTraffic &dispatch : dispatches) {
    total += dispatch;
    list.push_back(json::Object{{"name", dispatch.kernel},
                                {"node", dispatch.node},
                                {"prologue", json::Array(dispatch.prologue)},
                                {"root", dispatch.root},
                                {"epilogue", json::Array(dispatch.epilogue)},
                                {"read", describe(dispatch.read)},
                                {"written", describe(dispatch.written)},
                                {"kept", describe(dispatch.kept)}});
  }
  return json::Object{{"dispatches", std::move(list)},
                      {"read", describe(total.read)},
                      {"written", describe(total.written)},
                      {"kept", describe(total.kept)}};
}
