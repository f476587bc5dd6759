// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See KernelRunner.h. Scratch and outputs lie between guard bytes, so that a store outside is seen.

#include "test/unit/target/KernelRunner.h"
#include "lib/Target/CPU/Backend/EmitObject.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"
#include "mlir/Parser/Parser.h"
#include "test/emulator/TileEmulator.h"

#include <chrono>
#include <cmath>
#include <cstring>
#include <random>
#include <time.h>

using namespace mlir;
using namespace weft;
using weft::testing::KernelRun;

namespace {
using Clock = std::chrono::steady_clock;
constexpr int64_t kGuardBytes = 4096;
constexpr char kGuard = 0x5a;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start)
      .count();
}

/// The time that this thread has had of a processor, so that other processes matter less.
double threadMs() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

/// Aligned memory between guards.
class Guarded {
public:
  explicit Guarded(int64_t bytes)
      : bytes(bytes), all(bytes + 2 * kGuardBytes + 64, kGuard) {
    auto address = reinterpret_cast<uintptr_t>(all.data()) + kGuardBytes;
    begin = reinterpret_cast<char *>((address + 63) / 64 * 64);
  }
  char *data() { return begin; }
  bool isIntact() const {
    auto isGuard = [](char c) { return c == kGuard; };
    const char *first = all.data(), *last = all.data() + all.size();
    return std::all_of(first, static_cast<const char *>(begin), isGuard) &&
           std::all_of(static_cast<const char *>(begin) + bytes, last, isGuard);
  }

private:
  int64_t bytes;
  std::vector<char> all;
  char *begin;
};

Tensor makeRandom(RankedTensorType type, ArrayRef<int64_t> dims,
                  std::mt19937 &random, int64_t integerLimit) {
  Tensor tensor = *Tensor::allocate(type.getElementType(), dims);
  char *data = tensor.getMutableData();
  Type element = type.getElementType();
  std::normal_distribution<float> normal;
  for (int64_t i = 0; i < tensor.getNumElements(); ++i) {
    if (isa<FloatType>(element)) {
      double value = normal(random);
      store(tensor.getElement(), &value, 1,
            data + i * getSizeBytes(tensor.getElement()));
    } else {
      int64_t value = element.isInteger(1)
                          ? static_cast<int64_t>(random() % 2)
                          : static_cast<int64_t>(random() % integerLimit);
      store(tensor.getElement(), &value, 1,
            data + i * getSizeBytes(tensor.getElement()));
    }
  }
  return tensor;
}

/// Filters [3][3][C][N] to [N/16][element][C][16].
std::vector<char> packTransformed(const Tensor &tensor,
                                  const cpu::WinogradTile &tile) {
  const auto *filters = reinterpret_cast<const float *>(tensor.getData());
  int64_t channels = tensor.getDim(2), outputs = tensor.getDim(3);
  std::vector<char> bytes(tile.count() * channels * outputs * sizeof(float));
  auto *packed = reinterpret_cast<float *>(bytes.data());
  cpu::FilterTransform transform(tile);
  for (int64_t c = 0; c < channels; ++c)
    for (int64_t n = 0; n < outputs; n += 16)
      transform.apply(filters + c * outputs + n, channels * outputs,
                      packed + n * tile.count() * channels + c * 16,
                      channels * 16);
  return bytes;
}

