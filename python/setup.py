# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The wheel: the Python package and the shared libraries of a build, which $WEFT_LIB_DIR names (../build/lib).

Its compiler needs Debian's libmlir-22 on the machine; its runtime needs nothing.
"""
import os
import re
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = ("libweft_runtime.so", "libWeftCompiler.so")


class BuildWithLibraries(build_py):
    def run(self):
        super().run()
        source = Path(os.environ.get("WEFT_LIB_DIR", ROOT / "build" / "lib"))
        target = Path(self.build_lib) / "weft" / "lib"
        target.mkdir(parents=True, exist_ok=True)
        for name in LIBRARIES:
            if not (source / name).exists():
                raise FileNotFoundError(f"{source / name} is not there: run `make build`, or set WEFT_LIB_DIR to its folder")
            shutil.copy2(source / name, target / name)


class AnyPythonThisPlatform(bdist_wheel):
    """The libraries depend on the platform but not on the version of Python, since ctypes loads them."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


version = re.search(r'WEFT_VERSION_STRING "(.*)"', (ROOT / "include" / "weft" / "Version.h").read_text()).group(1)
setup(version=version, cmdclass={"build_py": BuildWithLibraries, "bdist_wheel": AnyPythonThisPlatform})
