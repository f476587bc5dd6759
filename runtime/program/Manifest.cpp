// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From JSON to Manifest. A Field is a JSON value with its path, so that every
// complaint says where it belongs. Nothing here trusts the text: sizes have
// limits, products are checked for overflow, names for uniqueness.
#include "runtime/program/Manifest.h"
#include "runtime/abi/GeneratedCode.h"
#include "runtime/program/Dtype.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

using namespace weft::runtime;
using Json = nlohmann::json;

namespace {

constexpr uint64_t maxManifestBytes = 16 << 20;
constexpr int maxDepth = 16;
constexpr size_t maxNameBytes = 4096;
constexpr size_t maxArguments = 4096;
constexpr size_t maxEntries = 1 << 20;
constexpr size_t maxFeatures = 256;
// No real tensor or file is larger, and sums and products with element sizes
// stay far from overflow.
constexpr uint64_t maxSizeBytes = uint64_t(1) << 46;
constexpr uint64_t weightAlignmentBytes = WEFT_ABI_ALIGNMENT;

template <typename... Parts> Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_BAD_MODULE, parts...);
}

/// A JSON value and where it stands. Its path is put together when a message
/// asks for it: a large manifest has many fields and, as a rule, no error.
struct Field {
  const Json *value; // null = absent
  const Field *parent = nullptr;
  const char *key = nullptr; // null = element `index` of an array
  size_t index = 0;

  Field get(const char *name) const {
    auto found = value->find(name);
    return {found == value->end() ? nullptr : &*found, this, name};
  }
  Field at(size_t position) const {
    return {&(*value)[position], this, nullptr, position};
  }
  std::string getPath() const {
    if (!parent)
      return "";
    std::string path = parent->getPath();
    if (!key)
      return concat(path, "[", index, "]");
    return path.empty() ? key : concat(path, ".", key);
  }
  std::string describe() const {
    return value ? std::string(value->type_name()) : "nothing";
  }
};

class Parser {
public:
  Parser(uint64_t fileSizeBytes, Manifest &manifest)
      : fileSizeBytes(fileSizeBytes), manifest(manifest) {}

  Status parse(const Field &root);

private:
  Status parseObject(const Field &field);
  Status parseText(const Field &field, std::string &text,
                   bool optional = false);
  Status parseName(const Field &field, std::string &text);
  Status parseUnsigned(const Field &field, uint64_t limit, uint64_t &number);
  Status parseChecksum(const Field &field, uint64_t &checksum);
  Status parseNumber(const Field &field, double &number);
  Status parseDtype(const Field &field, WeftDtype &dtype);
  Status parseVersion(const Field &field, uint64_t known, const char *what);
  Status parseSegment(const Field &entry, Segment &segment);
  Status parseDim(const Field &field, Dim &dim);
  Status parseArgument(const Field &field, Argument &argument);
  Status parseFunction(const Field &field, Function &function);
  Status parseCode(const Field &field, CodeEntry &entry);
  Status parseWeight(const Field &field, Weight &weight);
  Status parseAsset(const Field &field, Asset &asset);
  Status parseDispatch(const Field &field, DispatchInfo &dispatch);
  Status parseDimRanges(const Field &field);
  Status internState(const Field &field, Argument &argument);

  /// Parses an array of at most `limit` elements with `parseElement`.
  template <typename Element, typename Parse>
  Status parseList(const Field &field, size_t limit, bool optional,
                   std::vector<Element> &list, Parse parseElement);

  uint64_t fileSizeBytes;
  Manifest &manifest;
  std::unordered_map<std::string, int32_t> symbolIndex;
  std::unordered_map<std::string, int32_t> stateIndex;
};

} // namespace

Status Parser::parseObject(const Field &field) {
  if (field.value && field.value->is_object())
    return Status();
  return bad(field.parent ? field.getPath() : "top level",
             ": expected an object, found ", field.describe());
}

template <typename Element, typename Parse>
Status Parser::parseList(const Field &field, size_t limit, bool optional,
                         std::vector<Element> &list, Parse parseElement) {
  if (!field.value && optional)
    return Status();
  if (!field.value || !field.value->is_array())
    return bad(field.getPath(), ": expected an array, found ",
               field.describe());
  if (field.value->size() > limit)
    return bad(field.getPath(), ": expected at most ", limit,
               " elements, found ", field.value->size());
  list.resize(field.value->size());
  for (size_t i = 0; i < list.size(); ++i)
    if (Status status = parseElement(field.at(i), list[i]); !status.ok())
      return status;
  return Status();
}

