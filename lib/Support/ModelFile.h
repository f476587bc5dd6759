// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The container model.ir: bytecode, weights, assets and metadata in one file
// that is mapped and never read as a whole. docs/ModelFile.md has its bytes.

#ifndef WEFT_LIB_SUPPORT_MODELFILE_H
#define WEFT_LIB_SUPPORT_MODELFILE_H

#include "lib/Support/WeightStore.h"
#include "llvm/Support/JSON.h"
#include <functional>

namespace weft {

/// The newest format of model.ir that this Weft reads, and the one it writes.
inline constexpr uint32_t kModelFileVersion = 1;

/// A named file that travels with the model: tokenizer, labels, chat template.
struct ModelAsset {
  /// That of a file, without folders.
  std::string name;
  llvm::ArrayRef<char> bytes;
};

/// What writeModelFile puts into the file besides the weights.
struct ModelFileContents {
  /// Streams the MLIR bytecode.
  llvm::function_ref<llvm::Error(llvm::raw_ostream &)> writeBytecode;
  std::vector<ModelAsset> assets;
  /// Facts about the source, for people and tools; any JSON object.
  llvm::json::Object metadata;
  /// Which weights to write; all if empty.
  std::function<bool(const WeightSegment &)> isWanted;
};

enum class WeightPlacement {
  /// All bytes go into the file; it stands alone.
  Embed,
  /// Ranges of files in the output's folder or below stay there; all else is
  /// embedded. The model is readable only beside those files.
  ReferToFiles,
};

class ModelFileDraft;

/// Writes \p path anew. It appears complete and at once: a reader sees the old
/// file or the new one, whatever interrupts the writer. Segments stream through
/// a small buffer and their pages are given back. With a \p draft it becomes the file: weights that it maps stay where they are.
llvm::Error writeModelFile(llvm::StringRef path,
                           const ModelFileContents &contents,
                           WeightStore &weights,
                           WeightPlacement placement = WeightPlacement::Embed,
                           ModelFileDraft *draft = nullptr);

/// True if the file begins as a model.ir does; false also where it cannot be
/// read.
bool isModelFile(llvm::StringRef path);

/// A model.ir that was read. Its bytes stay mapped as long as it lives.
class ModelFile {
public:
  /// Maps \p path and checks frame, index and bytecode; weights are checked by
  /// size now and by WeightStore::verify() in full. Fails with one message if
  /// the file is no model.ir, of a newer format, cut short or damaged, or if a
  /// file that it refers to is missing, short or outside its folder.
  static llvm::Expected<std::unique_ptr<ModelFile>> read(llvm::StringRef path);

  llvm::ArrayRef<char> getBytecode() const { return bytecode; }
  llvm::ArrayRef<ModelAsset> getAssets() const { return assets; }
  const llvm::json::Object &getMetadata() const { return metadata; }

  /// The weights, as ranges of this file and those that it refers to. The
  /// caller may take them; they keep the file mapped.
  std::unique_ptr<WeightStore> weights;

private:
  ModelFile() = default;

  std::shared_ptr<MappedFile> file;
  llvm::ArrayRef<char> bytecode;
  std::vector<ModelAsset> assets;
  llvm::json::Object metadata;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODELFILE_H
