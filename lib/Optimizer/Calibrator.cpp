// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Calibrator.h. The model is run as anyone would run it, by the runtime's C API.

#include "lib/Optimizer/Calibrator.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/NpyFile.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/Pass/PassManager.h"
#include "weft/Runtime.h"

using namespace mlir;
using namespace weft;

/// Fewer tokens say too little: most channels would be known by chance.
static constexpr int64_t kMinTokens = 64;

namespace {
/// An input of the compiled function.
struct Input {
  Type element;
  /// -1 for a dynamic dimension.
  SmallVector<int64_t> dims;
};

/// The compiled model with one call of its function.
class Run {
public:
  explicit Run(MLIRContext &context) : context(context) {}
  Run(const Run &) = delete;
  Run &operator=(const Run &) = delete;
  ~Run() {
    weft_call_destroy(call);
    weft_session_destroy(session);
    weft_program_destroy(program);
  }

  llvm::Error open(ArrayRef<char> module, const std::string &function);
  ArrayRef<Input> getInputs() const { return inputs; }

  /// Runs on `sample`; other inputs were states, which are empty at the beginning of a text.
  llvm::Error run(const Tensor &sample);
  /// An output of the last run, which the next one overwrites.
  llvm::Expected<Tensor> getOutput(size_t number);

private:
  llvm::Error setInput(size_t number, const Tensor &tensor);

  MLIRContext &context;
  WeftProgram *program = nullptr;
  WeftSession *session = nullptr;
  WeftCall *call = nullptr;
  std::vector<Input> inputs;
};
} // namespace

static llvm::Error check(WeftStatus status, const char *text) {
  if (status == WEFT_STATUS_OK)
    return llvm::Error::success();
  return llvm::createStringError("calibrating: " + Twine(text));
}

static Type getElementType(WeftDtype dtype, MLIRContext &context) {
  return parseType(weft_dtype_name(dtype), &context);
}

static std::string nameOf(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

/// "f32[?, 3]"
static std::string describe(Type element, ArrayRef<int64_t> dims) {
  std::string text = nameOf(element) + "[";
  for (auto [i, dim] : llvm::enumerate(dims))
    text += (i ? ", " : "") + (dim < 0 ? "?" : std::to_string(dim));
  return text + "]";
}

llvm::Error Run::open(ArrayRef<char> module, const std::string &function) {
  if (llvm::Error error = check(
          weft_program_open_memory(module.data(), module.size(), nullptr,
                                   &program),
          weft_program_error(program)))
    return error;
  WeftStatus status = weft_session_create(program, &session);
  if (llvm::Error error = check(status, weft_session_error(session)))
    return error;
  status = weft_call_create(session, function.c_str(), &call);
  if (llvm::Error error = check(status, weft_call_error(call)))
    return error;
  int32_t number = weft_program_find_function(program, function.c_str());
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t i = 0;
       weft_program_input(program, number, i, &info) == WEFT_STATUS_OK; ++i)
    inputs.push_back({getElementType(info.dtype, context),
                      SmallVector<int64_t>(info.dims, info.dims + info.rank)});
  return llvm::Error::success();
}

llvm::Error Run::setInput(size_t number, const Tensor &tensor) {
  WeftTensor described = WEFT_TENSOR_INIT;
  described.data = const_cast<char *>(tensor.getData());
  described.sizeBytes = static_cast<uint64_t>(tensor.getSizeBytes());
  described.dims = tensor.getDims().data();
  described.rank = static_cast<int32_t>(tensor.getRank());
  described.dtype =
      weft_dtype_from_name(nameOf(tensor.getElementType()).c_str());
  WeftStatus status = weft_call_set_input_at(
      call, static_cast<int32_t>(number), &described);
  return check(status, weft_call_error(call));
}

llvm::Error Run::run(const Tensor &sample) {
  if (llvm::Error error = setInput(0, sample))
    return error;
  // They are read by the run.
  std::vector<Tensor> empty;
  for (const Input &input : ArrayRef(inputs).drop_front()) {
    SmallVector<int64_t> dims;
    for (int64_t dim : input.dims)
      dims.push_back(std::max<int64_t>(dim, 0));
    FailureOr<Tensor> tensor = Tensor::allocate(input.element, dims);
    if (failed(tensor))
      return llvm::createStringError("calibrating: no memory for a state");
    empty.push_back(*tensor);
    if (llvm::Error error = setInput(empty.size(), empty.back()))
      return error;
  }
  WeftStatus status = weft_call_run(call);
  return check(status, weft_call_error(call));
}

