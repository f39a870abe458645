#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every fuzz target for some seconds on a copy of its corpus: run-all.sh BUILD SECONDS
set -eu
build=$1 seconds=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
while read -r target corpus; do
  name=$(basename "$target")
  mkdir -p "$work/$name"
  if ! "$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$build/" "$work/$name" "$corpus" >"$work/log" 2>&1; then
    tail -n 40 "$work/log"
    echo "$name: failed; the input is in $build" >&2
    exit 1
  fi
  count=$((count + 1))
  printf '%-28s %s runs\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")"
done <"$build/fuzz-targets"
[ "$count" -gt 0 ] || { echo "no fuzz target was built" >&2; exit 1; }
echo "$count fuzz targets, no finding"
