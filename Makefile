# Thin wrappers around ./dev, for fingers that type make.
all: build
build run test bench fuzz lint format:
	./dev $@
.PHONY: all build run test bench fuzz lint format
