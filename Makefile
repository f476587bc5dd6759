# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The everyday commands. Each does all the set-up that it needs, once: Debian packages, build/venv, configuration.

BUILD ?= build
PRESET ?= release
JOBS ?= $(shell nproc)
ready := build/.ready
venv := build/venv/.ready
NINJA = ninja -C $(BUILD) -j$(JOBS)

.PHONY: build
build: $(BUILD)/build.ninja $(venv)
	$(NINJA)

# Stamps: apt-get and pip run again only when their list has changed.
$(ready): cmake/packages.txt cmake/install-packages
	cmake/install-packages
	mkdir -p $(@D) && touch $@
$(venv): python/requirements.txt cmake/make-venv $(ready)
	cmake/make-venv $(@D) $<
	touch $@
$(BUILD)/build.ninja: $(ready)
	cmake --preset $(PRESET) -B $(BUILD)
