# SPDX-License-Identifier: MIT
"""A second implementation, written from docs/protocol in plain Python, and the suite understand each other."""
import os
import pathlib
import subprocess
import unittest

import protocol
from primitives import X25519_BASE, gcm_seal, hmac, x25519

KEYS = pathlib.Path(__file__).resolve().parents[3] / "support/keys"
OK, BAD_SIGNATURE = 0, 3
NOW, WORK_BITS = 1_763_923_200_000, 10


class Suite:
    """The suite behind talker.cpp."""

    def __init__(self, pem):
        self.process = subprocess.Popen([os.environ["P2PCHAT_TALKER"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.all("read", pem.encode())

    def all(self, name, *given, expected=OK):
        self.process.stdin.write(" ".join([name] + [part.hex() or "-" for part in given]) + "\n")
        self.process.stdin.flush()
        code, *parts = self.process.stdout.readline().split()
        assert int(code) == expected, f"{name}: status {code}"
        return [b"" if part == "-" else bytes.fromhex(part) for part in parts]

    def __call__(self, name, *given, expected=OK):
        return self.all(name, *given, expected=expected)[0]

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class SecondImplementation(unittest.TestCase):
    def setUp(self):
        mine, theirs = ((KEYS / f"rsa-2048-{n}.pem").read_text() for n in (0, 1))
        self.mine = protocol.key_of(mine)
        self.suite = Suite(theirs)
        self.addCleanup(self.suite.close)
        self.theirs = protocol.key_of(theirs)

    def test_its_own_ciphers_agree_with_the_published_vectors(self):
        key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
        plain = bytes.fromhex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449"
                              "a6b525b16aedf5aa0de657ba637b39")
        sealed = gcm_seal(key, bytes.fromhex("cafebabefacedbaddecaf888"),
                          bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"), plain)
        self.assertEqual(sealed[-16:].hex(), "76fc6ece0f4e1768cddf8853bb2d551b")
        share = x25519(bytes.fromhex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"), X25519_BASE)
        self.assertEqual(share.hex(), "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")

    def test_both_name_a_key_alike(self):
        self.assertEqual(self.suite("public"), protocol.spki(self.theirs.modulus))

    def exchange(self, session):
        for text in (b"", b"words\n", os.urandom(1000)):
            self.assertEqual(session.into.open(self.suite("seal", text)), text)
            self.assertEqual(self.suite("open", session.out.seal(text)), text)
        self.assertEqual(self.suite("peer"), protocol.spki(self.mine.modulus))

    def test_it_dials_the_suite(self):
        session = protocol.Initiator(self.mine)
        self.suite("answer")
        m2 = self.suite("step", session.hello(protocol.id_of(self.theirs.modulus)))
        session.ready(self.suite("step", session.proof(m2)))
        self.exchange(session)

    def test_the_suite_dials_it(self):
        session = protocol.Responder(self.mine)
        self.suite("dial", session.id)
        m4 = session.ready(self.suite("step", session.reply(self.suite("step", b""))))
        self.assertEqual(self.suite("step", m4), b"")
        self.assertEqual(session.peer, self.theirs.modulus)
        self.exchange(session)

    def test_the_suite_refuses_its_proof_for_another_hello(self):
        first, second = protocol.Initiator(self.mine), protocol.Initiator(self.mine)
        for session in (first, second):
            self.suite("answer")
            m3 = session.proof(self.suite("step", session.hello(protocol.id_of(self.theirs.modulus))))
        self.suite("answer")
        self.suite("step", second.m1)
        self.suite("step", m3, expected=BAD_SIGNATURE)

    def test_signatures_hold_on_the_other_side(self):
        message = b"purpose/1\0message"
        signature = self.suite("sign", message)
        self.assertTrue(protocol.verify(self.theirs, message, signature))
        self.assertFalse(protocol.verify(self.theirs, message + b".", signature))
        public = protocol.spki(self.mine.modulus)
        self.suite("verify", public, message, b"\1" + self.mine.sign(message))
        self.suite("verify", public, message + b".", b"\1" + self.mine.sign(message), expected=BAD_SIGNATURE)

    def test_signatures_made_together_hold_on_the_other_side(self):
        public = protocol.spki(self.mine.modulus)
        for count in (3, 5, 8, 13):
            messages = [b"purpose/1\0" + bytes([n]) for n in range(count)]
            self.assertTrue(protocol.verify(self.theirs, messages[2], self.suite("sign_all", *messages)))
            for message, signature in zip(messages, protocol.sign_batch(self.mine, messages)):
                self.suite("verify", public, message, signature)

    def test_boxes_open_on_the_other_side(self):
        box = self.suite("box", protocol.spki(self.mine.modulus), b"heading", b"words")
        self.assertEqual(protocol.open_box(self.mine, b"heading", box), b"words")
        box = protocol.seal_box(self.theirs, b"heading", b"words")
        self.assertEqual(self.suite("unbox", b"heading", box), b"words")

    def test_delegations_hold_on_the_other_side(self):
        expiry = protocol.u64(NOW + 1000)
        secret, delegation = self.suite.all("delegate", expiry)
        owner, share = protocol.check_delegation(delegation, WORK_BITS)
        self.assertEqual(owner, protocol.id_of(self.theirs.modulus))
        self.assertEqual(secret[32:], share)
        mine = os.urandom(32)
        my_share = x25519(mine, X25519_BASE)
        made = protocol.delegate(self.mine, my_share, NOW + 1000, WORK_BITS)
        self.assertEqual(self.suite("check", made, protocol.u64(NOW)), protocol.id_of(self.mine.modulus))
        key = self.suite("agree", secret, made, b"context")
        self.assertEqual(key, protocol.agree(mine, my_share, share, b"context"))
        self.assertEqual(self.suite("mac", key, b"message"), hmac(key, b"message")[:16])


if __name__ == "__main__":
    unittest.main()
