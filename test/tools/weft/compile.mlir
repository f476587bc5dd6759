// From a model to a module and to what lies between; the module runs and agrees with the interpreter.
// REQUIRES: avx2
// RUN: weft compile %s -o %t.wm && weft run %t.wm --check --against %s --input x=2 2>&1 | FileCheck %s --check-prefix=CHECKED
// CHECKED: check: output 'y' relative error {{.*}}: ok
// RUN: weft run %s --check --profile %t.json && %python -c "import json; assert json.load(open('%t.json'))"
// RUN: rm -rf %t.code && mkdir %t.code && weft run %t.wm --code-dir %t.code && sh -c 'llvm-nm %t.code/*.so' | FileCheck %s --check-prefix=NAMES
// NAMES: t tanh_0
// RUN: weft compile %s --compile-to=dispatch | FileCheck %s --check-prefix=DISPATCH
// DISPATCH: weft.dispatch
// RUN: weft compile %s --emit=llvm | FileCheck %s --check-prefix=LLVM
// LLVM: define {{.*}}weft_fn_main
// RUN: weft compile %s --emit=asm --cpu avx2 | FileCheck %s --check-prefix=ASM
// ASM: ymm
// RUN: weft compile %s -o %t.wm --dump-ir-after weft-form-dispatches 2>&1 | FileCheck %s --check-prefix=DUMP
// DUMP: IR Dump After
// RUN: sh -c 'weft compile %s -o %t.wm --dump-ir-after form; test $? = 2' 2>&1 | FileCheck %s --check-prefix=NOPASS
// NOPASS: error: --dump-ir-after expects a pass or all, found 'form'
// RUN: weft compile %s -o %t.wm --timing 2>&1 | FileCheck %s --check-prefix=TIMING
// TIMING: import
// RUN: weft analyze %t.wm --verify | FileCheck %s --check-prefix=ANALYZE
// ANALYZE: inputs
// ANALYZE: x: f32[4, 8]
// ANALYZE: every weight and asset has its checksum
// RUN: weft analyze %s --json | %python -c "import json, sys; facts = json.load(sys.stdin); assert facts['ops'] == {'weft.tanh': 1}, facts; assert facts['dispatches']"
// RUN: weft bench %t.wm --seconds 0 --threads 1 --json | %python -c "import json, sys; facts = json.load(sys.stdin); assert facts['threads'] == 1 and facts['cold_start_ms'] > 0 and 0 < facts['peak_rss_mb'] < 64 and facts['latency_ms']['min'] <= facts['latency_ms']['median'] <= facts['latency_ms']['p99']"
// RUN: sh -c 'weft run %t.wm --check; test $? = 2' 2>&1 | FileCheck %s --check-prefix=AGAINST
// AGAINST: is compiled and has no IR: --check and --interpret need --against
// RUN: sh -c 'weft compile %t.wm -o %t.2.wm; test $? = 1' 2>&1 | FileCheck %s --check-prefix=MODULE
// MODULE: expected a model, found a compiled module
// RUN: sh -c 'weft compile %s -o %t.wm --cpu z80; test $? = 1' 2>&1 | FileCheck %s --check-prefix=LEVEL
// LEVEL: error: {{.*}}z80
weft.func @main(%x: tensor<4x8xf32> {weft.name = "x"}) -> (tensor<4x8xf32> {weft.name = "y"}) {
  %0 = weft.tanh %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %0 : tensor<4x8xf32>
}
