# SPDX-License-Identifier: MIT
"""What an eavesdropper on the wire sees of a conversation: no word of it, and not who opened it."""
import base64
import os
import socket
import threading
import time
import unittest

from chat_test import befriend
from node import PATIENCE_S, Node


class Capture:
    """Everything that crosses the loopback device, as one heap of octets for TCP and one for UDP."""

    ETH_P_ALL = 0x0003

    def __enter__(self):
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(self.ETH_P_ALL))
        self.socket.bind(("lo", 0))
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
        self.socket.settimeout(0.2)
        self.tcp, self.udp, self.running = bytearray(), bytearray(), True
        self.thread = threading.Thread(target=self._read)
        self.thread.start()
        return self

    def _read(self):
        while self.running:
            try:
                frame = self.socket.recv(1 << 17)
            except TimeoutError:
                continue
            if frame[12:14] != b"\x08\x00":
                continue
            packet = frame[14:]
            (self.tcp if packet[9] == 6 else self.udp).extend(packet)

    def hears(self, text):
        """Waits until a text that was sent in the clear has come in."""
        deadline = time.monotonic() + PATIENCE_S
        while text not in self.tcp and time.monotonic() < deadline:
            time.sleep(0.05)
        return text in self.tcp

    def __exit__(self, *_):
        self.running = False
        self.thread.join()
        self.socket.close()


def shout(text):
    """Sends a text over the loopback device in the clear."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()) as mouth, server.accept()[0] as ear:
            mouth.sendall(text)
            ear.recv(len(text))


def spellings(octets):
    """How octets may stand on a wire: raw, hexadecimal, and in base64 at each of the three alignments."""
    yield octets
    yield octets.hex().encode()
    for shift in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(b"\0" * shift + octets)[4 if shift else 0:][: len(octets) // 3 * 4 - 4]


@unittest.skipUnless(os.geteuid() == 0, "listening on the loopback device needs root")
class Wire(unittest.TestCase):
    def test_a_conversation_shows_no_word_and_not_who_opened_it(self):
        body = "the canary sings at midnight 金丝雀在午夜歌唱"
        with Capture() as capture:
            sea = Node("sea").start()
            alice = Node("alice", [sea.endpoint]).start()
            bob = Node("bob", [sea.endpoint]).start()
            for node in (sea, alice, bob):
                self.addCleanup(node.close)
            befriend(alice, bob)
            for node, peer in ((alice, bob), (bob, alice)):
                for number in range(20):
                    node.ok(f"/msg {peer.id} {body} {number}")
                peer.expect(event="message", body=f"{body} 19")
            shout(b"this one is heard")
            self.assertTrue(capture.hears(b"this one is heard"), "the capture hears what is in the clear")

        self.assertGreater(len(capture.tcp), 10_000)
        for spelling in spellings(body.encode()):
            self.assertFalse(spelling in capture.tcp or spelling in capture.udp, f"a text as {spelling!r}")
        for spelling in spellings(bytes.fromhex(alice.id)):
            self.assertFalse(spelling in capture.tcp, f"the initiator's id as {spelling!r}")


if __name__ == "__main__":
    unittest.main()
