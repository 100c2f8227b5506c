"""The threshold with the lowest total cost, in one sorted pass."""

def cheapest(scores, labels, cost_fp, cost_fn):
    pairs = sorted(zip(scores, labels), reverse=True)
    cost = cost_fn * sum(labels)                  # flag nobody
    best = (float("inf"), cost)
    for i, (score, label) in enumerate(pairs):
        cost += -cost_fn if label else cost_fp    # now flagged
        last = i + 1 == len(pairs)
        if (last or pairs[i + 1][0] != score) and cost < best[1]:
            best = (score, cost)
    return best

def check(m):
    import random
    t, c = m.cheapest([0.9, 0.6, 0.6, 0.2], [1, 0, 1, 0], 1, 5)
    assert t == 0.6 and c == 1
    assert m.cheapest([], [], 1, 5)[1] == 0
    t, c = m.cheapest([0.9, 0.8], [0, 0], 1, 5)
    assert c == 0 and t > 0.9
    t, c = m.cheapest([0.9, 0.8], [1, 1], 1, 5)
    assert c == 0 and t <= 0.8
    t, c = m.cheapest([0.5, 0.5, 0.5], [1, 0, 0], 1, 5)
    assert c == 2 and t <= 0.5
    rng = random.Random(7)
    for _ in range(300):
        n = rng.randint(0, 12)
        s = [rng.randint(0, 5) / 5 for _ in range(n)]
        y = [rng.randint(0, 1) for _ in range(n)]
        fp, fn = rng.randint(1, 9), rng.randint(1, 9)
        def total(t):
            return sum(fp if v >= t and not b else fn if v < t and b else 0 for v, b in zip(s, y))
        t, c = m.cheapest(s, y, fp, fn)
        assert c == min([total(v) for v in s] + [total(9.0)])
        assert total(t) == c
