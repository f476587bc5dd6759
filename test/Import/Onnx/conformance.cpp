// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Imports the model of each folder given, runs it in the interpreter on the
// inputs beside it and compares with the outputs there: input_0.pb, output_0.pb
// and so on, as ONNX keeps its own test data. A folder may hold
// model_const.onnx, the same model with its integer inputs as constants, which
// is taken where the importer needs their values. With --refuse, imports files
// and prints the errors of each.

#include "lib/Import/Onnx/OnnxImporter.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "lib/Interpreter/Interpreter.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace weft;

/// Reads PREFIX_0.pb, PREFIX_1.pb, ... of the folder.
static llvm::Expected<std::vector<Tensor>>
readTensors(llvm::StringRef folder, llvm::StringRef prefix,
            mlir::MLIRContext &context) {
  std::vector<Tensor> tensors;
  while (true) {
    std::string path =
        (folder + "/" + prefix + "_" + llvm::Twine(tensors.size()) + ".pb")
            .str();
    auto buffer = llvm::MemoryBuffer::getFile(path, false, false);
    if (!buffer)
      return tensors;
    std::shared_ptr<llvm::MemoryBuffer> owner = std::move(*buffer);
    auto parsed = onnx::parseTensor(owner->getBuffer());
    if (!parsed)
      return parsed.takeError();
    llvm::ArrayRef<char> bytes(owner->getBufferStart(), owner->getBufferSize());
    onnx::TensorReader reader("", bytes, nullptr, context);
    auto data = reader.read(*parsed);
    if (!data)
      return data.takeError();
    auto copy =
        Tensor::allocate(data->type.getElementType(), data->type.getShape());
    if (failed(copy))
      return llvm::createStringError("no memory for a tensor");
    llvm::copy(data->bytes, copy->getMutableData());
    tensors.push_back(*copy);
  }
}

/// Why two tensors differ; empty if they agree as ONNX's own tests ask.
static std::string compare(const Tensor &found, const Tensor &expected) {
  std::string text;
  llvm::raw_string_ostream out(text);
  if (found.getType() != expected.getType()) {
    out << "type " << found.getType() << ", expected " << expected.getType();
    return text;
  }
  bool isFloat = llvm::isa<mlir::FloatType>(found.getElementType());
  bool isHalf = isFloat && found.getElementType().getIntOrFloatBitWidth() == 16;
  double relative = isHalf ? 1e-2 : isFloat ? 1e-3 : 0;
  auto a = found.widen<double>(), b = expected.widen<double>();
  for (size_t i = 0; i < a.size(); ++i) {
    bool isEqual = a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])) ||
                   std::abs(a[i] - b[i]) <=
                       relative * std::abs(b[i]) + (isFloat ? 1e-5 : 0);
    if (!isEqual) {
      out << "element " << i << " is " << a[i] << ", expected " << b[i];
      return text;
    }
  }
  return text;
}

static mlir::OwningOpRef<mlir::ModuleOp>
import(llvm::StringRef folder, mlir::MLIRContext &context, std::string &error) {
  mlir::ScopedDiagnosticHandler handler(&context,
                                        [&](mlir::Diagnostic &diagnostic) {
                                          if (error.empty())
                                            error = diagnostic.str();
                                          return mlir::success();
                                        });
  for (llvm::StringRef file : {"/model.onnx", "/model_const.onnx"})
    if (llvm::sys::fs::exists(folder + file))
      if (auto module = importOnnx((folder + file).str(), context))
        return module;
  return nullptr;
}

/// Why the case fails; empty if it passes.
static std::string check(llvm::StringRef folder) {
  mlir::MLIRContext context;
  context.loadDialect<WeftDialect>();
  std::string error;
  auto module = import(folder, context, error);
  if (!module)
    return "import: " + error;
  auto inputs = readTensors(folder, "input", context);
  if (!inputs)
    return "input: " + llvm::toString(inputs.takeError());
  auto outputs = readTensors(folder, "output", context);
  if (!outputs)
    return "output: " + llvm::toString(outputs.takeError());

  auto main = module->lookupSymbol<FuncOp>("main");
  // Inputs that became constants are not arguments.
  std::vector<Tensor> arguments = *inputs;
  arguments.resize(
      std::min<size_t>(arguments.size(), main.getArgumentTypes().size()));
  mlir::ScopedDiagnosticHandler handler(
      &context, [&](mlir::Diagnostic &diagnostic) {
        if (error.empty() || error.find("import") == 0)
          error = diagnostic.str();
        return mlir::success();
      });
  error.clear();
  auto results = interpret(main, arguments);
  if (failed(results))
    return "run: " + error;
  if (results->size() != outputs->size())
    return "outputs: " + std::to_string(results->size()) + ", expected " +
           std::to_string(outputs->size());
  for (size_t i = 0; i < outputs->size(); ++i) {
    std::string difference = compare((*results)[i], (*outputs)[i]);
    if (!difference.empty())
      return "output " + std::to_string(i) + ": " + difference;
  }
  return "";
}

/// Prints how many errors the import of a file reports, 0 where it goes well,
/// and which.
static void printRefusal(llvm::StringRef path) {
  mlir::MLIRContext context;
  context.loadDialect<WeftDialect>();
  std::vector<std::string> errors;
  mlir::ScopedDiagnosticHandler handler(
      &context, [&](mlir::Diagnostic &diagnostic) {
        if (diagnostic.getSeverity() == mlir::DiagnosticSeverity::Error)
          errors.push_back(diagnostic.str());
        return mlir::success();
      });
  bool isRefused = !importOnnx(path, context);
  llvm::outs() << "== " << path << ": " << (isRefused ? errors.size() : 0)
               << "\n"
               << llvm::join(errors, "\n") << "\n";
  llvm::outs().flush();
}

int main(int argc, char **argv) {
  if (argc > 1 && llvm::StringRef(argv[1]) == "--refuse") {
    std::for_each(argv + 2, argv + argc, printRefusal);
    return 0;
  }
  int failures = 0;
  for (int i = 1; i < argc; ++i) {
    std::string why = check(argv[i]);
    failures += !why.empty();
    llvm::outs() << (why.empty() ? "PASS " : "FAIL ")
                 << llvm::sys::path::filename(argv[i])
                 << (why.empty() ? "" : ": " + why) << "\n";
    llvm::outs().flush();
  }
  return failures != 0;
}
