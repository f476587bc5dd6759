// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What tuning learnt, in a file that people may read, merge and carry to
// another machine of the same kind.
//
// Lines of JSON, the first of which says what the file is:
//
//   {"weft-schedules":1}
//   {"level":"avx2","caches":[32768,524288,33554432],"processor":"AMD EPYC",
//    "product":{"elements":"f32 x f32","batches":1,"rows":128,"columns":768,
//               "outer":1,"inner":3072,"parts":1},
//    "schedule":{"rows":6,"panels":1,"blockRows":132,"blockPanels":12,
//                "chunk":1024},"speedup":1.08}      (in one line)
//
// A schedule holds for processors of the same level and caches; "processor" is
// for people. `"schedule":null` says that nothing was faster than the choice
// without measurement.

#ifndef WEFT_LIB_TARGET_CPU_TUNING_SCHEDULEFILE_H
#define WEFT_LIB_TARGET_CPU_TUNING_SCHEDULEFILE_H

#include "lib/Target/CPU/Backend/Levels.h"
#include "lib/Target/CPU/Kernel/ScheduleChoice.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace weft::cpu {

/// What a schedule was measured on.
struct Processor {
  /// Level::name, and the lanes of f32 in its registers.
  std::string level;
  int64_t lanes;
  /// Bytes of the data caches that a core sees, the nearest first.
  llvm::SmallVector<int64_t, 4> caches;
  /// As the system calls it.
  std::string name;

  bool isLike(const Processor &other) const {
    return level == other.level && caches == other.caches;
  }
};

/// This machine, running code of \p level.
Processor describeProcessor(const Level &level);

struct MeasuredSchedule {
  Processor processor;
  ProductKey product;
  /// None: the choice of chooseSchedule is the best that is known.
  std::optional<Schedule> schedule;
  /// How often the chosen schedule's time is that of the default one.
  double speedup = 1;
};

class ScheduleFile {
public:
  /// Reads \p path. An error names file and line, what was expected and found.
  static llvm::Expected<ScheduleFile> read(llvm::StringRef path);
  /// Reads \p path if it is there.
  static llvm::Expected<ScheduleFile> readIfThere(llvm::StringRef path);

  /// Replaces what was measured for the same product on such a processor.
  void add(MeasuredSchedule entry);
  const MeasuredSchedule *find(const Processor &processor,
                               const ProductKey &product) const;
  llvm::ArrayRef<MeasuredSchedule> getEntries() const { return entries; }

  /// Writes the file, which appears at once and whole, and the folder that it
  /// is in.
  llvm::Error write(llvm::StringRef path) const;

private:
  std::vector<MeasuredSchedule> entries;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_TUNING_SCHEDULEFILE_H
