# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# `make docs`: the reference of ops, passes, commands and ONNX ops, generated into docs/Reference of the build tree; index.md is where to begin.
function(weft_add_docs)
  set(folder ${CMAKE_BINARY_DIR}/docs/Reference)
  file(MAKE_DIRECTORY ${folder})
  set(outputs)
  set(dialect_pages)
  set(pass_pages)
  get_property(entries GLOBAL PROPERTY WEFT_DIALECT_DOCS)
  foreach(entry ${entries})
    string(REPLACE "|" ";" fields ${entry})
    list(GET fields 0 source)
    list(GET fields 1 dialect)
    list(GET fields 2 name)
    weft_tablegen_doc(${source} ${folder}/${name}Dialect.md -gen-dialect-doc -dialect=${dialect})
    list(APPEND dialect_pages ${name}Dialect.md)
  endforeach()
  get_property(entries GLOBAL PROPERTY WEFT_PASS_DOCS)
  foreach(entry ${entries})
    string(REPLACE "|" ";" fields ${entry})
    list(GET fields 0 source)
    list(GET fields 1 stage)
    weft_tablegen_doc(${source} ${folder}/${stage}Passes.md -gen-pass-doc)
    list(APPEND pass_pages ${stage}Passes.md)
  endforeach()
  add_custom_target(docs
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/make-reference ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR} ${folder} ${dialect_pages} -- ${pass_pages}
    DEPENDS ${outputs} weft
    COMMENT "Reference in ${folder}/index.md" VERBATIM)
endfunction()

# One page; appends it to `outputs` of the caller.
function(weft_tablegen_doc source page)
  cmake_path(GET source PARENT_PATH folder)
  add_custom_command(OUTPUT ${page}
    COMMAND ${WEFT_MLIR_TBLGEN} ${ARGN} -I${CMAKE_SOURCE_DIR} -I${CMAKE_SOURCE_DIR}/include -I${folder} -I${MLIR_INCLUDE_DIRS} ${source} -o ${page} -d ${page}.d
    DEPENDS ${source} DEPFILE ${page}.d
    COMMENT "Generating ${page}" VERBATIM)
  set(outputs ${outputs} ${page} PARENT_SCOPE)
endfunction()
