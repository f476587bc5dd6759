// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recurrent layers.

#ifndef WEFT_RECURRENCE_OPS_TD
#define WEFT_RECURRENCE_OPS_TD

include "dialects/Weft/WeftBase.td"

def Weft_RecurrenceKind : Weft_Enum<"RecurrenceKind", "a recurrent cell", [
  I32EnumAttrCase<"lstm", 0>, I32EnumAttrCase<"gru", 1>, I32EnumAttrCase<"rnn", 2>]>;
def Weft_RecurrenceKindAttr : Weft_EnumAttr<Weft_RecurrenceKind, "recurrence">;

def Weft_RecurrenceOp : Weft_Op<"recurrence", [Pure, AttrSizedOperandSegments]> {
  let summary = "a recurrent layer in one direction";
  let description = [{
    `input` is `[time, batch, width]`, `weight` `[width, gates * hidden]`, `recurrent` `[hidden, gates * hidden]`, `bias` and `recurrent_bias`
    `[gates * hidden]`, `state` and, for `lstm`, `cell` `[batch, hidden]` (0 where absent), `lengths` `[batch]`. The gates stand in the order
    input, output, forget, cell (`lstm`), update, reset, new (`gru`). `lstm`: `i = f(.)`, `o`, `f` likewise, `c' = f * c + i * g(.)`, `h' = o * h(c')`;
    `peephole` `[3 * hidden]` (input, output, forget) adds cell terms. `gru`: `n = g(x + r * (h . R + b))` with `linear_before_reset`, else
    `g(x + (r * h) . R + b)`; `h' = (1 - z) * n + z * h`. `rnn`: `h' = f(.)`. `activations` names f, g, h (`logistic`, `tanh`, `relu`, as many as the
    cell has). With `reverse` time runs backwards. Steps at and after a sequence's length give 0 and leave its state as it is. `clip` > 0 bounds
    the gates' inputs. Results: `[time, batch, hidden]` and the last states.

    ```mlir
    %y, %h, %c = weft.recurrence lstm %x, %w, %r state %h0 cell %c0 {activations = ["logistic", "tanh", "tanh"]}
       : (tensor<10x1x4xf32>, tensor<4x32xf32>, tensor<8x32xf32>, tensor<1x8xf32>, tensor<1x8xf32>)
       -> (tensor<10x1x8xf32>, tensor<1x8xf32>, tensor<1x8xf32>)
    ```
  }];
  let arguments = (ins Weft_RecurrenceKindAttr:$kind, Weft_FloatTensor:$input, Weft_FloatTensor:$weight, Weft_FloatTensor:$recurrent,
                       Optional<Weft_FloatTensor>:$bias, Optional<Weft_FloatTensor>:$recurrent_bias,
                       Optional<Weft_FloatTensor>:$state, Optional<Weft_FloatTensor>:$cell, Optional<Weft_FloatTensor>:$peephole,
                       Optional<Weft_IndexTensor>:$lengths, StrArrayAttr:$activations, UnitAttr:$reverse, UnitAttr:$linear_before_reset,
                       DefaultValuedAttr<F32Attr, "0.0f">:$clip);
  let results = (outs Weft_FloatTensor:$result, Weft_FloatTensor:$last_state, Optional<Weft_FloatTensor>:$last_cell);
  let assemblyFormat = [{
    $kind $input `,` $weight `,` $recurrent (`bias` $bias^)? (`recurrent_bias` $recurrent_bias^)? (`state` $state^)? (`cell` $cell^)?
    (`peephole` $peephole^)? (`lengths` $lengths^)? attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

#endif // WEFT_RECURRENCE_OPS_TD
