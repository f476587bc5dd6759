// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For a function main of a library mlp it writes
//
//   /* x: f32[batch, 3]; y: f32[batch, 5], written */
//   static inline const char *mlp_main(int64_t batch, const float *x, float *y)
//
// The sizes that a call decides come first.

#include "lib/Target/CPU/LibraryHeader.h"
#include "weft/Tensor.h"
#include "weft/Version.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace weft;
using namespace weft::cpu;
using llvm::StringRef;

std::string cpu::makeIdentifier(StringRef name) {
  std::string identifier;
  for (char c : name)
    identifier += llvm::isAlnum(c) ? c : '_';
  if (identifier.empty() || llvm::isDigit(identifier.front()))
    identifier.insert(0, "_");
  return identifier;
}

std::string cpu::getLibraryEntry(const LibraryDescription &library,
                                 const ModuleFunction &function) {
  return library.prefix + "_entry_" + makeIdentifier(function.name);
}

namespace {
struct CType {
  StringRef spelling;
  WeftDtype dtype;
};

CType getCType(StringRef dtype) {
  return llvm::StringSwitch<CType>(dtype)
      .Case("f64", {"double", WEFT_DTYPE_F64})
      .Case("f32", {"float", WEFT_DTYPE_F32})
      .Case("f16", {"uint16_t", WEFT_DTYPE_F16})
      .Case("bf16", {"uint16_t", WEFT_DTYPE_BF16})
      .Case("i8", {"int8_t", WEFT_DTYPE_I8})
      .Case("i16", {"int16_t", WEFT_DTYPE_I16})
      .Case("i32", {"int32_t", WEFT_DTYPE_I32})
      .Case("i64", {"int64_t", WEFT_DTYPE_I64})
      .Case("ui8", {"uint8_t", WEFT_DTYPE_UI8})
      .Case("ui16", {"uint16_t", WEFT_DTYPE_UI16})
      .Case("ui32", {"uint32_t", WEFT_DTYPE_UI32})
      .Case("ui64", {"uint64_t", WEFT_DTYPE_UI64})
      .Default({"uint8_t", WEFT_DTYPE_I1});
}

/// Gives each tensor and size of a function a name of its own in C.
class Names {
public:
  std::string choose(StringRef name) {
    static const llvm::StringSet<> words = {
        "auto",     "break",    "case",     "char",    "const",   "continue",
        "default",  "do",       "double",   "else",    "enum",    "extern",
        "float",    "for",      "goto",     "if",      "inline",  "int",
        "long",     "register", "restrict", "return",  "short",   "signed",
        "sizeof",   "static",   "struct",   "switch",  "typedef", "union",
        "unsigned", "void",     "volatile", "while",   "class",   "new",
        "delete",   "this",     "template", "bool",    "true",    "false",
        "private",  "public",   "operator", "weights", "inputs",  "outputs",
        "messages"};
    std::string base = makeIdentifier(name);
    if (words.contains(base))
      base += '_';
    std::string chosen = base;
    for (unsigned number = 1; !taken.insert(chosen).second; ++number)
      chosen = base + "_" + std::to_string(number);
    return chosen;
  }

private:
  llvm::StringSet<> taken;
};

/// One function of the header.
class FunctionWriter {
public:
  FunctionWriter(const LibraryDescription &library,
                 const ModuleFunction &function)
      : library(library), function(function) {}

  llvm::Error write(llvm::raw_ostream &stream);

private:
  struct Tensor {
    std::string name;
    CType type;
    std::vector<std::string> dims;
  };

  llvm::Error describe(const ModuleArgument &argument, bool isOutput,
                       std::vector<Tensor> &tensors);
  void writeChecks(llvm::raw_ostream &stream);

  const LibraryDescription &library;
  const ModuleFunction &function;
  Names names;
  /// The sizes that a call decides, in order: symbols and their names in C.
  std::vector<std::pair<std::string, std::string>> sizes;
  std::vector<Tensor> inputs, outputs;
};
} // namespace

llvm::Error FunctionWriter::describe(const ModuleArgument &argument,
                                     bool isOutput,
                                     std::vector<Tensor> &tensors) {
  Tensor tensor{names.choose(argument.name), getCType(argument.dtype), {}};
  for (auto [i, dim] : llvm::enumerate(argument.dims)) {
    if (dim.symbol.empty()) {
      tensor.dims.push_back(std::to_string(dim.size));
      continue;
    }
    auto known =
        llvm::find_if(sizes, [symbol = StringRef(dim.symbol)](auto &each) {
          return symbol != "?" && each.first == symbol;
        });
    if (known != sizes.end()) {
      tensor.dims.push_back(known->second);
      continue;
    }
    if (isOutput)
      return llvm::createStringError(
          "a plain library needs outputs whose sizes follow from those of the "
          "inputs, found '" +
          dim.symbol + "' in output '" + argument.name +
          "'; fix dimensions by --dim, or compile a module (.wm)");
    std::string name =
        names.choose(dim.symbol == "?" ? argument.name + "_" + std::to_string(i)
                                       : dim.symbol);
    sizes.emplace_back(dim.symbol, name);
    tensor.dims.push_back(name);
  }
  tensors.push_back(std::move(tensor));
  return llvm::Error::success();
}

