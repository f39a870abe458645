# SPDX-License-Identifier: MIT
"""The suite once more, written from docs/protocol alone."""
import base64
import os

from primitives import (X25519_BASE, RsaKey, gcm_open, gcm_seal, hkdf, hkdf_expand, hmac, sha256, x25519)

ONCE = bytes(12)


def u16(n):
    return n.to_bytes(2, "big")


def u32(n):
    return n.to_bytes(4, "big")


def u64(n):
    return n.to_bytes(8, "big")


def _der(octets):
    """The elements of one level: (type, content)."""
    found = []
    while octets:
        kind, length, at = octets[0], octets[1], 2
        if length & 0x80:
            at += length & 0x7F
            length = int.from_bytes(octets[2:at], "big")
        found.append((kind, octets[at:at + length]))
        octets = octets[at + length:]
    return found


def key_of(pem):
    der = base64.b64decode("".join(line for line in pem.splitlines() if not line.startswith("-----")))
    numbers = _der(_der(_der(_der(der)[0][1])[2][1])[0][1])
    return RsaKey(int.from_bytes(numbers[1][1], "big"), int.from_bytes(numbers[3][1], "big"))


def spki(modulus):
    key = b"\x02\x82" + u16(len(modulus) + 1) + b"\0" + modulus + b"\x02\x03\x01\0\x01"
    bits = b"\0\x30\x82" + u16(len(key)) + key
    body = bytes.fromhex("300d06092a864886f70d0101010500") + b"\x03\x82" + u16(len(bits)) + bits
    return b"\x30\x82" + u16(len(body)) + body


def id_of(modulus):
    return sha256(spki(modulus))


def public_of(modulus):
    return RsaKey(int.from_bytes(modulus, "big"))


class Records:
    """One direction."""

    def __init__(self, secret):
        self.secret, self.number, self.under_key, self.octets = secret, 0, 0, 0

    def _parts(self, length):
        key = hkdf_expand(self.secret, b"p2pchat/record/1 key", 32)
        iv = int.from_bytes(hkdf_expand(self.secret, b"p2pchat/record/1 iv", 12), "big")
        return key, (iv ^ self.number).to_bytes(12, "big"), u32(length)

    def _passed(self, octets):
        self.number, self.under_key, self.octets = self.number + 1, self.under_key + 1, self.octets + octets
        if self.under_key == 2**16 or self.octets >= 64 * 2**20:
            self.secret = hkdf_expand(self.secret, b"p2pchat/record/1 next", 32)
            self.under_key = self.octets = 0

    def seal(self, plain):
        record = gcm_seal(*self._parts(len(plain) + 16), plain)
        self._passed(len(plain))
        return record

    def open(self, record):
        plain = gcm_open(*self._parts(len(record)), record)
        self._passed(len(plain))
        return plain


class Handshake:
    """Either end; `out` and `into` are the records once it succeeded."""

    def __init__(self, key):
        self.key, self.id, self.secret, self.nonce = key, id_of(key.modulus), os.urandom(32), os.urandom(32)
        self.share = x25519(self.secret, X25519_BASE)

    @staticmethod
    def message(kind, body):
        return bytes([kind, 1]) + u16(len(body)) + body

    def _keys(self, their_share):
        self.shared = x25519(self.secret, their_share)
        keys = hkdf(self.th1, self.shared, b"p2pchat/hs/1 keys", 128)
        self.k_i, self.k_r, self.f_i, self.f_r = (keys[i:i + 32] for i in range(0, 128, 32))

    def _traffic(self, th4, k1):
        both = hkdf(th4, self.shared + k1, b"p2pchat/hs/1 traffic", 64)
        return Records(both[:32]), Records(both[32:])

    def _responder_text(self, id_r):
        return b" " * 64 + b"p2pchat/hs/1 responder\0" + self.th1 + id_r

    def _initiator_text(self, th3, id_i, id_r):
        return b" " * 64 + b"p2pchat/hs/1 initiator\0" + th3 + id_i + id_r


class Initiator(Handshake):
    def hello(self, wanted):
        self.wanted = wanted
        self.m1 = b"\1\1" + u16(2 + 2 + 32 * 3 + 1) + b"\0\1\0\1" + self.nonce + self.share
        self.m1 += hmac(wanted, self.m1) + b"\0"
        return self.m1

    def proof(self, m2):
        assert m2[:6] == b"\2\1" + u16(len(m2) - 4) + u16(1)
        self.th1 = sha256(b"p2pchat/hs/1", self.m1, m2[:70])
        self._keys(m2[38:70])
        plain = gcm_open(self.k_r, ONCE, self.th1, m2[70:])
        size = (len(plain) - 32) // 2
        modulus, signature, finish = plain[:size], plain[size:2 * size], plain[2 * size:]
        responder = public_of(modulus)
        assert id_of(modulus) == self.wanted and finish == hmac(self.f_r, self.th1, modulus, signature)
        assert responder.verify(self._responder_text(self.wanted), signature)
        th2, k1 = sha256(self.th1, m2), os.urandom(32)
        oaep = responder.encrypt(b"p2pchat/hs/1 key" + self.th1, k1)
        th3 = sha256(th2, oaep, self.key.modulus)
        signature = self.key.sign(self._initiator_text(th3, self.id, self.wanted))
        th4 = sha256(th3, signature)
        plain = oaep + self.key.modulus + signature + hmac(self.f_i, th4)
        header = b"\3\1" + u16(len(plain) + 16)
        self.out, self.into = self._traffic(th4, k1)
        return header + gcm_seal(self.k_i, ONCE, header + th2, plain)

    def ready(self, m4):
        assert m4[:4] == b"\4\1" + u16(20) and self.into.open(m4[4:]) == bytes(4)


