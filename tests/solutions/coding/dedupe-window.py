"""Leaves out repeats of an id within a window after it was let through."""
import random
from collections import OrderedDict


def unique(events, window):
    passed = OrderedDict()  # id -> ts when it was let through, oldest first
    for ts, key in events:
        while passed:
            oldest = next(iter(passed))
            if ts - passed[oldest] < window:
                break
            del passed[oldest]
        if key in passed:
            continue
        passed[key] = ts
        yield ts, key


def check(m):
    events = [(0, "x"), (2, "y"), (8, "x"), (12, "y"), (15, "x")]
    assert list(m.unique(events, 10)) == [(0, "x"), (2, "y"), (12, "y"), (15, "x")]
    assert list(m.unique([], 10)) == []
    assert list(m.unique([(0, "a"), (0, "a"), (9, "a"), (10, "a"), (19, "a"), (20, "a")], 10)) == [(0, "a"), (10, "a"), (20, "a")]
    assert list(m.unique([(0, "a"), (0, "b"), (5000, "a"), (5001, "b")], 10)) == [(0, "a"), (0, "b"), (5000, "a"), (5001, "b")]
    lazy = m.unique(((t, t % 3) for t in iter(int, 1)), 5)  # an endless stream
    assert next(iter(lazy)) == (0, 0)
    rng = random.Random(7)
    for _ in range(100):
        window, ts, events = rng.randrange(1, 12), 0, []
        for _ in range(rng.randrange(80)):
            ts += rng.choice([0, 0, 1, 2, 9])
            events.append((ts, rng.randrange(6)))
        want, last = [], {}
        for t, key in events:
            if key not in last or t - last[key] >= window:
                last[key] = t
                want.append((t, key))
        assert list(m.unique(events, window)) == want
