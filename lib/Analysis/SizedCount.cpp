// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Polynomials whose variables are names of sizes.

#include "lib/Analysis/SizedCount.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <cmath>

using namespace weft;

void SizedCount::add(Names names, double number) {
  llvm::sort(names);
  if (number != 0)
    terms[std::move(names)] += number;
}

SizedCount &SizedCount::operator+=(const SizedCount &other) {
  for (const auto &[names, number] : other.terms)
    add(names, number);
  return *this;
}

SizedCount SizedCount::operator*(const SizedCount &other) const {
  SizedCount product;
  for (const auto &[names, number] : terms)
    for (const auto &[otherNames, otherNumber] : other.terms) {
      Names all = names;
      all.insert(all.end(), otherNames.begin(), otherNames.end());
      product.add(std::move(all), number * otherNumber);
    }
  return product;
}

bool SizedCount::isNumber() const {
  return llvm::all_of(terms,
                      [](const auto &term) { return term.first.empty(); });
}

double SizedCount::getKnown() const {
  auto it = terms.find({});
  return it == terms.end() ? 0 : it->second;
}

double SizedCount::estimate() const {
  constexpr double kTypicalSize = 64;
  double sum = 0;
  for (const auto &[names, number] : terms)
    sum += number * std::pow(kTypicalSize, static_cast<double>(names.size()));
  return sum;
}

double SizedCount::evaluate(const NamedSizes &sizes) const {
  double sum = 0;
  for (const auto &[names, number] : terms) {
    double product = number;
    for (const std::string &name : names)
      if (auto it = sizes.find(name); it != sizes.end())
        product *= static_cast<double>(it->second);
    sum += product;
  }
  return sum;
}

std::string weft::describeBytes(double bytes) {
  static constexpr const char *units[] = {"B", "kB", "MB", "GB", "TB"};
  size_t unit = 0;
  for (; bytes >= 1000 && unit + 1 < std::size(units); ++unit)
    bytes /= 1000;
  std::string text;
  llvm::raw_string_ostream(text)
      << llvm::format(unit == 0 ? "%.0f %s" : "%.1f %s", bytes, units[unit]);
  return text;
}

std::string SizedCount::describeAsBytes() const {
  std::string text;
  for (const auto &[names, number] : terms) {
    text += (text.empty() ? "" : " + ") + describeBytes(number);
    for (const std::string &name : names)
      text += " x " + name;
  }
  return text.empty() ? "0 B" : text;
}
