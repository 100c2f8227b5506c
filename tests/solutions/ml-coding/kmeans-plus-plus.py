"""k-means with the k-means++ start, safe for empty groups and equal rows (NumPy)."""
import numpy as np


def distances(x, c):
    d = (x * x).sum(1)[:, None] - 2 * x @ c.T + (c * c).sum(1)
    return np.maximum(d, 0)


def start(x, k, rng):
    chosen = [int(rng.integers(len(x)))]
    near = ((x - x[chosen[0]]) ** 2).sum(1)
    while len(chosen) < k:
        total = near.sum()
        p = near / total if total > 0 else None
        chosen.append(int(rng.choice(len(x), p=p)))
        near = np.minimum(near, ((x - x[chosen[-1]]) ** 2).sum(1))
    return x[chosen].copy()


def kmeans(x, k, seed, most=100):
    x = np.asarray(x, float)
    if not 1 <= k <= len(x):
        raise ValueError("k must be from 1 to the number of rows")
    c, labels = start(x, k, np.random.default_rng(seed)), None
    for _ in range(most):
        d = distances(x, c)
        new = d.argmin(1)
        if labels is not None and (new == labels).all():
            break
        labels = new
        counts = np.bincount(labels, minlength=k)
        sums = np.zeros_like(c)
        np.add.at(sums, labels, x)
        own = d[np.arange(len(x)), labels]
        far = iter(np.argsort(-own))
        for j in range(k):
            c[j] = sums[j] / counts[j] if counts[j] else x[next(far)]
    d = distances(x, c)
    labels = d.argmin(1)
    return c, labels, float(((x - c[labels]) ** 2).sum())


def check(m):
    rng = np.random.default_rng(7)
    homes = np.array([[0, 0], [30, 0], [0, 30], [30, 30]], float)
    x = np.vstack([h + rng.normal(size=(50, 2)) for h in homes])
    kept = x.copy()
    best = None
    for seed in range(5):
        c, labels, total = m.kmeans(x, 4, seed)
        c, labels = np.asarray(c), np.asarray(labels)
        assert c.shape == (4, 2) and labels.shape == (200,) and np.isfinite(c).all()
        exact = ((x[:, None] - c[None]) ** 2).sum(2)
        assert np.allclose(exact[np.arange(200), labels], exact.min(1))
        assert abs(total - exact.min(1).sum()) < 1e-6 * (1 + total)
        best = total if best is None else min(best, total)
    want = sum(((x[i * 50:(i + 1) * 50] - x[i * 50:(i + 1) * 50].mean(0)) ** 2).sum() for i in range(4))
    assert abs(best - want) < 1e-6 * want and (x == kept).all()
    a, b = m.kmeans(x, 7, 3), m.kmeans(x, 7, 3)
    assert np.allclose(a[0], b[0]) and (np.asarray(a[1]) == np.asarray(b[1])).all()
    c, labels, total = m.kmeans(np.ones((6, 3)), 3, 1)
    assert np.isfinite(np.asarray(c)).all() and abs(total) < 1e-9
    c, labels, total = m.kmeans(np.array([[0.0], [0.0], [5.0], [5.0]]), 3, 2)
    assert np.isfinite(np.asarray(c)).all() and abs(total) < 1e-9
    c, labels, total = m.kmeans(x, 1, 0)
    assert np.allclose(np.asarray(c)[0], x.mean(0))
