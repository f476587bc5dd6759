// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The file is written by other machines and by hand: each value is checked
// before a kernel is made with it.

#include "lib/Target/CPU/Tuning/ScheduleFile.h"
#include "lib/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace weft;
using namespace weft::cpu;

static constexpr StringLiteral kVersionKey = "weft-schedules";
static constexpr int64_t kVersion = 1;
/// More than any size of a product is.
static constexpr int64_t kMostSize = int64_t(1) << 40;

/// The first line of a file of the system; "" if there is none.
static std::string readLine(const Twine &path) {
  auto file = MemoryBuffer::getFileAsStream(path);
  return file ? (*file)->getBuffer().split('\n').first.str() : std::string();
}

Processor weft::cpu::describeProcessor(const Level &level) {
  Processor processor{level.name, level.vectorBits / 32, {}, ""};
  for (unsigned index = 0;; ++index) {
    std::string folder = "/sys/devices/system/cpu/cpu0/cache/index" +
                         std::to_string(index) + "/",
                kind = readLine(folder + "type"),
                size = readLine(folder + "size");
    int64_t kibibytes = 0;
    StringRef number = size;
    if (kind.empty() || !number.consume_back("K") ||
        number.getAsInteger(10, kibibytes))
      break;
    if (kind != "Instruction")
      processor.caches.push_back(kibibytes << 10);
  }
  if (auto file = MemoryBuffer::getFileAsStream("/proc/cpuinfo")) {
    StringRef text = (*file)->getBuffer();
    size_t at = text.find("model name");
    if (at != StringRef::npos)
      processor.name =
          text.substr(at).split('\n').first.split(':').second.trim().str();
  }
  return processor;
}

namespace {
/// Reads the members of an object, and says what is wrong with the first that
/// is.
class Members {
public:
  Members(const json::Object *object, StringRef what)
      : object(object), what(what) {
    if (!object)
      fail("expected an object '" + what + "'");
  }

  int64_t takeInteger(StringRef name, int64_t least, int64_t most) {
    std::optional<int64_t> value;
    if (object)
      value = object->getInteger(name);
    if (!value)
      fail("expected an integer '" + name + "' in '" + what + "'");
    else if (*value < least || *value > most)
      fail("expected '" + name + "' of '" + what + "' between " + Twine(least) +
           " and " + Twine(most) + ", found " + Twine(*value));
    else
      return *value;
    return least;
  }
  std::string takeText(StringRef name) {
    std::optional<StringRef> value;
    if (object)
      value = object->getString(name);
    if (!value)
      fail("expected a text '" + name + "' in '" + what + "'");
    return value.value_or("").str();
  }
  void fail(const Twine &text) {
    if (fault.empty())
      fault = text.str();
  }
  const std::string &getFault() const { return fault; }

private:
  const json::Object *object;
  StringRef what;
  std::string fault;
};
} // namespace

static json::Object encode(const MeasuredSchedule &entry) {
  const ProductSizes &sizes = entry.product.sizes;
  json::Value schedule = nullptr;
  if (entry.schedule)
    schedule = json::Object{{"rows", entry.schedule->rows},
                            {"panels", entry.schedule->panels},
                            {"blockRows", entry.schedule->blockRows},
                            {"blockPanels", entry.schedule->blockPanels},
                            {"chunk", entry.schedule->chunk}};
  return json::Object{
      {"level", entry.processor.level},
      {"lanes", entry.processor.lanes},
      {"caches", json::Array(entry.processor.caches)},
      {"processor", json::fixUTF8(entry.processor.name)},
      {"product", json::Object{{"elements", entry.product.elements},
                               {"batches", sizes.batches},
                               {"rows", sizes.rows},
                               {"columns", sizes.columns},
                               {"outer", sizes.outer},
                               {"inner", sizes.inner},
                               {"parts", sizes.parts}}},
      {"schedule", std::move(schedule)},
      {"speedup", entry.speedup}};
}