Status Parser::parseText(const Field &field, std::string &text, bool optional) {
  if (!field.value && optional)
    return Status();
  const auto *found =
      field.value ? field.value->get_ptr<const std::string *>() : nullptr;
  if (!found)
    return bad(field.getPath(), ": expected a string, found ",
               field.describe());
  if (found->size() > maxNameBytes)
    return bad(field.getPath(), ": expected at most ", maxNameBytes,
               " bytes, found ", found->size());
  // Names leave the C API as null-terminated strings.
  if (found->find('\0') != std::string::npos)
    return bad(field.getPath(), ": expected text, found a null character");
  text = *found;
  return Status();
}

Status Parser::parseName(const Field &field, std::string &text) {
  if (Status status = parseText(field, text); !status.ok())
    return status;
  if (text.empty())
    return bad(field.getPath(), ": expected a name, found an empty string");
  return Status();
}

Status Parser::parseUnsigned(const Field &field, uint64_t limit,
                             uint64_t &number) {
  if (!field.value || !field.value->is_number_unsigned())
    return bad(field.getPath(), ": expected a non-negative integer, found ",
               field.value && field.value->is_number_integer()
                   ? "a negative one"
                   : field.describe());
  number = *field.value->get_ptr<const Json::number_unsigned_t *>();
  if (number > limit)
    return bad(field.getPath(), ": expected at most ", limit, ", found ",
               number);
  return Status();
}

Status Parser::parseChecksum(const Field &field, uint64_t &checksum) {
  if (field.value && field.value->is_number_unsigned())
    return parseUnsigned(field, UINT64_MAX, checksum);
  // Hexadecimal text, because many JSON readers round integers to a double.
  std::string text;
  if (Status status = parseText(field, text); !status.ok())
    return status;
  checksum = 0;
  bool valid = text.size() == 16;
  for (char digit : text) {
    uint64_t value = digit >= '0' && digit <= '9'   ? digit - '0'
                     : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                                                    : 16;
    valid &= value < 16;
    checksum = checksum << 4 | (value & 15);
  }
  if (!valid)
    return bad(field.getPath(),
               ": expected 16 lower-case hexadecimal digits, found '", text,
               "'");
  return Status();
}

Status Parser::parseNumber(const Field &field, double &number) {
  if (!field.value)
    return Status();
  if (!field.value->is_number())
    return bad(field.getPath(), ": expected a number, found ",
               field.describe());
  number = field.value->get<double>();
  return Status();
}

Status Parser::parseDtype(const Field &field, WeftDtype &dtype) {
  std::string name;
  if (Status status = parseText(field, name); !status.ok())
    return status;
  dtype = findDtype(name);
  if (dtype == WEFT_DTYPE_INVALID)
    return bad(field.getPath(), ": unknown dtype '", name, "'");
  return Status();
}

Status Parser::parseVersion(const Field &field, uint64_t known,
                            const char *what) {
  uint64_t version;
  if (Status status = parseUnsigned(field, UINT32_MAX, version); !status.ok())
    return status;
  if (version == known)
    return Status();
  return bad(field.getPath(), ": expected ", what, " version ", known,
             ", found ", version,
             version > known ? "; the module needs a newer runtime"
                             : "; compile the model again");
}

Status Parser::parseSegment(const Field &entry, Segment &segment) {
  Field offset = entry.get("offset"), size = entry.get("size");
  if (Status status = parseUnsigned(offset, maxSizeBytes, segment.offset);
      !status.ok())
    return status;
  if (Status status = parseUnsigned(size, maxSizeBytes, segment.sizeBytes);
      !status.ok())
    return status;
  if (segment.offset > fileSizeBytes ||
      segment.sizeBytes > fileSizeBytes - segment.offset)
    return bad(entry.getPath(), ": expected a segment within the file's ",
               fileSizeBytes, " bytes, found ", segment.sizeBytes,
               " bytes at offset ", segment.offset);
  return parseChecksum(entry.get("xxh3"), segment.checksum);
}

