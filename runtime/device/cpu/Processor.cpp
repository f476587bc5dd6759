// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One table maps LLVM's feature names to bits of cpuid, and to the state that
// the operating system must save for them.
#include "runtime/device/cpu/Processor.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

using namespace weft::runtime;

#if defined(__x86_64__)

namespace {

enum Register : uint8_t { EAX, EBX, ECX, EDX };

/// State components of XCR0 that must be enabled.
enum State : uint32_t {
  None = 0,
  Avx = 0x6,       // XMM and YMM
  Avx512 = 0xe6,   // and opmask, upper halves, upper registers
  Tiles = 0x60000, // tile configuration and data
};

struct FeatureRow {
  const char *name;
  uint32_t leaf;
  uint32_t subleaf;
  Register reg;
  uint8_t bit;
  State state;
};

} // namespace

// Intel SDM volume 2A, CPUID; AMD APM volume 3, appendix E. Names as in LLVM's
// X86TargetParser.
static constexpr FeatureRow table[] = {
    {"sse3", 1, 0, ECX, 0, None},
    {"pclmul", 1, 0, ECX, 1, None},
    {"ssse3", 1, 0, ECX, 9, None},
    {"fma", 1, 0, ECX, 12, Avx},
    {"cx16", 1, 0, ECX, 13, None},
    {"sse4.1", 1, 0, ECX, 19, None},
    {"sse4.2", 1, 0, ECX, 20, None},
    {"crc32", 1, 0, ECX, 20, None},
    {"movbe", 1, 0, ECX, 22, None},
    {"popcnt", 1, 0, ECX, 23, None},
    {"aes", 1, 0, ECX, 25, None},
    {"xsave", 1, 0, ECX, 27, None},
    {"avx", 1, 0, ECX, 28, Avx},
    {"f16c", 1, 0, ECX, 29, Avx},
    {"rdrnd", 1, 0, ECX, 30, None},
    {"cx8", 1, 0, EDX, 8, None},
    {"cmov", 1, 0, EDX, 15, None},
    {"mmx", 1, 0, EDX, 23, None},
    {"fxsr", 1, 0, EDX, 24, None},
    {"sse", 1, 0, EDX, 25, None},
    {"sse2", 1, 0, EDX, 26, None},
    {"fsgsbase", 7, 0, EBX, 0, None},
    {"bmi", 7, 0, EBX, 3, None},
    {"avx2", 7, 0, EBX, 5, Avx},
    {"bmi2", 7, 0, EBX, 8, None},
    {"invpcid", 7, 0, EBX, 10, None},
    {"rtm", 7, 0, EBX, 11, None},
    {"avx512f", 7, 0, EBX, 16, Avx512},
    {"avx512dq", 7, 0, EBX, 17, Avx512},
    {"rdseed", 7, 0, EBX, 18, None},
    {"adx", 7, 0, EBX, 19, None},
    {"avx512ifma", 7, 0, EBX, 21, Avx512},
    {"clflushopt", 7, 0, EBX, 23, None},
    {"clwb", 7, 0, EBX, 24, None},
    {"avx512cd", 7, 0, EBX, 28, Avx512},
    {"sha", 7, 0, EBX, 29, None},
    {"avx512bw", 7, 0, EBX, 30, Avx512},
    {"avx512vl", 7, 0, EBX, 31, Avx512},
    {"avx512vbmi", 7, 0, ECX, 1, Avx512},
    {"pku", 7, 0, ECX, 4, None}, // and enabled by the system
    {"waitpkg", 7, 0, ECX, 5, None},
    {"avx512vbmi2", 7, 0, ECX, 6, Avx512},
    {"shstk", 7, 0, ECX, 7, None},
    {"gfni", 7, 0, ECX, 8, None},
    {"vaes", 7, 0, ECX, 9, Avx},
    {"vpclmulqdq", 7, 0, ECX, 10, Avx},
    {"avx512vnni", 7, 0, ECX, 11, Avx512},
    {"avx512bitalg", 7, 0, ECX, 12, Avx512},
    {"avx512vpopcntdq", 7, 0, ECX, 14, Avx512},
    {"rdpid", 7, 0, ECX, 22, None},
    {"cldemote", 7, 0, ECX, 25, None},
    {"movdiri", 7, 0, ECX, 27, None},
    {"movdir64b", 7, 0, ECX, 28, None},
    {"enqcmd", 7, 0, ECX, 29, None},
    {"uintr", 7, 0, EDX, 5, None},
    {"avx512vp2intersect", 7, 0, EDX, 8, Avx512},
    {"serialize", 7, 0, EDX, 14, None},
    {"tsxldtrk", 7, 0, EDX, 16, None},
    {"pconfig", 7, 0, EDX, 18, None},
    {"amx-bf16", 7, 0, EDX, 22, Tiles},
    {"avx512fp16", 7, 0, EDX, 23, Avx512},
    {"amx-tile", 7, 0, EDX, 24, Tiles},
    {"amx-int8", 7, 0, EDX, 25, Tiles},
    {"sha512", 7, 1, EAX, 0, Avx},
    {"sm3", 7, 1, EAX, 1, Avx},
    {"sm4", 7, 1, EAX, 2, Avx},
    {"raoint", 7, 1, EAX, 3, None},
    {"avxvnni", 7, 1, EAX, 4, Avx},
    {"avx512bf16", 7, 1, EAX, 5, Avx512},
    {"cmpccxadd", 7, 1, EAX, 7, None},
    {"amx-fp16", 7, 1, EAX, 21, Tiles},
    {"hreset", 7, 1, EAX, 22, None},
    {"avxifma", 7, 1, EAX, 23, Avx},
    {"avxvnniint8", 7, 1, EDX, 4, Avx},
    {"avxneconvert", 7, 1, EDX, 5, Avx},
    {"amx-complex", 7, 1, EDX, 8, Tiles},
    {"avxvnniint16", 7, 1, EDX, 10, Avx},
    {"prefetchi", 7, 1, EDX, 14, None},
    {"xsaveopt", 0xd, 1, EAX, 0, None},
    {"xsavec", 0xd, 1, EAX, 1, None},
    {"xsaves", 0xd, 1, EAX, 3, None},
    {"ptwrite", 0x14, 0, EBX, 4, None},
    {"sahf", 0x80000001, 0, ECX, 0, None},
    {"lzcnt", 0x80000001, 0, ECX, 5, None},
    {"sse4a", 0x80000001, 0, ECX, 6, None},
    {"prfchw", 0x80000001, 0, ECX, 8, None},
    {"xop", 0x80000001, 0, ECX, 11, Avx},
    {"lwp", 0x80000001, 0, ECX, 15, None},
    {"fma4", 0x80000001, 0, ECX, 16, Avx},
    {"tbm", 0x80000001, 0, ECX, 21, None},
    {"mwaitx", 0x80000001, 0, ECX, 29, None},
    {"64bit", 0x80000001, 0, EDX, 29, None},
    {"clzero", 0x80000008, 0, EBX, 0, None},
    {"rdpru", 0x80000008, 0, EBX, 4, None},
    {"wbnoinvd", 0x80000008, 0, EBX, 9, None},
};

