"""One BPR update in place, and the draw of its triple."""
import numpy as np

def draw(seen, n_titles, rng):
    u = int(rng.integers(len(seen)))
    while not 0 < len(seen[u]) < n_titles:        # nothing, or everything
        u = int(rng.integers(len(seen)))
    played = sorted(seen[u])                      # a stored list in real code
    i = played[rng.integers(len(played))]
    j = int(rng.integers(n_titles))
    while j in seen[u]:
        j = int(rng.integers(n_titles))
    return u, i, j

def bpr_step(P, Q, u, i, j, lr, reg):
    pu, qi, qj = P[u].copy(), Q[i].copy(), Q[j].copy()
    x = pu @ (qi - qj)
    loss = np.logaddexp(0.0, -x) + 0.5 * reg * (pu @ pu + qi @ qi + qj @ qj)
    g = np.exp(-np.logaddexp(0.0, x))             # sigmoid(-x)
    P[u] += lr * (g * (qi - qj) - reg * pu)
    Q[i] += lr * (g * pu - reg * qi)
    Q[j] += lr * (-g * pu - reg * qj)
    return float(loss)

def check(m):
    P, Q = np.array([[1.0, 0.0]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    loss = m.bpr_step(P, Q, 0, 0, 1, 0.1, 0.0)
    assert abs(loss - 0.3133) < 1e-4
    assert np.allclose(P, [[1.0269, -0.0269]], atol=1e-4)
    assert np.allclose(Q, [[1.0269, 0.0], [-0.0269, 1.0]], atol=1e-4)
    rng = np.random.default_rng(7)
    reg, lr = 0.05, 1e-3
    for _ in range(20):
        P, Q = rng.normal(size=(3, 4)), rng.normal(size=(5, 4))
        def f(P, Q):
            x = P[1] @ (Q[2] - Q[4])
            sq = P[1] @ P[1] + Q[2] @ Q[2] + Q[4] @ Q[4]
            return np.log1p(np.exp(-x)) + 0.5 * reg * sq
        P2, Q2 = P.copy(), Q.copy()
        m.bpr_step(P2, Q2, 1, 2, 4, lr, reg)
        for old, new, k in ((P, P2, 0), (Q, Q2, 1)):
            for idx in np.ndindex(*old.shape):
                hi, lo = [P.copy(), Q.copy()], [P.copy(), Q.copy()]
                hi[k][idx] += 1e-5
                lo[k][idx] -= 1e-5
                num = (f(*hi) - f(*lo)) / 2e-5
                step = (old[idx] - new[idx]) / lr
                assert abs(step - num) < 1e-4 or abs(step - num) < 0.02 * abs(num) + 1e-4
    P, Q = np.array([[1000.0]]), np.array([[-1.0], [1.0]])
    assert np.isfinite(m.bpr_step(P, Q, 0, 0, 1, 0.01, 0.0)) and np.isfinite(P).all()
    seen = [{0, 1}, set(), {0, 1, 2, 3}, {3}]
    rng = np.random.default_rng(7)
    for _ in range(300):
        u, i, j = m.draw(seen, 4, rng)
        assert i in seen[u] and j not in seen[u] and 0 <= j < 4 and u in (0, 3)
