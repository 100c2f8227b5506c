"""ROC AUC from one sort, equal scores counting a half."""
from itertools import groupby
import random


def auc(scores, labels):
    if len(scores) != len(labels):
        raise ValueError("lengths differ")
    if any(s != s for s in scores):
        raise ValueError("a score is NaN")
    below, positives, right = 0, 0, 0.0
    rows = sorted(zip(scores, labels), key=lambda row: row[0])
    for _, group in groupby(rows, key=lambda row: row[0]):
        marks = [label for _, label in group]
        p = sum(marks)
        n = len(marks) - p
        right += p * (below + n / 2)
        below += n
        positives += p
    if not positives or not below:
        return None
    return right / (positives * below)


def check(m):
    assert m.auc([0.9, 0.8, 0.8, 0.3], [1, 1, 0, 0]) == 0.875
    assert m.auc([0.9, 0.8, 0.8, 0.3], [1, 0, 1, 0]) == 0.875
    assert m.auc([0.2, 0.4], [1, 0]) == 0.0 and m.auc([0.4, 0.2], [1, 0]) == 1.0
    assert m.auc([0.5] * 6, [1, 0, 0, 1, 0, 0]) == 0.5
    assert m.auc([0.5, 0.6], [1, 1]) is None and m.auc([0.5], [0]) is None and m.auc([], []) is None
    rng = random.Random(7)
    for _ in range(80):
        n = rng.randint(2, 40)
        scores = [round(rng.random(), 1) for _ in range(n)]
        labels = [int(rng.random() < 0.3) for _ in range(n)]
        pairs = [(p, q) for p, a in zip(scores, labels) for q, b in zip(scores, labels) if a == 1 and b == 0]
        got = m.auc(scores, labels)
        if not pairs:
            assert got is None
            continue
        want = sum(1.0 if p > q else 0.5 if p == q else 0.0 for p, q in pairs) / len(pairs)
        assert abs(got - want) < 1e-12
        assert abs(m.auc(scores, [1 - l for l in labels]) - (1 - want)) < 1e-12
