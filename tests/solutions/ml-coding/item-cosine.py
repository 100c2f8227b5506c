"""For each title the n titles with the highest cosine over members."""
from collections import Counter, defaultdict
from itertools import combinations
from math import sqrt

def similar_titles(plays, n, max_titles=500, shrink=0.0):
    count, both = Counter(), Counter()
    for titles in plays.values():
        titles = sorted(set(titles))          # a replay counts once
        if len(titles) > max_titles:          # bots, shared screens
            continue
        count.update(titles)
        both.update(combinations(titles, 2))
    best = defaultdict(list)
    for (i, j), c in both.items():
        s = c / sqrt(count[i] * count[j]) * c / (c + shrink)
        best[i].append((-s, j))
        best[j].append((-s, i))
    return {t: [j for _, j in sorted(best[t])[:max(n, 0)]] for t in count}

def check(m):
    import random
    from math import sqrt as root
    assert m.similar_titles({"a": [1, 2], "b": [1, 2, 3], "c": [3]}, 1) == {1: [2], 2: [1], 3: [1]}
    assert m.similar_titles({}, 3) == {}
    assert m.similar_titles({"a": [7]}, 3) == {7: []}
    assert m.similar_titles({"a": [1, 1, 2], "b": [2]}, 2) == m.similar_titles({"a": [1, 2], "b": [2]}, 2)
    rng = random.Random(7)
    for _ in range(20):
        plays = {u: rng.sample(range(12), rng.randint(0, 6)) for u in range(25)}
        got = m.similar_titles(plays, 4)
        who = {t: {u for u in plays if t in plays[u]} for t in range(12)}
        def cos(i, j):
            return len(who[i] & who[j]) / root(len(who[i]) * len(who[j]))
        for t in range(12):
            if not who[t]:
                continue
            near = [j for j in range(12) if j != t and who[j] and who[t] & who[j]]
            want = sorted((round(cos(t, j), 9) for j in near), reverse=True)[:4]
            assert [round(cos(t, j), 9) for j in got[t]] == want
            assert len(set(got[t])) == len(got[t]) and t not in got[t]
