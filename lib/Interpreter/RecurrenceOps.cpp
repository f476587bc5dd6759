// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recurrent layers, one step after the other.

#include "lib/Interpreter/Evaluation.h"

#include <cmath>

using namespace mlir;
using namespace weft;

namespace {
using Activation = double (*)(double);

/// A layer with its operands widened; absent ones are zeros.
struct Layer {
  int64_t batch, width, hidden, gates;
  bool isLinearBeforeReset;
  double clip;
  SmallVector<Activation, 3> activations;
  std::vector<double> weight, recurrent, bias, recurrentBias, peephole;

  double bound(double value) const {
    return clip > 0 && !std::isnan(value) ? std::clamp(value, -clip, clip)
                                          : value;
  }
};
} // namespace

static double logistic(double x) { return 1 / (1 + std::exp(-x)); }
static double tanhOf(double x) { return std::tanh(x); }
static double relu(double x) { return x < 0 ? 0 : x; }

static Activation findActivation(StringRef name) {
  return llvm::StringSwitch<Activation>(name)
      .Case("logistic", logistic)
      .Case("tanh", tanhOf)
      .Default(relu);
}

/// `to` += `row` . `matrix`, for columns [begin, end) of a matrix with
/// `columns` columns.
static void multiplyRow(ArrayRef<double> row, const std::vector<double> &matrix,
                        int64_t columns, int64_t begin, int64_t end,
                        double *to) {
  for (auto [k, value] : llvm::enumerate(row))
    for (int64_t n = begin; n < end; ++n)
      to[n - begin] += value * matrix[k * columns + n];
}

/// One step of one sequence of an lstm. `sums` holds x . W + b + h . R + rb for
/// all gates.
static void stepLstm(const Layer &layer, double *sums,
                     MutableArrayRef<double> state,
                     MutableArrayRef<double> cell) {
  int64_t hidden = layer.hidden;
  auto [f, g, h] = std::tuple(layer.activations[0], layer.activations[1],
                              layer.activations[2]);
  const double *inputPeephole = layer.peephole.data(),
               *outputPeephole = inputPeephole + hidden,
               *forgetPeephole = outputPeephole + hidden;
  for (int64_t k = 0; k < hidden; ++k) {
    double input = f(layer.bound(sums[k] + inputPeephole[k] * cell[k]));
    double forget =
        f(layer.bound(sums[2 * hidden + k] + forgetPeephole[k] * cell[k]));
    cell[k] = forget * cell[k] + input * g(layer.bound(sums[3 * hidden + k]));
    double output =
        f(layer.bound(sums[hidden + k] + outputPeephole[k] * cell[k]));
    state[k] = output * h(cell[k]);
  }
}

/// One step of one sequence of a gru. `inputs` holds x . W + b and `sums` h . R
/// + rb for all gates.
static void stepGru(const Layer &layer, const double *inputs, double *sums,
                    MutableArrayRef<double> state,
                    MutableArrayRef<double> scratch) {
  int64_t hidden = layer.hidden;
  auto [f, g] = std::tuple(layer.activations[0], layer.activations[1]);
  double *fresh = sums + 2 * hidden;
  for (int64_t k = 0; k < 2 * hidden; ++k)
    sums[k] = f(layer.bound(inputs[k] + sums[k]));
  if (layer.isLinearBeforeReset) {
    for (int64_t k = 0; k < hidden; ++k)
      fresh[k] *= sums[hidden + k];
  } else {
    for (int64_t k = 0; k < hidden; ++k) {
      scratch[k] = sums[hidden + k] * state[k];
      fresh[k] = layer.recurrentBias[2 * hidden + k];
    }
    multiplyRow(scratch, layer.recurrent, 3 * hidden, 2 * hidden, 3 * hidden,
                fresh);
  }
  for (int64_t k = 0; k < hidden; ++k)
    state[k] =
        (1 - sums[k]) * g(layer.bound(inputs[2 * hidden + k] + fresh[k])) +
        sums[k] * state[k];
}

