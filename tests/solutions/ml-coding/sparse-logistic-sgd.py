"""Logistic regression by SGD on sparse dictionaries, with lazy L2 and a stable sigmoid."""
import math
import random

BIAS = ("bias",)


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def predict(weights, features):
    z = weights.get(BIAS, 0.0)
    return sigmoid(z + sum(weights.get(f, 0.0) * v for f, v in features.items()))


def train(rows, epochs, rate, l2, seed):
    rows, rng = list(rows), random.Random(seed)
    weights, last, step = {BIAS: 0.0}, {}, 0
    keep = 1 - rate * l2
    for _ in range(epochs):
        rng.shuffle(rows)
        for features, label in rows:
            for f in features:
                if f in weights:
                    weights[f] *= keep ** (step - last[f])
                last[f] = step
            error = predict(weights, features) - label
            weights[BIAS] -= rate * error
            for f, value in features.items():
                old = weights.get(f, 0.0)
                weights[f] = old * keep - rate * error * value
                last[f] = step + 1
            step += 1
    for f, when in last.items():
        weights[f] *= keep ** (step - when)
    return weights


def check(m):
    rng = random.Random(7)
    names = [f"f{i}" for i in range(12)]
    true = {n: rng.uniform(-2, 2) for n in names}
    rows = []
    for _ in range(600):
        x = {n: 1.0 for n in rng.sample(names, 4)}
        z = sum(true[n] for n in x)
        rows.append((x, int(rng.random() < 1 / (1 + math.exp(-z)))))
    kept = [(dict(x), y) for x, y in rows]
    w = m.train(rows, 12, 0.1, 0.001, 7)
    assert rows == kept
    loss = lambda w: -sum(math.log(max(1e-12, m.predict(w, x) if y else 1 - m.predict(w, x))) for x, y in rows) / len(rows)
    base = sum(y for _, y in rows) / len(rows)
    start = -(base * math.log(base) + (1 - base) * math.log(1 - base))
    assert loss(w) < 0.8 * start, (loss(w), start)
    order = sorted(names, key=true.get)
    low, high = {n: 1.0 for n in order[:4]}, {n: 1.0 for n in order[-4:]}
    gap = lambda w: m.predict(w, high) - m.predict(w, low)
    assert gap(w) > 0.4
    again = m.train(rows, 12, 0.1, 0.001, 7)
    assert all(abs(m.predict(w, x) - m.predict(again, x)) < 1e-12 for x, _ in rows[:50])
    strong = m.train(rows, 12, 0.1, 0.5, 7)
    assert gap(strong) < gap(w)
    rare = m.train([({}, int(i % 50 == 0)) for i in range(2000)], 6, 0.02, 0.1, 7)
    assert abs(m.predict(rare, {"new": 1.0}) - 0.02) < 0.02
    huge = m.train([({"a": 1e4}, 1), ({"a": -1e4}, 0)] * 3, 2, 0.1, 0.0, 7)
    assert m.predict(huge, {"a": 1e4}) > 0.99 and m.predict(huge, {"a": -1e4}) < 0.01
    assert 0.3 < m.predict(m.train([], 3, 0.1, 0.1, 7), {"x": 1.0}) < 0.7
