#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every fuzz target for some seconds on a copy of its corpus, one on each core: run-all.sh BUILD SECONDS
set -eu
if [ $# = 4 ]; then  # one target: run-all.sh BUILD SECONDS TARGET CORPUS
  build=$1 seconds=$2 name=$(basename "$3") work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/found"
  if ! "$3" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$build/" "$work/found" "$4" >"$work/log" 2>&1; then
    tail -n 40 "$work/log"
    echo "$name: failed; the input is in $build" >&2
    exit 1
  fi
  printf '%-28s %s runs\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")"
  exit
fi
count=$(wc -l <"$1/fuzz-targets")
[ "$count" -gt 0 ] || { echo "no fuzz target was built" >&2; exit 1; }
xargs -P "$(nproc)" -L 1 "$0" "$1" "$2" <"$1/fuzz-targets"
echo "$count fuzz targets, no finding"
