"""Point-in-time join with two clocks: replay rows in the order they became known."""
import random


def as_of(labels, rows, oldest=90):
    order = sorted(range(len(labels)), key=lambda i: labels[i][1])
    rows = sorted(rows, key=lambda r: r[2])
    best, out, j = {}, [None] * len(labels), 0
    for i in order:
        member, at = labels[i]
        while j < len(rows) and rows[j][2] < at:
            who, happened, known, value = rows[j]
            if who not in best or (happened, known) >= best[who][:2]:
                best[who] = (happened, known, value)
            j += 1
        if member in best and at - best[member][0] <= oldest:
            out[i] = best[member][2]
    return out


def check(m):
    labels = [("ana", 10), ("ana", 20), ("bo", 5)]
    rows = [("ana", 3, 4, 1.0), ("ana", 8, 15, 2.0), ("ana", 3, 16, 1.5)]
    assert list(m.as_of(labels, rows)) == [1.0, 2.0, None]
    assert list(m.as_of([], rows)) == [] and list(m.as_of(labels, [])) == [None] * 3
    assert list(m.as_of([("ana", 15)], rows)) == [1.0]
    assert list(m.as_of([("ana", 17)], rows)) == [2.0]
    rng = random.Random(7)
    for _ in range(80):
        labels = [(rng.choice("abc"), rng.randint(0, 30)) for _ in range(20)]
        rows, used = [], set()
        for n in range(25):
            who, happened = rng.choice("abcd"), rng.randint(0, 28)
            known = happened + rng.randint(0, 6)
            if (who, happened, known) not in used:
                used.add((who, happened, known))
                rows.append((who, happened, known, n))
        want = []
        for who, at in labels:
            seen = [r[1:] for r in rows if r[0] == who and r[2] < at]
            want.append(max(seen)[2] if seen else None)
        assert list(m.as_of(labels, rows)) == want
        assert list(m.as_of(labels, rows + [("a", 2, 31, 99), ("b", 29, 30, 99)])) == want
        rng.shuffle(rows)
        assert list(m.as_of(labels, rows)) == want
