// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Fields of the source that are not replaced are copied as they are encoded.
// Numbers of fields are those of onnx.proto.

#include "lib/Export/Onnx/OnnxWeights.h"
#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Export/Onnx/ProtoWriter.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "lib/Support/OutputFile.h"
#include "passes/Compress/WeightRows.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>
#include <numeric>

using namespace mlir;
using namespace weft;
using onnx::DataType;

/// What a message of protobuf holds at most.
static constexpr uint64_t kLargest = (uint64_t(1) << 31) - 1;
/// DequantizeLinear has an axis from here on.
static constexpr int64_t kOldest = 13;

namespace {
class WeightExporter {
public:
  WeightExporter(ModuleOp module, std::shared_ptr<MappedFile> file)
      : parameters(module), codes(findWeightCodes(module)),
        file(std::move(file)),
        reader(this->file->getPath(), this->file->getBytes(), this->file,
               *module.getContext()) {}

  llvm::Error write(ModuleOp module, StringRef path);

private:
  llvm::Error fail(const Twine &text) const {
    return llvm::createStringError("'" + file->getPath() + "': " + text);
  }
  llvm::Error failOnProgram(const Twine &text) const {
    return fail(text +
                ": only values of weights are exported, the graph stays "
                "as it is, without what --activations int8 and dynamic-int8, "
                "--smooth, --equalize, --prune-channels, --prune-heads "
                "and --prune-layers change in it: leave --source out, "
                "which writes the module's own program");
  }
  llvm::Error readSource();
  /// Enters what is no initializer of the graph itself.
  void collect(ArrayRef<onnx::Node> nodes);
  /// Fails where the module computes what the source does not, as far as this
  /// is known of passes.
  llvm::Error checkProgram(ModuleOp module) const;
  /// Fails where the source has weights that the module does not have.
  llvm::Error checkWhole(ModuleOp module);
  llvm::Error checkSize(ModuleOp module) const;
  llvm::Error replace(ParameterOp parameter);
  llvm::Error replaceFloats(ParameterOp parameter,
                            const onnx::Tensor &initializer, DataType stored);
  /// Whether what the source keeps is what the module has.
  llvm::Expected<bool> isAsInSource(ParameterOp parameter, StringRef name);
  llvm::Error replaceCodes(ParameterOp parameter,
                           const onnx::Tensor &initializer);
  /// Whether the source's weight is [inputs, outputs].
  llvm::Expected<bool> findOrder(DecoderRows &rows, const DecoderTensor &tensor,
                                 const onnx::Tensor &initializer);
  void addInitializer(const Twine &name, DataType type, ArrayRef<int64_t> dims,
                      StringRef raw);
  /// An op with at most one attribute, of integers.
  void addNode(StringRef op, ArrayRef<std::string> inputs, const Twine &output,
               StringRef attribute = "", ArrayRef<int64_t> values = {});
  ProtoWriter copyGraph(StringRef graph) const;

  ParameterTable parameters;
  llvm::DenseMap<Operation *, WeightCodes> codes;
  std::shared_ptr<MappedFile> file;
  onnx::TensorReader reader;
  onnx::Model model;
  llvm::StringMap<const onnx::Tensor *> initializers;
  /// Those of subgraphs, and constants of nodes.
  llvm::StringMap<SmallVector<const onnx::Tensor *, 1>> constants;
  /// Whether a node of the source makes integers of activations.
  bool isQuantizing = false;
  llvm::StringSet<> replaced;
  ProtoWriter nodes, tensors;
};
} // namespace

template <typename T> static StringRef bytesOf(const std::vector<T> &values) {
  return {reinterpret_cast<const char *>(values.data()),
          values.size() * sizeof(T)};
}

void WeightExporter::addInitializer(const Twine &name, DataType type,
                                    ArrayRef<int64_t> dims, StringRef raw) {
  ProtoWriter tensor;
  for (int64_t dim : dims)
    tensor.addInteger(1, dim);
  tensor.addInteger(2, int64_t(type));
  tensor.addBytes(8, name.str());
  tensor.addBytes(9, raw);
  tensors.addBytes(5, tensor.getBytes());
}

