"""Totals of a category tree, children before parents, without recursion."""
from collections import Counter
import random


def roll_up(parent, plays):
    total = dict.fromkeys(parent, 0)
    for category, count in plays.items():
        name = category if category in parent else "(unknown)"
        total[name] = total.get(name, 0) + count
    open_children = Counter(p for p in parent.values() if p in parent)
    ready = [c for c in parent if not open_children[c]]
    done = 0
    while ready:
        category = ready.pop()
        done += 1
        above = parent[category]
        if above in parent:
            total[above] += total[category]
            open_children[above] -= 1
            if not open_children[above]:
                ready.append(above)
    if done < len(parent):
        stuck = sorted(c for c in parent if open_children[c] > 0)
        raise ValueError(f"circle among {stuck[:10]}")
    return total


def check(m):
    parent = {"all": None, "drama": "all", "crime": "drama", "noir": "crime", "kids": "all"}
    plays = {"crime": 5, "noir": 2, "kids": 4, "drama": 1}
    kept = dict(plays)
    assert m.roll_up(parent, plays) == {"all": 12, "drama": 8, "crime": 7, "noir": 2, "kids": 4}
    assert plays == kept and m.roll_up({}, {}) == {}
    lost = m.roll_up({"noir": "gone"}, {"noir": 2})
    assert lost["noir"] == 2
    assert sum(m.roll_up({"a": None}, {"a": 1, "old": 3}).values()) in (1, 4)
    deep = {i: i - 1 if i else None for i in range(3000)}
    assert m.roll_up(deep, {2999: 7})[0] == 7
    try:
        m.roll_up({"a": "b", "b": "a", "c": None}, {"a": 1})
    except ValueError:
        pass
    else:
        raise AssertionError("a circle must raise")
    rng = random.Random(7)
    for _ in range(60):
        n = rng.randint(1, 12)
        parent = {i: rng.choice([None] + list(range(i))) for i in range(n)}
        keys = list(parent); rng.shuffle(keys)
        parent = {k: parent[k] for k in keys}
        plays = {k: rng.randint(0, 9) for k in keys if rng.random() < 0.7}
        want = dict.fromkeys(keys, 0)
        for k, count in plays.items():
            while k is not None:
                want[k] += count
                k = parent[k]
        assert m.roll_up(parent, plays) == want
