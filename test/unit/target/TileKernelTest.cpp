// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Blocks of tiles against plain sums, for every shape of block. Emulated on processors without AMX.

#include "lib/Target/CPU/Kernel/TileKernel.h"
#include "lib/Target/CPU/Backend/EmitObject.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "runtime/device/cpu/Processor.h"
#include "runtime/program/CodeObject.h"
#include "test/emulator/TileEmulator.h"
#include "gtest/gtest.h"

#include <cstring>
#include <random>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
struct Shape {
  TileElement element;
  int64_t rowTiles, tileRows, panels, steps, terms;
  bool isContinued;
};

using BlockFn = void(const char *rows, const char *panels, char *sums);

/// Compiles weft_fn_block for `shape`; operands lie as layoutOf says.
std::unique_ptr<runtime::CodeObject>
compileBlock(const Shape &shape, int64_t rowStride, int64_t sumStride) {
  DialectRegistry registry;
  registerCodeEmission(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();
  OpBuilder builder(&context);
  OwningOpRef<ModuleOp> module = ModuleOp::create(builder.getUnknownLoc());
  KernelBuilder b(builder.getUnknownLoc(), builder, 8);
  b.setInsertionPointToEnd(module->getBody());
  auto pointer = LLVM::LLVMPointerType::get(&context);
  auto function = LLVM::LLVMFuncOp::create(
      b, "weft_fn_block",
      LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(&context),
                                  {pointer, pointer, pointer}));
  Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  int64_t panelBytes = shape.steps * 16 * kTileBytes;
  TileBlock block;
  block.element = shape.element;
  block.rowTiles = shape.rowTiles;
  block.tileRows = shape.tileRows;
  block.panels = shape.panels;
  block.rows = entry->getArgument(0);
  block.rowStride = b.index(rowStride);
  block.rowTileStride = b.index(rowStride * shape.tileRows);
  block.rowStepOffset = [&](Value step) { return b.mul(step, kTileBytes); };
  block.panelStepStride = b.index(16 * kTileBytes);
  for (int64_t j = 0; j < shape.panels; ++j)
    block.panelPointers.push_back(b.address(
        entry->getArgument(1), b.getI8Type(), b.index(j * panelBytes)));
  block.from = b.index(0);
  block.to = b.index(shape.steps);
  block.terms = shape.terms;
  block.rowTermStride = b.index(rowStride * shape.rowTiles * shape.tileRows);
  block.panelTermStride = b.index(panelBytes * shape.panels);
  block.coming = {block.panelPointers[0]};
  block.comingLines = 2;
  block.sums = entry->getArgument(2);
  block.sumStride = b.index(sumStride);
  if (shape.isContinued)
    block.isContinued = b.constantInt(b.getI1Type(), 1);
  configureTiles(b, shape.tileRows);
  emitTileBlock(b, block);
  releaseTiles(b);
  LLVM::ReturnOp::create(b, ValueRange());
  CodeOptions options;
  options.level = llvm::cantFail(getLevel("avx2+amx"));
  std::string bytes = llvm::cantFail(emitCode(*module, options));
  std::unique_ptr<runtime::CodeObject> object;
  runtime::Status status = runtime::CodeObject::load(bytes, -1, object);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return object;
}

/// The number that element `depth` of a line stands for.
double valueOf(const char *at, TileElement element, bool isRow) {
  if (element == TileElement::BF16) {
    uint32_t bits = 0;
    std::memcpy(reinterpret_cast<char *>(&bits) + 2, at, 2);
    float value;
    std::memcpy(&value, &bits, 4);
    return value;
  }
  return isRow && element == TileElement::U8S8
             ? double(static_cast<uint8_t>(*at))
             : double(static_cast<int8_t>(*at));
}

