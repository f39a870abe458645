# SPDX-License-Identifier: MIT
"""The real program with its window, driven by keys, and a node in line mode: they chat both ways. Needs a display."""
import os
import pathlib
import signal
import subprocess
import time
import unittest

from chat_test import befriend
from node import PATIENCE_S, PROGRAM, Node, command, surroundings


def until(what, true):
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.2)


def keys(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def picture(name):
    folder = os.environ.get("P2PCHAT_SCREENSHOTS")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], check=True)


class Window:
    """A node that was known in line mode, started again with the window on the same data."""

    def __init__(self, node):
        arguments = ["--data-dir", str(node.data), "--profile", "desktop", "--set", "plugin.wx-gui.language=en",
                     "--set", f"plugin.socket-transport.listen={node.endpoint}"]
        for endpoint in node.bootstrap:
            arguments += ["--set", f"plugin.kademlia.bootstrap={endpoint}"]
        environment = surroundings(DISPLAY=os.environ["DISPLAY"])
        self.process = subprocess.Popen([PROGRAM, *arguments, "run"], stderr=subprocess.DEVNULL, env=environment)
        until("the window", lambda: self.active())

    @staticmethod
    def active():
        found = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True)
        return "p2pChat" in found.stdout

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Desktop(unittest.TestCase):
    def setUp(self):
        self.bob = Node("bob")
        self.addCleanup(self.bob.close)
        self.bob.start()
        self.alice = Node("alice", [self.bob.endpoint])
        self.addCleanup(self.alice.close)
        self.alice.start()
        befriend(self.alice, self.bob)
        self.alice.stop()
        self.window = Window(self.alice)
        self.addCleanup(self.window.close)

    def test_a_person_reads_and_writes_in_the_window(self):
        self.bob.ok(f"/msg {self.alice.id} hello to the window, 你好")
        sent = self.bob.expect(event="message", direction="out", body="hello to the window, 你好")
        self.bob.expect(event="state", id=sent["id"], state="delivered")

        def opened():
            keys("key", "alt+Down")  # the first chat; there is one
            return any(event.get("id") == sent["id"] and event.get("state") == "read" for event in self.bob.events)

        until("the message to be read", opened)
        keys("type", "--delay", "30", "hello to you")
        keys("key", "Return")
        self.bob.expect(event="message", direction="in", peer=self.alice.id, body="hello to you")
        time.sleep(1 if os.environ.get("P2PCHAT_SCREENSHOTS") else 0)
        picture("real-chat")

    def test_it_ends_when_it_is_told_to(self):
        self.window.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.window.process.wait(PATIENCE_S), 0)


class NoDisplay(unittest.TestCase):
    def test_without_a_display_the_program_says_so_and_names_the_terminal(self):
        node = Node("nobody")
        self.addCleanup(node.close)
        ended = command("--profile", "desktop", "--set", f"plugin.socket-transport.listen={node.endpoint}", "run",
                        data_dir=node.data, env={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        self.assertEqual(ended.returncode, 1)
        self.assertIn("--profile terminal", ended.stderr)


if __name__ == "__main__":
    unittest.main()
