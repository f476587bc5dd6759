// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// JPEG by libjpeg-turbo, with the settings that Pillow has.
//
// The library leaves by longjmp where a file is broken. So that no destructor is jumped over, what has one lives outside of the functions
// that call setjmp.

#include "lib/Images/Exif.h"
#include "lib/Images/ImageDecoders.h"
#include <csetjmp>
#include <cstdio>
#include <jerror.h>
#include <jpeglib.h>

using namespace weft;

/// A tiny file may have scans of a huge image without end, and each takes time.
static constexpr int kMostScans = 100;

namespace {
class JpegReader {
public:
  explicit JpegReader(llvm::ArrayRef<uint8_t> bytes);
  ~JpegReader() { jpeg_destroy_decompress(&info); }
  JpegReader(const JpegReader &) = delete;
  JpegReader &operator=(const JpegReader &) = delete;

  /// Each returns whether it went well; getMessage says what did not.
  bool readHeader();
  bool readRows(Image &image);

  int64_t getWidth() const { return info.image_width; }
  int64_t getHeight() const { return info.image_height; }
  /// As they are read: 1, 3, or 4 of CMYK.
  int64_t getChannels() const {
    return info.num_components == 1 ? 1 : info.num_components == 4 ? 4 : 3;
  }
  /// Before the rows, which end with what was saved.
  unsigned findOrientation() const;
  const char *getMessage() const { return message; }

private:
  static JpegReader &get(j_common_ptr common) {
    return *static_cast<JpegReader *>(common->client_data);
  }
  [[noreturn]] static void leave(j_common_ptr common);
  static void warn(j_common_ptr common, int level);
  static void watch(j_common_ptr common);

  llvm::ArrayRef<uint8_t> bytes;
  jpeg_decompress_struct info = {};
  jpeg_error_mgr errors = {};
  jpeg_progress_mgr progress = {};
  char message[JMSG_LENGTH_MAX] = "";
  std::jmp_buf buffer;
};
} // namespace

void JpegReader::leave(j_common_ptr common) {
  JpegReader &reader = get(common);
  common->err->format_message(common, reader.message);
  std::longjmp(reader.buffer, 1);
}

/// Pillow too takes data that it can make sense of, and refuses those that end early.
void JpegReader::warn(j_common_ptr common, int level) {
  if (level < 0 && common->err->msg_code == JWRN_JPEG_EOF)
    leave(common);
}

void JpegReader::watch(j_common_ptr common) {
  JpegReader &reader = get(common);
  if (reader.info.input_scan_number <= kMostScans)
    return;
  std::snprintf(reader.message, sizeof(reader.message),
                "it has more than %d scans", kMostScans);
  std::longjmp(reader.buffer, 1);
}

JpegReader::JpegReader(llvm::ArrayRef<uint8_t> bytes) : bytes(bytes) {
  info.err = jpeg_std_error(&errors);
  errors.error_exit = leave;
  errors.emit_message = warn;
  info.client_data = this;
}

bool JpegReader::readHeader() {
  if (setjmp(buffer))
    return false;
  jpeg_create_decompress(&info);
  progress.progress_monitor = watch;
  info.progress = &progress;
  jpeg_mem_src(&info, bytes.data(), bytes.size());
  jpeg_save_markers(&info, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&info, /*require_image=*/TRUE);
  info.out_color_space = getChannels() == 1   ? JCS_GRAYSCALE
                         : getChannels() == 4 ? JCS_CMYK
                                              : JCS_RGB;
  return true;
}

bool JpegReader::readRows(Image &image) {
  if (setjmp(buffer))
    return false;
  jpeg_start_decompress(&info);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = image.getRow(info.output_scanline).data();
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

unsigned JpegReader::findOrientation() const {
  constexpr llvm::StringRef kExif("Exif\0\0", 6);
  for (jpeg_saved_marker_ptr each = info.marker_list; each; each = each->next) {
    llvm::ArrayRef<uint8_t> data(each->data, each->data_length);
    if (each->marker == JPEG_APP0 + 1 && data.size() >= kExif.size() &&
        std::equal(kExif.begin(), kExif.end(), data.begin()))
      return weft::findOrientation(data.drop_front(kExif.size()));
  }
  return 1;
}

/// Adobe stores how much of an ink is left away, and Pillow takes every file to be Adobe's.
static llvm::Expected<Image> convertInks(const Image &inks) {
  auto result = Image::create(inks.getWidth(), inks.getHeight(), 3);
  if (!result)
    return result.takeError();
  for (int64_t y = 0; y < inks.getHeight(); ++y) {
    uint8_t *to = result->getRow(y).data();
    for (int64_t x = 0; x < inks.getWidth(); ++x, to += 3) {
      const uint8_t *from = inks.getPixel(x, y);
      for (int c = 0; c < 3; ++c)
        to[c] = static_cast<uint8_t>(from[3] -
                                     multiplyBytes(255u - from[c], from[3]));
    }
  }
  return std::move(*result);
}

llvm::Expected<StoredImage> weft::decodeJpeg(llvm::ArrayRef<uint8_t> bytes) {
  JpegReader reader(bytes);
  auto fail = [&] {
    return llvm::createStringError("the JPEG is broken: " +
                                   llvm::Twine(reader.getMessage()));
  };
  if (!reader.readHeader())
    return fail();
  unsigned orientation = reader.findOrientation();
  auto image = Image::create(reader.getWidth(), reader.getHeight(),
                             reader.getChannels());
  if (!image)
    return image.takeError();
  if (!reader.readRows(*image))
    return fail();
  if (reader.getChannels() == 4)
    image = convertInks(*image);
  if (!image)
    return image.takeError();
  return StoredImage{std::move(*image), orientation};
}
