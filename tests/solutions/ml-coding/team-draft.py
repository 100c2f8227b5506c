"""Team-draft interleaving of two rankings, and the credit for plays."""

def team_draft(a, b, k, rng):
    out, teams, used = [], [], set()
    lists, pos, picks = (a, b), [0, 0], [0, 0]
    while len(out) < k:
        for t in (0, 1):                          # skip what is shown
            while pos[t] < len(lists[t]) and lists[t][pos[t]] in used:
                pos[t] += 1
        can = [pos[t] < len(lists[t]) for t in (0, 1)]
        if not any(can):
            break
        if picks[0] != picks[1]:
            t = 0 if picks[0] < picks[1] else 1
        else:
            t = int(rng.random() < 0.5)           # one coin each round
        if not can[t]:
            t = 1 - t
        out.append(lists[t][pos[t]])
        used.add(out[-1])
        teams.append("AB"[t])
        picks[t] += 1
    return out, teams

def credit(shown, teams, played):
    won = {"A": 0, "B": 0}
    for title, team in zip(shown, teams):
        won[team] += title in played
    return (won["A"] > won["B"]) - (won["A"] < won["B"])

def check(m):
    import random
    r = lambda s=7: random.Random(s)
    shown, teams = m.team_draft([1, 2, 3], [3, 1, 4], 4, r())
    assert len(shown) == len(set(shown)) == 4 and set(shown) == {1, 2, 3, 4} and len(teams) == 4
    assert m.team_draft([1, 2, 3], [3, 1, 4], 4, r(5)) == m.team_draft([1, 2, 3], [3, 1, 4], 4, r(5))
    assert m.credit([1, 3, 2, 4], ["A", "B", "A", "B"], {1, 2, 3}) == 1
    assert m.credit([1, 3], ["A", "B"], {1, 3}) == 0 and m.credit([1, 3], ["A", "B"], set()) == 0
    assert m.credit([1, 3], ["A", "B"], {3, 99}) == -1
    assert list(m.team_draft([], [], 3, r())[0]) == [] and list(m.team_draft([1], [2], 0, r())[0]) == []
    assert sorted(m.team_draft([1], [2, 3, 4], 4, r())[0]) == [1, 2, 3, 4]
    assert list(m.team_draft([], [5, 6], 4, r())[0]) == [5, 6]
    rng = random.Random(7)
    for _ in range(200):
        a, b = rng.sample(range(15), 10), rng.sample(range(15), 10)
        k = rng.randint(1, 12)
        shown, teams = m.team_draft(a, b, k, rng)
        assert len(shown) == len(set(shown)) == min(k, len(set(a + b)))
        for n in range(0, len(shown) - 1, 2):
            assert set(teams[n:n + 2]) == {"A", "B"} or n >= 8
        for t, src in (("A", a), ("B", b)):
            mine = [src.index(x) for x, g in zip(shown, teams) if g == t]
            assert mine == sorted(mine)
    score = 0
    for _ in range(4000):
        shown, teams = m.team_draft([1, 2, 3, 4], [1, 2, 3, 4], 4, rng)
        assert shown == [1, 2, 3, 4]
        score += m.credit(shown, teams, {rng.choice(shown)})
    assert abs(score) < 260
