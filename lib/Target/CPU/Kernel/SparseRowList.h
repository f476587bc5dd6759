// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The elements of a row that are not zero, group by group, in a kernel's scratch: what they are, and the steps of the reduction that they stand at.
//
//   floats   f32
//   quads    four at a time, as i16 with a scale for each group: an upper and a lower signed byte of each, x = scale * (256 upper + lower), with the
//            group's largest at 127 * 256; what rounds to 0 is left out
//
// A group is filled up with zeros to a multiple of kRound.
// Of a group with an infinity or a NaN the scale is one too, and its numbers are 0: so is what they are multiplied to.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROWLIST_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROWLIST_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

class SparseRowList {
public:
  enum class Form { Floats, Quads };

  static constexpr int64_t kRound = 8;
  /// Two rounds of steps may be asked for behind the last one of the list.
  static constexpr int64_t kAhead = 2 * kRound;

  /// Of a row of `depth` elements in groups of `block`, in `scratch`.
  SparseRowList(KernelBuilder &builder, Form form, mlir::Value scratch,
                mlir::Value depth, int64_t block);

  static mlir::Value computeBytes(KernelBuilder &builder, mlir::Value depth,
                                  int64_t block);

  /// Emits the listing of the row at `pointer`, of one stride.
  void emit(mlir::Value pointer, mlir::Type element);

  mlir::Value countGroups() const { return groups; }
  /// Where the list ends in the scratch, a multiple of 64 bytes behind its begin.
  mlir::Value getEnd();
  /// Where a group begins, and the one before ends.
  mlir::Value loadStart(mlir::Value group) {
    return loadNumber(starts(), group);
  }
  mlir::Value loadStep(mlir::Value at) { return loadNumber(steps(), at); }
  /// Element `at`, f32.
  mlir::Value loadFloat(mlir::Value at);
  /// Upper and lower bytes of elements `at` to `at` + 3, a multiple of 4, each as an i32.
  mlir::Value loadUpper(mlir::Value at);
  mlir::Value loadLower(mlir::Value at);
  /// Of a group: the sum of what is listed, as f32, and of quads the scale.
  mlir::Value loadSum(mlir::Value group);
  mlir::Value loadScale(mlir::Value group);

private:
  static mlir::Value countListed(KernelBuilder &builder, mlir::Value depth,
                                 mlir::Value groups);
  /// Lists the group at [from, to) from place `at` on, and gives the place behind it.
  mlir::Value listFloats(mlir::Value group, mlir::Value from, mlir::Value to,
                         mlir::Value at);
  mlir::Value listQuads(mlir::Value group, mlir::Value from, mlir::Value to,
                        mlir::Value at);
  mlir::Value findLargest(mlir::Value from, mlir::Value to);
  void putQuadElement(mlir::Value whole, mlir::Value step, mlir::Value at);

  mlir::Value elements() { return scratch; }
  mlir::Value lowerBytes();
  mlir::Value steps();
  mlir::Value starts();
  mlir::Value sums();
  mlir::Value scales();
  mlir::Value loadNumber(mlir::Value list, mlir::Value at);
  void storeNumber(mlir::Value number, mlir::Value list, mlir::Value at);

  KernelBuilder &b;
  Form form;
  mlir::Value scratch, depth, groups, capacity;
  int64_t block;
  mlir::Value row;
  mlir::Type element;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROWLIST_H