/// Returns what is wrong with a line; "" if \p entry is what it says.
static std::string decode(const json::Object &line, MeasuredSchedule &entry) {
  Members members(&line, "the line");
  entry.processor.level = members.takeText("level");
  entry.processor.name = members.takeText("processor");
  entry.processor.lanes = members.takeInteger("lanes", 8, 16);
  if (entry.processor.lanes != 8 && entry.processor.lanes != 16)
    members.fail("expected 8 or 16 'lanes', found " +
                 Twine(entry.processor.lanes));
  entry.speedup = line.getNumber("speedup").value_or(1);
  const json::Array *caches = line.getArray("caches");
  if (!caches)
    members.fail("expected a list 'caches' in 'the line'");
  else
    for (const json::Value &size : *caches)
      if (std::optional<int64_t> bytes = size.getAsInteger())
        entry.processor.caches.push_back(*bytes);
      else
        members.fail("expected integers in 'caches'");
  if (!members.getFault().empty())
    return members.getFault();

  Members product(line.getObject("product"), "product");
  entry.product.elements = product.takeText("elements");
  entry.product.lanes = entry.processor.lanes;
  ProductSizes &sizes = entry.product.sizes;
  sizes.batches = product.takeInteger("batches", 1, kMostSize);
  sizes.rows = product.takeInteger("rows", 1, kMostSize);
  sizes.columns = product.takeInteger("columns", 1, kMostSize);
  sizes.outer = product.takeInteger("outer", 1, kMostSize);
  sizes.inner = product.takeInteger("inner", 1, kMostSize);
  sizes.parts = product.takeInteger("parts", 1, kMostSize);
  if (!product.getFault().empty())
    return product.getFault();

  const json::Value *value = line.get("schedule");
  if (value && value->getAsNull())
    return "";
  Members schedule(line.getObject("schedule"), "schedule");
  Schedule &read = entry.schedule.emplace();
  read.rows = schedule.takeInteger("rows", 1, kMostSize);
  read.panels = schedule.takeInteger("panels", 1, kMostSize);
  read.blockRows = schedule.takeInteger("blockRows", 1, kMostSize);
  read.blockPanels = schedule.takeInteger("blockPanels", 1, kMostSize);
  read.chunk = schedule.takeInteger("chunk", 1, kMostSize);
  read.isSplit = read.chunk < (sizes.outer != 1 ? sizes.outer : sizes.inner);
  if (!schedule.getFault().empty())
    return schedule.getFault();
  return findScheduleFault(read, sizes, getMachine(entry.processor.lanes));
}

Expected<ScheduleFile> ScheduleFile::read(StringRef path) {
  auto file = MemoryBuffer::getFile(path, /*IsText=*/true,
                                    /*RequiresNullTerminator=*/false);
  if (!file)
    return createStringError("cannot read '" + path +
                             "': " + file.getError().message());
  ScheduleFile schedules;
  SmallVector<StringRef> lines;
  (*file)->getBuffer().split(lines, '\n');
  for (auto [index, text] : llvm::enumerate(lines)) {
    auto fail = [&, number = index + 1](const Twine &what) {
      return createStringError(path + ":" + Twine(number) + ": " + what);
    };
    if (index > 0 && text.trim().empty())
      continue;
    Expected<json::Value> value = json::parse(text);
    if (!value)
      return fail((index == 0 ? "expected a file of schedules: "
                              : "expected a line of JSON: ") +
                  toString(value.takeError()));
    const json::Object *line = value->getAsObject();
    if (index == 0) {
      if (!line || line->getInteger(kVersionKey) != kVersion)
        return fail("expected a file of schedules, which begins with {\"" +
                    kVersionKey + "\":" + Twine(kVersion) + "}");
      continue;
    }
    if (!line)
      return fail("expected an object");
    MeasuredSchedule entry;
    if (std::string fault = decode(*line, entry); !fault.empty())
      return fail(fault);
    schedules.add(std::move(entry));
  }
  return schedules;
}

Expected<ScheduleFile> ScheduleFile::readIfThere(StringRef path) {
  if (!sys::fs::exists(path))
    return ScheduleFile();
  return read(path);
}

void ScheduleFile::add(MeasuredSchedule entry) {
  auto isSame = [&](const MeasuredSchedule &other) {
    return other.processor.isLike(entry.processor) &&
           !(other.product < entry.product) && !(entry.product < other.product);
  };
  auto it = llvm::find_if(entries, isSame);
  if (it == entries.end())
    entries.push_back(std::move(entry));
  else
    *it = std::move(entry);
}

const MeasuredSchedule *ScheduleFile::find(const Processor &processor,
                                           const ProductKey &product) const {
  auto it = llvm::find_if(entries, [&](const MeasuredSchedule &entry) {
    return entry.processor.isLike(processor) && !(entry.product < product) &&
           !(product < entry.product);
  });
  return it == entries.end() ? nullptr : &*it;
}

Error ScheduleFile::write(StringRef path) const {
  StringRef folder = sys::path::parent_path(path);
  if (!folder.empty())
    if (std::error_code code = sys::fs::create_directories(folder))
      return createStringError(code, "cannot make the folder '" + folder +
                                         "': " + code.message());
  return writeWholeFile(path, [&](raw_ostream &stream) {
    stream << json::Value(json::Object{{kVersionKey, kVersion}}) << '\n';
    for (const MeasuredSchedule &entry : entries)
      stream << json::Value(encode(entry)) << '\n';
    return Error::success();
  });
}
