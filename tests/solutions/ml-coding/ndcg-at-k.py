"""NDCG at k for each member, averaged over those who have a positive title."""
from math import log2

def dcg(grades):
    return sum((2 ** g - 1) / log2(rank + 2) for rank, g in enumerate(grades))

def ndcg(scores, grades, k):
    ideal = sorted((g for g in grades.values() if g > 0), reverse=True)[:max(k, 0)]
    if not ideal:
        return None                                   # nothing could be right
    ranked = sorted(scores, key=lambda t: (-scores[t], t))[:k]
    return dcg(grades.get(t, 0) for t in ranked) / dcg(ideal)

def mean_ndcg(scores, grades, k):
    values = [ndcg(scores.get(member, {}), own, k) for member, own in grades.items()]
    kept = [v for v in values if v is not None]
    return (sum(kept) / len(kept) if kept else None), len(values) - len(kept)

def check(m):
    import random
    from math import log2 as lg
    def value(got):
        return got[0] if isinstance(got, tuple) else got
    S = {"ana": {7: 0.9, 3: 0.7, 9: 0.7, 1: 0.2}, "bo": {4: 0.8, 2: 0.6}, "cy": {5: 0.5}}
    G = {"ana": {3: 3, 9: 2, 8: 3}, "bo": {2: 1}, "cy": {5: 0}}
    assert abs(value(m.mean_ndcg({"ana": S["ana"]}, {"ana": G["ana"]}, 3)) - 0.458) < 5e-4
    assert abs(value(m.mean_ndcg({"bo": S["bo"]}, {"bo": G["bo"]}, 3)) - 0.631) < 5e-4
    assert any(abs(value(m.mean_ndcg(S, G, 3)) - w) < 6e-4 for w in (0.5445, 0.363, 0.696))
    one = lambda s, g, k: value(m.mean_ndcg({"u": s}, {"u": g}, k))
    assert abs(one({1: 0.9, 2: 0.5, 3: 0.1}, {1: 3, 2: 2, 3: 1}, 3) - 1) < 1e-12
    assert one({}, {1: 3}, 5) == 0
    assert value(m.mean_ndcg({}, {"u": {1: 3}}, 5)) == 0
    rng = random.Random(7)
    for _ in range(200):
        titles = list(range(8))
        s = {t: rng.random() for t in rng.sample(titles, rng.randint(0, 8))}
        g = {t: rng.randint(0, 3) for t in rng.sample(titles, rng.randint(1, 8))}
        k = rng.randint(1, 9)
        if not any(g.values()):
            continue
        order = sorted(s, key=lambda t: -s[t])[:k]
        got = sum((2 ** g.get(t, 0) - 1) / lg(r + 2) for r, t in enumerate(order))
        best = sum((2 ** x - 1) / lg(r + 2) for r, x in enumerate(sorted(g.values(), reverse=True)[:k]))
        assert abs(one(s, g, k) - got / best) < 1e-9
        items = list(s.items())
        rng.shuffle(items)
        assert one(dict(items), g, k) == one(s, g, k)
