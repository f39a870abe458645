# SPDX-License-Identifier: MIT
"""Three nodes that find each other by multicast alone, and whose bottles are of one network: `lan-routing` instead of
`kademlia`, `lan-bottle` instead of `bottle`, and nothing else is changed."""
import pathlib
import tempfile
import unittest

from absent_test import WAITS
from bottle_test import count, journey, mine, on_beach, rows, until
from chat_test import befriend
from node import Node, free_port


CONFIG = """
[profiles.lan]
extends = "terminal"
without = ["kademlia", "bottle"]
plugins = ["lan-routing", "lan-bottle"]

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
            node.start(*lan)
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
        self.bob.start(*self.lan)
        self.bob.expect(event="message", direction="in", body="are you back?")
        self.alice.expect(event="state", state="delivered")
        rows = [row["body"] for row in self.bob.history(self.alice) if row["direction"] == "in"]
        self.assertEqual(rows, ["are you back?"])

    def test_a_bottle_is_found_and_answered_and_a_chat_begins(self):
        bottle = self.alice.ask("/throw 这里有人吗？ who is on this network?")[0]["bottle"]
        until(lambda: all(on_beach(node, bottle) for node in (self.bob, self.cai)), "ashore at both")
        until(lambda: count(self.alice, bottle, "beaches") == 2, "and the creator knows")
        name = on_beach(self.bob, bottle)["name"]
        self.assertEqual(rows(self.bob, f"/open {name}")[0]["body"], "这里有人吗？ who is on this network?")
        self.bob.ok(f"/reply {name} 我在。 I am.")
        until(lambda: count(self.alice, bottle, "answers") == 1, "the answer is there")
        self.assertFalse(self.bob.ask(f"/reply {name} twice")[0]["ok"])
        answer, = journey(self.alice, bottle, "answered")
        self.assertEqual((answer["node"], answer["text"]), (self.bob.id, "我在。 I am."))

        self.alice.ok(f"/chat {mine(self.alice, bottle)['name']} {answer['step']}")
        self.bob.expect(event="request", peer=self.alice.id)
        self.bob.ok(f"/accept {self.alice.id}")
        self.alice.expect(event="contact", peer=self.bob.id, relation="accepted")
        self.alice.ok(f"/msg {self.bob.id} hello, finder")
        self.bob.expect(event="message", direction="in", peer=self.alice.id, body="hello, finder")

    def test_a_message_arrives_although_the_two_are_never_there_at_once(self):
        befriend(self.alice, self.bob)
        self.assertEqual(self.bob.stop(), 0)
        self.alice.ok(f"/msg {self.bob.id} 你在吗？ I had to go")
        self.alice.expect(event="state", state="queued", reason=WAITS)
        self.alice.kill()
        self.bob.start(*self.lan)
        self.bob.expect(event="message", direction="in", body="你在吗？ I had to go")
        self.alice.start(*self.lan)
        self.alice.expect(event="state", state="delivered")
        heard = [row["body"] for row in self.bob.history(self.alice) if row["direction"] == "in"]
        self.assertEqual(heard, ["你在吗？ I had to go"])


if __name__ == "__main__":
    unittest.main()
