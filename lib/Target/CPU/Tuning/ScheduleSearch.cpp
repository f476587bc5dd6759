// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One coordinate after the other: tiles, blocks and split hardly depend on each
// other, so a search over their product would ask for the same more often.

#include "lib/Target/CPU/Tuning/ScheduleSearch.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Tuning/SingleKernel.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"
#include <chrono>
#include <map>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// A variant takes over where it needs at most so much of the other's time,
/// twice; a whole model is faster where it needs at most so much.
constexpr double kMargin = 0.97, kModelMargin = 0.995;
/// A product with less of the model's work is not worth the time.
constexpr double kLeastShare = 0.01;
/// Weights that are written again and again for the search.
constexpr int64_t kMostWeightBytes = int64_t(256) << 20;
/// The part of the time that is kept for the model as a whole.
constexpr double kModelPart = 0.2;
/// Enough tasks for the threads of any machine that the default serves.
constexpr int64_t kEnoughTasks = 16;

using Clock = std::chrono::steady_clock;

/// A product of the model, and where it is.
struct Product {
  ProductKey key;
  FuncOp kernel;
  /// Multiplications in one run of the model.
  double work = 0;
};

int64_t countPanels(const ProductSizes &sizes) {
  return llvm::divideCeil(sizes.columns, kPanel);
}

int64_t countTasks(const Schedule &schedule, const ProductSizes &sizes) {
  return sizes.batches * llvm::divideCeil(sizes.rows, schedule.blockRows) *
         llvm::divideCeil(countPanels(sizes), schedule.blockPanels);
}

bool isSame(const Schedule &a, const Schedule &b) {
  return std::tie(a.rows, a.panels, a.blockRows, a.blockPanels, a.chunk) ==
         std::tie(b.rows, b.panels, b.blockRows, b.blockPanels, b.chunk);
}

/// Adds a schedule that is new, that kernels take, and that leaves as many
/// tasks for threads as `schedules.front()` does.
void addVariant(std::vector<Schedule> &schedules, Schedule schedule,
                const ProductSizes &sizes, const Machine &machine) {
  int64_t panels = countPanels(sizes);
  // Tiles of equal height, as in the table.
  int64_t blockRows = std::min(schedule.blockRows, sizes.rows),
          tiles = llvm::divideCeil(blockRows, schedule.rows);
  schedule.rows = llvm::divideCeil(blockRows, tiles);
  schedule.blockRows = tiles * schedule.rows;
  schedule.blockPanels = std::min<int64_t>(
      panels, llvm::alignTo(schedule.blockPanels, schedule.panels));
  auto isKnown = [&](const Schedule &other) { return isSame(other, schedule); };
  int64_t enough = std::min(kEnoughTasks, countTasks(schedules.front(), sizes));
  if (llvm::none_of(schedules, isKnown) &&
      countTasks(schedule, sizes) >= enough &&
      findScheduleFault(schedule, sizes, machine).empty())
    schedules.push_back(schedule);
}

class Search {
public:
  Search(ModuleOp module, const Processor &processor,
         const TuneOptions &options, const CompileFn &compile,
         ScheduleFile &file)
      : module(module), processor(processor), options(options),
        compile(compile), file(file), machine(getMachine(processor.lanes)) {}

  LogicalResult run();

private:
  /// The products of the model that take time and that the file does not know,
  /// the most work first.
  FailureOr<std::vector<Product>> listProducts();
  FailureOr<MeasuredSchedule> searchProduct(const Product &product,
                                            double seconds);
  /// The time of each schedule for the product's kernel alone.
  FailureOr<std::vector<double>> timeVariants(const Product &product,
                                              ArrayRef<Schedule> schedules,
                                              double seconds);
  /// Forgets the new schedules unless the model is faster with them.
  LogicalResult verifyModel(std::vector<MeasuredSchedule> &found);
  LogicalResult fail(llvm::Error error) {
    return module.emitError(llvm::toString(std::move(error)));
  }
  double secondsPassed() const {
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }
  void show(const Twine &what) {
    if (options.progress)
      options.progress(std::min(1.0, secondsPassed() / options.seconds), what);
  }

  ModuleOp module;
  const Processor &processor;
  const TuneOptions &options;
  const CompileFn &compile;
  ScheduleFile &file;
  const Machine &machine;
  Clock::time_point begin = Clock::now();
  std::shared_ptr<MappedFile> base;
};
} // namespace

