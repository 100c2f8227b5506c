using System.Diagnostics;

namespace NetflixPrep.Benchmarks;

/// <summary>The memory of the whole process after so many sessions were opened, each with a running clock and one answer.</summary>
internal static class SessionMemory
{
    private const int AtOnce = 32;

    public static async Task<int> RunAsync(DirectoryInfo? data, int sessions, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        await using var bot = await RunningBot.StartAsync(folder.Path, ct);
        var people = await bot.OpenSessionsAsync(sessions, AtOnce, ct);
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (person, token) => await bot.SayAsync(person, Answers.Messages[^1], token));
        await bot.CalmAsync(ct);

        var now = Process.GetCurrentProcess().WorkingSet64;
        JsonLine.Print(new
        {
            Sessions = sessions,
            PeakWorkingSetMegabytes = ProcessUse.PeakMegabytes(),
            WorkingSetMegabytes = ProcessUse.Megabytes(now),
            ManagedHeapMegabytes = ProcessUse.Megabytes(GC.GetTotalMemory(forceFullCollection: true)),
        });
        return 0;
    }
}
