"""The most played titles for what was typed, ready at each prefix."""
import random
import unicodedata


def fold(text):
    flat = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in flat if not unicodedata.combining(ch))


class Complete:
    def __init__(self, rows, k):
        self.best = {}
        for title, _ in sorted(rows, key=lambda r: (-r[1], fold(r[0]), r[0])):
            name = fold(title)
            for end in range(len(name) + 1):
                held = self.best.setdefault(name[:end], [])
                if len(held) < k:
                    held.append(title)

    def top(self, typed):
        return list(self.best.get(fold(typed), ()))


def check(m):
    rows = [("Dark", 90), ("Damages", 40), ("dad", 30), ("Ozark", 95)]
    c = m.Complete(rows, 2)
    assert list(c.top("da")) == ["Dark", "Damages"]
    assert list(c.top("dad")) == ["dad"]
    assert list(c.top("DAR")) == ["Dark"]
    assert list(c.top("x")) == [] and list(c.top("darker")) == []
    assert list(c.top("o")) == ["Ozark"]
    assert list(m.Complete([], 3).top("a")) == []
    assert list(m.Complete(rows, 9).top("d")) == ["Dark", "Damages", "dad"]
    rng = random.Random(7)
    for _ in range(60):
        names = {"".join(rng.choice("abB") for _ in range(rng.randrange(1, 6))) for _ in range(25)}
        rows = [(name, rng.randrange(8)) for name in sorted(names)]
        plays = dict(rows)
        k = rng.randrange(1, 6)
        c, again = m.Complete(rows, k), m.Complete(rows, k)
        for typed in ("a", "b", "ab", "bb", "AB", "aba", "bbbb"):
            got = list(c.top(typed))
            hits = [p for name, p in rows if name.lower().startswith(typed.lower())]
            assert all(name.lower().startswith(typed.lower()) for name in got) and len(set(got)) == len(got)
            assert [plays[name] for name in got] == sorted(hits, reverse=True)[:k]
            assert got == list(again.top(typed))
