"""Quantiles with a bounded relative error from counts in logarithmic buckets, mergeable."""
import random
from math import ceil, floor, log


class Sketch:
    def __init__(self, error):
        self.gamma = (1 + error) / (1 - error)
        self.counts, self.tiny, self.n = {}, 0, 0

    def add(self, ms):
        if ms < 0:
            raise ValueError("negative latency")
        self.n += 1
        if ms < 0.01:
            self.tiny += 1
        else:
            i = ceil(log(ms) / log(self.gamma))
            self.counts[i] = self.counts.get(i, 0) + 1

    def merge(self, other):
        if other.gamma != self.gamma:
            raise ValueError("different errors")
        for i, c in other.counts.items():
            self.counts[i] = self.counts.get(i, 0) + c
        self.tiny += other.tiny
        self.n += other.n

    def quantile(self, q):
        if self.n == 0:
            return None
        rank, seen = q * (self.n - 1), self.tiny
        if seen > rank:
            return 0.0
        for i in sorted(self.counts):
            seen += self.counts[i]
            if seen > rank:
                return 2 * self.gamma ** i / (self.gamma + 1)


def check(m):
    s = m.Sketch(0.01)
    for x in range(1, 1001):
        s.add(x)
    assert 980 <= s.quantile(0.99) <= 1000
    z = m.Sketch(0.01)
    for x in (0, 0, 0, 5):
        z.add(x)
    assert abs(z.quantile(0.5)) < 0.011 and abs(z.quantile(1.0) - 5) <= 0.0501
    one = m.Sketch(0.02)
    one.add(60000)
    assert abs(one.quantile(0.0) - 60000) <= 1201 and abs(one.quantile(1.0) - 60000) <= 1201

    rng = random.Random(7)
    kinds = [lambda: rng.lognormvariate(3, 1.5), lambda: 7.5, lambda: rng.choice([0.02, 50000]) * rng.uniform(0.9, 1.1),
             lambda: float(rng.randrange(1, 9))]
    for error in (0.01, 0.05):
        for draw in kinds:
            parts, values = [m.Sketch(error) for _ in range(6)], []
            for _ in range(600):
                x = min(max(draw(), 0.01), 60000)
                values.append(x)
                rng.choice(parts).add(x)
            total = parts[0]
            for p in parts[1:]:
                total.merge(p)
            values.sort()
            for q in (0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1):
                true = values[floor(q * (len(values) - 1))]
                assert abs(total.quantile(q) - true) <= error * true * (1 + 1e-9), (q, true, total.quantile(q))
    big = m.Sketch(0.01)  # memory: far fewer parts than values
    for _ in range(20000):
        big.add(rng.uniform(0.01, 60000))
    assert big.quantile(0.5) is not None
