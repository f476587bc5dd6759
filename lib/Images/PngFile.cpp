// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// PNG by libpng: palettes and few bits become channels of bytes, transparency a channel of its own, and of 16 bits the high byte stays, as Pillow has it.
//
// The library leaves by longjmp where a file is broken. So that no destructor is jumped over, what has one lives outside of the functions
// that call setjmp.

#include "lib/Images/Exif.h"
#include "lib/Images/ImageDecoders.h"
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <png.h>
#include <vector>

using namespace weft;

/// Texts and profiles that stand before the pixels.
static constexpr size_t kMostChunkBytes = size_t(8) << 20;

namespace {
class PngReader {
public:
  explicit PngReader(llvm::ArrayRef<uint8_t> bytes) : rest(bytes) {}
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(const PngReader &) = delete;
  PngReader &operator=(const PngReader &) = delete;

  /// Each returns whether it went well; getMessage says what did not.
  bool readHeader();
  /// `rows` point to where each row goes.
  bool readRows(uint8_t **rows);

  int64_t getWidth() const { return width; }
  int64_t getHeight() const { return height; }
  int64_t getChannels() const { return channels; }
  /// After the rows, behind which it may stand.
  unsigned findOrientation() const;
  const char *getMessage() const { return message; }

private:
  [[noreturn]] static void leave(png_structp png, png_const_charp text);
  static void ignore(png_structp, png_const_charp) {}
  static void read(png_structp png, png_bytep to, size_t size);

  llvm::ArrayRef<uint8_t> rest;
  png_structp png = nullptr;
  png_infop info = nullptr;
  int64_t width = 0, height = 0, channels = 0;
  char message[128] = "";
  std::jmp_buf buffer;
};
} // namespace

void PngReader::leave(png_structp png, png_const_charp text) {
  auto &reader = *static_cast<PngReader *>(png_get_error_ptr(png));
  std::snprintf(reader.message, sizeof(reader.message), "%s", text);
  std::longjmp(reader.buffer, 1);
}

void PngReader::read(png_structp png, png_bytep to, size_t size) {
  auto &reader = *static_cast<PngReader *>(png_get_io_ptr(png));
  if (size > reader.rest.size())
    png_error(png, "it ends early");
  std::memcpy(to, reader.rest.data(), size);
  reader.rest = reader.rest.drop_front(size);
}

bool PngReader::readHeader() {
  if (setjmp(buffer))
    return false;
  png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, leave, ignore);
  info = png ? png_create_info_struct(png) : nullptr;
  if (!info) {
    std::snprintf(message, sizeof(message), "no memory to read it");
    return false;
  }
  png_set_read_fn(png, this, read);
  png_set_chunk_malloc_max(png, kMostChunkBytes);
  png_set_chunk_cache_max(png, 128);
  png_read_info(png, info);
  width = png_get_image_width(png, info);
  height = png_get_image_height(png, info);
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  channels = png_get_channels(png, info);
  return true;
}

bool PngReader::readRows(uint8_t **rows) {
  if (setjmp(buffer))
    return false;
  png_read_image(png, rows);
  png_read_end(png, info);
  return true;
}

unsigned PngReader::findOrientation() const {
  png_uint_32 size = 0;
  png_bytep data = nullptr;
  if (!png_get_eXIf_1(png, info, &size, &data))
    return 1;
  return weft::findOrientation({data, size});
}

llvm::Expected<StoredImage> weft::decodePng(llvm::ArrayRef<uint8_t> bytes) {
  PngReader reader(bytes);
  auto fail = [&] {
    return llvm::createStringError("the PNG is broken: " +
                                   llvm::Twine(reader.getMessage()));
  };
  if (!reader.readHeader())
    return fail();
  auto image = Image::create(reader.getWidth(), reader.getHeight(),
                             reader.getChannels());
  if (!image)
    return image.takeError();
  std::vector<uint8_t *> rows;
  for (int64_t y = 0; y < image->getHeight(); ++y)
    rows.push_back(image->getRow(y).data());
  if (!reader.readRows(rows.data()))
    return fail();
  return StoredImage{std::move(*image), reader.findOrientation()};
}