void WeightExporter::addNode(StringRef op, ArrayRef<std::string> inputs,
                             const Twine &output, StringRef attribute,
                             ArrayRef<int64_t> values) {
  ProtoWriter node;
  for (const std::string &input : inputs)
    node.addBytes(1, input);
  node.addBytes(2, output.str());
  node.addBytes(3, (output + "." + op).str());
  node.addBytes(4, op);
  if (!attribute.empty()) {
    bool isList = attribute == "perm";
    ProtoWriter field;
    field.addBytes(1, attribute);
    for (int64_t value : values)
      field.addInteger(isList ? 8 : 3, value);
    field.addInteger(20, int64_t(isList ? onnx::AttributeType::Ints
                                        : onnx::AttributeType::Int));
    node.addBytes(5, field.getBytes());
  }
  nodes.addBytes(1, node.getBytes());
}

llvm::Error WeightExporter::readSource() {
  StringRef bytes(file->getBytes().data(), file->getSizeBytes());
  if (llvm::Error error = onnx::parseModel(bytes).moveInto(model))
    return fail(llvm::toString(std::move(error)));
  int64_t version = 0;
  for (const onnx::OpsetImport &opset : model.opsets)
    if (opset.domain.empty())
      version = opset.version;
  if (version < kOldest)
    return fail("expected opset " + Twine(kOldest) + " or newer, found " +
                Twine(version) + ": convert it with onnx.version_converter");
  for (const onnx::Tensor &tensor : model.graph.initializers) {
    if (tensor.external)
      return fail("tensor '" + tensor.name +
                  "' lies in another file: expected all data in one");
    initializers[tensor.name] = &tensor;
  }
  collect(model.graph.nodes);
  for (const onnx::Function &function : model.functions)
    collect(function.nodes);
  return llvm::Error::success();
}

void WeightExporter::collect(ArrayRef<onnx::Node> nodes) {
  for (const onnx::Node &node : nodes) {
    isQuantizing |=
        node.op.ends_with("QuantizeLinear") || node.op.starts_with("QLinear");
    for (const onnx::NodeAttribute &attribute : node.attributes) {
      if (attribute.t && !node.outputs.empty())
        constants[node.outputs[0]].push_back(attribute.t.get());
      if (!attribute.g)
        continue;
      for (const onnx::Tensor &tensor : attribute.g->initializers)
        constants[tensor.name].push_back(&tensor);
      collect(attribute.g->nodes);
    }
  }
}

static StringRef getSourceName(ParameterOp parameter) {
  return parameter.getSource().value_or(parameter.getSymName());
}

llvm::Error WeightExporter::checkProgram(ModuleOp module) const {
  if (!isQuantizing &&
      module.walk([](QuantizeOp) { return WalkResult::interrupt(); })
          .wasInterrupted())
    return failOnProgram("expected activations of floats, found a module that "
                         "makes integers of them");
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    // Smoothing and equalizing divide activations by what they multiply
    // weights by.
    StringRef made = parameter.getSymName(), name = getSourceName(parameter);
    if (made.consume_front(name) &&
        (made.contains(".smooth") || made.contains(".equal")))
      return failOnProgram("weight '" + name +
                           "': expected the model's own, found '" +
                           parameter.getSymName() + "'");
  }
  return llvm::Error::success();
}

llvm::Error WeightExporter::checkWhole(ModuleOp module) {
  llvm::StringSet<> known;
  for (ParameterOp parameter : module.getOps<ParameterOp>())
    known.insert(getSourceName(parameter));
  for (const onnx::Node &node : model.graph.nodes)
    for (StringRef input : node.inputs) {
      const onnx::Tensor *tensor = initializers.lookup(input);
      if (!tensor || known.contains(input) || tensor->dims.size() < 2)
        continue;
      llvm::Expected<RankedTensorType> type = reader.typeOf(*tensor);
      if (!type)
        return fail("tensor '" + input +
                    "': " + llvm::toString(type.takeError()));
      // Small ones are constants of the module.
      if (isa<FloatType>(type->getElementType()) && type->getNumElements() > 64)
        return failOnProgram("expected the module to have the weight '" +
                             input + "', found none");
    }
  return llvm::Error::success();
}

