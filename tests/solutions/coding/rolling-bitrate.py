"""The mean of the reports from the last seconds, at constant cost."""
import random
from collections import deque


class Rolling:
    def __init__(self, seconds):
        self.seconds = seconds
        self.reports = deque()
        self.total = 0

    def _expire(self, now):
        while self.reports and self.reports[0][0] <= now - self.seconds:
            self.total -= self.reports.popleft()[1]
        if not self.reports:
            self.total = 0  # with floats: start clean

    def add(self, ts, kbps):
        self._expire(ts)
        self.reports.append((ts, kbps))
        self.total += kbps

    def average(self, now):
        self._expire(now)
        return self.total / len(self.reports) if self.reports else None


def check(m):
    r = m.Rolling(30)
    assert r.average(0) is None
    r.add(0, 4000)
    r.add(10, 1000)
    assert r.average(29) == 2500.0
    assert r.average(30) == 1000.0
    assert r.average(39) == 1000.0
    assert r.average(40) is None
    assert r.average(500) is None
    r.add(600, 7)
    r.add(600, 9)
    assert r.average(600) == 8.0
    rng = random.Random(7)
    for seconds in (1, 5, 30):
        r, rows, now = m.Rolling(seconds), [], 0
        for _ in range(2000):
            now += rng.choice([0, 0, 1, 1, 2, 40])
            if rng.random() < 0.6:
                value = rng.randrange(40000)
                r.add(now, value)
                rows.append((now, value))
            inside = [v for t, v in rows[-400:] if t > now - seconds]
            got = r.average(now)
            assert got is None if not inside else abs(got - sum(inside) / len(inside)) < 1e-6
