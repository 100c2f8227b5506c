"""Scaled dot-product attention with a padding and a causal mask."""
import numpy as np

def attention(q, k, v, pad, causal=False):
    d, T, S = q.shape[-1], q.shape[1], k.shape[1]
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(d)          # (B, T, S)
    keep = np.broadcast_to(~np.asarray(pad, bool)[:, None, :], scores.shape)
    if causal:
        keep = keep & np.tril(np.ones((T, S), bool))
    scores = np.where(keep, scores, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)              # all masked
    w = np.exp(scores - top)
    total = w.sum(axis=-1, keepdims=True)
    return (w / np.where(total > 0, total, 1.0)) @ v

def check(m):
    q = np.zeros((1, 2, 1))
    v = np.array([[[1.0], [3.0]]])
    none = np.zeros((1, 2), bool)
    assert np.allclose(m.attention(q, q, v, none, True)[0, :, 0], [1.0, 2.0])
    assert np.allclose(m.attention(q, q, v, none, False)[0, :, 0], [2.0, 2.0])
    assert np.allclose(m.attention(q, q, v, np.array([[False, True]]), False)[0, :, 0], [1.0, 1.0])
    out = m.attention(q, q, v, np.array([[True, True]]), False)
    assert np.allclose(out, 0.0)
    assert np.allclose(m.attention(q, q, v, np.array([[True, False]]), True)[0, :, 0], [0.0, 3.0])
    rng = np.random.default_rng(7)
    B, T, d = 3, 5, 4
    q, k, v = (rng.normal(size=(B, T, d)) for _ in range(3))
    pad = np.zeros((B, T), bool)
    pad[1, 3:] = True
    pad[2, :] = True
    for causal in (False, True):
        got = m.attention(q, k, v, pad, causal)
        assert got.shape == (B, T, d) and np.isfinite(got).all()
        for b in range(B):
            for t in range(T):
                js = [j for j in range(T) if not pad[b, j] and (j <= t or not causal)]
                want = np.zeros(d)
                if js:
                    e = np.array([np.exp(q[b, t] @ k[b, j] / 2.0) for j in js])
                    want = (e / e.sum()) @ v[b, js]
                assert np.allclose(got[b, t], want)
    k2, v2 = k.copy(), v.copy()
    k2[:, 4], v2[:, 4] = 9.0, -9.0
    a, b = m.attention(q, k, v, pad, True), m.attention(q, k2, v2, pad, True)
    assert np.allclose(a[:, :4], b[:, :4]) and not np.allclose(a[0, 4], b[0, 4])
    assert np.isfinite(m.attention(q * 1e4, k, v, pad, False)).all()
