"""Lazy batches that hand out what was read before an error, and a peek that loses nothing."""
from itertools import chain, count


def batches(items, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    return _batches(iter(items), size)


def _batches(it, size):
    batch, error = [], None
    while error is None:
        try:
            batch.append(next(it))
        except StopIteration:
            break
        except Exception as e:
            error = e
            break
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
    if error is not None:
        raise error


def peek(items):
    it = iter(items)
    for first in it:
        return first, chain([first], it)
    return None, iter(())


def check(m):
    assert list(m.batches(iter("abcdefg"), 3)) == [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    first, rest = m.peek(iter([4, 5]))
    assert first == 4 and list(rest) == [4, 5]
    first, rest = m.peek(iter([]))
    assert first is None and list(rest) == []
    for n in range(9):
        for size in range(1, 5):
            got = list(m.batches(iter(range(n)), size))
            assert [x for b in got for x in b] == list(range(n))
            assert all(len(b) == size for b in got[:-1]) and all(got)
    read = []
    def source():
        for i in count():
            read.append(i)
            yield i
    it = m.batches(source(), 4)
    assert not read and next(it) == [0, 1, 2, 3] and len(read) == 4
    for bad in range(8):
        def broken():
            for i in range(bad):
                yield i
            raise ConnectionError("gone")
        got = []
        try:
            for b in m.batches(broken(), 3):
                got += b
        except ConnectionError:
            assert got == list(range(bad))
        else:
            raise AssertionError("the error must arrive")
    try:
        list(m.batches([1], 0))
    except ValueError:
        pass
    else:
        raise AssertionError("size 0 must raise")
