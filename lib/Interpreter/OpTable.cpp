// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From an op to its meaning. The table refers to evaluate() of every op of the
// dialect, so that the library does not link while one is missing.

#include "lib/Interpreter/Evaluator.h"

using namespace mlir;
using namespace weft;

namespace {
using Meaning = LogicalResult (*)(Operation *, Evaluation &);

template <typename... Ops> llvm::DenseMap<TypeID, Meaning> makeTable() {
  llvm::DenseMap<TypeID, Meaning> table;
  (table.try_emplace(TypeID::get<Ops>(),
                     [](Operation *op, Evaluation &evaluation) {
                       return evaluate(cast<Ops>(op), evaluation);
                     }),
   ...);
  return table;
}
} // namespace

LogicalResult weft::evaluateAny(Operation *op, Evaluation &evaluation) {
  static const llvm::DenseMap<TypeID, Meaning> table = makeTable<
#define GET_OP_LIST
#include "lib/Interpreter/OpList.inc"
      >();
  Meaning meaning = table.lookup(op->getName().getTypeID());
  if (!meaning)
    return evaluation.fail()
           << "is not an op of the weft dialect and has no reference meaning";
  return meaning(op, evaluation);
}
