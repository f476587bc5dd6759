// Inputs, outputs and their errors. The interpreter runs, so that nothing here depends on code generation.
// RUN: rm -rf %t && mkdir %t
// RUN: weft run %s --interpret --input x=2 --input y=3 --output-dir %t/deep/out | FileCheck %s --check-prefix=FILL
// FILL: z/1: tensor<4x8xf32> min 5 max 5 mean 5
// FILL: z_1: tensor<4x8xf32> min 6 max 6 mean 6
// RUN: %python -c "import numpy as np; z = np.load('%t/deep/out/z_1.npy'); assert z.dtype == np.float32 and z.shape == (4, 8) and (z == 5).all(); assert (np.load('%t/deep/out/z_1_1.npy') == 6).all()"

// A file that NumPy writes is what the model gets.
// RUN: %python -c "import numpy as np; np.save('%t/x.npy', np.arange(32, dtype=np.float32).reshape(4, 8)); np.save('%t/f64.npy', np.zeros((4, 8))); np.save('%t/column.npy', np.zeros((4, 8), np.float32, order='F')); np.save('%t/complex.npy', np.zeros((4, 8), np.complex64)); open('%t/short.npy', 'wb').write(open('%t/x.npy', 'rb').read()[:-4])"
// RUN: weft run %s --interpret --input x=%t/x.npy --input y=0 --output-node z/1 | FileCheck %s --check-prefix=FILE --implicit-check-not=z_1
// FILE: z/1: tensor<4x8xf32> min 0 max 31 mean 15.5

// Without --input the values are the same in every run.
// RUN: weft run %s --interpret > %t/first && weft run %s --interpret > %t/second && cmp %t/first %t/second

// RUN: sh -c 'weft run %s --interpret --input q=1; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NAME
// NAME: error: the model has no input 'q'; it has 'x' f32[4, 8], 'y' f32[8]
// RUN: sh -c 'weft run %s --interpret --input x; test $? = 2' 2>&1 | FileCheck %s --check-prefix=FORM
// FORM: error: --input expects NAME=VALUE, found 'x'
// RUN: sh -c 'weft run %s --interpret --input x=random:4x9; test $? = 1' 2>&1 | FileCheck %s --check-prefix=SHAPE
// SHAPE: error: input 'x': expected f32[4, 8], found dimensions [4, 9]
// RUN: sh -c 'weft run %s --interpret --input x=random:4xa; test $? = 1' 2>&1 | FileCheck %s --check-prefix=RANDOM
// RANDOM: error: input 'x': expected sizes as in random:1x3x224x224, found '4xa'
// RUN: sh -c 'weft run %s --interpret --input x=%t/f64.npy; test $? = 1' 2>&1 | FileCheck %s --check-prefix=DTYPE
// DTYPE: error: input 'x': expected elements of type f32, found f64 in
// RUN: sh -c 'weft run %s --interpret --input x=%t/column.npy; test $? = 1' 2>&1 | FileCheck %s --check-prefix=COLUMN
// COLUMN: column.npy: the array is column-major; save numpy.ascontiguousarray of it
// RUN: sh -c 'weft run %s --interpret --input x=%t/complex.npy; test $? = 1' 2>&1 | FileCheck %s --check-prefix=COMPLEX
// COMPLEX: complex.npy: elements of type '<c8' are not supported
// RUN: sh -c 'weft run %s --interpret --input x=%t/short.npy; test $? = 1' 2>&1 | FileCheck %s --check-prefix=SHORT
// SHORT: short.npy: expected 32 elements of 4 bytes, found 124 bytes
// RUN: sh -c 'weft run %s --interpret --input x=%t/first.npy; test $? = 1' 2>&1 | FileCheck %s --check-prefix=MISSING
// MISSING: error: input 'x': {{.*}}first.npy
// RUN: sh -c 'weft run %s --interpret --output-node w; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NODE
// NODE: error: the model has no output 'w'; it has 'z/1', 'z_1'
// RUN: sh -c 'weft run %t/nothing.onnx; test $? = 1' 2>&1 | FileCheck %s --check-prefix=NOTHING
// NOTHING: error: cannot read '{{.*}}nothing.onnx': No such file or directory

weft.func @main(%x: tensor<4x8xf32> {weft.name = "x"}, %y: tensor<8xf32> {weft.name = "y"})
    -> (tensor<4x8xf32> {weft.name = "z/1"}, tensor<4x8xf32> {weft.name = "z_1"}) {
  %0 = weft.add %x, %y : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %1 = weft.mul %x, %y : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  weft.return %0, %1 : tensor<4x8xf32>, tensor<4x8xf32>
}
