// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Netpbm's PGM and PPM: "P5" or "P6", width, height and the largest value as decimals with white space and comments between, one white space, and samples.

#include "lib/Images/ImageDecoders.h"
#include "llvm/ADT/StringExtras.h"

using namespace weft;
using llvm::StringRef;

static llvm::Error reportBroken(const llvm::Twine &text) {
  return llvm::createStringError("the PGM or PPM is broken: " + text);
}

/// Takes a number and what stands before it off the text.
static llvm::Expected<int64_t> takeNumber(StringRef &text) {
  while (!text.empty() && (llvm::isSpace(text.front()) || text.front() == '#'))
    text = text.front() == '#'
               ? text.drop_until([](char c) { return c == '\n'; })
               : text.drop_front();
  uint64_t number;
  if (text.consumeInteger(10, number) || number > INT32_MAX)
    return reportBroken("expected its width, height and largest value");
  return static_cast<int64_t>(number);
}

llvm::Expected<StoredImage> weft::decodePnm(llvm::ArrayRef<uint8_t> bytes) {
  StringRef text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
  int64_t channels = text[1] == '5' ? 1 : 3;
  text = text.drop_front(2);
  int64_t numbers[3];
  for (int64_t &number : numbers) {
    llvm::Expected<int64_t> taken = takeNumber(text);
    if (!taken)
      return taken.takeError();
    number = *taken;
  }
  auto [width, height, largest] = numbers;
  if (largest < 1 || largest > 65535)
    return reportBroken("expected a largest value of 1 to 65535, found " +
                        llvm::Twine(largest));
  auto image = Image::create(width, height, channels);
  if (!image)
    return image.takeError();
  int64_t sampleBytes = largest > 255 ? 2 : 1;
  if (text.empty() || static_cast<int64_t>(text.size()) - 1 <
                          width * height * channels * sampleBytes)
    return reportBroken("it ends early");
  const uint8_t *from = text.bytes_begin() + 1;
  for (int64_t y = 0; y < height; ++y)
    for (uint8_t &to : image->getRow(y)) {
      int64_t sample = sampleBytes == 2 ? from[0] << 8 | from[1] : from[0];
      if (sample > largest)
        return reportBroken("a sample is " + llvm::Twine(sample) + " of " +
                            llvm::Twine(largest));
      to = static_cast<uint8_t>((sample * 510 + largest) / (2 * largest));
      from += sampleBytes;
    }
  return StoredImage{std::move(*image)};
}