/// Before copies of all of it are made.
llvm::Error WeightExporter::checkSize(ModuleOp module) const {
  uint64_t size = 0;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    auto type = cast<RankedTensorType>(parameter.getType());
    uint64_t bytes = std::max(1U, type.getElementTypeBitWidth() / 8);
    for (int64_t dim : type.getShape())
      bytes = llvm::SaturatingMultiply(bytes, uint64_t(dim));
    size = llvm::SaturatingAdd(size, bytes);
  }
  if (size > kLargest)
    return fail("expected a model of at most 2 GiB, which is what one file "
                "holds, found weights of " +
                Twine(size) + " bytes");
  return llvm::Error::success();
}

/// Undefined where such weights are not written.
static DataType findStoredType(Type element) {
  return element.isF32()    ? DataType::Float
         : element.isF16()  ? DataType::Float16
         : element.isBF16() ? DataType::BFloat16
                            : DataType::Undefined;
}

/// Whether such an initializer may be another float: a cast to integers would
/// round it.
static bool isFloat(DataType type) {
  return type == DataType::Float || type == DataType::Float16 ||
         type == DataType::BFloat16 || type == DataType::Double;
}

llvm::Error WeightExporter::replaceFloats(ParameterOp parameter,
                                          const onnx::Tensor &initializer,
                                          DataType stored) {
  auto type = cast<RankedTensorType>(parameter.getType());
  FailureOr<Tensor> value = parameters.read(parameter);
  if (failed(value))
    return fail("weight '" + initializer.name +
                "' has bytes neither in the module nor in the weight store");
  bool isCast = stored != initializer.type;
  addInitializer(isCast ? initializer.name + ".stored" : initializer.name + "",
                 stored, type.getShape(),
                 {value->getBytes().data(), value->getBytes().size()});
  if (isCast)
    addNode("Cast", {(initializer.name + ".stored").str()}, initializer.name,
            "to", {int64_t(initializer.type)});
  replaced.insert(initializer.name);
  return llvm::Error::success();
}

/// By the sizes, or where these are the same by which is nearer.
llvm::Expected<bool>
WeightExporter::findOrder(DecoderRows &rows, const DecoderTensor &tensor,
                          const onnx::Tensor &initializer) {
  llvm::Expected<onnx::TensorData> data = reader.read(initializer);
  if (!data)
    return fail("tensor '" + initializer.name +
                "': " + llvm::toString(data.takeError()));
  std::optional<Element> element = findElement(data->type.getElementType());
  int64_t n = tensor.rows, width = tensor.width;
  bool isSame = data->type.getShape() == ArrayRef<int64_t>{n, width},
       isTurned = data->type.getShape() == ArrayRef<int64_t>{width, n};
  if (!element || !isFloat(*element) || (!isSame && !isTurned))
    return fail("tensor '" + initializer.name +
                "': expected floats of the module's weight, [" + Twine(n) +
                ", " + Twine(width) +
                "] or the other way round: it is of "
                "another model");
  unsigned size = getSizeBytes(*element);
  std::vector<float> line(static_cast<size_t>(width));
  double norm = 0, same = 0, turned = 0;
  for (int64_t row = 0; row < std::min<int64_t>(n, 32); ++row) {
    rows.read(row, line);
    for (int64_t k = 0; k < width; ++k) {
      auto distance = [&](int64_t place) {
        float value;
        readFloats(*element, data->bytes.data() + place * size, 1, &value);
        double difference = double(value) - double(line[size_t(k)]);
        return difference * difference;
      };
      norm += double(line[size_t(k)]) * double(line[size_t(k)]);
      same += isSame ? distance(row * width + k) : 0;
      turned += isTurned ? distance(k * n + row) : 0;
    }
  }
  bool isTransposed = isTurned && (!isSame || turned < same);
  if ((isTransposed ? turned : same) > norm)
    return fail("tensor '" + initializer.name +
                "' is far from the module's weight: it is of another model");
  return isTransposed;
}

