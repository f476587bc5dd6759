// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scaled dot-product attention, one query at a time.

#include "dialects/Weft/Faults.h"
#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Movement.h"

#include <cmath>

using namespace mlir;
using namespace weft;

/// `past` and `now`, both [batch, heads, length, width], behind each other.
static std::vector<double> join(const Tensor *past, const Tensor &now) {
  if (!past)
    return now.widen<double>();
  int64_t rows = now.getDim(0) * now.getDim(1),
          before = past->getDim(2) * past->getDim(3),
          after = now.getDim(2) * now.getDim(3);
  std::vector<double> first = past->widen<double>(),
                      second = now.widen<double>(),
                      joined(rows * (before + after));
  for (int64_t row = 0; row < rows; ++row) {
    std::copy_n(first.data() + row * before, before,
                joined.data() + row * (before + after));
    std::copy_n(second.data() + row * after, after,
                joined.data() + row * (before + after) + before);
  }
  return joined;
}

/// What is added to each score, [batch, heads, length, kv length]: of truth
/// values 0 or minus infinity. Empty without mask.
static std::vector<double> widenMask(const Tensor *mask,
                                     ArrayRef<int64_t> dims) {
  if (!mask)
    return {};
  std::vector<double> added(multiplyDims(dims));
  loadStrided(*mask, StridedView::broadcast(mask->getDims(), dims),
              added.data());
  if (mask->getElement() == Element::I1)
    for (double &value : added)
      value = value != 0 ? 0 : -std::numeric_limits<double>::infinity();
  return added;
}

/// Replaces scores by their softmax; all by 0 where nothing is to be seen.
static void normalizeScores(MutableArrayRef<double> scores) {
  double most = -std::numeric_limits<double>::infinity(), sum = 0;
  for (double score : scores)
    most = std::isnan(score) || score > most ? score : most;
  if (std::isinf(most) && most < 0) {
    std::fill(scores.begin(), scores.end(), 0.0);
    return;
  }
  for (double &score : scores)
    sum += score = std::exp(score - most);
  for (double &score : scores)
    score /= sum;
}

/// Gives the joined past and present as a result.
static LogicalResult setPresent(Evaluation &evaluation,
                                const std::vector<double> &joined,
                                ArrayRef<int64_t> dims, unsigned result) {
  Tensor *out = evaluation.allocate(dims, result);
  if (!out)
    return failure();
  store(out->getElement(), joined.data(), out->getNumElements(),
        out->getMutableData());
  return success();
}

template <>
LogicalResult weft::evaluate(AttentionOp op, Evaluation &evaluation) {
  const Tensor &query = evaluation[op.getQuery()],
               &key = evaluation[op.getKey()],
               &value = evaluation[op.getValue()];
  const Tensor *mask = evaluation.find(op.getMask()),
               *pastKey = evaluation.find(op.getPastKey()),
               *pastValue = evaluation.find(op.getPastValue());
  int64_t batch = query.getDim(0), heads = query.getDim(1),
          length = query.getDim(2), width = query.getDim(3);
  int64_t kvHeads = key.getDim(1), valueWidth = value.getDim(3),
          past = pastKey ? pastKey->getDim(2) : 0,
          kvLength = past + key.getDim(2);
  auto agree = [&](const char *what, const Tensor &a, const Tensor &b,
                   ArrayRef<int64_t> dims) {
    for (int64_t dim : dims)
      if (a.getDim(dim) != b.getDim(dim)) {
        evaluation.fail(fault::oneSize(what, dim), a.getDim(dim),
                        b.getDim(dim));
        return false;
      }
    return true;
  };
  if (!agree("query and key", query, key, {0, 3}) ||
      !agree("key and value", key, value, {0, 1, 2}))
    return failure();
  if (!kvHeads || heads % kvHeads)
    return evaluation.fail(fault::heads(), kvHeads, heads);
  if (pastKey &&
      (!agree("past key and key", *pastKey, key, {0, 1, 3}) ||
       !agree("past value and value", *pastValue, value, {0, 1, 3}) ||
       !agree("past key and past value", *pastKey, *pastValue, {2})))
    return failure();
  SmallVector<int64_t> scoreDims{batch, heads, length, kvLength};
  if (mask) {
    for (int64_t i = 0, lead = 4 - mask->getRank(); i < mask->getRank(); ++i)
      if (int64_t size = mask->getDim(i), score = scoreDims[lead + i];
          size != 1 && size != score)
        return evaluation.fail(fault::mask(lead + i), score, size);
  }
  Tensor *out = evaluation.allocate({batch, heads, length, valueWidth});
  if (!out)
    return failure();

  std::vector<double> queries = query.widen<double>(),
                      keys = join(pastKey, key),
                      values = join(pastValue, value);
  std::vector<double> added = widenMask(mask, scoreDims), scores(kvLength),
                      row(valueWidth);
  double scale = op.getScale().convertToFloat(),
         cap = op.getSoftcap().convertToFloat();
  unsigned size = getSizeBytes(out->getElement());
  for (int64_t head = 0; head < batch * heads; ++head) {
    int64_t kvHead = head / heads * kvHeads + head % heads / (heads / kvHeads);
    const double *headKeys = keys.data() + kvHead * kvLength * width,
                 *headValues = values.data() + kvHead * kvLength * valueWidth;
    for (int64_t i = 0; i < length; ++i) {
      int64_t at = head * length + i;
      for (int64_t j = 0; j < kvLength; ++j) {
        double score = 0;
        for (int64_t k = 0; k < width; ++k)
          score += queries[at * width + k] * headKeys[j * width + k];
        score *= scale;
        if (cap > 0)
          score = cap * std::tanh(score / cap);
        if (mask)
          score += added[at * kvLength + j];
        int64_t place = i + kvLength - length,
                window = static_cast<int64_t>(op.getWindow());
        bool isSeen = (!op.getCausal() || j <= place) &&
                      (window == 0 || j > place - window);
        // A NaN that is excluded is not seen either.
        bool isExcluded =
            !isSeen || (mask && mask->getElement() == Element::I1 &&
                        added[at * kvLength + j] != 0);
        scores[j] =
            isExcluded ? -std::numeric_limits<double>::infinity() : score;
      }
      normalizeScores(scores);
      std::fill(row.begin(), row.end(), 0.0);
      for (int64_t j = 0; j < kvLength; ++j)
        if (scores[j] != 0)
          for (int64_t k = 0; k < valueWidth; ++k)
            row[k] += scores[j] * headValues[j * valueWidth + k];
      store(out->getElement(), row.data(), valueWidth,
            out->getMutableData() + at * valueWidth * size);
    }
  }
  if (!op.getPresentKey())
    return success();
  return success(
      succeeded(
          setPresent(evaluation, keys, {batch, kvHeads, kvLength, width}, 1)) &&
      succeeded(setPresent(evaluation, values,
                           {batch, kvHeads, kvLength, valueWidth}, 2)));
}
