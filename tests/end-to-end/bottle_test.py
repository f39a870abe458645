# SPDX-License-Identifier: MIT
"""Four nodes on loopback: bottles are thrown, found and answered, and processes are killed meanwhile."""
import time
import unittest

import node as nodes
from node import Node

# No attacker is there to be slowed by work and quotas.
LIGHT = ("--set", "plugin.bottle.stamp_bits=8", "--set", "plugin.bottle.throws_per_hour=1000",
         "--set", "plugin.bottle.sender_per_hour=1000")


def rows(node, line):
    return [event for event in node.ok(line) if event["event"] == "row"]


def on_beach(node, bottle):
    """What a node's beach says about a bottle, if it came ashore there."""
    found = [row for row in rows(node, "/beach") if row["id"] == bottle and row["voyage"] != "passing"]
    assert len(found) <= 1, f"{node.name} shows a bottle twice"
    return found[0] if found else None


def name_on_beach(node, bottle):
    return on_beach(node, bottle)["name"]


def mine(node, bottle):
    return next((row for row in rows(node, "/mine") if row["id"] == bottle), None)


def count(node, bottle, what):
    """How many `beaches` or `answers` the creator knows of; none before a restarted node has read its records."""
    row = mine(node, bottle)
    return row[what] if row else 0


def journey(node, bottle, voyage):
    """The steps of one kind, in order."""
    return [row for row in rows(node, f"/mine {mine(node, bottle)['name']}") if row["voyage"] == voyage and "step" in row]


def holds(condition, seconds):
    """Whether something becomes true in time; asked again whenever the clock has moved a little."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def until(condition, what):
    assert holds(condition, nodes.PATIENCE_S), f"never: {what}"


class Sea(unittest.TestCase):
    def setUp(self):
        everybody = [Node(name) for name in ("alice", "bob", "cai", "dora")]
        for each in everybody:
            each.bootstrap = [other.endpoint for other in everybody if other is not each]
            self.addCleanup(each.close)
            each.start(*LIGHT)
        self.alice, *self.finders = everybody
        until(self.throw_reaches_three, "everybody knows everybody")

    def throw_reaches_three(self):
        """A bottle is judged by whom a node knows when it comes; at first that is not yet everybody."""
        bottle = self.throw("is everybody there?")
        return holds(lambda: count(self.alice, bottle, "beaches") == 3, 2)

    def throw(self, text):
        return self.alice.ask(f"/throw {text}")[0]["bottle"]

    def beaches(self, bottle):
        return [finder for finder in self.finders if on_beach(finder, bottle)]

    def assert_ashore_once(self, bottle):
        until(lambda: len(self.beaches(bottle)) == 3, "ashore at all three")
        until(lambda: count(self.alice, bottle, "beaches") == 3, "and the creator knows")
        self.assertEqual(len(journey(self.alice, bottle, "ashore")), 3)
        self.assertIsNone(on_beach(self.alice, bottle))


class Found(Sea):
    def test_a_bottle_is_found_and_answered_and_a_chat_begins(self):
        bob = self.finders[0]
        bottle = self.throw("有人在听吗？ is anybody there?")
        self.assert_ashore_once(bottle)
        name = name_on_beach(bob, bottle)
        self.assertEqual(rows(bob, f"/open {name}")[0]["body"], "有人在听吗？ is anybody there?")
        bob.ok(f"/reply {name} 在，我在。 I am.")
        until(lambda: count(self.alice, bottle, "answers") == 1, "answered")
        answer, = journey(self.alice, bottle, "answered")
        self.assertEqual((answer["node"], answer["text"]), (bob.id, "在，我在。 I am."))
        self.assertFalse(bob.ask(f"/reply {name} twice")[0]["ok"])

        self.alice.ok(f"/chat {mine(self.alice, bottle)['name']} {answer['step']}")
        bob.expect(event="request", peer=self.alice.id)
        bob.ok(f"/accept {self.alice.id}")
        self.alice.expect(event="contact", peer=bob.id, relation="accepted")
        self.alice.ok(f"/msg {bob.id} hello, finder")
        self.assertEqual(bob.expect(event="message", direction="in", peer=self.alice.id)["body"], "hello, finder")


class Killed(Sea):
    def test_a_bottle_ends_ashore_once_although_its_creator_is_killed_in_mid_throw(self):
        for moment in (None, "bottle.queued", "bottle.adrift", "bottle.ashore"):
            self.alice.say(f"/throw killed after {moment}")
            result = self.alice.expect(event="result", command="/throw", since=0)
            bottle = result["bottle"]
            if moment:
                self.alice.expect(event=moment, id=bottle)
            self.alice.kill()
            self.alice.start(*LIGHT)
            self.assert_ashore_once(bottle)

    def test_an_answer_arrives_once_although_the_finder_and_the_creator_are_killed(self):
        bottle = self.throw("anybody?")
        self.assert_ashore_once(bottle)
        for number, finder in enumerate(self.finders):
            finder.kill()
            finder.start(*LIGHT)
            until(lambda: on_beach(finder, bottle), "its records are read")
            name = name_on_beach(finder, bottle)
            if number == 2:
                self.alice.kill()
            finder.ok(f"/reply {name} it is me, {finder.name}")
            finder.kill()
            if number == 2:
                self.alice.start(*LIGHT)
            finder.start(*LIGHT)
            until(lambda: count(self.alice, bottle, "answers") == number + 1, f"the answer of {finder.name}")
        self.assertEqual([(step["node"], step["text"]) for step in journey(self.alice, bottle, "answered")],
                         [(finder.id, f"it is me, {finder.name}") for finder in self.finders])
        self.assert_ashore_once(bottle)


if __name__ == "__main__":
    unittest.main()
