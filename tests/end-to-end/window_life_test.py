# SPDX-License-Identifier: MIT
"""The window is loaded, runs and stops, in a process of its own and in that of the node. Needs Xvfb.

A sanitizer that finds something, a leak too, says so on stderr, which a worker shares with its node, and ends its process
with another code than 0.
"""
import os
import shutil
import signal
import subprocess
import sys
import unittest

from isolate_test import worker_of
from node import PATIENCE_S, PROGRAM, Node, surroundings
from window_test import Display, until


class Life(unittest.TestCase):
    def setUp(self):
        self.display = Display()
        self.addCleanup(self.display.kill)
        self.node = Node("ada")
        self.addCleanup(self.node.directory.cleanup)
        self.words = open(f"{self.node.directory.name}/words", "wb+")
        self.addCleanup(self.words.close)

    def open(self, isolate):
        arguments = ["--data-dir", str(self.node.data), "--profile", "desktop", "--set", f"plugin.wx-gui.isolate={isolate}",
                     "--set", "plugin.socket-transport.listen=127.0.0.1:0"]
        self.node.process = subprocess.Popen([PROGRAM, *arguments, "run"], stderr=self.words,
                                             env=surroundings(**self.display.environment))
        self.addCleanup(self.node.process.wait)
        self.addCleanup(self.node.process.kill)
        until("the window", self.display.windows)

    def leave_by_keys(self):
        window = self.display.windows()[0]

        def ended():
            subprocess.run(["xdotool", "windowfocus", window, "key", "ctrl+q"], capture_output=True,
                           env=dict(os.environ, **self.display.environment))
            return self.node.process.poll() is not None

        until("the end of the program", ended)

    def leave_by_signal(self):
        self.node.process.send_signal(signal.SIGTERM)
        self.node.process.wait(PATIENCE_S)

    def ended_well(self):
        self.words.seek(0)
        words = self.words.read().decode(errors="replace")
        self.assertEqual(self.node.process.returncode, 0, words[-8000:])
        for trouble in ("Sanitizer", "runtime error:"):
            self.assertNotIn(trouble, words)

    def test_in_the_process_of_the_node(self):
        for leave in (self.leave_by_keys, self.leave_by_signal):
            self.open("false")
            self.assertIsNone(worker_of(self.node))
            leave()
            self.ended_well()

    def test_in_a_process_of_its_own(self):
        for leave in (self.leave_by_keys, self.leave_by_signal):
            self.open("true")
            self.assertIsNotNone(worker_of(self.node))
            leave()
            self.ended_well()


if __name__ == "__main__":
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        sys.exit(77)
    unittest.main()
