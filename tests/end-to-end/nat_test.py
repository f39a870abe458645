# SPDX-License-Identifier: MIT
"""People behind routers of every kind meet and chat: each kind with each, in network namespaces.

Skipped, with the reason, where there are none."""
import concurrent.futures
import itertools
import pathlib
import shutil
import sys
import time
import unittest

from chat_test import befriend
from nat_lab import Lab
from node import PATIENCE_S, Node

# What each kind finds out about itself.
VERDICTS = {"open": "open", "keep": "router", "random": "random-router", "blocked": "blocked"}
# Where two are connected past the relay: where one is in the open, or both keep their ports.
# `blocked` loses datagrams alone, and keeps the ports of TCP.
DIRECT = {"open": {"open", "keep", "random", "blocked"}, "keep": {"open", "keep", "blocked"}, "random": {"open"},
          "blocked": {"open", "keep", "blocked"}}


class Resident(Node):
    """A node in a place of the lab."""

    def __init__(self, name, place, bootstrap=()):
        super().__init__(name, bootstrap)
        self.within, self.address = place
        self.kind = name.split("-")[0]

    @property
    def endpoint(self):
        return "0.0.0.0:12476"

    def until_it_knows(self, verdict):
        """Waits until it knows how it can be reached."""
        log = pathlib.Path(self.log.name)
        deadline = time.monotonic() + PATIENCE_S
        while f"seen from outside: {verdict}" not in log.read_text(errors="replace"):
            if time.monotonic() > deadline:
                raise AssertionError(f"{self.name} does not find out that it is {verdict}\n{self.tail()}")
            time.sleep(0.1)

    def endpoint_of(self, peer):
        rows = [row for row in self.ok("/peers") if row["kind"] == "session" and row["peer"] == peer.id]
        return rows[0]["endpoint"] if rows else None


class InALab(unittest.TestCase):
    def setUp(self):
        reason = Lab.why_not()
        if reason:
            self.skipTest(reason)
        self.lab = Lab()
        self.addCleanup(self.lab.close)
        self.residents, self.doors = [], []
        for number in range(2):
            sea = self.move_in(f"sea-{number}", self.lab.host())
            self.start([sea])
            self.doors.append(f"{sea.address}:12476")

    def move_in(self, name, place):
        resident = Resident(name, place, self.doors[:1])
        self.residents.append(resident)
        self.addCleanup(resident.close)
        return resident

    def start(self, residents):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda each: each.start(), residents))


def meet(one, other):
    """They become contacts and write to each other; says which way it went."""
    befriend(one, other)
    for writer, reader in ((one, other), (other, one)):
        body = f"from {writer.name} to {reader.name}"
        writer.ok(f"/msg {reader.id} {body}")
        seen = reader.expect(event="message", direction="in", body=body)
        writer.expect(event="state", id=seen["id"], state="delivered")
    # Who was called sees by whom: a circuit has the relay's endpoint and a name behind it.
    ways = [node.endpoint_of(peer) for node, peer in ((one, other), (other, one))]
    assert all(ways), f"{one.name} and {other.name} have no session: {ways}"
    return "direct" if any("#" not in way for way in ways) else "relay"


class Matrix(InALab):
    def test_everybody_reaches_everybody_past_the_relay_where_that_can_be(self):
        kinds = list(VERDICTS)
        people = {(kind, number): self.move_in(f"{kind}-{number}",
                                               self.lab.host() if kind == "open" else self.lab.home(kind))
                  for kind in kinds for number in range(2)}
        self.start(people.values())
        for (kind, _), person in people.items():
            person.until_it_knows(VERDICTS[kind])
        cells = list(itertools.combinations_with_replacement(kinds, 2))
        ways = {}
        for one, other in cells:
            ways[one, other] = meet(people[one, 0], people[other, 1])
        print("\n" + " " * 9 + "".join(f"{kind:>9}" for kind in kinds))
        for one in kinds:
            print(f"{one:>9}" + "".join(f"{ways.get((one, other), ''):>9}" for other in kinds), flush=True)
        for (one, other), way in ways.items():
            self.assertEqual(way, "direct" if other in DIRECT[one] else "relay", f"{one} and {other}")


class Gateways(InALab):
    def opens_itself_by(self, protocol):
        if not shutil.which("miniupnpd"):
            self.skipTest("miniupnpd is not installed")
        place = self.lab.home("gateway")
        router = self.lab.router
        self.lab.gateway(protocol)
        person = self.move_in(f"{protocol}-0", place)
        person.start()
        person.until_it_knows("open")
        self.assertIn("dnat", self.lab.rules(router))
        # Who knows nobody but a third dials it as he would anybody.
        friend = self.move_in("keep-0", self.lab.home("keep"))
        friend.start()
        self.assertEqual(meet(friend, person), "direct")
        person.stop()
        self.assertNotIn("dnat", self.lab.rules(router))

    def test_a_router_that_speaks_upnp_is_asked_to_open_the_port_and_shut_it_at_the_end(self):
        self.opens_itself_by("upnp")

    def test_a_router_that_speaks_nat_pmp_is_asked_to_open_the_port_and_shut_it_at_the_end(self):
        self.opens_itself_by("natpmp")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
