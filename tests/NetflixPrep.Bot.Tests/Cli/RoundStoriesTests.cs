using Dapper;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Cli;

/// <summary>Rounds of several questions, incidents and loops through the verbs that read sessions afterwards.</summary>
public sealed class RoundStoriesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TempFolder other = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        folder.Dispose();
        other.Dispose();
    }

    [Theory]
    [InlineData("round-stories")]
    [InlineData("round-incident")]
    [InlineData("round-loop-two-days")]
    [InlineData("round-replay")]
    public async Task Every_session_is_decided_the_same_again_and_can_be_read(string story)
    {
        foreach (var session in await PlayAsync(story))
        {
            Assert.Equal(0, ReplayVerb.Run(Of(folder), session, verify: true, output, errors));
            Assert.Equal(0, ReplayVerb.Run(Of(folder), session, verify: false, output, errors));
        }

        Assert.DoesNotContain("different at version", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(errors.ToString());
    }

    [Theory]
    [InlineData("round-stories", "Debt and features, one quarter; An incident under other teams; A model, explained to a partner")]
    [InlineData("round-incident", "stopped experiment R-118")]
    public async Task An_export_comes_back_whole(string story, string words)
    {
        var sessions = await PlayAsync(story);
        Assert.Equal(0, ExportVerb.Run(Of(folder), null, "json", output, errors));
        var json = output.ToString();

        Assert.Equal(0, ImportVerb.Run(Of(other), json, output));

        output.GetStringBuilder().Clear();
        Assert.Equal(0, ExportVerb.Run(Of(other), null, "json", output, errors));
        Assert.Equal(json, output.ToString());
        foreach (var format in new[] { "md", "csv" }) Assert.Equal(0, ExportVerb.Run(Of(other), sessions[0], format, output, errors));
        Assert.Contains(words, output.ToString(), StringComparison.Ordinal);
    }

    private static BotOptions Of(TempFolder folder) => new() { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } };

    private async Task<List<string>> PlayAsync(string story)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", story + ".script"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await ScriptHost.RunAsync(Of(folder), StoryBank.Of(story), story, script, TextWriter.Null, errors, TestContext.Current.CancellationToken));
        using var database = Database.Open(new() { Path = Of(folder).Storage.Path });
        return database.Writer.Query<string>("SELECT substr(stream, 9) FROM sessions ORDER BY started_at").AsList();
    }
}
