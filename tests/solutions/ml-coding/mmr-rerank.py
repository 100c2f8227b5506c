"""Greedy maximal marginal relevance: k of n."""

def mmr(scores, sim, k, lam):
    n = len(scores)
    top = [0.0] * n                  # highest similarity to a chosen one
    left = list(range(n))
    out = []
    while left and len(out) < k:
        best = max(left, key=lambda c: (lam * scores[c] - (1 - lam) * top[c], scores[c], -c))
        left.remove(best)
        out.append(best)
        for c in left:
            s = sim(best, c)
            if len(out) == 1 or s > top[c]:
                top[c] = s
    return out

def check(m):
    import random
    table = [[1, 0.95, 0.1], [0.95, 1, 0.1], [0.1, 0.1, 1]]
    assert list(m.mmr([0.9, 0.85, 0.5], lambda a, b: table[a][b], 2, 0.5)) == [0, 2]
    assert list(m.mmr([], lambda a, b: 0.0, 3, 0.5)) == []
    assert list(m.mmr([0.3, 0.2], lambda a, b: 0.0, 0, 0.5)) == []
    assert sorted(m.mmr([0.3, 0.2], lambda a, b: 0.0, 9, 0.5)) == [0, 1]
    rng = random.Random(7)
    for _ in range(60):
        n, k, lam = rng.randint(1, 12), rng.randint(0, 12), rng.random()
        sc = [rng.random() for _ in range(n)]
        sm = [[0.0] * n for _ in range(n)]
        for a in range(n):
            for b in range(a):
                sm[a][b] = sm[b][a] = rng.uniform(-1, 1)
        calls = [0]
        def f(a, b):
            calls[0] += 1
            return sm[a][b]
        want = []
        while len(want) < min(k, n):
            def value(c):
                return lam * sc[c] - (1 - lam) * max((sm[c][s] for s in want), default=0.0)
            want.append(max((c for c in range(n) if c not in want), key=value))
        assert list(m.mmr(sc, f, k, lam)) == want
        assert calls[0] <= n * max(k, 1)
    assert list(m.mmr([0.1, 0.9, 0.5], lambda a, b: 1.0, 3, 1.0)) == [1, 2, 0]
