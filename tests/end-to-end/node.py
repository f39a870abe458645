# SPDX-License-Identifier: MIT
"""A p2pchat process driven through its line mode, one JSON object a line."""
import atexit
import json
import os
import pathlib
import random
import signal
import socket
import subprocess
import tempfile
import threading
import time

BUILD = pathlib.Path(os.environ.get("P2PCHAT_BUILD", "build/dev")).resolve()
PROGRAM = BUILD / "p2pchat"
# How long a fact may take to come true before the test calls it false. No test asserts a speed.
PATIENCE_S = float(os.environ.get("P2PCHAT_PATIENCE", "60"))


def surroundings(**more):
    """The environment of a program under test; without a display, unless it is given one."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, "P2PCHAT_PLUGIN_PATH": str(BUILD / "plugins"), **more}


def free_port():
    """A port that stays ours until this process ends: free now for TCP and UDP, never given by the system to a connection that
    goes out, and asked for by no other test of this network (a name of an abstract socket is as wide as its ports are)."""
    first_given = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        port = random.randrange(10_000, first_given)
        mark = socket.socket(socket.AF_UNIX)
        with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagram:
            try:
                mark.bind(f"\0p2pchat-test-port-{port}")
                stream.bind(("127.0.0.1", port))
                datagram.bind(("127.0.0.1", port))
            except OSError:
                mark.close()
                continue
        atexit.register(mark.close)  # and lives until then
        return port


def command(*arguments, data_dir=None, timeout=60, **options):
    """Runs p2pchat once, to its end."""
    where = ["--data-dir", str(data_dir)] if data_dir else []
    environment = surroundings(**options.pop("env", {}))
    return subprocess.run([PROGRAM, *where, *arguments], capture_output=True, text=True, timeout=timeout,
                          env=environment, **options)


class Node:
    """One node: started, killed and restarted on the same data directory."""

    def __init__(self, name, bootstrap=(), profile="terminal"):
        self.name, self.bootstrap, self.profile = name, list(bootstrap), profile
        self.directory = tempfile.TemporaryDirectory(prefix=f"p2pchat-{name}-")
        self.data = pathlib.Path(self.directory.name) / "data"
        self.port = free_port()
        self.within = []  # a command that runs the program somewhere, such as in a network of its own
        self.events, self.news, self.process = [], threading.Condition(), None
        self.id = self.invite = None

    @property
    def endpoint(self):
        return f"127.0.0.1:{self.port}"

    def start(self, *extra):
        """Starts it and waits until it says who it is."""
        arguments = ["--data-dir", str(self.data), "--profile", self.profile, "--json", "--set", f"node.name={self.name}",
                     "--set", f"plugin.socket-transport.listen={self.endpoint}"]
        for endpoint in self.bootstrap:
            arguments += ["--set", f"plugin.kademlia.bootstrap={endpoint}"]
        environment = surroundings()
        self.log = open(pathlib.Path(self.directory.name) / "stderr.log", "ab")
        self.events = []
        self.process = subprocess.Popen([*self.within, PROGRAM, *arguments, *extra, "run", "--line", "--stay"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.log, env=environment)
        self.reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self.reader.start()
        ready = self.expect(event="ready")
        self.id, self.invite = ready["id"], ready["invite"]
        return self

    def _read(self, process):
        for line in process.stdout:
            with self.news:
                if process is self.process:
                    self.events.append(json.loads(line))
                self.news.notify_all()
        with self.news:
            self.news.notify_all()

    def say(self, line):
        """Types a line without waiting."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, line):
        """Types a command, waits for its result and returns it with the events that came before it."""
        with self.news:
            start = len(self.events)
        self.say(line)
        verb = line.split()[0]
        result = self.expect(since=start, event="result", command=verb)
        with self.news:
            return result, self.events[start:self.events.index(result, start)]

    def ok(self, line):
        """`ask`, which must succeed."""
        result, rows = self.ask(line)
        assert result["ok"], f"{self.name}: {line}: {result}"
        return rows

    def expect(self, since=0, **members):
        """Waits for an event that has all these members and returns it."""
        deadline = time.monotonic() + PATIENCE_S
        with self.news:
            while True:
                for event in self.events[since:]:
                    if all(event.get(key) == value for key, value in members.items()):
                        return event
                left = deadline - time.monotonic()
                ended = self.process.poll() is not None
                if left <= 0 or ended:
                    raise AssertionError(f"{self.name}: {'ended with ' + str(self.process.returncode) if ended else 'no'} "
                                         f"{members}\n{self.tail()}")
                self.news.wait(min(left, 0.2))

    def history(self, peer, limit=100_000):
        """The conversation with a peer, oldest first."""
        rows = [event for event in self.ok(f"/history {peer.id} {limit}") if event["event"] == "row"]
        return sorted(rows, key=lambda row: row["place"])

    def tail(self):
        text = pathlib.Path(self.log.name).read_text(errors="replace")
        return f"last events: {self.events[-8:]}\nlog:\n" + "\n".join(text.splitlines()[-15:])

    def kill(self):
        """Kills it as a power switch would."""
        self.process.kill()
        self._end()

    def _end(self):
        """Waits for a process that is ending and gives back what was opened for it."""
        self.process.wait(PATIENCE_S)
        self.reader.join(PATIENCE_S)
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # what was typed last was never read
        self.process.stdout.close()
        self.log.close()

    def stop(self):
        """Asks it to end and returns its exit code."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise AssertionError(f"{self.name} did not end on SIGTERM\n{self.tail()}")
            self._end()
        return self.process.returncode

    def close(self):
        if self.process and not self.log.closed:
            self.kill()
        self.directory.cleanup()
