# SPDX-License-Identifier: MIT
"""The window in a process of its own: it may crash, and its display may go; the node delivers on. Needs Xvfb."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import unittest

from chat_test import befriend
from isolate_test import worker_of
from node import PATIENCE_S, PROGRAM, Node, command, free_port, surroundings

LONGEST_PAUSE_S = 60  # of a node whose window ended, before it begins another


def until(what, true, patience_s=PATIENCE_S):
    deadline = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.2)


class Display:
    """An X server that can be killed and started again under the same number. It does not begin anew by itself when
    the last program leaves it, such as one that looked for the window before that came.

    The number is like that of a port: no other test of this network is given it, and no server that looks for a free
    number by itself comes that far. So nobody else has it while the server is away."""

    def __init__(self, number=None):
        self.number = number or free_port()
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", f":{self.number}", "-displayfd", str(write), "-screen", "0", "1200x800x24",
                                        "-nolisten", "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            assert told.readline().strip() == str(self.number), f"Xvfb does not start as :{self.number}"
        self.environment = {"DISPLAY": f":{self.number}", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11", "LC_ALL": "C.UTF-8"}

    def windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "p2pchat"], capture_output=True, text=True,
                               env=dict(os.environ, **self.environment))
        return found.stdout.split()

    def kill(self):
        if self.server.poll() is not None:
            return
        self.server.kill()
        self.server.wait()
        for left_behind in (f"/tmp/.X{self.number}-lock", f"/tmp/.X11-unix/X{self.number}"):
            pathlib.Path(left_behind).unlink(missing_ok=True)


class Desktop(Node):
    """A node with the window, in a process of its own."""

    def start_window(self, display):
        arguments = ["--data-dir", str(self.data), "--profile", "desktop", "--set", f"plugin.socket-transport.listen={self.endpoint}"]
        for endpoint in self.bootstrap:
            arguments += ["--set", f"plugin.kademlia.bootstrap={endpoint}"]
        environment = surroundings(**display.environment)
        self.process = subprocess.Popen([PROGRAM, *arguments, "run"], stderr=subprocess.DEVNULL, env=environment)
        until("the window", display.windows)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.directory.cleanup()


class Window(unittest.TestCase):
    def setUp(self):
        self.display = Display()
        self.addCleanup(lambda: self.display.kill())
        self.bob = Node("bob").start()
        self.addCleanup(self.bob.close)
        self.alice = Desktop("alice", [self.bob.endpoint])
        self.addCleanup(self.alice.close)
        self.alice.start()
        befriend(self.alice, self.bob)
        self.alice.stop()
        self.alice.start_window(self.display)
        self.sent = 0

    def the_node_delivers(self):
        """Bob writes, and alice's node says that it has the message."""
        self.sent += 1
        self.bob.ok(f"/msg {self.alice.id} number {self.sent}")
        out = self.bob.expect(event="message", direction="out", body=f"number {self.sent}")
        self.bob.expect(event="state", id=out["id"], state="delivered")

    def nothing_is_lost(self):
        """What bob wrote is in alice's store, in order and once."""
        self.alice.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.alice.process.wait(PATIENCE_S), 0)
        self.alice.start()
        self.assertEqual([row["body"] for row in self.alice.history(self.bob)],
                         [f"number {number}" for number in range(1, self.sent + 1)])
        self.alice.stop()

    def test_a_killed_window_comes_back_and_the_node_delivers_meanwhile(self):
        self.the_node_delivers()
        former = worker_of(self.alice)
        os.kill(former, signal.SIGKILL)
        self.the_node_delivers()
        until("another worker", lambda: worker_of(self.alice) not in (None, former))
        until("the window", self.display.windows)
        self.the_node_delivers()
        self.nothing_is_lost()

    def test_a_lost_display_ends_the_window_alone_and_another_display_brings_it_back(self):
        former = worker_of(self.alice)
        self.display.kill()
        until("the end of the worker", lambda: worker_of(self.alice) != former)
        for _ in range(3):
            self.the_node_delivers()
        self.display = Display(self.display.number)
        until("the window", self.display.windows, LONGEST_PAUSE_S + PATIENCE_S)
        self.the_node_delivers()
        self.nothing_is_lost()

    def test_a_second_start_opens_the_window_on_the_display_it_was_started_on(self):
        former = worker_of(self.alice)
        self.display.kill()
        until("the end of the worker", lambda: worker_of(self.alice) != former)
        other = Display()  # nobody looks there by himself
        self.addCleanup(other.kill)
        second = command("--profile", "desktop", "run", data_dir=self.alice.data, env=other.environment)
        self.assertEqual((second.returncode, second.stdout),
                         (0, "p2pchat is running already, and was asked to show itself\n"))
        until("the window on the other display", other.windows)
        self.the_node_delivers()

    def test_closing_the_window_ends_the_program(self):
        window = self.display.windows()[0]

        def ended():
            subprocess.run(["xdotool", "windowfocus", window, "key", "ctrl+q"], capture_output=True,
                           env=dict(os.environ, **self.display.environment))
            return self.alice.process.poll() is not None

        until("the end of the program", ended)
        self.assertEqual(self.alice.process.returncode, 0)

    def test_a_signal_ends_the_program(self):
        self.alice.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.alice.process.wait(PATIENCE_S), 0)


if __name__ == "__main__":
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        sys.exit(77)
    unittest.main()
