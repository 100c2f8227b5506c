"""The member half of implicit ALS with the title vectors fixed."""
import numpy as np

def solve_users(Y, rows, alpha, lam):
    Y = np.asarray(Y, dtype=float)
    f = Y.shape[1]
    base = Y.T @ Y + lam * np.eye(f)              # once, all titles
    X = np.zeros((len(rows), f))
    for u, (items, plays) in enumerate(rows):
        if len(items) == 0:
            continue                              # b is 0, so x is 0
        Yu = Y[np.asarray(items)]                 # only the played rows
        extra = alpha * np.asarray(plays, dtype=float)    # c - 1
        A = base + (Yu * extra[:, None]).T @ Yu
        b = Yu.T @ (1.0 + extra)
        X[u] = np.linalg.solve(A, b)
    return X

def check(m):
    x = m.solve_users(np.eye(2), [([0], [2])], 1.0, 1.0)
    assert np.allclose(x, [[0.75, 0.0]])
    assert np.allclose(m.solve_users(np.eye(2), [([], [])], 1.0, 1.0), 0.0)
    rng = np.random.default_rng(7)
    Y = rng.normal(size=(30, 5))
    rows = []
    for size in (0, 1, 4, 12, 30):
        rows.append((list(rng.permutation(30)[:size]), list(rng.integers(1, 6, size))))
    got = np.asarray(m.solve_users(Y, rows, 0.7, 0.3))
    assert got.shape == (5, 5)
    for x, (items, plays) in zip(got, rows):
        c, p = np.ones(30), np.zeros(30)
        for i, r in zip(items, plays):
            c[i] += 0.7 * r
            p[i] = 1.0
        want = np.linalg.solve(Y.T @ np.diag(c) @ Y + 0.3 * np.eye(5), Y.T @ (c * p))
        assert np.allclose(x, want)
        grad = -2 * Y.T @ (c * (p - Y @ x)) + 2 * 0.3 * x
        assert np.abs(grad).max() < 1e-8
