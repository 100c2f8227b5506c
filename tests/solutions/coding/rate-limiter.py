"""An exact sliding-window limiter that forgets silent devices."""
import random
from collections import OrderedDict, deque


class Limiter:
    def __init__(self, limit, window, clock):
        self.limit, self.window, self.clock = limit, window, clock
        self.passed = OrderedDict()  # device -> times that passed; last pass at the end

    def _forget_idle(self, now):
        for _ in range(2):  # two out, at most one in: it never falls behind
            if not self.passed:
                return
            device = next(iter(self.passed))
            if now - self.passed[device][-1] < self.window:
                return
            del self.passed[device]

    def allow(self, device):
        now = self.clock()
        self._forget_idle(now)
        times = self.passed.get(device, deque())
        while times and now - times[0] >= self.window:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now)
        self.passed[device] = times
        self.passed.move_to_end(device)
        return True


def check(m):
    now = [0]
    lim = m.Limiter(2, 60, lambda: now[0])
    got = []
    for t in (0, 10, 59, 60, 61):
        now[0] = t
        got.append(lim.allow("tv"))
    assert got == [True, True, False, True, False]

    now[0] = 0
    lim = m.Limiter(1, 10, lambda: now[0])
    assert lim.allow("a") and lim.allow("b") and not lim.allow("a")
    for t in range(1, 10):  # hammering uses nothing up
        now[0] = t
        assert not lim.allow("a")
    now[0] = 10
    assert lim.allow("a")

    now[0] = 0
    lim = m.Limiter(0, 10, lambda: now[0])
    assert not lim.allow("a")

    rng = random.Random(7)
    for limit, window in ((1, 5), (3, 10), (20, 60)):
        now[0] = 0
        lim, log = m.Limiter(limit, window, lambda: now[0]), {}
        for _ in range(1500):
            now[0] += rng.choice([0, 0, 1, 2, window])
            device = rng.choice("abc")
            mine = log.setdefault(device, [])
            want = sum(1 for t in mine if now[0] - t < window) < limit
            assert lim.allow(device) == want
            if want:
                mine.append(now[0])
