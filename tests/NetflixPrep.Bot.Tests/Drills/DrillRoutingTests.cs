using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>Whose word is it? In direct messages sessions and several drills may be open side by side.</summary>
public sealed class DrillRoutingTests : IAsyncLifetime
{
    private static readonly Core.PersonId Ana = In("one", "ana");

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");
        await bot.MoveAsync(At(3, 9));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_word_goes_to_the_open_session_first_and_to_the_drill_once_that_is_over()
    {
        await BeginAsync();
        await bot.SayAsync("ana", "words of the session", "m-session");
        await bot.CommandAsync(Ana, "/mock stop");
        await bot.CommandAsync(Ana, "/mock stop");
        await bot.SayAsync("ana", "words of the drill", "m-drill");

        Assert.Equal(["session words of the session", "drill words of the drill"], Kept());
    }

    [Fact]
    public async Task Of_two_open_drills_the_newest_gets_the_word_and_then_the_older_one()
    {
        await bot.MoveAsync(At(4, 9));
        await bot.SayAsync("ana", "words for Wednesday", "m-new");
        await bot.CommandAsync(Ana, "/drill skip");
        await bot.SayAsync("ana", "words for Tuesday", "m-old");

        Assert.Equal(["2026-03-04 words for Wednesday", "2026-03-03 words for Tuesday"], bot.All("SELECT d.date || ' ' || json_extract(e.data, '$.text') FROM events e JOIN drills d ON d.stream = e.stream WHERE e.type = 'answer-given' ORDER BY e.position"));
    }

    [Fact]
    public async Task An_edit_goes_to_whoever_kept_the_message()
    {
        await bot.SayAsync("ana", "words of the drill", "m-drill");
        await BeginAsync();
        await bot.SayAsync("ana", "words of the session", "m-session");
        await bot.EditAsync("ana", "m-drill", "the drill, edited");
        await bot.EditAsync("ana", "m-session", "the session, edited");
        await bot.EditAsync("ana", "m-nobody", "nobody kept this");

        Assert.Equal(["drill the drill, edited", "session the session, edited"], Edits());
        Assert.Equal(0, bot.One<long>("SELECT count(*) FROM inbound WHERE data LIKE '%nobody kept this%'"));
    }

    [Fact]
    public async Task An_edit_and_a_deletion_after_the_end_are_kept()
    {
        await bot.SayAsync("ana", "words of the drill", "m-drill");
        await bot.CommandAsync(Ana, "/drill skip");
        await bot.EditAsync("ana", "m-drill", "the drill, edited");
        await bot.DeleteAsync("ana", "m-drill");

        Assert.Equal(["drill the drill, edited"], Edits());
        Assert.Equal(1, bot.One<long>("SELECT count(*) FROM events WHERE stream LIKE 'drill/%' AND type = 'answer-deleted'"));
    }

    [Fact]
    public async Task A_file_is_an_answer_too()
    {
        await bot.AttachAsync("ana", "m-file", "words in a file");

        Assert.Equal(["drill words in a file"], Kept());
    }

    [Fact]
    public async Task The_same_message_delivered_again_is_kept_once()
    {
        await bot.SayAsync("ana", "words of the drill", "m-drill");
        await bot.SayAsync("ana", "words of the drill", "m-drill");

        Assert.Equal(["drill words of the drill"], Kept());
    }

    [Fact]
    public async Task When_no_drill_is_open_a_word_gets_the_usual_line_and_is_no_answer()
    {
        await bot.CommandAsync(Ana, "/drill skip");
        await bot.SayAsync("ana", "hello?");

        Assert.Empty(Kept());
        Assert.Contains("No session is open here.", bot.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_direct_messages_are_none_of_it()
    {
        await bot.CommandAsync(In("one", "ben"), "/drill on time:08:30 zone:UTC");
        await bot.SayAsync("ben", "my own words");

        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_button_that_somebody_else_got_hold_of_does_nothing()
    {
        var done = bot.Platform.In("ana").SelectMany(message => message.Message.Controls).OfType<Core.Chat.Control.Button>().Last(button => button.Label == "Skip");
        await bot.Engine.HearAsync(new Core.Chat.Inbound.Choice(new("forged", In(null, "ben"), DrillPlatform.Direct("ben"), bot.Time.GetUtcNow()), done.Token, null));

        Assert.Equal("open", bot.One<string>("SELECT status FROM drills"));
        Assert.Contains("This is the drill of", bot.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_hour_brings_it_up_again_by_its_button()
    {
        await bot.PressAsync("ana", "In an hour");
        await bot.MoveAsync(At(3, 10, 1));

        Assert.Contains("Here it is again", bot.Platform.In("ana")[^1].Text, StringComparison.Ordinal);
    }

    private async Task BeginAsync()
    {
        await bot.CommandAsync(Ana, "/mock start round:ml-fundamentals place:dm");
        await bot.PressAsync("ana", "Begin");
    }

    private List<string> Kept() => Of("answer-given");

    private List<string> Edits() => Of("answer-edited");

    private List<string> Of(string type) => bot.All($"SELECT substr(stream, 1, instr(stream, '/') - 1) || ' ' || json_extract(data, '$.text') FROM events WHERE type = '{type}' ORDER BY position");
}
