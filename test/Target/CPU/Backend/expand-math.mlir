// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-expand-math))' | FileCheck %s
// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-expand-math{has-scale=true}))' | FileCheck %s --check-prefixes=CHECK,SCALE
// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-expand-math{has-bf16=true}))' | FileCheck %s --check-prefix=BF16
// The numbers are tested in test/unit/target; here, that each kind of rewrite is taken, in which type, and what stays.

// f32 has a form of its own where networks spend time; subnormal results take two factors.
// CHECK-LABEL: llvm.func @exp
// CHECK-NOT: f64
// CHECK: math.fma {{.*}} : vector<8xf32>
// CHECK-NOT: math.exp
llvm.func @exp(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.exp %x : vector<8xf32>
  llvm.return %0 : vector<8xf32>
}

// The others go through f64.
// CHECK-LABEL: llvm.func @asin
// CHECK: arith.extf {{.*}} : vector<8xf32> to vector<8xf64>
// CHECK: math.fma {{.*}} : vector<8xf64>
// CHECK: arith.truncf {{.*}} : vector<8xf64> to vector<8xf32>
llvm.func @asin(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.asin %x : vector<8xf32>
  llvm.return %0 : vector<8xf32>
}

// Instructions of the processor stay.
// CHECK-LABEL: llvm.func @instructions
// CHECK: math.sqrt
// CHECK: math.floor
llvm.func @instructions(%x: f32) -> f32 {
  %0 = math.sqrt %x : f32
  %1 = math.floor %0 : f32
  llvm.return %1 : f32
}

// CHECK-LABEL: llvm.func @remainder
// CHECK: scf.while
// CHECK-NOT: arith.remf
llvm.func @remainder(%x: f32, %y: f32) -> f32 {
  %0 = arith.remf %x, %y : f32
  llvm.return %0 : f32
}

// Arithmetic on bf16 is done in f32, conversions on bits.
// CHECK-LABEL: llvm.func @bf16
// CHECK: arith.shli
// CHECK: arith.addf {{.*}} : vector<8xf32>
// CHECK: arith.shrui
// CHECK-NOT: arith.truncf
llvm.func @bf16(%x: vector<8xbf16>) -> vector<8xbf16> {
  %0 = arith.addf %x, %x : vector<8xbf16>
  llvm.return %0 : vector<8xbf16>
}

// A register of 16 is rounded by the processor where it can.
// CHECK-LABEL: llvm.func @round
// CHECK-NOT: cvtneps2bf16
// CHECK: arith.shrui
// BF16-LABEL: llvm.func @round
// BF16: llvm.call_intrinsic "llvm.x86.avx512bf16.cvtneps2bf16.512"
// BF16-NOT: arith.shrui
// BF16-LABEL: llvm.func @memory
llvm.func @round(%x: vector<16xf32>) -> vector<16xbf16> {
  %0 = arith.truncf %x : vector<16xf32> to vector<16xbf16>
  llvm.return %0 : vector<16xbf16>
}

// Between memory and arithmetic a bf16 is its bits, wherever LLVM moves them.
// CHECK-LABEL: llvm.func @memory
// CHECK: llvm.load {{.*}} -> i16
// CHECK: llvm.store {{.*}} : i16
llvm.func @memory(%p: !llvm.ptr) {
  %x = llvm.load %p {alignment = 2 : i64} : !llvm.ptr -> bf16
  %y = arith.addf %x, %x : bf16
  llvm.store %y, %p {alignment = 2 : i64} : bf16, !llvm.ptr
  llvm.return
}

// LLVM narrows these to f16, which is a call: the sign of an f64, the smaller of two f16.
// CHECK-LABEL: llvm.func @narrowed
// CHECK: math.copysign {{.*}} : f32
// CHECK-NOT: math.copysign
// CHECK: arith.select {{.*}} : f64
// CHECK-NOT: arith.minnumf
// CHECK: arith.select {{.*}} : f32
llvm.func @narrowed(%x: f64, %y: f64, %a: f32, %b: f32) -> f64 {
  %0 = math.copysign %a, %b : f32
  %1 = math.copysign %x, %y : f64
  %2 = arith.minnumf %0, %a : f32
  %3 = arith.extf %2 : f32 to f64
  %4 = arith.addf %1, %3 : f64
  llvm.return %4 : f64
}

// f16 conversions are instructions; from f64 they would be calls.
// CHECK-LABEL: llvm.func @f16
// CHECK: arith.truncf {{.*}} : f64 to f32
// CHECK: arith.ori
// CHECK: arith.truncf {{.*}} : f32 to f16
llvm.func @f16(%x: f64) -> f16 {
  %0 = arith.truncf %x : f64 to f16
  llvm.return %0 : f16
}

// Where a level has an instruction that scales by powers of two it is taken, for a whole register.
// CHECK-LABEL: llvm.func @wide
// SCALE: llvm.call_intrinsic "llvm.x86.avx512.mask.scalef.ps.512"
// CHECK-NOT: math.exp
llvm.func @wide(%x: vector<16xf32>) -> vector<16xf32> {
  %0 = math.exp %x : vector<16xf32>
  llvm.return %0 : vector<16xf32>
}
