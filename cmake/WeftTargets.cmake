# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# One helper a kind of thing. Which shared library a folder ends up in is decided here and nowhere else:
#
#   weft_add_library          compiler code; all of it is linked into libWeftCompiler.so, once
#   weft_add_dialect          the generated files of a dialect folder
#   weft_add_passes           the generated files of a pass folder
#   weft_add_runtime_library  runtime code without LLVM; all of it is linked into libweft_runtime.so
#   weft_add_tool             an executable in build/bin
#   weft_add_unittest         a GoogleTest executable that `make test` runs
#   weft_add_fuzzer           a libFuzzer executable that `make fuzz` runs
#
# Compiler code is one shared library because the identity of a type or an op in MLIR is the address of a variable: with a
# second copy of it in a process, a plugin and its host would each have ops that the other does not recognize.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
if(WEFT_TESTS)
  find_package(GTest REQUIRED)
endif()

set_property(GLOBAL PROPERTY WEFT_COMPILER_LIBRARIES)
set_property(GLOBAL PROPERTY WEFT_COMPILER_LINKS)
set_property(GLOBAL PROPERTY WEFT_RUNTIME_LIBRARIES)
set_property(GLOBAL PROPERTY WEFT_UNITTESTS)
set_property(GLOBAL PROPERTY WEFT_FUZZERS)

set(WEFT_COMPILER_FLAGS -fno-exceptions -fno-rtti)

# The headers of MLIR that nearly every file includes, compiled once.
add_library(WeftPrecompiledHeader OBJECT ${CMAKE_SOURCE_DIR}/cmake/pch/Empty.cpp)
target_compile_options(WeftPrecompiledHeader PRIVATE ${WEFT_COMPILER_FLAGS})
target_precompile_headers(WeftPrecompiledHeader PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch/MLIR.h)

# libWeftCompiler.so: what stands on MLIR, in one piece.
add_library(WeftCompiler SHARED ${CMAKE_SOURCE_DIR}/cmake/pch/Empty.cpp)
target_link_libraries(WeftCompiler PRIVATE Threads::Threads PUBLIC $<BUILD_INTERFACE:MLIR> $<BUILD_INTERFACE:LLVM>)

# Makes `target` compile as compiler code does.
function(weft_use_mlir target)
  target_compile_options(${target} PRIVATE ${WEFT_COMPILER_FLAGS})
  target_precompile_headers(${target} REUSE_FROM WeftPrecompiledHeader)
  add_dependencies(${target} weft-generated)
endfunction()

