using System.Diagnostics;

namespace NetflixPrep.Benchmarks;

/// <summary>Starts the real program as a process of its own, again and again.</summary>
internal static class StartUp
{
    // Beside the benchmarks the program would not find its own libraries.
    private static readonly string Program = Path.Combine(Root(), "src", "NetflixPrep.Bot", "bin", IsRelease ? "Release" : "Debug", "net10.0", "NetflixPrep.Bot.dll");

    private static bool IsRelease => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    public static async Task<int> RunAsync(DirectoryInfo? data, int times, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        var script = folder.File("empty.txt");
        await File.WriteAllTextAsync(script, "# Nothing happens here.\n", ct);
        JsonLine.Print(new
        {
            Times = times,
            FirstStartMilliseconds = await SpreadAsync(times, run => ReadyAsync(folder.File($"first-{run}"), ct)),
            NextStartMilliseconds = await SpreadAsync(times, _ => ReadyAsync(folder.File("first-0"), ct)),
            EmptyScriptMilliseconds = await SpreadAsync(times, run => ScriptAsync(script, folder.File($"script-{run}"), ct)),
        });
        return 0;
    }

    /// <summary>Until the greeting is on standard output: database open, workers started, prompt next.</summary>
    private static async Task<double> ReadyAsync(string folder, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start("run", "--data", folder);
        if (await process.StandardOutput.ReadLineAsync(ct) is null) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(ct));
        var ready = watch.Elapsed;
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return ready.TotalMilliseconds;
    }

    /// <summary>The whole life of a process that plays an empty script: start, open, stop.</summary>
    private static async Task<double> ScriptAsync(string script, string folder, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start("run", "--script", script, "--data", folder);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(ct));
    }

    private static async Task<object> SpreadAsync(int times, Func<int, Task<double>> once)
    {
        var taken = new double[times];
        for (var run = 0; run < times; run++) taken[run] = Math.Round(await once(run));
        Array.Sort(taken);
        return new { Min = taken[0], Median = taken[times / 2], Max = taken[^1] };
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NetflixPrep.Bot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
    })!;
}
