"""Mean and variance in one pass (Welford), merged over workers (Chan)."""
import random
import statistics


class Stats:
    def __init__(self):
        self.count, self.mean, self.m2 = 0, 0.0, 0.0

    def add(self, x):
        self.count += 1
        delta = x - self.mean
        self.mean += delta / self.count
        self.m2 += delta * (x - self.mean)

    def merge(self, other):
        n = self.count + other.count
        if other.count == 0:
            return self
        delta = other.mean - self.mean
        self.m2 += other.m2 + delta * delta * self.count * other.count / n
        self.mean += delta * other.count / n
        self.count = n
        return self

    def variance(self):
        return self.m2 / (self.count - 1) if self.count > 1 else None


def check(m):
    a, b = m.Stats(), m.Stats()
    a.add(2); a.add(4); b.add(9); a.merge(b)
    assert (a.count, a.mean) == (3, 5.0) and abs(a.variance() - 13.0) < 1e-12
    empty = m.Stats(); empty.merge(m.Stats())
    assert empty.count == 0
    empty.merge(b)
    assert (empty.count, empty.mean) == (1, 9.0)
    rng = random.Random(7)
    for offset in (0.0, 1e9):
        for _ in range(10):
            values = [offset + rng.gauss(3, 0.5) for _ in range(300)]
            parts = [[] for _ in range(8)]
            for v in values:
                parts[rng.choice((0, 1, 2, 5, 7))].append(v)
            total = m.Stats()
            rng.shuffle(parts)
            for part in parts:
                s = m.Stats()
                for v in part:
                    s.add(v)
                total.merge(s)
            assert total.count == 300
            assert abs(total.mean - offset - (statistics.fmean(v - offset for v in values))) < 1e-6
            want = statistics.variance([v - offset for v in values])
            assert abs(total.variance() - want) < 1e-5 * want + 1e-9, (total.variance(), want)
