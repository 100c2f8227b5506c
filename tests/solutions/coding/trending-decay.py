"""Exponentially fading counts by forward decay: new plays grow, old ones stay untouched."""
from heapq import nsmallest
import random


class Trending:
    def __init__(self, half_life, limit=500):
        self.h, self.limit = half_life, limit
        self.ref, self.score = None, {}

    def _rebase(self, at):
        shrink = 2.0 ** max(-1070, -(at - self.ref) / self.h)
        self.score = {t: s * shrink for t, s in self.score.items() if s * shrink > 1e-9}
        self.ref = at

    def add(self, title, at):
        if self.ref is None:
            self.ref = at
        if (at - self.ref) / self.h > self.limit:
            self._rebase(at)
        grown = 2.0 ** max(-1070, (at - self.ref) / self.h)
        self.score[title] = self.score.get(title, 0.0) + grown

    def top(self, k, at):
        best = nsmallest(max(k, 0), self.score.items(), key=lambda p: (-p[1], p[0]))
        now = 2.0 ** max(-1070, -(at - self.ref) / self.h) if best else 0
        return [(t, s * now) for t, s in best]


def check(m):
    t = m.Trending(6)
    t.add("dark", 0); t.add("dark", 0); t.add("heat", 6)
    assert [(n, round(s, 9)) for n, s in t.top(2, 6)] == [("dark", 1.0), ("heat", 1.0)]
    assert [(n, round(s, 9)) for n, s in t.top(1, 12)] == [("dark", 0.5)]
    assert list(m.Trending(6).top(3, 1)) == [] and list(t.top(0, 12)) == []
    rng = random.Random(7)
    for _ in range(20):
        plays = [(rng.choice("abcdefgh"), rng.uniform(0, 60)) for _ in range(200)]
        t = m.Trending(6)
        for title, at in plays:
            t.add(title, at)
        slow = {}
        for title, at in plays:
            slow[title] = slow.get(title, 0) + 0.5 ** ((60 - at) / 6)
        want = sorted(slow.items(), key=lambda p: (-p[1], p[0]))[:5]
        got = t.top(5, 60)
        assert [n for n, _ in got] == [n for n, _ in want]
        assert all(abs(g - w) < 1e-9 * w for (_, g), (_, w) in zip(got, want))
    t = m.Trending(6)
    for i in range(3000):
        t.add("old" if i < 1500 else "new", i * 60)
    (name, score), = t.top(1, 2999 * 60)
    assert name == "new" and abs(score - 1 / (1 - 2 ** -10)) < 1e-6