llvm::Error WeightExporter::replaceCodes(ParameterOp parameter,
                                         const onnx::Tensor &initializer) {
  auto type = cast<RankedTensorType>(parameter.getType());
  const WeightCodes &read = codes.find(parameter)->second;
  DecoderTensor tensor{{DecoderRole::Head},
                       initializer.name.str(),
                       parameter,
                       read.scales,
                       read.zeros};
  tensor.group = read.group;
  if (type.getRank() == 2) {
    tensor.rows = type.getDimSize(0);
    tensor.width = type.getDimSize(1);
  }
  if (llvm::Error error = tensor.checkCodes())
    return error;
  llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
  if (!rows)
    return rows.takeError();
  llvm::Expected<bool> isTransposed = findOrder(*rows, tensor, initializer);
  if (!isTransposed)
    return isTransposed.takeError();
  int64_t group = tensor.group >= tensor.width
                      ? tensor.width
                      : std::gcd(tensor.group, tensor.width),
          groups = tensor.width / group;
  std::vector<int8_t> values, zeros;
  std::vector<float> scales;
  for (int64_t row = 0; row < tensor.rows; ++row) {
    const CodeRow &line = rows->readCodes(row);
    llvm::append_range(values, line.codes);
    for (int64_t part = 0; part < groups; ++part) {
      auto from = size_t(part * group / tensor.group);
      if (line.zeros[from] < -128 || line.zeros[from] > 127)
        return fail("weight '" + initializer.name +
                    "' has a zero point that i8 does not hold");
      scales.push_back(line.scales[from]);
      zeros.push_back(int8_t(line.zeros[from]));
    }
  }
  std::string name = initializer.name.str();
  addInitializer(name + ".codes", DataType::Int8, {tensor.rows * groups, group},
                 bytesOf(values));
  addInitializer(name + ".scales", DataType::Float, {tensor.rows * groups},
                 bytesOf(scales));
  std::vector<std::string> inputs = {name + ".codes", name + ".scales"};
  if (tensor.zeros) {
    addInitializer(name + ".zeros", DataType::Int8, {tensor.rows * groups},
                   bytesOf(zeros));
    inputs.push_back(name + ".zeros");
  }
  // Each step makes the name that the next one reads, the last one the weight.
  bool isGrouped = groups > 1, isCast = initializer.type != DataType::Float;
  std::string last =
      name + (isGrouped || *isTransposed || isCast ? ".groups" : "");
  addNode("DequantizeLinear", inputs, last, "axis", {0});
  if (isGrouped) {
    addInitializer(name + ".shape", DataType::Int64, {2},
                   bytesOf(std::vector<int64_t>{tensor.rows, tensor.width}));
    std::string next = name + (*isTransposed || isCast ? ".rows" : "");
    addNode("Reshape", {last, name + ".shape"}, next);
    last = next;
  }
  if (*isTransposed) {
    std::string next = name + (isCast ? ".columns" : "");
    addNode("Transpose", {last}, next, "perm", {1, 0});
    last = next;
  }
  if (isCast)
    addNode("Cast", {last}, name, "to", {int64_t(initializer.type)});
  replaced.insert(initializer.name);
  parameters.release(parameter);
  return llvm::Error::success();
}

llvm::Expected<bool> WeightExporter::isAsInSource(ParameterOp parameter,
                                                  StringRef name) {
  SmallVector<const onnx::Tensor *, 1> kept = constants.lookup(name);
  if (const onnx::Tensor *initializer = initializers.lookup(name);
      initializer && !replaced.contains(name))
    kept.push_back(initializer);
  if (kept.empty())
    return false;
  FailureOr<Tensor> value = parameters.read(parameter);
  if (failed(value))
    return fail("weight '" + name +
                "' has bytes neither in the module nor in the weight store");
  for (const onnx::Tensor *tensor : kept) {
    llvm::Expected<onnx::TensorData> data = reader.read(*tensor);
    if (!data)
      return fail("tensor '" + name + "': " + llvm::toString(data.takeError()));
    if (data->type == value->getType() && data->bytes == value->getBytes())
      return true;
  }
  return false;
}

