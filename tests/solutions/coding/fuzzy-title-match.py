"""Titles within edit distance two: a trie walked with one row of the table per node."""
import random


class Fuzzy:
    def __init__(self, titles):
        self.root = {}
        for title in titles:
            node = self.root
            for letter in title:
                node = node.setdefault(letter, {})
            node[None] = title

    def find(self, query, limit=2):
        found = []
        stack = [(self.root, list(range(len(query) + 1)))]
        while stack:
            node, row = stack.pop()
            for letter, child in node.items():
                if letter is None:
                    if row[-1] <= limit:
                        found.append((row[-1], child))
                    continue
                new = [row[0] + 1]
                for j, wanted in enumerate(query, 1):
                    new.append(min(new[-1] + 1, row[j] + 1, row[j - 1] + (letter != wanted)))
                if min(new) <= limit:
                    stack.append((child, new))
        return sorted(found)


def plain(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            new.append(min(new[-1] + 1, row[j] + 1, row[j - 1] + (x != y)))
        row = new
    return row[-1]


def check(m):
    assert list(m.Fuzzy(["dark", "narcos", "drake", "ozark"]).find("drak")) == [(1, "drake"), (2, "dark")]
    assert list(m.Fuzzy(["dark", "narcos"]).find("narcoz")) == [(1, "narcos")]
    assert list(m.Fuzzy([]).find("dark")) == []
    assert list(m.Fuzzy(["dark"]).find("dark")) == [(0, "dark")]
    assert list(m.Fuzzy(["it", "dark"]).find("")) == [(2, "it")]
    rng = random.Random(7)
    word = lambda most: "".join(rng.choice("abc ") for _ in range(rng.randint(1, most)))
    for _ in range(25):
        titles = sorted({word(8) for _ in range(40)})
        fuzzy = m.Fuzzy(titles)
        for _ in range(6):
            query = word(9)
            want = sorted((d, t) for t in titles if (d := plain(t, query)) <= 2)
            assert list(fuzzy.find(query)) == want
