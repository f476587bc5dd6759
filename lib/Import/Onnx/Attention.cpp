// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention, and what stands beside it in a language model: rotary positions
// and the update of a cache.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include <cmath>
#include <limits>

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

namespace {
/// The operands of weft.attention, each [batch, heads, length, width].
struct Attention {
  Value query, key, value, mask, pastKey, pastValue;
  double scale = 1, softcap = 0;
  bool isCausal = false;
};
} // namespace

/// [batch, length, heads * width] to [batch, heads, length, width].
static Value splitHeads(NodeContext &node, Value x, StringRef attribute) {
  TensorBuilder &b = node.b;
  if (b.failed() || b.rankOf(x) == 4)
    return x;
  if (b.rankOf(x) != 3)
    return b.fail("an operand of rank " + Twine(b.rankOf(x)) +
                  ", expected 3 or 4");
  int64_t heads = node.requiredInteger(attribute), width = b.sizesOf(x)[2];
  if (b.failed())
    return {};
  if (heads < 1 || ShapedType::isDynamic(width) || width % heads)
    return b.fail(attribute + " " + Twine(heads) +
                  ", expected a divisor of a known width");
  return b.transpose(
      b.reshape(x, {~int64_t(0), ~int64_t(1), heads, width / heads}),
      {0, 2, 1, 3});
}

/// [batch, heads, length, width] to [batch, length, heads * width].
static Value joinHeads(TensorBuilder &b, Value x) {
  int64_t heads = b.sizesOf(x)[1], width = b.sizesOf(x)[3];
  if (ShapedType::isDynamic(heads) || ShapedType::isDynamic(width))
    return b.fail("heads or width are not known");
  return b.reshape(b.transpose(x, {0, 2, 1, 3}),
                   {~int64_t(0), ~int64_t(1), heads * width});
}

/// A mask may end before the keys do; what it leaves out is not seen.
static Value padMask(TensorBuilder &b, Value mask, int64_t length) {
  int64_t rank = b.rankOf(mask);
  int64_t given = rank ? b.sizesOf(mask).back() : length;
  if (ShapedType::isDynamic(given) || ShapedType::isDynamic(length) ||
      given >= length)
    return mask;
  SmallVector<int64_t> low(rank, 0), high(rank, 0);
  high.back() = length - given;
  Value fill = b.isFloat(mask)
                   ? b.like(mask, -std::numeric_limits<double>::infinity())
                   : b.like(mask, 0);
  auto mode = PadModeAttr::get(b.builder.getContext(), PadMode::constant);
  return b.create<PadOp>({mask, b.list(low), b.list(high), fill},
                         {b.attribute("mode", mode)});
}

/// Which keys each query sees by its place: truth values that broadcast to
/// [batch, 1, length, key length]; null if all.
static Value makeVisibility(NodeContext &node, const Attention &attention,
                            bool isCausal) {
  TensorBuilder &b = node.b;
  int64_t left = node.integer("left_window_size", -1);
  int64_t right = node.integer("right_window_size", -1);
  Value valid = node.optional(6), offset;
  if (!isCausal && left < 0 && right < 0 && !valid)
    return {};
  Value keyCount = b.dim(attention.key, 2);
  if (attention.pastKey) {
    offset = b.dim(attention.pastKey, 2);
    keyCount = b.add(keyCount, offset);
  }
  if (valid)
    valid = b.unsqueeze(valid, {1, 2, 3});
  if (valid && !offset)
    offset = b.sub(valid, b.dim(attention.query, 2));
  Value rows = b.unsqueeze(b.create<IotaOp>({b.dim(attention.query, 2)}), {1});
  Value columns = b.unsqueeze(b.create<IotaOp>({keyCount}), {0});
  Value place = offset ? b.add(rows, offset) : rows, seen;
  auto require = [&](Predicate predicate, Value bound) {
    Value holds = b.compare(predicate, columns, bound);
    seen = seen ? b.create<AndOp>({seen, holds}) : holds;
  };
  if (isCausal)
    require(Predicate::le, place);
  if (left >= 0)
    require(Predicate::ge, b.sub(place, b.count(left)));
  if (right >= 0)
    require(Predicate::le, b.add(place, b.count(right)));
  if (valid)
    require(Predicate::lt, valid);
  return seen;
}