llvm::Error WeightExporter::replace(ParameterOp parameter) {
  StringRef name = getSourceName(parameter);
  const onnx::Tensor *initializer = initializers.lookup(name);
  if (codes.contains(parameter)) {
    if (!initializer)
      return fail("expected an initializer '" + name +
                  "', which is a weight of the module, found none: the module "
                  "is of another model");
    if (replaced.contains(name))
      return failOnProgram("expected one weight of the module for '" + name +
                           "', found two");
    return replaceCodes(parameter, *initializer);
  }
  // Values of nodes that have no name.
  if (name.empty())
    return llvm::Error::success();
  auto type = cast<RankedTensorType>(parameter.getType());
  DataType stored = findStoredType(type.getElementType());
  if (initializer && !replaced.contains(name) &&
      stored != DataType::Undefined && isFloat(initializer->type) &&
      type.getShape() == ArrayRef<int64_t>(initializer->dims))
    return replaceFloats(parameter, *initializer, stored);
  llvm::Expected<bool> isSame = isAsInSource(parameter, name);
  if (!isSame)
    return isSame.takeError();
  if (*isSame)
    return llvm::Error::success();
  if (!initializer && constants.contains(name))
    return fail("'" + name +
                "' is a constant of a node, which stays as it is: name it in "
                "--skip when the model is optimized, or make it an "
                "initializer");
  std::string found;
  llvm::raw_string_ostream(found) << type;
  return failOnProgram("weight '" + name +
                       "': expected floats of an initializer's shape, or what "
                       "the source has, found another " +
                       found);
}

/// Calls `visit` with the number of each field, and with all of it as encoded.
template <typename Visitor>
static void visitFields(StringRef message, Visitor visit) {
  std::optional<onnx::ProtoFault> fault;
  onnx::ProtoReader fields(message, message.data(), fault);
  uint64_t begin = 0;
  while (fields.next()) {
    uint32_t number = fields.field();
    fields.skip();
    visit(number, message.slice(begin, fields.offset()));
    begin = fields.offset();
  }
}

/// The bytes of a field that is a message or a text.
static StringRef contentOf(StringRef field) {
  std::optional<onnx::ProtoFault> fault;
  onnx::ProtoReader reader(field, field.data(), fault);
  reader.next();
  return reader.bytes();
}

/// The text in a field of a message, or "".
static StringRef findText(StringRef message, uint32_t wanted) {
  StringRef text;
  visitFields(message, [&](uint32_t number, StringRef field) {
    if (number == wanted)
      text = contentOf(field);
  });
  return text;
}

ProtoWriter WeightExporter::copyGraph(StringRef graph) const {
  ProtoWriter copy;
  // What makes weights comes before what reads them.
  copy.addEncoded(nodes.getBytes());
  copy.addEncoded(tensors.getBytes());
  visitFields(graph, [&](uint32_t number, StringRef field) {
    // Older models list initializers (5) among the inputs (11) too.
    uint32_t nameField = number == 5 ? 8 : number == 11 ? 1 : 0;
    if (!nameField || !replaced.contains(findText(contentOf(field), nameField)))
      copy.addEncoded(field);
  });
  return copy;
}

llvm::Error WeightExporter::write(ModuleOp module, StringRef path) {
  if (llvm::Error error = readSource())
    return error;
  if (llvm::Error error = checkSize(module))
    return error;
  if (llvm::Error error = checkProgram(module))
    return error;
  llvm::DenseSet<Operation *> parts;
  for (auto &[values, of] : codes) {
    parts.insert(of.scales);
    if (of.zeros)
      parts.insert(of.zeros);
  }
  for (ParameterOp parameter : module.getOps<ParameterOp>())
    if (!parts.contains(parameter))
      if (llvm::Error error = replace(parameter))
        return error;
  if (llvm::Error error = checkWhole(module))
    return error;
  ProtoWriter result;
  visitFields({file->getBytes().data(), file->getSizeBytes()},
              [&](uint32_t number, StringRef field) {
                if (number == 7)
                  result.addBytes(7, copyGraph(contentOf(field)).getBytes());
                else
                  result.addEncoded(field);
              });
  if (result.getBytes().size() > kLargest)
    return fail("expected a model of at most 2 GiB, which is what one file "
                "holds, found " +
                Twine(result.getBytes().size()) + " bytes");
  return writeWholeFile(path, result.getBytes());
}

llvm::Error weft::exportOnnxWeights(ModuleOp module, StringRef source,
                                    StringRef path) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(source);
  if (!file)
    return file.takeError();
  return WeightExporter(module, std::move(*file)).write(module, path);
}
