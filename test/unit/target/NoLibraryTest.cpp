// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What LLVM might call a library for links without one, in every type and at
// every level.

#include "test/unit/target/CompiledModule.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace weft;
using namespace weft::testing;

namespace {
/// Functions that load %x and %y, compute, and store what they computed.
class Source {
public:
  /// \p lines as a body, in which $i is the type \p in of the operands and $o
  /// the type \p out of the last value, %r; with \p lanes of each.
  void add(llvm::StringRef in, llvm::StringRef out, int lanes,
           llvm::StringRef lines) {
    std::string body = lines.str();
    replace(body, "$i", widen(in, lanes));
    replace(body, "$o", widen(out, lanes));
    replace(body, "$d", widen("f64", lanes));
    replace(body, "$s", widen("f32", lanes));
    text += "llvm.func @weft_fn_" + std::to_string(count++) +
            "(%p: !llvm.ptr, %n: i64) {\n  %c0 = arith.constant 0 : i64\n" +
            "  %c1 = arith.constant 1 : i64\n" + load("%x", in, lanes) +
            load("%y", in, lanes) + body +
            "\n  llvm.store %r, %p : " + widen(out, lanes) +
            ", !llvm.ptr\n  llvm.return\n}\n";
  }

  std::string text;

private:
  static std::string widen(llvm::StringRef type, int lanes) {
    return lanes == 1
               ? type.str()
               : "vector<" + std::to_string(lanes) + "x" + type.str() + ">";
  }
  static std::string load(llvm::StringRef name, llvm::StringRef type,
                          int lanes) {
    return "  " + name.str() + " = llvm.load volatile %p : !llvm.ptr -> " +
           widen(type, lanes) + "\n";
  }
  static void replace(std::string &text, llvm::StringRef from,
                      llvm::StringRef to) {
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos;
         at += to.size())
      text.replace(at, from.size(), to);
  }

  int count = 0;
};

const char *const floats[] = {"f16", "bf16", "f32", "f64"};
const char *const ints[] = {"i1", "i8", "i16", "i32", "i64"};
const int lanesOfTypes[] = {1, 3, 8};

void expectLinks(const Source &source) {
  for (const char *level : {"avx2", "avx512"}) {
    cpu::CodeOptions options;
    options.level = llvm::cantFail(cpu::getLevel(level));
    llvm::Expected<std::string> code = compile(source.text, options);
    EXPECT_TRUE(bool(code))
        << level << ": " << llvm::toString(code.takeError());
  }
}
} // namespace

TEST(NoLibraryTest, Conversions) {
  Source source;
  for (int lanes : lanesOfTypes)
    for (const char *f : floats) {
      for (const char *i : ints) {
        source.add(i, f, lanes, "  %r = arith.sitofp %x : $i to $o");
        source.add(i, f, lanes, "  %r = arith.uitofp %x : $i to $o");
        source.add(f, i, lanes, "  %r = arith.fptosi %x : $i to $o");
        source.add(f, i, lanes, "  %r = arith.fptoui %x : $i to $o");
      }
      if (f != llvm::StringRef("f64"))
        source.add(f, "f64", lanes, "  %r = arith.extf %x : $i to $o");
      if (f != llvm::StringRef("f64"))
        source.add("f64", f, lanes, "  %r = arith.truncf %x : $i to $o");
      if (f == llvm::StringRef("f16") || f == llvm::StringRef("bf16")) {
        source.add(f, "f32", lanes, "  %r = arith.extf %x : $i to $o");
        source.add("f32", f, lanes, "  %r = arith.truncf %x : $i to $o");
      }
    }
  expectLinks(source);
}

TEST(NoLibraryTest, Integers) {
  Source source;
  for (int lanes : lanesOfTypes)
    for (const char *type : {"i8", "i16", "i32", "i64"}) {
      for (const char *op :
           {"arith.divsi %x, %y", "arith.divui %x, %y", "arith.remsi %x, %y",
            "arith.remui %x, %y", "arith.ceildivsi %x, %y",
            "arith.ceildivui %x, %y", "arith.floordivsi %x, %y",
            "arith.muli %x, %y", "arith.shli %x, %y", "arith.shrsi %x, %y",
            "math.absi %x", "math.ctpop %x", "math.ctlz %x", "math.cttz %x"})
        source.add(type, type, lanes, "  %r = " + std::string(op) + " : $i");
      source.add(type, type, lanes,
                 "  %l, %r = arith.mulsi_extended %x, %y : $i");
      source.add(type, type, lanes,
                 "  %l, %r = arith.mului_extended %x, %y : $i");
    }
  expectLinks(source);
}

TEST(NoLibraryTest, Floats) {
  Source source;
  for (int lanes : {1, 8})
    for (const char *type : floats)
      for (const char *op :
           {"arith.remf %x, %y", "math.fma %x, %y, %x", "math.copysign %x, %y",
            "arith.maximumf %x, %y", "arith.minnumf %x, %y", "math.sqrt %x",
            "math.rsqrt %x", "math.absf %x", "math.ceil %x", "math.floor %x",
            "math.round %x", "math.roundeven %x", "math.trunc %x"})
        source.add(type, type, lanes, "  %r = " + std::string(op) + " : $i");
  expectLinks(source);
}

// A kernel holds narrow floats as f32 and its functions may compute in f64. The
// loop keeps the operands in another block than the operation, so that LLVM
// sees their type alone.
TEST(NoLibraryTest, NarrowFloatsThroughWideOnes) {
  Source source;
  for (int lanes : {1, 8})
    for (const char *type : {"f16", "bf16"}) {
      for (const char *op :
           {"math.copysign %a, %b", "arith.remf %a, %b", "math.asinh %a",
            "math.atan2 %a, %b", "math.cbrt %a", "math.sinh %a",
            "math.powf %a, %b", "math.roundeven %a", "arith.addf %a, %b"})
        source.add(type, type, lanes,
                   "  %xs = arith.extf %x : $i to $s\n"
                   "  %ys = arith.extf %y : $i to $s\n"
                   "  %a = arith.extf %xs : $s to $d\n"
                   "  %b = arith.extf %ys : $s to $d\n"
                   "  scf.for %i = %c0 to %n step %c1 : i64 {\n"
                   "    llvm.store volatile %i, %p : i64, !llvm.ptr\n"
                   "  }\n"
                   "  %w = " +
                       std::string(op) +
                       " : $d\n"
                       "  %t = arith.truncf %w : $d to $s\n"
                       "  %r = arith.truncf %t : $s to $o");
    }
  expectLinks(source);
}
