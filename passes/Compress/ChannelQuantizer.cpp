// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ChannelQuantizer.h.

#include "passes/Compress/ChannelQuantizer.h"
#include "passes/Compress/WeightRows.h"

#include <cmath>
#include <limits>

using namespace mlir;
using namespace weft;

FailureOr<Tensor> weft::makeFloats(MLIRContext *context, ArrayRef<float> values,
                                   ArrayRef<int64_t> dims) {
  FailureOr<Tensor> tensor = Tensor::allocate(Float32Type::get(context), dims);
  if (succeeded(tensor))
    std::memcpy(tensor->getMutableData(), values.data(),
                values.size() * sizeof(float));
  return tensor;
}

FailureOr<ChannelCodes> weft::quantizeChannels(const Tensor &weights,
                                               std::optional<int64_t> dim) {
  std::vector<float> values = readFloats(weights);
  size_t channels = dim ? static_cast<size_t>(weights.getDim(*dim)) : 1,
         inner = 1;
  if (dim)
    for (int64_t size : weights.getDims().drop_front(*dim + 1))
      inner *= static_cast<size_t>(size);
  auto channelOf = [&](size_t i) { return dim ? i / inner % channels : 0; };
  std::vector<float> scales(channels, 0);
  for (auto [i, value] : llvm::enumerate(values)) {
    if (!std::isfinite(value))
      return failure();
    float &most = scales[channelOf(i)];
    most = std::max(most, std::fabs(value));
  }
  for (float &scale : scales) {
    scale /= 127;
    // Of nothing but zeros, or of numbers that have no reciprocal.
    if (scale < std::numeric_limits<float>::min())
      scale = 1;
  }
  MLIRContext *context = weights.getElementType().getContext();
  FailureOr<Tensor> codes =
      Tensor::allocate(IntegerType::get(context, 8), weights.getDims());
  FailureOr<Tensor> scaleTensor =
      dim ? makeFloats(context, scales, {static_cast<int64_t>(channels)})
          : makeFloats(context, scales, {});
  if (failed(codes) || failed(scaleTensor))
    return failure();
  double squared = 0, norm = 0;
  char *to = codes->getMutableData();
  for (auto [i, value] : llvm::enumerate(values)) {
    float scale = scales[channelOf(i)];
    float code = std::clamp(std::nearbyint(value / scale), -127.0F, 127.0F);
    to[i] = static_cast<char>(static_cast<int8_t>(code));
    double difference = static_cast<double>(code) * scale - value;
    squared += difference * difference;
    norm += static_cast<double>(value) * value;
  }
  return ChannelCodes{*codes, *scaleTensor,
                      norm > 0 ? std::sqrt(squared / norm) : 0};
}
