// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From the whole dialect to the ops that targets have kernels for.

#ifndef WEFT_LOWER_PASSES_TD
#define WEFT_LOWER_PASSES_TD

include "mlir/Pass/PassBase.td"

def InlineCalls : Pass<"weft-inline-calls", "::mlir::ModuleOp"> {
  let summary = "replaces calls by the bodies of their functions";
  let description = [{
    Afterwards every public function stands by itself, and private functions are gone. Recursion is an error.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def DecomposeOps : Pass<"weft-decompose-ops", "::mlir::ModuleOp"> {
  let summary = "writes composite ops by simpler ones";
  let description = [{
    Softmax and normalization along other dimensions than the last become reductions and elementwise ops, quantization becomes
    arithmetic and casts (each element of a block takes the block's scale by a nearest neighbour), and dropout outside of training its
    operand.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def DecomposeRecurrence : Pass<"weft-decompose-recurrence", "::mlir::ModuleOp"> {
  let summary = "writes recurrent layers as loops";
  let description = [{
    One contraction serves the input of all steps; the loop holds the recurrent contraction and the cell's arithmetic.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
}

def ConvertPrecision : Pass<"weft-convert-precision", "::mlir::ModuleOp"> {
  let summary = "operands of products in a narrower type";
  let description = [{
    Rounds both operands of contractions and convolutions of f32, and query, key and value of attention, to `precision` (bf16 or f16).
    Products are summed in f32 as before; the result of an attention is rounded too. An operand is rounded once, behind what computes
    it, so that fusion lets it be written narrow; a parameter becomes one of the narrow type when constants are folded. What keeps a
    past (attention with key and value from earlier calls) stays; with `bf16` it gets `weft.bf16_products`, which lets targets round
    what its products multiply.
  }];
  let dependentDialects = ["::weft::WeftDialect"];
  let options = [Option<"precision", "precision", "std::string", /*default=*/"\"bf16\"", "bf16 or f16">];
}

def VerifyLowered : Pass<"weft-verify-lowered", "::mlir::ModuleOp"> {
  let summary = "checks what fusion relies on after lowering";
  let description = [{
    No calls, no private functions, no composite ops, and softmax and normalization along the last dimension alone.
  }];
}

#endif // WEFT_LOWER_PASSES_TD