# weft_add_library(<Name> SOURCES <files>... [DEPENDS <targets>...] [LINK_LIBS <libraries>...])
#
# LINK_LIBS names other Weft libraries (documentation of the one-way dependencies) and outside ones (linked).
# Linking <Name> means linking libWeftCompiler.so; `ninja obj.<Name>` compiles just this library.
function(weft_add_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LINK_LIBS" ${ARGN})
  list(APPEND arg_SOURCES ${arg_UNPARSED_ARGUMENTS})
  add_library(obj.${name} OBJECT ${arg_SOURCES})
  weft_use_mlir(obj.${name})
  if(arg_DEPENDS)
    add_dependencies(obj.${name} ${arg_DEPENDS})
  endif()
  add_library(${name} INTERFACE)
  target_link_libraries(${name} INTERFACE WeftCompiler)
  set_property(GLOBAL APPEND PROPERTY WEFT_COMPILER_LIBRARIES ${name})
  set_property(GLOBAL APPEND PROPERTY WEFT_COMPILER_LINKS ${arg_LINK_LIBS})
endfunction()

# weft_add_dialect(<Name> [NAMESPACE <dialect>] [OPS <file.td>] [INTERFACES <file.td>...])
#
# From <Name>Ops.td: <Name>Ops, <Name>Dialect, <Name>Enums, <Name>Attributes, <Name>Types, each .h.inc and .cpp.inc.
# From an interface file X.td: X.h.inc and X.cpp.inc with its op interfaces.
# NAMESPACE is the dialect's name in the IR, lower-case <Name> unless told. With SHARDS the ops' generated code is split into
# as many files, listed in <Name>_SHARDS, that compile side by side.
function(weft_add_dialect name)
  cmake_parse_arguments(arg "" "NAMESPACE;OPS;SHARDS" "INTERFACES" ${ARGN})
  string(TOLOWER ${name} dialect)
  if(arg_NAMESPACE)
    set(dialect ${arg_NAMESPACE})
  endif()
  set(ops ${name}Ops.td)
  if(arg_OPS)
    set(ops ${arg_OPS})
  endif()
  set(sharding)
  set(shards)
  if(arg_SHARDS)
    set(sharding "--op-shard-count=${arg_SHARDS}")
    math(EXPR last "${arg_SHARDS} - 1")
    foreach(index RANGE ${last})
      set(shard ${CMAKE_CURRENT_BINARY_DIR}/${name}OpsShard${index}.cpp)
      file(CONFIGURE OUTPUT ${shard} @ONLY CONTENT
        "#include \"dialects/${name}/${name}Ops.h\"\n#define GET_OP_DEFS_${index}\n#include \"dialects/${name}/${name}Ops.cpp.inc\"\n")
      list(APPEND shards ${shard})
    endforeach()
  endif()
  set(${name}_SHARDS ${shards} PARENT_SCOPE)
  weft_tablegen(${ops}
    ${name}Ops.h.inc "-gen-op-decls ${sharding}"
    ${name}Ops.cpp.inc "-gen-op-defs ${sharding}"
    ${name}Dialect.h.inc "-gen-dialect-decls -dialect=${dialect}"
    ${name}Dialect.cpp.inc "-gen-dialect-defs -dialect=${dialect}"
    ${name}Enums.h.inc "-gen-enum-decls"
    ${name}Enums.cpp.inc "-gen-enum-defs"
    ${name}Attributes.h.inc "-gen-attrdef-decls -attrdefs-dialect=${dialect}"
    ${name}Attributes.cpp.inc "-gen-attrdef-defs -attrdefs-dialect=${dialect}"
    ${name}Types.h.inc "-gen-typedef-decls -typedefs-dialect=${dialect}"
    ${name}Types.cpp.inc "-gen-typedef-defs -typedefs-dialect=${dialect}")
  foreach(file ${arg_INTERFACES})
    cmake_path(GET file STEM stem)
    weft_tablegen(${file} ${stem}.h.inc "-gen-op-interface-decls" ${stem}.cpp.inc "-gen-op-interface-defs")
  endforeach()
  set_property(GLOBAL APPEND PROPERTY WEFT_DIALECT_DOCS "${CMAKE_CURRENT_SOURCE_DIR}/${ops}|${dialect}|${name}")
endfunction()

# weft_add_passes(<Stage>)
#
# From Passes.td: Passes.h.inc with GEN_PASS_DECL, GEN_PASS_DEF_* and registerWeft<Stage>Passes() under GEN_PASS_REGISTRATION.
function(weft_add_passes stage)
  weft_tablegen(Passes.td Passes.h.inc "-gen-pass-decls -name=Weft${stage}")
  set_property(GLOBAL APPEND PROPERTY WEFT_PASS_DOCS "${CMAKE_CURRENT_SOURCE_DIR}/Passes.td|${stage}")
endfunction()

# weft_add_runtime_library(<Name> SOURCES <files>... [DEPENDS <targets>...] [LINK_LIBS <libraries>...] [STANDALONE])
#
# A static library without LLVM, exceptions or type information; its symbols are hidden unless marked.
# Unless STANDALONE it becomes part of libweft_runtime.so (the target `weft_runtime`).
function(weft_add_runtime_library name)
  cmake_parse_arguments(arg "STANDALONE" "" "SOURCES;DEPENDS;LINK_LIBS" ${ARGN})
  list(APPEND arg_SOURCES ${arg_UNPARSED_ARGUMENTS})
  add_library(${name} STATIC ${arg_SOURCES})
  weft_use_runtime(${name})
  target_link_libraries(${name} PUBLIC ${arg_LINK_LIBS})
  if(arg_DEPENDS)
    add_dependencies(${name} ${arg_DEPENDS})
  endif()
  if(NOT arg_STANDALONE)
    set_property(GLOBAL APPEND PROPERTY WEFT_RUNTIME_LIBRARIES ${name})
  endif()
endfunction()

# Makes `target` compile as runtime code does.
function(weft_use_runtime target)
  target_compile_options(${target} PRIVATE -ffunction-sections -fdata-sections $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
  set_target_properties(${target} PROPERTIES CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
endfunction()

# Links `target` with libWeftCompiler.so, or, where libraries are named, with their objects alone: what needs only a few of
# them is then built without the rest of the compiler.
function(weft_link_compiler target)
  weft_use_mlir(${target})
  if(NOT ARGN)
    target_link_libraries(${target} PRIVATE WeftCompiler)
    return()
  endif()
  foreach(library ${ARGN})
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:obj.${library}>)
  endforeach()
  target_link_libraries(${target} PRIVATE MLIR LLVM)
endfunction()

# weft_add_tool(<name> SOURCES <files>... [LINK_LIBS <libraries>...] [OBJECTS <libraries>...] [NO_MLIR] [FOR_TESTS])
#
# An executable in build/bin, installed unless FOR_TESTS. NO_MLIR is for tools that stand on the runtime alone, OBJECTS for
# those that stand on these compiler libraries alone.
function(weft_add_tool name)
  cmake_parse_arguments(arg "NO_MLIR;FOR_TESTS" "" "SOURCES;LINK_LIBS;OBJECTS" ${ARGN})
  list(APPEND arg_SOURCES ${arg_UNPARSED_ARGUMENTS})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK_LIBS} Threads::Threads)
  if(arg_NO_MLIR)
    weft_use_runtime(${name})
  else()
    weft_link_compiler(${name} ${arg_OBJECTS})
  endif()
  if(NOT arg_FOR_TESTS)
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tools)
  endif()
