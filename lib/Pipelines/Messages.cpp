// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Places, and MLIR's remarks as sentences.

#include "lib/Pipelines/Messages.h"
#include "mlir/IR/Remarks.h"

using namespace mlir;
using namespace weft;

std::string weft::describePlace(Location location) {
  if (auto name = dyn_cast<NameLoc>(location))
    return ("node '" + name.getName().getValue() + "'").str();
  if (auto file = dyn_cast<FileLineColLoc>(location)) {
    std::string place = file.getFilename().str();
    if (file.getLine())
      place += ":" + std::to_string(file.getLine()) + ":" +
               std::to_string(file.getColumn());
    return place;
  }
  if (auto fused = dyn_cast<FusedLoc>(location))
    for (Location each : fused.getLocations())
      if (std::string place = describePlace(each); !place.empty())
        return place;
  if (auto call = dyn_cast<CallSiteLoc>(location))
    return describePlace(call.getCallee());
  return "";
}

namespace {
/// Puts the parts of a remark together and hands it on.
class Streamer : public remark::detail::MLIRRemarkStreamerBase {
public:
  explicit Streamer(RemarkCollector &collector) : collector(collector) {}

  void streamOptimizationRemark(const remark::detail::Remark &remark) override {
    std::string text;
    for (const remark::detail::Remark::Arg &part : remark.getArgs())
      text += part.val;
    collector.add(remark.getLocation(), text);
  }

private:
  RemarkCollector &collector;
};
} // namespace

void RemarkCollector::listen(MLIRContext &context) {
  remark::RemarkCategories categories;
  categories.missed = ".*";
  categories.analysis = ".*";
  // Fails only where the context has listeners already.
  (void)remark::enableOptimizationRemarks(
      context, std::make_unique<Streamer>(*this),
      std::make_unique<remark::RemarkEmittingPolicyAll>(), categories);
}

void RemarkCollector::add(Location location, StringRef text) {
  if (!isEnabled)
    return;
  auto entry =
      llvm::find_if(entries, [&](const Entry &e) { return e.text == text; });
  if (entry == entries.end())
    entry = entries.insert(entry, {text.str(), {}});
  std::string place = describePlace(location);
  if (!llvm::is_contained(entry->places, place))
    entry->places.push_back(std::move(place));
}

void RemarkCollector::flush(
    function_ref<void(StringRef place, StringRef text)> visit) {
  for (const Entry &entry : entries) {
    std::string place = entry.places.front();
    if (size_t others = entry.places.size() - 1)
      place += " and " + std::to_string(others) + " more";
    visit(place, entry.text);
  }
  entries.clear();
}
