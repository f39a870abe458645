# SPDX-License-Identifier: MIT
"""Our routing beside OpenDHT and libtorrent: real nodes, real sockets, the same machine, in turn.

    dht_benchmark [--nodes 50] [--only ours,opendht,libtorrent] [--suite rsa|ed25519] [--lookups 200] [--rounds 4]
                  [--settle 20] [--idle 30] [--limit 120] [--vanish 20]

Each system is a process in a network namespace of its own with an address, in a network of its own, for each node. The
systems are asked in turn, so what else the machine does falls on all. Counts do not depend on it; times are upper
bounds, and only what ours are to the others' says something. A system that cannot be had is left out, and it is said.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SIDES = pathlib.Path(os.environ["P2PCHAT_SIDES"])
LEAST = 8          # good contacts that every table shall have
VANISH_PERCENT = 30
LIBTORRENT_VANISH = 3  # it waits 15 s each time
# What we aim at, and for how many nodes.
AIMS = {
    "tables full, s": {50: 0.5, 200: 1.5, 300: 2, 1000: 8},
    "lookup p50, ms": {200: 0.6}, "lookup p99, ms": {200: 1.5},
    "get p50, ms": {200: 0.2}, "get p99, ms": {200: 0.6},
    "datagrams a lookup": {50: 20, 200: 24, 300: 26}, "CPU ms a lookup": {200: 0.6},
    "dropped: p50, ms": {200: 120}, "dropped: p99, ms": {200: 400}, "dropped again: p50, ms": {200: 5},
    "KiB a node": {50: 48, 200: 48, 1000: 48}, "idle datagrams/s": {50: 0.15, 200: 0.15}, "idle B/s": {50: 60, 200: 60},
}


class Unavailable(Exception):
    pass


class Side:
    """One system as a process that obeys line by line."""

    def __init__(self, name, command):
        self.name = name
        self.rows = {}
        self.samples = {}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def begin(self, *words):
        print(f"   {self.name}: {' '.join(map(str, words))}", file=sys.stderr, flush=True)
        try:
            self.process.stdin.write(" ".join(map(str, words)) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # seen when it does not answer

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise Unavailable(f"{self.name} ended with {self.process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise Unavailable(f"{self.name}: {answer['error']}")
        return answer

    def ask(self, *words):
        self.begin(*words)
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def begin(name, options):
    if name == "ours":
        return Side(name, [SIDES / "p2pchat_side", options.suite, SIDES / "keys" / options.suite])
    made = subprocess.run([HERE / "prepare_peer.sh", name, SIDES], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise Unavailable(f"{name} cannot be had: {(made.stderr.strip().splitlines() or ['?'])[-1]}")
    return Side(name, [SIDES / f"{name}_side"])


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def fill(side, options):
    side.ask("prepare", options.nodes)
    went = side.ask("fill", LEAST, options.limit)
    full = went["full"] == options.nodes
    side.rows["tables full, s"] = went["lasted_us"] / 1e6 if full else None
    side.rows["CPU s until then"] = went["cpu_us"] / 1e6
    side.rows["contacts a table"] = went["contacts"] / options.nodes
    side.rows["KiB a node"] = went["growth_kib"] / options.nodes
    if not full:
        print(f"{side.name}: {went['full']} of {options.nodes} tables were full after {options.limit} s")


def note_idle(side, options):
    went = side.answer()
    seconds = went["lasted_us"] / 1e6 * options.nodes
    side.rows["idle datagrams/s"] = went["datagrams"] / seconds
    side.rows["idle B/s"] = went["octets"] / seconds
    side.rows["idle CPU ms/s"] = went["cpu_us"] / 1e3 / seconds
    side.rows["contacts, later"] = went["contacts"] / options.nodes


def operate(side, verb, count, label, *more):
    """Adds what one round found to what the rounds before did."""
    went = side.ask(verb, count, *more)
    kept = side.samples.setdefault(label, {"us": [], "first_us": [], "ok": 0, "datagrams": 0, "octets": 0, "cpu_us": 0})
    for name, value in kept.items():
        kept[name] = value + went[name]


def conclude(side, label, measure):
    """Rows from all rounds; `measure` says which times count."""
    kept = side.samples.get(label)
    if not kept:
        return
    times = kept[measure]
    side.rows[f"{label} p50, ms"] = statistics.median(times) / 1e3
    side.rows[f"{label} p99, ms"] = percentile(times, 0.99) / 1e3
    side.rows[f"{label} went well, %"] = 100 * kept["ok"] / len(times)
    if ":" in label:
        return
    side.rows[f"datagrams a {label}"] = kept["datagrams"] / len(times)
    side.rows[f"B a {label}"] = kept["octets"] / len(times)
    side.rows[f"CPU ms a {label}"] = kept["cpu_us"] / 1e3 / len(times)


def vanish(side, options, how, label):
    """The first search of some nodes each after a part fell silent, then the same nodes' for the same keys."""
    side.ask(how, VANISH_PERCENT)
    first = options.vanish if how == "drop" else 0  # others than those who learned from the time before
    few = min(options.vanish, LIBTORRENT_VANISH) if side.name == "libtorrent" else options.vanish
    operate(side, "look_up_same", few, f"{label}:", first)
    operate(side, "look_up_same", few, f"{label} again:", first)
    side.ask("restore")


