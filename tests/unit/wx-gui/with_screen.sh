#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a command on a screen of its own, with a window manager. Ends with 77, which ctest takes as skipped, where a
# program for that is not installed.
case "$*" in *--gtest_list_tests*) exec "$@" ;; esac
for program in Xvfb openbox xdotool "$1"; do
  command -v "$program" >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done
numbers=$(mktemp)
log=$(mktemp)
server=
manager=
ended() { kill $manager $server 2>/dev/null; wait 2>/dev/null; }
trap 'ended; rm -f "$numbers" "$log"' EXIT
# GTK and fontconfig keep what they made once until the process ends.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
export LC_ALL=C.UTF-8 NO_AT_BRIDGE=1 GDK_BACKEND=x11 GTK_THEME=Adwaita GDK_SCALE=1 GTK_IM_MODULE=gtk-im-context-simple

# Waits until `$@` is true while the process `$1` lives.
while_alive() {
  process=$1
  shift
  until "$@" >/dev/null 2>&1; do
    kill -0 "$process" 2>/dev/null || return 1
    sleep 0.1
  done
}

# A window that comes before the manager does would never get the focus.
begin() {
  : >"$numbers"
  Xvfb -displayfd 5 -screen 0 1400x900x24 -nolisten tcp 5>"$numbers" 2>"$log" &
  server=$!
  while_alive $server test -s "$numbers" || return 1
  export DISPLAY=":$(cat "$numbers")"
  openbox >>"$log" 2>&1 &
  manager=$!
  while_alive $manager xdotool get_desktop
}

# Another server that begins in the same moment may have taken the number.
begin || { ended; begin; } || { ended; begin; } || { echo "no screen: $(tail -n 3 "$log")"; exit 1; }
"$@"
