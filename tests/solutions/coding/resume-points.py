"""The position of the newest report for each profile and title, whatever order they arrive in."""
import random


def resume_points(updates):
    best = {}
    for profile, title, position, ts in updates:
        key, report = (profile, title), (ts, position)
        if key not in best or report > best[key]:
            best[key] = report
    return {key: position for key, (_, position) in best.items()}


def check(m):
    updates = [("p1", "T", 900, 100), ("p1", "T", 20, 400), ("p1", "T", 930, 130), ("p2", "T", 5, 90)]
    want = {("p1", "T"): 20, ("p2", "T"): 5}
    assert m.resume_points(updates) == want
    assert m.resume_points([]) == {}
    assert m.resume_points([("p", "t", 0, 5)]) == {("p", "t"): 0}
    rng = random.Random(7)
    for _ in range(50):
        rng.shuffle(updates)
        assert m.resume_points(updates) == want
        assert m.resume_points(updates + updates) == want
    for _ in range(200):  # ties: any of the newest positions is allowed
        rows = [(rng.choice("ab"), rng.choice("xy"), rng.randrange(100), rng.randrange(6)) for _ in range(rng.randrange(15))]
        got = m.resume_points(rows)
        assert set(got) == {(p, t) for p, t, _, _ in rows}
        for (p, t), position in got.items():
            newest = max(ts for a, b, _, ts in rows if (a, b) == (p, t))
            assert (p, t, position, newest) in rows
