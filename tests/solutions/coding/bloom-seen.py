"""A Bloom filter for titles seen, sized from the expected number and the error rate."""
import random
from hashlib import blake2b
from math import ceil, log


class Seen:
    def __init__(self, expected, rate):
        self.m = max(8, ceil(-expected * log(rate) / log(2) ** 2))
        self.k = max(1, round(self.m / max(1, expected) * log(2)))
        self.bits = bytearray((self.m + 7) // 8)

    def _positions(self, title):
        digest = blake2b(title.encode(), digest_size=16).digest()
        a = int.from_bytes(digest[:8], "big")
        b = int.from_bytes(digest[8:], "big") | 1
        return [(a + i * b) % self.m for i in range(self.k)]

    def add(self, title):
        for p in self._positions(title):
            self.bits[p >> 3] |= 1 << (p & 7)

    def might_have(self, title):
        return all(self.bits[p >> 3] >> (p & 7) & 1 for p in self._positions(title))


def check(m):
    s = m.Seen(2000, 0.01)
    assert 2300 <= len(s.bits) <= 2600
    assert not s.might_have("T1")
    s.add("T1")
    assert s.might_have("T1")
    rng = random.Random(7)
    for n, rate, asked in ((2000, 0.01, 12000), (300, 0.05, 6000)):
        s = m.Seen(n, rate)
        inside = [f"t{rng.getrandbits(60)}" for _ in range(n)]
        for t in inside:
            s.add(t)
        before = bytes(s.bits)
        for t in inside[:50]:
            s.add(t)  # twice changes nothing
        assert bytes(s.bits) == before
        assert all(s.might_have(t) for t in inside)
        wrong = sum(bool(s.might_have(f"u{i}")) for i in range(asked)) / asked
        assert 0.5 * rate < wrong < 1.6 * rate, wrong
