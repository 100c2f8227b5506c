"""IPS and self-normalised IPS of a new policy from logs with propensities."""

def estimate(logs, policy, cap=None):
    n, total, weights, squares = 0, 0.0, 0.0, 0.0
    for context, action, reward, p in logs:
        if not 0 < p <= 1:
            raise ValueError("logged propensity must be in (0, 1]")
        w = policy(context, action) / p
        if cap is not None:
            w = min(w, cap)
        n += 1
        total += w * reward
        weights += w
        squares += w * w
    if n == 0 or weights == 0:
        return (None if n == 0 else 0.0), None, 0.0
    return total / n, total / weights, weights ** 2 / squares

def check(m):
    import random
    half = lambda c, a: 0.5
    logs = [("x", "a", 1, 0.8), ("x", "a", 0, 0.8), ("x", "b", 1, 0.2)]
    got = m.estimate(logs, half)
    assert abs(got[0] - 1.0417) < 1e-4 and abs(got[1] - 0.8333) < 1e-4 and abs(got[2] - 2.0 - (3.75 ** 2 / (2 * 0.625 ** 2 + 6.25) - 2.0)) < 1e-6
    old = lambda c, a: {"a": 0.8, "b": 0.2}[a]
    same = m.estimate(logs, old)
    assert abs(same[0] - 2 / 3) < 1e-9 and abs(same[1] - 2 / 3) < 1e-9 and abs(same[2] - 3) < 1e-9
    capped = m.estimate(logs, half, cap=1.0)
    assert abs(capped[0] - (0.625 + 1.0) / 3) < 1e-9
    assert m.estimate(logs, lambda c, a: 0.0)[1] is None
    m.estimate([], half)
    for bad in (0.0, -0.1, 1.2):
        try:
            m.estimate([("x", "a", 1, bad)], half)
        except (ValueError, AssertionError):
            pass
        else:
            assert False
    rng = random.Random(7)
    log_p = {"a": 0.6, "b": 0.3, "c": 0.1}
    new_p = {"a": 0.2, "b": 0.3, "c": 0.5}
    rate = {"a": 0.1, "b": 0.2, "c": 0.4}
    data = []
    for _ in range(20000):
        act = rng.choices("abc", weights=[0.6, 0.3, 0.1])[0]
        data.append((None, act, int(rng.random() < rate[act]), log_p[act]))
    truth = sum(new_p[a] * rate[a] for a in "abc")
    v, s, ess = m.estimate(data, lambda c, a: new_p[a])
    assert abs(v - truth) < 0.02 and abs(s - truth) < 0.02 and 5000 < ess < 20000
    assert m.estimate(data, lambda c, a: new_p[a], cap=2.0)[0] < v
