// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reports as one HTML file that loads nothing else.

#ifndef WEFT_TOOLS_WEFT_REPORTPAGE_H
#define WEFT_TOOLS_WEFT_REPORTPAGE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// Writes \p text to a file, or to stdout for "-".
llvm::Error writeReport(llvm::StringRef path, llvm::StringRef text);

/// A page that shows \p facts, which it also holds as JSON in the element
/// "facts". What it shows depends on what there is: see ReportPage.js. \p picture
/// is an SVG document, or empty.
std::string makeReportPage(llvm::StringRef title, llvm::json::Value facts,
                           llvm::StringRef picture);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_REPORTPAGE_H
