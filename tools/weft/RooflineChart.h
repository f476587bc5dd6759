// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What was reached beside what the processor can do, as a picture.

#ifndef WEFT_TOOLS_WEFT_ROOFLINECHART_H
#define WEFT_TOOLS_WEFT_ROOFLINECHART_H

#include "lib/Analysis/Roofline.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

struct RooflinePoint {
  std::string name;
  double operations = 0, bytes = 0, seconds = 0;
  /// A whole call is drawn as a ring.
  bool isCall = false;
};

/// Prints an SVG document: operations a byte to the right and GFLOP/s upwards,
/// both logarithmic; slopes are bandwidths, levels are rates of arithmetic. The
/// area of a point is its part of the longest call. Points without operations,
/// bytes or time are counted in a line below the chart.
void printRoofline(llvm::raw_ostream &stream, const Ceilings &ceilings,
                   llvm::ArrayRef<RooflinePoint> points);

/// [{"name", "flops", "bytes", "us", "gflops", "gigabytes_per_second"}] of the
/// points that have a time.
llvm::json::Array describePoints(llvm::ArrayRef<RooflinePoint> points);

/// Text with &, <, > and quotes as XML and HTML want them; bytes that XML does
/// not allow become '?'.
std::string escapeMarkup(llvm::StringRef text);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ROOFLINECHART_H
