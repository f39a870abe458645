# SPDX-License-Identifier: MIT
"""Three nodes on loopback, two of which know only the third: they meet, chat, crash and remember."""
import random
import unittest

from node import Node


def befriend(asker, asked):
    """`asker` adds `asked` by invite; `asked` accepts; both know."""
    asker.ok(f"/add {asked.invite} {asked.name}")
    asked.expect(event="request", peer=asker.id)
    asked.ok(f"/accept {asker.id}")
    asker.expect(event="contact", peer=asked.id, relation="accepted")


class Three(unittest.TestCase):
    def setUp(self):
        self.sea = Node("sea")
        self.sea.start()
        self.alice = Node("alice", [self.sea.endpoint]).start()
        self.bob = Node("bob", [self.sea.endpoint]).start()
        for node in (self.sea, self.alice, self.bob):
            self.addCleanup(node.close)

    def bodies(self, node, peer, direction):
        return [row["body"] for row in node.history(peer) if row["direction"] == direction]


class Chat(Three):
    def test_two_people_meet_through_a_third_and_chat_both_ways(self):
        befriend(self.alice, self.bob)

        self.alice.ok(f"/msg {self.bob.id} 你好，Bob 🙂")
        seen = self.bob.expect(event="message", direction="in", peer=self.alice.id)
        self.assertEqual(seen["body"], "你好，Bob 🙂")
        self.alice.expect(event="state", id=seen["id"], state="delivered")
        self.bob.ok(f"/read {self.alice.id}")
        self.alice.expect(event="state", id=seen["id"], state="read")

        self.bob.ok(f"/msg {self.alice.id} hello to you, 愛麗絲 🍾")
        answer = self.alice.expect(event="message", direction="in", peer=self.bob.id)
        self.assertEqual(answer["body"], "hello to you, 愛麗絲 🍾")

    def test_what_was_said_is_found_again(self):
        befriend(self.alice, self.bob)
        for body in ("漂流瓶在海上", "the lighthouse keeper", "another day"):
            self.alice.ok(f"/msg {self.bob.id} {body}")
            self.bob.expect(event="message", body=body)
        for words, body in (("海", "漂流瓶在海上"), ("流瓶", "漂流瓶在海上"), ("lighthouse", "the lighthouse keeper")):
            rows = [row["body"] for row in self.bob.ok(f"/search {words}") if row["event"] == "row"]
            self.assertEqual(rows, [body], words)

    def test_a_text_before_the_request_is_accepted_waits_and_then_arrives_once(self):
        self.alice.ok(f"/add {self.bob.invite} bob")
        self.alice.ok(f"/msg {self.bob.id} are you there?")
        self.bob.expect(event="request", peer=self.alice.id)
        self.assertEqual(self.bodies(self.bob, self.alice, "in"), [])
        self.bob.ok(f"/accept {self.alice.id}")
        self.bob.expect(event="message", body="are you there?")
        self.assertEqual(self.bodies(self.bob, self.alice, "in"), ["are you there?"])


class Crash(Three):
    def assert_whole(self, expected):
        got = self.bodies(self.bob, self.alice, "in")
        self.assertEqual(got, expected, "lost, doubled or out of order")

    def wait_for_last(self, body):
        self.bob.expect(event="message", direction="in", body=body)

    def test_nothing_is_lost_or_doubled_when_the_receiver_is_killed_again_and_again(self):
        befriend(self.alice, self.bob)
        dice = random.Random(20261124)
        expected = []
        for kill in range(6):
            for _ in range(25):
                expected.append(f"第{len(expected)}条 number {len(expected)} 🌊")
                self.alice.say(f"/msg {self.bob.id} {expected[-1]}")
            if dice.random() < 0.8:
                wanted = expected[dice.randrange(max(0, len(expected) - 25), len(expected))]
                self.bob.expect(event="message", direction="in", body=wanted)
            self.bob.kill()
            self.bob.start()
        last = "the last one"
        expected.append(last)
        self.alice.ok(f"/msg {self.bob.id} {last}")
        self.wait_for_last(last)
        self.assert_whole(expected)
        rows = [row["body"] for row in self.bob.ok("/search 第7条") if row["event"] == "row"]
        self.assertIn(expected[7], rows)

    def test_nothing_is_lost_or_doubled_when_the_sender_is_killed_again_and_again(self):
        befriend(self.alice, self.bob)
        acknowledged = []
        for kill in range(6):
            for number in range(25):
                body = f"round {kill} number {number}"
                result, _ = self.alice.ask(f"/msg {self.bob.id} {body}")
                if result["ok"]:
                    acknowledged.append(body)
            self.alice.kill()
            self.alice.start()
        last = "the last one"
        self.alice.ok(f"/msg {self.bob.id} {last}")
        self.wait_for_last(last)
        self.assert_whole(acknowledged + [last])

    def test_messages_to_somebody_away_wait_and_arrive_in_order(self):
        befriend(self.alice, self.bob)
        self.assertEqual(self.bob.stop(), 0)
        expected = [f"while you were away {number}" for number in range(10)]
        for body in expected:
            self.alice.ok(f"/msg {self.bob.id} {body}")
        self.assertEqual(self.alice.stop(), 0)
        self.alice.start()
        self.bob.start()
        self.wait_for_last(expected[-1])
        self.assert_whole(expected)


if __name__ == "__main__":
    unittest.main()