std::vector<Schedule> cpu::varyTile(const Schedule &around,
                                    const ProductSizes &sizes,
                                    const Machine &machine) {
  std::vector<Schedule> schedules{around};
  int64_t registers = 2 * machine.lanes, vectors = kPanel / machine.lanes;
  // A tile that leaves many registers empty waits for its sums.
  int64_t leastSums =
      std::min(registers / 2, std::min(sizes.rows, machine.lanes) * vectors);
  for (int64_t panels = 1; panels * vectors < registers; ++panels)
    for (int64_t rows = 1; rows * panels * vectors < registers; ++rows) {
      if (rows * panels * vectors < leastSums)
        continue;
      Schedule schedule = around;
      schedule.rows = rows;
      schedule.panels = panels;
      addVariant(schedules, schedule, sizes, machine);
    }
  return schedules;
}

std::vector<Schedule> cpu::varyBlocks(const Schedule &around,
                                      const ProductSizes &sizes,
                                      const Machine &machine) {
  std::vector<Schedule> schedules{around};
  for (int64_t rows : {around.blockRows / 2, around.blockRows,
                       around.blockRows * 2, sizes.rows})
    for (int64_t panels : {around.blockPanels / 2, around.blockPanels,
                           around.blockPanels * 2, countPanels(sizes)}) {
      Schedule schedule = around;
      schedule.blockRows = std::max(schedule.rows, rows);
      schedule.blockPanels = std::max(schedule.panels, panels);
      addVariant(schedules, schedule, sizes, machine);
    }
  return schedules;
}

std::vector<Schedule> cpu::varySplit(const Schedule &around,
                                     const ProductSizes &sizes,
                                     const Machine &machine) {
  std::vector<Schedule> schedules{around};
  int64_t steps = sizes.outer != 1 ? sizes.outer : sizes.inner,
          width = sizes.outer != 1 ? sizes.inner : 1;
  for (int64_t products : {int64_t(512), int64_t(1024), int64_t(2048),
                           int64_t(4096), steps * width}) {
    Schedule schedule = around;
    schedule.chunk = std::clamp<int64_t>(products / width, 1, steps);
    schedule.isSplit = schedule.chunk < steps;
    addVariant(schedules, schedule, sizes, machine);
  }
  return schedules;
}

ScheduleSource cpu::makeSource(const ScheduleFile &file,
                               const Processor &processor) {
  return ScheduleSource{
      [&file, processor](Operation *,
                         const ProductKey &key) -> std::optional<Schedule> {
        const MeasuredSchedule *entry = file.find(processor, key);
        return entry ? entry->schedule : std::nullopt;
      }};
}

FailureOr<std::vector<Product>> Search::listProducts() {
  llvm::StringMap<int64_t> dispatches;
  module.walk([&](DispatchOp op) { ++dispatches[op.getKernel()]; });
  std::map<ProductKey, Product> products;
  ScheduleSource known = makeSource(file, processor);
  double allWork = 0;
  ScheduleSource record{[&](Operation *op, const ProductKey &key) {
    auto kernel = op->getParentOfType<FuncOp>();
    const ProductSizes &s = key.sizes;
    // A few rows take as long as some more: they wait for weights.
    double work = static_cast<double>(s.batches) *
                  std::max(s.rows, machine.streamedRows) * s.columns * s.parts *
                  s.outer * s.inner * dispatches.lookup(kernel.getName());
    allWork += work;
    int64_t weightBytes = s.columns * s.parts * s.outer * s.inner * 4;
    if (!file.find(processor, key) && weightBytes <= kMostWeightBytes) {
      Product &product = products[key];
      product.key = key;
      product.kernel = kernel;
      product.work += work;
    }
    return known.find(op, key);
  }};
  base = compile(module, record);
  if (!base)
    return failure();
  std::vector<Product> listed;
  for (auto &[key, product] : products)
    if (product.work >= kLeastShare * allWork)
      listed.push_back(product);
  llvm::sort(listed, [](const Product &a, const Product &b) {
    return std::tie(b.work, a.key) < std::tie(a.work, b.key);
  });
  return listed;
}

