"""The longest run of local days with a play, by member."""
import random
from collections import defaultdict

DAY = 86400


def longest_streaks(rows):
    days = defaultdict(set)
    for member, ts, offset in rows:
        days[member].add((ts + offset * 60) // DAY)
    result = {}
    for member, seen in days.items():
        best = 0
        for day in seen:
            if day - 1 in seen:
                continue  # not the first day of a run
            end = day + 1
            while end in seen:
                end += 1
            best = max(best, end - day)
        result[member] = best
    return result


def check(m):
    rows = [("m", 86000, 0), ("m", 86500, 0), ("n", 86000, 60), ("n", 86500, 60)]
    assert m.longest_streaks(rows) == {"m": 2, "n": 1}
    assert m.longest_streaks([]) == {}
    assert m.longest_streaks([("a", 5, 0)]) == {"a": 1}
    assert m.longest_streaks([("a", 86399, 0), ("a", 86400, 0)]) == {"a": 2}
    assert m.longest_streaks([("a", 86399, -60), ("a", 86400, -60)]) == {"a": 1}
    assert m.longest_streaks([("a", 5, 0)] * 3) == {"a": 1}
    assert m.longest_streaks([("a", 0, -60), ("a", 3600, -60)]) == {"a": 2}  # floor below zero
    rng = random.Random(7)
    for _ in range(200):
        rows = [(rng.choice("ab"), rng.randrange(20 * 86400), rng.choice([-480, 0, 330, 720])) for _ in range(rng.randrange(30))]
        want = {}
        for member in {r[0] for r in rows}:
            mine = {(ts + 60 * off) // 86400 for a, ts, off in rows if a == member}
            best = run = 0
            for day in range(-3, 30):
                run = run + 1 if day in mine else 0
                best = max(best, run)
            want[member] = best
        assert m.longest_streaks(rows) == want
