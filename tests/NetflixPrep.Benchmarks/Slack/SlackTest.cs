using System.Diagnostics;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Benchmarks.Slack;

/// <summary>Messages at a steady rate through the whole bot on Slack's wire: envelope in, tick's request out; then again while sockets are refreshed all the time; then a burst.</summary>
internal static class SlackTest
{
    private const int BurstFrames = 5000;
    private const int BetweenRefreshes = 2; // seconds
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(3);

    private static readonly string[] Texts = [.. Answers.Messages.Where(text => text.Length <= 2000)];

    public static async Task<int> RunAsync(DirectoryInfo? data, int sessions, int rate, int seconds, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        await using var bot = await BotOnSlack.StartAsync(folder.Path, ct);
        var talkers = await bot.OpenSessionsAsync(sessions, ct);
        // Every session twice, so that nothing below is measured while it is compiled.
        await SendAsync(bot, talkers, sessions * 2, null, ct);
        GC.Collect();

        var processor = Environment.CpuUsage.TotalTime;
        var steady = await SendAsync(bot, talkers, rate * seconds, rate, ct);
        processor = Environment.CpuUsage.TotalTime - processor;
        var peak = ProcessUse.PeakMegabytes();

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var refreshing = RefreshAsync(bot.Fake, enough.Token);
        var refreshed = await SendAsync(bot, talkers, rate * seconds, rate, ct);
        await enough.CancelAsync();
        var refreshes = await refreshing;

        var watch = Stopwatch.StartNew();
        var burst = await SendAsync(bot, talkers, BurstFrames, null, ct);
        var burstTook = watch.Elapsed;

        JsonLine.Print(new
        {
            Sessions = sessions,
            Messages = rate * seconds,
            steady.MessagesPerSecond,
            TickP50Milliseconds = Percentile(steady.Ticks, 50),
            TickP99Milliseconds = Percentile(steady.Ticks, 99),
            AckP50Milliseconds = Percentile(steady.Acks, 50),
            AckP99Milliseconds = Percentile(steady.Acks, 99),
            ProcessorMillisecondsPerMessage = Math.Round(processor.TotalMilliseconds / (rate * seconds), 2),
            PeakWorkingSetMegabytes = peak,
            steady.Lost,
            Refreshes = refreshes,
            RefreshTickP99Milliseconds = Percentile(refreshed.Ticks, 99),
            RefreshAckP99Milliseconds = Percentile(refreshed.Acks, 99),
            RefreshAckMostMilliseconds = Percentile(refreshed.Acks, 100),
            RefreshUnansweredForThreeSeconds = refreshed.Late,
            RefreshLost = refreshed.Lost,
            BurstFrames,
            BurstTickedMilliseconds = Math.Round(burstTook.TotalMilliseconds),
            BurstAckP50Milliseconds = Percentile(burst.Acks, 50),
            BurstAckP99Milliseconds = Percentile(burst.Acks, 99),
            BurstAckMostMilliseconds = Percentile(burst.Acks, 100),
            BurstUnansweredForThreeSeconds = burst.Late,
            BurstDeliveredAgain = burst.Again,
            BurstLost = burst.Lost,
            Sockets = bot.Fake.Connections.Count,
            RulesBroken = bot.Fake.Violations.Count,
        });
        return steady.Lost + refreshed.Lost + refreshed.Late + burst.Lost + bot.Fake.Violations.Count == 0 ? 0 : 1;
    }

    /// <summary>Slack asks for a refresh of one socket after the other.</summary>
    private static async Task<int> RefreshAsync(FakeSlack fake, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(BetweenRefreshes));
        var count = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                var oldest = fake.Locked(() => fake.Connections.Where(socket => socket is { IsOpen: true, SaidHello: true, Told: null }).ToList());
                if (oldest.Count == 0) continue;
                oldest[0].Disconnect(count++ % 2 == 0 ? "warning" : "refresh_requested");
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
        return count;
    }

    /// <summary>Sends to one session after the other and waits for what comes of it.</summary>
    /// <param name="rate">Messages a second; null: one right after the other.</param>
    private static async Task<Measured> SendAsync(BotOnSlack bot, IReadOnlyList<Talker> talkers, int messages, int? rate, CancellationToken ct)
    {
        var fake = bot.Fake;
        var (firstEnvelope, firstCall) = fake.Locked(() => (fake.Envelopes.Count, fake.Calls.Count));
        var sent = new HashSet<string>();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < messages; number++)
        {
            // Not too early; what is late goes at once.
            while (rate is { } wanted && TimeSpan.FromSeconds((double)number / wanted) - watch.Elapsed is var early && early > TimeSpan.Zero) await Task.Delay(early, ct);
            var talker = talkers[number % talkers.Count];
            sent.Add(await fake.SayAsync(talker.User, talker.Place, Texts[number % Texts.Length]));
        }
        var took = watch.Elapsed;
        var patience = Stopwatch.StartNew();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (patience.Elapsed < TimeSpan.FromSeconds(60) && fake.Locked(() => fake.Calls.Count(call => call.Method == "reactions.add" && call.Error is null)) < Ticked + messages)
            await look.WaitForNextTickAsync(ct);
        Ticked += messages;
        await bot.CalmAsync(ct);
        return fake.Locked(() => Look(fake, firstEnvelope, firstCall, sent, took));
    }

    private static int Ticked { get; set; }

    private static Measured Look(FakeSlack fake, int firstEnvelope, int firstCall, HashSet<string> sent, TimeSpan took)
    {
        var raised = fake.Envelopes.Skip(firstEnvelope).Where(envelope => (string?)envelope.Payload["event"]?["ts"] is { } ts && sent.Contains(ts)).ToDictionary(envelope => (string)envelope.Payload["event"]!["ts"]!);
        var ticks = fake.Calls.Skip(firstCall).Where(call => call.Method == "reactions.add" && sent.Contains((string)call.Args["timestamp"]!))
            .DistinctBy(call => (string)call.Args["timestamp"]!).Select(call => call.At - raised[(string)call.Args["timestamp"]!].At).Order().ToArray();
        var all = fake.Envelopes.Skip(firstEnvelope).ToList();
        var acks = all.Where(envelope => envelope.AckedAt is not null).Select(envelope => envelope.AckedAt!.Value - envelope.At).Order().ToArray();
        var late = all.Count(envelope => !envelope.Acked || envelope.AckedAt - envelope.At > InTime);
        var again = all.Count(envelope => envelope.Deliveries.Count > 1);
        return new(ticks, acks, late, again, sent.Count - ticks.Length, Math.Round(sent.Count / took.TotalSeconds));
    }

    private static double? Percentile(TimeSpan[] sorted, int percent) =>
        sorted.Length == 0 ? null : Math.Round(sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].TotalMilliseconds, 2);

    /// <param name="Late">Envelopes, the bot's own echoes among them, that were not acknowledged within three seconds.</param>
    /// <param name="Again">Of these, or of what an ending socket took with it: delivered a second time.</param>
    private sealed record Measured(TimeSpan[] Ticks, TimeSpan[] Acks, int Late, int Again, int Lost, double MessagesPerSecond);
}
