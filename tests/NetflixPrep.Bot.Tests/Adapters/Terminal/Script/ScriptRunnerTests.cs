using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Script;

public sealed class ScriptRunnerTests : IDisposable
{
    private readonly TerminalFolder folder = new();
    private readonly VirtualTime time = new(VirtualTime.Beginning);
    private readonly EchoEngine engine;

    public ScriptRunnerTests() => engine = new(folder.Path, time);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Writes_a_transcript_that_reads_aloud()
    {
        var exit = await engine.RunAsync(
            "# one small story",
            "@ana /mock start minutes:20",
            "@ana [begin]",
            "@ana <<END", "Goal: fewer evenings", "without a play.", "END",
            "+2m",
            "@bob #study: hello",
            "@ana !edit Goal: more plays.",
            "@ana !delete",
            "@ana [Score]",
            "@ana {impact=4}",
            "@ana /mock begin",
            "@ana /help",
            "!dm-closed bob");

        Assert.Equal("", engine.Errors);
        Assert.Equal(0, exit);
        Assert.Equal(
            """
            -- Monday 5 January 2026 --
            09:00 #mock  ana: /mock start minutes:20
            09:00 #mock/ana-rows  (public thread for ana)
            09:00 #mock/ana-rows  bot: Ready?
                  [Begin] [Score]
            09:00 #mock/ana-rows  ana: [Begin]
            09:00 #mock/ana-rows  bot: Go.
            09:00 #mock/ana-rows  ana: Goal: fewer evenings
                  without a play.  ✓ saved
            09:01 #mock/ana-rows  bot: Time.
            09:02 #study  bob: hello  ✓ saved
            09:02 #mock/ana-rows  ana (edited): Goal: more plays.
            09:02 #mock/ana-rows  ana (deleted): Goal: more plays.
            09:02 #mock/ana-rows  ana: [Score]
            09:02 #mock/ana-rows  bot (form for ana): Own scores
                  impact: Impact (required)
                  note: Note (optional)
            09:02 #mock/ana-rows  ana: {impact=4; note=}
            09:02 #mock/ana-rows  bot: Thanks for 4.
            09:02 #mock/ana-rows  ana: /mock begin
            09:02 #mock/ana-rows  bot (only ana): Say what about mock: /mock start.
            09:02 #mock/ana-rows  ana: /help
            09:02 #mock/ana-rows  bot (only ana): About help.
            09:02 @bob  (takes no direct messages)
            """.ReplaceLineEndings("\n"), engine.Output);
    }

    [Fact]
    public async Task Goes_on_where_the_last_run_ended()
    {
        await engine.RunAsync("@ana /mock start", "+5m");
        var later = new VirtualTime(time.GetUtcNow());
        var second = new EchoEngine(folder.Path, later);

        var exit = await second.RunAsync("@ana [Begin]");

        Assert.Equal(0, exit);
        Assert.Equal("-- Monday 5 January 2026 --\n09:05 #mock/ana-rows  ana: [Begin]\n09:05 #mock/ana-rows  bot: Go.", second.Output);
    }

    [Fact]
    public async Task Knows_where_the_clock_stood_when_the_last_run_ended()
    {
        await engine.RunAsync("@ana hello", "+2h");

        Assert.Equal(VirtualTime.Beginning.AddHours(2), TerminalClock.StartOf(folder.Path));
        Assert.Equal(VirtualTime.Beginning, TerminalClock.StartOf(Path.Combine(folder.Path, "new")));
    }

    [Fact]
    public async Task Restarts_on_the_same_data_and_stays_away_as_long_as_told()
    {
        await engine.RunAsync("@ana /mock start", "!restart", "@ana one", "!down 10m", "@ana two");

        Assert.EndsWith(
            "-- 09:00 restart --\n09:00 #mock/ana-rows  ana: one  ✓ saved\n"
            + "-- 09:00 the process is away --\n-- 09:10 restart --\n09:10 #mock/ana-rows  ana: two  ✓ saved", engine.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_day_when_it_changes()
    {
        await engine.RunAsync("@ana one", "+1d", "@ana two");

        Assert.Contains("\n-- Tuesday 6 January 2026 --\n09:00 #mock  ana: two", engine.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@ana [Begin]", "story.txt:1: ana sees no [Begin]; there is nothing to press")]
    [InlineData("@ana /mock start\n@ana [Stop]", "story.txt:2: ana sees no [Stop]; there is [Begin] [Score]")]
    [InlineData("@ana {a=1}", "story.txt:1: no form is open for ana")]
    [InlineData("@ana /mock start\n@ana [Score]\n@ana {colour=red}", "story.txt:3: the form \"Own scores\" has no field colour; it has impact, note")]
    [InlineData("@ana /mock start\n@ana [Score]\n@ana {note=x}", "story.txt:3: Impact is required")]
    [InlineData("@ana /mock start\n@ana [Score]\n@ana {impact=12345678901}", "story.txt:3: Impact holds at most 10 characters, these are 11")]
    [InlineData("@ana !edit x", "story.txt:1: ana has no message to change")]
    [InlineData("@ana #nowhere: x", "story.txt:1: ana sees no place #nowhere; there are #study, #mock")]
    [InlineData("@ana hi\n+5x", "story.txt:2: \"5x\" is not a time; write +90s, +5m, +2h or +1d")]
    [InlineData("!gone #nowhere", "story.txt:1: there is no #nowhere")]
    public async Task Ends_with_2_and_the_line_when_a_step_makes_no_sense(string script, string error)
    {
        var exit = await engine.RunAsync(script);

        Assert.Equal(ScriptRunner.NoSense, exit);
        Assert.Equal(error, engine.Errors);
    }

    [Fact]
    public async Task Sends_to_the_letter_what_would_look_like_another_step()
    {
        await engine.RunAsync("@ana text:/mock start", "@ana <<X", "[Begin]", "X");

        Assert.Equal(["/mock start", "[Begin]"], engine.Seen.OfType<Inbound.Text>().Select(text => text.Body));
    }
}