class Responder(Handshake):
    def reply(self, m1):
        assert m1[:8] == b"\1\1" + u16(101) + b"\0\1\0\1" and m1[-1] == 0
        assert m1[-33:-1] == hmac(self.id, m1[:-33])
        size = self.key.size
        begun = b"\2\1" + u16(2 + 64 + 2 * size + 32 + 16) + u16(1) + self.nonce + self.share
        self.th1 = sha256(b"p2pchat/hs/1", m1, begun)
        self._keys(m1[40:72])
        signature = self.key.sign(self._responder_text(self.id))
        plain = self.key.modulus + signature + hmac(self.f_r, self.th1, self.key.modulus, signature)
        m2 = begun + gcm_seal(self.k_r, ONCE, self.th1, plain)
        self.th2 = sha256(self.th1, m2)
        return m2

    def ready(self, m3):
        assert m3[:4] == b"\3\1" + u16(len(m3) - 4)
        plain = gcm_open(self.k_i, ONCE, m3[:4] + self.th2, m3[4:])
        oaep, rest, finish = plain[:self.key.size], plain[self.key.size:-32], plain[-32:]
        modulus, signature = rest[:len(rest) // 2], rest[len(rest) // 2:]
        th3 = sha256(self.th2, oaep, modulus)
        th4 = sha256(th3, signature)
        assert finish == hmac(self.f_i, th4)
        assert public_of(modulus).verify(self._initiator_text(th3, id_of(modulus), self.id), signature)
        self.peer = modulus
        self.into, self.out = self._traffic(th4, self.key.decrypt(b"p2pchat/hs/1 key" + self.th1, oaep))
        return self.message(4, self.out.seal(bytes(4)))


def _leaf(salt, message):
    return sha256(b"\0", salt, message)


def _levels(leaves):
    levels = [leaves]
    while len(levels[-1]) > 1:
        below = levels[-1]
        pairs = [below[i:i + 2] for i in range(0, len(below), 2)]
        levels.append([sha256(b"\1", *pair) if len(pair) == 2 else pair[0] for pair in pairs])
    return levels


def sign_batch(key, messages):
    salts = [os.urandom(16) for _ in messages]
    levels = _levels([_leaf(salt, message) for salt, message in zip(salts, messages)])
    count = len(messages)
    rsa = key.sign(b"p2pchat/batch/1\0" + u16(count) + levels[-1][0])
    signatures = []
    for index in range(count):
        path = [level[index >> depth ^ 1] for depth, level in enumerate(levels) if index >> depth ^ 1 < len(level)]
        head = b"\2" + u16(count) + u16(index) + salts[index] + u16(len(rsa))
        signatures.append(head + rsa + b"".join(path))
    return signatures


def verify(key, message, signature):
    if signature[0] == 1:
        return key.verify(message, signature[1:])
    count, index = int.from_bytes(signature[1:3], "big"), int.from_bytes(signature[3:5], "big")
    length = int.from_bytes(signature[21:23], "big")
    rsa, path = signature[23:23 + length], signature[23 + length:]
    node, width, place = _leaf(signature[5:21], message), count, index
    while width > 1:
        if place ^ 1 < width:
            neighbour, path = path[:32], path[32:]
            node = sha256(b"\1", node, neighbour) if place % 2 == 0 else sha256(b"\1", neighbour, node)
        width, place = (width + 1) // 2, place // 2
    return not path and key.verify(b"p2pchat/batch/1\0" + u16(count) + node, rsa)


def _box_context(owner, aad):
    return sha256(b"p2pchat/seal/1\0", b"\1" + u16(1), owner, aad)


def seal_box(key, aad, plain):
    context, content_key = _box_context(id_of(key.modulus), aad), os.urandom(32)
    return b"\1" + u16(1) + key.encrypt(context, content_key) + gcm_seal(content_key, ONCE, context, plain)


def open_box(key, aad, box):
    context = _box_context(id_of(key.modulus), aad)
    content_key = key.decrypt(context, box[3:3 + key.size])
    return gcm_open(content_key, ONCE, context, box[3 + key.size:])


def delegate(key, share, expiry_ms, work_bits):
    head = b"\1" + u16(key.size) + key.modulus + share + u64(expiry_ms)
    seed, work = sha256(b"p2pchat/work/1\0", head), 0
    while int.from_bytes(sha256(seed, u64(work)), "big") >> (256 - work_bits):
        work += 1
    return head + u64(work) + key.sign(b"p2pchat/delegation/1\0" + head + u64(work))


def check_delegation(delegation, work_bits):
    """The owner's id and the share."""
    size = int.from_bytes(delegation[1:3], "big")
    modulus, share = delegation[3:3 + size], delegation[3 + size:35 + size]
    head, work, signature = delegation[:43 + size], delegation[43 + size:51 + size], delegation[51 + size:]
    assert not int.from_bytes(sha256(sha256(b"p2pchat/work/1\0", head), work), "big") >> (256 - work_bits)
    assert public_of(modulus).verify(b"p2pchat/delegation/1\0" + head + work, signature)
    return id_of(modulus), share


def agree(secret, share, their_share, context):
    first, second = sorted([share, their_share])
    return hkdf(b"", x25519(secret, their_share), b"p2pchat/agree/1\0" + first + second + context, 32)
