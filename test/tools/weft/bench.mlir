// Facts for people and for machines: what was reached stands beside what the processor can do.
// RUN: weft bench %s --seconds 0.01 --threads 1 | FileCheck %s
// RUN: weft bench %s --seconds 0.01 --threads 1 --json | FileCheck %s --check-prefix=JSON

// CHECK: latency      min {{[0-9.]+}} ms, median {{[0-9.]+}} ms, p99 {{[0-9.]+}} ms
// CHECK: cold start   {{[0-9.]+}} ms
// CHECK: peak memory  {{[0-9.]+}} MB
// CHECK: throughput   {{[0-9.]+}} GFLOP/s, {{[0-9.]+}} GB/s
// CHECK: ceilings     {{[1-9][0-9.]+}} GFLOP/s of multiply-adds, {{[1-9][0-9.]+}} GB/s
// CHECK: threads      1, level
// JSON: {"latency_ms":{"min":{{[0-9.e-]+}},"median":{{[0-9.e-]+}},"p99":{{[0-9.e-]+}}},{{.*}}"cold_start_ms":{{.*}}"peak_rss_mb":{{.*}}"compile_s":{{.*}}"threads":1,"target":"cpu",{{.*}}"ceilings":{"gflops":{{[1-9][0-9.e+]+}},"gigabytes_per_second":{{[1-9][0-9.e+]+}}}}
weft.func @main(%x: tensor<64x64xf32> {weft.name = "x"}) -> (tensor<64x64xf32> {weft.name = "y"}) {
  %y = weft.contract "mk,kn->mn" %x, %x : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
  weft.return %y : tensor<64x64xf32>
}
