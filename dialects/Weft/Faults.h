// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of run-time errors, for the interpreter and for every target: a
// program that fails says the same wherever it runs.
//
// {0} and {1} stand for the values that only the run knows; generated code
// hands over these two and the number of the text.

#ifndef WEFT_DIALECT_FAULTS_H
#define WEFT_DIALECT_FAULTS_H

#include "llvm/Support/FormatVariadic.h"
#include <string>

namespace weft::fault {

/// {0}: the index, {1}: the size.
inline std::string index(int64_t dim) {
  return llvm::formatv(
      "index {{0} is out of range for dimension {0} of size {{1}", dim);
}
/// {0} and {1}: the sizes.
inline std::string broadcast(int64_t dim) {
  return llvm::formatv(
      "expected sizes that broadcast in dimension {0}, found {{0} and {{1}",
      dim);
}
inline std::string contraction(char letter, llvm::StringRef equation) {
  return llvm::formatv("expected dimension '{0}' of \"{1}\" to have one size, "
                       "found {{0} and {{1}",
                       letter, equation);
}
inline std::string concat(int64_t dim, int64_t other) {
  return llvm::formatv("expected operands that differ in dimension {0} only, "
                       "found sizes {{0} and {{1} in dimension {1}",
                       dim, other);
}
/// Two operands, named by `what`, that must agree in a dimension.
inline std::string oneSize(llvm::StringRef what, int64_t dim) {
  return llvm::formatv(
      "expected {0} of one size in dimension {1}, found {{0} and {{1}", what,
      dim);
}
/// {0}: the size of the indices, {1}: that of the data.
inline std::string indicesBeyondData(int64_t dim) {
  return llvm::formatv("expected indices no larger than the data in dimension "
                       "{0}, found sizes {{0} and {{1}",
                       dim);
}
/// {0}: what the size must be, {1}: what it is.
inline std::string updates(int64_t dim) {
  return llvm::formatv(
      "expected updates of size {{0} in dimension {0}, found {{1}", dim);
}
inline std::string result(int64_t number, int64_t dim) {
  return llvm::formatv(
      "expected dimension {0} of result {1} to have size {{0}, found {{1}", dim,
      number);
}
/// {0}: how many numbers a list must hold, {1}: how many it holds.
inline std::string listLength() {
  return "expected a list of {0} numbers, found one of {1}";
}
/// {0}: the operand's elements, {1}: those of the shape.
inline std::string reshape() {
  return "expected a shape of {0} elements, found one of {1}";
}
inline std::string ambiguousShape() {
  return "expected sizes other than 0 beside the one of -1, which they leave "
         "open";
}
/// {0}: the size.
inline std::string negativeSize(int64_t dim) {
  return llvm::formatv(
      "expected a size of at least 0 for dimension {0}, found {{0}", dim);
}
inline std::string step(int64_t dim) {
  return llvm::formatv("expected a step other than 0 for dimension {0}", dim);
}
inline std::string padding(int64_t dim) {
  return llvm::formatv(
      "expected at least one element to pad with in dimension {0}, found none",
      dim);
}
/// {0}: the count.
inline std::string tile(int64_t dim) {
  return llvm::formatv(
      "expected a count of at least 0 for dimension {0}, found {{0}", dim);
}
/// {0}: k, {1}: the size.
inline std::string topK(int64_t dim) {
  return llvm::formatv(
      "expected k between 0 and {{1}, the size of dimension {0}, found {{0}",
      dim);
}
inline std::string nothing(int64_t dim) {
  return llvm::formatv(
      "expected at least one element along dimension {0}, found none", dim);
}
/// {0}: the filter's channels times the groups, {1}: the input's.
inline std::string channels(int64_t groups) {
  return llvm::formatv(
      "expected {{0} input channels, the filter's times {0} groups, found {{1}",
      groups);
}
/// {0}: the outputs.
inline std::string outputs(int64_t groups) {
  return llvm::formatv("expected outputs that {0} groups divide, found {{0}",
                       groups);
}
/// {0}: the size of the scores, {1}: that of the mask.
inline std::string mask(int64_t dim) {
  return llvm::formatv("expected a mask of size 1 or {{0} in dimension {0} of "
                       "the scores, found {{1}",
                       dim);
}
/// {0}: the heads of key and value, {1}: the query's.
inline std::string heads() {
  return "expected heads of key and value that divide the query's {1}, found "
         "{0}";
}

} // namespace weft::fault

#endif // WEFT_DIALECT_FAULTS_H
