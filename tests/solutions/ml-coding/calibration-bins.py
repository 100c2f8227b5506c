"""Reliability table and expected calibration error, bins of equal width or equal count."""
import random


def calibration(p, y, bins, equal):
    if bins < 1 or len(p) != len(y) or equal not in ("width", "count"):
        raise ValueError("check bins, lengths and equal")
    rows = sorted(zip(p, y), key=lambda row: row[0])
    n, groups = len(rows), {}
    b = 0
    for i, (q, t) in enumerate(rows):
        if equal == "width":
            b = min(int(q * bins), bins - 1)
        elif i == 0 or q != rows[i - 1][0]:
            b = i * bins // n
        sums = groups.setdefault(b, [0.0, 0, 0])
        sums[0] += q
        sums[1] += t
        sums[2] += 1
    table = [(s / k, t / k, k) for s, t, k in groups.values()]
    error = sum(k * abs(mean - share) for mean, share, k in table) / n if n else None
    return error, table


def check(m):
    error, table = m.calibration([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 2, "width")
    assert abs(error - 0.15) < 1e-12
    assert [tuple(round(v, 9) for v in row) for row in table] == [(0.15, 0.0, 2), (0.85, 1.0, 2)]
    error, table = m.calibration([0.0, 1.0, 1.0], [0, 1, 1], 10, "width")
    assert error == 0 and [row[2] for row in table] == [1, 2]
    rng = random.Random(7)
    for equal in ("width", "count"):
        for _ in range(30):
            n = rng.randint(1, 60)
            p = [round(rng.random() ** 3, 2) for _ in range(n)]
            y = [int(rng.random() < q) for q in p]
            bins = rng.randint(1, 8)
            error, table = m.calibration(p, y, bins, equal)
            assert sum(row[2] for row in table) == n and all(row[2] for row in table) and len(table) <= bins
            want = sum(k * abs(a - s) for a, s, k in table) / n
            assert abs(error - want) < 1e-9
            order = list(range(n))
            rng.shuffle(order)
            again = m.calibration([p[i] for i in order], [y[i] for i in order], bins, equal)
            assert abs(again[0] - error) < 1e-9 and [r[2] for r in again[1]] == [r[2] for r in table]
            if equal == "width":
                slow = 0.0
                for b in range(bins):
                    own = [(q, t) for q, t in zip(p, y) if min(int(q * bins), bins - 1) == b]
                    if own:
                        slow += abs(sum(q for q, _ in own) - sum(t for _, t in own)) / n
                assert abs(error - slow) < 1e-9
    flat = m.calibration([0.25] * 8, [1, 0, 0, 0, 1, 0, 0, 0], 4, "count")
    assert abs(flat[0]) < 1e-12 and len(flat[1]) == 1
    counts = m.calibration([i / 100 for i in range(100)], [0] * 100, 5, "count")[1]
    assert [row[2] for row in counts] == [20] * 5
