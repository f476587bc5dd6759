// An analysis in each form, against arithmetic by hand (Inputs/analyzer.py).
// RUN: model-analyzer %s --json --size batch=4 --measure=0.01 --threads 1 --html %t.html --svg %t.svg > %t.json
// RUN: %python %S/Inputs/analyzer.py %t.json %t.html %t.svg

// RUN: weft analyze %s --size batch=4 --measure=0.01 --threads 1 | FileCheck %s
// CHECK: least us  measured us  kernel
// CHECK: total {{.*}} with batch = 4
// CHECK: function main: a call takes {{[0-9.]+}} us
// CHECK: the peak, 0.00 MB while dispatch 1 of the function runs, belongs to
// CHECK-NEXT: contract_0  tensor<?x256xf32>
// CHECK: weights 0.08 MB; as imported 0.08 MB of f32
// CHECK: not on the fast path
// CHECK: remedy: fix the size with --dim
// CHECK: ceilings
// RUN: weft analyze %s | FileCheck %s --check-prefix=OPEN
// OPEN: total {{.*}}; batch counted as 1: see --size

// Wrong usage, and files that are not there.
// RUN: sh -c 'weft analyze %s --size batch; test $? = 2' 2>&1 | FileCheck %s --check-prefix=PAIR
// PAIR: error: --size expects
// RUN: sh -c 'weft analyze %s --size batch=-1; test $? = 2' 2>&1 | FileCheck %s --check-prefix=SIZE
// SIZE: error: --size expects NAME=N with a whole number, found 'batch=-1'
// RUN: sh -c 'weft analyze %s --svg %t.svg; test $? = 2' 2>&1 | FileCheck %s --check-prefix=SVG
// SVG: error: --svg draws what --measure finds: give both
// RUN: sh -c 'weft analyze %s --data text; test $? = 2' 2>&1 | FileCheck %s --check-prefix=DATA
// DATA: error: --data is what --sensitivity reads: give both
// RUN: sh -c 'weft analyze %s --html %t.none/page.html; test $? = 1' 2>&1 | FileCheck %s --check-prefix=FOLDER
// FOLDER: error: cannot write '{{.*}}page.html': there is no folder '{{.*}}none'
// RUN: sh -c 'weft analyze %s --size rows=4; test $? = 2' 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// UNKNOWN: error: --size: the model has no open dimension 'rows'; it has batch
// RUN: sh -c 'weft analyze %s --threads 2; test $? = 2' 2>&1 | FileCheck %s --check-prefix=THREADS
// THREADS: error: --threads is for what runs the model, --measure and --sensitivity
// RUN: sh -c 'weft analyze %t.none.onnx; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: {{.*}}none.onnx
// RUN: weft compile %s -o %t.wm
// RUN: sh -c 'weft analyze %t.wm --measure; test $? = 2' 2>&1 | FileCheck %s --check-prefix=MODULE
// MODULE: error: expected a model for --measure
// RUN: weft analyze %t.wm --html %t.html --json > %t.json
// RUN: %python -c "import sys; sys.path.insert(0, '%S/Inputs'); import json, report; assert report.facts('%t.html') == json.load(open('%t.json'))"

weft.parameter @w : tensor<64x256xf32> {value = dense<0.5> : tensor<64x256xf32>}
weft.parameter @v : tensor<256x16xf32> {value = dense<0.25> : tensor<256x16xf32>}
weft.func @main(%x: tensor<?x64xf32> {weft.dims = ["batch", ""], weft.name = "x"}) -> (tensor<?x16xf32> {weft.name = "</script>"}) {
  %w = weft.get @w : tensor<64x256xf32>
  %v = weft.get @v : tensor<256x16xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %0 = weft.contract "mk,kn->mn" %x, %w : (tensor<?x64xf32>, tensor<64x256xf32>) -> tensor<?x256xf32>
  %1 = weft.max %0, %zero : (tensor<?x256xf32>, tensor<f32>) -> tensor<?x256xf32>
  %2 = weft.contract "mk,kn->mn" %1, %v : (tensor<?x256xf32>, tensor<256x16xf32>) -> tensor<?x16xf32>
  weft.return %2 : tensor<?x16xf32>
}
