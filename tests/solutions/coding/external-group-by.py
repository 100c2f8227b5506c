"""Counts per key for more keys than memory holds, by hash partitions on disk."""
import os
import random
import tempfile
from collections import Counter
from hashlib import blake2b


def count_keys(keys, folder, limit, parts=64):
    yield from _count(((key, 1) for key in keys), folder, limit, parts, 0)


def _part(key, level, parts):
    salt = level.to_bytes(4, "big")  # another hash for each level
    return int.from_bytes(blake2b(key.encode(), digest_size=8, salt=salt).digest(), "big") % parts


def _count(pairs, folder, limit, parts, level):
    held, files = {}, {}

    def spill():
        for key, n in held.items():
            at = _part(key, level, parts)
            if at not in files:
                files[at] = open(os.path.join(folder, f"{level}-{at}"), "w", newline="\n", encoding="utf-8")
            files[at].write(f"{n} {key}\n")
        held.clear()

    for key, n in pairs:
        if key not in held and len(held) >= limit:
            spill()
        held[key] = held.get(key, 0) + n
    if not files:
        yield from held.items()  # everything fitted
        return
    spill()
    for f in files.values():
        f.close()
    for f in files.values():
        yield from _count(_read(f.name), folder, limit, parts, level + 1)
        os.remove(f.name)


def _read(name):
    with open(name, newline="\n", encoding="utf-8") as lines:
        for line in lines:
            n, key = line[:-1].split(" ", 1)
            yield key, int(n)


def check(m):
    def run(keys, limit):
        with tempfile.TemporaryDirectory() as folder:
            got = list(m.count_keys(iter(keys), folder, limit))
        assert len(got) == len({k for k, _ in got}), "a key came twice"
        return dict(got)

    assert run(["a", "b", "a", "c"], 2) == {"a": 2, "b": 1, "c": 1}
    assert run([], 2) == {}
    assert run(["x"] * 500, 1) == {"x": 500}
    assert run(["a b", "a", "a b"], 1) == {"a b": 2, "a": 1}
    rng = random.Random(7)
    for limit, different, n in ((1, 40, 200), (2, 300, 1500), (10, 900, 4000), (1000, 500, 3000)):
        keys = [f"m{int(rng.paretovariate(0.7)) % different}:t" for _ in range(n)]
        assert run(keys, limit) == dict(Counter(keys))
