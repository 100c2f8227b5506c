using System.Diagnostics;

namespace NetflixPrep.Benchmarks.Discord;

/// <summary>Messages at a steady rate through the whole bot on Discord's wire: gateway frame in, request out. Then a burst.</summary>
internal static class DiscordTest
{
    private const int BurstFrames = 5000;

    private static readonly string[] Texts = [.. Answers.Messages.Where(text => text.Length <= 2000)];

    public static async Task<int> RunAsync(DirectoryInfo? data, int sessions, int rate, int seconds, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        await using var bot = await BotOnDiscord.StartAsync(folder.Path, ct);
        var talkers = await bot.OpenSessionsAsync(sessions, ct);
        // Every session twice, so that nothing below is measured while it is compiled.
        await SendAsync(bot, talkers, sessions * 2, null, (_, _) => false, ct);
        GC.Collect();

        var processor = Environment.CpuUsage.TotalTime;
        var (steady, took) = await SendAsync(bot, talkers, rate * seconds, rate, EndsPart, ct);
        processor = Environment.CpuUsage.TotalTime - processor;
        var peak = ProcessUse.PeakMegabytes();

        var heartbeats = bot.Fake.Connection.Heartbeats;
        var watch = Stopwatch.StartNew();
        var (burst, written) = await SendAsync(bot, talkers, BurstFrames, null, (_, _) => false, ct);
        var burstTook = watch.Elapsed;

        JsonLine.Print(new
        {
            Sessions = sessions,
            Messages = rate * seconds,
            MessagesPerSecond = Math.Round(rate * seconds / took.TotalSeconds),
            TickP50Milliseconds = Percentile(steady.Ticks, 50),
            TickP99Milliseconds = Percentile(steady.Ticks, 99),
            FollowUps = steady.FollowUps.Length,
            FollowUpP50Milliseconds = Percentile(steady.FollowUps, 50),
            FollowUpP99Milliseconds = Percentile(steady.FollowUps, 99),
            ProcessorMillisecondsPerMessage = Math.Round(processor.TotalMilliseconds / (rate * seconds), 2),
            PeakWorkingSetMegabytes = peak,
            steady.Lost,
            BurstFrames,
            BurstWrittenMilliseconds = Math.Round(written.TotalMilliseconds),
            BurstTickedMilliseconds = Math.Round(burstTook.TotalMilliseconds),
            BurstHeartbeats = bot.Fake.Connection.Heartbeats - heartbeats,
            BurstLost = burst.Lost,
            BurstPeakWorkingSetMegabytes = ProcessUse.PeakMegabytes(),
            Connections = bot.Fake.Connections.Count,
            RulesBroken = bot.Fake.Violations.Count,
        });
        return steady.Lost + burst.Lost + bot.Fake.Violations.Count == 0 ? 0 : 1;
    }

    /// <summary>Sends to one session after the other and waits for what comes of it.</summary>
    /// <param name="rate">Messages a second; null: one frame right after the other.</param>
    /// <returns>The times, and how long the sending took.</returns>
    private static async Task<(AnswerTimes Times, TimeSpan Took)> SendAsync(BotOnDiscord bot, IReadOnlyList<Talker> talkers, int messages, int? rate, Func<int, int, bool> ends, CancellationToken ct)
    {
        var times = new AnswerTimes(bot.Fake, messages);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < messages; number++)
        {
            // Not too early; what is late goes at once.
            while (rate is { } wanted && TimeSpan.FromSeconds((double)number / wanted) - watch.Elapsed is var early && early > TimeSpan.Zero) await Task.Delay(early, ct);
            var (user, thread) = talkers[number % talkers.Count];
            await bot.Fake.WriteAsync(user, thread, ends(number / talkers.Count, number % talkers.Count) ? "done" : Texts[number % Texts.Length]);
        }
        var took = watch.Elapsed;
        await times.CompleteAsync(ct);
        await bot.CalmAsync(ct);
        return (times, took);
    }

    /// <summary>Every fifth message of a session ends a part, not everybody's at once; a third one would end the session's questions.</summary>
    private static bool EndsPart(int round, int session) => round < 10 && (round + session) % 5 == 3;

    private static double? Percentile(TimeSpan[] sorted, int percent) =>
        sorted.Length == 0 ? null : Math.Round(sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].TotalMilliseconds, 2);
}
