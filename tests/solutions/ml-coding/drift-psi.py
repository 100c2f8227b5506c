"""Population stability index, bins from the reference sample."""
from bisect import bisect_right

def psi(reference, current, bins=10):
    ref = sorted(reference)
    if not ref or not current:
        raise ValueError("both samples must hold values")
    cuts = sorted({ref[len(ref) * i // bins] for i in range(1, bins)})
    cuts = [c for c in cuts if c > ref[0]]        # no empty first bin

    def shares(values):
        counts = [0] * (len(cuts) + 1)            # both ends are open
        for v in values:
            counts[bisect_right(cuts, v)] += 1
        return [(c + 0.5) / (len(values) + 0.5 * len(counts)) for c in counts]

    from math import log
    return sum((q - p) * log(q / p) for p, q in zip(shares(ref), shares(current)))

def check(m):
    import random
    rng = random.Random(7)
    half = [1] * 500 + [3] * 500
    moved = [1] * 800 + [3] * 200
    got = m.psi(half, moved, 2)
    assert abs(got - 0.416) < 0.01
    a = [rng.gauss(0, 1) for _ in range(4000)]
    assert abs(m.psi(a, a)) < 1e-9
    assert abs(m.psi(a, a[::-1])) < 1e-9
    b = [rng.gauss(0, 1) for _ in range(4000)]
    c = [rng.gauss(0.5, 1) for _ in range(4000)]
    d = [rng.gauss(1.0, 1) for _ in range(4000)]
    assert 0 <= m.psi(a, b) < 0.03 < 0.15 < m.psi(a, c) < 0.5 < m.psi(a, d)
    far = m.psi(a, [99.0] * 50)
    assert far > 1 and far < 100                  # empty bins stay finite
    zeros = [0.0] * 700 + [rng.random() + 0.1 for _ in range(300)]
    assert abs(m.psi(zeros, list(zeros))) < 1e-9
    assert m.psi(zeros, [0.0] * 1000) > 0.1
    for bad in (([], [1.0]), ([1.0], [])):
        try:
            m.psi(*bad)
        except (ValueError, AssertionError):
            pass
        else:
            assert False
    keep = [3.0, 1.0, 2.0]
    m.psi(keep, [1.0, 2.0])
    assert keep == [3.0, 1.0, 2.0]
