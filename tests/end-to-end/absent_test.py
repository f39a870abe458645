# SPDX-License-Identifier: MIT
"""Two people who are never there at once, and a sea of four others between them: messages arrive all the same."""
import unittest

from node import Node

WAITS = "waiting on the sea"


class Absent(unittest.TestCase):
    def setUp(self):
        shore = Node("shore0").start()
        self.sea = [shore] + [Node(f"shore{number}", [shore.endpoint]).start() for number in range(1, 4)]
        self.alice = Node("alice", [shore.endpoint]).start()
        self.bob = Node("bob", [shore.endpoint]).start()
        for node in (*self.sea, self.alice, self.bob):
            self.addCleanup(node.close)
        self.alice.ok(f"/add {self.bob.invite} bob")
        self.bob.expect(event="request", peer=self.alice.id)
        self.bob.ok(f"/accept {self.alice.id}")
        self.alice.expect(event="contact", peer=self.bob.id, relation="accepted")

    def heard(self):
        return [row["body"] for row in self.bob.history(self.alice) if row["direction"] == "in"]

    def settle(self, message, *states):
        """Waits until a message of Alice's is in one of these states; looks again at each news of it."""
        seen = 0
        while [row["state"] for row in self.alice.history(self.bob) if row["id"] == message["id"]][0] not in states:
            event = self.alice.expect(since=seen, event="state", id=message["id"])
            seen = self.alice.events.index(event, seen) + 1

    def leave_at_sea(self, *bodies):
        """Alice writes while Bob is away, and leaves when the sea has it."""
        for body in bodies:
            self.alice.ok(f"/msg {self.bob.id} {body}")
        for row in self.alice.history(self.bob):
            if row["body"] in bodies and row.get("reason") != WAITS:
                self.alice.expect(event="state", id=row["id"], state="queued", reason=WAITS)

    def test_a_message_arrives_although_its_sender_has_left(self):
        self.assertEqual(self.bob.stop(), 0)
        said = ["你在吗？ I had to go 🌊", "and one more thing"]
        self.leave_at_sea(*said)
        self.assertEqual(self.alice.stop(), 0)
        self.bob.start()
        for body in said:
            self.bob.expect(event="message", direction="in", body=body)
        self.assertEqual(self.heard(), said)

        self.bob.ok(f"/read {self.alice.id}")
        self.alice.start()
        first, last = self.alice.history(self.bob)
        self.settle(first, "delivered", "read")
        self.settle(last, "read")
        self.assertEqual(self.heard(), said, "exactly once")

    def test_kills_on_the_way_lose_and_double_nothing(self):
        self.bob.kill()
        self.leave_at_sea("before the storm")
        self.alice.kill()
        self.sea[3].kill()
        self.bob.start()
        self.bob.expect(event="message", direction="in", body="before the storm")
        self.bob.kill()
        self.bob.start()
        self.assertEqual(self.heard(), ["before the storm"])
        self.alice.start()
        self.alice.ok(f"/msg {self.bob.id} I am back")
        self.bob.expect(event="message", direction="in", body="I am back")
        self.assertEqual(self.heard(), ["before the storm", "I am back"])
        for row in self.alice.history(self.bob):
            self.settle(row, "delivered", "read")


if __name__ == "__main__":
    unittest.main()