static void readMask(NodeContext &node, Attention &attention) {
  TensorBuilder &b = node.b;
  auto length = [&](Value x) { return b.sizesOf(x)[2]; };
  int64_t queries = length(attention.query), keys = length(attention.key);
  int64_t past = attention.pastKey ? length(attention.pastKey) : 0;
  bool isUnknown = ShapedType::isDynamic(keys) || ShapedType::isDynamic(past);
  if (Value mask = node.optional(3))
    attention.mask =
        padMask(b, mask, isUnknown ? ShapedType::kDynamic : keys + past);
  // weft.attention aligns the last query with the last key, ONNX the first
  // query with the first new key: the same where there are as many. Scores that
  // are a result need the mask itself.
  bool isCausal = node.flag("is_causal");
  attention.isCausal = isCausal && queries == keys && !node.optional(6) &&
                       !ShapedType::isDynamic(keys) && !node.hasResult(3);
  Value seen = makeVisibility(node, attention, isCausal && !attention.isCausal);
  if (!seen)
    return;
  if (!attention.mask)
    attention.mask = seen;
  else if (b.isFloat(attention.mask))
    attention.mask = b.select(
        seen, attention.mask,
        b.like(attention.mask, -std::numeric_limits<double>::infinity()));
  else
    attention.mask = b.create<AndOp>({attention.mask, seen});
}

static RankedTensorType joinLengths(TensorBuilder &b, Value past, Value now) {
  SmallVector<int64_t> shape(b.sizesOf(now));
  int64_t before = b.sizesOf(past)[2];
  bool isUnknown =
      ShapedType::isDynamic(before) || ShapedType::isDynamic(shape[2]);
  shape[2] = isUnknown ? ShapedType::kDynamic : shape[2] + before;
  return b.typeOf(now).clone(shape);
}

/// The result and the joined keys and values.
static SmallVector<Value> makeAttention(TensorBuilder &b,
                                        const Attention &attention) {
  SmallVector<int64_t> shape(b.sizesOf(attention.query));
  shape[3] = b.sizesOf(attention.value)[3];
  Type key, value;
  if (attention.pastKey) {
    key = joinLengths(b, attention.pastKey, attention.key);
    value = joinLengths(b, attention.pastValue, attention.value);
  }
  OpBuilder &builder = b.builder;
  auto op = AttentionOp::create(
      builder, b.loc, b.typeOf(attention.query).clone(shape), key, value,
      attention.query, attention.key, attention.value, attention.mask,
      attention.pastKey, attention.pastValue,
      builder.getF32FloatAttr(float(attention.scale)),
      attention.isCausal ? builder.getUnitAttr() : UnitAttr(),
      builder.getF32FloatAttr(float(attention.softcap)),
      builder.getI64IntegerAttr(0));
  SmallVector<Value> results = b.finish(op);
  if (!results.empty() && !attention.pastKey)
    results.append({attention.key, attention.value});
  return results;
}