llvm::Expected<Tensor> Run::getOutput(size_t number) {
  WeftTensor found = WEFT_TENSOR_INIT;
  WeftStatus status =
      weft_call_get_output_at(call, static_cast<int32_t>(number), &found);
  if (llvm::Error error = check(status, weft_call_error(call)))
    return std::move(error);
  ArrayRef<int64_t> dims(found.dims, static_cast<size_t>(found.rank));
  size_t size = weft_dtype_size(found.dtype);
  for (int64_t dim : dims)
    size *= static_cast<size_t>(dim);
  FailureOr<Tensor> tensor = Tensor::borrow(
      getElementType(found.dtype, context), dims,
      {static_cast<const char *>(found.data) + found.byteOffset, size});
  if (failed(tensor))
    return llvm::createStringError("calibrating: output " + Twine(number) +
                                   " cannot be read");
  return *tensor;
}

/// Elements from `first` on as an array of its own sizes.
static llvm::Expected<Tensor> slice(const Tensor &array, int64_t first,
                                    ArrayRef<int64_t> dims) {
  int64_t size = getSizeBytes(array.getElement());
  FailureOr<Tensor> part = Tensor::allocate(array.getElementType(), dims);
  if (failed(part))
    return llvm::createStringError("no memory for calibration data");
  std::memcpy(part->getMutableData(), array.getData() + first * size,
              static_cast<size_t>(part->getSizeBytes()));
  return *part;
}

static llvm::Expected<std::vector<Tensor>>
cutTokens(const Tensor &array, const Input &input, StringRef file,
          const CalibrationOptions &options) {
  if (isFloat(array.getElement()) || array.getRank() < 1 ||
      array.getRank() > 2)
    return llvm::createStringError(
        "'" + file + "': expected token ids, integers of rank 1 or 2, found " +
        describe(array.getElementType(), array.getDims()));
  if (array.getNumElements() < kMinTokens)
    return llvm::createStringError(
        "'" + file + "' has " + Twine(array.getNumElements()) +
        " tokens: calibration needs at least " + Twine(kMinTokens));
  for (int64_t id : array.widen<int64_t>())
    if (id < 0)
      return llvm::createStringError("'" + file + "' has the token " +
                                     Twine(id) +
                                     ", which the model does not have");
  Tensor tokens = convertElements(array, input.element);
  int64_t rows = array.getRank() == 2 ? array.getDim(0) : 1,
          width = array.getNumElements() / rows;
  std::vector<Tensor> samples;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t at = 0; at < width; at += options.context) {
      if (static_cast<int64_t>(samples.size()) == options.samples)
        return samples;
      llvm::Expected<Tensor> part = slice(
          tokens, row * width + at, {std::min(options.context, width - at)});
      if (!part)
        return part.takeError();
      samples.push_back(*part);
    }
  return samples;
}

static llvm::Expected<std::vector<Tensor>>
cutRows(const Tensor &array, ArrayRef<Input> inputs, StringRef file,
        const CalibrationOptions &options) {
  if (inputs.size() != 1)
    return llvm::createStringError(
        "calibration is available for language models and for models with one "
        "input; this one has " +
        Twine(inputs.size()));
  const Input &input = inputs[0];
  bool fits = array.getRank() == static_cast<int64_t>(input.dims.size()) &&
              array.getRank() > 0;
  for (int64_t i = 1; fits && i < array.getRank(); ++i)
    fits = input.dims[static_cast<size_t>(i)] < 0 ||
           input.dims[static_cast<size_t>(i)] == array.getDim(i);
  int64_t rows = fits && input.dims[0] > 0 ? input.dims[0] : 1;
  if (!fits || array.getDim(0) < rows)
    return llvm::createStringError(
        "'" + file + "': expected samples of " +
        describe(input.element, input.dims) +
        " along the first dimension, found " +
        describe(array.getElementType(), array.getDims()));
  Tensor values = convertElements(array, input.element);
  SmallVector<int64_t> dims(array.getDims());
  int64_t size = array.getNumElements() / array.getDim(0);
  dims[0] = rows;
  std::vector<Tensor> samples;
  for (int64_t at = 0; at + rows <= array.getDim(0) &&
                       static_cast<int64_t>(samples.size()) < options.samples;
       at += rows) {
    llvm::Expected<Tensor> part = slice(values, at * size, dims);
    if (!part)
      return part.takeError();
    samples.push_back(*part);
  }
  return samples;
}

