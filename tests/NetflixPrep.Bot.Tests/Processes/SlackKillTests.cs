using System.Diagnostics;
using System.Text.RegularExpressions;
using Dapper;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Simulation;
using NetflixPrep.Bot.Tests.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>The running program is killed with SIGKILL while it talks to the fake Slack, and started again: what it posted is not posted twice, what was said meanwhile is read.</summary>
public sealed partial class SlackKillTests
{
    private const int Kills = 6;
    private const string Ana = SlackRig.Ana;

    // A leading slash is a command, brackets are a button; the rest is written.
    private static readonly string[] Deeds =
    [
        "/start round:coding", "[Begin]", "How many events a second?",
        .. Enumerable.Range(1, 4).Select(at => $"Thought {at}: buckets by second."),
        "[Hint]", "[Pause]", "[Resume]",
        .. Enumerable.Range(5, 3).Select(at => $"Thought {at}: a dictionary per title."),
        "[Done]", "It costs O(1).", "[Done]", "More buckets.", "[Done]", "[None]", "[Skip]", "[Edge cases late]",
    ];

    [Fact(Timeout = 150_000)]
    public async Task Kills_at_any_moment_leave_the_same_thread_as_none()
    {
        var undisturbed = await LifeAsync(kills: 0, seed: 1);

        var killed = await LifeAsync(Kills, seed: 2026);

        Assert.Equal(Kills, killed.Kills);
        Assert.Equal(undisturbed.Answers, killed.Answers);
        Assert.Equal(undisturbed.BotSaid, killed.BotSaid);
        Assert.Equal(undisturbed.PersonSaid, killed.PersonSaid);
        Assert.Equal(1, killed.Threads);
    }

    /// <summary>The whole interview, with the program killed so often on its way.</summary>
    private static async Task<Outcome> LifeAsync(int kills, ulong seed)
    {
        using var folder = new TempFolder();
        var dice = new Dice(seed);
        await using var fake = await FakeSlack.StartAsync(TimeProvider.System);
        fake.AddPerson("ana");
        fake.Sockets.ChecksAcks = false; // a killed program acknowledges nothing
        var process = Start(fake, folder.Path);
        var done = 0;
        try
        {
            await fake.LiveAsync();
            for (var at = 0; at < Deeds.Length; at++)
            {
                var calls = fake.Locked(() => fake.Calls.Count);
                var isSeen = await DoAsync(fake, Deeds[at]);
                if (done < kills && dice.Percent(60))
                {
                    var more = dice.Below(4);
                    await fake.UntilAsync(() => fake.Calls.Count >= calls + more || isSeen());
                    Kill(process);
                    process.Dispose();
                    await fake.UntilAsync(() => fake.Connections.TrueForAll(socket => !socket.IsOpen));
                    done++;
                    Func<bool>? meanwhile = null;
                    if (at + 1 < Deeds.Length && char.IsLetter(Deeds[at + 1][0]) && char.IsLetter(Deeds[at][0]))
                    {
                        fake.BotIsAway = true;
                        meanwhile = await DoAsync(fake, Deeds[++at]);
                        fake.BotIsAway = false;
                    }
                    process = Start(fake, folder.Path);
                    await fake.LiveAsync();
                    // A press that was lost with the socket is not delivered again: people press again.
                    if (!char.IsLetter(Deeds[at][0]) && fake.Locked(() => fake.Envelopes[^1]) is { Acked: false } && !isSeen()) isSeen = await AgainAsync(fake, Deeds[at], isSeen);
                    if (meanwhile is not null) await fake.UntilAsync(meanwhile, Deeds[at]);
                }
                await fake.UntilAsync(isSeen, Deeds[at]);
            }
            await fake.UntilAsync(() => fake.Channels.Values.Any(channel => channel.Messages.Exists(message => message.Text.Contains("Thank you for the work", StringComparison.Ordinal))));
        }
        finally
        {
            Kill(process);
            process.Dispose();
        }
        Assert.Empty(fake.Violations);
        var log = await File.ReadAllTextAsync(folder.File("bot.log"));
        Assert.DoesNotContain(fake.BotToken, log, StringComparison.Ordinal);
        Assert.DoesNotContain(fake.AppToken, log, StringComparison.Ordinal);
        return Look(fake, folder, done);
    }

    /// <summary>Does it, and says how the person sees that it was taken up.</summary>
    private static async Task<Func<bool>> DoAsync(FakeSlack fake, string deed)
    {
        switch (deed)
        {
            case ['/', ..]:
                await fake.SlashAsync(Ana, FakeSlack.ChannelId, deed[1..]);
                return () => fake.Find(Ana, "Begin") is not null;
            case ['[', ..]:
                var label = deed[1..^1];
                await fake.UntilAsync(() => fake.Find(Ana, label) is not null, deed);
                var found = fake.Find(Ana, label)!;
                await fake.PressAsync(Ana, found);
                return () => FakeControls.Of(found.Message!).All(one => one.Value != found.Value);
            default:
                var thread = fake.Locked(() => fake.SeesAnywhere(Ana).Last(message => message.IsBots && message.ThreadTs is not null));
                var ts = await fake.SayAsync(Ana, $"{thread.Channel}:{thread.ThreadTs}", deed);
                return () => fake.Channels[thread.Channel].Messages.Exists(one => one.Ts == ts && one.Reactions.Count > 0);
        }
    }

    /// <summary>Slack keeps nothing of a press or command that nobody acknowledged. The program may have kept it all the same: then it shows by itself.</summary>
    private static async Task<Func<bool>> AgainAsync(FakeSlack fake, string deed, Func<bool> isSeen)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            while (!isSeen()) await fake.ChangedAsync(patience.Token);
            return isSeen;
        }
        catch (OperationCanceledException)
        {
            return await DoAsync(fake, deed);
        }
    }

    private static Process Start(FakeSlack fake, string data)
    {
        var process = BotProcess.Start(data, new Dictionary<string, string>
        {
            ["Slack__BotToken"] = fake.BotToken,
            ["Slack__AppToken"] = fake.AppToken,
            ["Slack__ApiBaseUrl"] = fake.ApiBaseUrl.ToString(),
        }, "run");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private static Outcome Look(FakeSlack fake, TempFolder folder, int kills)
    {
        using var database = Database.Open(new() { Path = folder.File("netflixprep.db") });
        var messages = fake.Channels.Values.SelectMany(channel => channel.Messages).ToList();
        return new(
            database.Writer.Query<string>("SELECT json_extract(data, '$.text') FROM events WHERE type = 'answer-given' ORDER BY position").AsList(),
            [.. messages.Where(message => message.IsBots && message.ThreadTs is not null).Select(message => $"{Moments().Replace(SlackEyes.Read(message), "…")} [{string.Join(' ', FakeControls.Of(message).Select(one => one.Label))}]")],
            [.. messages.Where(message => !message.IsBots).Select(message => $"{message.Text} {string.Join(' ', message.Reactions.Select(one => one.Name))}")],
            messages.Where(message => message.ThreadTs is not null).Select(message => message.ThreadTs).Distinct().Count(), kills);
    }

    // What differs between any two runs: times of day, the minutes used, and the session's own name.
    [GeneratedRegex(@"\d\d:\d\d|Session \w+|(Under a minute|\d+(:\d\d)?)( of \d+)?( min(utes?)?)?\b")]
    private static partial Regex Moments();

    private sealed record Outcome(List<string> Answers, List<string> BotSaid, List<string> PersonSaid, int Threads, int Kills);
}
