# SPDX-License-Identifier: MIT
"""RSA, X25519, AES-256-GCM and HKDF in plain Python, from their standards alone. Slow, not constant-time: for tests."""
import hashlib
import hmac as hmac_module
import os


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def hmac(key, *parts):
    return hmac_module.new(key, b"".join(parts), hashlib.sha256).digest()


def hkdf_expand(key, info, length):  # RFC 5869, 2.3
    out, last = b"", b""
    while len(out) < length:
        last = hmac(key, last, info, bytes([len(out) // 32 + 1]))
        out += last
    return out[:length]


def hkdf(salt, secret, info, length):
    return hkdf_expand(hmac(salt or bytes(32), secret), info, length)


def x25519(secret, share):  # RFC 7748, 5
    p = 2**255 - 19
    k = bytearray(secret)
    k[0] &= 248
    k[31] = k[31] & 127 | 64
    k = int.from_bytes(k, "little")
    u = int.from_bytes(share, "little") & (2**255 - 1)
    x2, z2, x3, z3, swapped = 1, 0, u, 1, 0
    for bit in reversed(range(255)):
        now = k >> bit & 1
        if swapped != now:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swapped = now
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb = d * a, c * b
        x3, z3 = (da + cb) ** 2 % p, u * (da - cb) ** 2 % p
        aa, bb = a * a % p, b * b % p
        x2, z2 = aa * bb % p, (aa - bb) * (aa + 121665 * (aa - bb)) % p
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, p - 2, p) % p).to_bytes(32, "little")


X25519_BASE = (9).to_bytes(32, "little")


def _sbox():  # FIPS 197, 5.1.1
    box, p, q = [0x63] * 256, 1, 1
    while True:
        p ^= p << 1 & 0xFF ^ (0x1B if p & 0x80 else 0)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        rotated = [q << n & 0xFF | q >> (8 - n) for n in range(5)]
        box[p] = rotated[0] ^ rotated[1] ^ rotated[2] ^ rotated[3] ^ rotated[4] ^ 0x63
        if p == 1:
            return box


SBOX = _sbox()


def _double(octet):
    return octet << 1 & 0xFF ^ (0x1B if octet & 0x80 else 0)


def _aes256_schedule(key):
    words = [list(key[i:i + 4]) for i in range(0, 32, 4)]
    rcon = 1
    for i in range(8, 60):
        word = list(words[-1])
        if i % 8 == 0:
            word = [SBOX[octet] for octet in word[1:] + word[:1]]
            word[0] ^= rcon
            rcon = _double(rcon)
        elif i % 8 == 4:
            word = [SBOX[octet] for octet in word]
        words.append([a ^ b for a, b in zip(word, words[i - 8])])
    return [sum(words[i:i + 4], []) for i in range(0, 60, 4)]


def _aes256(schedule, block):
    state = [a ^ b for a, b in zip(block, schedule[0])]
    for number, round_key in enumerate(schedule[1:], 1):
        state = [SBOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if number < 14:
            mixed = []
            for i in range(0, 16, 4):
                column = state[i:i + 4]
                whole = column[0] ^ column[1] ^ column[2] ^ column[3]
                mixed += [column[j] ^ whole ^ _double(column[j] ^ column[(j + 1) % 4]) for j in range(4)]
            state = mixed
        state = [a ^ b for a, b in zip(state, round_key)]
    return bytes(state)


def _ghash(h, data):  # SP 800-38D, 6.4
    y = 0
    for i in range(0, len(data), 16):
        y ^= int.from_bytes(data[i:i + 16], "big")
        z, v = 0, h
        for bit in reversed(range(128)):
            if y >> bit & 1:
                z ^= v
            v = v >> 1 ^ (0xE1 << 120 if v & 1 else 0)
        y = z
    return y.to_bytes(16, "big")


def _gcm(key, nonce, aad, text, sealing):
    schedule = _aes256_schedule(key)
    h = int.from_bytes(_aes256(schedule, bytes(16)), "big")
    counter = lambda n: _aes256(schedule, nonce + n.to_bytes(4, "big"))
    stream = b"".join(counter(2 + i) for i in range((len(text) + 15) // 16))
    other = bytes(a ^ b for a, b in zip(text, stream))
    sealed = other if sealing else text
    padded = lambda data: data + bytes(-len(data) % 16)
    lengths = (8 * len(aad)).to_bytes(8, "big") + (8 * len(text)).to_bytes(8, "big")
    tag = bytes(a ^ b for a, b in zip(_ghash(h, padded(aad) + padded(sealed) + lengths), counter(1)))
    return other, tag


def gcm_seal(key, nonce, aad, plain):
    sealed, tag = _gcm(key, nonce, aad, plain, True)
    return sealed + tag


def gcm_open(key, nonce, aad, sealed):
    plain, tag = _gcm(key, nonce, aad, sealed[:-16], False)
    assert tag == sealed[-16:], "the tag does not hold"
    return plain


def _mask(seed, length):  # MGF1, RFC 8017, B.2.1
    return b"".join(sha256(seed, n.to_bytes(4, "big")) for n in range((length + 31) // 32))[:length]


def _xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


class RsaKey:
    """A public key, or a pair when d is known. e = 65537."""

    def __init__(self, n, d=None):
        self.n, self.d, self.size = n, d, (n.bit_length() + 7) // 8
        self.modulus = n.to_bytes(self.size, "big")

    def _public(self, octets):
        return pow(int.from_bytes(octets, "big"), 65537, self.n).to_bytes(self.size, "big")

    def _secret(self, octets):
        return pow(int.from_bytes(octets, "big"), self.d, self.n).to_bytes(self.size, "big")

    def sign(self, message):  # RFC 8017, 9.1.1
        salt = os.urandom(32)
        h = sha256(bytes(8), sha256(message), salt)
        db = bytes(self.size - 32 - 32 - 2) + b"\1" + salt
        masked = bytearray(_xor(db, _mask(h, len(db))))
        masked[0] &= 0x7F
        return self._secret(bytes(masked) + h + b"\xbc")

    def verify(self, message, signature):  # RFC 8017, 9.1.2
        encoded = self._public(signature)
        masked, h = encoded[:-33], encoded[-33:-1]
        db = bytearray(_xor(masked, _mask(h, len(masked))))
        db[0] &= 0x7F
        padding = bytes(len(db) - 33) + b"\1"
        return (encoded[-1] == 0xBC and not masked[0] & 0x80 and bytes(db[:-32]) == padding
                and h == sha256(bytes(8), sha256(message), bytes(db[-32:])))

    def encrypt(self, label, secret):  # RFC 8017, 7.1.1
        seed = os.urandom(32)
        db = sha256(label) + bytes(self.size - len(secret) - 66) + b"\1" + secret
        masked = _xor(db, _mask(seed, len(db)))
        return self._public(b"\0" + _xor(seed, _mask(masked, 32)) + masked)

    def decrypt(self, label, sealed):  # RFC 8017, 7.1.2
        encoded = self._secret(sealed)
        seed = _xor(encoded[1:33], _mask(encoded[33:], 32))
        db = _xor(encoded[33:], _mask(seed, len(encoded) - 33))
        assert encoded[0] == 0 and db[:32] == sha256(label), "OAEP does not hold"
        return db[32:].lstrip(b"\0")[1:]
