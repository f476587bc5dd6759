// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Winograd convolution in one kernel. A task is a block of tiles and a block of output channels:
//
//   transform the input of the block into scratch as [element of the tile][tile][channel]; kept for the next task of the same block
//   panels of 16 outputs
//     element of the tile: products with the filters' panel of that element, into scratch as [element][tile][output]
//     tile: transform the sums, then the ops behind the convolution, on the pixels that lie in the image
//
// Filters lie transformed as [panel][element][channel][16].

#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/Winograd.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Tasks that keep a few threads busy to the end.
static constexpr int64_t kTasks = 16;
/// Transformed input of a block: a part of the second-level cache, unless the block were too small to use a panel often.
static constexpr int64_t kBlockBytes = 256 << 10, kLeastBlockTiles = 24,
                         kMostBlockTiles = 96;
/// Channels that are summed in one chain. Parts keep the error of large tiles near that of plain products.
static constexpr int64_t kChain = 64;
/// Elements that part the planes of scratch from each other's cache sets.
static constexpr int64_t kPlanePadding = 16;

namespace {
/// How the work is cut: the same for the kernel and its launch.
struct WinogradBlocks {
  /// Of the register tile.
  int64_t rows, panels;
  int64_t blockTiles, blockPanels, columnBlocks;
  /// Elements of a plane (one element of all tiles): of the input, of the sums.
  int64_t inputPlane, sumPlane;

  int64_t inputElements(const WinogradTile &tile) const {
    return tile.count() * inputPlane;
  }
  int64_t scratchBytes(const WinogradTile &tile, int64_t channels) const {
    return 4 * (inputElements(tile) + tile.count() * sumPlane + channels);
  }
};

/// Tiles of an image.
int64_t countTiles(ConvOp op, const WinogradTile &tile) {
  ArrayRef<int64_t> image = cast<RankedTensorType>(op.getType()).getShape();
  return llvm::divideCeil(image[1], tile.height) *
         llvm::divideCeil(image[2], tile.width);
}

WinogradBlocks chooseBlocks(ConvOp op, const WinogradTile &tile,
                            int64_t lanes) {
  ArrayRef<int64_t> image = cast<RankedTensorType>(op.getType()).getShape();
  int64_t channels =
              cast<RankedTensorType>(op.getInput().getType()).getDimSize(3),
          panels = image[3] / kPanel,
          images = ShapedType::isDynamic(image[0]) ? 1 : image[0],
          tiles = images * countTiles(op, tile);
  int64_t most = std::clamp(kBlockBytes / (4 * tile.count() * channels),
                            kLeastBlockTiles, kMostBlockTiles),
          blocks = llvm::divideCeil(tiles, most);
  WinogradBlocks chosen;
  chosen.blockTiles = llvm::divideCeil(tiles, blocks);
  Schedule schedule =
      chooseSchedule({1, chosen.blockTiles, image[3], 1, channels, 1}, lanes);
  chosen.rows = schedule.rows;
  chosen.panels = schedule.panels;
  chosen.blockTiles = llvm::alignTo(chosen.blockTiles, chosen.rows);
  int64_t columnBlocks = std::min(
      llvm::divideCeil(panels, chosen.panels),
      llvm::divideCeil(kTasks, llvm::divideCeil(tiles, chosen.blockTiles)));
  chosen.blockPanels =
      llvm::alignTo(llvm::divideCeil(panels, columnBlocks), chosen.panels);
  chosen.columnBlocks = llvm::divideCeil(panels, chosen.blockPanels);
  chosen.inputPlane = chosen.blockTiles * channels + kPlanePadding;
  chosen.sumPlane = chosen.blockTiles * chosen.panels * kPanel + kPlanePadding;
  return chosen;
}

class WinogradEmitter {
public:
  WinogradEmitter(KernelBuilder &builder, FuncOp kernel, ConvOp root,
                  const WinogradTile &tile, const WinogradBlocks &blocks,
                  const KernelContext &context)
      : b(builder), root(root), tile(tile), blocks(blocks),
        frame(b, kernel, context.messages), emitter(b, frame, context.lanes),
        isCheap(hasCheapOps(kernel, root)),
        input(frame.getArgument(
            cast<BlockArgument>(root.getInput()).getArgNumber())),
        filters(frame.getArgument(
            cast<BlockArgument>(root.getFilter()).getArgNumber())),
        image(frame.getDims(root.getResult())),
        channels(*KernelBuilder::known(input.dims[3])),
        panels(*KernelBuilder::known(image[3]) / kPanel) {}

