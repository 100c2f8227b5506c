using System.Diagnostics;
using NetflixPrep.Bot.Tests.Tidy;

namespace NetflixPrep.Bot.Tests;

/// <summary>A folder of npm packages that judge what the tests compare; tests that need them skip aloud where they are not.</summary>
/// <param name="of">The tests' own folder that has a judge.</param>
internal sealed class NodeJudge(string of)
{
    private static readonly string Node = OperatingSystem.IsWindows() ? "node.exe" : "node";

    public string Folder { get; } = Path.Combine(Tree.Root, "tests", "NetflixPrep.Bot.Tests", of, "judge");

    /// <summary>Null when everything is there.</summary>
    public string? Absent(string package) =>
        !Directory.Exists(Path.Combine([Folder, "node_modules", .. package.Split('/')])) ? $"skipped: {package} is not installed (run npm ci in tests/NetflixPrep.Bot.Tests/{of}/judge)"
        : !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Node))) ? "skipped: node is not on the path"
        : null;

    public void SkipUnlessThere(string package)
    {
        var absent = Absent(package);
        Assert.SkipWhen(absent is not null, absent ?? "");
    }

    /// <summary>Everything that a script says when it gets this to read.</summary>
    public async Task<string> AskAsync(string script, string input, CancellationToken ct)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (said, errors) = (node.StandardOutput.ReadToEndAsync(ct), node.StandardError.ReadToEndAsync(ct));
            await node.StandardInput.WriteAsync(input.AsMemory(), ct);
            node.StandardInput.Close();
            await node.WaitForExitAsync(ct);
            return node.ExitCode == 0 ? await said : throw new InvalidOperationException($"{script} ended with {node.ExitCode}: {await errors}");
        }
        finally
        {
            if (!node.HasExited) node.Kill();
        }
    }
}
