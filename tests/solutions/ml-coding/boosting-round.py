"""One boosting round for squared loss with a stump and shrinkage."""
import numpy as np

def boost_round(X, y, pred, rate):
    X, y, pred = (np.asarray(a, dtype=float) for a in (X, y, pred))
    r = y - pred                                  # minus the gradient
    n, best = len(r), None
    for f in range(X.shape[1]):
        order = np.argsort(X[:, f], kind="stable")
        v, left = X[order, f], np.cumsum(r[order])
        size = np.arange(1, n)
        gain = left[:-1] ** 2 / size + (left[-1] - left[:-1]) ** 2 / (n - size)
        gain[v[1:] == v[:-1]] = -np.inf           # only between values
        if n > 1 and gain.max() > (best[0] if best else r.sum() ** 2 / n + 1e-12):
            c = int(gain.argmax())
            best = (gain[c], f, (v[c] + v[c + 1]) / 2)
    if best is None:
        return None, pred.copy()
    _, f, cut = best
    side = X[:, f] <= cut
    a, b = r[side].mean(), r[~side].mean()
    return (f, cut, a, b), pred + rate * np.where(side, a, b)

def check(m):
    stump, new = m.boost_round([[1], [2], [3], [4]], [1, 1, 3, 3], [2, 2, 2, 2], 0.5)
    assert stump[0] == 0 and 2 <= stump[1] < 3 and abs(stump[2] + 1) < 1e-9 and abs(stump[3] - 1) < 1e-9
    assert np.allclose(new, [1.5, 1.5, 2.5, 2.5])
    _, flat = m.boost_round([[5], [5], [5]], [1, 2, 3], [2, 2, 2], 0.5)
    assert np.allclose(flat, 2)
    rng = np.random.default_rng(7)
    for _ in range(40):
        n = int(rng.integers(3, 12))
        X = rng.integers(0, 5, size=(n, 3)).astype(float)
        y, pred = rng.normal(size=n), rng.normal(size=n)
        p0 = pred.copy()
        stump, new = m.boost_round(X, y, pred, 1.0)
        assert np.array_equal(pred, p0)
        r = y - pred
        best = None
        for f in range(3):
            for cut in np.unique(X[:, f])[:-1]:
                s = X[:, f] <= cut
                sse = ((r[s] - r[s].mean()) ** 2).sum() + ((r[~s] - r[~s].mean()) ** 2).sum()
                best = sse if best is None else min(best, sse)
        assert abs(((y - new) ** 2).sum() - best) < 1e-8
    X, y = rng.normal(size=(60, 2)), rng.normal(size=60)
    pred, last = np.full(60, y.mean()), np.inf
    for _ in range(30):
        _, pred = m.boost_round(X, y, pred, 0.3)
        loss = ((y - pred) ** 2).mean()
        assert loss <= last + 1e-12
        last = loss
