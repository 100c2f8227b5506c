"""Titles a member has not played, drawn by popularity to the power of 0.75."""
import random
from bisect import bisect
from collections import Counter
from itertools import accumulate

class Negatives:
    def __init__(self, plays, seed, power=0.75):
        self.rng, self.played = random.Random(seed), {}
        for member, title in plays:
            self.played.setdefault(member, set()).add(title)
        fans = Counter(t for titles in self.played.values() for t in titles)
        self.titles = sorted(fans)                    # same order in each run
        self.weights = {t: fans[t] ** power for t in self.titles}
        self.sums = list(accumulate(self.weights.values()))

    def draw(self, member, n):
        mine = self.played.get(member, set())
        if sum(self.weights[t] for t in mine) > 0.8 * self.sums[-1]:
            left = [t for t in self.titles if t not in mine]
            if not left:
                raise ValueError(f"{member} has played everything")
            return self.rng.choices(left, [self.weights[t] for t in left], k=n)
        out = []
        while len(out) < n:
            title = self.titles[bisect(self.sums, self.rng.random() * self.sums[-1], 0, len(self.sums) - 1)]
            if title not in mine:
                out.append(title)
        return out

def check(m):
    import random as r
    plays = [("m1", "A"), ("m1", "B"), ("m2", "A"), ("m2", "C"), ("m3", "A")]
    neg = m.Negatives(plays, seed=7)
    assert neg.draw("m1", 3) == ["C", "C", "C"] and neg.draw("m1", 0) == []
    got = neg.draw("m3", 4000)
    assert set(got) == {"B", "C"} and abs(got.count("B") / 4000 - 0.5) < 0.04
    assert m.Negatives(plays, seed=5).draw("m3", 50) == m.Negatives(plays, seed=5).draw("m3", 50)
    r.seed(3)
    a = m.Negatives(plays, seed=5)
    r.random()
    assert a.draw("m3", 20) == m.Negatives(list(plays), seed=5).draw("m3", 20)
    double = m.Negatives(plays + [("m1", "B")] * 50, seed=7).draw("m3", 4000)
    assert abs(double.count("B") / 4000 - 0.5) < 0.04  # a replay counts once
    try:
        m.Negatives([("x", "A"), ("x", "B"), ("y", "A")], seed=1).draw("x", 2)
    except Exception:
        pass
    else:
        assert False
    rng = r.Random(7)
    big = [(f"u{u}", t) for u in range(300) for t in range(12) if rng.random() < 0.75 / (t + 1)]
    neg = m.Negatives(big, seed=7)
    fans = {t: len({u for u, s in big if s == t}) for t in range(12)}
    mine = {t for u, t in big if u == "u1"}
    w = {t: fans[t] ** 0.75 for t in fans if fans[t] and t not in mine}
    got = neg.draw("u1", 20000)
    assert not set(got) & mine
    for t in w:
        assert abs(got.count(t) / 20000 - w[t] / sum(w.values())) < 0.015
    fresh = neg.draw("nobody", 2000)
    assert len(fresh) == 2000 and fresh.count(0) > fresh.count(11)