template <>
LogicalResult weft::evaluate(RecurrenceOp op, Evaluation &evaluation) {
  const Tensor &input = evaluation[op.getInput()],
               &recurrent = evaluation[op.getRecurrent()];
  RecurrenceKind kind = op.getKind();
  Layer layer;
  layer.gates = kind == RecurrenceKind::lstm  ? 4
                : kind == RecurrenceKind::gru ? 3
                                              : 1;
  layer.batch = input.getDim(1);
  layer.width = input.getDim(2);
  layer.hidden = recurrent.getDim(0);
  layer.isLinearBeforeReset = op.getLinearBeforeReset();
  layer.clip = op.getClip().convertToFloat();
  for (Attribute name : op.getActivations())
    layer.activations.push_back(
        findActivation(cast<StringAttr>(name).getValue()));
  int64_t time = input.getDim(0), batch = layer.batch, hidden = layer.hidden,
          wide = layer.gates * hidden;

  // The values of an operand of known sizes; zeros where it is absent.
  bool isMismatched = false;
  auto widen = [&](Value value, ArrayRef<int64_t> dims, StringRef what) {
    const Tensor *tensor = evaluation.find(value);
    if (tensor && tensor->getDims() != dims) {
      evaluation.fail() << "expected " << what << " of sizes "
                        << formatDims(dims) << ", found "
                        << formatDims(tensor->getDims());
      isMismatched = true;
    }
    return tensor && !isMismatched
               ? tensor->widen<double>()
               : std::vector<double>(isMismatched ? 0 : multiplyDims(dims),
                                     0.0);
  };
  layer.weight = widen(op.getWeight(), {layer.width, wide}, "weights");
  layer.recurrent =
      widen(op.getRecurrent(), {hidden, wide}, "recurrent weights");
  layer.bias = widen(op.getBias(), {wide}, "a bias");
  layer.recurrentBias =
      widen(op.getRecurrentBias(), {wide}, "a recurrent bias");
  layer.peephole = widen(op.getPeephole(), {3 * hidden}, "peepholes");
  std::vector<double> state = widen(op.getState(), {batch, hidden}, "a state"),
                      cell = widen(op.getCell(), {batch, hidden}, "a cell");
  std::vector<double> lengths = widen(op.getLengths(), {batch}, "lengths");
  if (isMismatched)
    return failure();
  if (!op.getLengths())
    lengths.assign(batch, static_cast<double>(time));
  Tensor *out = evaluation.allocate({time, batch, hidden}),
         *lastState = out ? evaluation.allocate({batch, hidden}, 1) : nullptr;
  Tensor *lastCell = lastState && op.getLastCell()
                         ? evaluation.allocate({batch, hidden}, 2)
                         : nullptr;
  if (!lastState || (op.getLastCell() && !lastCell))
    return failure();

  std::vector<double> inputs = input.widen<double>(),
                      results(time * batch * hidden, 0.0), fromInput(wide),
                      fromState(wide), scratch(hidden);
  for (int64_t step = 0; step < time; ++step) {
    int64_t t = op.getReverse() ? time - 1 - step : step;
    for (int64_t b = 0; b < batch; ++b) {
      if (static_cast<double>(t) >= lengths[b])
        continue;
      MutableArrayRef<double> h = MutableArrayRef(state).slice(b * hidden,
                                                               hidden),
                              c = MutableArrayRef(cell).slice(b * hidden,
                                                              hidden);
      fromInput = layer.bias;
      fromState = layer.recurrentBias;
      multiplyRow(
          ArrayRef(inputs).slice((t * batch + b) * layer.width, layer.width),
          layer.weight, wide, 0, wide, fromInput.data());
      multiplyRow(h, layer.recurrent, wide, 0, wide, fromState.data());
      if (kind == RecurrenceKind::gru) {
        stepGru(layer, fromInput.data(), fromState.data(), h, scratch);
      } else {
        for (int64_t k = 0; k < wide; ++k)
          fromState[k] += fromInput[k];
        if (kind == RecurrenceKind::lstm)
          stepLstm(layer, fromState.data(), h, c);
        else
          for (int64_t k = 0; k < hidden; ++k)
            h[k] = layer.activations[0](layer.bound(fromState[k]));
      }
      std::copy(h.begin(), h.end(), results.begin() + (t * batch + b) * hidden);
    }
  }
  store(out->getElement(), results.data(), out->getNumElements(),
        out->getMutableData());
  store(lastState->getElement(), state.data(), lastState->getNumElements(),
        lastState->getMutableData());
  if (lastCell)
    store(lastCell->getElement(), cell.data(), lastCell->getNumElements(),
          lastCell->getMutableData());
  return success();
}