void FunctionWriter::writeChecks(llvm::raw_ostream &stream) {
  // What both gcc and clang know to ask for.
  static constexpr StringRef askable[] = {"avx2",      "fma",      "avx512f",
                                          "avx512bw",  "avx512dq", "avx512vl",
                                          "avx512vnni"};
  for (const std::string &feature : library.features)
    if (llvm::is_contained(askable, feature))
      stream << "  if (!__builtin_cpu_supports(\"" << feature
             << "\"))\n    return \"this processor has no " << feature
             << "\";\n";
  for (const auto &[symbol, name] : sizes) {
    stream << "  if (" << name << " < 0)\n    return \"expected a size for "
           << name << ", found a negative number\";\n";
    for (const ModuleDimRange &range : library.dimRanges)
      if (range.name == symbol)
        stream << "  if (" << name << " < " << range.least << " || " << name
               << " > " << range.most << ")\n    return \"expected " << name
               << " within " << range.least << ".." << range.most << "\";\n";
  }
}

llvm::Error FunctionWriter::write(llvm::raw_ostream &stream) {
  for (const ModuleArgument &input : function.inputs)
    if (llvm::Error error = describe(input, false, inputs))
      return error;
  for (const ModuleArgument &output : function.outputs)
    if (llvm::Error error = describe(output, true, outputs))
      return error;
  std::string entry = getLibraryEntry(library, function);
  stream << "int32_t " << entry << "(const WeftFrame *frame);\n\n/**\n";
  auto document = [&](const ModuleArgument &argument, const Tensor &tensor,
                      StringRef suffix) {
    stream << " * " << tensor.name << ": " << argument.dtype << "["
           << llvm::join(tensor.dims, ", ") << "]" << suffix << "\n";
  };
  for (auto [argument, tensor] : llvm::zip(function.inputs, inputs))
    document(argument, tensor, "");
  for (auto [argument, tensor] : llvm::zip(function.outputs, outputs))
    document(argument, tensor, ", written");
  stream << " */\nstatic inline const char *" << library.prefix << "_"
         << makeIdentifier(function.name) << "(";
  std::vector<std::string> parameters;
  for (const auto &[symbol, name] : sizes)
    parameters.push_back("int64_t " + name);
  for (const Tensor &tensor : inputs)
    parameters.push_back(
        ("const " + tensor.type.spelling + " *" + tensor.name).str());
  for (const Tensor &tensor : outputs)
    parameters.push_back((tensor.type.spelling + " *" + tensor.name).str());
  stream << (parameters.empty() ? "void" : llvm::join(parameters, ", "))
         << ") {\n";
  auto writeSlots = [&](StringRef name, llvm::ArrayRef<Tensor> tensors) {
    for (const Tensor &tensor : tensors)
      stream << "  int64_t weft_dims_" << tensor.name << "[] = {"
             << (tensor.dims.empty() ? "0" : llvm::join(tensor.dims, ", "))
             << "};\n";
    stream << "  WeftTensorSlot " << name << "[] = {\n";
    for (const Tensor &tensor : tensors)
      stream << "      {(void *)" << tensor.name << ", weft_dims_"
             << tensor.name << ", " << tensor.dims.size() << ", "
             << static_cast<int>(tensor.type.dtype) << "},\n";
    stream << "      {0, 0, 0, 0}};\n";
  };
  writeSlots("weft_inputs", inputs);
  writeSlots("weft_outputs", outputs);
  writeChecks(stream);
  stream << "  return weft_host_run(" << entry << ", " << library.prefix
         << "_weights, " << library.prefix << "_weight_offsets,\n"
         << "                       " << library.prefix << "_messages, "
         << function.arenaBytes << ", weft_inputs, weft_outputs);\n}\n\n";
  return llvm::Error::success();
}

llvm::Expected<std::string>
cpu::writeLibraryHeader(const LibraryDescription &library) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  std::string guard = StringRef(library.prefix).upper() + "_H";
  stream
      << "/* Made by weft " << WEFT_VERSION_STRING
      << " together with the library beside it; link that. Tensors are\n"
         " * contiguous and row-major. A function returns null, or what went "
         "wrong. It\n"
         " * runs on the thread that calls; several may call at the same "
         "time. */\n"
      << "#ifndef " << guard << "\n#define " << guard
      << "\n\n#include <weft/Host.h>\n\n#ifdef __cplusplus\nextern \"C\" "
         "{\n#endif\n\n"
      << "extern const uint8_t " << library.prefix << "_weights[];\n"
      << "static const int64_t " << library.prefix << "_weight_offsets[] = {";
  for (int64_t offset : library.weightOffsets)
    stream << offset << ", ";
  stream << "0};\nstatic const char *const " << library.prefix
         << "_messages[] = {\n";
  for (const std::string &message : library.messages) {
    stream << "    \"";
    stream.write_escaped(message, /*UseHexEscapes=*/false);
    stream << "\",\n";
  }
  stream << "    \"\"};\n\n";
  for (const ModuleFunction &function : library.functions)
    if (llvm::Error error = FunctionWriter(library, function).write(stream))
      return std::move(error);
  stream << "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
  return text;
}