/// The bytes of a parameter in the layout that the kernel asks for.
std::vector<char> pack(const Tensor &tensor, const cpu::WeightLayout &layout) {
  if (layout.kind == cpu::WeightLayout::RowMajor)
    return std::vector<char>(tensor.getData(),
                             tensor.getData() + tensor.getSizeBytes());
  if (layout.kind == cpu::WeightLayout::Winograd)
    return packTransformed(tensor, layout.tile);
  SmallVector<int64_t> strides(tensor.getRank(), 1);
  for (int64_t i = tensor.getRank() - 2; i >= 0; --i)
    strides[i] = strides[i + 1] * tensor.getDim(i + 1);
  auto count = [&](ArrayRef<int64_t> dims) {
    int64_t product = 1;
    for (int64_t dim : dims)
      product *= tensor.getDim(dim);
    return product;
  };
  auto offset = [&](ArrayRef<int64_t> dims, int64_t linear) {
    int64_t sum = 0;
    for (int64_t dim : llvm::reverse(dims)) {
      sum += linear % tensor.getDim(dim) * strides[dim];
      linear /= tensor.getDim(dim);
    }
    return sum;
  };
  int64_t batches = count(layout.batchDims),
          reduction = count(layout.reductionDims),
          columns = count(layout.outputDims), panels = (columns + 15) / 16;
  if (layout.kind == cpu::WeightLayout::QuadPanels) {
    // Lines of four steps of each column, then the columns' sums.
    int64_t lines = (reduction + 3) / 4, panelBytes = lines * 64 + 64;
    std::vector<char> bytes(batches * panels * panelBytes);
    for (int64_t b = 0; b < batches; ++b)
      for (int64_t k = 0; k < reduction; ++k)
        for (int64_t n = 0; n < columns; ++n) {
          char *panel = &bytes[(b * panels + n / 16) * panelBytes];
          char value = tensor.getData()[offset(layout.batchDims, b) +
                                        offset(layout.reductionDims, k) +
                                        offset(layout.outputDims, n)];
          panel[k / 4 * 64 + n % 16 * 4 + k % 4] = value;
          int32_t sum;
          char *place = panel + lines * 64 + n % 16 * 4;
          std::memcpy(&sum, place, 4);
          sum += static_cast<signed char>(value);
          std::memcpy(place, &sum, 4);
        }
    return bytes;
  }
  int64_t size =
      tensor.getSizeBytes() / std::max<int64_t>(1, tensor.getNumElements());
  // Lines of pairs hold two steps.
  int64_t group = layout.kind == cpu::WeightLayout::PairPanels ? 2 : 1,
          lines = (reduction + group - 1) / group;
  std::vector<char> bytes(batches * panels * lines * group * 16 * size);
  for (int64_t b = 0; b < batches; ++b)
    for (int64_t k = 0; k < reduction; ++k)
      for (int64_t n = 0; n < columns; ++n) {
        int64_t from = offset(layout.batchDims, b) +
                       offset(layout.reductionDims, k) +
                       offset(layout.outputDims, n);
        int64_t line = (b * panels + n / 16) * lines + k / group,
                to = (line * 16 + n % 16) * group + k % group;
        std::memcpy(&bytes[to * size], tensor.getData() + from * size, size);
      }
  return bytes;
}

/// llvm.func @weft_fn_launch(%dims: !llvm.ptr, %out: !llvm.ptr): the dims of all arguments and then all results one after another
/// in, tasks, scratch and cost out.
void emitLaunch(cpu::KernelBuilder &b, FuncOp kernel,
                const cpu::EmittedKernel &emitted) {
  auto pointer = LLVM::LLVMPointerType::get(b.getContext());
  auto function = LLVM::LLVMFuncOp::create(
      b, "weft_fn_launch",
      LLVM::LLVMFunctionType::get(b.getI32Type(), {pointer, pointer}));
  OpBuilder::InsertionGuard guard(b);
  Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  int64_t slot = 0;
  auto load = [&](TypeRange types) {
    SmallVector<SmallVector<Value>> all;
    for (Type type : types) {
      SmallVector<Value> dims;
      for (int64_t size : cast<RankedTensorType>(type).getShape()) {
        Value at =
            b.load(entry->getArgument(0), b.getI64Type(), b.index(slot++));
        dims.push_back(ShapedType::isDynamic(size) ? at : b.index(size));
      }
      all.push_back(dims);
    }
    return all;
  };
  auto arguments = load(kernel.getArgumentTypes()),
       results = load(kernel.getResultTypes());
  cpu::Launch launch = emitted.launch(b, arguments, results);
  for (auto [i, value] : llvm::enumerate(SmallVector<Value>{
           launch.tasks, launch.scratchBytes, launch.costNs}))
    b.store(value, entry->getArgument(1), b.getI64Type(), b.index(i));
  LLVM::ReturnOp::create(b, b.constantInt(b.getI32Type(), 0));
}

/// The exported name of the kernel itself, which is internal.
void emitEntry(cpu::KernelBuilder &b, FuncOp kernel) {
  auto pointer = LLVM::LLVMPointerType::get(b.getContext());
  auto type = LLVM::LLVMFunctionType::get(
      b.getI32Type(), {pointer, b.getI64Type(), b.getI64Type(), pointer});
  auto function = LLVM::LLVMFuncOp::create(b, "weft_fn_kernel", type);
  OpBuilder::InsertionGuard guard(b);
  Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  auto call =
      LLVM::CallOp::create(b, TypeRange{b.getI32Type()},
                           SymbolRefAttr::get(b.getContext(), kernel.getName()),
                           entry->getArguments());
  LLVM::ReturnOp::create(b, call.getResult());
}

