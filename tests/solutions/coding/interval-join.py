"""For each play the row of the newest impression within the window, from two sorted logs."""
import random
from collections import OrderedDict


def join(impressions, plays, window):
    newest = OrderedDict()  # (member, title) -> (ts, row), oldest first

    def forget(now):
        while newest:
            key = next(iter(newest))
            if newest[key][0] >= now - window:
                return
            del newest[key]

    source = iter(impressions)
    waiting = next(source, None)
    for ts, member, title in plays:
        while waiting is not None and waiting[0] <= ts:
            seen, who, what, row = waiting
            newest[who, what] = (seen, row)
            newest.move_to_end((who, what))
            forget(seen)
            waiting = next(source, None)
        forget(ts)
        hit = newest.get((member, title))
        yield ts, member, title, hit[1] if hit else None


def check(m):
    got = m.join([(0, "m", "T", "top"), (50, "m", "T", "new")], [(60, "m", "T"), (900, "m", "T")], 300)
    assert list(got) == [(60, "m", "T", "new"), (900, "m", "T", None)]
    assert list(m.join([], [(5, "m", "T")], 300)) == [(5, "m", "T", None)]
    assert list(m.join([(0, "m", "T", "r")], [], 300)) == []
    edge = m.join([(0, "m", "T", "r")], [(0, "m", "T"), (300, "m", "T"), (301, "m", "T")], 300)
    assert [x[3] for x in edge] == ["r", "r", None]
    assert [x[3] for x in m.join([(0, "m", "T", "r"), (1, "n", "T", "s"), (1, "m", "U", "t")], [(2, "m", "T")], 9)] == ["r"]
    rng = random.Random(7)
    for _ in range(150):
        window, row = rng.randrange(0, 12), 0
        impressions, plays = [], []
        for ts in range(40):
            if rng.random() < 0.5:
                row += 1
                impressions.append((ts, rng.choice("mn"), rng.choice("TU"), f"row{row}"))
            if rng.random() < 0.3:
                plays.append((ts, rng.choice("mn"), rng.choice("TU")))
        want = []
        for ts, who, what in plays:
            fits = [r for t, a, b, r in impressions if (a, b) == (who, what) and ts - window <= t <= ts]
            want.append((ts, who, what, fits[-1] if fits else None))
        assert list(m.join(iter(impressions), iter(plays), window)) == want