/// XCR0, the register states that the system saves; 0 without XSAVE.
static uint64_t readEnabledState() {
  uint32_t a, b, c, d;
  constexpr uint32_t osxsaveBit = 1u << 27;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & osxsaveBit))
    return 0;
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return uint64_t(high) << 32 | low;
}

static constexpr std::string_view architecture = "x86_64";

Processor Processor::detect() {
  Processor processor;
  uint64_t enabled = readEnabledState();
  uint32_t registers[4] = {};
  uint32_t leaf = 0, subleaf = 0;
  for (const FeatureRow &row : table) {
    // In a virtual machine cpuid is slow: rows are grouped by leaf.
    if (row.leaf != leaf || row.subleaf != subleaf) {
      leaf = row.leaf, subleaf = row.subleaf;
      if (!__get_cpuid_count(leaf, subleaf, &registers[EAX], &registers[EBX],
                             &registers[ECX], &registers[EDX]))
        std::fill_n(registers, 4, 0u);
    }
    if ((registers[row.reg] >> row.bit & 1) &&
        (enabled & row.state) == row.state)
      processor.features.push_back(row.name);
  }
  std::sort(processor.features.begin(), processor.features.end());
  if (const char *changes = secure_getenv("WEFT_CPU_FEATURES"))
    processor.change(changes);
  return processor;
}

