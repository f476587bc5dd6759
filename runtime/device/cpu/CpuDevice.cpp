// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loads code objects and serves them the host functions of
// runtime/abi/GeneratedCode.h.
#include "runtime/device/cpu/CpuDevice.h"
#include "runtime/abi/GeneratedCode.h"
#include "runtime/device/cpu/DynamicArena.h"
#include "runtime/device/cpu/FloatEnvironment.h"
#include "runtime/device/cpu/ThreadPool.h"
#include "runtime/program/CodeObject.h"
#include "runtime/program/Profile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace weft::runtime;

namespace {

/// Temporaries of a call: the planned ones, those of unforeseen sizes, and the
/// scratch of the calling thread.
class CpuWorkspace final : public Workspace {
public:
  Buffer arena;
  DynamicArena dynamic;
  Buffer scratch;
  std::vector<WorkerSpan> spans;
};

/// What WeftFrame::context points to.
struct CpuRun {
  Invocation &invocation;
  CpuWorkspace &workspace;
  ThreadPool &pool;
};

class CpuExecutable final : public Executable {
public:
  CpuExecutable(const ModuleFile &file, std::string level,
                std::unique_ptr<CodeObject> code)
      : file(file), level(std::move(level)), code(std::move(code)) {}

  Status findEntries();

  std::string_view getLevel() const override { return level; }
  Status createWorkspace(uint32_t function,
                         std::unique_ptr<Workspace> &workspace) const override;
  WeftStatus run(uint32_t function, Invocation &invocation,
                 Workspace &workspace, Queue &queue) const override;

private:
  const ModuleFile &file;
  std::string level;
  std::unique_ptr<CodeObject> code;
  std::vector<WeftEntryFn> entries; // one a function
  std::vector<int64_t> weightOffsets;
};

class CpuDevice final : public Device {
public:
  std::string_view getName() const override { return "cpu"; }
  Status load(const LoadRequest &request,
              std::unique_ptr<Executable> &executable) const override {
    return loadForProcessor(Processor::detect(), request, executable);
  }
  std::unique_ptr<Queue> createQueue(int threads) const override {
    return std::make_unique<ThreadPool>(threads);
  }
};

} // namespace

static CpuRun &getRun(void *context) { return *static_cast<CpuRun *>(context); }

static int32_t runJob(void *context, int32_t dispatch, Job job) {
  CpuRun &run = getRun(context);
  if (run.invocation.pollCancelled())
    return WEFT_STATUS_CANCELLED;
  job.cancelled = run.invocation.getCancelFlag();
  Profile *profile = run.invocation.getProfile();
  if (!profile)
    return run.pool.run(job, run.workspace.scratch);
  run.workspace.spans.assign(size_t(run.pool.getThreads()), WorkerSpan());
  job.spans = run.workspace.spans;
  int32_t status = run.pool.run(job, run.workspace.scratch);
  profile->addDispatch(dispatch, job.spans);
  return status;
}

static int32_t hostParallelFor(void *context, int32_t dispatch,
                               WeftKernelFn kernel, const int64_t *args,
                               int64_t tasks, int64_t scratchBytes,
                               int64_t costNs) {
  return runJob(context, dispatch, {kernel, args, tasks, scratchBytes, costNs});
}

static int32_t hostParallelSlices(void *context, int32_t dispatch,
                                  WeftKernelFn kernel, const int64_t *args,
                                  int64_t tasks, int64_t scratchBytes,
                                  int64_t costNs) {
  return runJob(
      context, dispatch,
      {kernel, args, tasks, scratchBytes, costNs, /*offersParts=*/true});
}

static int32_t hostShare(void *context, WeftKernelFn kernel,
                         const int64_t *args, int64_t tasks, void *scratch,
                         int64_t costNs) {
  return getRun(context).pool.share(kernel, args, tasks, scratch, costNs);
}

static void *hostAllocate(void *context, int64_t bytes) {
  return getRun(context).workspace.dynamic.allocate(bytes);
}

static void hostRelease(void *context, void *pointer) {
  getRun(context).workspace.dynamic.release(pointer);
}

static void *hostOutput(void *context, int32_t index, const int64_t *dims,
                        int32_t rank) {
  return getRun(context).invocation.output(index, dims, rank);
}

static int32_t hostFail(void *context, int32_t message, int64_t value0,
                        int64_t value1) {
  return getRun(context).invocation.fail(message, value0, value1);
}

static int32_t hostExternal(void *context, int32_t index,
                            const WeftTensorSlot *operands, int32_t count) {
  return getRun(context).invocation.external(index, operands, count);
}

static void *hostAppend(void *context, int32_t index, int32_t input,
                        const int64_t *dims, int32_t rank) {
  return getRun(context).invocation.append(index, input, dims, rank);
}

static int32_t hostCountThreads(void *context) {
  return getRun(context).pool.getThreads();
}

static constexpr WeftHost host = {
    sizeof(WeftHost), WEFT_ABI_VERSION, hostParallelFor,    hostAllocate,
    hostRelease,      hostOutput,       hostFail,           hostExternal,
    hostAppend,       hostCountThreads, hostParallelSlices, hostShare};