FailureOr<std::vector<double>>
Search::timeVariants(const Product &product, ArrayRef<Schedule> schedules,
                     double seconds) {
  OwningOpRef<ModuleOp> single =
      isolateKernel(product.kernel, schedules.size());
  std::shared_ptr<MappedFile> compiled =
      compile(*single, ScheduleSource{[&](Operation *op, const ProductKey &) {
        return std::optional<Schedule>(schedules[getVariant(op)]);
      }});
  if (!compiled)
    return failure();
  std::vector<ModuleTimer::Function> functions;
  for (size_t i = 0; i < schedules.size(); ++i)
    functions.push_back({compiled, getVariantName(i)});
  llvm::Expected<std::vector<double>> times =
      options.timer->time(functions, seconds, /*cold=*/true);
  if (!times)
    return fail(times.takeError());
  return std::move(*times);
}

FailureOr<MeasuredSchedule> Search::searchProduct(const Product &product,
                                                  double seconds) {
  const ProductSizes &sizes = product.key.sizes;
  Schedule table = chooseSchedule(sizes, machine), best = table;
  double part = seconds / 4;
  for (auto vary : {varyTile, varyBlocks, varySplit}) {
    std::vector<Schedule> variants = vary(best, sizes, machine);
    if (variants.size() == 1)
      continue;
    FailureOr<std::vector<double>> times =
        timeVariants(product, variants, part);
    if (failed(times))
      return failure();
    size_t fastest =
        std::min_element(times->begin(), times->end()) - times->begin();
    if ((*times)[fastest] < kMargin * times->front())
      best = variants[fastest];
  }
  MeasuredSchedule found{processor, product.key, std::nullopt, 1};
  if (isSame(best, table))
    return found;
  double speedup = 0;
  for (int repetition = 0; repetition < 2; ++repetition) {
    FailureOr<std::vector<double>> times =
        timeVariants(product, {table, best}, part / 2);
    if (failed(times))
      return failure();
    if ((*times)[1] > kMargin * (*times)[0])
      return found;
    double now = (*times)[0] / (*times)[1];
    speedup = repetition == 0 ? now : std::min(speedup, now);
  }
  found.schedule = best;
  found.speedup = speedup;
  return found;
}

LogicalResult Search::verifyModel(std::vector<MeasuredSchedule> &found) {
  auto isFaster = [](const MeasuredSchedule &entry) {
    return entry.schedule.has_value();
  };
  if (llvm::none_of(found, isFaster))
    return success();
  show("the whole model with what was found");
  ScheduleFile all = file;
  for (const MeasuredSchedule &entry : found)
    all.add(entry);
  std::shared_ptr<MappedFile> tuned =
      compile(module, makeSource(all, processor));
  if (!tuned)
    return failure();
  for (int repetition = 0; repetition < 2; ++repetition) {
    llvm::Expected<std::vector<double>> times = options.timer->time(
        {{base, ""}, {tuned, ""}}, options.seconds * kModelPart / 2,
        /*cold=*/false);
    if (!times)
      return fail(times.takeError());
    if ((*times)[1] <= kModelMargin * (*times)[0])
      continue;
    for (MeasuredSchedule &entry : found)
      entry.schedule = std::nullopt;
    return success();
  }
  return success();
}

LogicalResult Search::run() {
  show("the whole model without");
  FailureOr<std::vector<Product>> products = listProducts();
  if (failed(products))
    return failure();
  double work = 0;
  for (const Product &product : *products)
    work += product.work;
  double seconds = options.seconds * (1 - kModelPart);
  std::vector<MeasuredSchedule> found;
  for (auto [i, product] : llvm::enumerate(*products)) {
    if (secondsPassed() > seconds)
      break;
    show(llvm::formatv("product {0} of {1}: {2}", i + 1, products->size(),
                       product.key.describe())
             .str());
    FailureOr<MeasuredSchedule> measured =
        searchProduct(product, seconds * product.work / work);
    if (failed(measured))
      return failure();
    found.push_back(*measured);
  }
  if (failed(verifyModel(found)))
    return failure();
  for (MeasuredSchedule &entry : found)
    file.add(std::move(entry));
  return success();
}

LogicalResult cpu::searchSchedules(ModuleOp module, const Processor &processor,
                                   const TuneOptions &options,
                                   const CompileFn &compile,
                                   ScheduleFile &file) {
  return Search(module, processor, options, compile, file).run();
}
