"""Mean recall at k and mean average precision at k over members with relevant titles."""
import random


def evaluate(ranked, relevant, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    recalls, precisions = [], []
    for member, wanted in relevant.items():
        if not wanted:
            continue
        hits, total, seen = 0, 0.0, set()
        for rank, title in enumerate(ranked.get(member, [])[:k], 1):
            if title in wanted and title not in seen:
                seen.add(title)
                hits += 1
                total += hits / rank
        recalls.append(hits / len(wanted))
        precisions.append(total / min(k, len(wanted)))
    if not recalls:
        return None, None
    n = len(recalls)
    return sum(recalls) / n, sum(precisions) / n


def check(m):
    near = lambda got, want: all(abs(g - w) < 1e-9 for g, w in zip(got, want))
    ranked = {"ana": [7, 3, 9, 1], "bo": [4, 2]}
    relevant = {"ana": {3, 9, 8, 5}, "bo": {2}, "cy": set()}
    assert near(m.evaluate(ranked, relevant, 3)[:2], (0.75, (7 / 6 / 3 + 0.5) / 2))
    assert near(m.evaluate({"a": [1, 2, 3]}, {"a": {1, 2, 3, 4, 5}}, 3)[:2], (0.6, 1.0))
    assert near(m.evaluate({}, {"a": {1}}, 3)[:2], (0.0, 0.0))
    assert near(m.evaluate({"a": [2, 2]}, {"a": {2}}, 3)[:2], (1.0, 1.0))
    assert near(m.evaluate({"a": [5]}, {"a": {9}}, 10)[:2], (0.0, 0.0))
    rng = random.Random(7)
    for _ in range(60):
        ranked = {u: rng.sample(range(20), rng.randint(0, 15)) for u in range(6)}
        relevant = {u: set(rng.sample(range(20), rng.randint(0, 5))) for u in range(8)}
        k = rng.randint(1, 12)
        users = [u for u in relevant if relevant[u]]
        if not users:
            continue
        rec = ap = 0.0
        for u in users:
            top = ranked.get(u, [])[:k]
            rec += len(set(top) & relevant[u]) / len(relevant[u])
            ap += sum(len(set(top[:i]) & relevant[u]) / i for i in range(1, len(top) + 1) if top[i - 1] in relevant[u]) / min(k, len(relevant[u]))
        assert near(m.evaluate(ranked, relevant, k)[:2], (rec / len(users), ap / len(users)))
