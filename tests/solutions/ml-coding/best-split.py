"""Best Gini threshold for one numeric feature and 0/1 labels."""

def best_split(x, y):
    pairs = sorted(zip(x, y))
    n, ones = len(pairs), sum(y)

    def impurity(size, pos):                      # size * Gini
        return 2.0 * pos * (size - pos) / size

    best, left_pos = None, 0
    for size in range(1, n):
        left_pos += pairs[size - 1][1]
        low, high = pairs[size - 1][0], pairs[size][0]
        if low == high:
            continue                              # no cut inside equals
        g = (impurity(size, left_pos) + impurity(n - size, ones - left_pos)) / n
        if best is None or g < best[1]:
            best = ((low + high) / 2, g)
    return best

def check(m):
    import random
    t, g = m.best_split([3, 1, 2, 2, 5], [1, 0, 0, 1, 1])
    assert t == 2.5 and abs(g - 0.2667) < 1e-4
    for x, y in (([], []), ([4], [1]), ([2, 2, 2], [0, 1, 0])):
        assert m.best_split(x, y) is None
    t, g = m.best_split([1, 2], [0, 1])
    assert 1 < t <= 2 and abs(g) < 1e-12
    x, y = [5, 1], [1, 0]
    m.best_split(x, y)
    assert (x, y) == ([5, 1], [1, 0])
    rng = random.Random(7)
    for _ in range(200):
        n = rng.randint(2, 14)
        x = [rng.randint(0, 6) for _ in range(n)]
        y = [rng.randint(0, 1) for _ in range(n)]
        def gini(part):
            p = sum(part) / len(part)
            return 1 - p * p - (1 - p) * (1 - p)
        def value(t):
            a = [b for v, b in zip(x, y) if v <= t]
            c = [b for v, b in zip(x, y) if v > t]
            return (len(a) * gini(a) + len(c) * gini(c)) / n
        cuts = sorted(set(x))[:-1]
        got = m.best_split(x, y)
        if not cuts:
            assert got is None
            continue
        assert abs(got[1] - min(value(t) for t in cuts)) < 1e-9
        assert abs(value(got[0]) - got[1]) < 1e-9
