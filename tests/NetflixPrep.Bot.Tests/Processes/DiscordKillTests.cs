using System.Diagnostics;
using System.Text.RegularExpressions;
using Dapper;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Bot.Tests.Simulation;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>The running program is killed with SIGKILL while it talks to the fake Discord, and started again: it resumes, or catches up where its session was lost.</summary>
public sealed partial class DiscordKillTests
{
    private const int Kills = 10;
    private const int SessionLostEvery = 4;

    // A leading slash is a command, brackets are a button; the rest is written.
    private static readonly string[] Deeds =
    [
        "/mock start", "[Begin]", "How many events a second?",
        .. Enumerable.Range(1, 6).Select(at => $"Thought {at}: buckets by second."),
        "[Hint]", "[Pause]", "[Resume]",
        .. Enumerable.Range(7, 5).Select(at => $"Thought {at}: a dictionary per title."),
        "[Done]", "It costs O(1).", "[Done]", "More buckets.", "[Done]", "[None]", "[Skip]", "[Edge cases late]",
    ];

    [Fact(Timeout = 90_000)]
    public async Task Kills_at_any_moment_leave_the_same_thread_as_none()
    {
        var undisturbed = await LifeAsync(kills: 0, seed: 1);

        var killed = await LifeAsync(Kills, seed: 2026);

        Assert.Equal(Kills, killed.Kills);
        Assert.Equal(undisturbed.Answers, killed.Answers);
        Assert.Equal(undisturbed.BotSaid, killed.BotSaid);
        Assert.Equal(undisturbed.PersonSaid, killed.PersonSaid);
        Assert.Equal(1, killed.Threads);
        Assert.True(killed.Resumes > 0 && killed.Identifies > 1, $"{killed.Resumes} resumes, {killed.Identifies} new sessions");
    }

    /// <summary>The whole interview, with the program killed so often on its way.</summary>
    private static async Task<Outcome> LifeAsync(int kills, ulong seed)
    {
        using var folder = new TempFolder();
        var dice = new Dice(seed);
        await using var fake = await FakeDiscord.StartAsync(TimeProvider.System);
        var hands = new DiscordHands(fake);
        var process = Start(fake, folder.Path);
        var done = 0;
        try
        {
            await fake.LiveAsync();
            for (var at = 0; at < Deeds.Length; at++)
            {
                var requests = fake.Locked(() => fake.Requests.Count);
                var isSeen = await DoAsync(fake, hands, Deeds[at]);
                if (done < kills && dice.Percent(70))
                {
                    var more = dice.Below(4);
                    await fake.UntilAsync(() => fake.Requests.Count >= requests + more || isSeen());
                    Kill(process);
                    process.Dispose();
                    await fake.UntilAsync(() => !fake.Connections[^1].IsOpen);
                    var isLost = ++done % SessionLostEvery == 0;
                    if (isLost) fake.ForgetSessions();
                    var meanwhile = at + 1 < Deeds.Length && char.IsLetter(Deeds[at + 1][0]) && char.IsLetter(Deeds[at][0]) ? await WhileAwayAsync(fake, hands, Deeds[++at]) : null;
                    process = Start(fake, folder.Path);
                    await fake.LiveAsync();
                    // A press that was lost with the session did nothing: people press again.
                    if (isLost && !isSeen() && !char.IsLetter(Deeds[at][0])) isSeen = await DoAsync(fake, hands, Deeds[at]);
                    if (meanwhile is not null) await fake.UntilAsync(meanwhile, Deeds[at]);
                }
                await fake.UntilAsync(isSeen, Deeds[at]);
            }
            await fake.UntilAsync(() => fake.Channels.Values.Any(channel => channel.IsThread && channel.Messages.Exists(message => message.Content.Contains("Thank you for the work", StringComparison.Ordinal))));
        }
        finally
        {
            Kill(process);
            process.Dispose();
        }
        Assert.Empty(fake.Violations);
        Assert.DoesNotContain(fake.Token, await File.ReadAllTextAsync(folder.File("bot.log")), StringComparison.Ordinal);
        return Look(fake, folder, done);
    }

    /// <summary>Does it, and says how the person sees that it was taken up.</summary>
    private static async Task<Func<bool>> DoAsync(FakeDiscord fake, DiscordHands hands, string deed)
    {
        switch (deed)
        {
            case ['/', ..]:
                await fake.CommandAsync(AdapterRig.Ana, FakeDiscord.ChannelId, deed[1..], ("round", "coding"));
                return () => hands.Find(AdapterRig.Ana, "Begin") is not null;
            case ['[', ..]:
                var label = deed[1..^1];
                await fake.UntilAsync(() => hands.Find(AdapterRig.Ana, label) is not null, deed);
                var found = hands.Find(AdapterRig.Ana, label)!;
                await hands.PressAsync(AdapterRig.Ana, found);
                return () => DiscordHands.Pressables(found.Message).All(one => one.CustomId != found.CustomId);
            default:
                var thread = fake.Channels.Values.Single(channel => channel.IsThread).Id;
                var message = await hands.SayAsync(AdapterRig.Ana, thread, deed);
                return () => fake.Channels[thread].Messages.Exists(one => one.Id == message && one.Reactions.Count > 0);
        }
    }

    private static async Task<Func<bool>> WhileAwayAsync(FakeDiscord fake, DiscordHands hands, string deed)
    {
        fake.BotIsAway = true;
        var isSeen = await DoAsync(fake, hands, deed);
        fake.BotIsAway = false;
        return isSeen;
    }

    private static Process Start(FakeDiscord fake, string data)
    {
        var process = BotProcess.Start(data, new Dictionary<string, string>
        {
            ["Discord__Token"] = fake.Token,
            ["Discord__ApiBaseUrl"] = fake.ApiBase.ToString(),
            ["Discord__RequestsPerSecond"] = "1000",
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

    private static Outcome Look(FakeDiscord fake, TempFolder folder, int kills)
    {
        using var database = Database.Open(new() { Path = folder.File("netflixprep.db") });
        var threads = fake.Channels.Values.Where(channel => channel.IsThread).ToList();
        var standing = threads[0].Messages.Where(message => !message.Ephemeral).ToList();
        return new(
            database.Writer.Query<string>("SELECT json_extract(data, '$.text') FROM events WHERE type = 'answer-given' ORDER BY position").AsList(),
            [.. standing.Where(message => message.Author == FakeDiscord.BotId).Select(message => $"{Moments().Replace(message.Content, "…")} [{string.Join(' ', DiscordHands.Pressables(message).Select(one => one.Label))}]")],
            [.. standing.Where(message => message.Author != FakeDiscord.BotId).Select(message => $"{message.Content} {string.Join(' ', message.Reactions)}")],
            threads.Count, kills, fake.Resumes.Count, fake.Identifies.Count);
    }

    // What differs between any two runs: times of day, the minutes used, and the session's own name.
    [GeneratedRegex(@"<t:\d+(:\w)?>|Session \w+|(Under a minute|\d+(:\d\d)?)( of \d+)?( min(utes?)?)?\b")]
    private static partial Regex Moments();

    private sealed record Outcome(List<string> Answers, List<string> BotSaid, List<string> PersonSaid, int Threads, int Kills, int Resumes, int Identifies);
}
