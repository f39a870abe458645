# SPDX-License-Identifier: MIT
"""Three nodes that find each other by multicast alone: `lan-routing` instead of `kademlia`, and nothing else is changed."""
import pathlib
import tempfile
import unittest

from bottle_test import LIGHT, count, on_beach, until
from chat_test import befriend
from node import Node, free_port


CONFIG = """
[profiles.lan]
extends = "terminal"
without = ["kademlia"]
plugins = ["lan-routing"]

[plugin.lan-routing]
group = "239.255.80.67:{port}"
"""


class Lan(unittest.TestCase):
    def setUp(self):
        # A group of its own, so that tests side by side are different networks.
        directory = tempfile.TemporaryDirectory(prefix="p2pchat-lan-")
        self.addCleanup(directory.cleanup)
        config = pathlib.Path(directory.name) / "config.toml"
        config.write_text(CONFIG.format(port=free_port()))
        lan = ("--config", str(config))
        self.alice, self.bob, self.cai = everybody = [Node(name, profile="lan") for name in ("alice", "bob", "cai")]
        for node in everybody:
            self.addCleanup(node.close)
            node.start(*lan, *LIGHT)
        self.lan = lan

    def test_two_people_meet_and_chat_both_ways(self):
        befriend(self.alice, self.bob)
        self.alice.ok(f"/msg {self.bob.id} 你好，Bob 🙂")
        seen = self.bob.expect(event="message", direction="in", peer=self.alice.id)
        self.assertEqual(seen["body"], "你好，Bob 🙂")
        self.alice.expect(event="state", id=seen["id"], state="delivered")
        self.bob.ok(f"/msg {self.alice.id} hello")
        self.alice.expect(event="message", direction="in", body="hello")

    def test_who_was_away_gets_what_was_written_meanwhile_once(self):
        befriend(self.alice, self.bob)
        self.bob.kill()
        self.alice.ok(f"/msg {self.bob.id} are you back?")
        self.bob.start(*self.lan, *LIGHT)
        self.bob.expect(event="message", direction="in", body="are you back?")
        self.alice.expect(event="state", state="delivered")
        rows = [row["body"] for row in self.bob.history(self.alice) if row["direction"] == "in"]
        self.assertEqual(rows, ["are you back?"])

    def test_a_bottle_comes_ashore_at_everybody_and_is_answered(self):
        bottle = self.alice.ask("/throw who is on this network?")[0]["bottle"]
        until(lambda: all(on_beach(node, bottle) for node in (self.bob, self.cai)), "ashore at both")
        self.bob.ok(f"/reply {on_beach(self.bob, bottle)['name']} I am")
        until(lambda: count(self.alice, bottle, "answers") == 1, "the answer is there")


if __name__ == "__main__":
    unittest.main()
