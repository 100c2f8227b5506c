using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>Who takes no direct messages gets a thread if they said so, and otherwise hears where drills stand.</summary>
public sealed class ClosedDirectMessagesTests : IAsyncLifetime
{
    private static readonly Core.PersonId Ana = In("one", "ana");

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync() => await bot.CommandAsync(Ana, "/settings practice-channel:#practice");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Without_consent_drills_pause_and_the_person_is_told_once_in_the_group()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");
        bot.Platform.CloseDirect("ana");
        await bot.MoveAsync(At(5, 9));

        var told = Assert.Single(bot.Platform.Messages, message => message.Text.Contains("I could not write to you directly", StringComparison.Ordinal));
        Assert.Equal((new Core.PlaceId("terminal", "#one"), Ana), (told.Place, told.Only));
        Assert.Equal("paused", bot.One<string>("SELECT state FROM subscriptions"));
        Assert.Contains("Paused: I could not write to you directly.", await bot.CommandAsync(Ana, "/drill status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_consent_it_comes_to_a_thread_near_the_practice_channel_and_is_answered_there()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC if-closed:thread");
        bot.Platform.CloseDirect("ana");
        await bot.MoveAsync(At(3, 9));
        var thread = Drill().Place;
        await bot.SayAsync("ana", "words in the thread", at: thread);

        Assert.StartsWith("thread-ana", thread.Place, StringComparison.Ordinal);
        Assert.Equal("on", bot.One<string>("SELECT state FROM subscriptions"));
        Assert.Equal("words in the thread", bot.One<string>("SELECT json_extract(data, '$.text') FROM events WHERE type = 'answer-given'"));
        Assert.Equal(["terminal:one:ana 2026-03-03 sent"], bot.Dues());
    }

    [Fact]
    public async Task With_consent_the_next_days_come_to_a_thread_too()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC if-closed:thread");
        bot.Platform.CloseDirect("ana");
        await bot.MoveAsync(At(5, 9));

        Assert.Equal(3, Drills().Count);
        Assert.Equal(3, Drills().Select(drill => drill.Place).Distinct().Count());
    }

    [Fact]
    public async Task Where_no_thread_can_be_opened_either_drills_pause_and_say_so()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC if-closed:thread");
        bot.Platform.CloseDirect("ana");
        bot.Platform.RefusesThreads = true;
        await bot.MoveAsync(At(4, 9));

        Assert.Single(bot.Platform.Messages, message => message.Text.Contains("I could not write to you directly", StringComparison.Ordinal));
        Assert.Equal("paused", bot.One<string>("SELECT state FROM subscriptions"));
    }

    [Fact]
    public async Task Open_again_the_drill_that_could_be_shown_nowhere_is_shown()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");
        bot.Platform.CloseDirect("ana");
        await bot.MoveAsync(At(3, 9));
        bot.Platform.OpenDirect("ana");
        await bot.CommandAsync(Ana, "/drill on");
        Assert.Empty(Drills());
        await bot.CommandAsync(Ana, "/drill now");
        await bot.SayAsync("ana", "words after all");

        Assert.Equal(DrillPlatform.Direct("ana"), Drill().Place);
        Assert.Equal("words after all", bot.One<string>("SELECT json_extract(data, '$.text') FROM events WHERE type = 'answer-given'"));
        await bot.MoveAsync(At(4, 9));
        Assert.Equal(2, Drills().Count);
    }

    [Fact]
    public async Task Closed_when_they_were_asked_for_it_is_said_at_once()
    {
        bot.Platform.CloseDirect("ana");
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");

        Assert.Contains("I could not write to you directly", bot.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    private Shown Drill() => Assert.Single(Drills());

    private List<Shown> Drills() => [.. bot.Platform.Messages.Where(message => message.Message.Title?.StartsWith("Drill:", StringComparison.Ordinal) == true)];
}
