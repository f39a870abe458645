#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the benchmarks one after another: run-all.sh BUILD [NAME]
set -eu
find "$1/benchmarks" -type f -name "${2:-*}_benchmark" -perm -u+x | sort | while read -r program; do
  printf '\n== %s\n' "$(basename "$program")"
  "$program"
done
