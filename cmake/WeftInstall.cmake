# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What `make install` and `make package` ship, and the CMake package `find_package(Weft)`:
#
#   Weft::Compiler   libWeftCompiler.so with the C API of weft/Compiler.h
#   Weft::Runtime    libweft_runtime.so with the C API of weft/Runtime.h; needs no LLVM
#   Weft::Plugins    for plugins in C++: dialect headers, weft/Plugin.h and MLIR
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Weft)
set(plugin_include_dir ${CMAKE_INSTALL_INCLUDEDIR}/weft-plugins)

foreach(target WeftCompiler:Compiler weft_runtime:Runtime)
  string(REPLACE ":" ";" names ${target})
  list(GET names 0 library)
  list(GET names 1 exported)
  if(TARGET ${library})
    set_target_properties(${library} PROPERTIES EXPORT_NAME ${exported})
    target_include_directories(${library} INTERFACE $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    install(TARGETS ${library} EXPORT WeftTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  endif()
endforeach()
if(TARGET WeftPlugin)
  install(TARGETS WeftPlugin LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
endif()

install(DIRECTORY include/weft DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# For programs that link what --emit=so writes.
install(FILES runtime/abi/GeneratedCode.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/weft)
configure_file(runtime/abi/GeneratedCode.h ${CMAKE_BINARY_DIR}/include/weft/GeneratedCode.h COPYONLY)
# Plugins in C++ work on the dialect itself; its headers are not part of the promised API and lie in a folder of their own.
install(DIRECTORY dialects lib DESTINATION ${plugin_include_dir} FILES_MATCHING PATTERN "*.h" PATTERN "*.td")
install(DIRECTORY ${CMAKE_BINARY_DIR}/dialects DESTINATION ${plugin_include_dir} FILES_MATCHING PATTERN "*.h.inc" PATTERN CMakeFiles EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/weft)
if(EXISTS ${CMAKE_SOURCE_DIR}/python/weft)
  set(WEFT_PYTHON_INSTALL_DIR lib/python3/dist-packages CACHE STRING "Where the Python package goes, below the prefix")
  install(DIRECTORY python/weft DESTINATION ${WEFT_PYTHON_INSTALL_DIR} FILES_MATCHING PATTERN "*.py" PATTERN "py.typed" PATTERN __pycache__ EXCLUDE)
endif()

# The package works from the build tree too: cmake -DWeft_DIR=build/cmake.
export(EXPORT WeftTargets NAMESPACE Weft:: FILE ${CMAKE_BINARY_DIR}/cmake/WeftTargets.cmake)
install(EXPORT WeftTargets NAMESPACE Weft:: DESTINATION ${package_dir})
set(WEFT_PLUGIN_INCLUDE_DIRS ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
configure_file(cmake/WeftConfig.cmake.in ${CMAKE_BINARY_DIR}/cmake/WeftConfig.cmake @ONLY)
set(WEFT_PLUGIN_INCLUDE_DIRS "\${CMAKE_CURRENT_LIST_DIR}/../../../${plugin_include_dir}")
configure_file(cmake/WeftConfig.cmake.in ${CMAKE_BINARY_DIR}/cmake/install/WeftConfig.cmake @ONLY)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/cmake/WeftConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/cmake/install/WeftConfig.cmake ${CMAKE_BINARY_DIR}/cmake/WeftConfigVersion.cmake DESTINATION ${package_dir})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME weft)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Weft maintainers <maintainers@weft.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Ahead-of-time compiler and runtime for machine learning models")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-numpy, libmlir-22-dev")
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)
