"""Licence windows as sorted days of change, with the answer kept for each stretch."""
from bisect import bisect_right
from collections import Counter, defaultdict
import random


class Licences:
    def __init__(self, windows):
        changes = defaultdict(list)
        self.skipped = 0
        for title, start, end in windows:
            if end is not None and end <= start:
                self.skipped += 1
                continue
            changes[start].append((title, 1))
            if end is not None:
                changes[end].append((title, -1))
        self.days, self.lists, live = sorted(changes), [], Counter()
        for day in self.days:
            for title, step in changes[day]:
                live[title] += step
                if not live[title]:
                    del live[title]
            self.lists.append(tuple(sorted(live)))

    def titles(self, day):
        i = bisect_right(self.days, day) - 1
        return list(self.lists[i]) if i >= 0 else []


def check(m):
    lic = m.Licences([("fargo", 1, 5), ("fargo", 4, 9), ("heat", 5, 7), ("alien", 2, None)])
    assert list(lic.titles(5)) == ["alien", "fargo", "heat"]
    assert list(lic.titles(9)) == ["alien"] and list(lic.titles(0)) == []
    assert list(m.Licences([]).titles(3)) == []
    assert list(m.Licences([("a", 5, 5), ("b", 6, 2)]).titles(5)) == []
    touching = m.Licences([("a", 5, 7), ("a", 1, 5)])
    assert [list(touching.titles(d)) for d in (4, 5, 6, 7)] == [["a"], ["a"], ["a"], []]
    rng = random.Random(7)
    for _ in range(60):
        windows = [(rng.choice("abcdef"), rng.randint(0, 12), rng.choice([None] + list(range(15)))) for _ in range(rng.randint(0, 14))]
        lic = m.Licences(windows)
        days = list(range(-1, 17))
        rng.shuffle(days)
        for day in days:
            slow = sorted({t for t, s, e in windows if s <= day and (e is None or day < e)})
            assert list(lic.titles(day)) == slow
