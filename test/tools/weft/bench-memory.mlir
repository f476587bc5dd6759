// A batch that no machine holds is refused by the name of the input: 8 petabytes.
// RUN: sh -c 'weft bench %s --batch 2000000000 --seconds 0; test $? = 1' 2>&1 | FileCheck %s
// CHECK: error: no memory for input 'x' with a batch of 2000000000
weft.func @main(%x: tensor<?x1048576xf32> {weft.name = "x", weft.dims = ["batch", ""]}) -> (tensor<?x1048576xf32> {weft.name = "y"}) {
  %y = weft.neg %x : (tensor<?x1048576xf32>) -> tensor<?x1048576xf32>
  weft.return %y : tensor<?x1048576xf32>
}
