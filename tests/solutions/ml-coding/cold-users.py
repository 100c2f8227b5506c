"""Themes a member will likeliest play next: own counts with m plays of the country added."""
from heapq import nsmallest
from itertools import islice

def top_themes(counts, country, k, m):
    own = {t: c for t, c in counts.items() if c > 0 and t in country}
    others = islice((t for t in country if t not in own), max(k, 0))
    def key(t):
        return -(own.get(t, 0) + m * country[t]), -country[t], t
    return nsmallest(k, [*own, *others], key=key)

def check(m):
    import random
    country = {"crime": 0.40, "comedy": 0.30, "drama": 0.20, "anime": 0.10}
    assert list(m.top_themes({}, country, 2, 8)) == ["crime", "comedy"]
    assert list(m.top_themes({"anime": 2}, country, 2, 8)) == ["crime", "anime"]
    assert list(m.top_themes({"anime": 20}, country, 2, 8)) == ["anime", "crime"]
    assert list(m.top_themes({}, country, 0, 8)) == [] and list(m.top_themes({}, {}, 3, 8)) == []
    assert sorted(m.top_themes({"anime": 1}, country, 9, 8)) == sorted(country)
    assert "gone" not in m.top_themes({"gone": 5}, country, 4, 8)
    assert list(m.top_themes({"anime": 200}, country, 4, 1e9)) == list(country)
    assert m.top_themes({"anime": 3, "drama": 2}, country, 2, 0) == ["anime", "drama"]
    rng = random.Random(7)
    for _ in range(150):
        n = rng.randint(1, 12)
        raw = sorted((rng.randint(1, 6) for _ in range(n)), reverse=True)
        names = sorted(f"t{i:02d}" for i in range(n))
        shares = dict(zip(names, (x / sum(raw) for x in raw)))
        counts = {t: rng.randint(0, 9) for t in rng.sample(names, rng.randint(0, n))}
        k, mm = rng.randint(0, n + 2), rng.choice([0, 1, 5, 40])
        total = sum(counts.values())
        full = sorted(names, key=lambda t: (-(counts.get(t, 0) + mm * shares[t]), -shares[t], t))
        assert list(m.top_themes(counts, shares, k, mm)) == full[:k], (total, k, mm)
