"""Bootstrap interval of a ratio of sums, resampled by member."""
import random


def interval(rows, draws, level, seed):
    if draws < 1 or not 0 < level < 1:
        raise ValueError("draws from 1, level between 0 and 1")
    sums = {}
    for member, finished, played in rows:
        f, p = sums.get(member, (0, 0))
        sums[member] = (f + finished, p + played)
    pairs = [sums[m] for m in sorted(sums)]
    total = sum(p for _, p in pairs)
    if not total:
        return None
    rate, rng, rates = sum(f for f, _ in pairs) / total, random.Random(seed), []
    while len(rates) < draws:
        drawn = rng.choices(pairs, k=len(pairs))
        played = sum(p for _, p in drawn)
        if played:
            rates.append(sum(f for f, _ in drawn) / played)
    rates.sort()
    cut = int(draws * (1 - level) / 2)
    return rate, rates[cut], rates[draws - 1 - cut]


def check(m):
    rate, low, high = m.interval([("ana", 1, 2), ("ana", 0, 1), ("bo", 3, 3)], 1000, 0.95, 7)
    assert abs(rate - 4 / 6) < 1e-12 and abs(low - 1 / 3) < 1e-12 and abs(high - 1) < 1e-12
    assert m.interval([("a", 0, 0)], 100, 0.9, 1) is None and m.interval([], 100, 0.9, 1) is None
    rate, low, high = m.interval([(f"m{i}", 2, 4) for i in range(30)], 200, 0.95, 7)
    assert rate == low == high == 0.5
    rng = random.Random(7)
    rows, sums = [], {}
    for i in range(300):
        p = rng.betavariate(3, 3)
        plays = rng.choice((1, 2, 5, 30))
        done = [int(rng.random() < p) for _ in range(plays)]
        rows += [(f"m{i}", d, 1) for d in done]
        sums[f"m{i}"] = (sum(done), plays)
    rate, low, high = m.interval(rows, 500, 0.95, 7)
    total = sum(p for _, p in sums.values())
    assert abs(rate - sum(f for f, _ in sums.values()) / total) < 1e-12
    se = sum((f - rate * p) ** 2 for f, p in sums.values()) ** 0.5 / total
    assert abs((high - low) / (2 * 1.96 * se) - 1) < 0.2, (high - low, se)
    assert low < rate < high
    same = m.interval(rows, 500, 0.95, 7)
    assert same == (rate, low, high)
    narrow = m.interval(rows, 500, 0.5, 7)
    assert low < narrow[1] < narrow[2] < high
