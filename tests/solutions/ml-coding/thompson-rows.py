"""Thompson sampling for the order of rows, with late outcomes."""
import random

class RowOrder:
    def __init__(self, rows, seed, prior=(1.0, 1.0)):
        self.rng = random.Random(seed)            # own generator
        self.ab = {r: list(prior) for r in rows}

    def order(self):
        draw = {r: self.rng.betavariate(a, b) for r, (a, b) in self.ab.items()}
        return sorted(draw, key=draw.get, reverse=True)

    def record(self, row, seen, played):          # closed windows only
        if not 0 <= played <= seen:
            raise ValueError("played must be between 0 and seen")
        self.ab[row][0] += played
        self.ab[row][1] += seen - played

def check(m):
    import random as r
    rows = ["new", "crime", "kids"]
    a, b = m.RowOrder(rows, seed=7), m.RowOrder(rows, seed=7)
    for o in (a, b):
        o.record("new", 10, 3)
    assert [a.order() for _ in range(20)] == [b.order() for _ in range(20)]
    r.seed(1)
    c = m.RowOrder(rows, seed=7)
    c.record("new", 10, 3)
    r.random()
    d = m.RowOrder(rows, seed=7)
    d.record("new", 10, 3)
    assert c.order() == d.order()
    assert sorted(c.order()) == sorted(rows) and rows == ["new", "crime", "kids"]
    fresh = m.RowOrder(rows, seed=3)
    first = [fresh.order()[0] for _ in range(3000)]
    assert all(800 < first.count(x) < 1200 for x in rows)
    e = m.RowOrder(rows, seed=7)
    e.record("new", 0, 0)
    e.record("new", 2000, 400)
    e.record("crime", 2000, 200)
    e.record("kids", 2000, 100)
    assert all(e.order() == ["new", "crime", "kids"] for _ in range(50))
    f = m.RowOrder(["x", "y"], seed=7)
    f.record("x", 10, 3)
    f.record("y", 10, 3)
    share = sum(f.order()[0] == "x" for _ in range(2000)) / 2000
    assert 0.45 < share < 0.55
    world, rate, env = m.RowOrder(rows, seed=11), {"new": 0.05, "crime": 0.10, "kids": 0.02}, r.Random(7)
    tops = []
    for _ in range(60):
        batch = {x: [0, 0] for x in rows}
        for _ in range(50):
            x = world.order()[0]
            tops.append(x)
            batch[x][0] += 1
            batch[x][1] += env.random() < rate[x]
        for x, (s, p) in batch.items():
            world.record(x, s, p)
    assert tops[-500:].count("crime") > 350
    try:
        world.record("new", 1, 2)
    except ValueError:
        pass
    else:
        assert False
