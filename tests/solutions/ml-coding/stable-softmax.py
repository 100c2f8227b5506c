"""Mean softmax cross-entropy and its gradient, by log-sum-exp (NumPy)."""
import numpy as np


def loss_and_gradient(logits, target):
    z = np.array(logits, dtype=float)
    target = np.asarray(target, dtype=int)
    n, c = z.shape
    if n == 0 or target.shape != (n,) or target.min() < 0 or target.max() >= c:
        raise ValueError("targets must be one column number per row")
    top = z.max(axis=1, keepdims=True)
    if not np.isfinite(top).all():
        raise ValueError("a row is nan, infinite or masked completely")
    z -= top
    grad = np.exp(z)
    total = grad.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    loss = (np.log(total[:, 0]) - z[rows, target]).mean()
    grad /= total
    grad[rows, target] -= 1
    return float(loss), grad / n


def check(m):
    loss, grad = m.loss_and_gradient([[1000.0, 0.0]], [0])
    assert abs(loss) < 1e-12 and np.allclose(grad, 0)
    loss, grad = m.loss_and_gradient([[0.0, 0.0]], [1])
    assert abs(loss - np.log(2)) < 1e-12 and np.allclose(grad, [[0.5, -0.5]])
    loss, grad = m.loss_and_gradient([[1000.0, 0.0]], [1])
    assert abs(loss - 1000) < 1e-9 and np.allclose(grad, [[1, -1]])
    loss, grad = m.loss_and_gradient([[-np.inf, 0.0, 0.0]], [1])
    assert abs(loss - np.log(2)) < 1e-12 and np.allclose(grad, [[0, -0.5, 0.5]])
    rng = np.random.default_rng(7)
    z, t = rng.normal(size=(4, 6)) * 3, rng.integers(0, 6, 4)
    kept = z.copy()
    loss, grad = m.loss_and_gradient(z, t)
    assert (z == kept).all() and np.allclose(np.asarray(grad).sum(1), 0)
    p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    assert abs(loss + np.log(p[np.arange(4), t]).mean()) < 1e-12
    for i in range(4):
        for j in range(6):
            up, down = z.copy(), z.copy()
            up[i, j] += 1e-5
            down[i, j] -= 1e-5
            slope = (m.loss_and_gradient(up, t)[0] - m.loss_and_gradient(down, t)[0]) / 2e-5
            assert abs(slope - grad[i][j]) < 1e-7
    assert abs(m.loss_and_gradient(z + 1000, t)[0] - loss) < 1e-9
