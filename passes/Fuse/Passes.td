// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a graph of ops to a list of dispatches.

#ifndef WEFT_FUSE_PASSES_TD
#define WEFT_FUSE_PASSES_TD

include "mlir/Pass/PassBase.td"

def FormDispatches : Pass<"weft-form-dispatches", "::mlir::ModuleOp"> {
  let summary = "groups ops into kernels and calls them by weft.dispatch";
  let description = [{
    Puts each heavy op (contraction, convolution, reduction, ...) with the elementwise ops that follow it, and chains of elementwise and
    data-moving ops, into private functions, one for each distinct group, and replaces them by dispatches. What stays outside is the
    program of the host: parameters, constants, shapes and arithmetic on single numbers, views, control flow.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def MarkIntegerTables : Pass<"weft-mark-integer-tables", "::mlir::ModuleOp"> {
  let summary = "tells look-ups whose table products of integers read too";
  let description = [{
    Sets `weft.integer_table` on gathers from codes that contractions of integers multiply with, before kernels are cut out of the graph: both
    kernels then read the codes in one layout, and a module has a tied embedding once.
  }];
}

def MarkSparseOperands : Pass<"weft-mark-sparse-operands", "::mlir::ModuleOp"> {
  let summary = "tells contractions whose left operand was pruned";
  let description = [{
    Sets `weft.sparse_lhs` on contractions that read what `weft-prune-activations` has set to zero where it is small, before kernels are cut out of
    the graph: a kernel of one row then skips the weights that meet zeros, and all kernels that read these weights want them in lines of memory.
  }];
}

def MarkSparseWeights : Pass<"weft-mark-sparse-weights", "::mlir::ModuleOp"> {
  let summary = "tells contractions how many steps a pruned weight leaves";
  let description = [{
    Sets `weft.kept_steps` on contractions by a constant that carries `weft.pruned`: the most steps of the reduction, rounded up to a multiple of
    four, at which any 16 neighbouring outputs have a weight that is not zero. It is counted in the weight, which is read for it. Where it is so
    many that the target is no faster, kernels store and multiply the zeros, and a remark says so.
  }];
}

def ShareKernels : Pass<"weft-share-kernels", "::mlir::ModuleOp"> {
  let summary = "makes one kernel of those that differ in numbers of the epilogue";
  let description = [{
    Kernels of a contraction or convolution that are the same but for scalars by which what follows the root adds, multiplies or compares
    become one, which takes those scalars as arguments. It saves code and compile time in models whose layers have a scale each.
  }];
}

def MapSlices : Pass<"weft-map-slices", "::mlir::ModuleOp"> {
  let summary = "takes a batch through several dispatches some images at a time";
  let description = [{
    Where inputs have a static batch of 8 and more, and dispatches that follow each other compute each image by itself, cuts the batch into slices
    that stay in a near cache from one dispatch to the next (`weft.map`), unless reading weights for each slice costs more. The whole batch is computed
    layer by layer, as before, where the host's threads would not share the slices evenly.
  }];
  let options = [Option<"nearBytes", "near-bytes", "int64_t", "1 << 20",
                        "bytes of images that a worker keeps near from one dispatch to the next">];
  let dependentDialects = ["::weft::WeftDialect"];
}

def VerifyDispatches : Pass<"weft-verify-dispatches", "::mlir::ModuleOp"> {
  let summary = "checks what targets rely on after fusion";
  let description = [{
    Public functions hold dispatches and ops of the host, each private function is a kernel of one block of arithmetic that somebody
    dispatches, and what a kernel takes as a parameter is one.
  }];
}

#endif // WEFT_FUSE_PASSES_TD