  void emit();

private:
  /// The place of a tile: its image, and its first output pixel.
  struct Place {
    Value number, y, x;
  };
  Place placeOf(Value tileNumber);
  void transformBlock(Value first, Value count);
  void transformTile(const Place &place, Value row);
  void transformChannels(function_ref<Value(int64_t, int64_t)> pointerOf,
                         Value row);
  void multiply(Value panel, Value count);
  void finishTile(const Place &place, Value panel, Value row);
  /// The transformed sums of a vector of outputs in row-major order of pixels.
  SmallVector<Value> transformSums(Value row, Value column);
  void storePixel(const Place &place, Value y, Value x, const Lane &output,
                  Value sum);

  KernelBuilder &b;
  ConvOp root;
  const WinogradTile &tile;
  const WinogradBlocks &blocks;
  KernelFrame frame;
  ExpressionEmitter emitter;
  bool isCheap;
  const KernelTensor &input, &filters;
  ArrayRef<Value> image;
  int64_t channels, panels;
  Value inputs, sums, zeros, waiting, current;
};

WinogradEmitter::Place WinogradEmitter::placeOf(Value tileNumber) {
  auto count = [&](Value size, int64_t step) { return b.ceilDiv(size, step); };
  SmallVector<Value> at =
      b.delinearize(tileNumber, {image[0], count(image[1], tile.height),
                                 count(image[2], tile.width)});
  return {at[0], b.mul(at[1], tile.height), b.mul(at[2], tile.width)};
}

void WinogradEmitter::transformBlock(Value first, Value count) {
  b.loop(b.index(0), count, 1,
         [&](Value row) { transformTile(placeOf(b.add(first, row)), row); });
}

void WinogradEmitter::transformTile(const Place &place, Value row) {
  Value y = b.sub(place.y, root.getPadding()[0]),
        x = b.sub(place.x, root.getPadding()[1]);
  Type f32 = b.getF32Type();
  Value base = b.linearize({place.number, y, x, b.index(0)}, input.dims);
  auto pointerOf = [&](int64_t i, int64_t j) {
    Value step = b.add(b.mul(input.dims[2], i), j);
    return b.address(b.address(input.pointer, f32, base), f32,
                     b.mul(step, channels));
  };
  auto isInside = [&](Value index, Value size) {
    return b.compare(P::ult, index, size);
  };
  int64_t height = tile.height + 2, width = tile.width + 2;
  Value isInterior =
      b.logicalAnd(b.logicalAnd(isInside(y, input.dims[1]),
                                isInside(b.add(y, height - 1), input.dims[1])),
                   b.logicalAnd(isInside(x, input.dims[2]),
                                isInside(b.add(x, width - 1), input.dims[2])));
  b.ifThen(
      isInterior, [&] { transformChannels(pointerOf, row); },
      [&] {
        // What lies outside reads a row of zeros.
        SmallVector<Value> pointers;
        for (int64_t i = 0; i < height; ++i)
          for (int64_t j = 0; j < width; ++j)
            pointers.push_back(
                b.select(b.logicalAnd(isInside(b.add(y, i), input.dims[1]),
                                      isInside(b.add(x, j), input.dims[2])),
                         pointerOf(i, j), zeros));
        transformChannels(
            [&](int64_t i, int64_t j) { return pointers[i * width + j]; }, row);
      });
}

void WinogradEmitter::transformChannels(
    function_ref<Value(int64_t, int64_t)> pointerOf, Value row) {
  int64_t lanes = b.getLanes(), height = tile.height + 2,
          width = tile.width + 2;
  Type f32 = b.getF32Type();
  Value to = b.address(inputs, f32, b.mul(row, channels));
  b.loop(b.index(0), b.index(channels), lanes, [&](Value channel) {
    SmallVector<SmallVector<Value>> lines(height);
    for (int64_t j = 0; j < width; ++j) {
      SmallVector<Value> column;
      for (int64_t i = 0; i < height; ++i)
        column.push_back(b.load(pointerOf(i, j), f32, channel, lanes));
      for (auto [line, value] : llvm::zip(lines, transformInput(b, column)))
        line.push_back(value);
    }
    Value at = b.address(to, f32, channel);
    int64_t plane = 0;
    for (ArrayRef<Value> line : lines)
      for (Value value : transformInput(b, line))
        b.store(value, at, f32, b.index(plane++ * blocks.inputPlane));
  });
}

void WinogradEmitter::multiply(Value panel, Value count) {
  int64_t lanes = b.getLanes(), width = blocks.panels * kPanel,
          vectors = width / lanes, filterPlane = channels * kPanel;
  Type f32 = b.getF32Type();
  MicroKernel kernel;
  kernel.rows = blocks.rows;
  kernel.panels = blocks.panels;
  kernel.lhsElement = kernel.rhsElement = f32;
  kernel.lhsStride = b.index(1);
  kernel.innerSize = b.index(channels);
  kernel.outerFrom = b.index(0);
  kernel.outerTo = b.index(1);
  int64_t chain = std::min(kChain, std::max<int64_t>(kChain / 2, channels / 2));
  b.loop(b.index(0), b.index(tile.count()), 1, [&](Value element) {
    kernel.panelPointers.clear();
    for (int64_t j = 0; j < blocks.panels; ++j) {
      // The last of a block may be repeated.
      Value number = b.min(b.add(panel, j), b.index(panels - 1));
      kernel.panelPointers.push_back(b.address(
          filters.pointer, f32,
          b.mul(b.add(b.mul(number, tile.count()), element), filterPlane)));
    }
    Value from = b.mul(element, blocks.inputPlane),
          to = b.address(sums, f32, b.mul(element, blocks.sumPlane));
    b.loop(b.index(0), count, blocks.rows, [&](Value row) {
      kernel.rowPointers = [&](Value) {
        SmallVector<Value> pointers;
        for (int64_t r = 0; r < blocks.rows; ++r)
          pointers.push_back(b.address(
              inputs, f32, b.add(from, b.mul(b.add(row, r), channels))));
        return pointers;
      };
      SmallVector<Value> totals = makeZeroAccumulators(b, kernel);
      totals = b.loop(
          b.index(0), b.index(channels), chain, totals,
          [&](Value channel, ValueRange carried) {
            // Panels of the next element follow those of this one.
            kernel.coming.tiles =
                llvm::divideCeil(blocks.blockTiles, blocks.rows);
            kernel.coming.stepsBefore =
                b.add(b.mul(b.div(row, blocks.rows), channels), channel);
            kernel.coming.element = kernel.rhsElement;
            kernel.coming.pointers =
                llvm::map_to_vector(kernel.panelPointers, [&](Value pointer) {
                  return b.address(pointer, f32, b.index(filterPlane));
                });
            kernel.innerFrom = channel;
            kernel.innerTo =
                channels % chain == 0
                    ? b.add(channel, chain)
                    : b.min(b.add(channel, chain), b.index(channels));
            SmallVector<Value> next =
                emitMicroKernel(b, kernel, makeZeroAccumulators(b, kernel));
            for (auto [sum, before] : llvm::zip(next, carried))
              sum = arith::AddFOp::create(b, before, sum);
            return next;
          });
      for (auto [i, total] : llvm::enumerate(totals)) {
        int64_t r = i / vectors, v = i % vectors;
        b.store(total, to, f32, b.add(b.mul(b.add(row, r), width), v * lanes));
      }
    });
  });
}

SmallVector<Value> WinogradEmitter::transformSums(Value row, Value column) {
  int64_t lanes = b.getLanes(), height = tile.height + 2,
          width = tile.width + 2;
  Type f32 = b.getF32Type();
  Value from =
      b.address(sums, f32, b.add(b.mul(row, blocks.panels * kPanel), column));
  SmallVector<SmallVector<Value>> lines(tile.height);
  for (int64_t j = 0; j < width; ++j) {
    SmallVector<Value> values;
    for (int64_t i = 0; i < height; ++i)
      values.push_back(
          b.load(from, f32, b.index((i * width + j) * blocks.sumPlane), lanes));
    for (auto [line, value] : llvm::zip(lines, transformOutput(b, values)))
      line.push_back(value);
  }
  SmallVector<Value> pixels;
  for (ArrayRef<Value> line : lines)
    pixels.append(transformOutput(b, line));
  return pixels;
}

void WinogradEmitter::storePixel(const Place &place, Value y, Value x,
                                 const Lane &output, Value sum) {
  emitter.forget();
  current = sum;
  emitter.storeResults(
      {Lane{place.number, 0, 1}, Lane{y, 0, 1}, Lane{x, 0, 1}, output});
  emitter.forget();
}

void WinogradEmitter::finishTile(const Place &place, Value panel, Value row) {
  int64_t lanes = b.getLanes();
  Type f32 = b.getF32Type();
  Value height = b.min(b.index(tile.height), b.sub(image[1], place.y)),
        width = b.min(b.index(tile.width), b.sub(image[2], place.x)),
        isWhole = b.logicalAnd(b.compare(P::eq, height, b.index(tile.height)),
                               b.compare(P::eq, width, b.index(tile.width)));
  // Columns of a repeated panel are left out.
  Value end = b.min(b.index(blocks.panels * kPanel),
                    b.mul(b.sub(b.index(panels), panel), kPanel));
  if (panels % blocks.panels == 0)
    end = b.index(blocks.panels * kPanel);
  b.loop(b.index(0), end, lanes, [&](Value column) {
    SmallVector<Value> pixels = transformSums(row, column);
    Lane output{b.add(b.mul(panel, kPanel), column), 1, lanes};
    auto storeAll = [&] {
      for (auto [i, pixel] : llvm::enumerate(pixels))
        storePixel(place, b.add(place.y, i / tile.width),
                   b.add(place.x, i % tile.width), output, pixel);
    };
    auto storeEach = [&] {
      for (auto [i, pixel] : llvm::enumerate(pixels))
        b.store(pixel, waiting, f32, b.index(i * lanes));
      b.loop(b.index(0), height, 1, [&](Value i) {
        b.loop(b.index(0), width, 1, [&](Value j) {
          Value number = b.add(b.mul(i, tile.width), j);
          storePixel(place, b.add(place.y, i), b.add(place.x, j), output,
                     b.load(waiting, f32, b.mul(number, lanes), lanes));
        });
      });
    };
    if (isCheap)
      b.ifThen(isWhole, storeAll, storeEach);
    else
      storeEach();
  });
}

void WinogradEmitter::emit() {
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes();
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  inputs = frame.getScratch();
  sums = b.address(inputs, f32, b.index(blocks.inputElements(tile)));
  zeros = b.address(sums, f32, b.index(tile.count() * blocks.sumPlane));
  waiting = b.allocateStack(f32, tile.height * tile.width * lanes);
  Value zero = b.constant(b.withLanes(f32, lanes), 0);
  b.loop(b.index(0), b.index(channels), lanes,
         [&](Value i) { b.store(zero, zeros, f32, i); });

  Value tiles = b.mul(image[0], countTiles(root, tile));
  b.loop(frame.getBegin(), frame.getEnd(), 1, {b.index(-1)},
         [&](Value task, ValueRange carried) -> SmallVector<Value> {
           SmallVector<Value> at =
               b.delinearize(task, {b.ceilDiv(tiles, blocks.blockTiles),
                                    b.index(blocks.columnBlocks)});
           Value first = b.mul(at[0], blocks.blockTiles),
                 count = b.min(b.index(blocks.blockTiles), b.sub(tiles, first));
           b.ifThen(b.compare(P::ne, at[0], carried[0]),
                    [&] { transformBlock(first, count); });
           Value firstPanel = b.mul(at[1], blocks.blockPanels),
                 endPanel = b.min(b.add(firstPanel, blocks.blockPanels),
                                  b.index(panels));
           b.loop(firstPanel, endPanel, blocks.panels, [&](Value panel) {
             multiply(panel, count);
             b.loop(b.index(0), count, 1, [&](Value row) {
               finishTile(placeOf(b.add(first, row)), panel, row);
             });
           });
           return {at[0]};
         });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitWinogradKernel(KernelBuilder &b,
                                                 FuncOp kernel, ConvOp root,
                                                 const WinogradTile &tile,
                                                 const KernelContext &context) {
  WinogradBlocks blocks = chooseBlocks(root, tile, context.lanes);
  WinogradEmitter(b, kernel, root, tile, blocks, context).emit();
  int64_t channels =
              cast<RankedTensorType>(root.getInput().getType()).getDimSize(3),
          tilesPerImage = countTiles(root, tile);
  return EmittedKernel{[=](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                           ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> image = resultDims[0];
    Value tiles = host.mul(image[0], tilesPerImage);
    // A product takes a 32nd of a nanosecond, the transformations as long as a quarter of them.
    Value products =
        host.mul(host.mul(tiles, tile.count() * channels), image.back());
    return Launch{
        host.mul(host.ceilDiv(tiles, blocks.blockTiles), blocks.columnBlocks),
        host.index(blocks.scratchBytes(tile, channels)),
        host.add(host.div(products, 24), 1)};
  }};
}
