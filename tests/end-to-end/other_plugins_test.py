# SPDX-License-Identifier: MIT
"""Nodes whose configuration names another cipher, another routing and another store: the same program, never rebuilt,
chats and throws bottles with them. And one person who talks with people of either cipher."""
import hashlib
import os
import pathlib
import shutil
import tempfile
import unittest

import node as nodes
from bottle_test import LIGHT, count, mine, name_on_beach, on_beach, rows, until
from chat_test import befriend
from node import Node, free_port

KEY = pathlib.Path(__file__).resolve().parents[1] / "support/keys/rsa-2048-0.pem"
PROFILE = """
[profiles.other]
extends = "terminal"
without = ["crypto-rsa-aes", "kademlia", "sqlite-store"]
plugins = ["crypto-ed25519", "lan-routing", "memory-store"]

[plugin.lan-routing]
group = "239.255.80.68:{port}"
"""
# Both ciphers are there; an identity is of the first.
EITHER = """
[profiles.rsa]
extends = "terminal"
plugins = ["crypto-ed25519"]

[profiles.ed25519]
extends = "terminal"
without = ["crypto-rsa-aes"]
plugins = ["crypto-ed25519", "crypto-rsa-aes"]

[profiles.ed25519-only]
extends = "terminal"
without = ["crypto-rsa-aes"]
plugins = ["crypto-ed25519"]
"""


def chat(alice, bob):
    """They meet, and hear each other."""
    befriend(alice, bob)
    alice.ok(f"/msg {bob.id} 你好，Bob 🙂")
    seen = bob.expect(event="message", direction="in", peer=alice.id)
    assert seen["body"] == "你好，Bob 🙂", seen
    alice.expect(event="state", id=seen["id"], state="delivered")
    bob.ok(f"/msg {alice.id} hello to you")
    alice.expect(event="message", direction="in", peer=bob.id, body="hello to you")


def pass_a_bottle_on(alice, finders):
    """One that she throws comes ashore, and is answered."""
    bottle = alice.ask("/throw is anybody there?")[0]["bottle"]
    until(lambda: any(on_beach(finder, bottle) for finder in finders), "ashore")
    finder = next(finder for finder in finders if on_beach(finder, bottle))
    name = name_on_beach(finder, bottle)
    opened = rows(finder, f"/open {name}")[0]
    assert opened["body"] == "is anybody there?", opened
    finder.ok(f"/reply {name} I am.")
    until(lambda: count(alice, bottle, "answers") == 1, "answered")
    assert mine(alice, bottle)


class OtherPlugins(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-other-")
        self.addCleanup(folder.cleanup)
        self.config = pathlib.Path(folder.name) / "config.toml"
        self.config.write_text(PROFILE.format(port=free_port()))  # a group of its own
        self.program = hashlib.sha256(nodes.PROGRAM.read_bytes()).digest()
        everybody = [Node(name, profile="other") for name in ("alice", "bob", "cai", "dora")]
        for each in everybody:
            self.addCleanup(each.close)
            each.start("--config", str(self.config), *LIGHT)
        self.alice, self.bob, *_ = everybody
        self.finders = everybody[1:]

    def test_people_chat_and_bottles_are_found_and_answered(self):
        chat(self.alice, self.bob)
        pass_a_bottle_on(self.alice, self.finders)
        key = (self.alice.data / "identity.p8").read_text()
        self.assertLess(len(key), 200)  # an RSA key takes 1,700
        self.assertEqual(hashlib.sha256(nodes.PROGRAM.read_bytes()).digest(), self.program)


class EitherCipher(unittest.TestCase):
    """An id belongs to one suite, so whoever talks with people of two has two: one program and one configuration, two
    profiles side by side, each of which loads both ciphers."""

    def test_one_person_talks_with_people_of_either(self):
        with tempfile.TemporaryDirectory(prefix="p2pchat-other-") as folder:
            config = pathlib.Path(folder) / "config.toml"
            config.write_text(EITHER)
            for own, of_friend in (("rsa", "terminal"), ("ed25519", "ed25519-only")):
                friend, me = Node("friend", profile=of_friend), Node("me", profile=own)
                self.addCleanup(friend.close)
                self.addCleanup(me.close)
                friend.start("--config", str(config))
                me.bootstrap = [friend.endpoint]
                me.start("--config", str(config))
                befriend(me, friend)
                me.ok(f"/msg {friend.id} in your cipher")
                friend.expect(event="message", direction="in", peer=me.id, body="in your cipher")
                self.assertEqual(len((me.data / "identity.p8").read_text()) < 200, own == "ed25519")


class OtherIdentity(unittest.TestCase):
    def test_a_key_file_of_the_other_cipher_is_refused_and_named(self):
        with tempfile.TemporaryDirectory(prefix="p2pchat-other-") as folder:
            config = pathlib.Path(folder) / "config.toml"
            config.write_text(PROFILE.format(port=free_port()))
            data = pathlib.Path(folder) / "data"
            data.mkdir(mode=0o700)
            shutil.copy(KEY, data / "identity.p8")
            os.chmod(data / "identity.p8", 0o600)
            shown = nodes.command("identity", "show", data_dir=data)
            self.assertEqual(shown.returncode, 0, shown.stderr)
            other = nodes.command("--config", str(config), "--profile", "other", "identity", "show", data_dir=data)
            self.assertNotEqual(other.returncode, 0)
            self.assertIn("belongs to another suite", other.stderr)


if __name__ == "__main__":
    unittest.main()