Status Parser::parseDim(const Field &field, Dim &dim) {
  if (field.value && field.value->is_string()) {
    std::string name;
    if (Status status = parseText(field, name); !status.ok())
      return status;
    if (name.empty() || name == "?")
      return Status();
    auto [found, isNew] =
        symbolIndex.try_emplace(name, int32_t(manifest.symbols.size()));
    if (isNew)
      manifest.symbols.push_back(name);
    dim.symbol = found->second;
    return Status();
  }
  uint64_t size;
  if (Status status = parseUnsigned(field, maxSizeBytes, size); !status.ok())
    return status;
  dim.size = int64_t(size);
  return Status();
}

/// Refuses static dims whose byte size overflows every memory.
static Status checkSize(const Field &field, int64_t elementBytes,
                        const std::vector<int64_t> &dims, uint64_t &bytes) {
  // Zero dimensions do not excuse absurd ones beside them.
  uint64_t product = elementBytes;
  bool empty = false;
  for (int64_t dim : dims) {
    empty |= dim == 0;
    if (dim > 0 && product > maxSizeBytes / uint64_t(dim))
      return bad(field.getPath(), ": expected at most ", maxSizeBytes,
                 " bytes, found larger dims");
    product *= dim > 0 ? uint64_t(dim) : 1;
  }
  bytes = empty ? 0 : product;
  return Status();
}

Status Parser::internState(const Field &field, Argument &argument) {
  std::string name;
  if (Status status = parseName(field, name); !status.ok())
    return status;
  auto [found, isNew] =
      stateIndex.try_emplace(name, int32_t(manifest.states.size()));
  if (isNew)
    manifest.states.push_back({name, argument.dtype, argument.dims});
  argument.state = found->second;
  const StateInfo &state = manifest.states[argument.state];
  if (state.dtype != argument.dtype)
    return bad(field.getPath(), ": expected state '", name, "' to be ",
               getDtypeName(state.dtype), " everywhere, found ",
               getDtypeName(argument.dtype));
  if (state.dims.size() != argument.dims.size())
    return bad(field.getPath(), ": expected state '", name, "' to have rank ",
               state.dims.size(), " everywhere, found ", argument.dims.size());
  return Status();
}

Status Parser::parseArgument(const Field &field, Argument &argument) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseName(field.get("name"), argument.name); !status.ok())
    return status;
  if (Status status = parseDtype(field.get("dtype"), argument.dtype);
      !status.ok())
    return status;
  Field dims = field.get("dims");
  if (Status status = parseList(
          dims, WEFT_MAX_RANK, false, argument.dims,
          [&](const Field &field, Dim &dim) { return parseDim(field, dim); });
      !status.ok())
    return status;
  std::vector<int64_t> sizes;
  sizes.reserve(argument.dims.size());
  for (const Dim &dim : argument.dims)
    sizes.push_back(dim.size);
  uint64_t bytes;
  if (Status status =
          checkSize(dims, getDtypeSizeBytes(argument.dtype), sizes, bytes);
      !status.ok())
    return status;
  Field state = field.get("state");
  return state.value && !state.value->is_null() ? internState(state, argument)
                                                : Status();
}

/// Names of arguments are how callers address them, so they are unique on their
/// side.
static Status checkUnique(const Field &field,
                          const std::vector<Argument> &arguments) {
  std::unordered_set<std::string_view> names;
  std::unordered_set<int32_t> states;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const Argument &argument = arguments[i];
    if (!names.insert(argument.name).second)
      return bad(field.getPath(), "[", i,
                 "].name: expected unique names, found '", argument.name,
                 "' twice");
    if (argument.state >= 0 && !states.insert(argument.state).second)
      return bad(field.getPath(), "[", i,
                 "].state: expected each state once, found one twice");
  }
  return Status();
}

Status Parser::parseFunction(const Field &field, Function &function) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseName(field.get("name"), function.name); !status.ok())
    return status;
  if (Status status = parseName(field.get("symbol"), function.symbol);
      !status.ok())
    return status;
  if (Status status = parseUnsigned(field.get("arenaBytes"), maxSizeBytes,
                                    function.arenaBytes);
      !status.ok())
    return status;
  auto parseElement = [&](const Field &field, Argument &argument) {
    return parseArgument(field, argument);
  };
  Field inputs = field.get("inputs"), outputs = field.get("outputs");
  if (Status status =
          parseList(inputs, maxArguments, false, function.inputs, parseElement);
      !status.ok())
    return status;
  if (Status status = parseList(outputs, maxArguments, false, function.outputs,
                                parseElement);
      !status.ok())
    return status;
  if (Status status = checkUnique(inputs, function.inputs); !status.ok())
    return status;
  return checkUnique(outputs, function.outputs);
}

