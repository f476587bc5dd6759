// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of tile instructions as intrinsics of LLVM with register numbers for operands.

#include "lib/Target/CPU/Kernel/TileKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The registers: sums from 0 on, then rows, then panels, which take turns where they are more than two.
static constexpr int64_t kTiles = 8, kFirstRows = 4, kFirstPanel = 6;

namespace {
void emitIntrinsic(KernelBuilder &b, const Twine &name, ValueRange operands) {
  LLVM::CallIntrinsicOp::create(b, b.getStringAttr("llvm.x86." + name),
                                operands);
}

/// The number of a tile, as an operand.
Value tile(KernelBuilder &b, int64_t number) {
  return LLVM::ConstantOp::create(b, b.getI8Type(), b.getI8IntegerAttr(number));
}

Value bytesFrom(KernelBuilder &b, Value pointer, Value offset) {
  return b.address(pointer, b.getI8Type(), offset);
}

class TileBlockEmitter {
public:
  TileBlockEmitter(KernelBuilder &builder, const TileBlock &block)
      : b(builder), block(block), held(kTiles, {-1, -1}) {}

  void emit();

private:
  int64_t sumTile(int64_t i, int64_t j) { return i * block.panels + j; }
  Value sumAddress(int64_t i, int64_t j) {
    Value row = b.mul(block.sumStride, i * block.tileRows);
    return bytesFrom(b, block.sums, b.add(row, j * kPanel * 4));
  }
  /// The products of a step of the rows and one of the panels.
  void emitStep(Value rowStep, Value panelStep, ArrayRef<Value> panels,
                bool isLast);
  void prefetch(Value step);
  /// Loads term `term` of rows i or panel j unless its register holds it; returns the register.
  int64_t useRows(int64_t i, int64_t term, Value step);
  int64_t usePanel(Value panel, int64_t j, int64_t term, Value step);
  int64_t use(int64_t number, std::pair<int64_t, int64_t> what, Value address,
              Value stride);

  KernelBuilder &b;
  const TileBlock &block;
  /// Which rows or panel, and which term of it, each register holds in this step.
  SmallVector<std::pair<int64_t, int64_t>> held;
};

int64_t TileBlockEmitter::use(int64_t number, std::pair<int64_t, int64_t> what,
                              Value address, Value stride) {
  if (held[number] != what)
    emitIntrinsic(b, "tileloadd64", {tile(b, number), address, stride});
  held[number] = what;
  return number;
}

int64_t TileBlockEmitter::useRows(int64_t i, int64_t term, Value step) {
  Value offset =
      b.add(b.mul(block.rowTileStride, i), block.rowStepOffset(step));
  if (term > 0)
    offset = b.add(offset, b.mul(block.rowTermStride, term));
  return use(kFirstRows + i, {i, term}, bytesFrom(b, block.rows, offset),
             block.rowStride);
}

int64_t TileBlockEmitter::usePanel(Value panel, int64_t j, int64_t term,
                                   Value step) {
  Value offset = b.mul(step, block.panelStepStride);
  if (term > 0)
    offset = b.add(offset, b.mul(block.panelTermStride, term));
  return use(kFirstPanel + j % (kTiles - kFirstPanel), {j, term},
             bytesFrom(b, panel, offset), b.index(kTileBytes));
}

/// Pairs of terms, the smallest product first, so that neighbours share one where they can.
ArrayRef<std::pair<int64_t, int64_t>> getTermPairs(int64_t terms) {
  static constexpr std::pair<int64_t, int64_t> one[] = {{0, 0}},
                                               two[] = {{0, 1}, {1, 0}, {0, 0}},
                                               three[] = {{2, 0}, {1, 0},
                                                          {1, 1}, {0, 1},
                                                          {0, 2}, {0, 0}};
  assert(terms >= 1 && terms <= 3);
  return terms == 1   ? ArrayRef<std::pair<int64_t, int64_t>>(one)
         : terms == 2 ? ArrayRef<std::pair<int64_t, int64_t>>(two)
                      : ArrayRef<std::pair<int64_t, int64_t>>(three);
}

StringRef getProduct(TileElement element) {
  switch (element) {
  case TileElement::U8S8:
    return "tdpbusd";
  case TileElement::S8S8:
    return "tdpbssd";
  case TileElement::BF16:
    return "tdpbf16ps";
  }
  llvm_unreachable("no such element");
}

void TileBlockEmitter::prefetch(Value step) {
  for (Value pointer : block.coming)
    for (int64_t line = 0; line < block.comingLines; ++line) {
      Value at = b.add(b.mul(b.sub(step, block.from), block.comingLines), line);
      LLVM::Prefetch::create(b, bytesFrom(b, pointer, b.mul(at, kTileBytes)),
                             /*rw=*/0, /*hint=*/2, /*cache=*/1);
    }
}

void TileBlockEmitter::emitStep(Value rowStep, Value panelStep,
                                ArrayRef<Value> panels, bool isLast) {
  int64_t product = 0;
  llvm::fill(held, std::pair<int64_t, int64_t>(-1, -1));
  for (auto [ofRows, ofPanels] : getTermPairs(block.terms))
    for (int64_t i = 0; i < block.rowTiles; ++i)
      for (int64_t j = 0; j < block.panels; ++j) {
        int64_t lhs = useRows(i, ofRows, rowStep),
                rhs = usePanel(panels[j], j, ofPanels, panelStep);
        emitIntrinsic(b, getProduct(block.element),
                      {tile(b, sumTile(i, j)), tile(b, lhs), tile(b, rhs)});
        if (block.beside && !isLast)
          block.beside(rowStep, product++);
      }
}

void TileBlockEmitter::emit() {
  auto forSums = [&](function_ref<void(int64_t, int64_t)> body) {
    for (int64_t i = 0; i < block.rowTiles; ++i)
      for (int64_t j = 0; j < block.panels; ++j)
        body(i, j);
  };
  auto zero = [&] {
    forSums([&](int64_t i, int64_t j) {
      emitIntrinsic(b, "tilezero", tile(b, sumTile(i, j)));
    });
  };
  auto load = [&] {
    forSums([&](int64_t i, int64_t j) {
      emitIntrinsic(
          b, "tileloadd64",
          {tile(b, sumTile(i, j)), sumAddress(i, j), block.sumStride});
    });
  };
  if (block.isContinued)
    b.ifThen(block.isContinued, load, zero);
  else
    zero();
  b.loop(block.from, block.to, 1, [&](Value step) {
    prefetch(step);
    emitStep(step, step, block.panelPointers, /*isLast=*/false);
  });
  if (!block.tailPanels.empty())
    b.ifThen(block.hasTail, [&] {
      emitStep(block.to, b.index(0), block.tailPanels, /*isLast=*/true);
    });
  forSums([&](int64_t i, int64_t j) {
    emitIntrinsic(b, "tilestored64",
                  {tile(b, sumTile(i, j)), sumAddress(i, j), block.sumStride});
  });
}
} // namespace

