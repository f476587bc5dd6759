// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The page's style and scripts are files of their own, which the program holds.

#include "tools/weft/ReportPage.h"
#include "lib/Support/OutputFile.h"
#include "tools/weft/RooflineChart.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using llvm::StringRef;

static constexpr llvm::StringLiteral kStyle(
#include "tools/weft/ReportPage.css.inc"
);
static constexpr llvm::StringLiteral kScript(
#include "tools/weft/ReportPage.js.inc"
);
static constexpr llvm::StringLiteral kGraphScript(
#include "tools/weft/ReportGraph.js.inc"
);

llvm::Error weft::writeReport(StringRef path, StringRef text) {
  if (path != "-")
    return writeWholeFile(path, text);
  llvm::outs() << text;
  return llvm::Error::success();
}

std::string weft::makeReportPage(StringRef title, llvm::json::Value facts,
                                 StringRef picture) {
  std::string json;
  llvm::raw_string_ostream(json) << facts;
  std::string page;
  llvm::raw_string_ostream stream(page);
  stream << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta "
            "charset=\"utf-8\">\n<meta name=\"viewport\" "
            "content=\"width=device-width\">\n<title>"
         << escapeMarkup(title) << "</title>\n<style>\n"
         << kStyle << "</style>\n</head>\n<body>\n<h1>" << escapeMarkup(title)
         << "</h1>\n<div id=\"report\"></div>\n<div id=\"roofline\">\n"
         << picture
         << "</div>\n<script id=\"facts\" type=\"application/json\">";
  // The only way out of a script is its end tag.
  for (char c : json)
    if (c == '<')
      stream << "\\u003c";
    else
      stream << c;
  stream << "</script>\n<script>\n"
         << kGraphScript << kScript << "</script>\n</body>\n</html>\n";
  return page;
}
