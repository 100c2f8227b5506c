"""Approximate nearest vectors by cosine with random hyperplanes in several tables."""
import math
import random
from heapq import nsmallest

def _unit(v):
    size = math.sqrt(sum(x * x for x in v))
    return [x / size for x in v] if size > 0 else None

class Near:
    def __init__(self, dim, bits=12, tables=20, small=500, seed=7):
        rng = random.Random(seed)
        self.units, self.small = {}, small
        self.planes = [[[rng.gauss(0, 1) for _ in range(dim)] for _ in range(bits)] for _ in range(tables)]
        self.tables = [{} for _ in range(tables)]

    def _keys(self, u):
        for planes, table in zip(self.planes, self.tables):
            yield table, tuple(sum(a * b for a, b in zip(p, u)) >= 0 for p in planes)

    def add(self, id, vec):
        old = self.units.pop(id, None)
        if old:
            for table, key in self._keys(old):
                table[key].discard(id)
        u = _unit(vec)
        if u:                                         # zeros have no direction
            self.units[id] = u
            for table, key in self._keys(u):
                table.setdefault(key, set()).add(id)

    def near(self, vec, k):
        q = _unit(vec)
        if not q:
            return []
        if len(self.units) <= self.small:
            found = self.units
        else:
            found = set().union(*(t.get(key, ()) for t, key in self._keys(q)))
        scored = ((-sum(a * b for a, b in zip(q, self.units[i])), i) for i in found)
        return [(i, -s) for s, i in nsmallest(k, scored)]

def check(m):
    import random as r
    from math import sqrt
    x = m.Near(2)
    x.add("a", [1.0, 0.0]), x.add("b", [0.9, 0.1]), x.add("c", [-1.0, 0.2])
    got = x.near([1.0, 0.05], 2)
    assert [i for i, _ in got] == ["a", "b"] and abs(got[0][1] - 0.9988) < 1e-4 and abs(got[1][1] - 0.9982) < 1e-4
    assert x.near([0.0, 0.0], 2) == [] and x.near([1.0, 0.0], 0) == []
    x.add("a", [-1.0, 0.0])                           # an id added twice moves
    assert x.near([1.0, 0.05], 3)[0][0] == "b" and len(x.near([1.0, 0.0], 9)) == 3
    x.add("zero", [0.0, 0.0])
    assert "zero" not in [i for i, _ in x.near([1.0, 0.0], 9)]
    assert m.Near(3).near([1.0, 0.0, 0.0], 5) == []
    rng, n, d = r.Random(7), 560, 8
    vecs = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
    big = m.Near(d)
    for i, v in enumerate(vecs):
        big.add(i, v)
    def cos(a, b):
        return sum(p * q for p, q in zip(a, b)) / sqrt(sum(p * p for p in a) * sum(q * q for q in b))
    hits = wanted = 0
    for i in range(0, n, 14):
        assert big.near(vecs[i], 1)[0][0] == i        # a copy finds itself
        q = [p + rng.gauss(0, 0.1) for p in vecs[i]]
        got = big.near(q, 5)
        assert all(abs(s - cos(q, vecs[j])) < 1e-9 for j, s in got)
        assert [s for _, s in got] == sorted((s for _, s in got), reverse=True)
        near = [j for j in range(n) if cos(q, vecs[j]) >= 0.9]
        top = sorted(near, key=lambda j: -cos(q, vecs[j]))[:5]
        hits += len({j for j, _ in got} & set(top))
        wanted += len(top)
    assert hits >= 0.85 * wanted
