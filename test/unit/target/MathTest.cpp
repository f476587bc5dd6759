// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Accuracy of generated math functions against libm in twice the precision:
// the bounds are those of docs/MathAccuracy.md. Arguments are dense in the
// range where a function does something, spread over all exponents, and
// special.

#include "test/unit/target/CompiledModule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace weft::testing;
using llvm::formatv;

namespace {
struct UnaryCase {
  const char *op;
  long double (*reference)(long double);
  double low, high; // of the dense range
  double limit;     // beyond it no accuracy is promised
  double maxUlpF32, maxUlpF64;
};

struct BinaryCase {
  const char *op;
  long double (*reference)(long double, long double);
  double maxUlpF32, maxUlpF64;
};

constexpr double anywhere = std::numeric_limits<double>::infinity();
constexpr double turns = 0x1p30;

const UnaryCase unaryCases[] = {
    {"math.exp", expl, -110, 100, anywhere, 1, 1},
    {"math.exp2", exp2l, -160, 140, anywhere, 1.1, 1.1},
    {"math.expm1", expm1l, -20, 90, anywhere, 2, 2},
    {"math.tanh", tanhl, -12, 12, anywhere, 2.5, 2.5},
    {"math.log", logl, 0, 100, anywhere, 1, 1},
    {"math.log2", log2l, 0, 100, anywhere, 1.5, 1.5},
    {"math.log10", log10l, 0, 100, anywhere, 1.6, 1.6},
    {"math.log1p", log1pl, -1, 20, anywhere, 1.5, 1.5},
    {"math.erf", erfl, -6, 6, anywhere, 2, 1.5},
    {"math.erfc", erfcl, -6, 28, anywhere, 0.6, 4},
    {"math.sinh", sinhl, -90, 90, anywhere, 0.6, 2.2},
    {"math.cosh", coshl, -90, 90, anywhere, 0.6, 2},
    {"math.asinh", asinhl, -20, 20, anywhere, 0.6, 2.5},
    {"math.acosh", acoshl, 0.9, 20, anywhere, 0.6, 2.5},
    {"math.atanh", atanhl, -1, 1, anywhere, 0.6, 2.5},
    {"math.sin", sinl, -100, 100, turns, 0.6, 1},
    {"math.cos", cosl, -100, 100, turns, 0.6, 1},
    {"math.tan", tanl, -100, 100, turns, 0.6, 2.2},
    {"math.asin", asinl, -1.01, 1.01, anywhere, 0.6, 2},
    {"math.acos", acosl, -1.01, 1.01, anywhere, 0.6, 1.5},
    {"math.atan", atanl, -10, 10, anywhere, 0.6, 2},
    {"math.cbrt", cbrtl, -100, 100, anywhere, 0.6, 1},
    {"math.sqrt", sqrtl, 0, 100, anywhere, 0.5, 0.5},
    {"math.floor", floorl, -10, 10, anywhere, 0, 0},
    {"math.ceil", ceill, -10, 10, anywhere, 0, 0},
    {"math.trunc", truncl, -10, 10, anywhere, 0, 0},
    {"math.round", roundl, -10, 10, anywhere, 0, 0},
    {"math.roundeven", nearbyintl, -10, 10, anywhere, 0, 0},
};

const BinaryCase binaryCases[] = {
    {"math.powf", powl, 0.6, 2},
    {"math.atan2", atan2l, 0.6, 2.5},
    {"arith.remf", fmodl, 0, 0},
};
} // namespace

/// weft_fn_<name>(in.., out, n): the op over n elements, `lanes` at a time.
static std::string makeLoop(llvm::StringRef name, llvm::StringRef op,
                            llvm::StringRef element, int lanes, int operands) {
  std::string type =
      lanes == 1 ? element.str() : formatv("vector<{0}x{1}>", lanes, element);
  std::string text = formatv("llvm.func @weft_fn_{0}(%x: !llvm.ptr, %y: "
                             "!llvm.ptr, %out: !llvm.ptr, %n: i64) {{\n",
                             name);
  text += "  %c0 = arith.constant 0 : i64\n";
  text += formatv("  %step = arith.constant {0} : i64\n", lanes);
  text += "  scf.for %i = %c0 to %n step %step : i64 {\n";
  auto address = [&](const char *result, const char *base) {
    text += formatv("    %{0} = llvm.getelementptr %{1}[%i] : (!llvm.ptr, i64) "
                    "-> !llvm.ptr, {2}\n",
                    result, base, element);
  };
  address("px", "x");
  address("pout", "out");
  int alignment = element == "f32" ? 4 : 8;
  text += formatv("    %a = llvm.load %px {{alignment = {0} : i64} : !llvm.ptr "
                  "-> {1}\n",
                  alignment, type);
  if (operands == 2) {
    address("py", "y");
    text += formatv("    %b = llvm.load %py {{alignment = {0} : i64} : "
                    "!llvm.ptr -> {1}\n",
                    alignment, type);
  }
  text += formatv("    %r = {0} %a{1} : {2}\n", op, operands == 2 ? ", %b" : "",
                  type);
  text += formatv("    llvm.store %r, %pout {{alignment = {0} : i64} : {1}, "
                  "!llvm.ptr\n  }\n  llvm.return\n}\n",
                  alignment, type);
  return text;
}