int64_t TileBlock::countProducts() const {
  return rowTiles * panels * getTermPairs(terms).size();
}

void cpu::configureTiles(KernelBuilder &b, int64_t tileRows) {
  // Palette 1, then the bytes of a row of each tile, and how many rows it has. Panels are as many lines deep as rows have groups of four bytes.
  SmallVector<int8_t> config(64, 0);
  constexpr int64_t bytesPlace = 16, rowsPlace = 48;
  config[0] = 1;
  for (int64_t i = 0; i < kTiles; ++i) {
    config[bytesPlace + 2 * i] = kTileBytes;
    config[rowsPlace + i] =
        static_cast<int8_t>(i < kFirstPanel ? tileRows : kTileBytes / 4);
  }
  auto function =
      b.getInsertionBlock()->getParent()->getParentOfType<LLVM::LLVMFuncOp>();
  std::string name = (function.getName() + "_tiles_" + Twine(tileRows)).str();
  auto module = function->getParentOfType<ModuleOp>();
  auto global = module.lookupSymbol<LLVM::GlobalOp>(name);
  if (!global) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(function);
    global = LLVM::GlobalOp::create(
        b, LLVM::LLVMArrayType::get(b.getI8Type(), 64), /*isConstant=*/true,
        LLVM::Linkage::Private, name,
        DenseElementsAttr::get(RankedTensorType::get({64}, b.getI8Type()),
                               ArrayRef<int8_t>(config)));
  }
  emitIntrinsic(b, "ldtilecfg",
                LLVM::AddressOfOp::create(b, global).getResult());
}

Value cpu::emitTileProbe(KernelBuilder &b, Value memory) {
  // Eight loads and products, 16 cycles each, beside a chain of multiply-adds that takes as many cycles by their latency alone. The first
  // loads and products wake the unit.
  constexpr int rounds = 2, chain = 32;
  std::string text = "vxorps %xmm0, %xmm0, %xmm0\n";
  auto multiply = [&] {
    for (int sum = 0; sum < 4; ++sum) {
      int64_t rows = kFirstRows + sum / 2, panel = kFirstPanel + sum % 2,
              loaded = sum % 2 == 0 ? rows : panel;
      text += llvm::formatv("tileloadd ($1,$2,1), %tmm{0}\n"
                            "tdpbf16ps %tmm{1}, %tmm{2}, %tmm{3}\n",
                            loaded, panel, rows, sum);
    }
  };
  multiply();
  text += "rdtscp\nmovl %eax, %esi\n";
  for (int round = 0; round < rounds; ++round)
    multiply();
  text += "rdtscp\nmovl %eax, %edi\n";
  for (int i = 0; i < chain; ++i)
    text += "vfmadd231ss %xmm0, %xmm0, %xmm0\n";
  text += "rdtscp\nsubl %edi, %eax\nsubl %esi, %edi\naddl %eax, %eax\n"
          "subl %edi, %eax\n";
  auto spare =
      LLVM::InlineAsmOp::create(
          b, b.getI32Type(), ValueRange{memory, b.index(kTileBytes)}, text,
          "=&{eax},r,r,~{ecx},~{edx},~{esi},~{edi},~{xmm0},~{memory},~{dirflag}"
          ",~{fpsr},~{flags}",
          /*has_side_effects=*/true, /*is_align_stack=*/false,
          LLVM::TailCallKind::None, LLVM::AsmDialectAttr(),
          /*operand_attrs=*/ArrayAttr())
          .getResult(0);
  return b.compare(arith::CmpIPredicate::sgt, spare,
                   b.constantInt(b.getI32Type(), 0));
}

void cpu::releaseTiles(KernelBuilder &b) {
  emitIntrinsic(b, "tilerelease", {});
}

void cpu::emitTileBlock(KernelBuilder &b, const TileBlock &block) {
  TileBlockEmitter(b, block).emit();
}
