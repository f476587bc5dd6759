// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Einstein sums of any number of operands: each operand is brought to letters
// that do not repeat, then they are contracted from left to right.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// A tensor with a letter for each dimension.
struct Term {
  std::string letters;
  Value value;
};
} // namespace

/// Letters that stand for the dimensions of an ellipsis, from the last one on.
static std::string unusedLetters(StringRef equation) {
  std::string unused;
  for (char letter :
       StringRef("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
    if (!equation.contains(letter))
      unused += letter;
  return unused;
}

/// Replaces "..." by `count` letters, aligned at the last one.
static std::optional<std::string> expandEllipsis(StringRef text, size_t count,
                                                 StringRef unused) {
  auto [before, after] = text.split("...");
  if (!text.contains("...") || count > unused.size())
    return text.contains('.') ? std::nullopt : std::optional(text.str());
  std::string middle;
  for (size_t i = count; i > 0; --i)
    middle += unused[i - 1];
  std::string all = before.str() + middle + after.str();
  return StringRef(all).contains('.') ? std::nullopt : std::optional(all);
}

/// Without an arrow the result has the ellipsis, then the letters that occur
/// once, in alphabetical order.
static std::string impliedResult(StringRef inputs) {
  std::string letters;
  for (char letter : inputs)
    if (llvm::isAlpha(letter) && inputs.count(letter) == 1)
      letters += letter;
  llvm::sort(letters);
  return (inputs.contains("...") ? "..." : "") + letters;
}

/// Keeps the elements where dimensions of one letter agree: the mask of equal
/// places leaves one of each row, which the sum picks out.
static bool takeDiagonals(TensorBuilder &b, Term &term) {
  for (size_t i = 0; i < term.letters.size(); ++i)
    for (size_t j = term.letters.size() - 1; j > i; --j) {
      if (term.letters[i] != term.letters[j])
        continue;
      int64_t rank = b.rankOf(term.value);
      if (b.sizesOf(term.value)[i] != b.sizesOf(term.value)[j]) {
        b.fail("letter '" + Twine(term.letters[i]) +
               "' repeats over dimensions of different or unknown sizes");
        return false;
      }
      auto places = [&](int64_t dim) {
        return b.unsqueeze(b.create<IotaOp>({b.dim(term.value, dim)}),
                           llvm::to_vector(llvm::seq<int64_t>(1, rank - dim)));
      };
      Value isEqual = b.compare(Predicate::eq, places(i), places(j));
      Value kept = b.select(isEqual, term.value, b.like(term.value, 0));
      term.value = b.reduce(ReductionKind::sum, kept, {int64_t(j)}, false);
      term.letters.erase(j, 1);
    }
  return !b.failed();
}

/// Sums over the letters that nobody else needs.
static void sumOut(TensorBuilder &b, Term &term, StringRef needed) {
  SmallVector<int64_t> dims;
  std::string kept;
  for (auto [i, letter] : llvm::enumerate(term.letters))
    if (needed.contains(letter))
      kept += letter;
    else
      dims.push_back(i);
  if (!dims.empty())
    term.value = b.reduce(ReductionKind::sum, term.value, dims, false);
  term.letters = kept;
}

/// Takes out dimensions of size 1 whose letter has another size on the other
/// side, since these broadcast and weft.contract does not.
static void dropBroadcast(TensorBuilder &b, Term &term, const Term &other) {
  SmallVector<int64_t> dims;
  std::string kept;
  for (auto [i, letter] : llvm::enumerate(term.letters)) {
    size_t at = other.letters.find(letter);
    if (at != std::string::npos && b.sizesOf(term.value)[i] == 1 &&
        b.sizesOf(other.value)[at] != 1)
      dims.push_back(i);
    else
      kept += letter;
  }
  if (!dims.empty())
    term.value = b.squeeze(term.value, dims);
  term.letters = kept;
}

static Term contractPair(TensorBuilder &b, Term left, Term right,
                         StringRef needed) {
  sumOut(b, left, (needed + right.letters).str());
  sumOut(b, right, (needed + left.letters).str());
  dropBroadcast(b, left, right);
  dropBroadcast(b, right, left);
  std::string result;
  for (char letter : left.letters + right.letters)
    if (needed.contains(letter) && !StringRef(result).contains(letter))
      result += letter;
  return {result, b.contract(left.letters + "," + right.letters + "->" + result,
                             left.value, right.value)};
}

/// The operands with their letters; nothing after an error.
static std::optional<std::vector<Term>> readTerms(NodeContext &node,
                                                  StringRef inputs,
                                                  StringRef unused,
                                                  size_t &ellipsis) {
  TensorBuilder &b = node.b;
  SmallVector<StringRef> texts;
  inputs.split(texts, ',');
  if (texts.size() != node.operandCount()) {
    node.fail("the equation has " + Twine(texts.size()) +
              " terms, but there are " + Twine(node.operandCount()) +
              " operands");
    return std::nullopt;
  }
  std::vector<Term> terms;
  for (auto [text, value] : llvm::zip_equal(texts, node.variadic())) {
    bool hasEllipsis = text.contains("...");
    int64_t letters = int64_t(text.size()) - (hasEllipsis ? 3 : 0);
    int64_t covered = b.rankOf(value) - letters;
    auto expanded =
        covered < 0 ? std::nullopt : expandEllipsis(text, covered, unused);
    bool isValid = expanded && int64_t(expanded->size()) == b.rankOf(value) &&
                   llvm::all_of(*expanded, llvm::isAlpha);
    if (!isValid) {
      node.fail("term '" + text + "' does not fit an operand of rank " +
                Twine(b.rankOf(value)));
      return std::nullopt;
    }
    if (hasEllipsis)
      ellipsis = std::max<size_t>(ellipsis, covered);
    terms.push_back({*expanded, value});
    if (!takeDiagonals(b, terms.back()))
      return std::nullopt;
  }
  return terms;
}

static void importEinsum(NodeContext &node) {
  TensorBuilder &b = node.b;
  std::string equation = node.string("equation", "").str();
  llvm::erase(equation, ' ');
  auto [inputs, output] = StringRef(equation).split("->");
  bool hasArrow = StringRef(equation).contains("->");
  std::string unused = unusedLetters(equation);
  if (node.variadic().empty())
    return;
  size_t ellipsis = 0;
  auto terms = readTerms(node, inputs, unused, ellipsis);
  if (!terms)
    return;
  auto result = expandEllipsis(hasArrow ? output.str() : impliedResult(inputs),
                               ellipsis, unused);
  std::string known;
  for (const Term &term : *terms)
    known += term.letters;
  bool isValid = result.has_value();
  for (size_t i = 0; isValid && i < result->size(); ++i)
    isValid = StringRef(known).contains((*result)[i]) &&
              result->find((*result)[i], i + 1) == std::string::npos;
  if (!isValid)
    return (void)node.fail("equation '" + equation + "' is malformed");

  Term sum = terms->front();
  for (size_t i = 1; i < terms->size(); ++i) {
    std::string needed = *result;
    for (size_t later = i + 1; later < terms->size(); ++later)
      needed += (*terms)[later].letters;
    sum = contractPair(b, sum, (*terms)[i], needed);
  }
  sumOut(b, sum, *result);
  SmallVector<int64_t> permutation;
  for (char letter : *result)
    permutation.push_back(sum.letters.find(letter));
  if (!b.failed())
    node.setResult(0, b.transpose(sum.value, permutation));
}

void weft::onnx::registerEinsumOps(OpTable &table) {
  table.add("Einsum", importEinsum);
}