/// Every function in four forms, compiled once.
static const CompiledModule &getModule() {
  static const CompiledModule module([] {
    std::string source;
    auto add = [&](llvm::StringRef op, int operands) {
      std::string name = op.split('.').second.str();
      source += makeLoop(name + "_f32", op, "f32", 1, operands);
      source += makeLoop(name + "_v8f32", op, "f32", 8, operands);
      source += makeLoop(name + "_f64", op, "f64", 1, operands);
      source += makeLoop(name + "_v4f64", op, "f64", 4, operands);
    };
    for (const UnaryCase &test : unaryCases)
      add(test.op, 1);
    for (const BinaryCase &test : binaryCases)
      add(test.op, 2);
    return source;
  }());
  return module;
}

/// Whether this processor runs the code of a level.
static bool runsHere(llvm::StringRef name) {
  return llvm::any_of(weft::cpu::describeLevels(), [&](const auto &level) {
    return level.name == name && level.runsHere;
  });
}

/// Functions of f32 with 16 lanes: in a register of AVX-512, which has
/// instructions for some of their steps, or in two where there is none.
static const CompiledModule &getWideModule() {
  static const CompiledModule module(
      [] {
        std::string source;
        for (const UnaryCase &test : unaryCases)
          source += makeLoop(llvm::StringRef(test.op).split('.').second.str() +
                                 "_v16f32",
                             test.op, "f32", 16, 1);
        return source;
      }(),
      {.level = llvm::cantFail(
           weft::cpu::getLevel(runsHere("avx512") ? "avx512" : "avx2"))});
  return module;
}

template <typename T> static std::vector<T> getSpecials() {
  using Limits = std::numeric_limits<T>;
  std::vector<T> values = {0,
                           1,
                           2,
                           3,
                           T(0.5),
                           T(1.5),
                           T(2.5),
                           T(0.49999997),
                           T(8388609),
                           Limits::infinity(),
                           Limits::quiet_NaN(),
                           Limits::min(),
                           Limits::denorm_min(),
                           Limits::max(),
                           Limits::min() / 2,
                           std::nextafter(T(1), T(2)),
                           std::nextafter(T(1), T(0)),
                           T(M_PI),
                           T(M_PI_2),
                           T(M_SQRT1_2),
                           T(M_SQRT2)};
  for (size_t i = 0, count = values.size(); i < count; ++i)
    values.push_back(-values[i]);
  return values;
}

/// Random values of all exponents, NaN patterns included.
template <typename T>
static void addBitPatterns(std::vector<T> &values, size_t count) {
  using Bits = std::conditional_t<sizeof(T) == 4, uint32_t, uint64_t>;
  std::mt19937_64 random(1);
  for (size_t i = 0; i < count; ++i)
    values.push_back(llvm::bit_cast<T>(Bits(random())));
}

/// The distance in units of the last place of T at the reference, infinite when
/// one is NaN or infinite and the other is not that.
template <typename T> static double ulpError(T got, long double reference) {
  T rounded = T(reference);
  if (std::isnan(got) || std::isnan(rounded))
    return std::isnan(got) && std::isnan(rounded) ? 0 : anywhere;
  if (rounded == 0 && got == 0)
    return std::signbit(got) == std::signbit(rounded) ? 0 : anywhere;
  if (std::isinf(got) && std::isinf(rounded))
    return got == rounded ? 0 : anywhere;
  // The neighbour of the largest number may be infinite.
  if (std::isinf(got) || std::isinf(rounded)) {
    T finite = std::isinf(got) ? rounded : got;
    return std::fabs(finite) == std::numeric_limits<T>::max() &&
                   std::signbit(got) == std::signbit(rounded)
               ? 1
               : anywhere;
  }
  int exponent = std::max(std::ilogb(rounded == 0 ? got : rounded),
                          std::numeric_limits<T>::min_exponent - 1);
  long double ulp = ldexpl(1, exponent - std::numeric_limits<T>::digits + 1);
  return double(fabsl(got - reference) / ulp);
}

