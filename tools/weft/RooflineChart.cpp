// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Axes go from the smallest to the largest power of ten that anything needs.

#include "tools/weft/RooflineChart.h"
#include "llvm/Support/Format.h"

#include <cmath>

using namespace weft;
using llvm::format;
using llvm::StringRef;

std::string weft::escapeMarkup(StringRef text) {
  std::string escaped;
  for (char c : llvm::json::fixUTF8(text)) {
    bool isAllowed =
        static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n';
    switch (c) {
    case '&':
      escaped += "&amp;";
      break;
    case '<':
      escaped += "&lt;";
      break;
    case '>':
      escaped += "&gt;";
      break;
    case '"':
      escaped += "&quot;";
      break;
    default:
      escaped += isAllowed ? c : '?';
    }
  }
  return escaped;
}

llvm::json::Array weft::describePoints(llvm::ArrayRef<RooflinePoint> points) {
  llvm::json::Array list;
  for (const RooflinePoint &point : points)
    if (point.seconds > 0)
      list.push_back(llvm::json::Object{
          {"name", point.name},
          {"flops", point.operations},
          {"bytes", point.bytes},
          {"us", point.seconds * 1e6},
          {"gflops", point.operations / point.seconds / 1e9},
          {"gigabytes_per_second", point.bytes / point.seconds / 1e9}});
  return list;
}

namespace {
constexpr double kWidth = 860, kHeight = 480, kLeft = 70, kRight = 20,
                 kTop = 20, kBottom = 70;

/// One logarithmic axis from power of ten to power of ten.
struct Axis {
  int first = 0, last = 1;
  double begin, end;

  void include(double value) {
    if (!(value > 0))
      return;
    first = std::min(first, static_cast<int>(std::floor(std::log10(value))));
    last = std::max(last, static_cast<int>(std::ceil(std::log10(value))));
  }
  double place(double value) const {
    return begin + (std::log10(value) - first) / (last - first) * (end - begin);
  }
};

class RooflineDrawing {
public:
  RooflineDrawing(llvm::raw_ostream &stream, const Ceilings &ceilings,
                  llvm::ArrayRef<RooflinePoint> all)
      : stream(stream), ceilings(ceilings) {
    for (const RooflinePoint &point : all) {
      longest = std::max(longest, point.seconds);
      if (point.operations > 0 && point.bytes > 0 && point.seconds > 0)
        points.push_back(point);
      else if (!point.isCall)
        ++left;
    }
    for (const RooflinePoint &point : points) {
      x.include(intensityOf(point));
      y.include(rateOf(point));
    }
    y.include(top = std::max(
                  {ceilings.gflops, ceilings.bf16Gflops, ceilings.int8Gops}));
    if (ceilings.gigabytesPerSecond > 0)
      x.include(2 * top / ceilings.gigabytesPerSecond);
  }

  void print() {
    stream << format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                     "%g %g\" font-family=\"sans-serif\" font-size=\"12\" "
                     "role=\"img\" aria-label=\"Roofline\">\n",
                     kWidth, kHeight)
           << format("<rect width=\"%g\" height=\"%g\" fill=\"white\"/>\n",
                     kWidth, kHeight);
    printGrid();
    for (auto [name, rate] : {std::pair("f32", ceilings.gflops),
                              {"bf16", ceilings.bf16Gflops},
                              {"int8", ceilings.int8Gops}})
      if (rate > 0)
        printLevel(name, rate);
    if (ceilings.gigabytesPerSecond > 0)
      printSlope("memory", ceilings.gigabytesPerSecond, "#b03030");
    for (const Ceilings::Cache &cache : ceilings.caches)
      printSlope(cache.name, cache.gigabytesPerSecond, "#999999");
    for (const RooflinePoint &point : points)
      printPoint(point);
    if (left)
      printText(kLeft, kHeight - 8, "start",
                std::to_string(left) +
                    " dispatches have no multiply-adds or no time, and no "
                    "place here");
    stream << "</svg>\n";
  }

private:
  static double intensityOf(const RooflinePoint &point) {
    return point.operations / point.bytes;
  }
  static double rateOf(const RooflinePoint &point) {
    return point.operations / point.seconds / 1e9;
  }