double computeNormError(const Tensor &expected, const char *bytes) {
  Tensor actual =
      *Tensor::borrow(expected.getElementType(), expected.getDims(),
                      {bytes, static_cast<size_t>(expected.getSizeBytes())});
  std::vector<double> want = expected.widen<double>(),
                      have = actual.widen<double>();
  double difference = 0, norm = 1e-300;
  for (auto [a, b] : llvm::zip(want, have)) {
    difference += (a - b) * (a - b);
    norm += a * a;
  }
  return std::sqrt(difference / norm);
}

using KernelFn = int32_t(const int64_t *, int64_t, int64_t, void *);
using LaunchFn = int32_t(const int64_t *, int64_t *);

double computeError(const Tensor &expected, const char *bytes) {
  Tensor actual =
      *Tensor::borrow(expected.getElementType(), expected.getDims(),
                      {bytes, static_cast<size_t>(expected.getSizeBytes())});
  std::vector<double> want = expected.widen<double>(),
                      have = actual.widen<double>();
  double most = 1e-30, difference = 0;
  for (size_t i = 0; i < want.size(); ++i) {
    if (std::isnan(want[i]) && std::isnan(have[i]))
      continue;
    if (want[i] == have[i])
      continue;
    if (!std::isfinite(want[i]) || !std::isfinite(have[i]))
      return INFINITY;
    most = std::max(most, std::abs(want[i]));
    difference = std::max(difference, std::abs(want[i] - have[i]));
  }
  return difference / most;
}
} // namespace

