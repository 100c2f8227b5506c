"""Merge sorted logs by time, each id once; copies are at most 300 seconds apart."""
from collections import deque
from heapq import heapify, heappop, heapreplace

def merge(logs, window=300):
    heap = []
    for number, log in enumerate(logs):
        source = iter(log)
        event = next(source, None)
        if event is not None:
            heap.append((event[0], number, event, source))
    heapify(heap)
    given, order = set(), deque()
    while heap:
        ts, number, event, source = heap[0]
        while order and order[0][0] < ts - window:    # no copy can come now
            given.discard(order.popleft()[1])
        if event[1] not in given:
            given.add(event[1])
            order.append((ts, event[1]))
            yield event
        after = next(source, None)
        if after is None:
            heappop(heap)
        elif after[0] < ts:
            raise ValueError(f"log {number} is not in order")
        else:
            heapreplace(heap, (after[0], number, after, source))

def check(m):
    import random
    a = [(100, "e1", "x"), (160, "e2", "y"), (900, "e4", "z")]
    b = [(101, "e3", "u"), (130, "e1", "x"), (161, "e2", "y")]
    assert list(m.merge([a, b])) == [(100, "e1", "x"), (101, "e3", "u"), (160, "e2", "y"), (900, "e4", "z")]
    assert list(m.merge([])) == [] and list(m.merge([[], iter([(1, "a", {})]), []])) == [(1, "a", {})]
    assert list(m.merge([[(0, "a", {})], [(300, "a", {})]])) == [(0, "a", {})]
    assert list(m.merge([[(5, "a", {})], [(5, "b", {})]])) in ([(5, "a", {}), (5, "b", {})],)
    assert list(m.merge([[(5, "a", {}), (6, "a", {})]])) == [(5, "a", {})]
    pulled = [0]
    def counted():
        for i in range(1000):
            pulled[0] += 1
            yield (i, f"c{i}", None)
    g = m.merge([counted(), [(10 ** 6, "end", None)]])
    for _ in range(10):
        next(g)
    assert pulled[0] <= 15                            # lazy
    rng = random.Random(7)
    for _ in range(60):
        times = sorted(rng.sample(range(5000), rng.randint(0, 60)))
        truth = [(t, f"id{n}", {"n": n}) for n, t in enumerate(times)]
        logs = [[] for _ in range(rng.randint(1, 6))]
        for t, i, p in truth:
            rng.choice(logs).append((t, i, p))
            for _ in range(rng.randint(0, 2)):
                rng.choice(logs).append((t + rng.randint(1, 300), i, p))
        got = list(m.merge([sorted(x, key=lambda e: e[0]) for x in logs]))
        assert got == truth
