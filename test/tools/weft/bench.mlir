// Facts for people and for machines: what was reached stands beside what the processor can do.
// RUN: weft bench %s --seconds 0.01 --threads 1 | FileCheck %s
// RUN: ai-benchmark %s --seconds 0.01 --threads 1 --batch 1,6 --json --html %t.html --svg %t.svg --csv %t.csv > %t.json
// RUN: %python %S/Inputs/benchmark.py one %t.json %t.html %t.svg %t.csv

// CHECK: latency      min {{[0-9.]+}} ms, median {{[0-9.]+}} ms, p99 {{[0-9.]+}} ms
// CHECK: cold start   {{[0-9.]+}} ms
// CHECK: peak memory  {{[0-9.]+}} MB
// CHECK: throughput   {{[0-9.]+}} GFLOP/s, {{[0-9.]+}} GB/s
// CHECK: at least     {{[0-9.]+}} ms by the ceilings
// CHECK: threads      1, level
// CHECK: ceilings     {{[1-9][0-9.]+}} GFLOP/s of f32{{.*}} GB/s from memory

// The same of a module, by static shapes.
// RUN: weft compile %s -o %t.wm
// RUN: weft bench %t.wm --seconds 0.01 --threads 1 --json > %t.json
// RUN: %python -c "import json; f = json.load(open('%t.json')); assert f['compile_s'] is None and f['counted'] == 'by static shapes' and f['latency_ms']['min'] <= f['latency_ms']['median'] <= f['latency_ms']['p99'] <= f['latency_ms']['max'], f"

// A folder: what is no model is skipped, and what fails is said and does not end the rest.
// RUN: rm -rf %t.models && mkdir %t.models && cp %s %t.models/good.mlir && echo junk > %t.models/bad.mlir && echo text > %t.models/notes.txt
// RUN: sh -c 'weft bench %t.models --seconds 0.01 --threads 1 --json --csv %t.csv > %t.json; test $? = 1' 2>&1 | FileCheck %s --check-prefix=BAD
// BAD: error: {{.*}}bad.mlir
// RUN: %python %S/Inputs/benchmark.py folder %t.json %t.csv

// Of a model in several files the first one stands for all, and other names with "-of-" are names.
// RUN: rm -rf %t.parts && mkdir %t.parts && cp %s %t.parts/state-of-the-art.mlir && cp %s %t.parts/m-00001-of-00002.mlir && cp %s %t.parts/m-00002-of-00002.mlir
// RUN: weft bench %t.parts --seconds 0 --threads 1 | FileCheck %s --check-prefix=PARTS --implicit-check-not=00002-of
// PARTS: m-00001-of-00002.mlir
// PARTS: state-of-the-art.mlir

// What was measured is printed where a file cannot be written.
// RUN: sh -c 'weft bench %s --seconds 0 --threads 1 --csv %t.$(printf "%%0300d" 0); test $? = 1' 2>&1 | FileCheck %s --check-prefix=LONG
// LONG-DAG: latency
// LONG-DAG: error: cannot write '{{.*}}': File name too long

// Energy, where the kernel shows a counter, and why there is none.
// RUN: %python %S/Inputs/benchmark.py energy %s %t.powercap

// Wrong usage, and files that are not there.
// RUN: sh -c 'weft bench %s --threads 1,0; test $? = 2' 2>&1 | FileCheck %s --check-prefix=THREADS
// THREADS: error: --threads expects whole numbers of at least 1, with commas between them, found '1,0'
// RUN: sh -c 'weft bench %s --against onnxrt; test $? = 2' 2>&1 | FileCheck %s --check-prefix=PEER
// PEER: error: --against expects onnxruntime, openvino, llama.cpp, torch or all, found 'onnxrt'
// RUN: sh -c 'weft bench %s --peer-model %s; test $? = 2' 2>&1 | FileCheck %s --check-prefix=PEERMODEL
// PEERMODEL: error: --peer-model is for --against and one model
// RUN: sh -c 'weft bench %s --csv -; test $? = 2' 2>&1 | FileCheck %s --check-prefix=STDOUT
// STDOUT: error: expected files for --csv, --html and --svg, found '-'
// RUN: sh -c 'weft bench %s --batch 2 --batch-dim rows --seconds 0; test $? = 1' 2>&1 | FileCheck %s --check-prefix=DIM
// DIM: error: --batch needs one open dimension 'rows', the model has x f32[batch, 64], w f32[64, 32]; export it with an open batch
// RUN: sh -c 'weft bench %s --csv %t.nowhere/b.csv; test $? = 1' 2>&1 | FileCheck %s --check-prefix=FOLDER --implicit-check-not=latency
// FOLDER: error: cannot write '{{.*}}b.csv': there is no folder '{{.*}}nowhere'
// RUN: sh -c 'weft bench --ceilings --svg %t.svg; test $? = 2' 2>&1 | FileCheck %s --check-prefix=CEILINGS
// CEILINGS: error: --csv, --html and --svg are for models
// RUN: mkdir -p %t.empty
// RUN: sh -c 'weft bench %t.empty; test $? = 1' 2>&1 | FileCheck %s --check-prefix=EMPTY
// EMPTY: error: the folder '{{.*}}' holds no model: expected
// RUN: sh -c 'weft bench %t.none.onnx; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: {{.*}}none.onnx
// RUN: sh -c 'weft bench %s --ceilings; test $? = 2' 2>&1 | FileCheck %s --check-prefix=BOTH
// BOTH: error: expected a model or --ceilings, found both

weft.func @main(%x: tensor<?x64xf32> {weft.name = "x", weft.dims = ["batch", ""]}, %w: tensor<64x32xf32> {weft.name = "w"})
    -> (tensor<?x32xf32> {weft.name = "y"}) {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<?x64xf32>, tensor<64x32xf32>) -> tensor<?x32xf32>
  weft.return %y : tensor<?x32xf32>
}
