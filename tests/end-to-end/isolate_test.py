# SPDX-License-Identifier: MIT
"""The user interface in a process of its own: it chats as before, and its death is not the node's."""
import os
import pathlib
import signal
import time
import unittest

from chat_test import befriend
from node import PATIENCE_S, Node

ISOLATE = ("--set", "plugin.terminal-ui.isolate=true")
# The cipher after the routing, which is making its key again while the cipher dies under it.
SERVICES = ("socket-transport", "kademlia", "crypto-rsa-aes", "bottle", "sqlite-store")
EVERYTHING = ISOLATE + tuple(word for name in SERVICES for word in ("--set", f"plugin.{name}.isolate=true"))


def what_is_there(file):
    """The text of a file of a process or thread; empty when that has ended meanwhile."""
    try:
        return pathlib.Path(file).read_text()
    except OSError:
        return ""


def workers_of(node):
    """The worker processes of a node: by the id of each, the words it was begun with."""
    children = pathlib.Path(f"/proc/{node.process.pid}/task").glob("*/children")
    begun = {int(child): what_is_there(f"/proc/{child}/cmdline").split("\0")
             for child in " ".join(what_is_there(file) for file in children).split()}
    return {child: words for child, words in begun.items() if "worker" in words}


def worker_of(node, plugin=""):
    """The id of the worker process of a plugin of a node, or of its only one, or None."""
    for child, words in workers_of(node).items():
        if not plugin or any(word.endswith(f"{plugin}.so") for word in words):
            return child
    return None


class Isolated(unittest.TestCase):
    def setUp(self):
        self.bob = Node("bob").start()
        self.addCleanup(self.bob.close)
        self.alice = Node("alice", [self.bob.endpoint]).start(*ISOLATE)
        self.addCleanup(self.alice.close)

    def log(self):
        return (self.alice.data / "log" / "p2pchat.log").read_text()

    def test_the_worker_gains_no_privileges_and_the_node_loads_no_user_interface(self):
        worker = worker_of(self.alice)
        self.assertNotEqual(worker, self.alice.process.pid)
        status = pathlib.Path(f"/proc/{worker}/status").read_text()
        self.assertIn("NoNewPrivs:\t1", status)
        self.assertNotIn("terminal-ui.so", pathlib.Path(f"/proc/{self.alice.process.pid}/maps").read_text())

    def test_a_conversation_survives_the_death_of_the_worker(self):
        befriend(self.alice, self.bob)
        for n in range(10):
            self.alice.ok(f"/msg {self.bob.id} from alice {n}")
            self.bob.ok(f"/msg {self.alice.id} from bob {n}")
        former, shown = worker_of(self.alice), len(self.alice.events)
        os.kill(former, signal.SIGKILL)
        for n in range(10, 20):  # while there is nobody to show them to
            sent = self.bob.ask(f"/msg {self.alice.id} from bob {n}")[0]
            self.assertTrue(sent["ok"])
        last = self.bob.expect(event="message", direction="out", body="from bob 19")
        self.bob.expect(event="state", id=last["id"], state="delivered")
        self.alice.expect(since=shown, event="ready")
        self.assertNotEqual(worker_of(self.alice), former)
        rows = self.alice.history(self.bob)
        said = [row["body"] for row in rows if row["direction"] == "in"]
        self.assertEqual(said, [f"from bob {n}" for n in range(20)])
        self.assertEqual(len([row for row in rows if row["direction"] == "out"]), 10)
        self.alice.ok(f"/msg {self.bob.id} back again")
        self.bob.expect(event="message", direction="in", body="back again")
        self.assertIn("killed by signal 9", self.log())

    def test_a_stopped_worker_does_not_stop_the_node(self):
        befriend(self.alice, self.bob)
        worker = worker_of(self.alice)
        os.kill(worker, signal.SIGSTOP)
        sent = self.bob.ask(f"/msg {self.alice.id} are you there")
        self.assertTrue(sent[0]["ok"])
        out = self.bob.expect(event="message", direction="out", body="are you there")
        self.bob.expect(event="state", id=out["id"], state="delivered")
        os.kill(worker, signal.SIGCONT)
        self.alice.expect(event="message", direction="in", body="are you there")

    def test_it_ends_with_the_worker_and_the_worker_with_it(self):
        self.alice.say("/quit")
        self.assertEqual(self.alice.process.wait(PATIENCE_S), 0)
        self.alice._end()
        self.alice.start(*ISOLATE)
        worker = worker_of(self.alice)
        self.assertEqual(self.alice.stop(), 0)
        self.alice.start(*ISOLATE)
        orphan = worker_of(self.alice)
        self.alice.kill()
        deadline = time.monotonic() + PATIENCE_S
        for ended in (worker, orphan):
            while pathlib.Path(f"/proc/{ended}").exists():
                self.assertLess(time.monotonic(), deadline, "the worker outlives its node")
                time.sleep(0.1)


class Everything(unittest.TestCase):
    """A node whose plugins are all in processes of their own."""

    def log(self):
        return (self.alice.data / "log" / "p2pchat.log").read_text()

    def setUp(self):
        self.bob = Node("bob").start()
        self.addCleanup(self.bob.close)
        self.alice = Node("alice", [self.bob.endpoint]).start(*EVERYTHING)
        self.addCleanup(self.alice.close)

    def test_it_chats_and_goes_on_when_any_of_them_dies(self):
        maps = pathlib.Path(f"/proc/{self.alice.process.pid}/maps").read_text()
        for plugin in SERVICES:
            self.assertIsNotNone(worker_of(self.alice, plugin), plugin)
            self.assertNotIn(f"{plugin}.so", maps)
        befriend(self.alice, self.bob)
        self.alice.ok(f"/msg {self.bob.id} hello")
        self.bob.expect(event="message", direction="in", body="hello")
        for plugin in SERVICES:
            os.kill(worker_of(self.alice, plugin), signal.SIGKILL)
            deadline = time.monotonic() + PATIENCE_S
            while f"{plugin}: its new process has started the plugin" not in self.log():
                self.assertLess(time.monotonic(), deadline, f"{plugin} is not begun anew")
                time.sleep(0.05)
            text = f"after the death of {plugin}"
            while not self.alice.ask(f"/msg {self.bob.id} {text}")[0]["ok"]:  # until the new worker has the key or the file
                self.assertLess(time.monotonic(), deadline, f"nothing can be sent {text}")
                time.sleep(0.05)
            self.bob.expect(event="message", direction="in", body=text)
        self.bob.ok(f"/msg {self.alice.id} still there")
        self.alice.expect(event="message", direction="in", body="still there")
        self.assertEqual(self.alice.stop(), 0)


if __name__ == "__main__":
    unittest.main()
