"""An index over a day's plays: members of a title, seconds by device, shared titles."""
from collections import defaultdict

class PlayIndex:
    def __init__(self, log):
        members, titles, sums = defaultdict(set), defaultdict(set), defaultdict(int)
        self.broken = 0
        for member, title, device, seconds in log:
            if None in (member, title, device, seconds):
                self.broken += 1
            elif seconds > 0:
                members[title].add(member)
                titles[member].add(title)
                sums[title, device.lower()] += seconds
        self._members, self._titles, self._sums = dict(members), dict(titles), dict(sums)

    def members(self, title):
        return sorted(self._members.get(title, ()))

    def seconds(self, title, device):
        return self._sums.get((title, device.lower()), 0)

    def shared(self, a, b):
        return sorted(self._titles.get(a, set()) & self._titles.get(b, set()))

def check(m):
    import random
    log = [("m1", "A", "tv", 600), ("m2", "A", "phone", 30), ("m1", "B", "tv", 900), ("m1", "A", "tv", 120)]
    x = m.PlayIndex(iter(log))
    assert x.members("A") == ["m1", "m2"] and x.seconds("A", "tv") == 720
    assert x.shared("m1", "m2") == ["A"] and x.members("Z") == [] and x.seconds("Z", "tv") == 0
    assert x.shared("m1", "m1") == ["A", "B"] and x.shared("m1", "nobody") == []
    e = m.PlayIndex([])
    assert e.members("A") == [] and e.seconds("A", "tv") == 0 and e.shared("a", "b") == []
    rng = random.Random(7)
    for _ in range(30):
        log = [(f"m{rng.randint(0, 5)}", rng.choice("ABCD"), rng.choice(["tv", "phone"]), rng.randint(1, 9)) for _ in range(rng.randint(0, 40))]
        x = m.PlayIndex(log)
        def sizes():
            return sorted((k, len(v)) for k, v in vars(x).items() if hasattr(v, "__len__"))
        before = sizes()
        for t in "ABCDZ":
            assert x.members(t) == sorted({r[0] for r in log if r[1] == t})
            for d in ("tv", "phone", "web"):
                assert x.seconds(t, d) == sum(r[3] for r in log if r[1] == t and r[2] == d)
        for a in range(7):
            for b in range(7):
                mine, other = ({r[1] for r in log if r[0] == f"m{u}"} for u in (a, b))
                assert x.shared(f"m{a}", f"m{b}") == sorted(mine & other)
        for i in range(50):
            x.members(f"unknown{i}"), x.seconds(f"unknown{i}", "tv"), x.shared(f"u{i}", "m1")
        assert sizes() == before                      # asking adds no keys
