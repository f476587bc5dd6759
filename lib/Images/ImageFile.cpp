// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ImageFile.h.

#include "lib/Images/ImageFile.h"
#include "lib/Images/ImageDecoders.h"
#include "lib/Support/MappedFile.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace weft;
using llvm::StringRef;

static llvm::Expected<StoredImage> decode(llvm::ArrayRef<uint8_t> bytes) {
  StringRef text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
  if (text.starts_with("\xff\xd8\xff"))
    return decodeJpeg(bytes);
  if (text.starts_with("\x89PNG\r\n\x1a\n"))
    return decodePng(bytes);
  if (text.starts_with("BM"))
    return decodeBmp(bytes);
  if (text.starts_with("P5") || text.starts_with("P6"))
    return decodePnm(bytes);
  StringRef found =
      text.starts_with("GIF8")                                         ? "GIF"
      : text.starts_with("RIFF") && text.substr(8).starts_with("WEBP") ? "WebP"
      : text.starts_with("II*") || text.starts_with("MM")              ? "TIFF"
      : text.empty() ? "no bytes"
                     : "another format";
  return llvm::createStringError("expected a JPEG, PNG, BMP, PGM or PPM image, "
                                 "found " +
                                 found);
}

llvm::Expected<Image> weft::readImage(StringRef path) {
  auto fail = [&](llvm::Error error) {
    return llvm::createStringError("'" + path +
                                   "': " + llvm::toString(std::move(error)));
  };
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  llvm::ArrayRef<char> bytes = (*file)->getBytes();
  llvm::Expected<StoredImage> stored =
      decode({reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()});
  if (!stored)
    return fail(stored.takeError());
  llvm::Expected<Image> upright =
      orient(std::move(stored->image), stored->orientation);
  if (!upright)
    return fail(upright.takeError());
  return upright;
}

bool weft::hasImageName(StringRef path) {
  // Those that torchvision's ImageFolder takes, and GIF.
  return llvm::StringSwitch<bool>(llvm::sys::path::extension(path).lower())
      .Cases({".jpg", ".jpeg", ".png", ".bmp", ".pgm", ".ppm"}, true)
      .Cases({".tif", ".tiff", ".webp", ".gif"}, true)
      .Default(false);
}
