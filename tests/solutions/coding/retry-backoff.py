"""Retries with full jitter, a deadline checked before each wait, and an injected clock."""
import random

TRANSIENT = (TimeoutError, ConnectionError)


def retry(call, attempts, base, cap, budget, now, sleep, rng):
    if attempts < 1:
        raise ValueError("attempts must be at least 1")
    deadline = now() + budget
    for i in range(attempts):
        try:
            return call()
        except TRANSIENT:
            if i == attempts - 1:
                raise
            wait = rng.uniform(0, min(cap, base * 2 ** min(i, 60)))
            if now() + wait >= deadline:
                raise
            sleep(wait)


def check(m):
    def run(results, attempts=4, base=0.1, cap=0.5, budget=10.0, takes=0.0, seed=7):
        clock, waits, starts = [100.0], [], []
        todo = list(results)

        def call():
            starts.append(clock[0])
            clock[0] += takes
            result = todo.pop(0)
            if isinstance(result, Exception):
                raise result
            return result

        def sleep(s):
            waits.append(s)
            clock[0] += s

        try:
            out = m.retry(call, attempts, base, cap, budget, lambda: clock[0], sleep, random.Random(seed))
        except Exception as e:
            out = e
        return out, starts, waits

    out, starts, waits = run(["ok"])
    assert out == "ok" and not waits
    out, starts, waits = run([TimeoutError(), ConnectionError(), "ok"])
    assert out == "ok" and len(starts) == 3 and len(waits) == 2
    last = TimeoutError("last")
    out, starts, waits = run([TimeoutError(), TimeoutError(), last], attempts=3)
    assert out is last and len(starts) == 3 and len(waits) == 2
    out, starts, waits = run([ValueError("bad"), "ok"])
    assert isinstance(out, ValueError) and len(starts) == 1
    for seed in range(40):
        out, starts, waits = run([TimeoutError()] * 12, attempts=12, seed=seed)
        assert all(0 <= w <= min(0.5, 0.1 * 2 ** i) + 1e-12 for i, w in enumerate(waits))
        out, starts, waits = run([TimeoutError()] * 30, attempts=30, budget=1.0, takes=0.05, seed=seed)
        assert isinstance(out, TimeoutError) and max(starts) - 100 <= 1.0 and len(starts) < 30
    assert run([TimeoutError()] * 5, attempts=5, seed=3)[2] == run([TimeoutError()] * 5, attempts=5, seed=3)[2]
    assert run([TimeoutError()] * 5, attempts=5, seed=3)[2] != run([TimeoutError()] * 5, attempts=5, seed=4)[2]