endfunction()

# weft_add_unittest(<Name> SOURCES <files>... [LINK_LIBS <libraries>...] [OBJECTS <libraries>...] [NO_MLIR])
#
# A GoogleTest executable in build/test/unit; lit finds it there by its name, which ends in Test. NO_MLIR is for tests of
# the runtime, OBJECTS as for tools.
function(weft_add_unittest name)
  if(NOT name MATCHES "Test$")
    message(FATAL_ERROR "lit runs executables whose name ends in Test, found ${name}")
  endif()
  if(NOT WEFT_TESTS)
    return()
  endif()
  cmake_parse_arguments(arg "NO_MLIR" "" "SOURCES;LINK_LIBS;OBJECTS" ${ARGN})
  list(APPEND arg_SOURCES ${arg_UNPARSED_ARGUMENTS})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/test/unit)
  target_link_libraries(${name} PRIVATE ${arg_LINK_LIBS} GTest::gtest GTest::gtest_main Threads::Threads)
  if(NOT arg_NO_MLIR)
    weft_link_compiler(${name} ${arg_OBJECTS})
  endif()
  set_property(GLOBAL APPEND PROPERTY WEFT_UNITTESTS ${name})
endfunction()

# weft_add_fuzzer(<name> SOURCES <files>... [LINK_LIBS <libraries>...] [OBJECTS <libraries>...] [NO_MLIR])
#
# A libFuzzer executable in build/bin of a WEFT_FUZZ build, nothing otherwise.
# Its seeds lie in a folder `corpus` beside it.
function(weft_add_fuzzer name)
  if(NOT WEFT_FUZZ)
    return()
  endif()
  cmake_parse_arguments(arg "NO_MLIR" "" "SOURCES;LINK_LIBS;OBJECTS" ${ARGN})
  list(APPEND arg_SOURCES ${arg_UNPARSED_ARGUMENTS})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK_LIBS} Threads::Threads)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  if(NOT arg_NO_MLIR)
    weft_link_compiler(${name} ${arg_OBJECTS})
  endif()
  set_property(GLOBAL APPEND PROPERTY WEFT_FUZZERS ${name})
  set_property(GLOBAL APPEND_STRING PROPERTY WEFT_FUZZER_LIST "${name}\t${CMAKE_CURRENT_SOURCE_DIR}/corpus\n")
