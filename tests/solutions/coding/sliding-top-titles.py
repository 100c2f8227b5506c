"""Most watched titles of the last 600 seconds in slices of ten seconds."""
from collections import Counter
from heapq import nsmallest

class TopTitles:
    def __init__(self, window=600, width=10):
        self.width, self.keep = width, window // width + 1
        self.newest, self.slices, self.totals, self.too_late = None, {}, Counter(), 0

    def add(self, ts, title, seconds):
        s = ts // self.width
        if self.newest is None or s > self.newest:
            self.newest = s
            for old in [x for x in self.slices if x <= s - self.keep]:
                for t, sec in self.slices.pop(old).items():
                    self.totals[t] -= sec
                    if self.totals[t] == 0:
                        del self.totals[t]
        if s <= self.newest - self.keep:
            self.too_late += 1
        elif seconds > 0:
            self.slices.setdefault(s, Counter())[title] += seconds
            self.totals[title] += seconds

    def top(self, k):
        return nsmallest(k, self.totals.items(), key=lambda p: (-p[1], p[0]))

def check(m):
    import random
    x = m.TopTitles()
    assert x.top(3) == []
    x.add(100, "A", 30), x.add(160, "B", 50), x.add(130, "A", 40)
    assert x.top(2) == [("A", 70), ("B", 50)] and x.top(0) == []
    x.add(800, "C", 5)
    assert x.top(3) == [("C", 5)]
    x.add(10, "old", 99)
    assert x.top(9) == [("C", 5)]
    y = m.TopTitles()
    y.add(5, "b", 7), y.add(5, "a", 7)
    assert y.top(1) == [("a", 7)]
    rng = random.Random(7)
    for _ in range(25):
        x, log, now = m.TopTitles(), [], 0
        for _ in range(150):
            now += rng.randint(0, 60)
            ts = max(0, now - rng.randint(0, 400))
            row = (ts, rng.choice("ABCDEF"), rng.randint(1, 30))
            x.add(*row)
            log.append(row)
            top = max(r[0] for r in log)
            got = x.top(99)
            assert got == sorted(got, key=lambda p: (-p[1], p[0]))
            have = dict(got)
            for t in "ABCDEF":
                low = sum(s for a, u, s in log if u == t and a > top - 600)
                high = sum(s for a, u, s in log if u == t and a > top - 621)
                assert low <= have.get(t, 0) <= high
    z = m.TopTitles()
    for i in range(20000):
        z.add(i, f"t{i}", 1)
    assert len(z.top(10 ** 6)) <= 621
    held = sum(len(v) for d in vars(z).values() if isinstance(d, dict) for v in [d])
    assert held < 3000
