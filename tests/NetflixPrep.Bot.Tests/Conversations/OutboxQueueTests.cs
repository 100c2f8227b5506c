using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class OutboxQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly OutboxQueue queue = new();

    [Fact]
    public void Interactive_rows_go_before_background_ones()
    {
        queue.Add([new(1, "drill", 1, null), new(2, "session", 0, null)]);

        Assert.Equal([2, 1], [queue.Take(Now)!.Value.Id, queue.Take(Now)!.Value.Id]);
    }

    [Fact]
    public void A_conversation_is_held_until_its_row_is_finished()
    {
        queue.Add([new(1, "a", 0, null), new(2, "a", 0, null)]);
        var first = queue.Take(Now)!.Value;
        var meanwhile = queue.Take(Now);
        queue.Finish(first);

        Assert.Null(meanwhile);
        Assert.Equal(2, queue.Take(Now)!.Value.Id);
    }

    [Fact]
    public void A_row_that_is_known_is_not_taken_in_again()
    {
        queue.Add([new(1, "a", 0, null)]);
        queue.Add([new(1, "a", 0, null)]);

        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void A_row_with_a_time_waits_for_it()
    {
        queue.Add([new(1, "a", 0, Now.AddSeconds(3))]);

        Assert.Null(queue.Take(Now));
        Assert.Equal(Now.AddSeconds(3), queue.NextAttempt);
        Assert.Equal(1, queue.Take(Now.AddSeconds(3))!.Value.Id);
    }

    [Fact]
    public void An_older_row_that_comes_late_still_goes_first()
    {
        queue.Add([new(5, "a", 0, null)]);
        queue.Add([new(3, "a", 0, null)]);

        Assert.Equal(3, queue.Take(Now)!.Value.Id);
    }
}
