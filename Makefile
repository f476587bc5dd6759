# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The everyday commands. Each does all the set-up that it needs, once: Debian packages, build/venv, configuration.
# BUILD chooses another preset's build:  make test BUILD=build-debug
# TESTS narrows the tests:               make test TESTS=lit:passes/Simplify

BUILD ?= build
JOBS ?= $(shell nproc)
TESTS ?= lit python models:small
PYTHON := build/venv/bin/python

.PHONY: build demo test test-models ci bench bench-ops bench-cold bench-optimizer bench-docs bench-instructions fuzz docs format lint package install clean

build: $(BUILD)/build.ninja build/venv/.ready
	ninja -C $(BUILD) -j$(JOBS)

demo: build
	$(PYTHON) examples/demo/demo.py

test: build
	$(PYTHON) test/run.py --build $(BUILD) $(TESTS)

test-models: build build/bench-venv/.ready
	build/bench-venv/bin/python bench/models.py build/models
	build/bench-venv/bin/python bench/decoders.py build/models
	$(PYTHON) test/run.py --build $(BUILD) models:large,--models,build/models models:decoders,--models,build/models

# The sanitizers' build takes longest, so it comes first: it fails early if it fails.
ci: build build-asan/build.ninja build/bench-venv/.ready
	ninja -C build-asan -j$(JOBS)
	$(PYTHON) bench/instructions.py
	build/bench-venv/bin/python bench/models.py build/models
	build/bench-venv/bin/python bench/decoders.py build/models
	$(PYTHON) test/run.py $(TESTS) models:large,--models,build/models models:decoders,--models,build/models --build build-asan sanitizer

# SETS narrows what is measured:         make bench SETS=latency,attention
SETS ?= latency,precision,batch,attention,avx2,cold
bench: build build/bench-venv/.ready
	build/bench-venv/bin/python bench/models.py --all build/models
	build/bench-venv/bin/python bench/run.py --set $(SETS)
bench-cold: build build/bench-venv/.ready
	build/bench-venv/bin/python bench/models.py build/models
	build/bench-venv/bin/python bench/run.py --set cold
bench-ops: build build/bench-venv/.ready
	build/bench-venv/bin/python bench/ops.py
bench-optimizer: build build/bench-venv/.ready build/bench-venv/.llama
	build/bench-venv/bin/python bench/optimizer.py
bench-docs: build/bench-venv/.ready
	build/bench-venv/bin/python bench/document.py
bench-instructions: build
	$(PYTHON) bench/instructions.py

fuzz: build-fuzz/build.ninja build/venv/.ready
	ninja -C build-fuzz -j$(JOBS) fuzzers
	$(PYTHON) test/fuzz/onnx/seeds.py build-fuzz/corpus/weft-fuzz-onnx
	cmake/run-fuzzers build-fuzz

docs: build
	ninja -C $(BUILD) docs

# clang-format and clang-tidy look at what git knows, so build trees are left out.
sources = git ls-files '*.h' '*.c' '*.cpp'
format: build/.ready
	$(sources) | xargs clang-format-22 -i
lint: build
	$(sources) | xargs clang-format-22 --dry-run -Werror
	git ls-files '*.cpp' | xargs run-clang-tidy-22 -quiet -p $(BUILD) -j$(JOBS)

package: build
	cd $(BUILD) && cpack -G DEB
	WEFT_LIB_DIR=$(abspath $(BUILD))/lib $(PYTHON) -m pip wheel --no-deps --quiet -w $(BUILD)/packages ./python

install: build
	cmake --install $(BUILD) $(if $(PREFIX),--prefix $(PREFIX))

clean:
	rm -rf build build-*

# Stamps: apt-get and pip run again only when their list has changed.
build/.ready: cmake/packages.txt cmake/install-packages
	cmake/install-packages
	mkdir -p $(@D) && touch $@
build/venv/.ready: python/requirements.txt python/requirements-without-dependencies.txt cmake/make-venv build/.ready
	cmake/make-venv $(@D) python/requirements.txt python/requirements-without-dependencies.txt
	touch $@
build/bench-venv/.ready: bench/requirements.txt bench/requirements-without-dependencies.txt cmake/make-venv build/.ready
	cmake/make-venv $(@D) bench/requirements.txt bench/requirements-without-dependencies.txt
	touch $@
# llama.cpp is built for the processor, which takes some minutes; only make bench-optimizer needs it. Its tiles (AMX) fault when g++ 12 built them.
build/bench-venv/.llama: build/bench-venv/.ready
	CC=clang-22 CXX=clang++-22 CMAKE_ARGS=-DGGML_NATIVE=ON build/bench-venv/bin/pip install --quiet llama-cpp-python==0.3.36
	touch $@
%/build.ninja: build/.ready
	cmake --preset $(if $(filter build,$*),release,$(*:build-%=%)) -B $*
