"""Seconds seen at least once and where to resume, for each member and title."""

def progress(log):
    stretches, latest = {}, {}
    for member, title, at, start, end in log:
        if not 0 <= start < end:
            continue
        key = (member, title)
        stretches.setdefault(key, []).append((start, end))
        latest[key] = max(latest.get(key, (at, end)), (at, end))
    out = {}
    for key, rows in stretches.items():
        total = reach = 0
        for start, end in sorted(rows):
            if end > reach:
                total += end - max(start, reach)
                reach = end
        out[key] = (total, latest[key][1])
    return out

def check(m):
    import random
    log = [("m1", "A", 10, 0, 600), ("m1", "A", 25, 300, 900), ("m1", "A", 31, 1200, 1260), ("m1", "A", 40, 600, 700)]
    assert m.progress(log) == {("m1", "A"): (960, 700)}
    assert m.progress([]) == {}
    assert m.progress([("a", "T", 1, 0, 5), ("a", "T", 2, 5, 9)]) == {("a", "T"): (9, 9)}
    assert m.progress([("a", "T", 1, 0, 50), ("a", "T", 2, 10, 20), ("a", "T", 2, 10, 20)]) == {("a", "T"): (50, 20)}
    rng = random.Random(7)
    for _ in range(80):
        log = []
        for at in rng.sample(range(1000), rng.randint(0, 30)):
            s = rng.randint(0, 50)
            log.append((rng.choice("ab"), rng.choice("TU"), at, s, s + rng.randint(1, 20)))
        got = m.progress(log)
        want = {}
        for u, t in {(r[0], r[1]) for r in log}:
            mine = [r for r in log if r[:2] == (u, t)]
            secs = set().union(*(range(r[3], r[4]) for r in mine))
            want[u, t] = (len(secs), max(mine, key=lambda r: r[2])[4])
        assert got == want
        rng.shuffle(log)
        assert m.progress(log) == want