KernelRun weft::testing::runKernel(StringRef source,
                                   const KernelRunOptions &options) {
  KernelRun run;
  DialectRegistry registry;
  registry.insert<WeftDialect, LLVM::LLVMDialect, arith::ArithDialect,
                  cf::ControlFlowDialect, math::MathDialect, scf::SCFDialect,
                  ub::UBDialect, vector::VectorDialect>();
  cpu::registerCodeEmission(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    run.message += diagnostic.str() + "\n";
  });
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(source, &context);
  if (!module)
    return run;
  auto kernel = module->lookupSymbol<FuncOp>("kernel");

  std::mt19937 random(7);
  SmallVector<Tensor> inputs;
  std::vector<std::vector<char>> packed;
  size_t nextSize = 0;
  for (auto [i, type] : llvm::enumerate(kernel.getArgumentTypes())) {
    auto tensor = cast<RankedTensorType>(type);
    SmallVector<int64_t> dims(tensor.getShape());
    for (int64_t &size : dims)
      if (ShapedType::isDynamic(size))
        size = options.dynamicSizes.at(nextSize++);
    inputs.push_back(makeRandom(tensor, dims, random, options.integerLimit));
    run.layouts.push_back(cpu::getWeightLayout(kernel, i));
    packed.push_back(pack(inputs.back(), run.layouts.back()));
  }
  SmallVector<Tensor> expected;
  SmallVector<SmallVector<int64_t>> resultDims;
  if (options.check) {
    auto results = interpret(kernel, inputs);
    if (failed(results))
      return run;
    expected = *results;
    for (const Tensor &tensor : expected)
      resultDims.emplace_back(tensor.getDims());
  } else {
    for (Type type : kernel.getResultTypes())
      resultDims.emplace_back(cast<RankedTensorType>(type).getShape());
  }

  Clock::time_point start = Clock::now();
  OwningOpRef<ModuleOp> code = ModuleOp::create(UnknownLoc::get(&context));
  OpBuilder builder(&context);
  builder.setInsertionPointToEnd(code->getBody());
  cpu::MessageTable messages;
  cpu::KernelTarget target;
  target.lanes = options.lanes;
  target.hasByteProducts = options.hasByteProducts;
  target.hasTiles = options.hasTiles;
  target.f32Terms = options.f32Terms;
  target.prefersTiles = options.prefersTiles;
  auto emitted =
      cpu::emitKernel(builder, kernel, {target, messages, options.schedules});
  if (failed(emitted))
    return run;
  // The host computes launches, and does not know of the lanes.
  cpu::KernelBuilder b(kernel.getLoc(), builder, 1);
  b.setInsertionPointToEnd(code->getBody());
  emitLaunch(b, kernel, *emitted);
  emitEntry(b, kernel);
  if (getenv("WEFT_PRINT_KERNEL"))
    code->print(llvm::errs());
  cpu::CodeOptions codeOptions;
  codeOptions.level =
      llvm::cantFail(cpu::getLevel(options.hasTiles      ? "avx2+amx"
                                   : options.lanes == 16 ? "avx512"
                                                         : "avx2"));
  auto bytes = cpu::emitCode(*code, codeOptions);
  if (!bytes) {
    run.message += llvm::toString(bytes.takeError());
    return run;
  }
  run.compileMs = since(start);
  run.codeBytes = bytes->size();
  if (const char *path = getenv("WEFT_DUMP_KERNEL"))
    if (FILE *file = fopen(path, "w")) {
      fwrite(bytes->data(), 1, bytes->size(), file);
      fclose(file);
    }
  std::unique_ptr<runtime::CodeObject> object;
  runtime::Status status = runtime::CodeObject::load(*bytes, -1, object);
  if (!status.ok()) {
    run.message += status.getMessage();
    return run;
  }
  auto *launch = reinterpret_cast<LaunchFn *>(object->find("weft_fn_launch"));
  auto *function = reinterpret_cast<KernelFn *>(object->find("weft_fn_kernel"));

  std::vector<int64_t> allDims, args{0, options.round};
  std::vector<std::unique_ptr<Guarded>> memory, outputs;
  for (auto [i, input] : llvm::enumerate(inputs)) {
    llvm::append_range(allDims, input.getDims());
    memory.push_back(std::make_unique<Guarded>(packed[i].size()));
    llvm::copy(packed[i], reinterpret_cast<char *>(memory.back()->data()));
    args.push_back(reinterpret_cast<int64_t>(memory.back()->data()));
    for (auto [size, known] : llvm::zip(
             input.getDims(),
             cast<RankedTensorType>(kernel.getArgumentTypes()[i]).getShape()))
      if (ShapedType::isDynamic(known))
        args.push_back(size);
  }
  for (auto [i, dims] : llvm::enumerate(resultDims)) {
    llvm::append_range(allDims, dims);
    auto type = cast<RankedTensorType>(kernel.getResultTypes()[i]);
    int64_t elements = 1;
    for (int64_t size : dims)
      elements *= size;
    outputs.push_back(std::make_unique<Guarded>(
        elements * cpu::KernelBuilder::sizeBytes(type.getElementType())));
    args.push_back(reinterpret_cast<int64_t>(outputs.back()->data()));
    for (auto [size, known] : llvm::zip(dims, type.getShape()))
      if (ShapedType::isDynamic(known))
        args.push_back(size);
  }
  int64_t launched[3];
  launch(allDims.data(), launched);
  run.tasks = launched[0];
  run.scratchBytes = launched[1];
  Guarded scratch(run.scratchBytes);
  // What a worker finds there may be NaN.
  std::memset(scratch.data(), 0xff, run.scratchBytes);
  run.bestMs = 1e30;
  // LLVM installed handlers of its own when it compiled.
  if (options.hasTiles)
    emulator::installTileEmulator();
  // In two ranges first, as two workers would.
  int32_t code0 = function(args.data(), 0, run.tasks / 2, scratch.data()),
          code1 =
              function(args.data(), run.tasks / 2, run.tasks, scratch.data());
  if (code0 || code1) {
    run.message += "the kernel failed";
    return run;
  }
  for (int i = 1; i < options.repeats; ++i) {
    double begin = threadMs();
    function(args.data(), 0, run.tasks, scratch.data());
    run.bestMs = std::min(run.bestMs, threadMs() - begin);
  }
  if (!scratch.isIntact() ||
      !llvm::all_of(outputs,
                    [](const auto &each) { return each->isIntact(); }) ||
      !llvm::all_of(memory,
                    [](const auto &each) { return each->isIntact(); })) {
    run.message += "the kernel wrote outside of its memory";
    return run;
  }
  run.error = run.normError = 0;
  for (auto [i, tensor] : llvm::enumerate(expected)) {
    run.error = std::max(run.error, computeError(tensor, outputs[i]->data()));
    run.normError =
        std::max(run.normError, computeNormError(tensor, outputs[i]->data()));
  }
  return run;
}
