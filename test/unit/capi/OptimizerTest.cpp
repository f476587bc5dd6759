// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the optimizer's C API refuses, and how it says so. That it optimizes is tested through the Python package.

#include "weft/Optimizer.h"
#include "gtest/gtest.h"
#include <cstddef>
#include <string>

namespace {
/// An optimization that must fail; gives its error.
std::string refuse(const WeftOptimizeOptions *options,
                   const char *path = "/nothing.onnx",
                   const char *output = "/tmp/weft-nothing.ir") {
  WeftOptimization *optimization = nullptr;
  EXPECT_EQ(weft_optimize_file(path, options, output, &optimization),
            WEFT_STATUS_INVALID_ARGUMENT);
  std::string error = weft_optimization_error(optimization);
  EXPECT_STREQ(weft_optimization_report(optimization), "");
  weft_optimization_destroy(optimization);
  return error;
}
} // namespace

TEST(OptimizerCAPI, NullsAreRefused) {
  const char *expected =
      "expected the paths of a model and of an output, found null";
  EXPECT_EQ(refuse(nullptr, nullptr), expected);
  EXPECT_EQ(refuse(nullptr, "m.onnx", nullptr), expected);
  weft_optimization_destroy(nullptr);
}

TEST(OptimizerCAPI, OptionsAreChecked) {
  WeftOptimizeOptions none = {};
  EXPECT_EQ(refuse(&none), "the options have no size and version: begin with "
                           "WEFT_OPTIMIZE_OPTIONS_INIT");
  WeftOptimizeOptions options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.precision = "int7";
  EXPECT_EQ(refuse(&options), "precision expects one of int8, int6, int5, "
                              "int4, int3, mixed, bf16, f16, same, found "
                              "'int7'");
  options.precision = "bf16";
  options.asymmetric = 1;
  EXPECT_EQ(refuse(&options), "asymmetric, clip and method are for integers; "
                              "precision is bf16");
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.groupSize = -1;
  EXPECT_EQ(refuse(&options), "group size expects a whole number of at least "
                              "1, or 0 for all of a row, found -1");
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.method = "gptq";
  EXPECT_EQ(refuse(&options), "method gptq expects calibration by a text or a .npy file");
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.calibrationSamples = 0;
  EXPECT_EQ(refuse(&options), "calibration samples expects a whole number of "
                              "at least 1, found 0");
}

TEST(OptimizerCAPI, ImageOptionsAreChecked) {
  WeftOptimizeOptions options = WEFT_OPTIMIZE_OPTIONS_INIT;
  const char *texts[] = {"std=0.5", "size=0"};
  options.imageOptions = texts;
  options.imageOptionCount = 1;
  EXPECT_EQ(refuse(&options),
            "image std is for folders of images, and none is given");
  options.calibration = "/nothing.npy";
  EXPECT_EQ(refuse(&options),
            "image std is for folders of images, and none is given");
  options.calibration = "/";
  EXPECT_NE(refuse(&options).find("/nothing.onnx"), std::string::npos);
  options.imageOptionCount = 2;
  EXPECT_EQ(refuse(&options), "image size expects sides of 1 to 16384 pixels "
                              "as in 224, or 224x320 of height and width, "
                              "found '0'");
  texts[1] = "color";
  EXPECT_EQ(refuse(&options), "options of images are size, resize, filter, "
                              "scale, mean, std, layout; found 'color'");
}

TEST(OptimizerCAPI, PruningIsChecked) {
  WeftOptimizeOptions options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.prune = "wanda";
  EXPECT_EQ(refuse(&options), "prune wanda expects calibration by a .npy file");
  options.prune = "magnitude";
  options.prunePattern = "5:4";
  EXPECT_NE(refuse(&options).find("found '5:4'"), std::string::npos);
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.pruneSparsity = 0.5;
  EXPECT_EQ(refuse(&options), "pattern and sparsity belong to prune");
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.pruneChannels = 1;
  EXPECT_NE(refuse(&options).find("prune-channels expects"), std::string::npos);
  options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.pruneLayers = -1;
  EXPECT_EQ(refuse(&options),
            "prune-layers expects a whole number of at least 0, found -1");
}

TEST(OptimizerCAPI, OlderStructsHaveDefaults) {
  // The first members alone.
  WeftOptimizeOptions options = WEFT_OPTIMIZE_OPTIONS_INIT;
  options.size = offsetof(WeftOptimizeOptions, activations);
  options.activations = "none";
  EXPECT_NE(refuse(&options).find("/nothing.onnx"), std::string::npos);
}

TEST(OptimizerCAPI, FilesAreChecked) {
  EXPECT_NE(refuse(nullptr).find("/nothing.onnx"), std::string::npos);
  EXPECT_EQ(refuse(nullptr, "/nothing.onnx", "/no folder/m.ir"),
            "cannot write '/no folder/m.ir': there is no folder '/no folder'");
  EXPECT_EQ(refuse(nullptr, "/nothing.onnx", "/tmp"),
            "cannot write '/tmp': it is a folder");
}