Status CpuExecutable::findEntries() {
  const Manifest &manifest = file.getManifest();
  for (const Function &function : manifest.functions) {
    void *entry = code->find(function.symbol);
    if (!entry)
      return failure(WEFT_STATUS_BAD_MODULE, "expected symbol '",
                     function.symbol, "' of function '", function.name,
                     "' in the code for level ", level, ", found none");
    entries.push_back(reinterpret_cast<WeftEntryFn>(entry));
  }
  for (const Weight &weight : manifest.weights)
    weightOffsets.push_back(int64_t(weight.segment.offset));
  return Status();
}

Status
CpuExecutable::createWorkspace(uint32_t function,
                               std::unique_ptr<Workspace> &workspace) const {
  uint64_t bytes = file.getManifest().functions[function].arenaBytes;
  auto created = std::make_unique<CpuWorkspace>();
  if (!created->arena.allocate(bytes))
    return failure(WEFT_STATUS_OUT_OF_MEMORY, "cannot allocate an arena of ",
                   bytes, " bytes");
  workspace = std::move(created);
  return Status();
}

WeftStatus CpuExecutable::run(uint32_t function, Invocation &invocation,
                              Workspace &workspace, Queue &queue) const {
  auto &memory = static_cast<CpuWorkspace &>(workspace);
  CpuRun run{invocation, memory, static_cast<ThreadPool &>(queue)};
  WeftFrame frame{&host,
                  &run,
                  file.getData(),
                  invocation.getInputs().data(),
                  memory.arena.getData(),
                  weightOffsets.data()};
  FloatEnvironment environment;
  int32_t status = entries[function](&frame);
  memory.dynamic.reset();
  return WeftStatus(status);
}

/// Opens a copy of a code object for the loader to map, named by its checksum
/// so that equal code is written once; -1 when the folder does not allow it.
static int writeCodeFile(const LoadRequest &request, const CodeEntry &entry,
                         std::string_view elf, std::string &path) {
  path = concat(request.codeDirectory, "/weft-",
                toHex(entry.segment.checksum).substr(2), ".so");
  std::string temporary = concat(path, ".", getpid());
  int file =
      open(temporary.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0)
    return -1;
  bool written = write(file, elf.data(), elf.size()) == ssize_t(elf.size()) &&
                 rename(temporary.c_str(), path.c_str()) == 0;
  if (written)
    return file;
  unlink(temporary.c_str());
  close(file);
  return -1;
}

static Status loadCode(const LoadRequest &request, const CodeEntry &entry,
                       std::unique_ptr<CodeObject> &code) {
  std::string_view elf = request.file.getBytes(entry.segment);
  if (request.codeDirectory.empty())
    return CodeObject::load(elf, -1, code);
  std::string path;
  int descriptor = writeCodeFile(request, entry, elf, path);
  if (descriptor < 0)
    request.log.write(WEFT_LOG_WARNING,
                      concat("cannot write '", path, "': ", strerror(errno)));
  Status status = CodeObject::load(elf, descriptor, code);
  if (descriptor >= 0)
    close(descriptor);
  if (status.ok() && descriptor >= 0)
    request.log.write(WEFT_LOG_INFO,
                      concat("code for gdb: add-symbol-file ", path, " -o ",
                             toHex(code->getBase())));
  return status;
}

/// Chooses code. Permission to use tiles is asked for only where they would be
/// used; refused, it makes the processor one without them.
static Status chooseCode(const Processor &processor, const LoadRequest &request,
                         size_t &index) {
  const std::vector<CodeEntry> &code = request.file.getManifest().code;
  if (Status status = processor.choose(code, request.level, index);
      !status.ok())
    return status;
  const CodeEntry &entry = code[index];
  if (std::none_of(entry.features.begin(), entry.features.end(),
                   isTileFeature) ||
      requestTilePermission())
    return Status();
  std::string refusal = concat("the system does not let this process use AMX, "
                               "which level ",
                               entry.level, " needs");
  request.log.write(WEFT_LOG_WARNING, refusal);
  Status status = processor.withoutTiles().choose(code, request.level, index);
  if (status.ok())
    return status;
  return failure(status.getCode(), refusal, "; ", status.getMessage());
}

Status
weft::runtime::loadForProcessor(const Processor &processor,
                                const LoadRequest &request,
                                std::unique_ptr<Executable> &executable) {
  const Manifest &manifest = request.file.getManifest();
  size_t index;
  if (Status status = chooseCode(processor, request, index); !status.ok())
    return status;
  const CodeEntry &entry = manifest.code[index];
  if (Status status = request.file.verify(entry.segment, "code"); !status.ok())
    return status;
  std::unique_ptr<CodeObject> code;
  if (Status status = loadCode(request, entry, code); !status.ok())
    return status;
  auto loaded = std::make_unique<CpuExecutable>(request.file, entry.level,
                                                std::move(code));
  if (Status status = loaded->findEntries(); !status.ok())
    return status;
  executable = std::move(loaded);
  return Status();
}

const Device &weft::runtime::getCpuDevice() {
  static const CpuDevice device;
  return device;
}
