# SPDX-License-Identifier: MIT
"""The window beside those of other messengers, and what scrolling and doing nothing cost.

    gui_benchmark [start] [scroll] [idle]      nothing named: all three

start: from exec until something other than plain areas is on a screen in memory, and what is resident three seconds
later, the programs in turn. scroll: turns of the mouse wheel over a conversation in the real program; CPU time of the
window's thread for each, from the event to the painted frame. idle: CPU time of node and window together.
"""
import os
import shutil
import statistics
import sys
import tempfile
import time

import processes
from screen import Screen
from stores import BUILD, made

ROUNDS = 6       # the first of which does not count
SETTLED_S = 3    # until memory is read
MESSAGES = (100_000, 1_000_000)
TURNS = 200      # of the wheel
FRAME_S = 0.06   # until a turn is drawn
IDLE_S = 30
OTHERS = ("utox", "pidgin", "qtox")


def ours(data, *more):
    return [str(BUILD / "p2pchat"), "--data-dir", str(data), "--profile", "desktop", "--set", "plugin.wx-gui.language=en",
            "--set", "plugin.socket-transport.listen=127.0.0.1:0", *more, "run"]


class Home:
    """A home directory for programs that keep things there, and the environment that makes them."""

    def __init__(self, screen):
        self.folder = tempfile.TemporaryDirectory(prefix="p2pchat-home-")
        self.environment = dict(screen.environment, HOME=self.folder.name, P2PCHAT_PLUGIN_PATH=str(BUILD / "plugins"),
                                XDG_RUNTIME_DIR=self.folder.name)
        for name in ("CONFIG", "DATA", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = f"{self.folder.name}/{name.lower()}"

    def close(self):
        self.folder.cleanup()


def opened(screen, home, command):
    """Begins a program and waits for its window: the process, and (seconds, CPU seconds) until then."""
    processes.until(screen.bare, "an empty screen")
    began = time.monotonic()
    process = processes.begin(command, home.environment)
    processes.until(screen.drawn, f"the window of {command[0]}")
    return process, (time.monotonic() - began, processes.cpu_s(process.pid))


def with_chat_open(screen, home, data):
    """Our program with its one conversation open and all settled."""
    process, _ = opened(screen, home, ours(data))
    quiet(process.pid)
    screen.keys("key", "alt+Down")
    quiet(process.pid)
    return process


def quiet(pid):
    """Waits until a program has hardly worked for a second."""
    before = -1.0
    while processes.cpu_s(pid) - before > 0.01:
        before = processes.cpu_s(pid)
        time.sleep(1)


def row(name, values, form):
    middle = [statistics.median(each) for each in zip(*values)]
    print(f"{name:34}" + "".join(f"{value:{form}}" for value in middle), flush=True)
    return middle


def start(screen):
    home = Home(screen)
    candidates = {f"p2pchat, {count:,} messages": ours(made(count)) for count in (0, 1_000_000)}
    candidates["  the same, window in the node"] = ours(made(0), "--set", "plugin.wx-gui.isolate=false")
    for name in OTHERS:
        if shutil.which(name):
            candidates[name] = [name] + (["--allow-root"] if name == "utox" and os.getuid() == 0 else [])
        else:
            print(f"skipped: there is no {name}; packages/benchmark.txt has its name")
    found = {name: [] for name in candidates}
    for number in range(ROUNDS):
        for name, command in candidates.items():
            process, took = opened(screen, home, command)
            time.sleep(SETTLED_S)
            if number:
                found[name].append((*took, *processes.memory_mib(process.pid)))
            processes.end(process)
    print(f"\nwindow on screen, median of {ROUNDS - 1}:          seconds   CPU s  RSS MiB  PSS MiB")
    for name, values in found.items():
        row(name, values, "9.2f")
    home.close()


def turned(screen, window, button):
    """CPU milliseconds of the window's thread for each turn of the wheel."""
    costs = []
    for _ in range(TURNS):
        before = processes.thread_cpu_s(window, window)
        screen.keys("click", button)
        time.sleep(FRAME_S)
        costs.append((processes.thread_cpu_s(window, window) - before) * 1000)
    return costs


def show_costs(name, costs):
    costs.sort()
    print(f"{name:44} mean {statistics.mean(costs):5.2f} ms   p95 {costs[len(costs) * 95 // 100]:5.2f}   most {costs[-1]:5.2f}",
          flush=True)


def scroll(screen):
    home = Home(screen)
    print(f"\nscrolling, CPU time a frame, {TURNS} turns each:")
    for count in MESSAGES:
        process = with_chat_open(screen, home, made(count))
        window = processes.family(process.pid)[-1]
        screen.keys("mousemove", "900", "400")
        show_costs(f"{count:,} messages, up from the newest", turned(screen, window, "4"))
        before = processes.cpu_s(process.pid)
        screen.keys("key", "ctrl+f")
        screen.keys("type", "--delay", "30", "driftwood")
        quiet(process.pid)
        screen.keys("key", "Return")
        quiet(process.pid)
        print(f"  found the oldest of {count:,}: {processes.cpu_s(process.pid) - before:.1f} s of CPU, "
              f"then resident {processes.memory_mib(process.pid)[0]:.0f} MiB")
        show_costs(f"{count:,} messages, down from the oldest", turned(screen, window, "5"))
        processes.end(process)
    home.close()


def idle(screen):
    home = Home(screen)
    process = with_chat_open(screen, home, made(1_000_000))
    before = processes.cpu_s(process.pid)
    time.sleep(IDLE_S)
    used = processes.cpu_s(process.pid) - before
    print(f"\nidle for {IDLE_S} s with a conversation open: {used * 1000:.1f} ms of CPU, {used / IDLE_S * 100:.3f} %")
    processes.end(process)
    home.close()


def main():
    for program in ("Xvfb", "openbox", "xdotool"):
        if not shutil.which(program):
            sys.exit(f"skipped: there is no {program}")
    parts = {"start": start, "scroll": scroll, "idle": idle}
    chosen = sys.argv[1:] or list(parts)
    if unknown := [name for name in chosen if name not in parts]:
        sys.exit(f"there is no part {unknown[0]}: {', '.join(parts)}")
    screen = Screen()
    try:
        for name in chosen:
            parts[name](screen)
    finally:
        screen.close()


if __name__ == "__main__":
    main()
