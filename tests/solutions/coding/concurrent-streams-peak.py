"""The most streams at the same time, by account, with a sweep over starts and stops."""
import random
from collections import defaultdict


def peaks(rows):
    points = defaultdict(list)
    for account, start, stop in rows:
        mine = points[account]
        if start < stop:
            mine.append((start, 1))
            mine.append((stop, -1))
    result = {}
    for account, mine in points.items():
        mine.sort()  # -1 sorts before +1: a stop frees its place first
        running = best = 0
        for _, step in mine:
            running += step
            best = max(best, running)
        result[account] = best
    return result


def check(m):
    rows = [("a", 0, 600), ("a", 600, 900), ("a", 300, 700), ("b", 50, 60)]
    assert m.peaks(rows) == {"a": 2, "b": 1}
    assert m.peaks([]) == {}
    assert m.peaks([("a", 0, 5), ("a", 0, 5)]) == {"a": 2}
    broken = m.peaks([("a", 5, 5), ("b", 9, 2), ("c", 1, 2)])
    assert broken.get("a", 0) == 0 and broken.get("b", 0) == 0 and broken["c"] == 1
    assert m.peaks([("a", 0, 10), ("a", 5, 5), ("a", 9, 2)]) == {"a": 1}

    rng = random.Random(7)
    for _ in range(300):
        rows = []
        for _ in range(rng.randrange(12)):
            start = rng.randrange(20)
            rows.append((rng.choice("ab"), start, start + rng.randrange(1, 8)))
        want = {a: max(sum(1 for b, s, e in rows if b == a and s <= t < e) for t in range(30)) for a, _, _ in rows}
        assert m.peaks(rows) == want
