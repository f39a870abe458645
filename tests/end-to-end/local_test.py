# SPDX-License-Identifier: MIT
"""Two nodes of one machine without any network: `local-transport`, `lan-routing` and `lan-bottle`, one of the transports in a
process of its own."""
import pathlib
import tempfile
import unittest

from bottle_test import count, on_beach, until
from chat_test import befriend
from node import Node, command

CONFIG = """
[profiles.local]
extends = "terminal"
without = ["socket-transport", "kademlia", "bottle"]
plugins = ["local-transport", "lan-routing", "lan-bottle"]

[plugin.local-transport]
folder = "{folder}"
"""


class Local(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="p2pchat-local-")
        self.addCleanup(directory.cleanup)
        self.folder = pathlib.Path(directory.name) / "sockets"
        self.folder.mkdir(0o700)
        self.config = pathlib.Path(directory.name) / "config.toml"
        self.config.write_text(CONFIG.format(folder=self.folder))

    def start(self, name, *extra):
        node = Node(name, profile="local")
        self.addCleanup(node.close)
        return self.begin(node, *extra)

    def begin(self, node, *extra):
        return node.start("--config", str(self.config), "--set", f"plugin.local-transport.listen={node.name}", *extra)

    def test_two_people_of_one_machine_chat_and_find_each_others_bottles(self):
        alice, bob = self.start("alice"), self.start("bob", "--set", "plugin.local-transport.isolate=true")
        befriend(alice, bob)
        alice.ok(f"/msg {bob.id} 你好，Bob 🙂")
        seen = bob.expect(event="message", direction="in", peer=alice.id)
        self.assertEqual(seen["body"], "你好，Bob 🙂")
        alice.expect(event="state", id=seen["id"], state="delivered")
        bottle = alice.ask("/throw who is on this machine?")[0]["bottle"]
        until(lambda: on_beach(bob, bottle), "ashore at bob's")
        bob.ok(f"/reply {on_beach(bob, bottle)['name']} I am")
        until(lambda: count(alice, bottle, "answers") == 1, "the answer is there")
        alice.kill()  # her sockets stay, and nobody is behind them
        bob.ok(f"/msg {alice.id} are you back?")
        self.begin(alice).expect(event="message", direction="in", body="are you back?")
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()),
                         ["alice.datagram", "alice.stream", "bob.datagram", "bob.stream"])
        self.assertEqual((alice.stop(), bob.stop()), (0, 0))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_name_that_is_taken_and_a_folder_that_is_none_are_said(self):
        self.start("alice")
        for setting, words in (("listen=alice", "local:alice is taken"), ("folder=nowhere", "absolute path"),
                               ("listen=a/b", "letters, digits")):
            with self.subTest(setting=setting):
                done = command("--config", str(self.config), "--profile", "local", "--set",
                               f"plugin.local-transport.{setting}", "run", "--line", data_dir=self.folder.parent / "data", input="")
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
