using Dapper;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Cli;

public sealed class ReplayVerbTests : IDisposable
{
    private const string Key = "x2pv38zu";
    private readonly TempFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private BotOptions Options => new() { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } };

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Prints_minute_who_and_what_and_why_a_follow_up_was_asked()
    {
        await Play();

        var code = Replay(Key, verify: false);

        Assert.Equal(0, code);
        GoldenFile.Check("replay.txt", output.ToString());
    }

    [Theory]
    [InlineData(Key)]
    [InlineData("session/" + Key)]
    public async Task Decides_the_same_again_from_what_is_stored(string named)
    {
        await Play();

        var code = Replay(named, verify: true);

        Assert.Equal(0, code);
        Assert.StartsWith("same: all ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_first_fact_that_is_decided_differently()
    {
        await Play();
        Change("UPDATE events SET data = replace(data, 'cost', 'day') WHERE type = 'follow-up-asked' AND data LIKE '%\"cost\"%'");

        var code = Replay(Key, verify: true);

        Assert.Equal(1, code);
        Assert.StartsWith("different at version ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("decided: follow-up-asked", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_older_rules_and_compares_nothing()
    {
        await Play();
        Change("UPDATE events SET data = replace(data, '\"rules\":3', '\"rules\":1') WHERE type = 'briefed'");

        var code = Replay(Key, verify: true);

        Assert.Equal(0, code);
        Assert.StartsWith("older rules: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_newest_sessions_when_the_key_is_unknown()
    {
        await Play();

        var code = Replay("nonsense", verify: false);

        Assert.Equal(1, code);
        Assert.Equal($"There is no session nonsense. The newest are {Key}.\n", errors.ToString());
    }

    [Fact]
    public void Says_so_when_there_is_no_database()
    {
        var code = Replay(Key, verify: false);

        Assert.Equal(1, code);
        Assert.Contains("There is no database", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Options.Storage.Path));
    }

    private int Replay(string session, bool verify) => ReplayVerb.Run(Options, session, verify, output, errors);

    private async Task Play()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "interrupted.script"), TestContext.Current.CancellationToken);
        var code = await ScriptHost.RunAsync(Options, SmallBank.Load(), "interrupted.script", script, TextWriter.Null, errors, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
    }

    private void Change(string sql)
    {
        using var database = Database.Open(new() { Path = Options.Storage.Path });
        database.Writer.Execute("DROP TRIGGER events_never_change");
        Assert.Equal(1, database.Writer.Execute(sql));
    }
}
