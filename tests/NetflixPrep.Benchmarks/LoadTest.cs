using System.Diagnostics;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;

namespace NetflixPrep.Benchmarks;

/// <summary>Answers sent as fast as they are kept, in sessions that are all open, with everything behind them running.</summary>
internal static class LoadTest
{
    public static async Task<int> RunAsync(DirectoryInfo? data, int sessions, int senders, int turns, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        await using var bot = await RunningBot.StartAsync(folder.Path, ct);
        var people = await bot.OpenSessionsAsync(sessions, senders, ct);
        // Every session once, so that nothing below is measured while it is compiled.
        await SendAsync(bot, people, senders, sessions, ct);
        await bot.CalmAsync(ct);

        var commitsBefore = DiskCommits.Measure(folder.File("commits.db"));
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var written = ProcessUse.BytesWritten();
        var processor = Environment.CpuUsage.TotalTime;
        var (seconds, latencies) = await SendAsync(bot, people, senders, turns, ct);
        var watch = Stopwatch.StartNew();
        await bot.CalmAsync(ct);
        var sendsLag = watch.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        written = ProcessUse.BytesWritten() - written;
        processor = Environment.CpuUsage.TotalTime - processor;
        var commitsAfter = DiskCommits.Measure(folder.File("commits.db"));

        Array.Sort(latencies);
        var perSecond = turns / seconds;
        JsonLine.Print(new
        {
            Sessions = sessions,
            Senders = senders,
            Turns = turns,
            TurnsPerSecond = Math.Round(perSecond),
            P50Milliseconds = Math.Round(latencies[turns / 2].TotalMilliseconds, 2),
            P99Milliseconds = Math.Round(latencies[turns * 99 / 100].TotalMilliseconds, 2),
            SendsDoneSecondsLater = Math.Round(sendsLag, 2),
            ProcessorMicrosecondsPerTurn = Math.Round(processor.TotalMicroseconds / turns),
            BytesWrittenPerTurn = written / turns,
            BytesAllocatedPerTurn = allocated / turns,
            PeakWorkingSetMegabytes = ProcessUse.PeakMegabytes(),
            DiskCommitsPerSecondBefore = Math.Round(commitsBefore),
            DiskCommitsPerSecondAfter = Math.Round(commitsAfter),
            TurnsPerDiskCommit = Math.Round(perSecond * 2 / (commitsBefore + commitsAfter), 2),
            Sqlite = SqliteLibrary.Use().Version,
        });
        return 0;
    }

    /// <summary>Each sender waits until its answer is kept, then goes on with the next person.</summary>
    private static async Task<(double Seconds, TimeSpan[] Latencies)> SendAsync(RunningBot bot, IReadOnlyList<PersonId> people, int senders, int turns, CancellationToken ct)
    {
        var latencies = new TimeSpan[turns];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var turn && turn < turns)
            {
                var posted = Stopwatch.GetTimestamp();
                await bot.SayAsync(people[turn % people.Count], Answers.Messages[turn % Answers.Messages.Length], ct);
                latencies[turn] = Stopwatch.GetElapsedTime(posted);
            }
        }, ct)));
        return (watch.Elapsed.TotalSeconds, latencies);
    }
}
