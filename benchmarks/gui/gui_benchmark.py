# SPDX-License-Identifier: MIT
"""The window beside those of other messengers, and what scrolling and doing nothing cost.

    gui_benchmark [start] [scroll] [idle]      nothing named: all three

start: from exec until something other than plain areas is on a screen in memory, and what is resident three seconds
later, the programs in turn, and how many times that of each other one ours is. scroll: turns of the mouse wheel over a
conversation in the real program; CPU time of the window's thread for each, from the event to the painted frame. idle:
CPU time of all processes of a program, the programs one after the other. How busy the machine is stands beside all:
on a busy one seconds say nothing, and CPU time is higher than on a machine of one's own.
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
BLINKS_S = 12     # after the last key, for which GTK lets a cursor blink
OTHERS = ("utox", "pidgin", "qtox")
AIMS = {"seconds": 0.5, "RSS MiB": 60, "ms a frame": 4, "% idle": 0.1}
COLUMNS = ("seconds", "CPU s", "RSS MiB", "PSS MiB")


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


def others():
    """The other messengers that are there: what starts each."""
    for name in OTHERS:
        if shutil.which(name):
            yield name, [name] + (["--allow-root"] if name == "utox" and os.getuid() == 0 else [])
        else:
            print(f"skipped: there is no {name}; packages/benchmark.txt has its name")


def load():
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def judged(what, value):
    """How a figure stands to its aim."""
    aim = AIMS[what]
    return f"aim {aim} {what}: {'met' if value <= aim else f'missed, {value / aim:.2f} times'}"


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
    candidates.update(others())
    found = {name: [] for name in candidates}
    for number in range(ROUNDS):
        for name, command in candidates.items():
            process, took = opened(screen, home, command)
            time.sleep(SETTLED_S)
            if number:
                found[name].append((*took, *processes.memory_mib(process.pid)))
            processes.end(process)
    print(f"\nwindow on screen, median of {ROUNDS - 1}, {load()}:")
    print(f"{'':34}" + "".join(f"{column:>9}" for column in COLUMNS))
    middle = {name: row(name, values, "9.2f") for name, values in found.items()}
    for name in OTHERS:
        for ours_name in list(candidates)[:2]:
            if name in middle:
                row(f"{ours_name} / {name}", [[a / b for a, b in zip(middle[ours_name], middle[name])]], "9.2f")
    for ours_name in list(candidates)[:2]:
        print(f"{ours_name}: {judged('seconds', middle[ours_name][0])}; {judged('RSS MiB', middle[ours_name][2])}")
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
    print(f"{name:44} mean {statistics.mean(costs):5.2f} ms   p95 {costs[len(costs) * 95 // 100]:5.2f}   most {costs[-1]:5.2f}; "
          f"{judged('ms a frame', statistics.mean(costs))}", flush=True)


def scroll(screen):
    home = Home(screen)
    print(f"\nscrolling, CPU time a frame, {TURNS} turns each, {load()}:")
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
    print(f"\nidle for {IDLE_S} s, {load()}:")

    def measured(name, process):
        quiet(process.pid)
        time.sleep(BLINKS_S)
        before = processes.cpu_s(process.pid)
        time.sleep(IDLE_S)
        part = (processes.cpu_s(process.pid) - before) / IDLE_S * 100
        processes.end(process)
        print(f"{name:44} {part * IDLE_S * 10:7.1f} ms of CPU, {part:.3f} %", flush=True)
        return part

    part = measured("p2pchat, a conversation of 1,000,000 open", with_chat_open(screen, home, made(1_000_000)))
    print(f"  {judged('% idle', part)}")
    for name, command in others():
        measured(name, opened(screen, home, command)[0])
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
