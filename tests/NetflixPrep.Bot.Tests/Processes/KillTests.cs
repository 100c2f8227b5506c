using Dapper;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Simulation;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>The running program is killed with SIGKILL at random moments of an interview and started again with the steps that are left.</summary>
public sealed class KillTests
{
    private const int Kills = 30;

    // What one life of the program is given: on a fast machine it may do all of it before it is killed.
    private const int StepsOfALife = 9;

    // Every step is one deed of a person, so that the platform's file says how many were done.
    private static readonly string[] Steps =
    [
        "@ana /mock start round:coding", "@ana [Begin]", "@ana How many events a second?",
        .. Enumerable.Range(1, 150).Select(at => $"@ana Thought {at}: buckets by second."),
        "@ana [Hint]", "@ana pause", "@ana Written in the pause.", "@ana resume",
        .. Enumerable.Range(151, 150).Select(at => $"@ana Thought {at}: a dictionary per title."),
        "@ana [Done]", "@ana It costs O(1).", "@ana [Done]", "@ana More buckets.", "@ana [Done]", "@ana [None]",
        "@ana [Score]", "@ana [3]", "@ana [4]", "@ana [5]", "@ana [Other]", "@ana {cause=edges first}",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_kills_leave_the_same_conversation_as_none()
    {
        using var folder = new TempFolder();
        using var undisturbed = new TempFolder();
        var dice = new Dice(2026);
        var kills = 0;
        while (kills < Kills && Left(folder.Path).Length > 0)
        {
            if (await KilledAsync(folder.Path, lines: 1 + dice.Below(4))) kills++;
        }

        var last = await BotProcess.RunAsync(folder.Path, string.Join('\n', Left(folder.Path)), Ct, "run", "--script", "-");
        await BotProcess.RunAsync(undisturbed.Path, string.Join('\n', Steps), Ct, "run", "--script", "-");

        Assert.Equal("", last.Errors);
        Assert.Equal(Kills, kills);
        Assert.Equal(Standing(undisturbed.Path), Standing(folder.Path));
        Assert.Equal(Facts(undisturbed.Path), Facts(folder.Path));
        Assert.Equal(0, ReplayVerb.Run(new() { Storage = new() { Path = Path.Combine(folder.Path, "netflixprep.db") } }, Facts(folder.Path)[0].Split('/')[1].Split(' ')[0], true, TextWriter.Null, TextWriter.Null));
    }

    // A life of the program, killed while it works on what comes after so many lines; false when it came to the end of its steps before.
    private static async Task<bool> KilledAsync(string data, int lines)
    {
        using var process = BotProcess.Start(data, "run", "--script", "-");
        await process.StandardInput.WriteAsync(string.Join('\n', Left(data).Take(StepsOfALife)));
        process.StandardInput.Close();
        while (lines-- > 0)
        {
            if (await process.StandardOutput.ReadLineAsync(Ct) is null) return false;
        }
        process.Kill();
        await process.WaitForExitAsync(Ct);
        return process.ExitCode != 0;
    }

    private static string[] Left(string data) => [.. Steps.Skip(Read(data, Done))];

    private static int Done(TerminalFolderFacts facts) => facts.Acts;

    /// <summary>What stands on the platform: every message with its author, tick and controls.</summary>
    private static List<string> Standing(string data) => Read(data, facts => facts.Standing);

    private static List<string> Facts(string data)
    {
        using var database = Database.Open(new() { Path = Path.Combine(data, "netflixprep.db") });
        return database.Writer.Query<string>("SELECT stream || ' ' || version || ' ' || type FROM events ORDER BY position").AsList();
    }

    private static T Read<T>(string data, Func<TerminalFolderFacts, T> look)
    {
        var acts = 0;
        var state = new TerminalState();
        using (TerminalFile.Open(data, fact =>
        {
            if (fact is TerminalFact.Acted) acts++;
            state.Apply(fact);
        }))
        {
            return look(new(acts, [.. state.Places.Values.OrderBy(place => place.Name, StringComparer.Ordinal).SelectMany(place => place.Messages.Select(message =>
                $"{place.Name} {message.Author ?? "bot"}: {message.Sheet.Text} [{string.Join(' ', message.Sheet.Controls.Select(control => control.Label))}]{(message.IsTicked ? " ✓" : "")}"))]));
        }
    }

    private sealed record TerminalFolderFacts(int Acts, List<string> Standing);
}
