"""Sessions per member from events up to ten minutes late, closed by a watermark."""
from heapq import heappop, heappush

def sessions(events, gap=1800, late=600):
    open_, due, clock = {}, [], float("-inf")

    def close(mark):
        while due and due[0][0] + gap < mark:
            member = heappop(due)[1]
            keep = []
            for s in sorted(open_.pop(member, ())):
                if s[1] + gap < mark:
                    yield (member, *s)
                else:
                    keep.append(s)
            if keep:
                open_[member] = keep
                heappush(due, (keep[0][1], member))

    for member, ts, _title in events:
        if ts < clock - late:
            continue                                  # too late, to be counted
        clock = max(clock, ts)
        start, end, plays, apart = ts, ts, 1, []
        for s in open_.get(member, ()):
            if s[0] - gap <= ts <= s[1] + gap:        # may bridge two
                start, end, plays = min(start, s[0]), max(end, s[1]), plays + s[2]
            else:
                apart.append(s)
        if plays == 1:
            heappush(due, (ts, member))
        open_[member] = apart + [(start, end, plays)]
        yield from close(clock - late)
    yield from close(float("inf"))

def check(m):
    import random
    ev = [("m1", 0, "A"), ("m2", 60, "B"), ("m1", 2400, "A"), ("m1", 1800, "C"), ("m1", 9000, "A")]
    assert sorted(m.sessions(ev)) == [("m1", 0, 2400, 3), ("m1", 9000, 9000, 1), ("m2", 60, 60, 1)]
    assert list(m.sessions([])) == []
    assert sorted(m.sessions([("a", 0, "x"), ("a", 1800, "x")])) == [("a", 0, 1800, 2)]
    assert sorted(m.sessions([("a", 0, "x"), ("a", 1801, "x")])) == [("a", 0, 0, 1), ("a", 1801, 1801, 1)]
    def endless():
        t = 0
        while True:
            yield (f"m{t}", t, "x")
            t += 100
    g = m.sessions(endless())
    assert next(g)[0] == "m0"                         # comes out before the end
    rng = random.Random(7)
    for _ in range(80):
        n = rng.randint(0, 60)
        true = [(rng.choice("abc"), rng.randint(0, 20000), "t") for _ in range(n)]
        arrive = sorted((ts + rng.randint(0, 600), i) for i, (_, ts, _) in enumerate(true))
        got = sorted(m.sessions([true[i] for _, i in arrive]))
        want = []
        for u in "abc":
            run = []
            for ts in sorted(ts for w, ts, _ in true if w == u):
                if run and ts - run[-1] > 1800:
                    want.append((u, run[0], run[-1], len(run)))
                    run = []
                run.append(ts)
            if run:
                want.append((u, run[0], run[-1], len(run)))
        assert got == sorted(want)