Status Parser::parseDimRanges(const Field &field) {
  manifest.ranges.resize(manifest.symbols.size());
  if (!field.value)
    return Status();
  if (Status status = parseObject(field); !status.ok())
    return status;
  for (auto entry = field.value->begin(); entry != field.value->end();
       ++entry) {
    Field pair{&entry.value(), &field, entry.key().c_str()};
    std::vector<uint64_t> ends;
    auto parseEnd = [&](const Field &end, uint64_t &size) {
      return parseUnsigned(end, maxSizeBytes, size);
    };
    if (Status status = parseList(pair, 2, false, ends, parseEnd); !status.ok())
      return status;
    if (ends.size() != 2 || ends[0] > ends[1])
      return bad(pair.getPath(),
                 ": expected the least and the largest size in this order");
    // A range of a name that no tensor has bounds nothing.
    if (auto symbol = symbolIndex.find(entry.key());
        symbol != symbolIndex.end())
      manifest.ranges[size_t(symbol->second)] = {int64_t(ends[0]),
                                                 int64_t(ends[1])};
  }
  return Status();
}

Status Parser::parseCode(const Field &field, CodeEntry &entry) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseName(field.get("target"), entry.target);
      !status.ok())
    return status;
  if (Status status = parseName(field.get("level"), entry.level); !status.ok())
    return status;
  if (Status status = parseText(field.get("triple"), entry.triple, true);
      !status.ok())
    return status;
  if (Status status =
          parseList(field.get("features"), maxFeatures, true, entry.features,
                    [&](const Field &field, std::string &name) {
                      return parseName(field, name);
                    });
      !status.ok())
    return status;
  return parseSegment(field, entry.segment);
}

Status Parser::parseWeight(const Field &field, Weight &weight) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseName(field.get("name"), weight.name); !status.ok())
    return status;
  if (Status status = parseDtype(field.get("dtype"), weight.dtype);
      !status.ok())
    return status;
  Field dims = field.get("dims");
  if (Status status = parseList(dims, WEFT_MAX_RANK, false, weight.dims,
                                [&](const Field &field, int64_t &dim) {
                                  uint64_t size;
                                  Status status =
                                      parseUnsigned(field, maxSizeBytes, size);
                                  if (status.ok())
                                    dim = int64_t(size);
                                  return status;
                                });
      !status.ok())
    return status;
  if (Status status = parseText(field.get("layout"), weight.layout, true);
      !status.ok())
    return status;
  if (Status status = parseSegment(field, weight.segment); !status.ok())
    return status;
  uint64_t bytes;
  if (Status status =
          checkSize(dims, getDtypeSizeBytes(weight.dtype), weight.dims, bytes);
      !status.ok())
    return status;
  bool isPlain = weight.layout.empty() || weight.layout == "row-major";
  if (isPlain && bytes != weight.segment.sizeBytes)
    return bad(field.getPath(), ".size: expected ", bytes,
               " bytes for weight '", weight.name, "', found ",
               weight.segment.sizeBytes);
  if (weight.segment.offset % weightAlignmentBytes != 0)
    return bad(field.getPath(), ".offset: expected a multiple of ",
               weightAlignmentBytes, ", found ", weight.segment.offset);
  return Status();
}

Status Parser::parseAsset(const Field &field, Asset &asset) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseName(field.get("name"), asset.name); !status.ok())
    return status;
  return parseSegment(field, asset.segment);
}

Status Parser::parseDispatch(const Field &field, DispatchInfo &dispatch) {
  if (Status status = parseObject(field); !status.ok())
    return status;
  if (Status status = parseText(field.get("name"), dispatch.name); !status.ok())
    return status;
  if (Status status = parseText(field.get("op"), dispatch.op, true);
      !status.ok())
    return status;
  if (Status status = parseText(field.get("node"), dispatch.node, true);
      !status.ok())
    return status;
  if (Status status = parseNumber(field.get("flops"), dispatch.flops);
      !status.ok())
    return status;
  return parseNumber(field.get("bytes"), dispatch.bytes);
}

