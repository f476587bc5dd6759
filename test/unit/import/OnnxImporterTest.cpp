// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Onnx/OnnxImporter.h"
#include "Proto.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "gtest/gtest.h"

using namespace weft;
using namespace weft::onnx;
using namespace weft::test;

/// A float tensor [n, 4] by name.
static std::string value(const std::string &name) {
  std::string shape = field(1, field(2, "n")) + field(1, field(1, 4));
  return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)));
}

/// A model of one node from x to y.
static std::string makeModel(const std::string &op, const std::string &domain) {
  std::string node = field(1, "x") + field(2, "y") + field(3, "the node") +
                     field(4, op) + field(7, domain);
  std::string graph =
      field(1, node) + field(11, value("x")) + field(12, value("y"));
  return field(1, 8) + field(7, graph) + field(8, field(2, 17)) +
         field(8, field(1, "my.domain") + field(2, 3));
}

/// What a plugin does: a dialect that gives a custom ONNX op a meaning.
class PluginDialect : public mlir::Dialect {
public:
  explicit PluginDialect(mlir::MLIRContext *context);
  static llvm::StringRef getDialectNamespace() { return "plugin"; }
};

class PluginOps : public OnnxOps {
public:
  using OnnxOps::OnnxOps;
  void registerOps(OpTable &table) const override {
    table.add("my.domain", "Twice", [](NodeContext &node) {
      EXPECT_EQ(node.opset, 3);
      mlir::Value x = node.operand(0);
      node.setResult(0, node.b.add(x, x));
    });
  }
};
MLIR_DECLARE_EXPLICIT_TYPE_ID(PluginDialect)
MLIR_DEFINE_EXPLICIT_TYPE_ID(PluginDialect)

PluginDialect::PluginDialect(mlir::MLIRContext *context)
    : Dialect(getDialectNamespace(), context,
              mlir::TypeID::get<PluginDialect>()) {
  addInterfaces<PluginOps>();
}

TEST(OnnxImporter, NamesDimensionsAndValues) {
  mlir::MLIRContext context;
  auto module = importOnnxBytes(makeModel("Relu", ""), "m.onnx", context);
  ASSERT_TRUE(module);
  auto main = module->lookupSymbol<FuncOp>("main");
  ASSERT_TRUE(main);
  auto dims = main.getArgAttrOfType<mlir::ArrayAttr>(0, "weft.dims");
  ASSERT_TRUE(dims);
  EXPECT_EQ(llvm::cast<mlir::StringAttr>(dims[0]).getValue(), "n");
  EXPECT_EQ(
      main.getResultAttrOfType<mlir::StringAttr>(0, "weft.name").getValue(),
      "y");
}

TEST(OnnxImporter, FixesNamedDimensions) {
  mlir::MLIRContext context;
  OnnxImportOptions options;
  options.dims["n"] = 6;
  auto module =
      importOnnxBytes(makeModel("Relu", ""), "m.onnx", context, options);
  ASSERT_TRUE(module);
  auto type = llvm::cast<mlir::RankedTensorType>(
      module->lookupSymbol<FuncOp>("main").getArgumentTypes()[0]);
  EXPECT_EQ(type.getShape(), (llvm::ArrayRef<int64_t>{6, 4}));
}

TEST(OnnxImporter, MarksState) {
  mlir::MLIRContext context;
  OnnxImportOptions options;
  options.states.push_back({"h", "x", "y"});
  auto module =
      importOnnxBytes(makeModel("Relu", ""), "m.onnx", context, options);
  ASSERT_TRUE(module);
  auto main = module->lookupSymbol<FuncOp>("main");
  EXPECT_TRUE(main.getArgAttr(0, "weft.state"));
  EXPECT_EQ(main.getArgAttr(0, "weft.state"),
            main.getResultAttr(0, "weft.state"));
}

/// What an import that must fail says, a line each.
static std::string getErrors(const std::string &model,
                             const OnnxImportOptions &options = {}) {
  mlir::MLIRContext context;
  std::string errors;
  mlir::ScopedDiagnosticHandler handler(&context, [&](mlir::Diagnostic &d) {
    errors += d.str() + "\n";
    return mlir::success();
  });
  EXPECT_FALSE(importOnnxBytes(model, "m.onnx", context, options));
  return errors;
}

TEST(OnnxImporter, SaysOneErrorWithTheNode) {
  EXPECT_EQ(getErrors(makeModel("Add", "")),
            "node 'the node' (Add): operand 1 is missing\n");
}

TEST(OnnxImporter, StateMustBeInTheModel) {
  OnnxImportOptions options;
  options.states = {{"h", "gone", "y"}};
  EXPECT_EQ(getErrors(makeModel("Relu", ""), options),
            "state 'h' names input 'gone', which the model does not have\n");
  options.states = {{"h", "x", "gone"}};
  EXPECT_EQ(getErrors(makeModel("Relu", ""), options),
            "state 'h' names output 'gone', which the model does not have\n");
}

TEST(OnnxImporter, PluginsAddOps) {
  mlir::MLIRContext context;
  std::string model = makeModel("Twice", "my.domain");
  {
    mlir::ScopedDiagnosticHandler silent(
        &context, [](mlir::Diagnostic &) { return mlir::success(); });
    EXPECT_FALSE(importOnnxBytes(model, "m.onnx", context));
  }
  context.loadDialect<PluginDialect>();
  auto module = importOnnxBytes(model, "m.onnx", context);
  ASSERT_TRUE(module);
  auto main = module->lookupSymbol<FuncOp>("main");
  EXPECT_FALSE(main.getBody().getOps<AddOp>().empty());
}
