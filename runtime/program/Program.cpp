// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Opening a program: the file is checked already, the device chooses and checks
// the code.
#include "runtime/program/Program.h"

using namespace weft::runtime;

Status Program::create(std::unique_ptr<ModuleFile> file, const Device &device,
                       ProgramOptions options,
                       std::shared_ptr<const Program> &program) {
  std::shared_ptr<Program> created(new Program);
  created->device = &device;
  created->file = std::move(file);
  created->options = std::move(options);
  LoadRequest request{*created->file, created->options.level,
                      created->options.codeDirectory, created->options.log};
  if (Status status = device.load(request, created->executable); !status.ok())
    return std::move(status).in(created->file->getName());
  created->options.log.write(WEFT_LOG_DEBUG,
                             concat(created->file->getName(), ": level ",
                                    created->executable->getLevel(), " on ",
                                    device.getName()));
  program = std::move(created);
  return Status();
}

std::shared_ptr<Queue> Program::getQueue() const {
  std::lock_guard lock(mutex);
  if (!queue)
    queue = device->createQueue(options.threads);
  return queue;
}

Status Program::verify() const {
  for (const Weight &weight : getManifest().weights)
    if (Status status =
            file->verify(weight.segment, concat("weight '", weight.name, "'"));
        !status.ok())
      return std::move(status).in(file->getName());
  for (const Asset &asset : getManifest().assets)
    if (Status status =
            file->verify(asset.segment, concat("asset '", asset.name, "'"));
        !status.ok())
      return std::move(status).in(file->getName());
  return Status();
}