Status Parser::parse(const Field &root) {
  if (Status status = parseObject(root); !status.ok())
    return status;
  if (Status status = parseVersion(root.get("format"), 1, "format");
      !status.ok())
    return status;
  if (Status status = parseVersion(root.get("abi"), WEFT_ABI_VERSION, "abi");
      !status.ok())
    return status;
  if (Status status = parseText(root.get("compiler"), manifest.compiler, true);
      !status.ok())
    return status;
  if (Status status = parseText(root.get("target"), manifest.target, true);
      !status.ok())
    return status;
  if (Status status =
          parseText(root.get("precision"), manifest.precision, true);
      !status.ok())
    return status;
  if (Field source = root.get("source"); source.value) {
    if (Status status = parseObject(source); !status.ok())
      return status;
    if (Status status = parseText(source.get("file"), manifest.source, true);
        !status.ok())
      return status;
  }

  Field functions = root.get("functions");
  if (Status status =
          parseList(functions, maxArguments, false, manifest.functions,
                    [&](const Field &field, Function &function) {
                      return parseFunction(field, function);
                    });
      !status.ok())
    return status;
  if (manifest.functions.empty())
    return bad("functions: expected at least one, found none");
  std::unordered_set<std::string_view> names;
  for (const Function &function : manifest.functions)
    if (!names.insert(function.name).second)
      return bad("functions: expected unique names, found '", function.name,
                 "' twice");

  if (Status status = parseDimRanges(root.get("dimRanges")); !status.ok())
    return status;
  if (Status status =
          parseList(root.get("code"), maxArguments, false, manifest.code,
                    [&](const Field &field, CodeEntry &entry) {
                      return parseCode(field, entry);
                    });
      !status.ok())
    return status;
  if (Status status =
          parseList(root.get("weights"), maxEntries, true, manifest.weights,
                    [&](const Field &field, Weight &weight) {
                      return parseWeight(field, weight);
                    });
      !status.ok())
    return status;
  if (Status status =
          parseList(root.get("assets"), maxEntries, true, manifest.assets,
                    [&](const Field &field, Asset &asset) {
                      return parseAsset(field, asset);
                    });
      !status.ok())
    return status;
  if (Status status = parseList(root.get("dispatches"), maxEntries, true,
                                manifest.dispatches,
                                [&](const Field &field, DispatchInfo &info) {
                                  return parseDispatch(field, info);
                                });
      !status.ok())
    return status;
  if (Status status =
          parseList(root.get("messages"), maxEntries, true, manifest.messages,
                    [&](const Field &field, std::string &text) {
                      return parseText(field, text);
                    });
      !status.ok())
    return status;
  return parseList(root.get("externs"), maxArguments, true, manifest.externs,
                   [&](const Field &field, std::string &name) {
                     return parseName(field, name);
                   });
}

int32_t Manifest::findFunction(std::string_view name) const {
  for (size_t i = 0; i < functions.size(); ++i)
    if (functions[i].name == name)
      return int32_t(i);
  return -1;
}

/// How deep the brackets of JSON text are nested at most.
static int computeDepth(std::string_view text) {
  int depth = 0, deepest = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char character = text[i];
    if (inString) {
      i += character == '\\';
      inString = character != '"';
    } else if (character == '"') {
      inString = true;
    } else if (character == '[' || character == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (character == ']' || character == '}') {
      --depth;
    }
  }
  return deepest;
}

Status weft::runtime::parseManifest(std::string_view text,
                                    uint64_t fileSizeBytes,
                                    Manifest &manifest) {
  manifest = Manifest();
  if (text.size() > maxManifestBytes)
    return bad("manifest: expected at most ", maxManifestBytes,
               " bytes, found ", text.size());
  // Before parsing, whose stack and memory grow with the depth.
  if (computeDepth(text) > maxDepth)
    return bad("manifest: expected at most ", maxDepth, " levels of nesting");
  Json json = Json::parse(text.begin(), text.end(), /*callback=*/nullptr,
                          /*allow_exceptions=*/false);
  if (json.is_discarded())
    return bad("manifest: expected JSON, found malformed text");
  Parser parser(fileSizeBytes, manifest);
  return parser.parse({&json}).in("manifest");
}
