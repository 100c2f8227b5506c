"""Shortest chain between two titles: breadth first, neighbours in order, parents walked back."""
from collections import defaultdict, deque
import random


def neighbours(pairs):
    near = defaultdict(set)
    for a, b in pairs:
        near[a].add(b)
        near[b].add(a)
    return {title: sorted(others) for title, others in near.items()}


def search(near, start, goal):
    parent, line = {start: None}, deque([start])
    while line and goal not in parent:
        here = line.popleft()
        for other in near.get(here, ()):
            if other not in parent:
                parent[other] = here
                line.append(other)
    if goal not in parent:
        return None
    path = [goal]
    while parent[path[-1]] is not None:
        path.append(parent[path[-1]])
    return path[::-1]


def chain(pairs, start, goal):
    return search(neighbours(pairs), start, goal)


def check(m):
    pairs = [("heat", "ronin"), ("ronin", "dark"), ("dark", "1899"), ("heat", "alien"), ("alien", "dark")]
    assert m.chain(pairs, "heat", "1899") == ["heat", "alien", "dark", "1899"]
    assert m.chain(pairs, "1899", "heat") == ["1899", "dark", "alien", "heat"]
    assert m.chain(pairs, "heat", "heat") == ["heat"]
    assert m.chain(pairs, "heat", "nobody") is None and m.chain([], "a", "b") is None
    rng = random.Random(7)
    for _ in range(60):
        names = "abcdefg"
        pairs = [tuple(rng.sample(names, 2)) for _ in range(rng.randint(1, 11))]
        joined = {frozenset(p) for p in pairs}
        def paths(path, goal):
            if path[-1] == goal:
                yield path
                return
            for n in names:
                if n not in path and frozenset((path[-1], n)) in joined:
                    yield from paths(path + [n], goal)
        a, b = rng.sample(names, 2)
        want = min(paths([a], b), key=lambda p: (len(p), p), default=None)
        assert m.chain(pairs, a, b) == want