/// Runs a function and compares all of its results.
template <typename T, typename Reference>
static void check(const std::string &name, const std::vector<T> &x,
                  const std::vector<T> &y, double maxUlp, Reference reference) {
  SCOPED_TRACE(name);
  const CompiledModule &module = llvm::StringRef(name).ends_with("_v16f32")
                                     ? getWideModule()
                                     : getModule();
  auto *function = module.get<void(const T *, const T *, T *, int64_t)>(name);
  ASSERT_TRUE(function);
  std::vector<T> results(x.size());
  function(x.data(), y.data(), results.data(), int64_t(x.size()));
  double worst = 0;
  size_t worstAt = 0;
  for (size_t i = 0; i < x.size(); ++i) {
    double error = ulpError(results[i], reference(i));
    if (error > worst)
      worst = error, worstAt = i;
  }
  ::testing::Test::RecordProperty(name, std::to_string(worst));
  EXPECT_LE(worst, maxUlp) << name << "(" << double(x[worstAt]) << ", "
                           << double(y[worstAt])
                           << ") = " << double(results[worstAt])
                           << ", expected " << double(reference(worstAt));
}

template <typename T>
static void checkUnary(const UnaryCase &test, const char *suffix,
                       double maxUlp) {
  std::vector<T> x = getSpecials<T>();
  constexpr int dense = 40000;
  for (int i = 0; i <= dense; ++i)
    x.push_back(T(test.low + (test.high - test.low) * i / dense));
  for (int i = 0; i < dense; ++i)
    x.push_back(T(test.low + (test.high - test.low) * i / dense) / 64);
  addBitPatterns(x, 40000);
  llvm::erase_if(x, [&](T value) {
    return std::isfinite(value) && std::fabs(value) > test.limit;
  });
  while (x.size() % 16 != 0)
    x.push_back(1);
  std::string name = llvm::StringRef(test.op).split('.').second.str() + suffix;
  check<T>(name, x, x, maxUlp, [&](size_t i) { return test.reference(x[i]); });
}

template <typename T>
static void checkBinary(const BinaryCase &test, const char *suffix,
                        double maxUlp) {
  std::vector<T> x, y;
  for (T a : getSpecials<T>())
    for (T b : getSpecials<T>())
      x.push_back(a), y.push_back(b);
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> base(0, 20), exponent(-40, 40);
  for (int i = 0; i < 40000; ++i) {
    x.push_back(T(base(random)));
    y.push_back(T(exponent(random)));
  }
  size_t count = x.size();
  addBitPatterns(x, 20000);
  for (size_t i = count; i < x.size(); ++i)
    y.push_back(x[x.size() - 1 - (i - count)]);
  while (x.size() % 8 != 0)
    x.push_back(1), y.push_back(1);
  std::string name = llvm::StringRef(test.op).split('.').second.str() + suffix;
  check<T>(name, x, y, maxUlp,
           [&](size_t i) { return test.reference(x[i], y[i]); });
}

TEST(MathTest, UnaryF32) {
  for (const UnaryCase &test : unaryCases) {
    checkUnary<float>(test, "_f32", test.maxUlpF32);
    checkUnary<float>(test, "_v8f32", test.maxUlpF32);
  }
}

TEST(MathTest, UnaryF32OfSixteenLanes) {
  for (const UnaryCase &test : unaryCases)
    checkUnary<float>(test, "_v16f32", test.maxUlpF32);
}

TEST(MathTest, UnaryF64) {
  for (const UnaryCase &test : unaryCases) {
    checkUnary<double>(test, "_f64", test.maxUlpF64);
    checkUnary<double>(test, "_v4f64", test.maxUlpF64);
  }
}

TEST(MathTest, BinaryF32) {
  for (const BinaryCase &test : binaryCases) {
    checkBinary<float>(test, "_f32", test.maxUlpF32);
    checkBinary<float>(test, "_v8f32", test.maxUlpF32);
  }
}

TEST(MathTest, BinaryF64) {
  for (const BinaryCase &test : binaryCases) {
    checkBinary<double>(test, "_f64", test.maxUlpF64);
    checkBinary<double>(test, "_v4f64", test.maxUlpF64);
  }
}
