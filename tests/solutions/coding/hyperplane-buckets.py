"""All pairs above a cosine, by random-hyperplane keys in several tables and an exact check (NumPy)."""
import numpy as np


def near_pairs(x, least, seed=0, bits=16, tables=15):
    rng = np.random.default_rng(seed)
    x = np.asarray(x, float)
    norms = np.sqrt((x * x).sum(axis=1)) if len(x) else np.zeros(0)
    ids = np.flatnonzero(norms > 0)
    if len(ids) < 2:
        return []
    u = x[ids] / norms[ids, None]
    found = set()
    for _ in range(tables):
        planes = rng.normal(size=(u.shape[1], bits))
        keys = (u @ planes >= 0) @ (1 << np.arange(bits))
        order = np.argsort(keys, kind="stable")
        cuts = np.flatnonzero(np.diff(keys[order])) + 1
        for group in np.split(order, cuts):
            if len(group) > 1:
                i, j = np.triu_indices(len(group), 1)
                i, j = ids[group[i]], ids[group[j]]
                cos = np.einsum("nd,nd->n", x[i], x[j]) / (norms[i] * norms[j])
                found.update(zip(i[cos >= least].tolist(), j[cos >= least].tolist()))
    return sorted(found)


def check(m):
    rng = np.random.default_rng(7)
    base = rng.normal(size=(300, 128))
    noise = rng.normal(size=(300, 128))
    base /= np.linalg.norm(base, axis=1, keepdims=True)
    noise -= (noise * base).sum(axis=1, keepdims=True) * base
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    copies = 0.96 * base + np.sqrt(1 - 0.96 ** 2) * noise
    x = np.vstack([base, copies * rng.uniform(0.2, 40, size=(300, 1)), np.zeros((5, 128))])
    got = [tuple(map(int, p)) for p in m.near_pairs(x, 0.95, 3)]
    u = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
    cos = u @ u.T
    i, j = np.triu_indices(len(x), 1)
    true = {(int(a), int(b)) for a, b in zip(i, j) if cos[a, b] >= 0.95}
    assert len(got) == len(set(got)) and set(got) <= true
    assert len(got) >= 0.9 * len(true) and len(true) >= 300
    assert got == [tuple(map(int, p)) for p in m.near_pairs(x, 0.95, 3)]
    assert list(m.near_pairs(np.zeros((0, 128)), 0.95, 1)) == []
    assert list(m.near_pairs(np.zeros((3, 8)), 0.95, 1)) == []
    same = np.ones((4, 8))
    assert len(m.near_pairs(same, 0.95, 1)) == 6
