"""Draws a title in proportion to its weight with running totals and a binary search."""
import random
from bisect import bisect_right
from math import isfinite


class Picker:
    def __init__(self, weights):
        self.titles, self.ends, total = [], [], 0.0
        for title, w in weights.items():
            if not isfinite(w) or w < 0:
                raise ValueError(f"bad weight for {title}: {w}")
            if w > 0:
                total += w
                self.titles.append(title)
                self.ends.append(total)
        if not self.titles:
            raise ValueError("no positive weight")

    def pick(self, rng):
        x = rng.random() * self.ends[-1]
        at = bisect_right(self.ends, x)
        return self.titles[min(at, len(self.titles) - 1)]


class _Fixed:
    """An rng whose random() returns what it is told."""

    def __init__(self, value):
        self.value = value

    def random(self):
        return self.value


def check(m):
    rng = random.Random(7)
    runs = 20000
    p = m.Picker({"A": 1, "B": 3, "C": 0})
    got = [p.pick(rng) for _ in range(runs)]
    assert set(got) == {"A", "B"}
    assert abs(got.count("B") - 0.75 * runs) < 5 * (runs * 0.75 * 0.25) ** 0.5
    assert m.Picker({"X": 0.001}).pick(rng) == "X"
    zeros = m.Picker({"a": 0, "b": 1, "c": 0, "d": 1, "e": 0})
    assert {zeros.pick(rng) for _ in range(500)} == {"b", "d"}
    try:
        assert zeros.pick(_Fixed(0.0)) in ("b", "d") and zeros.pick(_Fixed(0.5)) in ("b", "d")
    except AttributeError:
        pass  # draws in another way than by random()
    for bad in ({}, {"a": 0}, {"a": -1, "b": 3}, {"a": float("nan")}):
        try:
            m.Picker(bad)
        except ValueError:
            continue
        raise AssertionError(f"accepted {bad}")
    weights = {i: rng.random() * 40 for i in range(6)}
    total = sum(weights.values())
    p = m.Picker(weights)
    got = [p.pick(rng) for _ in range(runs)]
    for title, w in weights.items():
        share = w / total
        assert abs(got.count(title) - share * runs) < 5 * (runs * share * (1 - share)) ** 0.5
