"""A bounded cache that lets go what was used longest ago."""
import random
from collections import OrderedDict


class ArtworkCache:
    def __init__(self, capacity):
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        self.capacity = capacity
        self.held = OrderedDict()  # oldest use first

    def get(self, key):
        if key not in self.held:
            return None
        self.held.move_to_end(key)
        return self.held[key]

    def put(self, key, image):
        if self.capacity == 0:
            return
        self.held[key] = image
        self.held.move_to_end(key)
        if len(self.held) > self.capacity:
            self.held.popitem(last=False)


def check(m):
    c = m.ArtworkCache(2)
    c.put("a", 1)
    c.put("b", 2)
    assert c.get("a") == 1
    c.put("c", 3)
    assert c.get("b") is None and c.get("a") == 1 and c.get("c") == 3

    c = m.ArtworkCache(2)
    c.put("a", 1)
    c.put("b", 2)
    c.put("a", 9)  # an update lets nothing go and makes a the newest
    assert c.get("b") == 2 and c.get("a") == 9
    c.put("b", 3)
    c.put("a", 4)
    c.put("c", 5)
    assert c.get("b") is None and c.get("a") == 4

    c = m.ArtworkCache(0)
    c.put("a", 1)
    assert c.get("a") is None
    c = m.ArtworkCache(1)
    c.put("a", 1)
    c.put("b", 2)
    assert c.get("a") is None and c.get("b") == 2

    rng = random.Random(7)
    for capacity in (1, 2, 3, 7):
        c, slow = m.ArtworkCache(capacity), []  # slow: list of (key, value), oldest first
        for i in range(3000):
            key = rng.randrange(10)
            at = next((j for j, (k, _) in enumerate(slow) if k == key), None)
            if rng.random() < 0.5:
                c.put(key, i)
                if at is not None:
                    slow.pop(at)
                slow.append((key, i))
                if len(slow) > capacity:
                    slow.pop(0)
            else:
                want = None
                if at is not None:
                    slow.append(slow.pop(at))
                    want = slow[-1][1]
                assert c.get(key) == want
