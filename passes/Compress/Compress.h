// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The passes that make weights smaller.

#ifndef WEFT_PASSES_COMPRESS_COMPRESS_H
#define WEFT_PASSES_COMPRESS_COMPRESS_H

#include "lib/Analysis/PrunedWeight.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"

namespace weft {

#define GEN_PASS_DECL
#include "passes/Compress/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "passes/Compress/Passes.h.inc"

/// Says how much of a pass's work is over, 0 to 1, and what comes next. Called from the thread that runs the pass.
using CompressProgress = std::function<void(double, llvm::StringRef)>;

class ModelFileDraft;
class Statistics;

/// With `statistics` in place of the file that the options name, where it is not null. With a `draft`, which outlives the pass, codes go where the
/// model.ir will have them, and those that an earlier process made are taken over.
std::unique_ptr<mlir::Pass>
createQuantizeWeights(QuantizeWeightsOptions options,
                      std::shared_ptr<const Statistics> statistics,
                      CompressProgress progress,
                      ModelFileDraft *draft = nullptr);

/// With `statistics` in place of the file that the options name, where it is not null.
std::unique_ptr<mlir::Pass>
createPruneWeights(PruneWeightsOptions options,
                   std::shared_ptr<const Statistics> statistics,
                   CompressProgress progress);

/// The same.
std::unique_ptr<mlir::Pass>
createPruneActivations(PruneActivationsOptions options,
                       std::shared_ptr<const Statistics> statistics);

/// With `statistics` in place of the file that the options name, where it is not null; channels that go leave it too.
std::unique_ptr<mlir::Pass>
createPruneStructure(PruneStructureOptions options,
                     std::shared_ptr<Statistics> statistics);

/// With `statistics` in place of the file that the options name, where it is not null.
std::unique_ptr<mlir::Pass>
createPruneLayers(PruneLayersOptions options,
                  std::shared_ptr<const Statistics> statistics);

/// The same.
std::unique_ptr<mlir::Pass>
createScaleSalientChannels(ScaleSalientChannelsOptions options,
                           std::shared_ptr<const Statistics> statistics,
                           CompressProgress progress);

/// The same.
std::unique_ptr<mlir::Pass>
createQuantizeActivations(QuantizeActivationsOptions options,
                          std::shared_ptr<const Statistics> statistics);

/// The same.
std::unique_ptr<mlir::Pass>
createSmoothActivations(SmoothActivationsOptions options,
                        std::shared_ptr<const Statistics> statistics);

/// What is known of a weight's values, as a dictionary. On a parameter of codes: `from`, the type that was there before, and `error`, the norm
/// of the difference over the norm of the weights. On a parameter of floats: `bits` and `group` (0: a row) that its values once had.
inline constexpr llvm::StringLiteral kQuantizedAttribute = "weft.quantized";

/// How a weight is to be quantized, in place of what the options say: a dictionary on its parameter of `bits`, 0 to leave it as it is, `group`, 0 for
/// a whole row, and `symmetric`, each where it differs.
inline constexpr llvm::StringLiteral kPrecisionAttribute = "weft.precision";

/// Of an argument that takes a weight: the parameter that it was.
inline constexpr llvm::StringLiteral kWeightAttribute = "weft.weight";

/// Of a weight: what each of its inputs has been divided by since statistics were collected.
inline constexpr llvm::StringLiteral kInputFactorsAttribute =
    "weft.input_factors";

/// Of a result with statistics: the names of the weights that its input meets. Of an argument that is a switch: those of the products that it lets
/// multiply integers.
inline constexpr llvm::StringLiteral kWeightsAttribute = "weft.weights";

/// Of an argument that was a state before statistics were to be taken.
inline constexpr llvm::StringLiteral kWasStateAttribute = "weft.was_state";

/// Of a result that is an activation: its name, and the dimension of its channels where it has one.
inline constexpr llvm::StringLiteral kActivationAttribute = "weft.activation";
inline constexpr llvm::StringLiteral kChannelsAttribute = "weft.channels";

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_COMPRESS_H
