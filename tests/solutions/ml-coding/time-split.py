"""Temporal split of plays with a gap, cold members kept apart."""

def time_split(rows, cut, gap, horizon):
    if gap < 0 or horizon <= 0:
        raise ValueError("gap must not be negative, horizon must be positive")
    start, end = cut + gap, cut + gap + horizon
    train, later = [], []
    for row in rows:                              # (member, title, time)
        if row[2] < cut:
            train.append(row)
        elif start <= row[2] < end:
            later.append(row)
    known = {member for member, _, _ in train}
    test = [r for r in later if r[0] in known]
    cold = [r for r in later if r[0] not in known]
    return train, test, cold

def check(m):
    import random
    rows = [("a", 1, 3), ("a", 2, 10), ("a", 3, 12), ("b", 1, 13), ("b", 2, 19)]
    assert tuple(map(list, m.time_split(rows, 10, 2, 7))) == ([("a", 1, 3)], [("a", 3, 12)], [("b", 1, 13)])
    assert tuple(map(list, m.time_split([], 10, 2, 7))) == ([], [], [])
    for bad in ((10, -1, 7), (10, 2, 0)):
        try:
            m.time_split(rows, *bad)
        except (ValueError, AssertionError):
            pass
        else:
            assert False
    rng = random.Random(7)
    for _ in range(100):
        rows = [(rng.randint(0, 9), rng.randint(0, 5), rng.randint(0, 40)) for _ in range(rng.randint(0, 40))]
        cut, gap, hor = rng.randint(0, 30), rng.randint(0, 5), rng.randint(1, 9)
        keep = list(rows)
        train, test, cold = m.time_split(rows, cut, gap, hor)
        assert rows == keep
        assert sorted(train) == sorted(r for r in rows if r[2] < cut)
        late = [r for r in rows if cut + gap <= r[2] < cut + gap + hor]
        assert sorted(list(test) + list(cold)) == sorted(late)
        seen = {r[0] for r in train}
        assert all(r[0] in seen for r in test) and all(r[0] not in seen for r in cold)