/// The scores that a node gives beside its result: products (0), after the cap
/// (1), after the mask (2) or after the softmax (3).
static Value makeScores(NodeContext &node, const Attention &attention,
                        Value keys, int64_t stage) {
  TensorBuilder &b = node.b;
  int64_t heads = b.sizesOf(attention.query)[1], kvHeads = b.sizesOf(keys)[1];
  if (ShapedType::isDynamic(heads) || ShapedType::isDynamic(kvHeads))
    return node.fail("scores of an unknown number of heads are not supported");
  Value grouped =
      b.reshape(attention.query, {~int64_t(0), kvHeads, heads / kvHeads,
                                  ~int64_t(2), ~int64_t(3)});
  Value products = b.contract("abcmd,abnd->abcmn", grouped, keys);
  Value scores =
      b.reshape(products, {~int64_t(0), heads, ~int64_t(3), ~int64_t(4)});
  scores = b.mul(scores, b.like(scores, attention.scale));
  if (stage > 0 && attention.softcap > 0) {
    Value cap = b.like(scores, attention.softcap);
    scores = b.mul(b.tanh(b.div(scores, cap)), cap);
  }
  if (stage < 2)
    return scores;
  Value hidden = b.like(scores, -std::numeric_limits<double>::infinity());
  if (Value mask = attention.mask)
    scores =
        b.isFloat(mask) ? b.add(scores, mask) : b.select(mask, scores, hidden);
  if (stage == 2)
    return scores;
  Value most = b.reduce(ReductionKind::max, scores, {3}, true);
  Value isBlind = b.compare(Predicate::eq, most, hidden);
  Value weights = b.create<SoftmaxOp>({scores}, {b.integer("dim", 3)});
  return b.select(isBlind, b.like(scores, 0), weights);
}

static void importAttention(NodeContext &node) {
  TensorBuilder &b = node.b;
  Attention attention;
  Value given = node.operand(0);
  attention.query = splitHeads(node, given, "q_num_heads");
  attention.key = splitHeads(node, node.operand(1), "kv_num_heads");
  attention.value = splitHeads(node, node.operand(2), "kv_num_heads");
  attention.pastKey = node.optional(4);
  attention.pastValue = node.optional(5);
  if (b.failed())
    return;
  if (!attention.pastKey != !attention.pastValue)
    return (void)node.fail("past_key or past_value is missing: both are "
                           "expected, or none");
  for (Value past : {attention.pastKey, attention.pastValue})
    if (past && b.rankOf(past) != 4)
      return (void)node.fail("a past of rank " + Twine(b.rankOf(past)) +
                             ", expected 4");
  int64_t width = b.sizesOf(attention.query)[3];
  if (!node.has("scale") && (ShapedType::isDynamic(width) || width == 0))
    return (void)node.fail("a head of unknown width is not supported without "
                           "scale");
  attention.scale = node.real("scale", 1 / std::sqrt(double(width)));
  attention.softcap = node.real("softcap", 0);
  readMask(node, attention);
  int64_t stage = node.integer("qk_matmul_output_mode", 0);
  if (stage < 0 || stage > 3)
    return (void)node.fail("qk_matmul_output_mode " + Twine(stage) +
                           ", expected 0 to 3");
  if (b.failed())
    return;
  SmallVector<Value> results = makeAttention(b, attention);
  if (b.failed())
    return;
  bool isJoined = b.rankOf(given) == 3;
  node.setResult(0, isJoined ? joinHeads(b, results[0]) : results[0]);
  node.setResult(1, results[1]);
  node.setResult(2, results[2]);
  if (node.hasResult(3))
    node.setResult(3, makeScores(node, attention, results[1], stage));
}

//===----------------------------------------------------------------------===//
// Positions
//===----------------------------------------------------------------------===//

/// The rows of a table that the positions name, or the given ones, for each
/// head of [batch, heads, length, width] or [batch, length, heads, width].
static Value anglesOf(NodeContext &node, Value table, int64_t headDim) {
  Value positions = node.optional(3);
  if (positions)
    table = node.b.gather(table, positions, 0);
  return node.b.unsqueeze(table, {headDim});
}