void expectExact(const Shape &shape) {
  std::string what = llvm::formatv(
      "element {0}, {1} tiles of {2} rows, {3} panels, {4} steps, {5} terms",
      int(shape.element), shape.rowTiles, shape.tileRows, shape.panels,
      shape.steps, shape.terms);
  bool isFloat = shape.element == TileElement::BF16;
  int64_t rows = shape.rowTiles * shape.tileRows, columns = shape.panels * 16,
          group = isFloat ? 2 : 4, size = 4 / group,
          depth = shape.steps * kTileBytes / size,
          rowStride = shape.steps * kTileBytes + 64,
          sumStride = columns * 4 + 32,
          panelBytes = shape.steps * 16 * kTileBytes,
          rowTerm = rowStride * rows, panelTerm = panelBytes * shape.panels;
  std::mt19937 random(5);
  std::vector<char> left(rowTerm * shape.terms), right(panelTerm * shape.terms),
      sums(rows * sumStride, 0);
  for (auto *bytes : {&left, &right})
    for (size_t i = 0; i < bytes->size(); i += size) {
      // Small integers as floats, so that every sum is exact.
      float value = static_cast<int>(random() % 31) - 15;
      if (isFloat)
        std::memcpy(&(*bytes)[i], reinterpret_cast<char *>(&value) + 2, 2);
      else
        (*bytes)[i] = static_cast<char>(random());
    }
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j) {
      float asFloat = i - j;
      int32_t asInt = i - j;
      std::memcpy(&sums[i * sumStride + 4 * j],
                  isFloat ? static_cast<void *>(&asFloat) : &asInt, 4);
    }
  auto object = compileBlock(shape, rowStride, sumStride);
  ASSERT_TRUE(object);
  // LLVM installed handlers of its own when it compiled.
  emulator::installTileEmulator();
  reinterpret_cast<BlockFn *>(object->find("weft_fn_block"))(
      left.data(), right.data(), sums.data());
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j) {
      double expected = shape.isContinued ? i - j : 0;
      for (int64_t a = 0; a < shape.terms; ++a)
        for (int64_t c = 0; a + c < shape.terms; ++c)
          for (int64_t k = 0; k < depth; ++k)
            expected += valueOf(&left[a * rowTerm + i * rowStride + k * size],
                                shape.element, true) *
                        valueOf(&right[c * panelTerm + j / 16 * panelBytes +
                                       k / group * kTileBytes + j % 16 * 4 +
                                       k % group * size],
                                shape.element, false);
      float asFloat;
      int32_t asInt;
      std::memcpy(&asFloat, &sums[i * sumStride + 4 * j], 4);
      std::memcpy(&asInt, &sums[i * sumStride + 4 * j], 4);
      ASSERT_EQ(isFloat ? double(asFloat) : double(asInt), expected)
          << what << " at " << i << ' ' << j;
    }
}

class TileKernel : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    if (!emulator::installTileEmulator())
      ASSERT_TRUE(runtime::requestTilePermission());
  }
};
} // namespace

TEST_F(TileKernel, BlocksOfEveryShape) {
  for (TileElement element :
       {TileElement::U8S8, TileElement::S8S8, TileElement::BF16})
    for (auto [rowTiles, panels] :
         {std::pair(2, 2), std::pair(2, 1), std::pair(1, 1), std::pair(1, 2),
          std::pair(1, 3), std::pair(1, 4)})
      for (int64_t tileRows : {16, 7, 1})
        expectExact({element, rowTiles, tileRows, panels, 3, 1,
                     /*isContinued=*/tileRows == 7});
}

TEST_F(TileKernel, SumsOfTerms) {
  for (int64_t terms : {2, 3})
    for (auto [rowTiles, panels] : {std::pair(2, 2), std::pair(1, 4)})
      for (bool isContinued : {false, true})
        expectExact(
            {TileElement::BF16, rowTiles, 16, panels, 2, terms, isContinued});
}

TEST_F(TileKernel, NothingToSum) {
  expectExact({TileElement::BF16, 2, 16, 2, 0, 1, false});
  expectExact({TileElement::U8S8, 2, 16, 2, 0, 1, true});
}