def each(sides, step):
    """A step of every side in turn; one that fails is out."""
    for side in list(sides):
        try:
            step(side)
        except Unavailable as why:
            print(why)
            sides.remove(side)


def measure(options):
    sides = []
    for name in options.only.split(","):
        try:
            sides.append(begin(name, options))
        except Unavailable as why:
            print(why)
    began = list(sides)
    each(sides, lambda side: fill(side, options))
    for seconds in (options.settle, options.idle):  # all at once
        each(sides, lambda side: side.begin("idle", seconds))
        each(sides, lambda side: note_idle(side, options))
    for _ in range(options.rounds):
        each(sides, lambda side: operate(side, "look_up", options.lookups // options.rounds, "lookup"))
    for _ in range(options.rounds):
        each(sides, lambda side: operate(side, "put", options.lookups // options.rounds, "put"))
        each(sides, lambda side: operate(side, "get", options.lookups // options.rounds, "get"))
    if options.vanish:
        each(sides, lambda side: vanish(side, options, "refuse", "refused"))
        each(sides, lambda side: vanish(side, options, "drop", "dropped"))
    for side in began:
        for label in side.samples:
            conclude(side, label, "first_us" if label == "get" else "us")
        side.end()
    return began


def text_of(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def show(sides, options):
    ours = next((side for side in sides if side.name == "ours"), None)
    others = [side for side in sides if side is not ours]
    print(f"\n{options.nodes} nodes, suite {options.suite}, load {os.getloadavg()[0]:.1f}; ours / theirs in brackets")
    print(f"{'':26}{'ours':>9}{'aim':>8}" + "".join(f"{side.name:>22}" for side in others))
    names = dict.fromkeys(name for side in sides for name in side.rows)
    for name in names:
        mine = ours.rows.get(name) if ours else None
        aim = AIMS.get(name, {}).get(options.nodes)
        line = f"{name:26}{text_of(mine):>9}{text_of(aim) if aim else '':>8}"
        for side in others:
            theirs = side.rows.get(name)
            ratio = f" ({mine / theirs:.2f} x)" if mine is not None and theirs else ""
            line += f"{text_of(theirs) + ratio:>22}"
        print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("nodes", 50), ("lookups", 200), ("rounds", 4), ("idle", 30), ("settle", 20), ("limit", 120), ("vanish", 20)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--only", default="ours,opendht,libtorrent")
    parser.add_argument("--suite", default="rsa", choices=("rsa", "ed25519"))
    options = parser.parse_args()
    sides = measure(options)
    show(sides, options)
    return 0 if any(side.rows for side in sides) else 1


if __name__ == "__main__":
    sys.exit(main())
