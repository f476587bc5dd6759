// Math becomes arithmetic; an instruction of AVX-512 scales by powers of two where a level has it, and a register holds as many numbers.
// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-expand-math))' | FileCheck %s --check-prefixes=ALL,PLAIN
// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-expand-math{has-scale=true}))' | FileCheck %s --check-prefixes=ALL,SCALE
// RUN: weft-opt %s --weft-cpu-lower-to-llvm | FileCheck %s --check-prefix=LLVM
// LLVM-NOT: math.
// LLVM-NOT: arith.

// ALL-LABEL: llvm.func @wide
// ALL-NOT: math.exp
// PLAIN-NOT: scalef
// SCALE: llvm.call_intrinsic "llvm.x86.avx512.mask.scalef.ps.512"
llvm.func @wide(%x: vector<16xf32>) -> vector<16xf32> {
  %y = math.exp %x : vector<16xf32>
  llvm.return %y : vector<16xf32>
}
// ALL-LABEL: llvm.func @narrow
// ALL-NOT: math.exp
// ALL-NOT: scalef
llvm.func @narrow(%x: vector<8xf32>) -> vector<8xf32> {
  %y = math.exp %x : vector<8xf32>
  llvm.return %y : vector<8xf32>
}