  void printText(double at, double height, StringRef anchor, StringRef text) {
    stream << format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"", at, height)
           << anchor << "\">" << escapeMarkup(text) << "</text>\n";
  }
  void printLine(double x1, double y1, double x2, double y2, StringRef color,
                 double width = 1) {
    stream << format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" "
                     "stroke=\"",
                     x1, y1, x2, y2)
           << color << format("\" stroke-width=\"%g\"/>\n", width);
  }

  void printGrid() {
    for (int power = x.first; power <= x.last; ++power) {
      double at = x.place(std::pow(10, power));
      printLine(at, kTop, at, kHeight - kBottom, "#e4e4e4");
      printText(at, kHeight - kBottom + 16, "middle", describe(power));
    }
    for (int power = y.first; power <= y.last; ++power) {
      double at = y.place(std::pow(10, power));
      printLine(kLeft, at, kWidth - kRight, at, "#e4e4e4");
      printText(kLeft - 6, at + 4, "end", describe(power));
    }
    printText((kLeft + kWidth - kRight) / 2, kHeight - kBottom + 36, "middle",
              "operations for each byte read or written");
    stream << format("<text transform=\"translate(16 %g) rotate(-90)\" "
                     "text-anchor=\"middle\">GFLOP/s</text>\n",
                     (kTop + kHeight - kBottom) / 2);
  }
  static std::string describe(int power) {
    std::string text;
    llvm::raw_string_ostream(text) << format("%g", std::pow(10, power));
    return text;
  }

  void printLevel(StringRef name, double rate) {
    double at = y.place(rate);
    printLine(kLeft, at, kWidth - kRight, at, "#3060b0", 1.5);
    std::string text;
    llvm::raw_string_ostream(text) << name << format(": %.0f GFLOP/s", rate);
    printText(kWidth - kRight - 4, at - 4, "end", text);
  }

  void printSlope(StringRef name, double bandwidth, StringRef color) {
    // From the left or lower border to the highest level.
    double lowX = std::max(std::pow(10, x.first),
                           std::pow(10, y.first) / bandwidth),
           highX = std::min(std::pow(10, x.last), top / bandwidth);
    if (!(highX > lowX))
      return;
    double x1 = x.place(lowX), y1 = y.place(lowX * bandwidth),
           x2 = x.place(highX), y2 = y.place(highX * bandwidth);
    printLine(x1, y1, x2, y2, color, 1.5);
    double angle = std::atan2(y2 - y1, x2 - x1) * 57.29577951308232;
    std::string text;
    llvm::raw_string_ostream(text) << name << format(": %.0f GB/s", bandwidth);
    stream << format("<text transform=\"translate(%.1f %.1f) rotate(%.2f)\" "
                     "fill=\"",
                     x1 + 8, y1 + 8 * (y2 - y1) / (x2 - x1) - 4, angle)
           << color << "\">" << escapeMarkup(text) << "</text>\n";
  }

  void printPoint(const RooflinePoint &point) {
    double radius =
        std::max(2.5, 14 * std::sqrt(point.seconds / std::max(longest, 1e-12)));
    stream << format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" ",
                     x.place(intensityOf(point)), y.place(rateOf(point)),
                     radius)
           << (point.isCall ? "fill=\"none\" stroke=\"#202020\" "
                              "stroke-width=\"2\""
                            : "fill=\"#d8803b\" fill-opacity=\"0.55\"")
           << "><title>" << escapeMarkup(point.name)
           << format(": %.4g GFLOP/s, %.4g GB/s, %.4g us</title></circle>\n",
                     rateOf(point), point.bytes / point.seconds / 1e9,
                     point.seconds * 1e6);
  }

  llvm::raw_ostream &stream;
  const Ceilings &ceilings;
  std::vector<RooflinePoint> points;
  Axis x{-1, 2, kLeft, kWidth - kRight}, y{0, 1, kHeight - kBottom, kTop};
  double longest = 0, top = 0;
  size_t left = 0;
};
} // namespace

void weft::printRoofline(llvm::raw_ostream &stream, const Ceilings &ceilings,
                         llvm::ArrayRef<RooflinePoint> points) {
  RooflineDrawing(stream, ceilings, points).print();
}
