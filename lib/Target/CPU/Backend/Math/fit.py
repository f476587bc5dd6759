# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Computes Polynomials.h (needs mpmath): python3 fit.py > Polynomials.h

Every polynomial interpolates its function in Chebyshev points with 60 digits, which is within a small factor of the best
approximation; one whose error matters less and less towards an end is fitted with weights instead. Coefficients are then
rounded once. The error printed beside each is that of the rounded polynomial,
relative to the result that it is used in.
"""
import struct

import mpmath as mp

mp.mp.dps = 60


def chebyshev_fit(function, low, high, degree, weight=lambda point: 1, points_each=1):
    """Coefficients, lowest first, of the polynomial through the function's values in the Chebyshev points; or, for more
    points than coefficients, with the least sum of squared errors, each multiplied by weight(point)."""
    low, high = mp.mpf(low), mp.mpf(high)
    count = (degree + 1) * points_each
    nodes = [mp.cos(mp.pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    points = [(low + high) / 2 + (high - low) / 2 * node for node in nodes]
    matrix = mp.matrix(count, degree + 1)
    right = mp.matrix(count, 1)
    for row, point in enumerate(points):
        right[row] = function(point) * weight(point)
        for column in range(degree + 1):
            matrix[row, column] = point**column * weight(point)
    return list(mp.lu_solve(matrix, right))


def rounded(value, single):
    return struct.unpack("f", struct.pack("f", float(value)))[0] if single else float(value)


def worst(function, coefficients, low, high, weight):
    """The largest error over 2001 points, each multiplied by weight(point)."""
    low, high = mp.mpf(low), mp.mpf(high)
    result = mp.mpf(0)
    for i in range(2001):
        point = low + (high - low) * i / 2000
        value = mp.polyval([mp.mpf(c) for c in reversed(coefficients)], point)
        result = max(result, abs(value - function(point)) * weight(point))
    return result


def by_series(function, terms):
    """The function, and near 0, where its formula cancels, its Taylor polynomial."""
    return lambda x: mp.polyval(list(reversed(terms)), x) if abs(x) < mp.mpf("1e-12") else function(x)


def root(function):
    return lambda z: function(mp.sqrt(z))


half_log2 = mp.log(2) / 2 * mp.mpf("1.001")
log_limit = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mp.mpf("1.001")
erfcx_center = mp.mpf("3.75")


def erfcx_of_t(t):
    """(1 + 2x) exp(x^2) erfc(x) for t = (x - c)/(x + c) (Shepherd and Laframboise, Math. Comp. 36, 1981)."""
    if t == 1:
        return 2 / mp.sqrt(mp.pi)
    x = erfcx_center * (1 + t) / (1 - t)
    if x > 1000:
        series = 1 - 1 / (2 * x**2) + 3 / (4 * x**4) - 15 / (8 * x**6)
        return (1 + 2 * x) / (x * mp.sqrt(mp.pi)) * series
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


exp_rest = by_series(lambda r: (mp.exp(r) - 1 - r) / r**2, [mp.mpf(1) / 2, mp.mpf(1) / 6])
log_rest = by_series(root(lambda s: (mp.log((1 + s) / (1 - s)) / s - 2) / s**2), [mp.mpf(2) / 3, mp.mpf(2) / 5])
sin_rest = by_series(root(lambda r: (mp.sin(r) / r - 1) / r**2), [-mp.mpf(1) / 6, mp.mpf(1) / 120])
cos_rest = by_series(root(lambda r: (mp.cos(r) - 1 + r**2 / 2) / r**4), [mp.mpf(1) / 24, -mp.mpf(1) / 720])
atan_rest = by_series(root(lambda x: (mp.atan(x) / x - 1) / x**2), [-mp.mpf(1) / 3, mp.mpf(1) / 5])
asin_rest = by_series(root(lambda x: (mp.asin(x) / x - 1) / x**2), [mp.mpf(1) / 6, mp.mpf(3) / 40])
# 9/8 is near 2/sqrt(pi) and exact, so that the leading product is not rounded.
erf_rest = by_series(root(lambda x: mp.erf(x) / x - mp.mpf(9) / 8), [2 / mp.sqrt(mp.pi) - mp.mpf(9) / 8, -2 / mp.sqrt(mp.pi) / 3])

# name, comment, function, interval, degree, single precision, error relative to the result that it enters
table = [
    ("expF64", "(exp(r) - 1 - r) / r^2, |r| <= log(2)/2", exp_rest, (-half_log2, half_log2), 11, False, lambda r: r * r),
    ("expF32", "the same", exp_rest, (-half_log2, half_log2), 4, True, lambda r: r * r),
    ("logF64", "(log((1+s)/(1-s))/s - 2) / s^2 in z = s^2, (1+s)/(1-s) in [sqrt(1/2), sqrt(2)]", log_rest, (0, log_limit), 7, False, lambda z: z / 2),
    ("logF32", "the same", log_rest, (0, log_limit), 3, True, lambda z: z / 2),
    ("sinF64", "(sin(r)/r - 1) / r^2 in z = r^2, |r| <= pi/4", sin_rest, (0, "0.6175"), 6, False, lambda z: z),
    ("cosF64", "(cos(r) - 1 + r^2/2) / r^4 in z = r^2, |r| <= pi/4", cos_rest, (0, "0.6175"), 6, False, lambda z: z * z),
    ("atanF64", "(atan(x)/x - 1) / x^2 in z = x^2, |x| <= tan(pi/8)", atan_rest, (0, "0.1718"), 12, False, lambda z: z),
    ("asinF64", "(asin(x)/x - 1) / x^2 in z = x^2, |x| <= 1/2", asin_rest, (0, "0.25"), 14, False, lambda z: z),
    ("erfSmallF64", "erf(x)/x - 9/8 in z = x^2, |x| <= 1", erf_rest, (0, 1), 14, False, lambda z: 1),
    ("erfcxF64", "(1 + 2x) exp(x^2) erfc(x) in t = (x - 3.75)/(x + 3.75), x >= 1/2", erfcx_of_t, ("-0.765", 1), 24, False, lambda t: 1),
    ("erfSmallF32", "erf(x)/x - 9/8 in z = x^2, |x| <= 5/4", erf_rest, (0, "1.5625"), 8, True, lambda z: 1),
    ("erfTailF32", "erfc(x)^(-1/8), 5/4 <= x <= 4", lambda x: mp.erfc(x) ** (-mp.mpf(1) / 8), ("1.25", 4), 7, True,
     lambda x: 8 * mp.erfc(x) ** (mp.mpf(9) / 8)),
]

weighted_fits = {"erfTailF32"}


def main():
    print("// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.")
    print("// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception")
    print("//")
    print("// Made by fit.py, which says how. Coefficients stand lowest first.\n")
    print("#ifndef WEFT_LIB_TARGET_CPU_BACKEND_MATH_POLYNOMIALS_H")
    print("#define WEFT_LIB_TARGET_CPU_BACKEND_MATH_POLYNOMIALS_H\n")
    print("namespace weft::cpu::polynomials {\n")
    for name, comment, function, (low, high), degree, single, weight in table:
        weighted = (weight, 4) if name in weighted_fits else ()
        coefficients = [rounded(c, single) for c in chebyshev_fit(function, low, high, degree, *weighted)]
        error = worst(function, coefficients, low, high, weight)
        print(f"/// {comment}; error {mp.nstr(error, 2)}.")
        values = ", ".join(repr(c) for c in coefficients)
        print(f"inline constexpr double {name}[] = {{{values}}};\n")
    print("} // namespace weft::cpu::polynomials\n")
    print("#endif // WEFT_LIB_TARGET_CPU_BACKEND_MATH_POLYNOMIALS_H")


main()
