"""Share of server errors by path from a log with torn lines, in one pass."""
import random


def parse(line):
    parts = line.split()
    if len(parts) != 5 or not (parts[3].isascii() and parts[3].isdigit()):
        return None
    status = int(parts[3])
    if not 100 <= status <= 599:
        return None
    return parts[2].split("?", 1)[0], status


def error_rates(lines):
    total, errors, bad = {}, {}, 0
    for line in lines:
        hit = parse(line)
        if hit is None:
            bad += 1
            continue
        path, status = hit
        total[path] = total.get(path, 0) + 1
        if status >= 500:
            errors[path] = errors.get(path, 0) + 1
    return {path: errors.get(path, 0) / n for path, n in total.items()}, bad


def check(m):
    lines = ["20:15:04 GET /art/81?w=300 200 35", "20:15:04 GET /art/81?w=600 503 9", "20:15:05 GET /art/8", ""]
    assert m.error_rates(lines) == ({"/art/81": 0.5}, 2)
    assert m.error_rates(iter(lines)) == ({"/art/81": 0.5}, 2)
    assert m.error_rates([]) == ({}, 0)
    assert m.error_rates(["t GET /a OK 5", "t GET /a 600 5", "t GET /a 20 5", "x y"]) == ({}, 4)
    assert m.error_rates([f"t GET /a {s} 5\n" for s in (499, 500, 599, 404)]) == ({"/a": 0.5}, 0)
    rng = random.Random(7)
    rows, lines, torn = [], [], 0
    for _ in range(2000):
        if rng.random() < 0.1:
            torn += 1
            lines.append(rng.choice(["", "t GET /a", "t GET /a abc 5", "t GET /a 200", "t GET /a 200 5 6", "\n"]))
        else:
            path, status = "/" + rng.choice("abc"), rng.choice([200, 304, 404, 500, 503])
            rows.append((path, status))
            lines.append(f"t GET {path}{rng.choice(['', '?x=1', '?'])} {status} {rng.randrange(99)}")
    want = {}
    for path in {p for p, _ in rows}:
        mine = [s for p, s in rows if p == path]
        want[path] = sum(s >= 500 for s in mine) / len(mine)
    got, bad = m.error_rates(lines)
    assert bad == torn and set(got) == set(want)
    assert all(abs(got[p] - want[p]) < 1e-12 for p in want)
