# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes three layers of 96 outputs and 64 inputs: of 128 rows with half of the steps, and with 44; of one row with 44."""
import struct

for name, rows, kept in (("half", 128, 32), ("most", 128, 44), ("few", 1, 44)):
    # Equal weights would be one parameter, which is stored in one form.
    row = struct.pack("<64f", *([float(rows)] * kept + [0.0] * (64 - kept)))
    print(f"""weft.parameter @{name} = dense<"0x{(row * 96).hex().upper()}"> : tensor<96x64xf32> {{weft.pruned = {{sparsity = 0.5}}}}
weft.func @layer_{name}(%x: tensor<{rows}x64xf32>) -> tensor<{rows}x96xf32> {{
  %w = weft.get @{name} : tensor<96x64xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<{rows}x64xf32>, tensor<96x64xf32>) -> tensor<{rows}x96xf32> loc("{name}")
  weft.return %y : tensor<{rows}x96xf32>
}}""")
