"""Deterministic weighted assignment: a race of exponential clocks, one hash for each arm."""
import hashlib
from math import log


def uniform(*parts):
    text = "\x1f".join(parts).encode()
    n = int.from_bytes(hashlib.sha256(text).digest()[:6], "big")
    return (n + 0.5) / 2 ** 48


def assign(member, test, weights):
    if any(w < 0 for w in weights.values()):
        raise ValueError("negative weight")
    live = [arm for arm, w in weights.items() if w > 0]
    if not live:
        raise ValueError("no arm has a weight above 0")
    return min(live, key=lambda arm: (-log(uniform(test, arm, member)) / weights[arm], arm))


def check(m):
    two, three = {"A": 50, "B": 50}, {"A": 40, "B": 40, "C": 20}
    people = [f"m-{i}" for i in range(8000)]
    before = [m.assign(p, "row-art", two) for p in people]
    after = [m.assign(p, "row-art", three) for p in people]
    assert before == [m.assign(p, "row-art", {"B": 50, "A": 50}) for p in people]
    for arm, share in (("A", 0.4), ("B", 0.4), ("C", 0.2)):
        assert abs(after.count(arm) / len(people) - share) < 0.025, arm
    assert abs(before.count("A") / len(people) - 0.5) < 0.025
    assert all(b == a or a == "C" for b, a in zip(before, after))
    other = [m.assign(p, "autoplay", two) for p in people]
    same = sum(a == b for a, b in zip(before, other)) / len(people)
    assert abs(same - 0.5) < 0.03
    assert all(m.assign(p, "t", {"A": 0, "B": 1}) == "B" for p in people[:200])
    skewed = [m.assign(p, "skew", {"A": 3, "B": 1}) for p in people]
    assert abs(skewed.count("A") / len(people) - 0.75) < 0.025
    for bad in ({}, {"A": 0}):
        try:
            m.assign("m-1", "t", bad)
        except ValueError:
            continue
        raise AssertionError("expected an error")
