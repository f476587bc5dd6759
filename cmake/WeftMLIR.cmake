# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Finds MLIR and LLVM 22, of which only the shared libraries are used, and offers weft_tablegen().
list(APPEND CMAKE_PREFIX_PATH /usr/lib/llvm-22)
find_package(MLIR 22.1 REQUIRED CONFIG)
include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
set(WEFT_LLVM_TOOLS ${LLVM_TOOLS_BINARY_DIR})
find_program(WEFT_MLIR_TBLGEN mlir-tblgen HINTS ${LLVM_TOOLS_BINARY_DIR} REQUIRED)

# Everything generated; all compiler libraries wait for it, so nobody needs to list which header comes from where.
add_custom_target(weft-generated)

# weft_tablegen(<file.td> (<output> "<mlir-tblgen flags>")...)
#
# Runs mlir-tblgen on a file of the current folder; each output lands in the build tree under the same relative path as
# the source, so `#include "dialects/Weft/WeftOps.h.inc"` finds it.
function(weft_tablegen definitions)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${definitions})
  set(outputs)
  set(rest ${ARGN})
  while(rest)
    list(POP_FRONT rest output flags)
    separate_arguments(flags)
    set(made ${CMAKE_CURRENT_BINARY_DIR}/${output})
    cmake_path(GET made PARENT_PATH folder)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${made}
      COMMAND ${WEFT_MLIR_TBLGEN} ${flags} -I${CMAKE_SOURCE_DIR} -I${CMAKE_SOURCE_DIR}/include -I${CMAKE_CURRENT_SOURCE_DIR} -I${MLIR_INCLUDE_DIRS}
              ${source} -o ${made} -d ${made}.d --write-if-changed
      DEPENDS ${source} DEPFILE ${made}.d
      COMMENT "Generating ${output} from ${definitions}" VERBATIM)
    list(APPEND outputs ${made})
  endwhile()
  string(REPLACE "${CMAKE_SOURCE_DIR}/" "" label "${CMAKE_CURRENT_SOURCE_DIR}/${definitions}")
  string(MAKE_C_IDENTIFIER "${label}" label)
  add_custom_target(generate-${label} DEPENDS ${outputs})
  add_dependencies(weft-generated generate-${label})
endfunction()
