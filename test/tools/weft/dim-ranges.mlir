// A range of a named dimension goes from the command line through model.ir into the module, and calls outside of it are refused.
// REQUIRES: avx2
// RUN: weft convert %s -o %t.ir --dim batch=2..8
// RUN: weft compile %t.ir --compile-to=simplify | FileCheck %s --check-prefix=IR
// IR: weft.dim_ranges = {batch = array<i64: 2, 8>}
// RUN: weft compile %t.ir -o %t.wm && weft analyze %t.wm | FileCheck %s --check-prefix=ANALYZE
// ANALYZE: sizes that dimensions may have
// ANALYZE-NEXT: batch: 2..8
// RUN: weft analyze %s --dim batch=2..8 --json | %python -c "import json, sys; assert json.load(sys.stdin)['dim_ranges'] == {'batch': [2, 8]}"

// Both ends belong to it, and what nobody chose lies in it.
// RUN: weft run %t.wm 2>&1 | FileCheck %s --check-prefix=DEFAULT
// DEFAULT: note: dimension 0 of input 'x' (batch) is open and taken as 2
// DEFAULT: y: tensor<2x3xf32>
// RUN: weft run %t.wm --input x=random:2x3 && weft run %t.wm --input x=random:8x3 && weft run %t.ir --check --input x=random:8x3
// RUN: sh -c 'weft run %t.wm --input x=random:9x3; test $? = 1' 2>&1 | FileCheck %s --check-prefix=MORE
// MORE: error: input 'x': expected batch within 2..8, found f32[9,3] (dimension 0)
// RUN: sh -c 'weft run %t.wm --input x=random:1x3; test $? = 1' 2>&1 | FileCheck %s --check-prefix=LESS
// LESS: error: input 'x': expected batch within 2..8, found f32[1,3] (dimension 0)
// RUN: sh -c 'weft run %t.ir --interpret --input x=random:9x3; test $? = 1' 2>&1 | FileCheck %s --check-prefix=INTERPRET
// INTERPRET: error: {{.*}}dimension 'batch' of @main has size 9 in argument 0, expected 2..8
// RUN: sh -c 'weft convert %s -o %t.ir --dim batch=8..2; test $? = 2' 2>&1 | FileCheck %s --check-prefix=ORDER
// ORDER: error: --dim expects NAME=SIZE|LO..HI, found 'batch=8..2'

weft.func @main(%x: tensor<?x3xf32> {weft.name = "x", weft.dims = ["batch", ""]}) -> (tensor<?x3xf32> {weft.name = "y", weft.dims = ["batch", ""]}) {
  %0 = weft.exp %x : (tensor<?x3xf32>) -> tensor<?x3xf32>
  weft.return %0 : tensor<?x3xf32>
}
