"""The k best unseen titles of one CSR row, filled up from the popular list."""
from heapq import nlargest
from math import isnan

indptr, indices, data, popular = [0], [], [], []      # written by the nightly job

def recommend(row, k, seen):
    if k <= 0:
        return []
    scores = {}
    for p in range(indptr[row], indptr[row + 1]):
        if indices[p] not in seen and not isnan(data[p]):
            scores[indices[p]] = data[p]
    best = nlargest(k, scores, key=lambda t: (scores[t], -t))
    chosen = set(best)
    for title in popular:
        if len(best) >= k:
            break
        if title not in seen and title not in chosen:
            best.append(title)
            chosen.add(title)
    return best

def check(m):
    import random
    def fill(rows, popular):
        m.indptr, m.indices, m.data, m.popular = [0], [], [], popular
        for row in rows:
            for t, s in row:
                m.indices.append(t)
                m.data.append(s)
            m.indptr.append(len(m.indices))
    fill([[(2, 0.9), (5, 0.4), (7, 0.9), (9, 0.7)], [], [(1, 0.2), (2, -0.1), (3, 0.3)]], [])
    assert m.recommend(0, 2, {9}) == [2, 7] and m.recommend(2, 2, {3}) == [1, 2]
    assert list(m.recommend(1, 2, set())) == [] and list(m.recommend(0, 0, set())) == []
    assert m.recommend(0, 5, {2, 5, 7, 9}) == []
    m.popular = [40, 9, 2, 41]
    assert m.recommend(1, 2, {9}) == [40, 2] and m.recommend(0, 6, {9}) == [2, 7, 5, 40, 41]
    fill([[(4, float("nan")), (1, 0.1), (2, 0.5), (3, 0.3)], [(6, 0.5), (6, 0.5), (8, 0.2)]], [])
    assert m.recommend(0, 3, set()) == [2, 3, 1] and m.recommend(1, 2, set()) == [6, 8]
    rng = random.Random(7)
    for _ in range(150):
        rows = [[(t, rng.choice([-0.2, 0.0, 0.1, 0.5])) for t in rng.sample(range(20), rng.randint(0, 15))] for _ in range(3)]
        pop = rng.sample(range(25), 10)
        fill(rows, pop)
        seen, k, r = set(rng.sample(range(25), rng.randint(0, 12))), rng.randint(0, 12), rng.randrange(3)
        best = [t for t, s in sorted(rows[r], key=lambda p: (-p[1], p[0])) if t not in seen][:k]
        best += [t for t in pop if t not in seen and t not in best][:k - len(best)]
        assert m.recommend(r, k, seen) == best
