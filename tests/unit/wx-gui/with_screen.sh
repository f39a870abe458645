#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a command on a screen of its own, with a window manager. Ends with 77, which ctest takes as skipped, where that
# cannot be.
case "$*" in *--gtest_list_tests*) exec "$@" ;; esac
for program in Xvfb openbox xdotool "$1"; do
  command -v "$program" >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done
numbers=$(mktemp)
log=$(mktemp)
Xvfb -displayfd 5 -screen 0 1400x900x24 -nolisten tcp 5>"$numbers" 2>"$log" &
server=$!
manager=
ended() { kill $manager $server 2>/dev/null; wait 2>/dev/null; rm -f "$numbers" "$log"; }
trap ended EXIT
while ! [ -s "$numbers" ]; do
  kill -0 "$server" 2>/dev/null || { echo "skipped: Xvfb does not start: $(tail -n 1 "$log")"; exit 77; }
  sleep 0.1
done
export DISPLAY=":$(cat "$numbers")" LC_ALL=C.UTF-8 NO_AT_BRIDGE=1 GDK_BACKEND=x11 GTK_THEME=Adwaita GDK_SCALE=1
export GTK_IM_MODULE=gtk-im-context-simple
# GTK and fontconfig keep what they made once until the process ends.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
openbox >/dev/null 2>&1 &
manager=$!
# A window that comes before the manager does would never get the focus.
until xdotool get_desktop >/dev/null 2>&1; do
  kill -0 "$manager" 2>/dev/null || { echo "skipped: openbox does not start"; exit 77; }
  sleep 0.1
done
"$@"
