using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public class CodeLinesTests
{
    private static readonly Detector Heap = new() { Any = ["heap"] };

    [Theory]
    [InlineData("def top(k):\n    heap = []\n    return heap")]
    [InlineData("import heapq\nheap = []\nfor x in items:\n    heapq.heappush(heap, x)")]
    [InlineData("class Top:\n    heap = []")]
    [InlineData("for row in rows:\n    heap.add(row)")]
    [InlineData("def f(x):\n    # the heap\n\n    return x\n\ndef g(x):\n    return heap")]
    [InlineData("@cache\ndef heap(n):\n    return n")]
    [InlineData("plan: bounded memory\n\ndef top(k):\n    heap = []")]
    public void Code_without_a_fence_is_not_read(string text) => Assert.False(B.Find(Heap, text).Mentioned);

    [Theory]
    [InlineData("for each title in the list: keep it in a heap")]
    [InlineData("def a heap")]
    [InlineData("import the counts, then a heap")]
    [InlineData("from there on a heap")]
    [InlineData("with a heap of k entries:\n- push\n- pop")]
    [InlineData("while it grows: pop the heap")]
    [InlineData("def top(k):\n    return 1\n\nI use a heap so that memory stays at k.")]
    public void Prose_is_read(string text) => Assert.True(B.Find(Heap, text).Mentioned);

    [Fact]
    public void Words_of_code_are_no_words_of_the_person() =>
        Assert.Equal((3, 9), (Words.CountProse("here it is\ndef f(x):\n    return x"), Words.Count("one two three four five six seven eight nine")));

    [Fact]
    public void A_long_text_of_near_code_stays_linear()
    {
        var text = string.Concat(Enumerable.Repeat("for x in y:\n", 20_000));

        Assert.False(B.Find(Heap, text).Mentioned);
    }
}
