// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which pre-tokenizers there are, and how they follow one another.
#include "runtime/text/tokenizer/PreTokenizer.h"

using namespace weft::text;
using weft::runtime::Status;

Status PreTokenizers::add(const Component &component) {
  if (Status status = component.check(); !status.ok())
    return status;
  std::string type = component.getType();
  if (type == "Sequence") {
    std::vector<Component> parts;
    if (Status status = component.readList("pretokenizers", parts);
        !status.ok())
      return status;
    for (const Component &part : parts)
      if (Status status = add(part); !status.ok())
        return status;
    return Status();
  }
  std::unique_ptr<PreTokenizer> made;
  for (auto make : {makePatternPreTokenizer, makeByteLevelPreTokenizer,
                    makeCharacterPreTokenizer, makeMetaspacePreTokenizer}) {
    if (Status status = make(component, made); !status.ok())
      return status;
    if (made) {
      list.push_back(std::move(made));
      return Status();
    }
  }
  component.addUnsupported("pre-tokenizer",
                           type.empty() ? "without type" : type);
  return Status();
}

Status PreTokenizers::apply(EncodeScratch &scratch) const {
  for (const std::unique_ptr<PreTokenizer> &preTokenizer : list) {
    scratch.nextPieces.clear();
    for (Piece &piece : scratch.pieces) {
      if (piece.id >= 0) {
        scratch.nextPieces.push_back(piece);
        continue;
      }
      spellOut(piece, scratch.arena);
      if (Status status =
              preTokenizer->split(piece, scratch, scratch.nextPieces);
          !status.ok())
        return status;
    }
    if (Status status = checkBudget(scratch); !status.ok())
      return status;
    scratch.pieces.swap(scratch.nextPieces);
  }
  return Status();
}