endfunction()

# weft_add_folders(<folder>...)
#
# Adds every folder at or below these that has a CMakeLists.txt, so none of them lists its children.
function(weft_add_folders)
  foreach(root ${ARGN})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${root}/CMakeLists.txt)
    foreach(file ${files})
      cmake_path(GET file PARENT_PATH folder)
      add_subdirectory(${CMAKE_SOURCE_DIR}/${folder} ${CMAKE_BINARY_DIR}/${folder})
    endforeach()
  endforeach()
endfunction()

# Puts the shared libraries together once all folders have spoken.
function(weft_finish)
  get_property(libraries GLOBAL PROPERTY WEFT_COMPILER_LIBRARIES)
  foreach(library ${libraries})
    target_sources(WeftCompiler PRIVATE $<TARGET_OBJECTS:obj.${library}>)
  endforeach()
  get_property(links GLOBAL PROPERTY WEFT_COMPILER_LINKS)
  list(REMOVE_DUPLICATES links)
  list(REMOVE_ITEM links ${libraries} MLIR LLVM WeftCompiler)
  target_link_libraries(WeftCompiler PRIVATE ${links})

  get_property(libraries GLOBAL PROPERTY WEFT_RUNTIME_LIBRARIES)
  if(libraries)
    add_library(weft_runtime SHARED ${CMAKE_SOURCE_DIR}/cmake/pch/Empty.cpp)
    foreach(library ${libraries})
      target_sources(weft_runtime PRIVATE $<TARGET_OBJECTS:${library}>)
    endforeach()
    # Nothing but the C ABI leaves the library, templates of the standard library included.
    target_link_options(weft_runtime PRIVATE -Wl,--version-script=${CMAKE_SOURCE_DIR}/runtime/exports.map)
    # A program that runs a model needs libc alone, and starts without resolving the thousands of symbols of libstdc++.
    if(NOT WEFT_SANITIZE)
      target_link_options(weft_runtime PRIVATE -static-libstdc++ -static-libgcc)
    endif()
    set_target_properties(weft_runtime PROPERTIES LINK_DEPENDS ${CMAKE_SOURCE_DIR}/runtime/exports.map)
    target_link_libraries(weft_runtime PRIVATE Threads::Threads)
  endif()

  get_property(tests GLOBAL PROPERTY WEFT_UNITTESTS)
  add_custom_target(unittests DEPENDS ${tests})
  # An executable of a test that is no longer there would go on being run.
  file(GLOB present RELATIVE ${CMAKE_BINARY_DIR}/test/unit ${CMAKE_BINARY_DIR}/test/unit/*Test)
  list(REMOVE_ITEM present ${tests})
  list(TRANSFORM present PREPEND ${CMAKE_BINARY_DIR}/test/unit/)
  if(present)
    file(REMOVE ${present})
  endif()
  get_property(fuzzers GLOBAL PROPERTY WEFT_FUZZERS)
  add_custom_target(fuzzers DEPENDS ${fuzzers})
  get_property(list GLOBAL PROPERTY WEFT_FUZZER_LIST)
  file(WRITE ${CMAKE_BINARY_DIR}/fuzzers.txt "${list}")
endfunction()
