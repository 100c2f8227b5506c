"""Biased matrix factorisation by SGD with L2, stopped by a held-out list."""
import random
from copy import deepcopy
from math import inf, isfinite, sqrt

class Model:
    def __init__(self, triples, d, rng):
        if not triples:
            raise ValueError("no ratings")
        self.mu = sum(r for _, _, r in triples) / len(triples)
        self.b = {u: 0.0 for u, _, _ in triples}
        self.c = {i: 0.0 for _, i, _ in triples}
        self.p = {u: [rng.gauss(0, 0.1) for _ in range(d)] for u in self.b}
        self.q = {i: [rng.gauss(0, 0.1) for _ in range(d)] for i in self.c}

    def predict(self, u, i):
        dot = sum(x * y for x, y in zip(self.p.get(u, ()), self.q.get(i, ())))
        return self.mu + self.b.get(u, 0.0) + self.c.get(i, 0.0) + dot

    def step(self, u, i, stars, rate, lam):
        e = stars - self.predict(u, i)
        p, q = self.p[u], self.q[i]                   # both from before the step
        self.b[u] += rate * (e - lam * self.b[u])
        self.c[i] += rate * (e - lam * self.c[i])
        self.p[u] = [x + rate * (e * y - lam * x) for x, y in zip(p, q)]
        self.q[i] = [y + rate * (e * x - lam * y) for x, y in zip(p, q)]

def rmse(model, triples):
    return sqrt(sum((r - model.predict(u, i)) ** 2 for u, i, r in triples) / len(triples))

def train(triples, held, d=32, rate=0.01, lam=0.05, patience=2, seed=0):
    rng, triples = random.Random(seed), list(triples)
    model, best, kept, waited = Model(triples, d, rng), inf, None, 0
    while waited < patience:
        rng.shuffle(triples)
        for u, i, r in triples:
            model.step(u, i, r, rate, lam)
        error = rmse(model, held)
        if not isfinite(error):
            raise ValueError("diverged: lower the rate")
        waited += 1
        if error < best - 1e-4:
            best, kept, waited = error, deepcopy(model), 0
    return kept, best

def check(m):
    import random as r
    def model(mu, b, c, p, q):
        x = m.Model([("u", "i", 4)], len(p), r.Random(1))
        x.mu, x.b, x.c, x.p, x.q = mu, {"u": b}, {"i": c}, {"u": list(p)}, {"i": list(q)}
        return x
    x = model(3.5, 0.1, -0.2, [0.1, 0.2], [0.3, -0.1])
    x.step("u", "i", 4, 0.1, 0.02)
    near = lambda a, b: all(abs(s - t) < 6e-5 for s, t in zip(a, b))
    assert near([x.b["u"], x.c["i"]], [0.1588, -0.1406])
    assert near(x.p["u"], [0.1175, 0.1937]) and near(x.q["i"], [0.3053, -0.0880])
    rng = r.Random(7)
    for _ in range(20):                               # finite differences
        th = [rng.gauss(0, 1) for _ in range(8)]
        lam, rate, stars = 0.1, 1e-4, rng.randint(1, 5)
        def loss(t):
            dot = sum(a * b for a, b in zip(t[2:5], t[5:8]))
            return 0.5 * ((stars - 3 - t[0] - t[1] - dot) ** 2 + lam * sum(v * v for v in t))
        y = model(3, th[0], th[1], th[2:5], th[5:8])
        y.step("u", "i", stars, rate, lam)
        new = [y.b["u"], y.c["i"], *y.p["u"], *y.q["i"]]
        for n in range(8):
            up, down = list(th), list(th)
            up[n] += 1e-5
            down[n] -= 1e-5
            assert abs((th[n] - new[n]) / rate - (loss(up) - loss(down)) / 2e-5) < 1e-3
    P = [[rng.gauss(0, 1) for _ in range(2)] for _ in range(30)]
    Q = [[rng.gauss(0, 1) for _ in range(2)] for _ in range(20)]
    rows = [(u, i, 3 + sum(a * b for a, b in zip(P[u], Q[i])) + rng.gauss(0, 0.1)) for u in range(30) for i in range(20)]
    rng.shuffle(rows)
    tr, held = rows[:480], rows[480:]
    kept, best = m.train(tr, held, d=2, rate=0.1, lam=0.01, seed=3)
    again, best2 = m.train(tr, held, d=2, rate=0.1, lam=0.01, seed=3)
    mean = sum(t[2] for t in tr) / len(tr)
    base = (sum((t[2] - mean) ** 2 for t in held) / len(held)) ** 0.5
    assert best < 0.4 * base and best == best2 and kept.p == again.p
    assert abs((sum((t[2] - kept.predict(t[0], t[1])) ** 2 for t in held) / len(held)) ** 0.5 - best) < 1e-9
    assert abs(kept.predict("new", 0) - kept.mu - kept.c[0]) < 1e-9
    for bad in (lambda: m.train([], held), lambda: m.train(tr, held, d=2, rate=50.0)):
        try:
            bad()
        except (ValueError, ZeroDivisionError, OverflowError):
            pass
        else:
            assert False