void Calibrator::addPasses(OpPassManager &manager) const {
  CollectStatisticsOptions passOptions;
  passOptions.products = options.hasProducts;
  manager.addPass(createDequantizeWeights());
  manager.addPass(createCollectStatistics(passOptions));
}

void Calibrator::begin(ModuleOp module) {
  // The pass has left one.
  for (FuncOp entry : module.getOps<FuncOp>()) {
    if (entry.isPrivate())
      continue;
    function = entry.getName().str();
    for (unsigned i = 0; i < entry.getNumResults();
         i += options.hasProducts ? 2 : 1) {
      std::vector<std::string> names;
      for (Attribute name :
           cast<ArrayAttr>(entry.getResultAttr(i, kWeightsAttribute)))
        names.push_back(cast<StringAttr>(name).str());
      weights.push_back(std::move(names));
    }
    return;
  }
}

/// Adds up what one run gave.
static llvm::Error addSample(Run &run,
                             ArrayRef<std::vector<std::string>> weights,
                             bool hasProducts, Statistics &statistics) {
  size_t step = hasProducts ? 2 : 1;
  for (size_t i = 0; i < weights.size(); ++i) {
    llvm::Expected<Tensor> sums = run.getOutput(i * step);
    if (!sums)
      return sums.takeError();
    SiteStatistics site;
    site.weights = weights[i];
    std::vector<double> rows = sums->widen<double>();
    size_t width = rows.size() / 4;
    site.count = width ? rows[3 * width] : 0;
    // An expert that no token chose.
    if (site.count == 0)
      continue;
    auto row = [&](size_t number) {
      auto begin = rows.begin() + static_cast<ptrdiff_t>(number * width);
      return std::vector<double>(begin, begin + static_cast<ptrdiff_t>(width));
    };
    site.sums = row(0);
    site.squares = row(1);
    site.magnitudes = row(2);
    if (hasProducts) {
      llvm::Expected<Tensor> products = run.getOutput(i * step + 1);
      if (!products)
        return products.takeError();
      std::vector<double> values = products->widen<double>();
      site.products.assign(values.begin(), values.end());
    }
    if (llvm::Error error = statistics.add(site))
      return error;
  }
  return llvm::Error::success();
}

llvm::Error Calibrator::readData(StringRef file, MLIRContext &context) {
  path = file.str();
  llvm::Expected<Tensor> array = readNpy(file, context);
  if (!array)
    return array.takeError();
  if (array->getNumElements() == 0)
    return llvm::createStringError(
        "'" + file + "' is empty: there is nothing to calibrate with");
  data = std::move(*array);
  return llvm::Error::success();
}

llvm::Error Calibrator::run(std::shared_ptr<MappedFile> module,
                            const CompressProgress &progress) {
  Run run(*data.getElementType().getContext());
  if (llvm::Error error = run.open(module->getBytes(), function))
    return error;
  llvm::Expected<std::vector<Tensor>> samples =
      function == "evaluate"
          ? cutTokens(data, run.getInputs()[0], path, options)
          : cutRows(data, run.getInputs(), path, options);
  if (!samples)
    return samples.takeError();
  for (auto [number, sample] : llvm::enumerate(*samples)) {
    if (progress)
      progress(static_cast<double>(number) /
                   static_cast<double>(samples->size()),
               "calibrating");
    if (llvm::Error error = run.run(sample))
      return error;
    if (llvm::Error error =
            addSample(run, weights, options.hasProducts, statistics))
      return error;
  }
  return llvm::Error::success();
}
