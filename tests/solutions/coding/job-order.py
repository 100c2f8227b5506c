"""An order in which each job stands after what it needs, or the circle that forbids one."""
import random
from heapq import heapify, heappop, heappush


def order(needs):
    wants = {job: set(ns) for job, ns in needs.items()}
    for ns in needs.values():
        for job in ns:
            wants.setdefault(job, set())
    waiting = {job: [] for job in wants}
    for job, ns in wants.items():
        for n in ns:
            waiting[n].append(job)
    left = {job: len(ns) for job, ns in wants.items()}
    free = [job for job, n in left.items() if n == 0]
    heapify(free)
    result = []
    while free:
        job = heappop(free)
        result.append(job)
        for w in waiting[job]:
            left[w] -= 1
            if left[w] == 0:
                heappush(free, w)
    if len(result) == len(wants):
        return result
    stuck = {job for job, n in left.items() if n > 0}  # the circle and all behind it
    job, path, at = min(stuck), [], {}
    while job not in at:
        at[job] = len(path)
        path.append(job)
        job = min(n for n in wants[job] if n in stuck)
    raise ValueError(" needs ".join(path[at[job]:] + [job]))


def check(m):
    def right(needs):
        got = m.order(needs)
        at = {job: i for i, job in enumerate(got)}
        assert len(got) == len(at) and set(at) == set(needs) | {n for ns in needs.values() for n in ns}
        assert all(at[n] < at[job] for job, ns in needs.items() for n in ns)

    def wrong(needs, circles):
        try:
            m.order(needs)
        except ValueError as e:
            said = str(e)
            assert any(all(job in said for job in c) for c in circles), said
            return said
        raise AssertionError("no error")

    right({"rank": ["plays", "titles"], "plays": ["log"], "titles": []})
    right({})
    right({"a": ["b", "b"], "b": []})
    right({i: [i - 1] for i in range(1, 5000)})
    wrong({"a": ["b"], "b": ["c"], "c": ["a"]}, ["abc"])
    wrong({"a": ["a"]}, ["a"])
    said = wrong({"q": ["w"], "w": ["x"], "x": ["y"], "y": ["x"], "k": []}, ["xy"])
    assert "q" not in said, said
    rng = random.Random(7)
    for _ in range(100):
        names = list(range(12))
        rng.shuffle(names)
        right({names[i]: [names[j] for j in range(i) if rng.random() < 0.3] for i in range(12) if rng.random() < 0.9})
