// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Experts take the tokens that chose them, as many as these are:
//
//   rows = nonzero(weight[:, e])      none for most experts while one token is
//   y    = expert(x[rows])            decoded: a product of no rows reads no
//   out  = out + scatter(y * weight)  weights

#include "lib/Import/Decoder/FeedForward.h"

#include <numbers>

using namespace mlir;
using namespace weft;

static Value activate(TensorBuilder &b, DecoderActivation activation, Value x) {
  switch (activation) {
  case DecoderActivation::Silu:
    return b.mul(x, b.logistic(x));
  case DecoderActivation::Gelu: {
    Value inner = b.create<ErfOp>({b.mul(x, b.like(x, 1 / std::numbers::sqrt2))});
    return b.mul(b.mul(x, b.like(x, 0.5)), b.add(inner, b.like(x, 1)));
  }
  case DecoderActivation::GeluTanh: {
    Value cube = b.mul(b.mul(x, x), x);
    Value inner = b.mul(
        b.add(x, b.mul(cube, b.like(x, 0.044715))),
        b.like(x, std::numbers::sqrt2 * std::numbers::inv_sqrtpi));
    return b.mul(b.mul(x, b.like(x, 0.5)), b.add(b.tanh(inner), b.like(x, 1)));
  }
  }
  llvm_unreachable("every activation is handled");
}

namespace {
/// The roles of one feed-forward network.
struct Network {
  DecoderRole gate, up, down;
  int64_t intermediate;
};

class FeedForwardBuilder {
public:
  FeedForwardBuilder(TensorBuilder &b, const DecoderConfig &config,
                     DecoderParameters &parameters, int64_t layer)
      : b(b), config(config), parameters(parameters), layer(layer) {}

  Value network(const Network &roles, Value x, int64_t expert);
  Value experts(Value x);

private:
  /// The weight of each expert for each token, 0 where it is not chosen;
  /// [tokens, experts].
  Value route(Value x);
  Value shared(Value x);

  TensorBuilder &b;
  const DecoderConfig &config;
  DecoderParameters &parameters;
  int64_t layer;
};
} // namespace

Value FeedForwardBuilder::network(const Network &roles, Value x,
                                  int64_t expert) {
  auto id = [&](DecoderRole role) {
    return DecoderWeightId{role, false, layer, expert};
  };
  Value hidden;
  if (!config.isGated) {
    hidden = activate(b, config.activation,
                      parameters.linear(b, x, id(roles.up), roles.intermediate));
  } else if (expert < 0 && parameters.has(id(DecoderRole::GateUp))) {
    Value both = parameters.linear(b, x, id(DecoderRole::GateUp),
                                   2 * roles.intermediate);
    hidden =
        b.mul(activate(b, config.activation,
                       b.slice(both, {1}, {0}, {roles.intermediate})),
              b.slice(both, {1}, {roles.intermediate}, {2 * roles.intermediate}));
  } else {
    hidden = b.mul(
        activate(b, config.activation,
                 parameters.linear(b, x, id(roles.gate), roles.intermediate)),
        parameters.linear(b, x, id(roles.up), roles.intermediate));
  }
  return parameters.linear(b, hidden, id(roles.down), config.width);
}

Value FeedForwardBuilder::route(Value x) {
  const ExpertConfig &experts = config.experts;
  Value scores = parameters.linear(
      b, x, {DecoderRole::Router, false, layer, -1}, experts.count);
  Value shares = b.create<SoftmaxOp>({scores}, {b.integer("dim", 1)});
  SmallVector<Value> chosen = b.createAll<TopKOp>(
      {shares, b.count(experts.used)}, {b.integer("dim", 1)});
  if (chosen.empty())
    return {};
  Value weights = chosen[0];
  if (experts.isNormalized)
    weights = b.div(weights, b.reduce(ReductionKind::sum, weights, {1}, true));
  Value none = b.broadcast(b.like(shares, 0), b.shape(shares));
  return b.create<ScatterElementsOp>(
      {none, chosen[1], weights},
      {b.attribute("kind", ScatterKindAttr::get(b.builder.getContext(),
                                                ScatterKind::assign)),
       b.integer("dim", 1)});
}

Value FeedForwardBuilder::shared(Value x) {
  Value y = network({DecoderRole::SharedGate, DecoderRole::SharedUp,
                     DecoderRole::SharedDown, config.experts.sharedIntermediate},
                    x, -1);
  DecoderWeightId gate{DecoderRole::SharedRouter, false, layer, -1};
  if (!parameters.has(gate))
    return y;
  return b.mul(y, b.logistic(parameters.linear(b, x, gate, 1)));
}

Value FeedForwardBuilder::experts(Value x) {
  Value weights = route(x), sum = b.broadcast(b.like(x, 0), b.shape(x));
  for (int64_t expert = 0; expert < config.experts.count; ++expert) {
    Value share = b.slice(weights, {1}, {expert}, {expert + 1}); // [tokens, 1]
    Value places = b.create<NonZeroOp>({share});                 // [2, n]
    Value rows = b.transpose(b.slice(places, {0}, {0}, {1}), {1, 0}); // [n, 1]
    Value flat = b.reshape(rows, ArrayRef<int64_t>{~int64_t(0)});
    Value y = network({DecoderRole::ExpertGate, DecoderRole::ExpertUp,
                       DecoderRole::ExpertDown, config.experts.intermediate},
                      b.gather(x, flat, 0), expert);
    sum = b.create<ScatterNdOp>(
        {sum, rows, b.mul(y, b.gather(share, flat, 0))},
        {b.attribute("kind", ScatterKindAttr::get(b.builder.getContext(),
                                                  ScatterKind::add))});
  }
  return config.experts.sharedIntermediate > 0 ? b.add(sum, shared(x)) : sum;
}

Value weft::makeFeedForward(TensorBuilder &b, const DecoderConfig &config,
                            DecoderParameters &parameters, Value x,
                            int64_t layer) {
  FeedForwardBuilder builder(b, config, parameters, layer);
  if (config.isExpertLayer(layer))
    return builder.experts(x);
  return builder.network({DecoderRole::Gate, DecoderRole::Up,
                          DecoderRole::Down, config.intermediate},
                         x, -1);
}
