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
    `[gates * hidden]`, `state` and, for `lstm`, `cell` `[batch, hidden]`, `peephole` `[3 * hidden]` (0 where absent), `lengths` `[batch]` (all of
    the time where absent). Results: the state after each step, `[time, batch, hidden]`, and the last state and cell, `[batch, hidden]`.

    A step with input x, state s and cell c, where `X_k` is the part of gate k of `x . weight + bias`, `R_k` that of `s . recurrent + recurrent_bias`,
    `P_k` that of `peephole`, and products without a point are by element:

    | kind | gates in order | activations | step |
    |---|---|---|---|
    | `lstm` | input i, output o, forget f, new n | F, G, H | `c' = F(X_f + R_f + P_f c) c + F(X_i + R_i + P_i c) G(X_n + R_n)`, `s' = F(X_o + R_o + P_o c') H(c')` |
    | `gru` | update z, reset r, new n | F, G | `z = F(X_z + R_z)`, `r = F(X_r + R_r)`, `s' = (1 - z) G(X_n + N) + z s` |
    | `rnn` | one | F | `s' = F(X + R)` |

    The N of `gru` is `r R_n` with `linear_before_reset`, else the part of gate n of `(r s) . recurrent + recurrent_bias`. The peepholes stand in the
    order input, output, forget. `activations` are among `logistic`, `tanh` and `relu`. `clip` > 0 bounds the argument of every activation but H to
    [-clip, clip].

    With `reverse` the steps run from the last to the first; results stand where their input does. A step at or after a sequence's
    length is skipped: it gives 0 and leaves state and cell as they are. Sums accumulate in at least `f32`, and the interpreter rounds
    states only when they are results.

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
