// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A name may have "=" in it, a size not.

#include "lib/Support/DimBinding.h"
#include "llvm/ADT/Twine.h"

using namespace weft;

llvm::Expected<DimBinding> weft::parseDimBinding(llvm::StringRef text) {
  auto [name, size] = text.rsplit('=');
  DimBinding binding;
  binding.name = name.str();
  auto [least, most] = size.split("..");
  if (!size.contains(".."))
    most = least;
  if (name.empty() || least.getAsInteger(10, binding.least) ||
      most.getAsInteger(10, binding.most) || binding.least < 0 ||
      binding.most < binding.least)
    return llvm::createStringError(
        "expected a dimension as NAME=SIZE or NAME=LO..HI, found '" + text +
        "'");
  return binding;
}
