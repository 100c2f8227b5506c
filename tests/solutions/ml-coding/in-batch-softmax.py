"""Two-tower loss with in-batch negatives and the logQ correction."""
import numpy as np

def in_batch_loss(U, V, ids, q, temp):
    ids = np.asarray(ids)
    logits = U @ V.T / temp - np.log(q)[None, :]  # column j: minus log q_j
    same = ids[:, None] == ids[None, :]
    np.fill_diagonal(same, False)                 # the positive stays
    logits = np.where(same, -np.inf, logits)      # accidental hits
    top = logits.max(axis=1)
    lse = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
    return float((lse - np.diag(logits)).mean())

def check(m):
    I = np.eye(2)
    assert abs(m.in_batch_loss(I, I, [10, 11], np.array([0.5, 0.25]), 1.0) - 0.3601) < 1e-4
    assert abs(m.in_batch_loss(I, I, [10, 11], np.array([0.1, 0.1]), 1.0) - 0.3133) < 1e-4
    assert abs(m.in_batch_loss(I[:1], I[:1], [3], np.array([0.2]), 1.0)) < 1e-12
    assert abs(m.in_batch_loss(np.zeros((8, 3)), np.zeros((8, 3)), list(range(8)), np.full(8, 0.1), 0.5) - np.log(8)) < 1e-9
    assert abs(m.in_batch_loss(I, I, [4, 4], np.array([0.5, 0.5]), 1.0)) < 1e-12
    assert np.isfinite(m.in_batch_loss(I * 1000, I, [1, 2], np.array([0.5, 0.5]), 0.01))
    rng = np.random.default_rng(7)
    for _ in range(20):
        B = int(rng.integers(2, 7))
        U, V = rng.normal(size=(B, 4)), rng.normal(size=(B, 4))
        ids, q, temp = rng.integers(0, 4, B), rng.uniform(0.05, 0.9, B), 0.7
        want = 0.0
        for i in range(B):
            den = 0.0
            for j in range(B):
                if j == i or ids[j] != ids[i]:
                    den += np.exp(U[i] @ V[j] / temp - np.log(q[j]))
            want -= np.log(np.exp(U[i] @ V[i] / temp - np.log(q[i])) / den) / B
        assert abs(m.in_batch_loss(U, V, ids, q, temp) - want) < 1e-9
