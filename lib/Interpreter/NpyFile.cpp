// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The header of a .npy file is a Python dictionary; only the three keys that the format fixes are looked for.

#include "lib/Interpreter/NpyFile.h"
#include "lib/Support/MappedFile.h"
#include "lib/Support/OutputFile.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using namespace mlir;
using namespace weft;

static Type parseDescriptor(StringRef text, MLIRContext &context) {
  auto integer = [&](unsigned bits, bool isUnsigned) {
    return IntegerType::get(&context, bits,
                            isUnsigned ? IntegerType::Unsigned
                                       : IntegerType::Signless);
  };
  return llvm::StringSwitch<Type>(text)
      .Case("<f2", Float16Type::get(&context))
      .Case("<f4", Float32Type::get(&context))
      .Case("<f8", Float64Type::get(&context))
      .Case("|b1", integer(1, false))
      .Case("|i1", integer(8, false))
      .Case("<i2", integer(16, false))
      .Case("<i4", integer(32, false))
      .Case("<i8", integer(64, false))
      .Case("|u1", integer(8, true))
      .Case("<u2", integer(16, true))
      .Case("<u4", integer(32, true))
      .Case("<u8", integer(64, true))
      .Default(Type());
}

static StringRef describeElement(Element element) {
  switch (element) {
  case Element::I1:
    return "|b1";
  // Codes take a byte in memory.
  case Element::I3:
  case Element::I4:
  case Element::I5:
  case Element::I6:
  case Element::I8:
    return "|i1";
  case Element::I16:
    return "<i2";
  case Element::I32:
    return "<i4";
  case Element::I64:
    return "<i8";
  case Element::U8:
    return "|u1";
  case Element::U16:
    return "<u2";
  case Element::U32:
    return "<u4";
  case Element::U64:
    return "<u8";
  case Element::F16:
    return "<f2";
  // NumPy has no bf16: written as f32.
  case Element::BF16:
  case Element::F32:
    return "<f4";
  case Element::F64:
    return "<f8";
  }
  llvm_unreachable("every element is described");
}

/// What follows a key of the header, up to the end of its value.
static StringRef findValue(StringRef header, StringRef key) {
  size_t at = header.find(("'" + key + "'").str());
  if (at == StringRef::npos)
    return "";
  StringRef rest = header.drop_front(at + key.size() + 2).ltrim();
  if (!rest.consume_front(":"))
    return "";
  rest = rest.ltrim();
  if (rest.starts_with("("))
    return rest.take_until([](char c) { return c == ')'; }).drop_front();
  return rest.take_until([](char c) { return c == ',' || c == '}'; }).rtrim();
}

llvm::Expected<Tensor> weft::readNpy(StringRef path, MLIRContext &context) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  return readNpy(path, (*file)->getBytes(), *file, context);
}

llvm::Expected<Tensor> weft::readNpy(const Twine &name, ArrayRef<char> bytes,
                                     std::shared_ptr<const void> owner,
                                     MLIRContext &context) {
  auto bad = [&](const Twine &why) {
    return llvm::createStringError(name + ": " + why);
  };
  if (bytes.size() < 12 || StringRef(bytes.data(), 6) != "\x93NUMPY")
    return bad("expected a .npy file, found another kind of file; numpy.save "
               "writes one");
  bool isLong = bytes[6] > 1;
  size_t start = isLong ? 12 : 10;
  size_t size = isLong ? llvm::support::endian::read32le(bytes.data() + 8)
                       : llvm::support::endian::read16le(bytes.data() + 8);
  if (size > bytes.size() - start)
    return bad("the header of " + Twine(size) +
               " bytes goes beyond the end of the file");
  StringRef header(bytes.data() + start, size);
  StringRef descriptor = findValue(header, "descr").trim("'\"");
  Type element = parseDescriptor(descriptor, context);
  if (!element)
    return bad(
        "elements of type '" + descriptor +
        "' are not supported; save little-endian integers, floats or booleans");
  if (findValue(header, "fortran_order") == "True")
    return bad("the array is column-major; save numpy.ascontiguousarray of it");
  SmallVector<int64_t> dims;
  SmallVector<StringRef> sizes;
  // As many as NumPy has; a file may list millions.
  constexpr int maxRank = 64;
  findValue(header, "shape").split(sizes, ',', maxRank, false);
  if (sizes.size() > maxRank && !sizes.back().trim().empty())
    return bad("expected at most " + Twine(maxRank) +
               " dimensions, found more");
  for (StringRef text : sizes) {
    if (text.trim().empty())
      continue;
    int64_t dim;
    if (text.trim().getAsInteger(10, dim) || dim < 0)
      return bad("cannot read the size '" + text.trim() + "' in the header");
    dims.push_back(dim);
  }
  ArrayRef<char> data = bytes.drop_front(start + size);
  std::optional<int64_t> count = computeNumElements(dims);
  uint64_t elementBytes = getSizeBytes(*findElement(element));
  if (!count || data.size() / elementBytes < uint64_t(*count))
    return bad("expected " + (count ? Twine(*count) : Twine("more than 2^63")) +
               " elements of " + Twine(elementBytes) + " bytes, found " +
               Twine(data.size()) + " bytes");
  uint64_t need = uint64_t(*count) * elementBytes;
  FailureOr<Tensor> tensor =
      Tensor::borrow(element, dims, data.take_front(need), std::move(owner));
  if (failed(tensor))
    return bad("cannot hold the array");
  return *tensor;
}

Tensor weft::convertElements(const Tensor &tensor, Type elementType) {
  if (tensor.getElementType() == elementType)
    return tensor;
  FailureOr<Tensor> converted = Tensor::allocate(elementType, tensor.getDims());
  if (failed(converted))
    return Tensor();
  visitWide(tensor.getElement(), [&](auto wide) {
    std::vector<decltype(wide)> values = tensor.widen<decltype(wide)>();
    store(converted->getElement(), values.data(), tensor.getNumElements(),
          converted->getMutableData());
  });
  return *converted;
}

llvm::Error weft::writeNpy(StringRef path, const Tensor &tensor) {
  Tensor written =
      tensor.getElement() == Element::BF16
          ? convertElements(
                tensor, Float32Type::get(tensor.getElementType().getContext()))
          : tensor;
  std::string shape;
  for (int64_t dim : written.getDims())
    shape += llvm::utostr(dim) + ", ";
  if (written.getRank() > 1)
    shape.resize(shape.size() - 2);
  else if (written.getRank() == 1)
    shape.pop_back();
  std::string header =
      ("{'descr': '" + describeElement(written.getElement()) +
       "', 'fortran_order': False, 'shape': (" + shape + "), }")
          .str();
  // Elements begin at a multiple of 64.
  header.append((64 - (10 + header.size() + 1) % 64) % 64, ' ');
  header += '\n';
  char start[10] = {'\x93', 'N', 'U', 'M', 'P', 'Y', 1, 0};
  llvm::support::endian::write16le(start + 8, header.size());
  return writeWholeFile(path, [&](llvm::raw_ostream &stream) {
    stream.write(start, sizeof(start));
    stream << header;
    stream.write(written.getData(), written.getSizeBytes());
    return llvm::Error::success();
  });
}