/// Turns pairs of numbers, (i, i + half) or, interleaved, (2 i, 2 i + 1), by
/// the angles of their position.
static void importRotaryEmbedding(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value given = node.operand(0), x = given;
  int64_t rank = b.rankOf(x), heads = node.integer("num_heads", 0);
  int64_t width = rank > 0 ? b.sizesOf(x).back() : 0;
  if (!b.failed() && (rank < 3 || rank > 4 || ShapedType::isDynamic(width) ||
                      (rank == 3 && (heads < 1 || width % heads))))
    return (void)node.fail("rank " + Twine(rank) +
                           ", expected 4, or 3 and "
                           "num_heads that divides a known width");
  if (rank == 3) {
    width /= heads;
    x = b.reshape(x, {~int64_t(0), ~int64_t(1), heads, width});
  }
  int64_t turned = node.integer("rotary_embedding_dim", 0);
  turned = turned == 0 ? width : turned;
  if (!b.failed() && (turned < 2 || turned > width || turned % 2))
    return (void)node.fail("rotary_embedding_dim " + Twine(turned) +
                           ", expected an even number up to " + Twine(width));
  int64_t headDim = rank == 3 ? 2 : 1;
  Value cosine = anglesOf(node, node.operand(1), headDim);
  Value sine = anglesOf(node, node.operand(2), headDim);
  bool isInterleaved = node.flag("interleaved");
  auto half = [&](int64_t which) {
    return isInterleaved ? b.slice(x, {3}, {which}, {turned}, {2})
                         : b.slice(x, {3}, {which * turned / 2},
                                   {(which + 1) * turned / 2});
  };
  Value real = half(0), imaginary = half(1);
  Value first = b.sub(b.mul(cosine, real), b.mul(sine, imaginary));
  Value second = b.add(b.mul(sine, real), b.mul(cosine, imaginary));
  Value y;
  if (isInterleaved)
    y = b.reshape(
        b.concat({b.unsqueeze(first, {4}), b.unsqueeze(second, {4})}, 4),
        {~int64_t(0), ~int64_t(1), ~int64_t(2), turned});
  else
    y = b.concat({first, second}, 3);
  if (turned < width)
    y = b.concat({y, b.slice(x, {3}, {turned}, {width})}, 3);
  if (rank == 3)
    y = b.reshape(y, {~int64_t(0), ~int64_t(1), heads * width});
  node.setResult(0, y);
}

//===----------------------------------------------------------------------===//
// Cache
//===----------------------------------------------------------------------===//

/// Writes the update into the cache, at a place of its own in each batch.
static void importTensorScatter(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value cache = node.operand(0), update = node.operand(1);
  int64_t rank = b.rankOf(cache);
  int64_t dim = node.dimension(node.integer("axis", -2), rank);
  StringRef mode = node.string("mode", "linear");
  if (mode != "linear" && mode != "circular")
    node.fail("mode '" + mode + "', expected linear or circular");
  if (!b.failed() && (dim == 0 || b.rankOf(update) != rank))
    node.fail("axis " + Twine(dim) + " and an update of rank " +
              Twine(b.rankOf(update)) +
              ", expected an axis behind the batch and the cache's rank " +
              Twine(rank));
  if (b.failed())
    return;
  auto others = [&](int64_t kept) {
    SmallVector<int64_t> dims;
    for (int64_t i = 0; i < rank; ++i)
      if (i != kept)
        dims.push_back(i);
    return dims;
  };
  Value places =
      b.unsqueeze(b.create<IotaOp>({b.dim(update, dim)}), others(dim));
  if (Value starts = node.optional(2))
    places = b.add(places, b.unsqueeze(starts, others(0)));
  if (mode == "circular")
    places = b.create<ModOp>({places, b.dim(cache, dim)});
  auto kind = ScatterKindAttr::get(b.builder.getContext(), ScatterKind::assign);
  node.setResult(0, b.create<ScatterElementsOp>(
                        {cache, b.broadcast(places, b.shape(update)), update},
                        {b.attribute("kind", kind), b.integer("dim", dim)}));
}

void weft::onnx::registerAttentionOps(OpTable &table) {
  table.add("Attention", importAttention);
  table.add("RotaryEmbedding", importRotaryEmbedding);
  table.add("TensorScatter", importTensorScatter);
}
