# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The lit suite: every .mlir and .test file with RUN lines below test/, with the tools of this build and of LLVM on PATH.
import os
import sys

import lit.formats

config.name = "Weft"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["unit", "Inputs", "CMakeLists.txt"]
config.test_source_root = config.weft_source + "/test"
config.test_exec_root = config.weft_build + "/test"

lit_config.maxIndividualTestTime = 900  # seconds; a test that hangs fails

config.environment["PATH"] = os.pathsep.join(
    [config.weft_build + "/bin", config.llvm_tools, os.environ.get("PATH", "")])
# FileCheck's failures show the input around the line, and no test depends on the caller's terminal or language.
config.environment["FILECHECK_OPTS"] = "--dump-input-filter=annotation-full"
config.environment["LC_ALL"] = "C.UTF-8"
for name in ("HOME", "WEFT_CACHE", "XDG_CACHE_HOME"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
# Every test compiles for itself; those of the cache name one.
config.environment["WEFT_CODE_CACHE"] = "off"

config.substitutions += [
    ("%python", sys.executable),
    ("%weft_source", config.weft_source),
    ("%weft_build", config.weft_build),
    ("%weft_lib", config.weft_build + "/lib"),
    ("%cxx", config.cxx_compiler),
    # Debian's own mlir-opt with our plugin; passes are named by --pass-pipeline='builtin.module(weft-...)'.
    ("%mlir_opt_weft", "mlir-opt --load-dialect-plugin={0} --load-pass-plugin={0}".format(
        config.weft_build + "/lib/libWeftPlugin.so")),
]

# Features for REQUIRES and UNSUPPORTED lines: the processor's levels, and "sanitizer".
def processor_flags():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("flags"):
                return set(line.split(":")[1].split())
    return set()

flags = processor_flags()
if {"avx2", "fma", "f16c"} <= flags:
    config.available_features.add("avx2")
if {"avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512_vnni"} <= flags:
    config.available_features.add("avx512")
# What code with AMX runs under: the processor itself, or an emulator (test/emulator), which needs AVX2 alone. Levels for it: amx and avx2+amx on
# the one, avx2+amx under the other.
has_tiles = {"amx_tile", "amx_int8", "amx_bf16"} <= flags
if has_tiles and "avx512_bf16" in flags:
    config.available_features.add("amx")
if has_tiles:
    config.substitutions.append(("%with_tiles", "env"))
else:
    config.substitutions.append(("%with_tiles", "env WEFT_CPU_FEATURES=+amx-tile,+amx-int8,+amx-bf16 LD_PRELOAD="
                                 + config.weft_build + "/lib/libWeftTileEmulator.so"))
if "avx2" in config.available_features and (has_tiles or not config.sanitizers):
    # A sanitizer's runtime wants to be the first library.
    config.available_features.add("tiles")
if config.sanitizers:
    config.available_features.add("sanitizer")
    # LLVM's own libraries are not instrumented, so a vector that crosses the border looks like an overflow of its container,
    # and memory that they take from an arena is still poisoned. An allocation that no machine holds answers null, as it does without sanitizers:
    # what Weft says then is tested.
    config.environment["ASAN_OPTIONS"] = ("detect_container_overflow=0:allow_user_poisoning=0:detect_leaks=0:abort_on_error=0:"
                                          "allocator_may_return_null=1")
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1"
