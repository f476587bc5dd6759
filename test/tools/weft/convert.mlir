// The IR of a file survives model.ir; named dimensions can be fixed on the way.
// RUN: weft convert %s -o %t.ir && weft compile %t.ir --compile-to=import | FileCheck %s
// RUN: weft convert %s -o %t.ir --dim batch=4 && weft compile %t.ir --compile-to=import | FileCheck %s --check-prefix=BOUND
// RUN: sh -c 'weft convert %s -o %t.ir --dim bach=4; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NODIM
// RUN: sh -c 'weft convert %s -o %t.ir --dim batch; test $? = 2' 2>&1 | FileCheck %s --check-prefix=DIM
// RUN: sh -c 'weft convert %s -o %t.ir --state a; test $? = 2' 2>&1 | FileCheck %s --check-prefix=STATE

// CHECK: weft.func @main(%{{.*}}: tensor<?x8xf32>
// BOUND: weft.func @main(%{{.*}}: tensor<4x8xf32>
// NODIM: error: {{.*}}expected a dimension named 'bach'; the model has 'batch'
// DIM: error: --dim expects NAME=SIZE|LO..HI, found 'batch'
// STATE: error: --state expects INPUT=OUTPUT, found 'a'
weft.func @main(%x: tensor<?x8xf32> {weft.name = "x", weft.dims = ["batch", ""]}) -> (tensor<?x8xf32> {weft.name = "y", weft.dims = ["batch", ""]}) {
  %0 = weft.neg %x : (tensor<?x8xf32>) -> tensor<?x8xf32>
  weft.return %0 : tensor<?x8xf32>
}
