#!/bin/sh
# Builds this plugin and checks it against the contract of its kind: what a build server runs after every change. Needs a C++
# compiler, CMake and the SDK of p2pChat. Results are in build/check.xml too, as build servers read them.
set -eu
cd "$(dirname "$0")"
cmake -B build "$@"
cmake --build build
off=
[ ! -f not-yet.txt ] || off="--off not-yet.txt"
for plugin in build/plugins/*.so; do
  p2pchat-plugin check --junit build/check.xml $off "$plugin"
done
