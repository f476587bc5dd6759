// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ImageFolder.h.

#include "lib/Images/ImageFolder.h"
#include "lib/Images/ImageFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace weft;
using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace {
struct Listing {
  std::vector<std::string> files, folders;
};
} // namespace

/// What is in one folder, sorted. Links are followed.
static llvm::Expected<Listing> list(StringRef path) {
  Listing listing;
  std::error_code error;
  for (fs::directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    if (llvm::sys::path::filename(at->path()).starts_with("."))
      continue;
    // Of a regular file the system need not be asked again.
    if (at->type() != fs::file_type::regular_file &&
        fs::is_directory(at->path()))
      listing.folders.push_back(at->path());
    else if (hasImageName(at->path()))
      listing.files.push_back(at->path());
  }
  if (error)
    return llvm::createStringError("cannot read the folder '" + path +
                                   "': " + error.message());
  llvm::sort(listing.files);
  llvm::sort(listing.folders);
  return listing;
}

/// Collects what is below a folder. Links may lead in circles, so that each folder is `seen` once.
static llvm::Error collect(StringRef path, std::set<fs::UniqueID> &seen,
                           std::vector<std::string> &files) {
  std::vector<std::string> waiting = {path.str()};
  while (!waiting.empty()) {
    std::string folder = std::move(waiting.back());
    waiting.pop_back();
    fs::UniqueID id;
    if (!fs::getUniqueID(folder, id) && !seen.insert(id).second)
      continue;
    llvm::Expected<Listing> listing = list(folder);
    if (!listing)
      return listing.takeError();
    llvm::append_range(files, listing->files);
    for (std::string &each : llvm::reverse(listing->folders))
      waiting.push_back(std::move(each));
  }
  return llvm::Error::success();
}

llvm::Expected<ImageFolder> ImageFolder::open(StringRef path) {
  ImageFolder images;
  images.path = path.str();
  llvm::Expected<Listing> top = list(path);
  if (!top)
    return top.takeError();
  bool hasClasses = top->files.empty();
  images.files = std::move(top->files);
  for (auto [label, folder] : llvm::enumerate(top->folders)) {
    std::set<fs::UniqueID> seen;
    if (llvm::Error error = collect(folder, seen, images.files))
      return std::move(error);
    if (hasClasses)
      images.labels.resize(images.files.size(), static_cast<int64_t>(label));
  }
  if (images.files.empty())
    return llvm::createStringError(
        "the folder '" + path +
        "' has no images: expected files whose names end in .jpg, .jpeg, .png, "
        ".bmp, .pgm or .ppm, in it or in sub-folders");
  if (hasClasses)
    images.numClasses = static_cast<int64_t>(top->folders.size());
  return std::move(images);
}

void ImageFolder::thin(size_t count) {
  size_t all = files.size();
  if (count >= all)
    return;
  // No place is taken before it was read.
  for (size_t i = 0; i < count; ++i) {
    std::swap(files[i], files[i * all / count]);
    if (!labels.empty())
      labels[i] = labels[i * all / count];
  }
  files.resize(count);
  if (!labels.empty())
    labels.resize(count);
}