bool weft::runtime::requestTilePermission() {
  constexpr long getPermission = 0x1022;     // ARCH_GET_XCOMP_PERM
  constexpr long requestPermission = 0x1023; // ARCH_REQ_XCOMP_PERM
  constexpr long tileData = 18;
  uint64_t granted = 0;
  return syscall(SYS_arch_prctl, requestPermission, tileData) == 0 &&
         syscall(SYS_arch_prctl, getPermission, &granted) == 0 &&
         (granted >> tileData & 1);
}

#else

#if defined(__aarch64__)
static constexpr std::string_view architecture = "aarch64";
#elif defined(__riscv)
static constexpr std::string_view architecture = "riscv64";
#else
static constexpr std::string_view architecture = "unknown";
#endif

Processor Processor::detect() { return Processor(); }

bool weft::runtime::requestTilePermission() { return false; }

#endif

void Processor::change(std::string_view changes) {
  while (!changes.empty()) {
    size_t end = std::min(changes.find(','), changes.size());
    std::string_view word = changes.substr(0, end);
    changes.remove_prefix(std::min(end + 1, changes.size()));
    if (word.size() < 2)
      continue;
    std::string name(word.substr(1));
    std::erase(features, name);
    if (word.front() == '+')
      features.push_back(name);
  }
  std::sort(features.begin(), features.end());
}

Processor Processor::withoutTiles() const {
  Processor other;
  std::copy_if(features.begin(), features.end(),
               std::back_inserter(other.features),
               [](const std::string &name) { return !isTileFeature(name); });
  return other;
}

bool weft::runtime::isTileFeature(std::string_view feature) {
  return feature.starts_with("amx-");
}

bool Processor::has(std::string_view feature) const {
  return std::find(features.begin(), features.end(), feature) != features.end();
}

std::string Processor::explainMissing(const CodeEntry &entry) const {
  if (!entry.triple.starts_with(architecture) ||
      entry.triple.find("linux") == std::string::npos)
    return concat("is code for ", entry.triple, ", this is ", architecture,
                  "-linux");
  std::string missing;
  for (const std::string &feature : entry.features)
    if (!has(feature))
      missing += (missing.empty() ? "" : ", ") + feature;
  return missing.empty() ? missing : "needs " + missing;
}

Status Processor::choose(const std::vector<CodeEntry> &code,
                         std::string_view level, size_t &index) const {
  const CodeEntry *best = nullptr;
  std::string reasons;
  for (const CodeEntry &entry : code) {
    if (entry.target != "cpu" || (!level.empty() && entry.level != level))
      continue;
    if (std::string missing = explainMissing(entry); !missing.empty()) {
      reasons += concat("; level ", entry.level, " ", missing);
      continue;
    }
    if (!best || entry.features.size() > best->features.size())
      best = &entry;
  }
  if (best) {
    index = size_t(best - code.data());
    return Status();
  }
  if (reasons.empty()) {
    for (const CodeEntry &entry : code)
      reasons +=
          concat(reasons.empty() ? " " : ", ", entry.target, " ", entry.level);
    return failure(WEFT_STATUS_UNSUPPORTED_PROCESSOR, "expected code for cpu",
                   level.empty() ? std::string() : concat(" level ", level),
                   ", found", reasons.empty() ? " none" : reasons);
  }
  return failure(WEFT_STATUS_UNSUPPORTED_PROCESSOR,
                 "no code in the module runs on this processor", reasons,
                 "; compile with --cpu=host here, or for a lower level");
}
