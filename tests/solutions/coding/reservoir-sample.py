"""A uniform sample of k items from a stream of unknown length."""
import random


def sample(stream, k, rng):
    kept = []
    for i, item in enumerate(stream, 1):
        if i <= k:
            kept.append(item)
        else:
            slot = rng.randrange(i)
            if slot < k:
                kept[slot] = item
    return kept


def check(m):
    rng = random.Random(7)
    assert sorted(m.sample(iter("ab"), 3, rng)) == ["a", "b"]
    assert list(m.sample(iter(""), 3, rng)) == []
    assert list(m.sample(iter("abc"), 0, rng)) == []
    assert sorted(m.sample(iter("abc"), 3, rng)) == ["a", "b", "c"]
    a = m.sample(iter(range(1000)), 10, random.Random(7))
    assert a == m.sample(iter(range(1000)), 10, random.Random(7)) and len(set(a)) == 10
    assert m.sample(iter("xxxx"), 2, rng) == ["x", "x"]
    runs, single, pair = 8000, [0] * 10, 0
    for _ in range(runs):
        got = m.sample(iter(range(10)), 3, rng)
        assert len(got) == 3 == len(set(got))
        for x in got:
            single[x] += 1
        pair += 0 in got and 9 in got
    assert all(abs(n - 0.3 * runs) < 5 * (runs * 0.21) ** 0.5 for n in single), single
    p = 6 / 90  # two given items together
    assert abs(pair - p * runs) < 5 * (runs * p * (1 - p)) ** 0.5
