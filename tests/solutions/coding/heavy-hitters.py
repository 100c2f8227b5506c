"""Frequent phrases of an endless stream with at most `size` counters (Misra and Gries)."""

class Frequent:
    def __init__(self, size):
        self.size, self.total, self.rounds, self.held = size, 0, 0, {}

    def add(self, phrase):
        self.total += 1
        if phrase in self.held or len(self.held) < self.size:
            self.held[phrase] = self.held.get(phrase, 0) + 1
            return
        self.rounds += 1                              # all go down by one
        for p in list(self.held):
            self.held[p] -= 1
            if self.held[p] == 0:
                del self.held[p]

    def frequent(self):
        rows = [(p, c, c + self.rounds) for p, c in self.held.items()]
        rows = [r for r in rows if r[2] * self.size > self.total]
        return sorted(rows, key=lambda r: (-r[1], str(r[0])))

def check(m):
    import random
    from collections import Counter
    f = m.Frequent(size=2)
    for p in ["a", "b", "a", "c", "a", "a"]:
        f.add(p)
    rows = {p: (lo, hi) for p, lo, hi in f.frequent()}
    assert rows["a"] == (3, 4)
    assert list(m.Frequent(3).frequent()) == []
    g = m.Frequent(10)
    for p in "aabc":
        g.add(p)
    exact = {p: (lo, hi) for p, lo, hi in g.frequent()}
    assert exact["a"] == (2, 2)
    rng = random.Random(7)
    for trial in range(80):
        size, n = rng.randint(1, 6), rng.randint(1, 300)
        words = rng.randint(1, 12)
        stream = [int(rng.random() ** 3 * words) for _ in range(n)] if trial % 3 else [i % words for i in range(n)]
        f, true = m.Frequent(size), Counter()
        for s in stream:
            f.add(str(s))
            true[str(s)] += 1
            assert max((len(v) for v in vars(f).values() if isinstance(v, (dict, list, set))), default=0) <= size
        got = {p: (lo, hi) for p, lo, hi in f.frequent()}
        for p, c in true.items():
            if c * size > n:
                assert p in got
        for p, (lo, hi) in got.items():
            assert lo <= true[p] <= hi
