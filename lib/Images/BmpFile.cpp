// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// BMP, which is a header, a palette and rows: no library has it alone.

#include "lib/Images/ImageDecoders.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Endian.h"

using namespace weft;
using llvm::support::endian::read16le;
using llvm::support::endian::read32le;

/// Of the file, and of the oldest description of an image that has 4 bytes for a color.
static constexpr uint64_t kFileHeader = 14, kInfoHeader = 40;
static constexpr uint32_t kRgb = 0, kBitFields = 3;

namespace {
struct BmpHeader {
  uint64_t pixels, palette, colors;
  int64_t width, height;
  unsigned bits;
  bool isTopDown;
};
} // namespace

static llvm::Error reportBroken(const llvm::Twine &text) {
  return llvm::createStringError("the BMP is broken: " + text);
}

static llvm::Expected<BmpHeader> readHeader(llvm::ArrayRef<uint8_t> bytes) {
  if (bytes.size() < kFileHeader + kInfoHeader)
    return reportBroken("it ends early");
  const uint8_t *info = bytes.data() + kFileHeader;
  uint64_t infoBytes = read32le(info);
  if (infoBytes < kInfoHeader || infoBytes > 1024)
    return llvm::createStringError("expected a BMP of Windows 3 or newer, "
                                   "found a header of " +
                                   llvm::Twine(infoBytes) + " bytes");
  BmpHeader header;
  header.pixels = read32le(bytes.data() + 10);
  header.width = static_cast<int32_t>(read32le(info + 4));
  header.height = static_cast<int32_t>(read32le(info + 8));
  header.isTopDown = header.height < 0;
  header.height = std::abs(header.height);
  header.bits = read16le(info + 14);
  uint32_t compression = read32le(info + 16);
  bool hasMasks = compression == kBitFields && header.bits == 32;
  if (compression != kRgb && !hasMasks)
    return llvm::createStringError("expected a BMP that is not compressed, "
                                   "found compression " +
                                   llvm::Twine(compression));
  if (!llvm::is_contained({1u, 4u, 8u, 24u, 32u}, header.bits))
    return llvm::createStringError(
        "expected a BMP of 1, 4, 8, 24 or 32 bits a pixel, found " +
        llvm::Twine(header.bits));
  header.palette = kFileHeader + infoBytes;
  header.colors = 0;
  if (header.bits <= 8) {
    header.colors = read32le(info + 32);
    if (header.colors == 0 || header.colors > 1u << header.bits)
      header.colors = 1u << header.bits;
  }
  // The masks stand behind the oldest header, and in newer ones.
  if (hasMasks &&
      (bytes.size() < kFileHeader + kInfoHeader + 12 ||
       read32le(info + 40) != 0xff0000 || read32le(info + 44) != 0xff00 ||
       read32le(info + 48) != 0xff))
    return llvm::createStringError(
        "expected a BMP with channels of 8 bits, blue first, found other "
        "masks");
  return header;
}

llvm::Expected<StoredImage> weft::decodeBmp(llvm::ArrayRef<uint8_t> bytes) {
  llvm::Expected<BmpHeader> header = readHeader(bytes);
  if (!header)
    return header.takeError();
  auto image = Image::create(header->width, header->height, 3);
  if (!image)
    return image.takeError();
  // Rows fill words of 32 bits.
  uint64_t stride =
      (static_cast<uint64_t>(header->width) * header->bits + 31) / 32 * 4;
  if (header->pixels > bytes.size() ||
      stride * static_cast<uint64_t>(header->height) >
          bytes.size() - header->pixels ||
      header->palette + header->colors * 4 > bytes.size())
    return reportBroken("it ends early");
  const uint8_t *palette = bytes.data() + header->palette;
  unsigned bits = header->bits;
  for (int64_t y = 0; y < header->height; ++y) {
    int64_t place = header->isTopDown ? y : header->height - 1 - y;
    const uint8_t *row =
        bytes.data() + header->pixels + static_cast<uint64_t>(y) * stride;
    uint8_t *to = image->getRow(place).data();
    for (int64_t x = 0; x < header->width; ++x, to += 3) {
      const uint8_t *color = row + x * bits / 8;
      if (bits <= 8) {
        auto shift = 8 - bits - static_cast<unsigned>(x) * bits % 8;
        unsigned index = (*color >> shift) & ((1u << bits) - 1);
        if (index >= header->colors)
          return reportBroken("a pixel has color " + llvm::Twine(index) +
                              " of a palette of " +
                              llvm::Twine(header->colors));
        color = palette + index * 4;
      }
      // Blue comes first.
      std::reverse_copy(color, color + 3, to);
    }
  }
  return StoredImage{std::move(*image)};
}
