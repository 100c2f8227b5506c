"""What was added, removed or changed between two nested dictionaries, with paths."""
import copy
import random

MISSING = object()


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    return a == b


def changes(old, new, path):
    for key in old.keys() | new.keys():
        a, b, here = old.get(key, MISSING), new.get(key, MISSING), path + (key,)
        if a is MISSING:
            yield here, "added", None, b
        elif b is MISSING:
            yield here, "removed", a, None
        elif isinstance(a, dict) and isinstance(b, dict):
            yield from changes(a, b, here)
        elif not same(a, b):
            yield here, "changed", a, b


def diff(old, new):
    return sorted(changes(old, new, ()), key=lambda row: row[0])


def check(m):
    old = {"a": {"x": 1, "y": 2}, "b": None}
    new = {"a": {"x": 1, "y": 3}, "c": [1, 2]}
    want = [(("a", "y"), "changed", 2, 3), (("b",), "removed", None, None), (("c",), "added", None, [1, 2])]
    assert list(m.diff(old, new)) == want
    assert list(m.diff({}, {})) == []
    assert list(m.diff({"a": None}, {"a": None})) == []
    assert list(m.diff({}, {"a": None})) == [(("a",), "added", None, None)]
    assert len(m.diff({"a": True}, {"a": 1})) == 1 and len(m.diff({"a": 1}, {"a": 1.0})) == 1
    assert list(m.diff({"a": {"x": 1}}, {"a": "off"})) == [(("a",), "changed", {"x": 1}, "off")]
    assert list(m.diff({"a": {}}, {"a": {"x": 1}})) == [(("a", "x"), "added", None, 1)]
    assert list(m.diff({"a": [1, 2]}, {"a": [2, 1]})) == [(("a",), "changed", [1, 2], [2, 1])]
    assert [r[0] for r in m.diff({"p.q": 1, "p": {"q": 1}}, {"p.q": 2, "p": {"q": 2}})] == [("p", "q"), ("p.q",)]

    rng = random.Random(7)

    def make(depth):
        return {k: make(depth - 1) if depth and rng.random() < 0.5 else rng.choice([None, 1, 2, "s", True, [1]])
                for k in "abc" if rng.random() < 0.7}

    other = {"added": "removed", "removed": "added", "changed": "changed"}
    for _ in range(300):
        old, new = make(3), make(3)
        rows = list(m.diff(old, new))
        assert list(m.diff(old, copy.deepcopy(old))) == []
        assert [(p, other[k], b, a) for p, k, a, b in rows] == list(m.diff(new, old))
        got = copy.deepcopy(old)
        for path, kind, _, after in rows:
            at = got
            for key in path[:-1]:
                at = at[key]
            if kind == "removed":
                del at[path[-1]]
            else:
                at[path[-1]] = copy.deepcopy(after)
        assert same(got, new)
