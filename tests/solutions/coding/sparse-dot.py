"""Dot product of sorted sparse vectors: two pointers, or bisect when sizes differ much."""
from bisect import bisect_left
import math
import random


def walk(a, b):
    total, i, j = 0.0, 0, 0
    while i < len(a) and j < len(b):
        left, right = a[i][0], b[j][0]
        if left == right:
            total += a[i][1] * b[j][1]
            i, j = i + 1, j + 1
        elif left < right:
            i += 1
        else:
            j += 1
    return total


def search(short, long):
    total, start = 0.0, 0
    for index, value in short:
        start = bisect_left(long, index, start, key=lambda e: e[0])
        if start == len(long):
            break
        if long[start][0] == index:
            total += value * long[start][1]
    return total


def dot(a, b):
    if len(a) > len(b):
        a, b = b, a
    if len(a) * len(b).bit_length() * 2 < len(b):
        return search(a, b)
    return walk(a, b)


def check(m):
    a, b = [(1, 2.0), (5, 3.0), (9, 1.0)], [(5, 4.0), (6, 1.0), (9, -2.0)]
    assert m.dot(a, b) == 10.0 == m.dot(b, a)
    assert m.dot([], [(3, 1.0)]) == 0 and m.dot([(3, 1.0)], []) == 0 and m.dot([], []) == 0
    assert m.dot([(1, 1.0)], [(2, 1.0)]) == 0
    rng = random.Random(7)
    for sizes in [(5, 6), (0, 9), (3, 400), (1, 1), (400, 2), (40, 45)]:
        for _ in range(20):
            space = max(sizes) * 2 + 1
            u, v = ([(i, rng.uniform(-2, 2)) for i in sorted(rng.sample(range(space), n))] for n in sizes)
            dense = dict(v)
            want = sum(x * dense.get(i, 0.0) for i, x in u)
            assert math.isclose(m.dot(u, v), want, abs_tol=1e-9)
    long = [(i, 1.0) for i in range(1000)]
    assert m.dot([(999, 2.0)], long) == 2.0 and m.dot([(0, 2.0), (5000, 1.0)], long) == 2.0
