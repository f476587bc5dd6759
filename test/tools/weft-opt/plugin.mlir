// The dialect and the passes in Debian's own mlir-opt, and in weft-opt.
// A sanitized library needs a sanitized program, which Debian's is not.
// UNSUPPORTED: sanitizer
// RUN: %mlir_opt_weft --pass-pipeline='builtin.module(weft-fold-constants)' %s | FileCheck %s
// RUN: weft-opt --weft-fold-constants %s | FileCheck %s
// RUN: not weft-opt --load-dialect-plugin=%t.missing.so %s 2>&1 | FileCheck %s --check-prefix=MISSING

// CHECK: weft.func @main
// CHECK-NOT: weft.add
// CHECK: weft.return
// MISSING: error: {{.*}}missing.so
weft.func @main() -> tensor<2xf32> {
  %0 = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %1 = weft.add %0, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  weft.return %1 : tensor<2xf32>
}
