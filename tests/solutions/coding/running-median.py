"""The median of all values so far, with two heaps."""
import random
import statistics
from heapq import heappop, heappush, heappushpop


class Median:
    def __init__(self):
        self.low = []   # lower half, negated; as many as high or one more
        self.high = []  # upper half

    def add(self, ms):
        heappush(self.high, -heappushpop(self.low, -ms))
        if len(self.high) > len(self.low):
            heappush(self.low, -heappop(self.high))

    def value(self):
        if not self.low:
            return None
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2


def check(m):
    x = m.Median()
    assert x.value() is None
    for v in (40, 10, 30):
        x.add(v)
    assert x.value() == 30
    x.add(900)
    assert x.value() == 35.0
    rng = random.Random(7)
    rows = [list(range(50)), list(range(50, 0, -1)), [5] * 30, [0, 60000] * 10]
    rows += [[rng.randrange(60) for _ in range(80)] for _ in range(30)]
    for values in rows:
        x = m.Median()
        for i, v in enumerate(values, 1):
            x.add(v)
            assert x.value() == statistics.median(values[:i])
